"""Look-ups and documents are answered at once, where they are asked, without a task or a route of their own."""

from functools import lru_cache

from starlette.types import Scope

from converters.serving.answers import Given, Headers
from converters.serving.dereference import content, fields, known, path_of
from converters.serving.documents import KINDS, thing_at
from converters.serving.endpoint import etag, is_browsing, shared
from converters.serving.lookups import lookup
from converters.serving.media import RDF
from converters.serving.policy import ENCODED, EVERYWHERE
from converters.serving.protocol import asked_by_get
from converters.serving.refusals import Refused
from converters.serving.site import Opened

_BY_EXTENSION = {one.extension: one for one in RDF}


def at_once(scope: Scope, opened: Opened) -> Given | None:
    """The answer to a GET request for a look-up, or by extension for a document in RDF, ready to be sent; else None.

    What is refused is not refused here: whoever answers everything else says why.
    """
    if scope["method"] != "GET":
        return None
    return _looked_up(scope, opened) if scope["path"] == "/sparql" else _document(scope, opened)


def _document(scope: Scope, opened: Opened) -> Given | None:
    stem, _, extension = path_of(scope).rpartition(".")
    chosen = _BY_EXTENSION.get(extension)
    if chosen is None or stem.partition("/")[0] not in KINDS:
        return None
    thing = thing_at(stem, opened.loaded.base)
    if not known(opened, thing):
        return None
    body = content(opened, thing, chosen)
    told = {**fields(opened, thing, chosen), "content-length": str(len(body)), **EVERYWHERE}
    return Given(200, [(name.encode(), value.encode()) for name, value in told.items()], body, told["etag"].encode())


def _looked_up(scope: Scope, opened: Opened) -> Given | None:
    """None too for an answer that is too large, and for people, who are shown a page."""
    accept = next((value.decode("latin-1") for name, value in scope["headers"] if name == b"accept"), None)
    if is_browsing(accept):
        return None
    try:
        asked = asked_by_get(scope["query_string"], accept)
        kept = lookup(opened.store, opened.quick, opened.degrees, asked, opened.loaded.base) if asked else None
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
