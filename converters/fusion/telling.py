"""From claims to profiles: what an article tells of each event, whom and what it names, in which words."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from converters.articles.model import Span
from converters.fusion.facets import Facet, facets
from converters.fusion.profile import EVER, Profile, Season, one_of
from converters.fusion.voices import WORD, is_denied, quoted, word_of
from converters.fusion.wording import quotation
from converters.linking.model import LinkedReading
from converters.reading.model import Claim, Role, TimeExpression

UNDERGOERS = frozenset({"patient", "target", "theme", "beneficiary", "topic", "content"})
ACTORS = frozenset({"agent", "participant", "host", "guest"})
PLACES = frozenset({"place", "source", "destination", "endpoint", "path"})
NON_FACTUAL = frozenset({"planned", "conditional", "hypothetical", "desired"})
PUBLISHER = frozenset({"publisher:"})
"""The voice of an account that cites nobody, or nobody who is known."""
MEDIA = frozenset({"Document", "Platform"})
SIDES = frozenset({"Country", "ArmedGroup"})
RECENT = timedelta(days=30)
"""What news tells as a fact without a date happened within this time before it was published."""
_PHRASE = re.compile(r"[^\W\d]+(?:['’\-]\w+)*|[.,;:!?“”\"—()]")
_DEFINITE = frozenset({"the", "this", "these", "those", "its", "their", "his", "her", "both"})
_POINTING = frozenset({"this", "these"})
_INDEFINITE = frozenset({"a", "an", "any", "another", "some", "that", "no"})


def profiles(position: int, linked: LinkedReading) -> Iterator[Profile]:
    """The events of one article, in text order."""
    grouped: dict[int, list[int]] = {}
    for n, claim in enumerate(linked.reading.claims):
        grouped.setdefault(claim.event, []).append(n)
    telling = Telling(position, linked)
    return (telling.profile(numbers) for numbers in grouped.values())


class Telling:
    """One article, with what is asked of it again and again."""

    def __init__(self, position: int, linked: LinkedReading) -> None:
        reading = linked.reading
        self.position = position
        self.linked = linked
        self.body = reading.article.body
        self.claims = reading.claims
        self.headline = _headline(self.body)
        self.sides = _sides(linked)
        self.implied = _implied(reading.article.published)
        self.evidence = {claim.event: claim.evidence for claim in reversed(reading.claims)}
        self._facets: dict[int, tuple[Facet, ...]] = {}
        self._words: dict[Span, tuple[str, ...]] = {}

    def profile(self, numbers: Sequence[int]) -> Profile:
        """What the claims at these positions, about one event, say together."""
        claims = [self.claims[n] for n in numbers]
        first = claims[0]
        roles = [role for claim in claims for role in claim.roles]
        actors, undergoers, places = (_entities(roles, kind) for kind in (ACTORS, UNDERGOERS, PLACES))
        counts = [quantity for claim in claims for quantity in claim.quantities]
        time = next((c.time for c in claims if c.time and (c.time.start or c.time.end)), None)
        told = _bounds(time)
        factual = first.modality not in NON_FACTUAL
        begun, over = told or (self.implied if factual else EVER)
        noun = "/noun/" in first.entry
        speaker = self._speaker(first)
        return Profile(
            claims=tuple((self.position, n) for n in numbers),
            event=first.event,
            type=first.type,
            word=word_of(first),
            noun=noun,
            plural=noun and self.body[first.trigger.end - 1] in "sS",
            definite=noun and _determiner(self.body, first.trigger) in _DEFINITE,
            pointed=noun and _determiner(self.body, first.trigger) in _POINTING,
            cited=any(self._is_name(role) for role in roles if role.role in ACTORS),
            headline=first.trigger.end <= self.headline,
            trigger=first.trigger,
            evidence=first.evidence,
            stretch=self._stretch(first),
            written=any(self._is_medium(role) for role in first.roles),
            negative=first.polarity == "negative",
            actors=self._known(actors),
            undergoers=self._known(undergoers),
            places=self._known(places),
            events=one_of({r.event for r in roles if r.event is not None and r.role in UNDERGOERS}),
            things=one_of({word for entity in undergoers for word in self._thing(entity)}),
            modifiers=one_of(_modifiers(self.body, first.trigger) if noun else set()),
            bare=not (actors or undergoers or places or counts),
            begun=begun,
            over=over,
            dated=told is not None,
            season=_season(time),
            numbers=one_of({(quantity.of, quantity.value) for quantity in counts if quantity.value is not None}),
            factual=factual,
            wording=self._wording(first) if speaker else (),
            speaker=speaker,
            voice=self._voice(first),
            disowned=is_denied(first) and bool(self._voice(first) & self._known(actors)),
            quotation=one_of(quotation(first.evidence.of(self.body)) if self._says(first) else set()),
            sides=self.sides,
        )

    def _known(self, entities: Iterable[int]) -> frozenset[Facet]:
        found: set[Facet] = set()
        for entity in entities:
            if entity not in self._facets:
                self._facets[entity] = tuple(facets(self.linked, entity))
            found.update(self._facets[entity])
        return one_of(found)

    def _thing(self, entity: int) -> Sequence[str]:
        """The last word of what an entity is called."""
        return WORD.findall(self.linked.reading.entities[entity].label.lower())[-1:]

    def _is_name(self, role: Role) -> bool:
        """Whether a filler stands there by name, not by a pronoun or a description."""
        if role.entity is None or role.span is None:
            return False
        mentions = self.linked.reading.entities[role.entity].mentions
        return any(mention.kind == "name" and mention.span.overlaps(role.span) for mention in mentions)

    def _is_medium(self, role: Role) -> bool:
        """A document or a platform, whatever its part; a publication that says something."""
        if role.entity is None:
            return role.role in ACTORS
        return role.role == "medium" or self.linked.identities[role.entity].type in MEDIA

    def _stretch(self, claim: Claim) -> Span:
        """From the first to the last sentence of an event and of what is said in it."""
        content = [role.event for role in claim.roles if role.event is not None and role.role == "content"]
        if not content:
            return claim.evidence
        spans = [claim.evidence, *(self.evidence[event] for event in content)]
        return Span(min(span.start for span in spans), max(span.end for span in spans))

    def _says(self, claim: Claim) -> bool:
        """Whether it is an act of saying that the publisher tells, of somebody who is named."""
        return len(claim.voices) == 1 and any(role.role == "agent" for role in claim.roles)

    def _speaker(self, claim: Claim) -> str | None:
        cited = [voice.source for voice in claim.voices[1:] if voice.source is not None]
        return self.linked.identities[cited[-1]].key if cited else None

    def _voice(self, claim: Claim) -> frozenset[Facet]:
        source = claim.voices[-1].source if len(claim.voices) > 1 else None
        return PUBLISHER if source is None else self._known({source})

    def _wording(self, claim: Claim) -> tuple[str, ...]:
        found: list[str] = []
        for span in quoted(claim):
            if span not in self._words:
                self._words[span] = tuple(WORD.findall(span.of(self.body).lower()))
            found += self._words[span]
        return tuple(found)


def _entities(roles: Iterable[Role], kind: frozenset[str]) -> set[int]:
    return {role.entity for role in roles if role.entity is not None and role.role in kind}


def _headline(body: str) -> int:
    """Where the headline of a text ends: its first line, if that is no sentence; 0 if there is none."""
    line, _, rest = body.partition("\n")
    return len(line) if rest and line.rstrip()[-1:].isalnum() else 0


def _determiner(body: str, trigger: Span) -> str:
    """The determiner of the trigger's own phrase, "the" or "its"; empty if there is none."""
    for word in reversed(_before(body, trigger)[-4:]):
        if not word[0].isalpha():
            break
        if word in _DEFINITE | _INDEFINITE:
            return word
    return ""


