"""Views of the events that are chosen (/events, /map, /timeline, /voices), and the same as data (/events.ttl …)."""

import asyncio
from collections.abc import Callable, Iterator, Mapping

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response, StreamingResponse

from converters.iris import fingerprint
from converters.serving.caching import Kept, is_fresh, validators
from converters.serving.extracts import FORMS, extract_of_selection, extract_of_thing
from converters.serving.media import Format
from converters.serving.pages.chosen import events_page
from converters.serving.pages.maps import map_page
from converters.serving.pages.timelines import timeline_page
from converters.serving.pages.voices import voices_page
from converters.serving.refusals import Refused
from converters.serving.requests import CACHED, opened_for, page_number
from converters.serving.selection import Register, Selection, opened_register, selected
from converters.serving.site import Opened

BY_EXTENSION = {one.extension: one for one in FORMS}

Page = Callable[[Opened, Register, Selection, int], bytes]
VIEWS: Mapping[str, Page] = {
    "events": events_page,
    "map": map_page,
    "timeline": timeline_page,
    "voices": voices_page,
}


async def view(request: Request) -> Response:
    """A view of the events that the query string chooses. Raises Refused: 400 a day that is none, 404 no such page."""
    opened, name = opened_for(request), request.url.path.strip("/").rpartition("/")[2]
    chosen, number = selected(request.query_params), page_number(request)
    key = f"{name}?{number}&{chosen.query()}"
    kept = opened.bodies.get(key)
    if kept is None:
        kept = Kept(await asyncio.to_thread(_view, opened, name, chosen, number))
        opened.bodies.put(key, kept)
    return HTMLResponse(kept.content)


def _view(opened: Opened, name: str, chosen: Selection, number: int) -> bytes:
    with opened_register(opened.loaded.store) as register:
        return VIEWS[name](opened, register, chosen, number)


async def events_file(request: Request) -> Response:
    """The events that are chosen, as data. Raises Refused (404) for an extension that is none of ours."""
    form = BY_EXTENSION.get(request.path_params["extension"])
    if form is None:
        raise Refused(404, f"events are to be had as: {', '.join(f'events.{one}' for one in BY_EXTENSION)}")
    opened, chosen = opened_for(request), selected(request.query_params)
    return _sent(request, opened, form, f"events{chosen.query()}", extract_of_selection(opened, chosen, form))


def thing_file(request: Request, kind: str, iri: str, form: Format) -> Response:
    """What is told of a thing, in a form that documents do not have."""
    opened = opened_for(request)
    return _sent(request, opened, form, iri, extract_of_thing(opened, kind, iri, form))


def _sent(request: Request, opened: Opened, form: Format, what: str, parts: Iterator[bytes]) -> Response:
    current = validators(opened.loaded, f"{form.extension}-{fingerprint(what)}")
    headers = {"cache-control": CACHED, **current}
    if is_fresh(request.headers, current):
        return Response(status_code=304, headers=headers)
    name = what.partition("?")[0].rpartition("/")[2]
    headers |= {
        "content-type": form.content_type,
        "content-disposition": f'inline; filename="{name}.{form.extension}"',
    }
    if request.method == "HEAD":
        return Response(headers=headers)
    return StreamingResponse(parts, headers=headers)
