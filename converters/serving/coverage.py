"""What a store covers and how good it is, counted once when it is loaded: days, places, and shares with a meaning."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Store

from converters.query import rows
from converters.resources import resource

_POINT = re.compile(r"POINT\s*\((-?[\d.]+) (-?[\d.]+)\)", re.IGNORECASE)
_QUALITY = "quality-"


@dataclass(frozen=True, slots=True)
class Measure:
    """A share, what it is the share of in words, and how many it was counted over."""

    meaning: str
    share: float
    whole: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """`days` are the first and last of publication; `box` is west, south, east, north."""

    days: tuple[str, str] | None
    box: tuple[float, float, float, float] | None
    measures: Mapping[str, Measure]


def cover(store: Store) -> Coverage:
    """Looks through a store."""
    return Coverage(_days(store), _box(store), dict(_measures(store)))


def _days(store: Store) -> tuple[str, str] | None:
    for row in rows(store, _sparql("coverage-days")):
        if "first" in row:
            return row["first"], row["last"]
    return None


def _box(store: Store) -> tuple[float, float, float, float] | None:
    found = [_POINT.match(row["wkt"]) for row in rows(store, _sparql("coverage-places"))]
    points = [(float(point[1]), float(point[2])) for point in found if point]
    if not points:
        return None
    east, north = (max(values) for values in zip(*points, strict=True))
    west, south = (min(values) for values in zip(*points, strict=True))
    return west, south, east, north


def _measures(store: Store) -> list[tuple[str, Measure]]:
    found = []
    for path in sorted(resource("ontology", "queries", "serve").glob(f"{_QUALITY}*.rq")):
        sparql = path.read_text(encoding="utf-8")
        row = next(rows(store, sparql))
        part, whole = int(row["part"]), int(row["whole"])
        if whole:
            meaning = sparql.partition("\n")[0].lstrip("# ")
            found.append((path.stem.removeprefix(_QUALITY), Measure(meaning, round(part / whole, 3), whole)))
    return found


def _sparql(name: str) -> str:
    return resource("ontology", "queries", "serve", f"{name}.rq").read_text(encoding="utf-8")


def coverage_files() -> list[Path]:
    """The queries that this is counted with."""
    folder = resource("ontology", "queries", "serve")
    return sorted([*folder.glob(f"{_QUALITY}*.rq"), *folder.glob("coverage-*.rq")])
