"""How claims relate: what one voice says of an event to what another says of it, or of one that it speaks against."""

from collections.abc import Iterator
from itertools import islice

from converters.fusion.classes import Classes
from converters.fusion.differ import contradictions
from converters.fusion.dispute import disputes
from converters.fusion.model import ClaimRef, Event, Matter, Relation
from converters.fusion.voices import Voices, counts_clash


def relations(voices: Voices, known: Classes) -> Iterator[Relation]:
    """All relations, in an order that follows from the events alone."""
    against = list(dict.fromkeys(disputes(voices, known)))
    contested = {voices.about[relation.b].key for relation in against if relation.relation == "denies"}
    yield from against
    for event in voices.events:
        yield from _within(event, voices, known, contested=event.key in contested)


def _within(event: Event, voices: Voices, known: Classes, *, contested: bool) -> Iterator[Relation]:
    """Each account, in the order of publication, against the first by another voice, or else the voice's own first.

    Claims that contradict each other in who did it or where say so, whatever else they agree on. Who says that it was
    not him denies no account but those that say it was.
    """
    apart = contradictions(event, voices, known)
    for (ref, against), matters in apart.items():
        how = "denies" if voices.disowned(ref) else "contradicts"
        yield Relation(ref, how, against, (*_numbers(ref, against, voices), *matters))
    first: dict[str, ClaimRef] = {}
    for ref in sorted(event.claims, key=voices.order):
        if voices.disowned(ref):
            continue
        voice = voices.voice(ref)
        rival = next((other for name, other in islice(first.items(), 2) if name != voice), None)
        for other in (rival, first.get(voice)):
            relation = None if other is None else _relation(ref, other, voices, known, contested=contested)
            if other is not None and relation is not None and (ref, other) not in apart:
                numbers = _numbers(ref, other, voices) if relation == "contradicts" else ()
                yield Relation(ref, relation, other, numbers)
                break
        first.setdefault(voice, ref)


def _numbers(ref: ClaimRef, other: ClaimRef, voices: Voices) -> tuple[Matter, ...]:
    return ("numbers",) if counts_clash(voices.claim(ref), voices.claim(other)) else ()


def _relation(ref: ClaimRef, other: ClaimRef, voices: Voices, known: Classes, *, contested: bool) -> str | None:
    """What a claim is to an earlier one about the same event, if anything."""
    later, before = voices.claim(ref), voices.claim(other)
    same_voice = voices.voice(ref) == voices.voice(other)
    stances = later.voices[-1].stance, before.voices[-1].stance
    if stances[0] != stances[1] and stances[0] in known.stances and not same_voice:
        return known.stances[stances[0]]
    if later.polarity != before.polarity or ("denies" in stances and stances[0] != stances[1]):
        return None if same_voice else "contradicts"
    if counts_clash(later, before) and not same_voice:
        return "contradicts"
    if counts_clash(later, before) and ref[0] != other[0]:
        return "updates"
    if ref[0] == other[0]:
        return "elaborates" if _adds(ref, other, voices) else None
    return "corroborates" if _bears_out(ref, other, voices, known, contested=contested) else None


def _adds(ref: ClaimRef, other: ClaimRef, voices: Voices) -> bool:
    """The later account names who or where, when or how many, where the earlier leaves it open."""
    later, before = voices.claim(ref), voices.claim(other)
    roles = {role.role for role in later.roles} - {role.role for role in before.roles}
    when = later.time is not None and before.time is None
    return later.event != before.event and bool(roles or when or (later.quantities and not before.quantities))


def _bears_out(ref: ClaimRef, other: ClaimRef, voices: Voices, known: Classes, *, contested: bool) -> bool:
    """Two articles tell as real what can be seen, and not in the same words of one voice.

    What is denied is not borne out by more voices of one country.
    """
    if not (voices.told_as_real(ref) and voices.told_as_real(other)) or voices.claim(ref).type in known.not_seen:
        return False
    if voices.voice(ref) == voices.voice(other) and voices.copied(ref, other):
        return False
    return not contested or voices.country(ref) != voices.country(other)
