"""Who maps a function over many articles: this process, or several beside it. The results are the same, in order."""

import signal
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from multiprocessing import get_context
from typing import Protocol, TypeVar

T = TypeVar("T")
R = TypeVar("R")


class Map(Protocol):
    """Applies a function to each value and gives the results in the order of the values."""

    def __call__(self, function: Callable[[T], R], values: Iterable[T], /) -> Iterator[R]: ...


@contextmanager
def workers(processes: int) -> Iterator[Map]:
    """A map in this process, or in `processes` others: then function, values and results have to be picklable.

    An interrupt stops this process, which stops the others.
    """
    if processes == 1:
        yield map
        return
    with get_context("spawn").Pool(processes, initializer=_leave_interrupts_alone) as pool:
        yield pool.imap


def _leave_interrupts_alone() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
