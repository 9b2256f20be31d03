"""The finished index: entries about one thing joined into one row, sorted, with the keys under which it is found."""

import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import groupby, islice
from operator import itemgetter
from pathlib import Path
from typing import Any

import orjson

from converters.errors import BadInput
from converters.gazetteers.draft import Draft
from converters.gazetteers.model import Entry, Source
from converters.linking.index import SCHEMA
from converters.linking.merge import joined
from converters.linking.row import Row
from converters.linking.rowkeys import keys_of
from converters.linking.score import weight
from converters.linking.wordlists import family

BATCH = 5_000
TOLD = 20
"""How many contradictions are told one by one."""
_COLUMNS = ", ".join("?" * 14)


@dataclass(slots=True)
class Contradictions:
    """Entries left out because an earlier source says that the same id is something of another family."""

    count: int = 0
    told: list[str] = field(default_factory=list)

    def add(self, text: str) -> None:
        self.count += 1
        self.told = [*self.told, text][:TOLD]


def write(draft: Draft, sources: Mapping[int, Source], path: Path) -> tuple[Contradictions, int]:
    """Writes the index of a draft to `path`, which must not exist; what was left out, and the number of rows.

    The same entries give the same bytes.

    Raises BadInput if two sources that people answer for give one id to things of different families.
    """
    left_out = Contradictions()
    connection = sqlite3.connect(path)
    connection.executescript(f"PRAGMA journal_mode = OFF; PRAGMA cache_size = -32768; {SCHEMA}")
    connection.execute("CREATE TEMP TABLE found (key TEXT, kind TEXT, family TEXT, rank INTEGER, row INTEGER)")
    texts: dict[str, int] = {}
    rows: dict[int, int] = {}
    numbered = enumerate(_joined(draft, sources, left_out), start=1)
    with connection:
        while batch := list(islice(numbered, BATCH)):
            connection.executemany(
                f"INSERT INTO rows VALUES ({_COLUMNS})",
                [_cells(number, row, told, texts) for number, (row, told) in batch],
            )
            for _, (_, told) in batch:
                for text in told:
                    rows[texts[text]] = rows.get(texts[text], 0) + 1
            connection.executemany(
                "INSERT INTO found VALUES (?, ?, ?, ?, ?)",
                ((key, kind, of, -weight(row), number) for number, (row, _) in batch for kind, of, key in keys_of(row)),
            )
        connection.execute("INSERT INTO keys SELECT DISTINCT * FROM found ORDER BY 1, 2, 3, 4, 5")
        connection.execute("CREATE UNIQUE INDEX rows_qid ON rows (qid) WHERE qid IS NOT NULL")
        connection.executemany(
            "INSERT INTO sources VALUES (?, ?, ?)", [(number, text, rows[number]) for text, number in texts.items()]
        )
    connection.execute("ANALYZE")
    ((count,),) = connection.execute("SELECT count(*) FROM rows")
    connection.close()
    return left_out, count


def _joined(
    draft: Draft, sources: Mapping[int, Source], left_out: Contradictions
) -> Iterator[tuple[Row, tuple[str, ...]]]:
    """One row for each thing, with the texts of its sources."""
    for identity, same in groupby(draft.entries(), key=itemgetter(0)):
        first: tuple[int, Entry] | None = None
        row, told = None, []
        for _, source, entry in same:
            if first is None or row is None:
                first, row = (source, entry), entry.row
            elif family(entry.row.type) is family(row.type):
                row = joined(row, entry.row)
            else:
                _contradict(identity, first, (source, entry), sources, left_out)
                continue
            told.append(entry.row.source)
        if row is not None:
            qid = identity if identity.startswith("Q") else None
            yield replace(row, qid=qid), tuple(dict.fromkeys(told))


def _contradict(
    identity: str,
    first: tuple[int, Entry],
    other: tuple[int, Entry],
    sources: Mapping[int, Source],
    left_out: Contradictions,
) -> None:
    (one, known), (two, entry) = first, other
    text = (
        f"{sources[two].path}:{entry.line}: {identity} is {entry.row.label!r} ({entry.row.type}) here and "
        f"{known.row.label!r} ({known.row.type}) in {sources[one].path}:{known.line}"
    )
    if sources[one].curated and sources[two].curated:
        raise BadInput(text)
    left_out.add(text)


def _cells(number: int, row: Row, told: tuple[str, ...], texts: dict[str, int]) -> tuple[Any, ...]:
    place = row.place
    for text in told:
        texts.setdefault(text, len(texts) + 1)
    return (
        number,
        row.qid,
        place.geonames if place else None,
        row.label,
        row.type,
        "\n".join(row.names),
        row.country,
        place.lat if place else None,
        place.lon if place else None,
        row.population,
        row.sitelinks,
        orjson.dumps([(one.label, one.start, one.end, one.told) for one in row.offices]).decode()
        if row.offices
        else "",
        " ".join(row.part_of),
        ",".join(str(texts[text]) for text in told),
    )
