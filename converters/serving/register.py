"""The register of a release: its claims with their events, parts and places as tables, for filters and extracts.

It holds nothing that the graph does not; it is there so that choosing among a million claims takes milliseconds.
"""

import re
import sqlite3
from contextlib import closing
from functools import partial
from pathlib import Path

from pyoxigraph import Store

from converters.query import rows
from converters.resources import resource

PLACES = ("place", "target", "destination", "source", "endpoint", "path")
"""Roles whose fillers, if they are places, tell where an event was."""

TONES_OF_STANDINGS = {"contested": "contested", "denied": "denied", "withdrawn": "denied", "planned": "unreal"}
"""How what stands so is shown; what holds is shown as it is told."""

_POINT = re.compile(r"POINT\s*\(\s*(-?[\d.]+)\s+(-?[\d.]+)\s*\)", re.IGNORECASE)

_ANSWERS = {
    "claims": "claim event label class status modality polarity article title published quote",
    "voices": "claim depth stance voice name",
    "times": "claim edge at",
    "parts": "claim role entity",
    "entities": "entity name place wkt",
    "classes": "class above name",
    "verdicts": "event aspect standing",
}
"""What is asked of the graph (`register-….rq`), and the columns of each answer; each becomes a table of this name."""

_DERIVED = f"""
CREATE INDEX voices_claim ON voices(claim);
CREATE INDEX times_claim ON times(claim);
CREATE TABLE told AS SELECT claims.*, voice,
  COALESCE(name, CASE CAST(depth AS INTEGER) WHEN 0 THEN 'the publisher' ELSE 'a source not named' END) AS who, stance,
  (SELECT MIN(at) FROM times WHERE times.claim = claims.claim AND edge = 'first') AS first,
  (SELECT MAX(at) FROM times WHERE times.claim = claims.claim AND edge = 'last') AS last,
  stance = 'denies' OR polarity = 'negative' AS denied
FROM claims JOIN (SELECT *, MAX(CAST(depth AS INTEGER)) FROM voices GROUP BY claim) USING (claim) GROUP BY claim;
CREATE TABLE part AS SELECT DISTINCT * FROM parts;
CREATE TABLE entity AS SELECT entity, MIN(name) AS name, MAX(place) = 'true' AS place,
  longitude(MIN(wkt)) AS lon, latitude(MIN(wkt)) AS lat
FROM entities GROUP BY entity;
CREATE UNIQUE INDEX entity_entity ON entity(entity);
CREATE INDEX told_event ON told(event);
CREATE INDEX told_article ON told(article);
CREATE INDEX told_claim ON told(claim);
CREATE INDEX part_claim ON part(claim);
CREATE INDEX part_entity ON part(entity);
CREATE TABLE event AS SELECT event, MAX(label) AS label, COUNT(*) AS claims, COUNT(DISTINCT article) AS articles,
  MIN(substr(COALESCE(first, last), 1, 10)) AS first, MAX(substr(COALESCE(last, first), 1, 10)) AS last,
  MAX(standing) AS standing,
  CASE {" ".join(f"WHEN MAX(standing) = {told!r} THEN {tone!r}" for told, tone in TONES_OF_STANDINGS.items())}
    WHEN SUM(status = 'publisher_fact') > 0 THEN 'fact'
    WHEN SUM(status = 'attributed_claim') > 0 THEN 'claimed'
    ELSE 'unreal' END AS tone FROM told
  LEFT JOIN (SELECT * FROM verdicts WHERE aspect IS NULL) USING (event) GROUP BY event;
CREATE UNIQUE INDEX event_event ON event(event);
CREATE INDEX event_rank ON event(claims DESC, event);
CREATE TABLE facet (kind, value, name, event);
INSERT INTO facet SELECT DISTINCT 'class', above, name, event FROM told JOIN classes USING (class);
INSERT INTO facet SELECT DISTINCT 'status', status, NULL, event FROM told;
INSERT INTO facet SELECT DISTINCT 'status', 'denied', NULL, event FROM told WHERE denied;
INSERT INTO facet SELECT DISTINCT 'status', 'contested', NULL, event FROM verdicts WHERE standing = 'contested';
INSERT INTO facet SELECT DISTINCT 'place', entity, name, event FROM told JOIN part USING (claim) JOIN entity
  USING (entity) WHERE place AND role IN {PLACES!r};
INSERT INTO facet SELECT DISTINCT 'actor', entity, name, event FROM told JOIN part USING (claim) JOIN entity
  USING (entity) WHERE role <> 'voice' AND NOT (place AND role IN {PLACES!r});
INSERT INTO facet SELECT DISTINCT 'voice', entity, name, event FROM told JOIN part USING (claim) JOIN entity
  USING (entity) WHERE role = 'voice';
CREATE INDEX facet_value ON facet(kind, value, event);
CREATE INDEX facet_event ON facet(event, kind);
DROP TABLE claims;
DROP TABLE voices;
DROP TABLE times;
DROP TABLE parts;
DROP TABLE entities;
DROP TABLE verdicts;
ANALYZE;
"""


def register_queries() -> tuple[Path, ...]:
    """The queries whose answers fill the register."""
    return tuple(_query(name) for name in _ANSWERS)


def write_register(store: Store, path: Path) -> None:
    """Writes the register of a store into a new file."""
    with closing(sqlite3.connect(path)) as database:
        database.create_function("longitude", 1, partial(_coordinate, 1), deterministic=True)
        database.create_function("latitude", 1, partial(_coordinate, 2), deterministic=True)
        for name, columns in _ANSWERS.items():
            keys = columns.split()
            found = rows(store, _query(name).read_text(encoding="utf-8"))
            database.execute(f"CREATE TABLE {name} ({', '.join(keys)})")
            values = (tuple(row.get(key) for key in keys) for row in found)
            database.executemany(f"INSERT INTO {name} VALUES ({', '.join('?' * len(keys))})", values)
        database.commit()
        database.executescript(_DERIVED)
        database.execute("VACUUM")


def _query(name: str) -> Path:
    return resource("ontology", "queries", "serve", f"register-{name}.rq")


def _coordinate(number: int, wkt: str | None) -> float | None:
    """Longitude (1) or latitude (2) of a point in WKT; None for what is no point."""
    point = _POINT.search(wkt or "")
    return float(point[number]) if point else None
