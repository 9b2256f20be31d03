"""Chains of accounts: what becomes of one can matter for all that are tied to it, and for none besides.

Tied are accounts that share a key, that take part in each other, that one article takes up as one, and whose outcomes
at one place may rule each other out; and all that are tied over others. So a chain can be fused without looking at the
rest, and what was found for it stands until an account comes to it or goes.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, pairwise

from converters.fusion.classes import Classes
from converters.fusion.discourse import Link, taken_up
from converters.fusion.profile import Profile
from converters.fusion.ties import Blocks, blocks, ties


@dataclass(frozen=True, slots=True)
class Chain:
    """Accounts by their position in the edition, in its order; `parts`: those of the events that take part in theirs.

    `links` are what its articles take up of their own, `shared` the keys that more than one account has.
    """

    accounts: dict[int, Profile] = field(default_factory=dict)
    parts: dict[int, list[int]] = field(default_factory=dict)
    links: list[Link] = field(default_factory=list)
    shared: Blocks = field(default_factory=dict)


def chains(told: Iterable[Sequence[Profile]], known: Classes) -> list[Chain]:
    """The chains of what articles tell, in the order of their first accounts."""
    articles = list(told)
    found = [profile for article in articles for profile in article]
    links = list(_links(articles, known))
    parts = _parts(found)
    shared = blocks((n, ties(profile, known)) for n, profile in enumerate(found))
    above = _tied(
        len(found),
        chain(
            ((a, b) for a, b, _ in links),
            ((n, part) for n, own in parts.items() for part in own),
            (pair for keys in shared.values() for block in keys.values() for pair in pairwise(block)),
            _outcomes(found, known),
        ),
    )
    made: dict[int, Chain] = {}
    for n, profile in enumerate(found):
        made.setdefault(above[n], Chain()).accounts[n] = profile
    for n, own in parts.items():
        made[above[n]].parts[n] = own
    for link in links:
        made[above[link[0]]].links.append(link)
    for strength, keys in shared.items():
        for key, block in keys.items():
            made[above[block[0]]].shared.setdefault(strength, {})[key] = block
    return list(made.values())


def _links(articles: Iterable[Sequence[Profile]], known: Classes) -> Iterator[Link]:
    start = 0
    for article in articles:
        yield from ((start + a, start + b, why) for a, b, why in taken_up(article, known))
        start += len(article)


def _parts(found: Sequence[Profile]) -> dict[int, list[int]]:
    """Accounts with the accounts of the events that take part in theirs, by position."""
    wanted = {(profile.article, event) for profile in found for event in profile.events}
    position = {key: n for n, p in enumerate(found) if (key := (p.article, p.event)) in wanted}
    return {n: [position[p.article, event] for event in sorted(p.events)] for n, p in enumerate(found) if p.events}


def _outcomes(found: Sequence[Profile], known: Classes) -> Iterator[tuple[int, int]]:
    """Accounts of one place that may rule each other out."""
    first: dict[str, int] = {}
    for n, profile in enumerate(found):
        if profile.type in known.contending:
            yield from ((first.setdefault(spot, n), n) for spot in profile.spots)


def _tied(number: int, pairs: Iterable[tuple[int, int]]) -> Sequence[int]:
    """For each of so many accounts the first that it is tied to, by pairs or over others."""
    above = list(range(number))

    def root(n: int) -> int:
        while above[n] != n:
            above[n] = n = above[above[n]]
        return n

    for a, b in pairs:
        first, second = sorted((root(a), root(b)))
        above[second] = first
    return [root(n) for n in range(number)]
