"""Look-ups are answered at once, where they are asked: what is said of one known thing needs no process of its own.

A worker is there because a query may run for ever. One pattern whose subject is known cannot: the engine finds its
answers one after the other, and stops when they are too many.
"""

import re
from io import BytesIO
from typing import Any

import pyoxigraph as ox
from starlette.datastructures import Headers
from starlette.types import Scope

from converters.namespaces import PREFIXES
from converters.serving.answers import Given
from converters.serving.caching import LARGEST, Kept
from converters.serving.endpoint import told
from converters.serving.evaluating import evaluate, write
from converters.serving.frames import Question
from converters.serving.policy import ENCODED
from converters.serving.protocol import asked_by_get
from converters.serving.refusals import Refused
from converters.serving.site import Opened

_IRI = r"""<[^<>"{}|^`\\\s]+>"""
_LOOKUP = re.compile(
    rf"\s*SELECT\s+(?:\*|\?\w+(?:\s+\?\w+)*)\s*(?:WHERE\s*)?"
    rf"\{{\s*{_IRI}\s+(?:\?\w+|{_IRI})\s+\?\w+\s*\.?\s*\}}\s*(?:LIMIT\s+\d+\s*)?",
    re.IGNORECASE,
)


class TooLarge(Exception):
    """The answer is larger than what is kept."""


class _Small(BytesIO):
    def write(self, data: Any) -> int:
        if self.tell() + len(data) > LARGEST:
            raise TooLarge
        return super().write(data)


def at_once(scope: Scope, opened: Opened) -> Given | None:
    """The answer to a request for a look-up by GET, ready to be sent; None if it is none, or is answered with too much.

    What is refused is not refused here: whoever answers everything else says why.
    """
    if scope["method"] != "GET" or scope["path"] != "/sparql":
        return None
    try:
        asked = asked_by_get(scope["query_string"], Headers(scope=scope))
        kept = lookup(opened.store, asked, opened.loaded.base) if asked else None
    except Refused:
        return None
    if not asked or not kept:
        return None
    fields = told(opened, asked, kept) | {"content-length": str(len(kept.content))}
    headers = [*((name.encode(), value.encode()) for name, value in fields.items()), *ENCODED]
    return Given(200, headers, kept.content, fields["etag"].encode())


def lookup(store: ox.Store, asked: Question, base: str) -> Kept | None:
    """The answer to a question that is a look-up; None for any other, and where there is too much of it.

    Raises Refused as `evaluate` does.
    """
    if asked.default_graphs is not None or asked.named_graphs is not None or not _LOOKUP.fullmatch(asked.query):
        return None
    found, chosen = evaluate(store, asked, base, PREFIXES)
    out = _Small()
    try:
        write(found, chosen, out, PREFIXES)
    except TooLarge:
        return None
    return Kept(out.getvalue(), chosen.content_type, chosen.extension)
