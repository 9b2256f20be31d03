"""Joins articles: accounts of one event, in whichever article, share an event; how their claims relate is noted.

The result does not depend on the order in which articles come.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from converters.fusion.identity import TOPICS, compatible, tied
from converters.fusion.model import ClaimRef, Edition, Event, Relation
from converters.fusion.profile import Profile, profiles
from converters.iris import fingerprint
from converters.linking.model import LinkedReading
from converters.reading.model import Claim


def join(readings: Iterable[LinkedReading], superclass: Mapping[str, str]) -> Edition:
    """The edition of all `readings`; `superclass` is the ontology's class tree."""
    ordered = tuple(sorted(readings, key=lambda r: r.reading.article.digest))
    found = [p for n, r in enumerate(ordered) for p in profiles(n, r)]
    homes = {(p.article, p.event): n for n, c in enumerate(_clusters(found, superclass)) for p in c}
    clusters = _clusters([p.with_events(homes) for p in found], superclass)
    events = tuple(sorted((_event(ordered, c, superclass) for c in clusters), key=lambda e: e.claims))
    return Edition(ordered, events, tuple(_relations(ordered, events)))


@dataclass(frozen=True, slots=True)
class Cluster:
    """Accounts of one event. `kinds` has one account of each content, so that copies are compared once."""

    members: list[Profile]
    kinds: dict[tuple[object, ...], Profile]
    of_article: dict[int, list[Profile]]

    def add(self, profile: Profile) -> None:
        self.members.append(profile)
        self.kinds.setdefault(profile.content(), profile)
        self.of_article.setdefault(profile.article, []).append(profile)

    def takes(self, profile: Profile, superclass: Mapping[str, str]) -> bool:
        """Whether an account goes with all members and is tied to all of them, or takes one of them up."""
        beside = self.of_article.get(profile.article, ())
        taken_up = any(profile.antecedent == member.event for member in beside)
        for member in chain(self.kinds.values(), beside):
            if not (taken_up or tied(profile, member)) or not compatible(profile, member, superclass):
                return False
        return True


def _clusters(found: Sequence[Profile], superclass: Mapping[str, str]) -> list[list[Profile]]:
    """Greedy, in a fixed order: an account joins the first cluster that takes it."""
    clusters: list[Cluster] = []
    by_key: dict[str, dict[int, None]] = {}
    for profile in found:
        keys = _keys(profile, superclass)
        candidates = sorted({n for key in keys for n in by_key.get(key, ())})
        home = next((n for n in candidates if clusters[n].takes(profile, superclass)), None)
        if home is None:
            home = len(clusters)
            clusters.append(Cluster([], {}, {}))
        clusters[home].add(profile)
        for key in keys:
            by_key.setdefault(key, {})[home] = None
    return [cluster.members for cluster in clusters]


def _keys(profile: Profile, superclass: Mapping[str, str]) -> list[str]:
    """Under what an account is looked up: every tie between two compatible accounts shares one of these."""
    named = (profile.actors | profile.undergoers | profile.places) & profile.named
    said = {f"said {profile.speaker} {profile.trigger}"} if profile.speaker else set()
    topic = {f"topic {side}" for side in profile.sides} if profile.type in TOPICS else set()
    family = profile.type
    while (above := superclass.get(family)) is not None and above in superclass:
        family = above
    keys = named | said | topic | {f"in {profile.article} {profile.type}"}
    return sorted(f"{family} {profile.factual} {key}" for key in keys)


def _event(readings: tuple[LinkedReading, ...], cluster: list[Profile], superclass: Mapping[str, str]) -> Event:
    claims = tuple(sorted(ref for profile in cluster for ref in profile.claims))
    first = _claim(readings, claims[0])
    key = fingerprint(readings[claims[0][0]].reading.article.digest, first.trigger.start, first.trigger.end, first.type)
    types = {profile.type for profile in cluster}
    specific = sorted(t for t in types if t not in {superclass.get(other) for other in types})
    return Event(key, specific[0], claims)


def _claim(readings: tuple[LinkedReading, ...], ref: ClaimRef) -> Claim:
    return readings[ref[0]].reading.claims[ref[1]]


def _relations(readings: tuple[LinkedReading, ...], events: tuple[Event, ...]) -> Iterator[Relation]:
    """Each voice's first account of an event against the first account of all."""
    for event in events:
        voices: dict[tuple[int, str | None], ClaimRef] = {}
        for ref in event.claims:
            voices.setdefault((ref[0], _innermost(readings, ref)), ref)
        told = list(voices.values())
        for ref in told[1:]:
            yield Relation(ref, _relation(_claim(readings, ref), _claim(readings, told[0])), told[0])


def _innermost(readings: tuple[LinkedReading, ...], ref: ClaimRef) -> str | None:
    source = _claim(readings, ref).voices[-1].source
    return None if source is None else readings[ref[0]].identities[source].key


def _relation(later: Claim, first: Claim) -> str:
    if later.voices[-1].stance == "denies" and first.voices[-1].stance != "denies":
        return "denies"
    denied = (later.voices[-1].stance == "denies") != (first.voices[-1].stance == "denies")
    return "contradicts" if denied or later.polarity != first.polarity else "corroborates"
