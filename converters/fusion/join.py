"""Joins articles: accounts of one event, in whichever article, share an event; how their claims relate is noted.

The result does not depend on the order in which articles come.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from converters.fusion.identity import TOPICS, compatible, said_alike, shares, ties
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


@dataclass(slots=True)
class Cluster:
    """Accounts of one event. `kinds` has, for each content, one account of each wording: copies are compared once.

    `begun` and `over`: the latest start and the earliest end of its accounts, which the times of all others must meet.
    """

    members: list[Profile]
    kinds: dict[tuple[object, ...], dict[tuple[object, ...], Profile]]
    of_article: dict[int, list[Profile]]
    begun: str = ""
    over: str = "9999"

    def add(self, profile: Profile) -> None:
        self.members.append(profile)
        self.kinds.setdefault(profile.content(), {}).setdefault(profile.words(), profile)
        self.of_article.setdefault(profile.article, []).append(profile)
        self.begun = max(self.begun, (profile.start or "")[:10])
        self.over = min(self.over, (profile.end or "9999")[:10])

    def takes(self, profile: Profile, superclass: Mapping[str, str]) -> bool:
        """Whether an account goes with all members and is tied to all of them, or takes one of them up."""
        if profile.type not in TOPICS and not self._meets(profile):
            return False
        beside = self.of_article.get(profile.article, ())
        taken_up = any(profile.antecedent == member.event for member in beside)
        for kind in chain(self.kinds.values(), ({member.words(): member} for member in beside)):
            one = next(iter(kind.values()))
            tied = taken_up or shares(profile, one) or all(said_alike(profile, member) for member in kind.values())
            if not tied or not compatible(profile, one, superclass):
                return False
        return True

    def _meets(self, profile: Profile) -> bool:
        """Whether the time of an account meets those of all members, as far as they are dated."""
        return (profile.start or "")[:10] <= self.over and (profile.end or "9999")[:10] >= self.begun


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
    family = profile.type
    while (above := superclass.get(family)) is not None and above in superclass:
        family = above
    return sorted(f"{family} {profile.factual} {key}" for key in ties(profile))


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
