"""Articles joined: which claims, in whichever article, are about the same event."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from converters.linking.model import LinkedReading

ClaimRef = tuple[int, int]
"""Position of the article in `Edition.readings`, position of the claim in its reading."""


@dataclass(frozen=True, slots=True)
class Event:
    """What claims are about. `key` becomes the IRI; `type` is the most specific class its claims share.

    `reasons` tell in words why several accounts are held to be of it.
    """

    key: str
    type: str
    claims: tuple[ClaimRef, ...]
    reasons: tuple[str, ...] = ()


Matter = Literal["numbers", "participants", "place"]
"""In which property of their event two claims contradict each other."""


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation between two claims or two events, by its contract name (corroborates, contradicts, denies, …).

    `matters` tell what claims that contradict each other differ in, if that is a property of one event.
    """

    a: ClaimRef
    relation: str
    b: ClaimRef
    matters: tuple[Matter, ...] = ()


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a claim comes from: the key of its source's entity; `copied`: the claim whose sentence it repeats."""

    source: str
    copied: ClaimRef | None = None


@dataclass(frozen=True, slots=True)
class Fused:
    """What became of a chain of accounts: the events that they tell, how claims about these relate and where from."""

    events: tuple[Event, ...]
    relations: tuple[Relation, ...]
    origins: tuple[tuple[ClaimRef, Origin], ...]


@dataclass(frozen=True, slots=True)
class Edition:
    """All articles of a run, sorted by digest, with the events they tell, how their claims relate and where from."""

    readings: tuple[LinkedReading, ...]
    events: tuple[Event, ...]
    relations: tuple[Relation, ...]
    origins: Mapping[ClaimRef, Origin] = field(default_factory=dict)
