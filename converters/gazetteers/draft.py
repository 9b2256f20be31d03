"""The unfinished gazetteer: entries as they were read, kept beside the old one until all sources are through.

A run that is broken off goes on where it stopped: after each batch the file knows how far each source was read.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal

import orjson

from converters.gazetteers.model import Entry, Mark, Source, Title
from converters.gazetteers.wikidata import with_titles
from converters.linking.index import FORMAT
from converters.linking.model import Office, Place
from converters.linking.row import Row

Pass = Literal["classes", "items"]
Kept = Entry | Title | tuple[str, str]
"""What is kept of a line: an entry, a class with a superclass, or what the class is called."""
_OF_SOURCES = ("marks", "superclasses", "titles", "entries")
_SCHEMA = """
PRAGMA journal_mode = WAL;
PRAGMA synchronous = NORMAL;
PRAGMA cache_size = -32768;
CREATE TABLE IF NOT EXISTS recipe (digest TEXT);
CREATE TABLE IF NOT EXISTS sources (id INTEGER PRIMARY KEY, name TEXT UNIQUE, place INTEGER);
CREATE TABLE IF NOT EXISTS marks (source INTEGER, pass TEXT, line INTEGER, start INTEGER, end INTEGER, digest TEXT,
    done TEXT, PRIMARY KEY (source, pass));
CREATE TABLE IF NOT EXISTS superclasses (source INTEGER, class TEXT, super TEXT);
CREATE TABLE IF NOT EXISTS titles (source INTEGER, qid TEXT, label TEXT);
CREATE TABLE IF NOT EXISTS entries (source INTEGER, line INTEGER, qid TEXT, geonames TEXT, row BLOB);
"""


class Draft:
    """Entries of sources in a file of work. One made with another recipe is emptied."""

    def __init__(self, path: Path, recipe: str) -> None:
        self.path = path
        self.connection = sqlite3.connect(path)
        self.connection.executescript(_SCHEMA)
        made_with = f"{FORMAT} {recipe}"
        if self.connection.execute("SELECT digest FROM recipe").fetchall() != [(made_with,)]:
            with self.connection:
                for table in ("recipe", "sources", *_OF_SOURCES):
                    self.connection.execute(f"DELETE FROM {table}")
                self.connection.execute("INSERT INTO recipe VALUES (?)", (made_with,))

    def close(self) -> None:
        self.connection.close()

    def order(self, sources: Sequence[Source]) -> Mapping[Source, int]:
        """The number of each source. What was read from files that are no sources any more is forgotten."""
        with self.connection:
            self.connection.execute("UPDATE sources SET place = NULL")
            for place, source in enumerate(sources):
                self.connection.execute(
                    "INSERT INTO sources (name, place) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET place = ?",
                    (_name(source), place, place),
                )
        gone = self.connection.execute("SELECT id FROM sources WHERE place IS NULL").fetchall()
        for (number,) in gone:
            self.forget(number)
        with self.connection:
            self.connection.execute("DELETE FROM sources WHERE place IS NULL")
        numbers = dict(self.connection.execute("SELECT name, id FROM sources"))
        return {source: numbers[_name(source)] for source in sources}

    def forget(self, source: int) -> None:
        """Empties what was read from a source."""
        with self.connection:
            for table in _OF_SOURCES:
                self.connection.execute(f"DELETE FROM {table} WHERE source = ?", (source,))

    def refresh(self, source: int, stamp: str) -> None:
        """Forgets a source that was read to its end when its file was another one."""
        if self.connection.execute(
            "SELECT 1 FROM marks WHERE source = ? AND done NOT IN ('', ?)", (source, stamp)
        ).fetchone():
            self.forget(source)

    def mark(self, source: int, pass_: Pass) -> tuple[Mark, bool]:
        """How far a source was read, and whether it was read to its end."""
        found = self.connection.execute(
            "SELECT line, start, end, digest, done FROM marks WHERE source = ? AND pass = ?", (source, pass_)
        ).fetchone()
        return (Mark(), False) if found is None else (Mark(*found[:4]), bool(found[4]))

    def keep(self, source: int, pass_: Pass, rows: Iterable[Kept], mark: Mark, *, done: str = "") -> None:
        """Adds entries (or pairs of a class and a superclass, and titles) and moves the mark, all or nothing.

        `done` is the stamp of a file that was read to its end.
        """
        rows = list(rows)
        entries = [_cells(source, row) for row in rows if isinstance(row, Entry)]
        pairs = [(source, *row) for row in rows if isinstance(row, tuple)]
        titles = [(source, row.qid, row.label) for row in rows if isinstance(row, Title)]
        with self.connection:
            self.connection.executemany("INSERT INTO entries VALUES (?, ?, ?, ?, ?)", entries)
            self.connection.executemany("INSERT INTO superclasses VALUES (?, ?, ?)", pairs)
            self.connection.executemany("INSERT INTO titles VALUES (?, ?, ?)", titles)
            self.connection.execute(
                "INSERT OR REPLACE INTO marks VALUES (?, ?, ?, ?, ?, ?, ?)",
                (source, pass_, mark.line, mark.start, mark.end, mark.digest, done),
            )

    def types(self, classes: Mapping[str, str], order: Mapping[str, int]) -> Mapping[str, str]:
        """The type of each class that is, or is below, a class with a type: that of the nearest one above it."""
        found, level = dict(classes), dict(classes)
        self.connection.execute("CREATE INDEX IF NOT EXISTS below ON superclasses (super)")
        while level:
            below: dict[str, str] = {}
            for super_, type_ in level.items():
                for (class_,) in self.connection.execute("SELECT class FROM superclasses WHERE super = ?", (super_,)):
                    if class_ not in found:
                        below[class_] = min(type_, below.get(class_, type_), key=order.__getitem__)
            found |= below
            level = below
        return found

    def entries(self) -> Iterator[tuple[str, int, Entry]]:
        """Every entry with its identity and source, those about the same thing next to each other, first sources first.

        A GeoNames id that one Wikidata item alone has stands for it; one that several have stands for none of them.
        """
        with self.connection:
            self.connection.executescript(_JOIN)
        for identity, disputed, source, line, row in self.connection.execute(_ORDERED):
            found = _row(orjson.loads(row), known=not disputed)
            yield identity, source, Entry(line, with_titles(found, self._title))

    def _title(self, qid: str) -> str | None:
        """What an office is called, as the first source says that knows it."""
        query = (
            "SELECT label FROM titles JOIN sources ON sources.id = titles.source WHERE qid = ? ORDER BY place LIMIT 1"
        )
        found = self.connection.execute(query, (qid,)).fetchone()
        return found[0] if found else None


_JOIN = """
CREATE INDEX IF NOT EXISTS titles_qid ON titles (qid);
DROP TABLE IF EXISTS shared;
CREATE TABLE shared AS SELECT geonames, min(qid) AS qid, count(DISTINCT qid) AS items FROM entries
    WHERE qid IS NOT NULL AND geonames IS NOT NULL GROUP BY geonames;
