"""The map: places where the events chosen are told to have been, drawn on the server, with a table of the same."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from math import cos, radians, sqrt

from converters.serving.pages.filters import chosen_page
from converters.serving.pages.page import STATIC
from converters.serving.register import PLACES
from converters.serving.selection import TONES, Register, Selection
from converters.serving.site import Opened

WIDTH, HEIGHT = 960.0, 480.0
MOST = 300
LABELLED = 8
CLOSEST = 1.6
"""Points of the outline that are closer to each other are one."""

LEAST = 3.0
"""Degrees of latitude that a map shows at least."""

Point = tuple[float, float]
Line = Sequence[Sequence[float]]
_PLACES = f"""
SELECT entity, MAX(name) AS name, MAX(lon) AS lon, MAX(lat) AS lat, COUNT(DISTINCT told.event) AS events,
  GROUP_CONCAT(DISTINCT tone) AS tones
FROM told JOIN event USING (event) JOIN part USING (claim) JOIN entity USING (entity)
WHERE told.event IN {{events}} AND role IN {PLACES!r} AND lon IS NOT NULL
GROUP BY entity ORDER BY events DESC, entity LIMIT ?
"""


@dataclass(frozen=True, slots=True)
class View:
    """A stretch of the world as a drawing: degrees east and north, shortened eastwards as at its middle."""

    west: float
    south: float
    east: float
    north: float

    def at(self, lon: float, lat: float) -> Point:
        """Where a place is in the drawing."""
        return (
            round((lon - self.west) / (self.east - self.west) * WIDTH, 1),
            round((self.north - lat) / (self.north - self.south) * HEIGHT, 1),
        )

    def shows(self, points: Line) -> bool:
        """Whether any of the rectangle around the points can be seen."""
        lons, lats = zip(*points, strict=True)
        inside = min(lons) < self.east and max(lons) > self.west and min(lats) < self.north and max(lats) > self.south
        return bool(inside)


@dataclass(frozen=True, slots=True)
class Mark:
    """A place on the map: how many of the events chosen are told to have been there, and how they are meant."""

    iri: str
    name: str
    lon: float
    lat: float
    x: float
    y: float
    radius: float
    events: int
    tones: tuple[str, ...]


def map_page(opened: Opened, register: Register, chosen: Selection, page: int) -> bytes:
    """The map of the events chosen; `page` is of no use here."""
    rows = list(register.rows(_PLACES, chosen, MOST))
    view = around([(row["lon"], row["lat"]) for row in rows])
    marks = [_mark(view, row) for row in rows]
    rings, borders = _outline()
    return chosen_page(
        opened,
        register,
        chosen,
        "map",
        "map.html",
        marks=marks,
        labelled=LABELLED,
        land=[path(view, ring, closed=True) for ring in rings if view.shows(ring)],
        borders=[path(view, line, closed=False) for line in borders if view.shows(line)],
        width=int(WIDTH),
        height=int(HEIGHT),
    )


def _mark(view: View, row: dict[str, str | float | int]) -> Mark:
    told = str(row["tones"]).split(",")
    tones = tuple(tone for tone in TONES if tone in told)
    x, y = view.at(float(row["lon"]), float(row["lat"]))
    events = int(row["events"])
    radius = round(4 + 2.2 * sqrt(events), 1)
    place = (str(row["entity"]), str(row["name"]), float(row["lon"]), float(row["lat"]))
    return Mark(*place, x, y, min(radius, 26.0), events, tones)


def around(points: Sequence[Point]) -> View:
    """The view that shows all points with room around them, in the shape of the drawing; without points the world."""
    if not points:
        return View(-180.0, -90.0, 180.0, 90.0)
    lons, lats = zip(*points, strict=True)
    middle_lon, middle_lat = (min(lons) + max(lons)) / 2, (min(lats) + max(lats)) / 2
    shrink = max(cos(radians(middle_lat)), 0.1)
    tall = max((max(lats) - min(lats)) * 1.3, (max(lons) - min(lons)) * 1.2 * shrink * HEIGHT / WIDTH, LEAST)
    wide = tall * WIDTH / HEIGHT / shrink
    return View(middle_lon - wide / 2, middle_lat - tall / 2, middle_lon + wide / 2, middle_lat + tall / 2)


def path(view: View, points: Line, *, closed: bool) -> str:
    """A line or ring as the `d` of an SVG path; empty if nothing of it is to be seen.

    Of a ring what lies beyond the edges is moved to a frame around them, of a line it is left out.
    """
    if closed:
        drawn = list(_seen(view.at(*_held(view, lon, lat)) for lon, lat in points))
        return f"M{_told(drawn)}Z" if len({x for x, _ in drawn}) > 2 and len({y for _, y in drawn}) > 2 else ""
    parts: list[list[Point]] = [[]]
    for lon, lat in points:
        if _held(view, lon, lat) == (lon, lat):
            parts[-1].append(view.at(lon, lat))
        elif parts[-1]:
            parts.append([])
    return "".join(f"M{_told(list(_seen(iter(part))))}" for part in parts if len(part) > 1)


def _held(view: View, lon: float, lat: float) -> Point:
    """A place, or the nearest one in a frame that is as much larger than the view."""
    wide, tall = (view.east - view.west) * 0.5, (view.north - view.south) * 0.5
    return (
        min(max(lon, view.west - wide), view.east + wide),
        min(max(lat, view.south - tall), view.north + tall),
    )


def _seen(points: Iterator[Point]) -> Iterator[Point]:
    """Points without those that lie on the one before."""
    last: Point | None = None
    for point in points:
        if last is None or abs(point[0] - last[0]) + abs(point[1] - last[1]) >= CLOSEST:
            yield point
            last = point


def _told(points: Sequence[Point]) -> str:
    return "L".join(f"{x:g},{y:g}" for x, y in points)


@cache
def _outline() -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """The rings of all land, and the borders."""
    found = json.loads((STATIC / "outline" / "outline.json").read_text(encoding="utf-8"))
    return tuple(ring for polygon in found["land"] for ring in polygon), tuple(found["borders"])
