"""Fuses one chain: which of its accounts are of one event, how their claims relate, and where they come from."""

from collections.abc import Sequence

from converters.fusion.chains import Chain
from converters.fusion.classes import Classes
from converters.fusion.cluster import Clusters, Summary
from converters.fusion.discourse import TAKEN_UP
from converters.fusion.model import Event, Fused
from converters.fusion.origins import origins
from converters.fusion.profile import Profile
from converters.fusion.relate import relations
from converters.fusion.settle import settle
from converters.fusion.ties import blocks, event_ties
from converters.fusion.voices import Voices
from converters.iris import fingerprint
from converters.linking.model import LinkedReading

DEPTH = 2
"""Events that take part in events are settled before these: what was said, then what is said of that."""


def fuse(chain: Chain, readings: Sequence[LinkedReading], known: Classes) -> Fused:
    """What becomes of a chain of accounts in the articles `readings`."""
    clusters = Clusters(chain.accounts, known)
    _within(chain, clusters)
    _across(chain, clusters)
    summaries = _events(chain, clusters, readings)
    events = tuple(sorted(summaries, key=lambda event: event.claims))
    told_of = {
        ref: [chain.accounts[part].claims[0] for part in own]
        for n, own in chain.parts.items()
        for ref in chain.accounts[n].claims
    }
    voices = Voices(readings, events, told_of, {event.key: summary for event, summary in summaries.items()})
    return Fused(events, tuple(relations(voices, known)), tuple(origins(voices).items()))


def _within(chain: Chain, clusters: Clusters) -> None:
    """Joins what each article takes up of its own."""
    for a, b, why in chain.links:
        if clusters.fits(a, b) or (why == TAKEN_UP and (clusters.taken(a, b) or clusters.rivals(a, b))):
            clusters.join(a, b, why)


def _across(chain: Chain, clusters: Clusters) -> None:
    """Joins what shares a key; then, as often as events take part in events, what shares these."""
    settle(chain.shared, chain.accounts, clusters)
    for _ in range(DEPTH):
        keys = (
            (n, event_ties(chain.accounts[n], {clusters.root(part) for part in own}, clusters.known))
            for n, own in chain.parts.items()
        )
        settle(blocks(keys), chain.accounts, clusters)


def _events(chain: Chain, clusters: Clusters, readings: Sequence[LinkedReading]) -> dict[Event, Summary]:
    """The events that accounts are of, each with what all its accounts say together."""
    groups: dict[int, list[Profile]] = {}
    for number, profile in chain.accounts.items():
        groups.setdefault(clusters.root(number), []).append(profile)
    reasons = clusters.reasons()
    return {
        _event(group, readings, clusters.known, reasons.get(root, set())): clusters.summaries[root]
        for root, group in groups.items()
    }


def _event(group: Sequence[Profile], readings: Sequence[LinkedReading], known: Classes, reasons: set[str]) -> Event:
    claims = tuple(sorted(ref for profile in group for ref in profile.claims))
    position, number = claims[0]
    reading = readings[position].reading
    first = reading.claims[number]
    key = fingerprint(reading.article.digest, first.trigger.start, first.trigger.end, first.type)
    types = {profile.type for profile in group}
    return Event(key, known.shared(types), claims, tuple(sorted(reasons)))
