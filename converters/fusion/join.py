"""Joins articles: accounts of one event, in whichever article, share an event; how their claims relate is noted.

The result does not depend on the order in which articles come. Its cost grows with the number of accounts: an account
meets only clusters that share a key with it, and of a cluster only the summary.
"""

from collections.abc import Iterable, Mapping, Sequence

from converters.fusion.classes import classes
from converters.fusion.cluster import Clusters
from converters.fusion.discourse import TAKEN_UP, answering, taken_up
from converters.fusion.model import ClaimRef, Edition, Event
from converters.fusion.origins import origins
from converters.fusion.profile import Profile
from converters.fusion.relate import relations
from converters.fusion.settle import settle
from converters.fusion.telling import profiles
from converters.fusion.ties import event_ties, ties
from converters.fusion.voices import Voices
from converters.iris import fingerprint
from converters.linking.model import LinkedReading
from converters.reading.model import Claim

DEPTH = 2
"""Events that take part in events are settled before these: what was said, then what is said of that."""


def join(readings: Iterable[LinkedReading], superclass: Mapping[str, str]) -> Edition:
    """The edition of all `readings`; `superclass` is the ontology's class tree."""
    known = classes(superclass)
    ordered = _distinct(readings)
    told = [answering(list(profiles(n, r)), known) for n, r in enumerate(ordered)]
    found = [profile for article in told for profile in article]
    clusters = Clusters(found, known)
    _within(told, clusters)
    parts = _parts(found)
    _across(found, parts, clusters)
    groups: dict[int, list[Profile]] = {}
    for number, profile in enumerate(found):
        groups.setdefault(clusters.root(number), []).append(profile)
    reasons = clusters.reasons()
    summaries = {
        _event(ordered, group, superclass, reasons.get(root, ())): clusters.summaries[root]
        for root, group in groups.items()
    }
    events = tuple(sorted(summaries, key=lambda event: event.claims))
    told_of = {ref: [found[part].claims[0] for part in own] for n, own in parts.items() for ref in found[n].claims}
    voices = Voices(ordered, events, told_of, {event.key: summary for event, summary in summaries.items()})
    return Edition(ordered, events, tuple(relations(voices, known)), origins(voices))


def _distinct(readings: Iterable[LinkedReading]) -> tuple[LinkedReading, ...]:
    """The readings by digest; an article that comes twice is read under the first of its names."""
    by_name = sorted(readings, key=lambda r: r.reading.article.stem, reverse=True)
    return tuple(r for _, r in sorted({r.reading.article.digest: r for r in by_name}.items()))


def _within(told: Sequence[Sequence[Profile]], clusters: Clusters) -> None:
    """Joins what each article takes up of its own."""
    start = 0
    for article in told:
        for a, b, why in taken_up(article, clusters.known):
            pair = start + a, start + b
            if clusters.fits(*pair) or (why == TAKEN_UP and (clusters.taken(*pair) or clusters.rivals(*pair))):
                clusters.join(*pair, why)
        start += len(article)


def _parts(found: Sequence[Profile]) -> dict[int, list[int]]:
    """Accounts with the accounts of the events that take part in theirs, by position."""
    wanted = {(profile.article, event) for profile in found for event in profile.events}
    position = {key: n for n, p in enumerate(found) if (key := (p.article, p.event)) in wanted}
    return {n: [position[p.article, event] for event in sorted(p.events)] for n, p in enumerate(found) if p.events}


def _across(found: Sequence[Profile], parts: Mapping[int, Sequence[int]], clusters: Clusters) -> None:
    """Joins what shares a key; then, as often as events take part in events, what shares these."""
    settle(((n, ties(profile, clusters.known)) for n, profile in enumerate(found)), found, clusters)
    for _ in range(DEPTH):
        keys = (
            (n, event_ties(found[n], {clusters.root(part) for part in own}, clusters.known)) for n, own in parts.items()
        )
        settle(keys, found, clusters)


def _event(
    readings: tuple[LinkedReading, ...], cluster: list[Profile], superclass: Mapping[str, str], reasons: Iterable[str]
) -> Event:
    claims = tuple(sorted(ref for profile in cluster for ref in profile.claims))
    first = _claim(readings, claims[0])
    key = fingerprint(readings[claims[0][0]].reading.article.digest, first.trigger.start, first.trigger.end, first.type)
    types = {profile.type for profile in cluster}
    specific = sorted(t for t in types if t not in {superclass.get(other) for other in types})
    return Event(key, specific[0], claims, tuple(sorted(reasons)))


def _claim(readings: tuple[LinkedReading, ...], ref: ClaimRef) -> Claim:
    return readings[ref[0]].reading.claims[ref[1]]
