"""All that can be matched: the entities of a release, and what the gazetteers know beside them."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from converters.linking.gazetteer import Gazetteer, index
from converters.linking.merge import joined
from converters.linking.model import Place
from converters.linking.names import skeleton
from converters.linking.row import Row
from converters.linking.wordlists import known_types
from converters.query import graph_file, rows, store_of
from converters.reconciliation.model import Thing, Type

_TYPES = """
SELECT ?class ?label ?definition (GROUP_CONCAT(STRAFTER(STR(?above), "#")) AS ?broader) WHERE {
  ?class a owl:Class ; rdfs:subClassOf* ew:Entity ; rdfs:label ?label ; skos:definition ?definition .
  OPTIONAL { ?class rdfs:subClassOf ?above }
} GROUP BY ?class ?label ?definition ORDER BY ?class
"""


@dataclass(frozen=True, slots=True)
class Things:
    """`released` are the entities of a release by id, `own` finds them by name, `gazetteer` finds all others."""

    released: Mapping[str, Thing]
    own: Gazetteer
    gazetteer: Gazetteer
    types: Mapping[str, Type]

    def named(self, name: str, type_: str) -> tuple[Thing, ...]:
        """Whatever a name of something of this type may stand for, once each; of the release first."""
        return self._once((*self.own.find(name, type_), *self.gazetteer.find(name, type_)))

    def starting(self, prefix: str, limit: int) -> tuple[Thing, ...]:
        """Things with a name that begins so: of the release, of the shipped gazetteer, of layers."""
        key = skeleton(prefix)
        if not key:
            return ()
        own, shipped = (
            [row for name, same in known.by_name.items() if name.startswith(key) for row in same]
            for known in (self.own, self.gazetteer)
        )
        layers = (row for layer in self.gazetteer.layers for row in layer.starting(key, limit))
        best = sorted(shipped, key=lambda row: (-row.population, row.label))[:limit]
        return self._once((*own, *best, *layers))[:limit]

    def get(self, id_: str) -> Thing | None:
        """The thing with this id."""
        if id_ in self.released:
            return self.released[id_]
        row = self.gazetteer.row(id_)
        return Thing(id_, row) if row else None

    def above(self, type_: str) -> frozenset[str]:
        """A type with all that are above it."""
        broader = self.types[type_].broader if type_ in self.types else ()
        return frozenset({type_}).union(*(self.above(one) for one in broader))

    def _once(self, found: Iterable[Row]) -> tuple[Thing, ...]:
        once: dict[str, Thing] = {}
        for row in found:
            id_ = id_of(row)
            known = once.get(id_) or self.released.get(id_)
            once[id_] = Thing(id_, joined(known.row, row), known.articles) if known else Thing(id_, row)
        return tuple(once.values())


def id_of(row: Row) -> str:
    """The end of a thing's IRI: Wikidata's id, else GeoNames', else the release's own (kept in `source`)."""
    if row.qid:
        return row.qid
    return f"gn-{row.place.geonames}" if row.place and row.place.geonames else row.source


def things(data: Path, gazetteer: Gazetteer) -> Things:
    """The entities of the release in `data` with a name, and a gazetteer. Raises BadInput if there is no release."""
    released = {thing.id: thing for thing in _released(graph_file(data).parent / "entities.jsonl")}
    own = index((thing.row for thing in released.values()), "")
    return Things(released, own, gazetteer, types())


def types() -> Mapping[str, Type]:
    """The classes of entities of the ontology, by local name."""
    return {
        one.id: one
        for row in rows(store_of(b""), _TYPES)
        for one in [
            Type(
                row["class"].rpartition("#")[2],
                row["label"],
                row["definition"],
                tuple(sorted(name for name in row.get("broader", "").split() if name)),
            )
        ]
    }


def _released(entities: Path) -> Iterator[Thing]:
    with entities.open(encoding="utf-8") as lines:
        for one in map(json.loads, lines):
            names = [mention["text"] for mention in one["mentions"] if mention["kind"] == "name"]
            type_ = next((type_ for type_ in one["types"] if type_ in known_types()), None)
            if one["label"] and names and type_:
                id_ = one["entity"].rpartition("/")[2]
                number = id_.removeprefix("gn-") if id_.startswith("gn-") else None
                place = None if one["lat"] is None else Place(one["lat"], one["lon"], number)
                every = tuple(dict.fromkeys((one["label"], *names)))
                row = Row(one["wikidata"], one["label"], type_, every, one["country"], place, 0, id_)
                yield Thing(id_, row, tuple(sorted({mention["article"] for mention in one["mentions"]})))
