"""By what a row is found: each of its names, the proper part of those, and a person's last word."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from converters.linking.names import skeleton
from converters.linking.row import Row
from converters.linking.wording import wording
from converters.linking.wordlists import family

KeyKind = Literal["name", "core", "last"]
_BY_CORE = ("place", "water", "organisation")
"""Families whose names have a part that says what they are."""


class Key(NamedTuple):
    """A skeleton under which something of a family is found."""

    kind: KeyKind
    family: str
    key: str


def keys_of(row: Row) -> Iterator[Key]:
    """Every key of a row once, in a fixed order. A city has no proper part: "Xan City" is not found as "Xan"."""
    kind = family(row.type).name
    skeletons = dict.fromkeys(map(skeleton, row.names))
    for key in skeletons:
        yield Key("name", kind, key)
    if kind in _BY_CORE and row.type != "City":
        for key in dict.fromkeys(wording(name, row.type).core for name in row.names):
            yield Key("core", kind, key)
    if kind == "person":
        for key in dict.fromkeys(key.rpartition(" ")[2] for key in skeletons):
            yield Key("last", kind, key)
