"""All that can be matched: the entities of a release. The gazetteer lends them names, figures, and rivals."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import unquote

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
    """`released` are the entities of a release by id, `own` finds them by name.

    `gazetteer` knows more names of them, and others of the same name: these are no candidates, but leave none certain.
    """

    released: Mapping[str, Thing]
    own: Gazetteer
    gazetteer: Gazetteer
    types: Mapping[str, Type]
    known_as: Mapping[str, str]
    """The ids of the release by what the same things are called elsewhere."""

    def named(self, name: str, type_: str) -> tuple[Thing, ...]:
        """Whatever a name of something of this type may stand for, once each; of the release first."""
        return self._once((*self.own.find(name, type_), *self.gazetteer.find(name, type_)))

    def starting(self, prefix: str, limit: int) -> tuple[Thing, ...]:
        """Things of the release with a name, or a word of a name, that begins so; those spoken of most come first."""
        key = skeleton(prefix)
        if not key:
            return ()
        began = re.compile(rf"\b{re.escape(key)}")
        of_release = (thing for thing in map(self.get, self.released) if thing)
        found = [thing for thing in of_release if any(began.search(skeleton(name)) for name in thing.row.names)]
        return tuple(sorted(found, key=lambda thing: (-len(thing.articles), thing.row.label, thing.id))[:limit])

    def get(self, id_: str) -> Thing | None:
        """The thing of the release with this id, with what the gazetteer knows of it."""
        thing = self.released.get(id_)
        row = self.gazetteer.row(thing.row.qid) if thing and thing.row.qid else None
        return replace(thing, row=joined(thing.row, row)) if thing and row else thing

    def kinds(self) -> frozenset[str]:
        """The types of things that can be looked for: those of the gazetteer, and of the release."""
        return known_types() | {thing.row.type for thing in self.released.values()}

    def above(self, type_: str) -> frozenset[str]:
        """A type with all that are above it."""
        broader = self.types[type_].broader if type_ in self.types else ()
        return frozenset({type_}).union(*(self.above(one) for one in broader))

    def id_of(self, row: Row) -> str:
        """The release's id of what a row is about (kept in `source` by its own), else what it is called elsewhere."""
        name = _elsewhere(row)
        return self.known_as.get(name, name) if name else row.source

    def _once(self, found: Iterable[Row]) -> tuple[Thing, ...]:
        once: dict[str, Thing] = {}
        for row in found:
            id_ = self.id_of(row)
            known = once.get(id_) or self.released.get(id_)
            once[id_] = Thing(id_, joined(known.row, row), known.articles) if known else Thing(id_, row)
        return tuple(once.values())


def _elsewhere(row: Row) -> str | None:
    """What a row is called elsewhere: by Wikidata, else by GeoNames."""
    return row.qid or (f"gn-{row.place.geonames}" if row.place and row.place.geonames else None)


def things(data: Path, gazetteer: Gazetteer) -> Things:
    """The entities of the release in `data` with a name, and a gazetteer. Raises BadInput if there is no release."""
    classes = types()
    released = {thing.id: thing for thing in _released(graph_file(data).parent / "entities.jsonl", classes)}
    own = index((thing.row for thing in released.values()), "")
    known_as = {name: thing.id for thing in released.values() if (name := _elsewhere(thing.row))}
    return Things(released, own, gazetteer, classes, known_as)


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


def _released(entities: Path, classes: Mapping[str, Type]) -> Iterator[Thing]:
    with entities.open(encoding="utf-8") as lines:
        for one in map(json.loads, lines):
            names = [mention["text"] for mention in one["mentions"] if mention["kind"] == "name"]
            type_ = next((type_ for type_ in one["types"] if type_ in classes), None)
            if one["label"] and names and type_:
                id_ = unquote(one["entity"].rpartition("/")[2])
                number = id_.removeprefix("gn-") if id_.startswith("gn-") else None
                place = None if one["lat"] is None else Place(one["lat"], one["lon"], number)
                every = tuple(dict.fromkeys((one["label"], *names)))
                row = Row(one["wikidata"], one["label"], type_, every, one["country"], place, 0, id_)
                yield Thing(id_, row, tuple(sorted({mention["article"] for mention in one["mentions"]})))