def _modifiers(body: str, trigger: Span) -> set[str]:
    """The two words before a trigger."""
    return set(_before(body, trigger)[-2:])


def _before(body: str, trigger: Span) -> list[str]:
    """What stands before a trigger, as words and marks."""
    return _PHRASE.findall(body[max(0, trigger.start - 60) : trigger.start].lower())


def _sides(linked: LinkedReading) -> frozenset[str]:
    """The two countries or armed groups that an article mentions most often."""
    counts: Counter[str] = Counter()
    for identity, entity in zip(linked.identities, linked.reading.entities, strict=True):
        if identity.type in SIDES:
            counts[identity.key] += len(entity.mentions)
    return frozenset(key for key, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:2])


def _bounds(time: TimeExpression | None) -> tuple[str, str] | None:
    """First and last day of a time whose year is known; an open end is open."""
    if time is None or (time.start or "").startswith("--") or (time.end or "").startswith("--"):
        return None
    return (time.start or EVER[0])[:10], (time.end or EVER[1])[:10]


def _season(time: TimeExpression | None) -> Season | None:
    """The days of a time whose year is not told."""
    if time is None or not (time.start and time.end and time.start.startswith("--") and time.end.startswith("--")):
        return None
    return time.start[:7], time.end[:7]


def _implied(published: date | None) -> tuple[str, str]:
    """When something told as a fact without a date happened."""
    return EVER if published is None else ((published - RECENT).isoformat(), published.isoformat())
