"""The gazetteer: what is known by which name. Rows come from shipped data and from packages, each with its source."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Protocol, TypeVar

from converters.linking.index import Index, open_index
from converters.linking.merge import once
from converters.linking.model import Place
from converters.linking.names import skeleton
from converters.linking.row import Row
from converters.linking.rowkeys import KeyKind, keys_of
from converters.linking.settlements import settlements
from converters.linking.shipped import shipped_digest, shipped_rows
from converters.linking.wording import wording
from converters.linking.wordlists import Family, family, generic

_Key = TypeVar("_Key")
NEAR = 0.3
"""Degrees within which two sources speak of one place."""


class Layer(Protocol):
    """Rows beside the shipped ones, found by the keys of `rowkeys`."""

    def find(self, kind: KeyKind, key: str, family: str | None = None, /) -> tuple[Row, ...]: ...


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Rows found by name. `digest` identifies the files they came from; `layers` are gazetteers on disk beside them,
    `live` is what services told about the names of one article.
    """

    by_name: Mapping[str, tuple[Row, ...]]
    by_core: Mapping[tuple[str, str], tuple[Row, ...]]
    by_last_word: Mapping[str, tuple[Row, ...]]
    by_qid: Mapping[str, Row]
    countries: Mapping[str, str]
    digest: str
    layers: tuple[Index, ...] = ()
    live: tuple[Layer, ...] = ()

    def find(self, name: str, type_: str) -> tuple[Row, ...]:
        """All rows that `name` of something of this type may stand for, of its family only, in a fixed order."""
        relatives = family(type_)
        core = wording(name, type_).core
        rows = once(row for row in self._candidates(name, core, relatives) if row.type in relatives.groups)
        known = [row.place for row in rows if row.qid and row.place]
        found = (row for row in rows if row.qid or not any(_near(place, row.place) for place in known))
        return tuple(sorted(found, key=lambda row: (row.qid or "", row.label, row.source)))

    def named(self, name: str) -> tuple[Row, ...]:
        """The rows that bear exactly this name in any spelling, without settlements that have no Wikidata id."""
        key = skeleton(name)
        layers = (row for layer in self.layers for row in layer.find("name", key))
        return (*self.by_name.get(key, ()), *layers)

    def row(self, qid: str) -> Row | None:
        """The row of a Wikidata item: the shipped one, else that of the first layer that has it."""
        own = self.by_qid.get(qid)
        return own or next((row for layer in self.layers if (row := layer.row(qid))), None)

    def rows(self) -> Iterator[Row]:
        """All shipped rows that have a Wikidata id."""
        yield from self.by_qid.values()

    def country_label(self, country: str | None) -> str | None:
        """The label of the country with this ISO 3166 alpha-2 code."""
        return self.countries.get(country or "")

    def government_label(self, country: str) -> str:
        """What to call the government of a country."""
        pattern: str = generic()["organisation"]["government_label"]
        return pattern.format(self.country_label(country) or country)

    def _candidates(self, name: str, core: str, relatives: Family) -> Iterator[Row]:
        keys = (skeleton(name), core)
        last = core.rpartition(" ")[2]
        for key in {*keys}:
            yield from self.by_name.get(key, ())
        yield from self.by_core.get((relatives.name, core), ())
        if relatives.name == "person":
            yield from self.by_last_word.get(last, ())
        if relatives.name == "place":
            for key in {*keys}:
                yield from settlements(key)
        for row in self._of_layers(keys, last, relatives.name):
            own = self.by_qid.get(row.qid or "", row)
            if family(own.type) is family(row.type):  # else the layer gives the id to something that it is not
                yield from (own, row)

    def _of_layers(self, keys: tuple[str, str], last: str, family_: str) -> Iterator[Row]:
        layers: tuple[Layer, ...] = (*self.layers, *self.live)
        for layer in layers:
            for key in dict.fromkeys(keys):
                yield from layer.find("name", key, family_)
            yield from layer.find("core", keys[1], family_)
            if family_ == "person":
                yield from layer.find("last", last, family_)


def load(layers: tuple[Path, ...] = ()) -> Gazetteer:
    """The shipped gazetteer with the territories of rigour, and gazetteers on disk beside it.

    Raises BadData if a shipped file breaks its own format, BadInput if a layer is no gazetteer.
    """
    return replace(_shipped(), layers=tuple(map(open_index, layers))) if layers else _shipped()


@cache
def _shipped() -> Gazetteer:
    return index(shipped_rows(), shipped_digest())


def index(rows: Iterable[Row], digest: str) -> Gazetteer:
    """Makes rows findable by their keys, and by Wikidata id."""
    names: defaultdict[str, list[Row]] = defaultdict(list)
    cores: defaultdict[tuple[str, str], list[Row]] = defaultdict(list)
    lasts: defaultdict[str, list[Row]] = defaultdict(list)
    countries: dict[str, str] = {}
    by_qid: dict[str, Row] = {}
    for row in rows:
        for kind, of, key in keys_of(row):
            match kind:
                case "name":
                    names[key].append(row)
                case "core":
                    cores[of, key].append(row)
                case "last":
                    lasts[key].append(row)
        if row.type == "Country" and row.country:
            countries.setdefault(row.country, row.label)
        if row.qid:
            by_qid[row.qid] = row
    return Gazetteer(_frozen(names), _frozen(cores), _frozen(lasts), by_qid, countries, digest)


def _near(one: Place, other: Place | None) -> bool:
    """Whether two places of one name are so near that they are one, told by two sources."""
    return other is not None and abs(one.lat - other.lat) < NEAR and abs(one.lon - other.lon) < NEAR


def _frozen(lists: Mapping[_Key, list[Row]]) -> dict[_Key, tuple[Row, ...]]:
    return {key: tuple(found) for key, found in lists.items()}
