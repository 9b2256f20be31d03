"""What is read from the sources of a gazetteer, on its way into an index."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from converters.linking.row import Row

Kind = Literal["wikidata", "geonames", "table", "sparql"]
"""A Wikidata JSON dump, a GeoNames file, a CSV or TSV of one's own, or the results of a SPARQL query (JSON or CSV)."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read, with what its rows carry along: a licence and a date (ISO).

    `type` is the class of all its rows, for a table that has no column of types.
    """

    path: Path
    kind: Kind
    licence: str
    date: str
    type: str | None = None

    @property
    def text(self) -> str:
        """As it stands in the data: no folder, so that no path of a machine is published."""
        return f"{self.path.name} ({self.licence}), {self.date}"

    @property
    def curated(self) -> bool:
        """Whether a person answers for each row, so that a contradiction is an error and not noise."""
        return self.kind in ("table", "sparql")


@dataclass(frozen=True, slots=True)
class Entry:
    """A row with the number of the line that it was read from."""

    line: int
    row: Row


@dataclass(frozen=True, slots=True)
class Title:
    """What an item is called that may be the office of somebody."""

    qid: str
    label: str


@dataclass(frozen=True, slots=True)
class Mark:
    """How far a file of lines was read: `line` lines, `start` and `end` of the last one in bytes, and its SHA-256."""

    line: int = 0
    start: int = 0
    end: int = 0
    digest: str = ""
