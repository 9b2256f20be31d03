"""A gazetteer on disk: a read-only SQLite file with rows and the keys under which they are found.

It is made by `converters/gazetteers` and is searched where it lies, so its size costs no memory.
"""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from hashlib import file_digest
from pathlib import Path
from typing import Any

import orjson

from converters.errors import BadInput
from converters.linking.model import Office, Place
from converters.linking.row import Row
from converters.linking.rowkeys import KeyKind

APPLICATION = 0x65776761
"""SQLite's application id of such a file ("ewga")."""
FORMAT = 3
BEARERS = 50
"""How many bearers of a name are looked at, the best known first."""
SCANNED = 20_000
"""How many names that begin alike are looked through: one letter begins millions."""
_REMEMBERED = 512
COLUMNS = "qid, geonames, label, type, names, country, lat, lon, population, sitelinks, offices, part_of, sources"
SCHEMA = f"""
PRAGMA application_id = {APPLICATION};
PRAGMA user_version = {FORMAT};
CREATE TABLE sources (id INTEGER PRIMARY KEY, text TEXT NOT NULL, rows INTEGER NOT NULL);
CREATE TABLE rows (
    id INTEGER PRIMARY KEY, qid TEXT, geonames TEXT, label TEXT NOT NULL, type TEXT NOT NULL, names TEXT NOT NULL,
    country TEXT, lat REAL, lon REAL, population INTEGER NOT NULL, sitelinks INTEGER NOT NULL, offices TEXT NOT NULL,
    part_of TEXT NOT NULL, sources TEXT NOT NULL
);
CREATE TABLE keys (
    key TEXT NOT NULL, kind TEXT NOT NULL, family TEXT NOT NULL, rank INTEGER NOT NULL, row INTEGER NOT NULL,
    PRIMARY KEY (key, kind, family, rank, row)
) WITHOUT ROWID;
"""


class Index:
    """Rows of a file by name, by the beginning of a name, and by Wikidata id. Raises BadInput if it is no such file."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._connection = _connected(path)
        self.texts: Mapping[int, str] = dict(self._ask("SELECT id, text FROM sources"))
        self._found = lru_cache(_REMEMBERED)(self._read)

    @cached_property
    def digest(self) -> str:
        """The SHA-256 of the file."""
        with self.path.open("rb") as file:
            return file_digest(file, "sha256").hexdigest()

    def find(self, kind: KeyKind, key: str, family: str | None = None) -> tuple[Row, ...]:
        """Rows with this key, of one family or of any, the best known first; no more than BEARERS."""
        return self._found(kind, key, family)

    def starting(self, prefix: str, limit: int) -> tuple[Row, ...]:
        """Rows with a name whose skeleton begins with `prefix`, the best known first (of the first SCANNED names)."""
        rows = self._ask(
            f"SELECT {COLUMNS} FROM rows WHERE id IN (SELECT row FROM (SELECT row, rank FROM keys WHERE key >= ? "
            "AND key < ? AND kind = 'name' LIMIT ?) ORDER BY rank LIMIT ?) "
            "ORDER BY sitelinks DESC, population DESC, id LIMIT ?",
            (prefix, f"{prefix}\U0010ffff", SCANNED, BEARERS, limit),
        )
        return tuple(map(self._row, rows))

    def row(self, qid: str) -> Row | None:
        """The row of a Wikidata item."""
        found = self._ask(f"SELECT {COLUMNS} FROM rows WHERE qid = ?", (qid,))
        return self._row(found[0]) if found else None

    def rows(self) -> Iterator[Row]:
        """All rows in order of their ids."""
        yield from map(self._row, self._connection.execute(f"SELECT {COLUMNS} FROM rows ORDER BY id"))

    def counted(self) -> tuple[Mapping[str, int], Mapping[str, int], int]:
        """Rows by type, rows by source, and names."""
        types = self._ask("SELECT type, count(*) FROM rows GROUP BY type ORDER BY 2 DESC, 1")
        sources = self._ask("SELECT text, rows FROM sources ORDER BY id")
        ((names,),) = self._ask("SELECT count(*) FROM keys WHERE kind = 'name'")
        return dict(types), dict(sources), names

    def _read(self, kind: str, key: str, family: str | None) -> tuple[Row, ...]:
        of = "" if family is None else "AND family = :family"
        rows = self._ask(
            f"SELECT {COLUMNS} FROM keys JOIN rows ON rows.id = keys.row WHERE key = :key AND kind = :kind {of} "
            "ORDER BY rank, row LIMIT :limit",
            {"key": key, "kind": kind, "family": family, "limit": BEARERS},
        )
        return tuple(map(self._row, rows))

    def _ask(self, sql: str, values: Sequence[object] | Mapping[str, object] = ()) -> list[Any]:
        """Raises BadInput if the file is damaged."""
        try:
            return self._connection.execute(sql, values).fetchall()
        except sqlite3.DatabaseError as error:
            raise BadInput(f"{self.path}: the gazetteer is damaged, build it anew: {error}") from error

    def _row(self, cells: tuple[Any, ...]) -> Row:
        qid, geonames, label, type_, names, country, lat, lon, population, sitelinks, offices, part_of, sources = cells
        place = None if lat is None else Place(lat, lon, geonames)
        source = "; ".join(self.texts[int(number)] for number in sources.split(","))
        held = tuple(Office(*one) for one in orjson.loads(offices)) if offices else ()
        named = tuple(names.split("\n"))
        wholes = tuple(part_of.split())
        return Row(
            qid, label, type_, named, country, place, population, source, sitelinks, offices=held, part_of=wholes
        )


def open_index(path: Path) -> Index:
    """The index in a file, opened once in this process as long as the file stays what it is."""
    if not path.is_file():
        raise BadInput(f"{path}: no such file")
    status = path.stat()
    return _opened(path, status.st_ino, status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=8)
def _opened(path: Path, inode: int, changed: int, size: int) -> Index:
    return Index(path)


def _connected(path: Path) -> sqlite3.Connection:
    if not path.is_file():
        raise BadInput(f"{path}: no such file")
    try:
        connection = sqlite3.connect(
            f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
        )
        ((application,),) = connection.execute("PRAGMA application_id")
        ((format_,),) = connection.execute("PRAGMA user_version")
    except sqlite3.DatabaseError as error:
        raise BadInput(f"{path}: no gazetteer: {error}") from error
    if (application, format_) != (APPLICATION, FORMAT):
        raise BadInput(f"{path}: no gazetteer that this version reads; build it with `eventwire gazetteer build`")
    return connection
