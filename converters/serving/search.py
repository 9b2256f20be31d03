"""Full text of a release: labels of events and entities, words of claims, names of articles, in SQLite's FTS5."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Store

from converters.query import rows
from converters.resources import resource

MOST = 200
"""Hits that one search gives at most."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found: `text` is what it is called or says, `note` who says so, or what else it is called."""

    iri: str
    kind: str
    text: str
    note: str


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


def search(path: Path, words: str) -> tuple[Hit, ...]:
    """Hits for all of `words` (the last may be a beginning), the best first."""
    asked = expression(words)
    if not asked:
        return ()
    sql = (
        "SELECT iri, kind, text, note FROM found WHERE found MATCH ? ORDER BY bm25(found, 0, 0, 4.0, 1.0), iri LIMIT ?"
    )
    with closing(sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)) as database:
        return tuple(Hit(*row) for row in database.execute(sql, (asked, MOST)))


def expression(words: str) -> str:
    """Every word quoted, so that nothing in it is an operator of FTS5; the last one may go on."""
    found = [word.replace('"', "") for word in words.split()[:20]]
    quoted = [f'"{word}"' for word in found if any(map(str.isalnum, word))]
    return " ".join(quoted) + ("*" if quoted else "")
