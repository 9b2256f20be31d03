"""Where each account comes from: one source, or one text carried by several outlets, is one origin.

An unnamed source cannot be told from the publisher that cites it. The first article that carries a sentence is held to
be where others copied it from; sentences of one event alone are compared, and of these only such as share a rare run.
"""

from collections.abc import Iterator

from converters.fusion.facets import clash
from converters.fusion.model import ClaimRef, Event, Origin
from converters.fusion.voices import Voices, counts_clash
from converters.fusion.wording import copied, sketch


def origins(voices: Voices) -> dict[ClaimRef, Origin]:
    """The origin of every claim."""
    return {ref: origin for event in voices.events for ref, origin in _of_event(event, voices)}


def _of_event(event: Event, voices: Voices) -> Iterator[tuple[ClaimRef, Origin]]:
    """Accounts in the order of publication: each a copy of one before, or its own source's."""
    if len({article for article, _ in event.claims}) == 1:
        yield from ((ref, Origin(voices.source(ref))) for ref in event.claims)
        return
    found: dict[ClaimRef, Origin] = {}
    carried: dict[str, list[ClaimRef]] = {}
    wordings: dict[tuple[str, ...], ClaimRef] = {}
    for ref in sorted(event.claims, key=voices.order):
        own, wording = Origin(voices.source(ref)), voices.sentence(ref)
        first = wordings.get(wording) or _first(ref, wording, carried, voices)
        if first is None or not _copies(ref, first, voices):
            found[ref] = own
            wordings.setdefault(wording, ref)
            for run in sketch(wording):
                carried.setdefault(run, []).append(ref)
        elif found[first].source == own.source:
            found[ref] = own
        else:
            found[ref] = Origin(found[first].source, first)
    yield from found.items()


def _first(
    ref: ClaimRef, wording: tuple[str, ...], carried: dict[str, list[ClaimRef]], voices: Voices
) -> ClaimRef | None:
    """The first account whose sentence shares a run that is looked up, and is alike."""
    met = {other for run in sketch(wording) for other in carried.get(run, ())}
    return next((other for other in sorted(met, key=voices.order) if _copies(ref, other, voices)), None)


def _copies(ref: ClaimRef, other: ClaimRef, voices: Voices) -> bool:
    """Two articles carry one sentence, with the same figures, doers and places."""
    return (
        ref[0] != other[0]
        and copied(voices.sentence(ref), voices.sentence(other))
        and not counts_clash(voices.claim(ref), voices.claim(other))
        and not clash(voices.doers(ref), voices.doers(other))
        and not clash(voices.spots(ref), voices.spots(other))
    )
