"""Text that repeats, made once and kept while it is at hand."""

from collections.abc import Callable
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")

LIMIT = 8_000
"""About what one article repeats."""


class Kept(dict[K, V]):
    """Values by what they are made from. When there are too many of them all are forgotten."""

    def __init__(self, make: Callable[[K], V]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, key: K) -> V:
        if len(self) >= LIMIT:
            self.clear()
        value = self[key] = self._make(key)
        return value
