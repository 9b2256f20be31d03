"""The rows of the gazetteer that ships: `ontology/gazetteer/` and the territories of rigour."""

from collections.abc import Iterator, Mapping
from hashlib import sha256

from converters.errors import BadData
from converters.linking.merge import once
from converters.linking.model import Place
from converters.linking.row import Row, offices_in
from converters.linking.territories import territories, territory_rows
from converters.linking.wordlists import also_known, read_on, table
from converters.resources import resource

FILES = (
    "entities.tsv",
    "bodies.tsv",
    "persons.tsv",
    "also-known.tsv",
    "countries.tsv",
    "dates.tsv",
    "places.tsv.gz",
    "settlements.tsv.gz",
    "families.yaml",
    "generic.yaml",
    "judgement.yaml",
)
_PLACE_SOURCE = "Natural Earth (public domain), names from GeoNames (CC BY 4.0)"


def shipped_rows() -> tuple[Row, ...]:
    """One row per Wikidata id; a city that is a country as well (Singapore) is a country.

    Raises BadData if a file breaks its own format.
    """
    return tuple(once([*_entities(), *_persons(), *_bodies(), *_places(), *territory_rows()]))


def shipped_digest() -> str:
    """Identifies the files that rows and judgement come from."""
    files = (resource("ontology", "gazetteer", name).read_bytes() for name in FILES)
    return sha256(b"".join(sha256(data).digest() for data in files)).hexdigest()


def _entities() -> Iterator[Row]:
    for cells in table(resource("ontology", "gazetteer", "entities.tsv")):
        names = tuple(dict.fromkeys((*_names(cells), *also_known(_names(cells)))))
        source = f"{cells['source']} ({cells['licence']}), {read_on('entities.tsv')}"
        yield Row(cells["qid"], cells["label"], cells["type"], names, *_whereabouts(cells), source)


def _persons() -> Iterator[Row]:
    for cells in table(resource("ontology", "gazetteer", "persons.tsv")):
        names, source = _names(cells), f"{cells['source']} (CC0-1.0), {read_on('persons.tsv')}"
        try:
            held = tuple(offices_in(cells["offices"]))
        except ValueError as wrong:
            raise BadData(f"persons.tsv: the row of {cells['label']!r}: {wrong}") from wrong
        yield Row(cells["qid"], names[0], "Person", names, cells["country"] or None, None, 0, source, offices=held)


def _bodies() -> Iterator[Row]:
    for cells in table(resource("ontology", "gazetteer", "bodies.tsv")):
        names = tuple(dict.fromkeys((*_names(cells), *also_known(_names(cells)))))
        source = f"{cells['source']} (BSD-3-Clause), {read_on('bodies.tsv')}"
        yield Row(cells["qid"], cells["label"], cells["type"], names, cells["country"] or None, None, 0, source)


def _names(cells: Mapping[str, str]) -> tuple[str, ...]:
    return (cells["label"], *filter(None, cells["aliases"].split("|")))


def _places() -> Iterator[Row]:
    for cells in table(resource("ontology", "gazetteer", "places.tsv.gz")):
        names = (cells["label"], *filter(None, cells["names"].split("|")))
        source = f"{_PLACE_SOURCE}, {read_on('places.tsv.gz')}"
        whole = territories().get(cells["country"])
        yield Row(
            cells["qid"],
            cells["label"],
            "City",
            names,
            *_whereabouts(cells),
            source,
            part_of=(whole,) if whole else (),
        )


def _whereabouts(cells: Mapping[str, str]) -> tuple[str | None, Place | None, int]:
    """Country, place and population of a row of a table; empty cells are unknown."""
    try:
        place = Place(float(cells["lat"]), float(cells["lon"]), cells["geonames"] or None) if cells["lat"] else None
        return cells["country"] or None, place, int(cells["population"] or 0)
    except ValueError as wrong:
        raise BadData(f"gazetteer: the row of {cells['label']!r} has a number that is none: {wrong}") from wrong
