"""The application: which URL is answered by what, and what is true of every answer."""

from collections.abc import Callable, MutableMapping
from time import perf_counter
from typing import Any

from starlette.applications import Starlette
from starlette.convertors import Convertor, register_url_convertor
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from converters.serving.answers import SOUGHT, Given, Keeper, asked
from converters.serving.assets import static
from converters.serving.at_once import at_once
from converters.serving.browsing import error_page, for_a_person, listing, search
from converters.serving.choosing import VIEWS, events_file, view
from converters.serving.dereference import dereference
from converters.serving.documents import KINDS
from converters.serving.downloads import download, latest
from converters.serving.endpoint import sparql
from converters.serving.feeds.routes import ROUTES as FEEDS
from converters.serving.observing import Observer
from converters.serving.operating import health, metrics, ready
from converters.serving.pages.lists import LISTS
from converters.serving.policy import ENCODED
from converters.serving.reconciling import ROUTES as RECONCILING
from converters.serving.refusals import Refused
from converters.serving.root import catalogue_file, root, shapes, well_known
from converters.serving.site import Site


class _Kind(Convertor[str]):
    """The first part of the path of a thing of the data."""

    regex = "|".join(KINDS)

    def convert(self, value: str) -> str:
        return value

    def to_string(self, value: str) -> str:
        return value


register_url_convertor("kind", _Kind())

PREFLIGHT = {
    "access-control-allow-methods": "GET, HEAD, POST, OPTIONS",
    "access-control-allow-headers": "Accept, Content-Type, If-None-Match, If-Modified-Since",
    "access-control-max-age": "86400",
}

PREFLIGHT_ANSWER = Response(status_code=204, headers=PREFLIGHT)


def application(site: Site) -> "Outermost":
    """The ASGI application that serves what `site` has open."""
    routes = [
        Route("/{kind:kind}/{key:path}", dereference),  # what is asked for most
        Route("/sparql", sparql, methods=["GET", "POST"]),
        Route("/sparql/", sparql, methods=["GET", "POST"]),
        Route("/health", health),
        Route("/ready", ready),
        Route("/metrics", metrics),
        Route("/", root),
        Route("/catalogue.{extension}", catalogue_file),
        Route("/.well-known/void", well_known),
        Route("/shapes", shapes),
        Route("/shapes.{extension}", shapes),
        *FEEDS,
        *RECONCILING,
        *(Route(f"/{name}", listing) for name in LISTS),
        *(Route(f"/{name}", view) for name in VIEWS),
        Route("/events.{extension}", events_file),
        Route("/search", search),
        Route("/download/{name}", latest),
        Route("/download/{version}/{name}", download),
        Route("/static/{name}", static),
        Route("/{path:path}", dereference),
    ]
    handlers: dict[Any, Any] = {Refused: refused, HTTPException: unroutable, Exception: failed}
    app = Starlette(routes=routes, exception_handlers=handlers)
    return Outermost(app, site)


class Outermost:
    """Gives every request the release that answers it, every answer its common fields, and watches; answers OPTIONS."""

    def __init__(self, app: ASGIApp, site: Site) -> None:
        self.app = app
        self.site = site
        self.observer = Observer(site)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        if SOUGHT not in scope and (given := self.at_hand(scope)) is not None:
            await given.send(send)
            return
        answer = self.observer.begin(scope)
        try:
            with self.site.current.used() as opened:
                question = asked(scope)
                scope["state"] = {"opened": opened, "site": self.site, "observer": self.observer}
                app = PREFLIGHT_ANSWER if scope["method"] == "OPTIONS" else self.app
                keeper = (Keeper(opened.answers, question.key, scope).see,) if question else ()
                await app(scope, receive, _adorned(_seen(send, answer.see, *keeper)))
        finally:
            answer.end()

    def at_hand(self, scope: Scope) -> Given | None:
        """An answer that was given before, or that can be given at once; it is to be sent, for it is counted."""
        began = perf_counter()
        question, opened = asked(scope), self.site.current
        given = opened.answers.get(question.key) if question else None
        if question and given is None and (given := at_once(scope, opened)) is not None:
            opened.answers.put(question.key, given)
        if not question or not given:
            return None
        sent = given.to(question.condition)
        self.observer.answered(scope, began, sent.status, len(sent.body))
        return sent


def _adorned(send: Send) -> Send:
    async def adorn(message: Message) -> None:
        if message["type"] == "http.response.start":
            have = {name for name, _ in message["headers"]}
            message["headers"] = [*message["headers"], *(pair for pair in ENCODED if pair[0] not in have)]
        await send(message)

    return adorn


def _seen(send: Send, *watching: Callable[[Message], None]) -> Send:
    async def see(message: Message) -> None:
        for watch in watching:
            watch(message)
        await send(message)

    return see


async def refused(request: Request, error: Refused) -> Response:
    """A refusal in plain words, on a page if a person asked."""
    if for_a_person(request):
        return HTMLResponse(error_page(request, error.status, error.message), error.status, headers=error.headers)
    return PlainTextResponse(f"{error.message}\n", error.status, headers=error.headers)


async def unroutable(request: Request, error: HTTPException) -> Response:
    """What no route takes: an unknown path, or a method that it does not know."""
    headers: MutableMapping[str, str] = dict(error.headers or {})
    told = error.detail
    if error.status_code == 405:
        told = f"{request.method} is not possible here; possible: {headers.get('Allow')}"
    return PlainTextResponse(f"{told}\n", error.status_code, headers=headers)


async def failed(request: Request, error: Exception) -> Response:
    """A fault of ours; uvicorn tells the log about it, nobody tells the client."""
    return PlainTextResponse("a fault of the server; it is in its log\n", 500)
