"""What the Entity Reconciliation service offers: things, their types, their properties."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from converters.errors import BadInput
from converters.linking.row import Row

Json = dict[str, Any]


class TooLarge(BadInput):
    """A batch has more queries than the manifest allows (to be answered with 413)."""


Strictness = Literal["any", "all", "should"]
Quantifier = Literal["any", "all", "none"]


@dataclass(frozen=True, slots=True)
class Condition:
    """What a property of a candidate should be; one without it is left out if that is `required`."""

    pid: str
    values: tuple[Any, ...]
    required: bool = False
    quantifier: Quantifier = "any"


@dataclass(frozen=True, slots=True)
class Asked:
    """A reconciliation query of any version of the API: names or ids that are looked for, and what narrows them."""

    names: tuple[str, ...]
    limit: int
    types: tuple[str, ...] = ()
    strict: Strictness = "any"
    conditions: tuple[Condition, ...] = ()
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that can be matched: a row with its id (the end of its IRI), and the articles that speak of it."""

    id: str
    row: Row
    articles: tuple[str, ...] = ()

    @property
    def description(self) -> str:
        """What tells it from its namesakes: its class, its country, how often it is spoken of."""
        told = f"in {len(self.articles)} articles" if len(self.articles) > 1 else "in 1 article"
        return ", ".join(filter(None, (self.row.type, self.row.country, told if self.articles else "")))


@dataclass(frozen=True, slots=True)
class Type:
    """A class of the ontology by its local name, with those above it."""

    id: str
    name: str
    description: str
    broader: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Property:
    """Something that is known of a thing: its values as the data extension protocol wants them."""

    id: str
    name: str
    description: str
    values: Callable[[Thing], list[Json]]


def _texts(*values: str | None) -> list[Json]:
    return [{"str": value} for value in values if value]


def _at(thing: Thing, axis: str) -> list[Json]:
    return [{"float": getattr(thing.row.place, axis)}] if thing.row.place else []


PROPERTIES: Mapping[str, Property] = {
    one.id: one
    for one in (
        Property("name", "name", "Every name it is called by.", lambda thing: _texts(*thing.row.names)),
        Property("country", "country", "ISO 3166-1 alpha-2 code.", lambda thing: _texts(thing.row.country)),
        Property(
            "wikidata",
            "Wikidata",
            "The item of Wikidata that it is.",
            lambda thing: [{"id": thing.row.qid, "name": thing.row.label}] if thing.row.qid else [],
        ),
        Property(
            "geonames",
            "GeoNames",
            "The number of the feature in GeoNames.",
            lambda thing: _texts(thing.row.place.geonames if thing.row.place else None),
        ),
        Property("latitude", "latitude", "WGS 84 degrees.", lambda thing: _at(thing, "lat")),
        Property("longitude", "longitude", "WGS 84 degrees.", lambda thing: _at(thing, "lon")),
        Property(
            "population",
            "population",
            "Inhabitants.",
            lambda thing: [{"int": thing.row.population}] if thing.row.population else [],
        ),
        Property("article", "article", "Articles that speak of it.", lambda thing: _texts(*thing.articles)),
    )
}