CREATE UNIQUE INDEX shared_geonames ON shared (geonames);
"""
_ORDERED = """
SELECT coalesce(e.qid, CASE WHEN s.items = 1 THEN s.qid END, 'gn' || e.geonames) AS identity,
    e.qid IS NOT NULL AND s.items > 1, e.source, e.line, e.row
FROM entries e LEFT JOIN shared s ON s.geonames = e.geonames JOIN sources o ON o.id = e.source
ORDER BY substr(identity, 1, 1), length(identity), identity, o.place, e.line
"""


def _name(source: Source) -> str:
    return f"{source.path.resolve()} {source.kind} {source.text} {source.type}"


def _cells(source: int, entry: Entry) -> tuple[int, int, str | None, str | None, bytes]:
    row = entry.row
    place = row.place
    numbers = None if place is None else (place.lat, place.lon, place.geonames)
    cells = (
        row.qid,
        row.label,
        row.type,
        row.names,
        row.country,
        numbers,
        row.population,
        row.source,
        row.sitelinks,
        [(office.label, office.start, office.end, office.told) for office in row.offices],
        row.part_of,
    )
    return source, entry.line, row.qid, place.geonames if place else None, orjson.dumps(cells)


def _row(cells: list[Any], *, known: bool) -> Row:
    """The row of its cells; without its GeoNames id if that is not `known` to be its own."""
    qid, label, type_, names, country, numbers, population, source, sitelinks, held, part_of = cells
    place = None if numbers is None else Place(numbers[0], numbers[1], numbers[2] if known else None)
    offices = tuple(Office(*one) for one in held)
    wholes = tuple(part_of)
    return Row(
        qid, label, type_, tuple(names), country, place, population, source, sitelinks, offices=offices, part_of=wholes
    )
