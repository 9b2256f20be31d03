"""Which entities can fill which roles."""

from collections.abc import Mapping

from converters.reading.roles.participants import ACTORS, MEANS, PLACE_TYPES, SCENERY

FITTING: Mapping[str, frozenset[str]] = {
    "place": PLACE_TYPES,
    "path": PLACE_TYPES,
    "destination": PLACE_TYPES,
    "endpoint": PLACE_TYPES,
    "medium": frozenset({"Document", "Platform", "Publisher", "NewsAgency"}),
}
"""Roles that only entities of some types can fill."""
_UNFIT: Mapping[str, frozenset[str]] = {"agent": SCENERY, "participant": MEANS, "content": ACTORS}
"""Roles that entities of some types cannot fill: nobody says, denies or wants people."""


def fits(role: str, kind: str) -> bool:
    return kind in FITTING.get(role, {kind}) and kind not in _UNFIT.get(role, ())
