"""What the claims about one local event say together, as far as its identity goes."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any, TypeVar

from converters.articles.model import Span
from converters.fusion.facets import Facet
from converters.fusion.model import ClaimRef

T = TypeVar("T")
EVER = ("0000", "9999")
"""The time of what may lie anywhere, as first and last day."""
Season = tuple[str, str]
"""First and last day of a time in a year that is not told, as --12-05."""

_SETS: dict[frozenset[Any], frozenset[Any]] = {}
_KEPT = 1 << 14


def one_of(found: AbstractSet[T]) -> frozenset[T]:
    """The set, as the one object that stands for all equal sets in hand: accounts are many, and much alike."""
    if len(_SETS) > _KEPT:
        _SETS.clear()
    kept = frozenset(found)
    return _SETS.setdefault(kept, kept)


@dataclass(frozen=True, slots=True)
class Profile:
    """One event as one article tells it.

    `actors`, `undergoers` and `places` are facets (`converters.fusion.facets`), `events` local events that take part;
    `bare` says that nobody and nothing does. `things` are the last words of what is acted upon. `begun` and `over`
    bound its time, as told (then it is `dated`) or as news without a date implies; of a time without a year only the
    `season` is known. `wording` is what the innermost voice says of it, `speaker` that voice, `cited` whether an actor
    stands there by name; `word` is the lexicon entry; `stretch` covers the sentences of what it has as content;
    `written`: it is said in a document.
    `voice` are the facets of the innermost voice, or the publisher's where nobody else is known to say it.
    `disowned`: its voice says that it was not itself who did it.
    `definite` says that the noun's determiner takes it as known, `pointed` that it points at what was just told;
    `modifiers` are the words just before a noun.
    `headline`: it stands in the line above the text.
    `quotation` are the words in quotation marks of an act of saying.
    `sides` are the countries and armed groups that the article speaks of most.
    """

    claims: tuple[ClaimRef, ...]
    event: int
    type: str
    word: str
    noun: bool
    plural: bool
    definite: bool
    pointed: bool
    cited: bool
    headline: bool
    trigger: Span
    evidence: Span
    stretch: Span
    written: bool
    negative: bool
    actors: frozenset[Facet]
    undergoers: frozenset[Facet]
    places: frozenset[Facet]
    events: frozenset[int]
    things: frozenset[str]
    modifiers: frozenset[str]
    bare: bool
    begun: str
    over: str
    dated: bool
    season: Season | None
    numbers: frozenset[tuple[str, float]]
    factual: bool
    wording: tuple[str, ...]
    speaker: str | None
    voice: frozenset[Facet]
    disowned: bool
    quotation: frozenset[str]
    sides: frozenset[str]

    @property
    def article(self) -> int:
        """Position of the article that tells it."""
        return self.claims[0][0]

    @property
    def spots(self) -> frozenset[Facet]:
        """The towns and villages that it befalls, or where it is."""
        return frozenset(facet for facet in self.undergoers | self.places if facet.startswith("spot:"))

    @property
    def lasting(self) -> bool:
        """It is told of a time with an open end: a state, or a running total."""
        return self.dated and EVER[1] == self.over

    @property
    def vague(self) -> bool:
        """It says neither whom it befalls nor where."""
        return not (self.undergoers or self.places or self.events)
