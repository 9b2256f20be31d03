"""The register of a release: its claims with their events, parts and places as tables, for filters and extracts.

It holds nothing that the graph does not; it is there so that choosing among a million claims takes milliseconds.
"""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from functools import cache
from pathlib import Path

from pyoxigraph import Store

from converters.query import rows
from converters.resources import resource

PLACES = ("place", "target", "destination", "source", "endpoint", "path")
"""Roles whose fillers tell where an event was."""

_QUERIES = ("claims", "parts", "entities", "classes", "against")
_POINT = re.compile(r"POINT\s*\(\s*(-?[\d.]+)\s+(-?[\d.]+)\s*\)", re.IGNORECASE)
_CLAIM = (
    "claim event label class status modality polarity article title published quote voice who stance first last"
).split()

_TABLES = f"""
CREATE TABLE told ({", ".join(_CLAIM)}, denied INTEGER);
CREATE TABLE part (claim, role, entity);
CREATE TABLE entity (entity PRIMARY KEY, name, lon REAL, lat REAL);
CREATE TABLE class (class, above, name);
CREATE TABLE against (event PRIMARY KEY);
"""
_DERIVED = f"""
CREATE INDEX told_event ON told(event);
CREATE INDEX told_article ON told(article);
CREATE INDEX told_claim ON told(claim);
CREATE INDEX part_claim ON part(claim);
CREATE INDEX part_entity ON part(entity);
CREATE TABLE event AS SELECT event, MAX(label) AS label, COUNT(*) AS claims, COUNT(DISTINCT article) AS articles,
  MIN(substr(COALESCE(first, last), 1, 10)) AS first, MAX(substr(COALESCE(last, first), 1, 10)) AS last,
  CASE
    WHEN SUM(denied) = COUNT(*) THEN 'denied'
    WHEN SUM(denied) > 0 OR event IN (SELECT event FROM against) THEN 'contested'
    WHEN SUM(status = 'publisher_fact') > 0 THEN 'fact'
    WHEN SUM(status = 'attributed_claim') > 0 THEN 'claimed'
    ELSE 'unreal' END AS standing FROM told GROUP BY event;
CREATE UNIQUE INDEX event_event ON event(event);
CREATE INDEX event_rank ON event(claims DESC, event);
CREATE TABLE facet (kind, value, name, event);
INSERT INTO facet SELECT DISTINCT 'class', above, name, event FROM told JOIN class USING (class);
INSERT INTO facet SELECT DISTINCT 'status', status, NULL, event FROM told;
INSERT INTO facet SELECT DISTINCT 'status', 'denied', NULL, event FROM told WHERE denied;
INSERT INTO facet SELECT 'status', 'contested', NULL, event FROM event WHERE standing = 'contested';
INSERT INTO facet SELECT DISTINCT 'place', entity, name, event FROM told JOIN part USING (claim) JOIN entity
  USING (entity) WHERE role IN {PLACES!r};
INSERT INTO facet SELECT DISTINCT 'actor', entity, name, event FROM told JOIN part USING (claim) JOIN entity
  USING (entity) WHERE role <> 'voice' AND role NOT IN {PLACES!r};
INSERT INTO facet SELECT DISTINCT 'voice', entity, name, event FROM told JOIN part USING (claim) JOIN entity
  USING (entity) WHERE role = 'voice';
CREATE INDEX facet_value ON facet(kind, value, event);
CREATE INDEX facet_event ON facet(event, kind);
ANALYZE;
"""


def register_queries() -> tuple[Path, ...]:
    """The queries whose answers fill the register."""
    return tuple(resource("ontology", "queries", "serve", f"register-{name}.rq") for name in _QUERIES)


def write_register(store: Store, path: Path) -> None:
    """Writes the register of a store into a new file."""
    claims, parts, entities, classes, against = (rows(store, query.read_text(encoding="utf-8")) for query in register_queries())
    with closing(sqlite3.connect(path)) as database:
        database.executescript(_TABLES)
        database.executemany(f"INSERT INTO told VALUES ({_marks(len(_CLAIM) + 1)})", _claims(claims))
        database.executemany("INSERT INTO part VALUES (:claim, :role, :entity)", parts)
        database.executemany(f"INSERT INTO entity VALUES ({_marks(4)})", _entities(entities))
        database.executemany("INSERT INTO class VALUES (:class, :above, :label)", classes)
        database.executemany("INSERT INTO against VALUES (:event)", against)
        database.executescript(_DERIVED)
        database.commit()


def _claims(found: Iterator[dict[str, str]]) -> Iterator[tuple[str | int | None, ...]]:
    for row in found:
        denied = row["stance"] == "denies" or row["polarity"] == "negative"
        yield (*(row.get(key) for key in _CLAIM), int(denied))


def _entities(found: Iterator[dict[str, str]]) -> Iterator[tuple[str | float | None, ...]]:
    for row in found:
        point = _POINT.search(row.get("wkt", ""))
        yield row["entity"], row["name"], *((float(point[1]), float(point[2])) if point else (None, None))


@cache
def _marks(number: int) -> str:
    return ", ".join("?" * number)
