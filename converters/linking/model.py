"""Links of entities to what is known about them elsewhere."""

from dataclasses import dataclass
from typing import Literal

from converters.reading.model import Reading

Found = Literal["gazetteer", "service"]
"""Who found an item: a gazetteer on this machine, or a live service."""
LinkMethod = Found | Literal["person"]
LinkState = Literal["linked", "possible", "none", "not_tried"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is: WGS 84 degrees, and its GeoNames id where known."""

    lat: float
    lon: float
    geonames: str | None = None


@dataclass(frozen=True, slots=True)
class Office:
    """A title or office that a person held: what it is called, from when until when.

    A time is an ISO date, or its beginning (a year, a month); None is not known, or not ended. `told` is the last time
    at which the source knows the office to be held still; without it, that of an office without an end is not known.
    """

    label: str
    start: str | None = None
    end: str | None = None
    told: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """The outcome of looking an entity up: which item, how sure (0 to 1), and why, in words and in numbers.

    `method` is who decided, `features` are the numbers (0 to 1) that the score is made of, by name.
    """

    state: LinkState
    wikidata: str | None
    score: float
    reason: str
    source: str
    """Where the gazetteer row, the service's answer, or the decision came from."""
    method: LinkMethod = "gazetteer"
    features: tuple[tuple[str, float], ...] = ()
    date: str | None = None
    """When that source was read, or a person decided (ISO), if that is known."""


@dataclass(frozen=True, slots=True)
class Identity:
    """Who or what an entity is. `key` is the same for the same entity in every article and becomes its IRI."""

    key: str
    type: str
    label: str
    alternatives: tuple[str, ...]
    link: Link
    country: str | None = None
    place: Place | None = None
    offices: tuple[Office, ...] = ()
    """Those that the source of an accepted link tells of; what an article calls somebody is with its mentions."""
    part_of: tuple[str, ...] = ()
    """Wikidata ids of the wholes that the source of an accepted link tells of, never an article."""


@dataclass(frozen=True, slots=True)
class LinkedReading:
    """A reading with one identity for each of its entities, in the same order."""

    reading: Reading
    identities: tuple[Identity, ...]
