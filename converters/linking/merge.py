"""Rows of several sources about the same thing made one: the first decides, later ones add."""

from collections.abc import Iterable
from dataclasses import replace

from converters.linking.row import Row
from converters.linking.wordlists import family


def once(rows: Iterable[Row]) -> list[Row]:
    """Each thing once, known by its Wikidata or GeoNames id: the first row decides, later ones add to it."""
    found: dict[str | int, Row] = {}
    for row in rows:
        key = row.qid or (row.place.geonames if row.place and row.place.geonames else id(row))
        known = found.get(key)
        found[key] = row if known is None or known is row else joined(known, row)
    return list(found.values())


def joined(known: Row, other: Row) -> Row:
    """One row of two about the same thing: the second adds names and what the first does not know.

    Who adds what only a source can tell (a service, offices, wholes) is named beside the first.
    """
    found_live = known.method != other.method
    adds = found_live or not {*other.offices, *other.part_of} <= {*known.offices, *known.part_of}
    return replace(
        known,
        source=f"{known.source}; {other.source}" if adds else known.source,
        method="service" if found_live else known.method,
        type="Country" if other.type == "Country" and family(known.type).name == "place" else known.type,
        names=tuple(dict.fromkeys((*known.names, *other.names))),
        country=known.country or other.country,
        place=known.place or other.place,
        population=known.population or other.population,
        sitelinks=known.sitelinks or other.sitelinks,
        typed=known.typed or other.typed,
        matched=known.matched or other.matched,
        offices=tuple(dict.fromkeys((*known.offices, *other.offices))),
        part_of=tuple(dict.fromkeys((*known.part_of, *other.part_of))),
    )
