"""What the claims about one local event say together, as far as its identity goes."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from converters.articles.model import Span
from converters.fusion.model import ClaimRef
from converters.linking.model import LinkedReading
from converters.reading.model import Claim, TimeExpression

UNDERGOERS = frozenset({"patient", "target", "theme", "beneficiary", "topic", "content"})
ACTORS = frozenset({"agent", "participant", "host", "guest"})
PLACES = frozenset({"place", "source", "destination", "endpoint", "path"})
NON_FACTUAL = frozenset({"planned", "conditional", "hypothetical", "desired"})
COLLECTIVE = frozenset({"Country", "MilitaryUnit", "GovernmentBody", "PersonGroup", "Organisation"})
"""Who stands for a country where no better name is given: "Russia", "the Russian army", "Russian officials"."""
WARRING = "War"
RECENT = timedelta(days=365)
"""What news tells without a date happened within this time before it was published."""
Wording = Callable[[Span], frozenset[str]]
_WORD = re.compile(r"\w+")
_DEFINITE = frozenset({"the", "this", "these", "those", "its", "their", "his", "her", "both"})
_INDEFINITE = frozenset({"a", "an", "any", "another", "some", "that", "no"})


@dataclass(frozen=True, slots=True)
class Profile:
    """One event as one article tells it. Participants are identity keys; `named` are those that have a name.

    `actors` has a country for whoever acts for one. `events` are numbers of local events that take part; `things` the
    last words of what is acted upon; `old` is what happened long before the article; `sides` the countries and armed
    groups that the article speaks of most. `antecedent` is the event that a definite mention without participants of
    its own ("the attack") takes up.
    """

    claims: tuple[ClaimRef, ...]
    event: int
    type: str
    actors: frozenset[str]
    undergoers: frozenset[str]
    places: frozenset[str]
    named: frozenset[str]
    events: frozenset[int]
    things: frozenset[str]
    start: str | None
    end: str | None
    numbers: frozenset[tuple[str, float]]
    old: bool
    factual: bool
    antecedent: int | None
    trigger: str
    wording: frozenset[str]
    speaker: str | None
    sides: frozenset[str]

    @property
    def article(self) -> int:
        """Position of the article that tells it."""
        return self.claims[0][0]

    def content(self) -> tuple[object, ...]:
        """All that identity asks of an account of another article: what is described only, no other can name."""
        who = (*(keys & self.named for keys in (self.actors, self.undergoers, self.places)), self.things, self.sides)
        when = (self.start, self.end, self.old)
        return (self.type, self.factual, self.numbers, *who, *when)

    def words(self) -> tuple[object, ...]:
        """Who says it, and in which words."""
        return (self.speaker, self.trigger, self.wording)

    def with_events(self, homes: dict[tuple[int, int], int]) -> "Profile":
        """The same, acted-upon events standing among the undergoers by the cluster they belong to."""
        position = self.article
        keys = frozenset(f"event {homes[position, n]}" for n in self.events if (position, n) in homes)
        if not keys:
            return self
        return replace(self, undergoers=self.undergoers | keys, named=self.named | keys)


def profiles(position: int, linked: LinkedReading) -> Iterator[Profile]:
    """The events of one article, in text order."""
    grouped: dict[int, list[int]] = {}
    for n, claim in enumerate(linked.reading.claims):
        grouped.setdefault(claim.event, []).append(n)
    sides = _sides(linked)
    wording = cache(lambda span: frozenset(_WORD.findall(span.of(linked.reading.article.body).lower())))
    before: dict[str, int] = {}
    for event, numbers in grouped.items():
        profile = _profile(position, linked, numbers, sides, wording)
        if _takes_up(linked, linked.reading.claims[numbers[0]], profile):
            profile = replace(profile, antecedent=before.get(profile.type))
        yield profile
        before[profile.type] = event


def _profile(
    position: int, linked: LinkedReading, numbers: Sequence[int], sides: frozenset[str], wording: Wording
) -> Profile:
    body = linked.reading.article.body
    speaker = _speaker(linked, linked.reading.claims[numbers[0]])
    claims = [linked.reading.claims[n] for n in numbers]
    first = claims[0]
    time = next((c.time for c in claims if c.time and (c.time.start or c.time.end)), None)
    start, end = _bounds(time)
    actors = frozenset(_fillers(claims, ACTORS))
    undergoers, places = frozenset(_fillers(claims, UNDERGOERS)), frozenset(_fillers(claims, PLACES))
    everybody = actors | undergoers | places
    return Profile(
        claims=tuple((position, n) for n in numbers),
        event=first.event,
        type=first.type,
        actors=frozenset(k for e in actors for k in _acting(linked, e)),
        undergoers=frozenset(linked.identities[e].key for e in undergoers),
        places=frozenset(linked.identities[e].key for e in places),
        named=frozenset(k for e in everybody for k in _named(linked, e)),
        events=frozenset(r.event for c in claims for r in c.roles if r.event is not None and r.role in UNDERGOERS),
        things=frozenset(w for e in undergoers if (w := _last_word(linked.reading.entities[e].label))),
        start=start,
        end=end,
        numbers=frozenset((q.of, q.value) for c in claims for q in c.quantities if q.value is not None),
        old=_is_old(end, linked.reading.article.published),
        factual=first.modality not in NON_FACTUAL,
        antecedent=None,
        trigger=first.trigger.of(body).lower(),
        wording=wording(first.evidence) if speaker else frozenset(),
        speaker=speaker,
        sides=sides,
    )


def _fillers(claims: Sequence[Claim], roles: frozenset[str]) -> Iterator[int]:
    return (r.entity for c in claims for r in c.roles if r.entity is not None and r.role in roles)


def _acting(linked: LinkedReading, entity: int) -> Iterator[str]:
    """The identity of a participant and, if it acts for a country, the country."""
    identity, local = linked.identities[entity], linked.reading.entities[entity]
    yield identity.key
    if (identity.country or local.country) and identity.type in COLLECTIVE:
        yield f"country {identity.country or local.country}"


def _named(linked: LinkedReading, entity: int) -> Iterator[str]:
    """What of a participant tells it from others: its identity if it has a name, and the country it acts for."""
    has_name = bool(linked.reading.entities[entity].names)
    return (key for key in _acting(linked, entity) if has_name or key.startswith("country "))


def _last_word(label: str) -> str | None:
    words = _WORD.findall(label.lower())
    return words[-1] if words else None


def _takes_up(linked: LinkedReading, claim: Claim, profile: Profile) -> bool:
    """A definite noun phrase that names nobody and no place of its own."""
    if "/noun/" not in claim.entry or profile.undergoers & profile.named or profile.places or profile.numbers:
        return False
    words = _WORD.findall(linked.reading.article.body[max(0, claim.trigger.start - 40) : claim.trigger.start].lower())[
        -3:
    ]
    marks = [w for w in words if w in _DEFINITE | _INDEFINITE]
    return bool(marks) and marks[-1] in _DEFINITE


def _speaker(linked: LinkedReading, claim: Claim) -> str | None:
    cited = [v.source for v in claim.voices[1:] if v.source is not None]
    return linked.identities[cited[-1]].key if cited else None


def _sides(linked: LinkedReading) -> frozenset[str]:
    """The two countries or armed groups that an article mentions most often."""
    counts: Counter[str] = Counter()
    for identity, entity in zip(linked.identities, linked.reading.entities, strict=True):
        if identity.type in {"Country", "ArmedGroup"}:
            counts[identity.key] += len(entity.mentions)
    return frozenset(key for key, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:2])


def _is_old(end: str | None, published: date | None) -> bool:
    return end is not None and published is not None and end[:10] < (published - RECENT).isoformat()


def _bounds(time: TimeExpression | None) -> tuple[str | None, str | None]:
    if time is None or (time.start or "").startswith("--") or (time.end or "").startswith("--"):
        return None, None
    return time.start, time.end
