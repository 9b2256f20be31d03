"""Look-ups are answered at once, where they are asked, without a task or a route of their own."""

from functools import lru_cache

from starlette.types import Scope

from converters.serving.answers import Given, Headers
from converters.serving.endpoint import etag, is_browsing, shared
from converters.serving.lookups import lookup
from converters.serving.policy import ENCODED
from converters.serving.protocol import asked_by_get
from converters.serving.refusals import Refused
from converters.serving.site import Opened


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
        kept = lookup(opened.store, opened.quick, asked, opened.loaded.base) if asked else None
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
