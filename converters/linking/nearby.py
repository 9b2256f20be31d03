"""Which of many places lies near a point; thousands of them cost no more than a few."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import asin, ceil, cos, floor, radians, sin, sqrt

from converters.linking.model import Place
from converters.linking.row import Row

EARTH_RADIUS = 6371
DEGREE = 111
"""Kilometres of a degree of latitude, at least."""
_POLAR = 89
"""The latitude from which on all longitudes are near each other."""
Cell = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Nearby:
    """Rows by the degree of latitude and longitude in which they lie; `reach` is how far near is, in kilometres."""

    cells: Mapping[Cell, tuple[Row, ...]]
    reach: float

    def nearest(self, place: Place, but: Collection[Row | None]) -> tuple[float, Row] | None:
        """The nearest row within reach with its distance, none of `but` and none at the very same place."""
        found = (
            (kilometres(place, row.place), row.label, row)
            for cell in self._around(place)
            for row in self.cells.get(cell, ())
            if row.place and row not in but
        )
        distance, _, row = min(
            ((d, label, row) for d, label, row in found if 0 < d <= self.reach), default=(0, "", None)
        )
        return None if row is None else (distance, row)

    def _around(self, place: Place) -> Iterator[Cell]:
        if not self.cells:
            return
        high = ceil(self.reach / DEGREE)
        far = abs(place.lat) + high
        wide = 180 if far >= _POLAR else min(180, ceil(self.reach / (DEGREE * cos(radians(far)))))
        lat, lon = floor(place.lat), floor(place.lon)
        for north in range(-high, high + 1):
            for east in range(-wide, wide + 1):
                yield lat + north, (lon + east + 180) % 360 - 180


def nearby(rows: Iterable[Row | None], reach: float) -> Nearby:
    """The rows that have coordinates, made findable."""
    cells: dict[Cell, list[Row]] = defaultdict(list)
    for row in rows:
        if row is not None and row.place is not None:
            cells[floor(row.place.lat), (floor(row.place.lon) + 180) % 360 - 180].append(row)
    return Nearby({cell: tuple(dict.fromkeys(found)) for cell, found in cells.items()}, reach)


def kilometres(one: Place, other: Place) -> float:
    """The distance on a sphere (haversine formula)."""
    lat, lon = radians(other.lat - one.lat), radians(other.lon - one.lon)
    half = sin(lat / 2) ** 2 + cos(radians(one.lat)) * cos(radians(other.lat)) * sin(lon / 2) ** 2
    return 2 * EARTH_RADIUS * asin(sqrt(half))
