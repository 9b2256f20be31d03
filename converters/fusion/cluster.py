"""Accounts held to be of one event, known by a summary: what is compared is the summary, never member by member."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from converters.fusion.classes import Classes
from converters.fusion.facets import Facet, blamed_each_other, clash
from converters.fusion.profile import Profile, Season, one_of


@dataclass(frozen=True, slots=True)
class Summary:
    """What all accounts of one event say together; `begun` to `over` is the time in which all their times meet.

    `seasons` are their times in a year that is not told.

    `accusers` are the voices that name its actors, `placers` those that name its place.
    """

    types: frozenset[str]
    factual: bool
    actors: frozenset[Facet]
    undergoers: frozenset[Facet]
    spots: frozenset[Facet]
    numbers: frozenset[tuple[str, float]]
    begun: str
    over: str
    seasons: frozenset[Season]
    articles: frozenset[int]
    accusers: frozenset[Facet]
    placers: frozenset[Facet]

    @staticmethod
    def of(profile: Profile, known: Classes) -> "Summary":
        """The summary of one account. What goes on all the time has no time of its own, and is never only wanted."""
        topic = profile.type in known.topics
        given = topic and profile.definite
        unsaid = profile.type in known.once or (profile.disowned and profile.type in known.blamed)
        actors = one_of(set()) if unsaid else profile.actors
        spots = one_of(profile.spots)
        return Summary(
            types=one_of({profile.type}),
            factual=profile.factual or given,
            actors=actors,
            undergoers=profile.undergoers,
            spots=spots,
            numbers=profile.numbers,
            begun="0000" if topic else profile.begun,
            over="9999" if topic else profile.over,
            seasons=one_of(set() if topic or profile.season is None else {profile.season}),
            articles=one_of({profile.article}),
            accusers=profile.voice if actors else one_of(set()),
            placers=profile.voice if spots else one_of(set()),
        )

    def joined(self, other: "Summary") -> "Summary":
        return Summary(
            types=self.types | other.types,
            factual=self.factual,
            actors=self.actors | other.actors,
            undergoers=self.undergoers | other.undergoers,
            spots=self.spots | other.spots,
            numbers=self.numbers | other.numbers,
            begun=max(self.begun, other.begun),
            over=min(self.over, other.over),
            seasons=self.seasons | other.seasons,
            articles=self.articles | other.articles,
            accusers=self.accusers | other.accusers,
            placers=self.placers | other.placers,
        )


def compatible(a: Summary, b: Summary, known: Classes, factor: float = 1) -> bool:
    """Nothing speaks against the two being one: class, factuality, time, actors, places and numbers go together.

    Figures go together that differ by no more than a factor.
    """
    return _meet(a, b, known.related, factor)


def _meet(a: Summary, b: Summary, related: Callable[[str, str], bool], factor: float) -> bool:
    return (
        a.factual == b.factual
        and a.begun <= b.over
        and b.begun <= a.over
        and not _seasons_clash(a.seasons, b.seasons)
        and all(related(one, other) for one in a.types for other in b.types)
        and not clash(a.actors, b.actors)
        and not clash(a.undergoers, b.undergoers)
        and not clash(a.spots, b.spots)
        and not _figures_clash(a.numbers, b.numbers, factor)
    )


def rival(a: Summary, b: Summary, known: Classes, factor: float = 1) -> bool:
    """Nothing speaks against the two being one but that other voices name another doer, or another place.

    They may tell different kinds of one class of deed: an air strike, a rocket.
    """
    types = a.types | b.types
    apart = clash(a.actors, b.actors) or blamed_each_other(a.actors, a.accusers, b.actors, b.accusers)
    doers = types <= known.blamed and apart and not a.accusers & b.accusers
    where = types <= known.one_place and clash(a.spots, b.spots) and not a.placers & b.placers
    if doers == where:
        return False
    other = replace(b, actors=a.actors) if doers else replace(b, spots=a.spots)
    return _meet(a, other, known.kin, factor)


def _seasons_clash(a: Iterable[Season], b: Iterable[Season]) -> bool:
    """Some time of the one and some of the other do not meet in any year. A time that passes New Year meets all."""
    return any(
        start <= end and first <= last and (end < first or last < start) for start, end in a for first, last in b
    )


def _figures_clash(a: Iterable[tuple[str, float]], b: Iterable[tuple[str, float]], factor: float) -> bool:
    """Both count the same thing, and no figure of the one is near one of the other."""
    near: dict[str, bool] = {}
    for of, value in a:
        for other, count in b:
            if of == other:
                near[of] = near.get(of, False) or max(value, count) <= factor * min(value, count)
    return not all(near.values())


class Clusters:
    """A partition of accounts, by their position; it only ever grows coarser."""

    def __init__(self, accounts: Mapping[int, Profile], known: Classes) -> None:
        self.known = known
        self.summaries = {number: Summary.of(profile, known) for number, profile in accounts.items()}
        self.joined: list[tuple[int, str]] = []
        self.above = {number: number for number in accounts}

    def root(self, number: int) -> int:
        """The first account of the cluster that an account is in."""
        while (above := self.above[number]) != number:
            self.above[number] = self.above[above]
            number = above
        return number

    def summary(self, number: int) -> Summary:
        return self.summaries[self.root(number)]

    def fits(self, a: int, b: int, factor: float = 1) -> bool:
        """Whether two clusters can be one."""
        return compatible(self.summary(a), self.summary(b), self.known, factor)

    def rivals(self, a: int, b: int, factor: float = 1) -> bool:
        """Whether two clusters can be one of which voices give rival accounts."""
        return rival(self.summary(a), self.summary(b), self.known, factor)

    def taken(self, a: int, b: int) -> bool:
        """Whether one can be taken up as the other although only one of them is told as a fact."""
        first, second = self.summary(a), self.summary(b)
        return compatible(first, replace(second, factual=first.factual, begun="0000", over="9999"), self.known)

    def join(self, a: int, b: int, why: str) -> int:
        """Makes the clusters of two accounts one, and gives its number; the earlier says whether it is a fact."""
        first, second = sorted((self.root(a), self.root(b)))
        if first != second:
            self.joined.append((second, why.partition(":")[0]))
            self.above[second] = first
            self.summaries[first] = self.summaries[first].joined(self.summaries[second])
        return first

    def reasons(self) -> dict[int, set[str]]:
        """By cluster, why its accounts were joined."""
        found: dict[int, set[str]] = {}
        for number, why in self.joined:
            found.setdefault(self.root(number), set()).add(why)
        return found
