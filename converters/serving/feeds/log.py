"""The log of what changed from release to release: an SQLite database that only grows, beside the stores.

An activity says that a thing (article, claim, event, entity) was created, updated or deleted, and when. Times strictly
increase, so that a reader who remembers the last one misses nothing and gets nothing twice.
"""

import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Literal

from converters.errors import CannotPublish

Action = Literal["Create", "Update", "Delete"]

PAGE = 250
"""Activities on a page. A page that is full never changes."""

_TABLES = """
PRAGMA journal_mode = WAL;
CREATE TABLE IF NOT EXISTS activity (
    number INTEGER PRIMARY KEY, time TEXT NOT NULL, release TEXT NOT NULL, action TEXT NOT NULL, kind TEXT NOT NULL,
    iri TEXT NOT NULL, title TEXT NOT NULL, text TEXT NOT NULL, payload BLOB NOT NULL
);
CREATE INDEX IF NOT EXISTS activity_iri ON activity (iri, number);
CREATE TABLE IF NOT EXISTS thing (iri TEXT PRIMARY KEY, digest TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS seen (release TEXT NOT NULL);
"""


@dataclass(frozen=True, slots=True)
class Change:
    """What happened to a thing: `payload` is what is stated of it then, as N-Quads; `digest` a hash of that."""

    action: Action
    kind: str
    iri: str
    title: str
    text: str
    payload: str
    digest: str


@dataclass(frozen=True, slots=True)
class Activity:
    """A change in the log, counted from 0."""

    number: int
    time: datetime
    release: str
    action: Action
    kind: str
    iri: str
    title: str
    text: str
    payload: str


class Log:
    """The log in a file, made if it is not there. While a release is written readers see it as it was (WAL)."""

    def __init__(self, path: Path) -> None:
        self.path = path
        path.parent.mkdir(parents=True, exist_ok=True)
        with self._open() as database:
            database.executescript(_TABLES)

    def last_release(self) -> str | None:
        """The release whose changes were written last."""
        with self._open() as database:
            row = database.execute("SELECT release FROM seen ORDER BY rowid DESC LIMIT 1").fetchone()
        return None if row is None else str(row[0])

    def digests(self) -> dict[str, str]:
        """Everything that there is, as of the last release: IRI and digest."""
        with self._open() as database:
            return dict(database.execute("SELECT iri, digest FROM thing"))

    def write(self, release: str, changes: Iterable[Change]) -> int:
        """Writes all changes that a release brings, or none; gives their number."""
        with self._open() as database:
            database.execute("BEGIN IMMEDIATE")
            first, time = self._next(database)
            count = 0
            for count, change in enumerate(changes, start=1):
                moment = time + timedelta(microseconds=count - 1)
                told = (change.action, change.kind, change.iri, change.title, change.text)
                row = (first + count - 1, stamped(moment), release, *told, zlib.compress(change.payload.encode()))
                database.execute("INSERT INTO activity VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
                if change.action == "Delete":
                    database.execute("DELETE FROM thing WHERE iri = ?", (change.iri,))
                else:
                    database.execute("REPLACE INTO thing VALUES (?, ?)", (change.iri, change.digest))
            database.execute("INSERT INTO seen VALUES (?)", (release,))
            database.commit()
        return count

    def size(self) -> int:
        """How many activities there are."""
        with self._open() as database:
            return int(database.execute("SELECT COALESCE(MAX(number) + 1, 0) FROM activity").fetchone()[0])

    def page(self, number: int) -> tuple[Activity, ...]:
        """The activities of a page, in the order of time."""
        return self.between(number * PAGE, (number + 1) * PAGE)

    def between(self, first: int, end: int) -> tuple[Activity, ...]:
        with self._open() as database:
            sql = "SELECT * FROM activity WHERE number >= ? AND number < ? ORDER BY number"
            rows = database.execute(sql, (first, end))
            return tuple(map(_activity, rows))

    def beginnings(self) -> tuple[datetime, ...]:
        """The time of the first activity of every page."""
        with self._open() as database:
            rows = database.execute(f"SELECT time FROM activity WHERE number % {PAGE} = 0 ORDER BY number")
            return tuple(datetime.fromisoformat(time) for (time,) in rows)

    def last_of(self, iri: str) -> Activity | None:
        """What happened to a thing last."""
        with self._open() as database:
            sql = "SELECT * FROM activity WHERE iri = ? ORDER BY number DESC LIMIT 1"
            row = database.execute(sql, (iri,)).fetchone()
        return None if row is None else _activity(row)

    def _next(self, database: sqlite3.Connection) -> tuple[int, datetime]:
        """The number and time of the next activity: now, but later than the last."""
        row = database.execute("SELECT number, time FROM activity ORDER BY number DESC LIMIT 1").fetchone()
        now = datetime.now(UTC)
        if row is None:
            return 0, now
        return row[0] + 1, max(now, datetime.fromisoformat(row[1]) + timedelta(microseconds=1))

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        try:
            with closing(sqlite3.connect(self.path, timeout=60, isolation_level=None)) as database:
                yield database
        except sqlite3.DatabaseError as error:
            told = f"{self.path}: the log of changes cannot be used: {error}"
            raise CannotPublish(f"{told}; without the file feeds begin anew") from error


def stamped(moment: datetime) -> str:
    """A time as the log and all feeds write it (RFC 3339)."""
    return moment.isoformat(timespec="microseconds")


def _activity(row: tuple[Any, ...]) -> Activity:
    number, time, release, action, kind, iri, title, text, payload = row
    moment, told = datetime.fromisoformat(time), zlib.decompress(payload).decode()
    return Activity(number, moment, release, action, kind, iri, title, text, told)
