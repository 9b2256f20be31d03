"""Tables of one's own (CSV, TSV) and results of SPARQL queries (JSON, CSV, TSV): one item a row, or one alias of it.

Small enough to be read at once. Everything that is wrong is told with its line: the row is mended or taken out by hand.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from converters.errors import BadInput
from converters.gazetteers.cells import Cells, lines
from converters.gazetteers.model import Entry, Source
from converters.gazetteers.names import usable
from converters.gazetteers.recipe import Recipe
from converters.linking.model import Place
from converters.linking.row import Row, is_qid, offices_in
from converters.linking.wordlists import known_types

ENTITY = "http://www.wikidata.org/entity/"
_POINT = re.compile(r"POINT\s*\(\s*(\S+)\s+(\S+)\s*\)", re.IGNORECASE)


def table_entries(source: Source, recipe: Recipe) -> Iterator[Entry]:
    """The rows of a table, one per item. Raises BadInput with file and line: a bad cell, an id that stands for two."""
    found: dict[str, Entry] = {}
    numbers: dict[str, tuple[int, str | None]] = {}
    for line, cells in lines(source, recipe):
        try:
            row = _row(cells, source, recipe)
        except ValueError as error:
            raise BadInput(f"{source.path}:{line}: {error}") from error
        if row.place and row.place.geonames:
            before, other = numbers.setdefault(row.place.geonames, (line, row.qid))
            if other != row.qid:
                told = f"{row.place.geonames} is {row.qid} here and {other} in line {before}"
                raise BadInput(f"{source.path}:{line}: the GeoNames id {told}")
        key = row.qid or f"geonames {row.place.geonames if row.place else ''}"
        known = found.get(key)
        found[key] = _with_names(known, row, line, source) if known else Entry(line, row)
    yield from found.values()


def _row(cells: Cells, source: Source, recipe: Recipe) -> Row:
    """Raises ValueError with what is wrong with the row."""
    qid = cells.get("qid", "").removeprefix(ENTITY) or None
    if qid and not is_qid(qid):
        raise ValueError(f"{qid!r} is no Wikidata id")
    geonames = cells.get("geonames") or None
    if geonames and not geonames.isdecimal():
        raise ValueError(f"{geonames!r} is no GeoNames id")
    label = cells.get("label") or (qid or "")
    place = _place(cells, geonames)
    if not (qid or (place and geonames)):
        raise ValueError("a row needs a Wikidata id, or a GeoNames id with coordinates")
    if not label or label == qid:
        raise ValueError("the row has no label")
    names = (label, *usable([*cells.get("aliases", "").split("|"), cells.get("alias", "")], label))
    licence = cells.get("licence") or source.licence
    if not licence:
        raise ValueError("the row has no licence: give a column 'licence' or --licence")
    country = cells.get("country") or None
    if country and not re.fullmatch(r"[A-Z]{2}", country):
        raise ValueError(f"country {country!r} is no ISO 3166 alpha-2 code")
    population, sitelinks = (_whole(cells, column) for column in ("population", "sitelinks"))
    text = replace(source, licence=licence).text
    type_, offices = _type(cells, source, recipe), tuple(offices_in(cells.get("offices", "")))
    wholes = _once(_wholes(cells.get("part_of", "")))
    return Row(qid, label, type_, names, country, place, population, text, sitelinks, offices=offices, part_of=wholes)


def _type(cells: Cells, source: Source, recipe: Recipe) -> str:
    told = cells.get("type", "").removeprefix(ENTITY) or source.type or ""
    type_ = recipe.classes.get(told, told)
    if not type_:
        raise ValueError("the row has no type: give a column 'type' or --type")
    if type_ not in known_types():
        raise ValueError(f"type {type_!r} is no class of entities, nor a Wikidata class of the recipe")
    return type_


def _wholes(text: str) -> Iterator[str]:
    """The ids in a cell: "Q212", "Q212 Ukraine" and others, divided by "|"; a label behind an id is for its readers."""
    for one in filter(None, map(str.strip, text.split("|"))):
        qid = one.partition(" ")[0].removeprefix(ENTITY)
        if not is_qid(qid):
            raise ValueError(f"{one!r} is no whole: a Wikidata id, alone or with a label behind it")
        yield qid


def _place(cells: Cells, geonames: str | None) -> Place | None:
    lat, lon = cells.get("lat", ""), cells.get("lon", "")
    if point := cells.get("point"):
        match = _POINT.fullmatch(point)
        if match is None:
            raise ValueError(f"{point!r} is no POINT(longitude latitude)")
        lon, lat = match.groups()
    if not lat and not lon:
        return None
    try:
        at = float(lat), float(lon)
    except ValueError as error:
        raise ValueError(f"latitude {lat!r}, longitude {lon!r}: no numbers") from error
    if not (-90 <= at[0] <= 90 and -180 <= at[1] <= 180):
        raise ValueError(f"latitude {lat}, longitude {lon} is nowhere on Earth")
    return Place(*at, geonames)


def _whole(cells: Cells, column: str) -> int:
    text = cells.get(column) or "0"
    if not text.isdecimal():
        raise ValueError(f"{column} {text!r} is no whole number")
    return int(text)


def _with_names(known: Entry, row: Row, line: int, source: Source) -> Entry:
    """A further line about an item adds names; in all else it must say the same."""
    first = known.row
    if replace(row, names=()) != replace(first, names=()):
        raise BadInput(
            f"{source.path}:{line}: {row.qid or 'the place'} is {row.label!r} ({row.type}) here and {first.label!r} "
            f"({first.type}) in line {known.line}, or differs from it in another cell"
        )
    return Entry(known.line, replace(first, names=_once((*first.names, *row.names))))


def _once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
