"""Look-ups (`converters.serving.bounded`) are answered at once, where they are asked, without a process of their own.

A worker is there because a query may run for ever. A look-up cannot: the engine finds its answers one after the other,
and stops when they are too many.
"""

from functools import lru_cache
from io import BytesIO
from typing import Any

import pyoxigraph as ox
from starlette.types import Scope

from converters.namespaces import PREFIXES
from converters.serving.answers import Given, Headers
from converters.serving.bounded import lookup_in
from converters.serving.caching import Kept
from converters.serving.endpoint import etag, is_browsing, shared
from converters.serving.evaluating import evaluate, write
from converters.serving.frames import Question
from converters.serving.model import MIB
from converters.serving.policy import ENCODED
from converters.serving.protocol import asked_by_get
from converters.serving.refusals import Refused
from converters.serving.site import Opened

LARGEST = MIB // 16
"""Bytes of an answer that is given at once: whoever asks beside it waits until it is written."""


class TooLarge(Exception):
    """The answer is larger than what is given at once."""


class _Small(BytesIO):
    def write(self, data: Any) -> int:
        if self.tell() + len(data) > LARGEST:
            raise TooLarge
        return super().write(data)


def at_once(scope: Scope, opened: Opened) -> Given | None:
    """The answer to a request for a look-up by GET, ready to be sent; None if it is none, or is answered with too much.

    To people it is shown on a page. What is refused is not refused here: whoever answers everything else says why.
    """
    if scope["method"] != "GET" or scope["path"] != "/sparql":
        return None
    accept = next((value.decode("latin-1") for name, value in scope["headers"] if name == b"accept"), None)
    if is_browsing(accept):
        return None
    try:
        asked = asked_by_get(scope["query_string"], accept)
        kept = lookup(opened.store, asked, opened.loaded.base) if asked else None
    except Refused:
        return None
    if not asked or not kept:
        return None
    tag = etag(opened, asked).encode()
    own = ((b"etag", tag), (b"content-length", b"%d" % len(kept.content)))
    return Given(200, [*_encoded(kept.content_type, kept.extension, opened.loaded.version), *own], kept.content, tag)


@lru_cache
def _encoded(content_type: str, extension: str, version: str) -> Headers:
    """The fields that all answers of a format have, as ASGI has them."""
    fields = shared(content_type, extension, version)
    return [*((name.encode(), value.encode()) for name, value in fields.items()), *ENCODED]


def lookup(store: ox.Store, asked: Question, base: str) -> Kept | None:
    """The answer to a question that is a look-up; None for any other, and where there is too much of it.

    Raises Refused as `evaluate` does.
    """
    names = lookup_in(asked.query)
    if names is None or asked.default_graphs is not None or asked.named_graphs is not None:
        return None
    used = {name: PREFIXES[name] for name in names if name in PREFIXES}
    found, chosen = evaluate(store, asked, base, used)
    out = _Small()
    try:
        write(found, chosen, out, PREFIXES)
    except TooLarge:
        return None
    return Kept(out.getvalue(), chosen.content_type, chosen.extension)
