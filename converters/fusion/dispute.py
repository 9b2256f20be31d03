"""Claims against claims about other events: denials and what they deny, doubts, events that rule each other out."""

from collections.abc import Iterator

from converters.fusion.classes import Classes
from converters.fusion.cluster import Summary
from converters.fusion.facets import clash
from converters.fusion.model import ClaimRef, Event, Relation
from converters.fusion.voices import Voices, word_of


def disputes(voices: Voices, known: Classes) -> Iterator[Relation]:
    """Every relation between claims about different events."""
    yield from _answers(voices, known)
    yield from _rival_outcomes(voices, known)


def _answers(voices: Voices, known: Classes) -> Iterator[Relation]:
    """Denials, doubts and proofs against what they speak of; who asserts what is denied contradicts the denial."""
    asserted = _asserting(voices, known)
    for event in voices.events:
        for ref in event.claims:
            relation = _answer(ref, voices, known)
            for meant in _meant(ref, voices, known) if relation else ():
                told = next((other for other in _told(meant, voices) if _reaches(ref, meant, other, voices)), None)
                if told is None or relation is None:
                    continue
                yield Relation(ref, relation, told)
                if relation == "denies":
                    against = asserted.get(meant.key, ())
                    yield from (Relation(o, "contradicts", ref) for o in against if not _same_actor(o, ref, voices))


def _told(event: Event, voices: Voices) -> Iterator[ClaimRef]:
    return (ref for ref in event.claims if voices.told_as_real(ref))


def _reaches(ref: ClaimRef, meant: Event, told: ClaimRef, voices: Voices) -> bool:
    """Whether an answer speaks of an account: who says it was not him answers those who say it was."""
    own = (other for other in meant.claims if other[0] == ref[0] and voices.speakers(other) & voices.doers(ref))
    disowned = {facet for other in own for facet in voices.disowned(other)}
    return not disowned or bool(disowned & voices.doers(told))


def _answer(ref: ClaimRef, voices: Voices, known: Classes) -> str | None:
    """What a claim says of its content: that it is denied, proved, disproved or cannot be verified."""
    claim = voices.claim(ref)
    relation = None if claim.status == "non_factual" else known.answers.get((claim.type, claim.polarity))
    if relation is not None and word_of(claim) in known.disproving:
        return "contradicts" if claim.polarity == "positive" else None
    return relation


def _meant(ref: ClaimRef, voices: Voices, known: Classes) -> list[Event]:
    """What an answer speaks of; of an utterance of its sentence, what is said in it, less what that takes as given."""
    found: dict[str, Event] = {}
    for event in voices.contents(ref):
        beside = (other for other in event.claims if voices.same_sentence(ref, other))
        inner = [deeper for other in beside for deeper in voices.contents(other)]
        found |= {one.key: one for one in (inner if event.type in known.speech else [event])}
    return [event for event in found.values() if event.type not in known.speech | known.topics]


def _same_actor(a: ClaimRef, b: ClaimRef, voices: Voices) -> bool:
    """Whether two utterances are of one speaker."""
    mine, yours = (voices.summary(voices.about[ref]).actors for ref in (a, b))
    return bool(mine & yours)


def _asserting(voices: Voices, known: Classes) -> dict[str, list[ClaimRef]]:
    """Utterances by the event that they assert, one of each event."""
    found: dict[str, dict[str, ClaimRef]] = {}
    for event in voices.events:
        for ref in event.claims:
            if voices.claim(ref).type in known.sayings and voices.claim(ref).polarity == "positive":
                for content in voices.contents(ref):
                    found.setdefault(content.key, {}).setdefault(event.key, ref)
    return {key: list(refs.values()) for key, refs in found.items()}


def _rival_outcomes(voices: Voices, known: Classes) -> Iterator[Relation]:
    """Events at one place and time that cannot both be as they are told, where one of them is only claimed."""
    rivals = {cls for pair in known.against for cls in pair}
    places: dict[str, list[Event]] = {}
    for event in voices.events:
        if event.type in rivals:
            for spot in sorted(voices.summary(event).spots):
                places.setdefault(spot, []).append(event)
    for here in places.values():
        for claimed in here:
            for other in here:
                if (claimed.type, other.type) in known.against and _rule_out(claimed, other, voices):
                    yield from _first_against(claimed, other, voices)


def _rule_out(claimed: Event, other: Event, voices: Voices) -> bool:
    """They meet in time, are of two sides or voices, and nobody tells the first in his own voice."""
    mine, yours = voices.summary(claimed), voices.summary(other)
    return (
        mine.factual
        and yours.factual
        and mine.begun <= yours.over
        and yours.begun <= mine.over
        and _other_side(mine, yours)
        and all(voices.claim(ref).status == "attributed_claim" for ref in claimed.claims)
    )


def _other_side(mine: Summary, yours: Summary) -> bool:
    return not yours.actors or clash(mine.actors, yours.actors)


def _first_against(claimed: Event, other: Event, voices: Voices) -> Iterator[Relation]:
    """The first account of each, by voices of different countries."""
    for ref in other.claims:
        for against in claimed.claims:
            if voices.told_as_real(ref) and voices.country(ref) != voices.country(against):
                yield Relation(ref, "contradicts", against)
                return
