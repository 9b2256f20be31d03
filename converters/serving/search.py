"""Full text of a release: labels of events and entities, words of claims, names of articles, in SQLite's FTS5."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Store

from converters.query import rows
from converters.resources import resource

MOST = 200
"""Hits that one search gives at most."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found: `text` is what it is called or says, `marked` the words around the hit between « and »."""

    iri: str
    kind: str
    text: str
    note: str
    marked: str


def write_index(store: Store, path: Path) -> None:
    """Indexes a store into a new file."""
    sparql = search_query().read_text(encoding="utf-8")
    found = ((row["this"], row["kind"], row.get("text", ""), row.get("note", "")) for row in rows(store, sparql))
    database = sqlite3.connect(path)
    with database:
        database.execute(
            "CREATE VIRTUAL TABLE found USING fts5(iri UNINDEXED, kind UNINDEXED, text, note, "
            "tokenize='unicode61 remove_diacritics 2', prefix='2 3')"
        )
        database.executemany("INSERT INTO found VALUES (?, ?, ?, ?)", found)
        database.execute("INSERT INTO found(found) VALUES ('optimize')")
    database.close()


def search_query() -> Path:
    """The query that finds what can be searched for."""
    return resource("ontology", "queries", "serve", "search.rq")


def search(path: Path, words: str, kind: str | None = None) -> tuple[Hit, ...]:
    """Hits for all of `words` (the last may be a beginning), the best first."""
    asked = _expression(words)
    if not asked:
        return ()
    database = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)
    try:
        return tuple(_hits(database, asked, kind))
    finally:
        database.close()


def _hits(database: sqlite3.Connection, asked: str, kind: str | None) -> Iterator[Hit]:
    sql = (
        "SELECT iri, kind, text, note, snippet(found, 2, '«', '»', '…', 32) FROM found "
        "WHERE found MATCH ? AND (? IS NULL OR kind = ?) ORDER BY bm25(found, 0, 0, 4.0, 1.0), iri LIMIT ?"
    )
    for row in database.execute(sql, (asked, kind, kind, MOST)):
        yield Hit(*row)


def _expression(words: str) -> str:
    """Every word quoted, so that nothing in it is an operator of FTS5; the last one may go on."""
    found = [word.replace('"', "") for word in words.split()[:20]]
    quoted = [f'"{word}"' for word in found if any(map(str.isalnum, word))]
    return " ".join(quoted) + ("*" if quoted else "")
