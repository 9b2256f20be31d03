"""What the claims about one local event say together, as far as identity goes: class, participants, place, time, numbers."""

from collections.abc import Iterator
from dataclasses import dataclass

from converters.fusion.model import ClaimRef
from converters.linking.model import LinkedReading
from converters.reading.model import Claim, TimeExpression

UNDERGOERS = frozenset({"patient", "target", "theme", "beneficiary"})
PLACES = frozenset({"place", "source", "destination", "endpoint", "path"})
NON_FACTUAL = frozenset({"planned", "conditional", "hypothetical", "desired"})


@dataclass(frozen=True, slots=True)
class Profile:
    """One event as one article tells it. Participants are identity keys; `named` are those that have a name."""

    claims: tuple[ClaimRef, ...]
    type: str
    agents: frozenset[str]
    undergoers: frozenset[str]
    places: frozenset[str]
    named: frozenset[str]
    start: str | None
    end: str | None
    numbers: frozenset[tuple[str, float]]
    factual: bool
    words: frozenset[str]


def profiles(position: int, linked: LinkedReading) -> Iterator[Profile]:
    """The events of one article, in text order."""
    grouped: dict[int, list[int]] = {}
    for n, claim in enumerate(linked.reading.claims):
        grouped.setdefault(claim.event, []).append(n)
    for numbers in grouped.values():
        yield _profile(position, linked, numbers)


def _profile(position: int, linked: LinkedReading, numbers: list[int]) -> Profile:
    claims = [linked.reading.claims[n] for n in numbers]
    first = claims[0]
    keys = {role: frozenset(_keys(linked, claims, role)) for role in ("agent", "undergoer", "place")}
    time = next((c.time for c in claims if c.time and (c.time.start or c.time.end)), None)
    start, end = _bounds(time)
    entities = {linked.identities[r.entity].key: r.entity for c in claims for r in c.roles if r.entity is not None}
    named = frozenset(k for k, n in entities.items() if linked.reading.entities[n].names)
    return Profile(
        tuple((position, n) for n in numbers),
        first.type,
        keys["agent"],
        keys["undergoer"],
        keys["place"],
        named,
        start,
        end,
        frozenset((q.of, q.value) for c in claims for q in c.quantities if q.value is not None),
        first.modality not in NON_FACTUAL,
        frozenset({first.trigger.of(linked.reading.article.body).lower()}),
    )


def _keys(linked: LinkedReading, claims: list[Claim], group: str) -> Iterator[str]:
    for claim in claims:
        for role in claim.roles:
            own = "undergoer" if role.role in UNDERGOERS else "place" if role.role in PLACES else role.role
            if role.entity is not None and (own == group or (group == "agent" and own in {"participant", "host", "guest"})):
                yield linked.identities[role.entity].key


def _bounds(time: TimeExpression | None) -> tuple[str | None, str | None]:
    if time is None or (time.start or "").startswith("--") or (time.end or "").startswith("--"):
        return None, None
    return time.start, time.end
