"""Look-ups (`converters.serving.bounded`) are answered by the server itself, not by a process of their own.

A worker is there because a query may run for ever. A look-up cannot: there is little to be done for it, or the engine
finds its answers one after the other, and stops when they are too many.
"""

from io import BytesIO
from typing import Any

import pyoxigraph as ox

from converters.namespaces import PREFIXES
from converters.serving.accept import choose
from converters.serving.bounded import lookup_in
from converters.serving.caching import Kept
from converters.serving.degrees import Degrees
from converters.serving.direct import results
from converters.serving.evaluating import evaluate, write
from converters.serving.frames import Question
from converters.serving.media import RESULTS
from converters.serving.model import MIB

_JSON = RESULTS[0]

LARGEST = MIB // 16
"""Bytes of an answer that is given at once: whoever asks beside it waits until it is written."""


class TooLarge(Exception):
    """The answer is larger than what is given at once."""


class _Small(BytesIO):
    def write(self, data: Any) -> int:
        if self.tell() + len(data) > LARGEST:
            raise TooLarge
        return super().write(data)


def lookup(store: ox.Store, quick: ox.Store, degrees: Degrees | None, asked: Question, base: str) -> Kept | None:
    """The answer to a question that is a look-up; None for any other, and where there is too much of it.

    `quick` is `store` in memory, with its `degrees`, or if it is too large `store` itself, with none. Raises Refused
    as `evaluate` does.
    """
    if asked.default_graphs is not None or asked.named_graphs is not None:
        return None
    found_in = lookup_in(asked.query, degrees)
    if found_in is None:
        return None
    held = quick if found_in.in_memory else store
    chosen = choose(asked.accept, RESULTS)
    if found_in.direct and chosen is _JSON and (content := results(held, asked.query, found_in.direct)) is not None:
        return Kept(content, chosen.content_type, chosen.extension) if len(content) <= LARGEST else None
    found, chosen = evaluate(held, asked, base, found_in.prefixes)
    out = _Small()
    try:
        write(found, chosen, out, PREFIXES)
    except TooLarge:
        return None
    return Kept(out.getvalue(), chosen.content_type, chosen.extension)
