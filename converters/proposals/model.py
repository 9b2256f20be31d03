"""What may be proposed to Wikidata: rules, and what comes of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

ValueKind = Literal["item", "time", "url"]


@dataclass(frozen=True, slots=True)
class Slot:
    """Who or what in an event: the filler of one of these roles, of one of these classes."""

    roles: frozenset[str]
    types: frozenset[str]


@dataclass(frozen=True, slots=True)
class Rule:
    """Claims of the classes `events` become a statement about `subject`; `qualifiers` are told by the same words."""

    events: frozenset[str]
    subject: Slot
    property: str
    value: Slot | Literal["time", "class"]
    qualifiers: Mapping[str, Literal["time"]]


@dataclass(frozen=True, slots=True)
class Rules:
    """All rules. `reference` gives the property for the article's `url`, `publisher` and `published` date.

    `classes` are the items that our classes are exact matches of, `kinds` the values of properties.
    """

    kinds: Mapping[str, ValueKind]
    classes: Mapping[str, str]
    reference: Mapping[str, str]
    statements: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class Filler:
    """An entity with an accepted link, in a role of a claim."""

    role: str
    item: str
    types: frozenset[str]


@dataclass(frozen=True, slots=True)
class Told:
    """A claim that nobody disputes. `source` names whoever says so where the publisher does not say it itself.

    `begins`, `ends` (ISO) and `precision` are those of its time, empty where it has none.
    """

    iri: str
    cls: str
    quote: str
    article: str
    published: str
    publisher: str
    source: str
    begins: str
    ends: str
    precision: str
    fillers: tuple[Filler, ...]


@dataclass(frozen=True, slots=True)
class Time:
    """A day, month or year, with its precision in Wikidata's numbers (11, 10, 9)."""

    day: str
    precision: int


Value = str | Time
"""An item's id, or a time."""
Pairs = tuple[tuple[str, Value], ...]


@dataclass(frozen=True, slots=True)
class Proposal:
    """A statement with the claim that it comes from; `reference` may hold a URL, a string that is no item."""

    subject: str
    property: str
    value: Value
    qualifiers: Pairs
    reference: Pairs
    told: Told
