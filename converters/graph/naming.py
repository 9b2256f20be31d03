"""The IRIs of everything one article tells, as terms.

A claim's IRI follows from the article's content alone, so it stays when other articles join the edition; only the
event's IRI comes from the edition.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from converters.articles.model import Article, Span
from converters.fusion.model import ClaimRef, Edition
from converters.graph.terms import iri
from converters.iris import Iris, unnamed_publisher
from converters.linking.model import LinkedReading
from converters.reading.model import Claim, Quantity, Role, TimeExpression, Voice


@dataclass(frozen=True, slots=True)
class Keys:
    """What entities and events of a reading are called in content hashes, by their numbers.

    An event is called after the words that first tell it: the same whichever other articles tell it as well.
    """

    entities: tuple[str, ...]
    events: dict[int, str]

    def entity(self, number: int | None) -> str:
        return "" if number is None else self.entities[number]

    def event(self, number: int | None) -> str:
        return "" if number is None else self.events[number]


@dataclass(frozen=True, eq=False, slots=True)
class Names:
    """Names of one article: `events` by their number in the reading, `entities` and `claims` by position.

    `publisher` is the publisher's entity, or the unnamed publisher of this article.
    """

    iris: Iris
    linked: LinkedReading
    article: str
    graph: str
    publisher: str
    keys: Keys
    events: dict[int, str]
    entities: tuple[str, ...]
    claims: tuple[str, ...]

    @property
    def article_value(self) -> Article:
        return self.linked.reading.article

    def passage(self, span: Span) -> str:
        return iri(self.iris.passage(self.article_value, span))

    def passages(self, *spans: Span | None) -> list[str]:
        """The passages of those spans that are given."""
        return [self.passage(span) for span in spans if span is not None]

    def part(self, kind: str, value: Role | Voice | TimeExpression | Quantity, *more: object) -> str:
        """A part of a claim, named by its content: equal parts of an article are one node."""
        return iri(self.iris.part(self.article_value, kind, *part_key(self.keys, value), *more))


def part_key(keys: Keys, part: Role | Voice | TimeExpression | Quantity) -> tuple[object, ...]:
    """What a part says, in words that do not depend on the order of entities or events in the reading."""
    match part:
        case Role():
            return part.role, keys.entity(part.entity), keys.event(part.event), _place(part.span), part.inferred
        case Voice():
            spans = [_place(span) for span in (part.span, part.cue, *part.content)]
            return keys.entity(part.source), *spans, part.medium, part.stance
        case TimeExpression():
            return _place(part.span), part.start, part.end, part.precision, part.basis
        case Quantity():
            return _place(part.span), part.of, part.value, part.low, part.high, part.bound, part.unit


def claim_key(keys: Keys, claim: Claim) -> tuple[object, ...]:
    """What a claim says."""
    parts = (*claim.roles, *((claim.time,) if claim.time else ()), *claim.quantities, *claim.voices)
    told = [part_key(keys, part) for part in parts]
    return (
        claim.type,
        _place(claim.trigger),
        _place(claim.evidence),
        *told,
        claim.modality,
        claim.polarity,
        claim.status,
    )


def name_readings(edition: Edition, iris: Iris) -> tuple[Names, ...]:
    """Names for every reading of the edition, in its order.

    Raises ValueError if a claim has no event, or a role speaks of an event that no claim is about.
    """
    keys = {reference: event.key for event in edition.events for reference in event.claims}
    return tuple(_names(keys, iris, position, linked) for position, linked in enumerate(edition.readings))


def _names(event_keys: dict[ClaimRef, str], iris: Iris, position: int, linked: LinkedReading) -> Names:
    reading = linked.reading
    events: dict[int, str] = {}
    for number, claim in enumerate(reading.claims):
        if (position, number) not in event_keys:
            raise ValueError(
                f"{reading.article.stem}: claim {number} ({claim.type}) belongs to no event of the edition"
            )
        event = iri(iris.event(event_keys[position, number]))
        if events.setdefault(claim.event, event) != event:
            raise ValueError(f"{reading.article.stem}: event {claim.event} of the reading is two events of the edition")
    for claim in reading.claims:
        for role in claim.roles:
            if role.event is not None and role.event not in events:
                raise ValueError(f"{reading.article.stem}: no claim is about event {role.event}, a {role.role}")
    entities = tuple(iri(iris.entity(identity.key)) for identity in linked.identities)
    digest = reading.article.digest[:16]
    unnamed = iri(iris.entity(unnamed_publisher(reading.article)))
    keys = _keys(linked)
    return Names(
        iris=iris,
        linked=linked,
        article=iri(iris.article(reading.article)),
        graph=iri(iris.graph(digest)),
        publisher=unnamed if reading.publisher is None else entities[reading.publisher],
        keys=keys,
        events=events,
        entities=entities,
        claims=tuple(_claims(iris, linked, keys)),
    )


def _keys(linked: LinkedReading) -> Keys:
    told: dict[int, str] = {}
    for claim in sorted(linked.reading.claims, key=lambda claim: (claim.trigger.start, claim.trigger.end, claim.type)):
        told.setdefault(claim.event, f"{claim.type} {_place(claim.trigger)}")
    return Keys(tuple(identity.key for identity in linked.identities), told)


def _claims(iris: Iris, linked: LinkedReading, keys: Keys) -> Iterator[str]:
    """One IRI per claim; claims that say the same in the same words about several events are told apart by a number."""
    about: dict[tuple[object, ...], list[int]] = {}
    for claim in linked.reading.claims:
        key = claim_key(keys, claim)
        events = about.setdefault(key, [])
        if claim.event not in events:
            events.append(claim.event)
        nth = events.index(claim.event)
        yield iri(iris.claim(linked.reading.article, *key, *((nth,) if nth else ())))


def _place(span: Span | None) -> str:
    return f"{span.start}-{span.end}" if span else ""
