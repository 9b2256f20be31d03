"""/feeds: the event stream, Atom, JSON Feed, ActivityStreams, queries as feeds, and a page that lists them."""

from dataclasses import replace
from datetime import UTC
from email.utils import format_datetime

from starlette.convertors import IntegerConvertor, register_url_convertor
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from converters.query import named_queries
from converters.serving.caching import is_fresh
from converters.serving.feeds import ldes
from converters.serving.feeds.activities import ACTIVITIES, collection, collection_page, single_activity
from converters.serving.feeds.entries import Feed, archived, newest
from converters.serving.feeds.log import PAGE
from converters.serving.feeds.queried import can_be_a_feed, queried, saved_query, selected
from converters.serving.feeds.syndication import ATOM, JSON_FEED, atom, json_feed
from converters.serving.media import JSONLD, NQUADS, TRIG, Format
from converters.serving.pages.page import render
from converters.serving.refusals import Refused
from converters.serving.requests import CACHED, opened_for, root_of, wanted
from converters.serving.writing import Description, write

FOR_EVER = "public, max-age=604800, immutable"
_WRITERS = {"atom": (ATOM, atom), "json": (JSON_FEED, json_feed)}
_GRAPHS = (replace(TRIG, quality=1.0), replace(NQUADS, quality=1.0), JSONLD)
_STREAMS = Format("json", "json", "ActivityStreams", ("application/activity+json",))


async def overview(request: Request) -> Response:
    """The page that lists all feeds."""
    queries = [query for query in named_queries() if query.is_for_anyone and can_be_a_feed(selected(query.sparql))]
    return Response(render(opened_for(request), "feeds", "feeds.html", queries=queries), media_type="text/html")


async def stream(request: Request) -> Response:
    """The event stream: where its pages are."""
    opened = opened_for(request)
    return _described(request, ldes.stream(opened.log, opened.loaded.base, root_of(request)), "stream", CACHED)


async def stream_page(request: Request) -> Response:
    """A page of the event stream. Raises Refused (404) if there is none of this number."""
    opened, number = opened_for(request), request.path_params["number"]
    found = ldes.page(opened.log, number, opened.loaded.base, root_of(request))
    if found is None:
        raise _no_page(number)
    return _described(request, found, f"page-{number}", FOR_EVER if _is_full(request, number) else CACHED)


async def activity(request: Request) -> Response:
    """One activity with what it says; as ActivityStreams alone for clients that ask for this by name."""
    opened, number = opened_for(request), request.path_params["number"]
    found = opened.log.between(number, number + 1)
    if not found:
        raise _no_page(number)
    if wanted(request, (*_GRAPHS, _STREAMS)) is _STREAMS:
        headers = {"vary": "Accept", "cache-control": FOR_EVER}
        return Response(single_activity(opened.loaded.base, found[0]), media_type=ACTIVITIES, headers=headers)
    return _described(request, ldes.single(opened.loaded.base, found[0]), f"activity-{number}", FOR_EVER)


async def subscription(request: Request) -> Response:
    """The newest entries, as Atom or JSON Feed."""
    opened, form = opened_for(request), _form(request)
    root = root_of(request)
    return _feed(request, form, newest(opened.log, f"{root}feeds/{form}", root, opened.loaded.modified), CACHED)


async def archive(request: Request) -> Response:
    """A page of older entries. Raises Refused (404) if it is not complete yet."""
    opened, form, number = opened_for(request), _form(request), request.path_params["number"]
    root = root_of(request)
    found = archived(opened.log, number, f"{root}feeds/{form}", root, opened.loaded.modified)
    if found is None:
        raise _no_page(number)
    return _feed(request, form, found, FOR_EVER)


async def of_query(request: Request) -> Response:
    """What a query finds. Raises Refused (400, 404) if it cannot be a feed."""
    opened, form = opened_for(request), _form(request)
    name, sparql = request.query_params.get("name"), request.query_params.get("query")
    if (name is None) == (sparql is None):
        raise Refused(400, "say which query: ?name=… (one that ships) or ?query=… (SPARQL)")
    asked = sparql if sparql is not None else saved_query(name or "")
    title = f"eventwire: {name or ' '.join(asked.split())[:80]}"
    root = root_of(request)
    url = f"{root}feeds/query/{form}?{request.url.query}"
    found = await queried(opened.pool, opened.log, asked, title, url, root, opened.loaded.modified)
    return _feed(request, form, found, CACHED)


async def activities(request: Request) -> Response:
    """The ActivityStreams collection."""
    opened = opened_for(request)
    return _activities(request, collection(opened.log, f"{root_of(request)}feeds/activities"))


async def activities_page(request: Request) -> Response:
    """A page of it. Raises Refused (404) if there is none of this number."""
    opened, number = opened_for(request), request.path_params["number"]
    found = collection_page(opened.log, number, opened.loaded.base, f"{root_of(request)}feeds/activities")
    if found is None:
        raise _no_page(number)
    return _activities(request, found)


class _Place(IntegerConvertor):
    """The number of a page or an activity; a longer one is none that there will ever be."""

    regex = "[0-9]{1,12}"


register_url_convertor("place", _Place())
ROUTES = [
    Route("/feeds", overview),
    Route("/feeds/ldes", stream),
    Route("/feeds/ldes/{number:place}", stream_page),
    Route("/feeds/activity/{number:place}", activity),
    Route("/feeds/activities", activities),
    Route("/feeds/activities/{number:place}", activities_page),
    Route("/feeds/query/{form}", of_query),
    Route("/feeds/{form}", subscription),
    Route("/feeds/{form}/{number:place}", archive),
]


def _form(request: Request) -> str:
    form = str(request.path_params["form"])
    if form not in _WRITERS:
        raise Refused(404, f"there is no feed {form!r}; there are: ldes, activities, {', '.join(_WRITERS)}")
    return form


def _described(request: Request, description: Description, name: str, cached: str) -> Response:
    chosen = wanted(request, _GRAPHS)
    of_all = "" if cached is FOR_EVER else f"-{opened_for(request).log.size()}"  # a full page has one tag for ever
    current = {"etag": f'"{name}{of_all}-{chosen.extension}"'}
    headers = {"vary": "Accept", "cache-control": cached, **current}
    if is_fresh(request.headers, current):
        return Response(status_code=304, headers=headers)
    return Response(write(description, chosen.writer), headers={**headers, "content-type": chosen.content_type})


def _feed(request: Request, form: str, feed: Feed, cached: str) -> Response:
    content_type, writer = _WRITERS[form]
    current = {"etag": f'"{opened_for(request).loaded.name}-{feed.updated.timestamp()}-{len(feed.entries)}"'}
    current["last-modified"] = format_datetime(feed.updated.astimezone(UTC), usegmt=True)
    headers = {"cache-control": cached, **current}
    if is_fresh(request.headers, current):
        return Response(status_code=304, headers=headers)
    return Response(writer(feed), headers={**headers, "content-type": content_type})


def _activities(request: Request, content: bytes) -> Response:
    headers = {"cache-control": CACHED, "etag": f'"activities-{opened_for(request).log.size()}"'}
    if is_fresh(request.headers, headers):
        return Response(status_code=304, headers=headers)
    return Response(content, media_type=ACTIVITIES, headers=headers)


def _is_full(request: Request, number: int) -> bool:
    return opened_for(request).log.size() >= (number + 1) * PAGE


def _no_page(number: int) -> Refused:
    return Refused(404, f"there is no page {number} (yet)")
