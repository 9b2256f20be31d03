"""/sparql: queries by the protocol; without a query the service description, or for a browser the page to ask with."""

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from converters.iris import fingerprint
from converters.serving.accept import choose
from converters.serving.answers import keep
from converters.serving.bodies import read_body, send
from converters.serving.caching import LARGEST, Kept, is_fresh
from converters.serving.feeds.queried import saved_query
from converters.serving.frames import Question
from converters.serving.lookups import lookup
from converters.serving.media import HTML, RDF, RESULTS
from converters.serving.pages.asking import asking_page
from converters.serving.policy import CONTENT
from converters.serving.pool import Answered, Pool
from converters.serving.protocol import asked_by_get, asked_by_post
from converters.serving.refusals import GONE, Refused
from converters.serving.requests import described, opened_for, root_of
from converters.serving.scan import uses
from converters.serving.service import describe
from converters.serving.site import Opened

_VARYING = frozenset({"NOW", "RAND", "UUID", "STRUUID", "BNODE"})
"""Functions whose answer is another each time; any other answer is the same as long as the release is."""

_OFFERED = (*RESULTS, *RDF, HTML)
_EDITOR = "style-src 'self' 'sha256-zCK2EVMoPc04mRF/g5CotUvxbJPWS+8V0b+s9ptqQIk='"
"""What YASGUI needs beside: the one style element that its tables add, and no other."""


async def sparql(request: Request) -> Response:
    """Answers a query. GET and POST alike; anything else is refused by the route."""
    opened = opened_for(request)
    asked = await _asked(request)
    if _wants_page(request):
        return await _page(request, opened, asked)
    if asked is None:
        return described(request, describe(opened, f"{root_of(request)}sparql"))
    kept = opened.bodies.get(asked) or _looked_up(request, opened, asked)
    if kept is None:
        answered = await _unless_gone(request, opened.pool, asked)
        if answered.length > LARGEST or uses(asked.query, _VARYING):
            whole = Kept(b"", answered.content_type, answered.extension)
            headers = {name: value for name, value in told(opened, asked, whole).items() if name != "etag"}
            return send(answered.body, answered.length, headers)
        with answered.body as body:
            kept = Kept(body.read(), answered.content_type, answered.extension)
        opened.bodies.put(asked, kept)
    keep(request)
    headers = told(opened, asked, kept)
    if request.method != "POST" and is_fresh(request.headers, headers):
        return Response(status_code=304, headers=headers)
    return Response(kept.content, headers=headers)


def _looked_up(request: Request, opened: Opened, asked: Question) -> Kept | None:
    """The answer to a look-up, but for those that `at_once` has tried before."""
    if request.method == "GET" and not is_browsing(request.headers.get("accept")):
        return None
    return lookup(opened.store, opened.quick, opened.degrees, asked, opened.loaded.base)


def told(opened: Opened, asked: Question, kept: Kept) -> dict[str, str]:
    """The header fields of an answer."""
    return {**shared(kept.content_type, kept.extension, opened.loaded.version), "etag": etag(opened, asked)}


@lru_cache
def shared(content_type: str, extension: str, version: str) -> Mapping[str, str]:
    """Those that all answers of a format have."""
    return {
        "content-type": content_type,
        "content-disposition": f'inline; filename="answer.{extension}"',
        "vary": "Accept",
        "cache-control": "no-cache",
        "x-release": version,
    }


def etag(opened: Opened, asked: Question) -> str:
    """It follows from the question, as the answer does."""
    tag = fingerprint(asked.query, asked.default_graphs, asked.named_graphs, asked.accept)
    return f'"{opened.loaded.name}-{tag}"'


def _wants_page(request: Request) -> bool:
    """Whether a browser asks, and did not choose a format for programs."""
    reads = request.method in ("GET", "HEAD") and is_browsing(request.headers.get("accept"))
    return reads and not request.query_params.get("format")


def is_browsing(accept: str | None) -> bool:
    """Whether an Accept field is that of a browser, which is shown a page."""
    return choose(accept, _OFFERED) is HTML


async def _page(request: Request, opened: Opened, asked: Question | None) -> Response:
    """The form, with the answer below it if there is a question."""
    name = request.query_params.get("name")
    if asked is None and name is not None:
        asked = Question(saved_query(name))
    answered, error = None, None
    if asked is not None:
        try:
            answered = await _unless_gone(request, opened.pool, replace(asked, accept="*/*"))
        except Refused as refused:
            error = refused
    query = asked.query if asked else ""
    page = await asyncio.to_thread(asking_page, opened, query, answered, error.message if error else None)
    headers = {"vary": "Accept", "content-security-policy": f"{CONTENT}; {_EDITOR}"}
    return HTMLResponse(page, error.status if error else 200, headers=headers)


async def _asked(request: Request) -> Question | None:
    query_string = request.scope["query_string"]
    if request.method == "POST":
        body = await read_body(request, opened_for(request).pool.limits)
        return asked_by_post(query_string, request.headers, body)
    return asked_by_get(query_string, request.headers.get("accept"))


async def _unless_gone(request: Request, pool: Pool, asked: Question) -> Answered:
    """The answer; a query whose client goes is ended at once. Raises what `Pool.ask` raises."""
    asking = asyncio.current_task()
    assert asking
    leaving = asyncio.create_task(_gone(request, asking))
    try:
        return await pool.ask(asked)
    except asyncio.CancelledError:
        if not leaving.done():
            raise
        asking.uncancel()
        raise Refused(GONE, "the client went") from None
    finally:
        leaving.cancel()


async def _gone(request: Request, asking: "asyncio.Task[object]") -> None:
    """Cancels who asks when the client goes."""
    while (await request.receive())["type"] != "http.disconnect":
        pass
    asking.cancel()
