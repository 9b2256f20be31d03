"""Pages that are no documents about one thing: lists, search, and what went wrong for a person."""

import asyncio

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from converters.serving.accept import choose
from converters.serving.caching import Kept
from converters.serving.media import HTML, NTRIPLES
from converters.serving.pages.lists import list_page, search_page
from converters.serving.pages.page import render
from converters.serving.requests import opened_for, page_number

LONGEST = 200


async def listing(request: Request) -> Response:
    """/articles, /entities. Raises Refused (404) for a page beyond the last."""
    number, name = page_number(request), request.url.path.strip("/").rpartition("/")[2]
    opened, key = opened_for(request), f"{name}?{number}"
    kept = opened.bodies.get(key)
    if kept is None:
        kept = Kept(await list_page(opened, name, number))
        opened.bodies.put(key, kept)
    return HTMLResponse(kept.content)


async def search(request: Request) -> Response:
    """/search?q=…"""
    words = request.query_params.get("q", "")[:LONGEST].strip()
    return HTMLResponse(await asyncio.to_thread(search_page, opened_for(request), words))


def for_a_person(request: Request) -> bool:
    """Whether the client would rather have a page than plain text."""
    return choose(request.headers.get("accept"), (NTRIPLES, HTML)) is HTML


def error_page(request: Request, status: int, message: str) -> bytes:
    path = request.scope["raw_path"].decode("ascii", "replace").removeprefix("/")
    return render(opened_for(request), path, "error.html", status=status, message=message)
