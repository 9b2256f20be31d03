"""What both kinds of gazetteers offer: all their rows, and the one of a Wikidata item."""

from collections.abc import Iterator
from typing import Protocol

from converters.linking.row import Row


class Rows(Protocol):
    """Rows that can be gone through and found by id."""

    def rows(self) -> Iterator[Row]: ...

    def row(self, qid: str, /) -> Row | None: ...
