"""How the name of a person in an article agrees with the names of a row: full, or a surname alone."""

from converters.linking.match import Feature, Query
from converters.linking.names import same_person, skeleton
from converters.linking.offices import office
from converters.linking.row import Row
from converters.linking.wording import wording

SURNAME = 0.48
ELSEWHERE = 0.55
"""A full name of somebody known for an office, where neither the office nor the country is spoken of: a namesake's?"""


def person_match(query: Query, row: Row) -> Feature | None:
    """A full name must be the row's full name.

    A surname alone counts little; that of somebody known for an office counts nothing unless it is a name of its own
    ("Merz") or stands with an office held on the article's day ("Chancellor Merz").
    """
    written = query.names[0]
    core = wording(written, "Person").core
    names = [skeleton(name) for name in row.names]
    held = any(feature.value for feature in office(query, row).values())
    if " " in core:
        if not any(core == name or same_person(core, name) for name in names):
            return None
        if row.offices and not held and not _spoken_of(query, row):
            return Feature(ELSEWHERE, f"full name {written!r}, but {row.country} is not spoken of")
        return Feature(1.0, f"full name {written!r}")
    known = core in names or ((held or not row.offices) and core in {name.rpartition(" ")[2] for name in names})
    return Feature(SURNAME, f"surname {written!r} alone") if known else None


def _spoken_of(query: Query, row: Row) -> bool:
    return row.country in (None, query.country) or not query.context or bool(query.context.get(row.country))
