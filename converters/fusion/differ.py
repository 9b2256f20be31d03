"""Where accounts of one event contradict each other: voices that lay one deed on different doers, or see it elsewhere.

Accounts that name more or fewer of those who took part do not contradict each other, nor do two if a third names both.
"""

from collections.abc import Callable, Iterator

from converters.fusion.classes import Classes
from converters.fusion.facets import Facet, blamed_each_other, clash
from converters.fusion.model import ClaimRef, Event, Matter
from converters.fusion.voices import Voices

Pair = tuple[ClaimRef, ClaimRef]
"""A claim, and an earlier one that it contradicts."""


def contradictions(event: Event, voices: Voices, known: Classes) -> dict[Pair, tuple[Matter, ...]]:
    """The pairs of claims about an event that cannot both be right, with what they differ in."""
    found: dict[Pair, tuple[Matter, ...]] = {}
    summary = voices.summary(event)
    if summary.types <= known.blamed and len(summary.actors) > 1:
        for pair in _apart(event, voices, voices.doers, _other_doers):
            found[pair] = ("participants",)
    for pair in _disowned(event, voices):
        found[pair] = ("participants",)
    if summary.types <= known.one_place and len(summary.spots) > 1:
        for pair in _apart(event, voices, voices.spots, _elsewhere):
            found[pair] = (*found.get(pair, ()), "place")
    return found


def _other_doers(a: ClaimRef, b: ClaimRef, voices: Voices) -> bool:
    mine, yours = voices.doers(a), voices.doers(b)
    return clash(mine, yours) or blamed_each_other(mine, voices.speakers(a), yours, voices.speakers(b))


def _elsewhere(a: ClaimRef, b: ClaimRef, voices: Voices) -> bool:
    return clash(voices.spots(a), voices.spots(b))


def _apart(
    event: Event,
    voices: Voices,
    named: Callable[[ClaimRef], frozenset[Facet]],
    apart: Callable[[ClaimRef, ClaimRef, Voices], bool],
) -> Iterator[Pair]:
    """Each claim with the first by another voice that names what cannot be the same."""
    told = {ref: facets for ref in event.claims if voices.told_as_real(ref) and (facets := named(ref))}
    versions = set(told.values())
    first: dict[tuple[frozenset[Facet], str], ClaimRef] = {}
    for ref in sorted(told, key=voices.order):
        mine, voice = told[ref], voices.voice(ref)
        for (yours, other), before in first.items():
            if other != voice and apart(ref, before, voices) and not _both(mine, yours, versions):
                yield ref, before
                break
        first.setdefault((mine, voice), ref)


def _disowned(event: Event, voices: Voices) -> Iterator[Pair]:
    """Each claim of a voice that says it did not do it, with the first that says it did."""
    for ref in event.claims:
        if mine := voices.disowned(ref):
            others = sorted((other for other in event.claims if voices.told_as_real(other)), key=voices.order)
            accuser = next((other for other in others if mine & voices.doers(other)), None)
            if accuser is not None:
                yield ref, accuser


def _both(a: frozenset[Facet], b: frozenset[Facet], versions: set[frozenset[Facet]]) -> bool:
    """Whether some account goes together with both."""
    return any(not clash(a, one) and not clash(b, one) for one in versions if one & a and one & b)
