"""Every IRI of the data: a thing answers 303 with the document about it, a document with what it says.

`event/K` is the thing, `event/K.ttl` a document about it in Turtle, and so for every format (RFC 9110, 15.4.4). Named
graphs and the ontology are documents themselves and answer by Accept. An event that one other took the place of
(`dcterms:isReplacedBy`) answers 301 with that one.
"""

import asyncio

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import Scope

from converters.serving.answers import keep
from converters.serving.bodies import send
from converters.serving.caching import is_fresh, validators
from converters.serving.choosing import thing_file
from converters.serving.documents import Thing, describe, exists, is_graph, successor, thing_at, types
from converters.serving.dumps import dump
from converters.serving.extracts import CSV, GEOJSON
from converters.serving.gone import deletion, gone
from converters.serving.links import links
from converters.serving.media import DOCUMENTS, HTML, Format
from converters.serving.pages.terms import ontology_page
from converters.serving.pages.things import graph_page, kind_at, thing_page
from converters.serving.refusals import Refused
from converters.serving.requests import CACHED, opened_for, wanted
from converters.serving.site import Opened
from converters.serving.store import ONTOLOGY
from converters.serving.writing import write

_BY_EXTENSION = {one.extension: one for one in DOCUMENTS}
TABLES = {one.extension: one for one in (CSV, GEOJSON)}
"""What is told of an article, event, claim or entity also comes as these."""


async def dereference(request: Request) -> Response:
    """Answers for the IRI that the path stands for. Raises Refused (404, 406, 410)."""
    keep(request)
    opened = opened_for(request)
    path = path_of(request.scope)
    stem, _, extension = path.rpartition(".")
    of = thing_at(stem, opened.loaded.base)
    if extension in _BY_EXTENSION and stem and known(opened, of):
        return await _document(request, opened, of, _BY_EXTENSION[extension], negotiated=False)
    thing = thing_at(path, opened.loaded.base)
    if known(opened, thing):
        if (heir := successor(opened.quick, thing.iri)) is not None:
            return RedirectResponse(f"./{heir.rpartition('/')[2]}", 301, {"cache-control": CACHED})
        chosen = wanted(request, DOCUMENTS)
        if is_graph(opened.quick, thing.iri):
            return await _document(request, opened, thing, chosen, negotiated=True)
        location = f"./{path.rpartition('/')[2]}.{chosen.extension}"
        headers = {"vary": "Accept", "cache-control": CACHED, "link": links(thing, types(opened.quick, thing.iri))}
        return RedirectResponse(location, 303, headers)
    if extension in TABLES and stem and (kind := kind_at(opened, of)):
        return thing_file(request, kind, of.iri, TABLES[extension])
    for one, form in ((thing, None), (of, _BY_EXTENSION.get(extension))):
        last = deletion(opened, one)
        if last is not None and (form is not None or one is thing):
            return gone(request, opened, one, last, form)
    raise Refused(404, _help(opened, thing))


def path_of(scope: Scope) -> str:
    """The path as it was sent: IRIs hold percent signs, which are not to be decoded."""
    raw: bytes = scope["raw_path"]
    return raw.decode("ascii", "replace").partition("?")[0].removeprefix("/")


def known(opened: Opened, thing: Thing) -> bool:
    """Whether the release says anything of it."""
    try:
        return exists(opened.quick, thing.iri) or is_graph(opened.quick, thing.iri)
    except ValueError:  # no IRI at all
        return False


async def _document(request: Request, opened: Opened, thing: Thing, chosen: Format, *, negotiated: bool) -> Response:
    current = validators(opened.loaded, chosen.extension)
    headers = {"cache-control": CACHED, **current}
    if negotiated:
        headers |= {"vary": "Accept", "content-location": f"./{thing.path.rpartition('/')[2]}.{chosen.extension}"}
    if is_fresh(request.headers, current):
        return Response(status_code=304, headers=headers)
    headers |= fields(opened, thing, chosen)
    if chosen is not HTML and is_graph(opened.quick, thing.iri):
        body, length = await asyncio.to_thread(
            dump, opened.store, thing.iri, chosen.writer, opened.pool.limits.answer_bytes
        )
        return send(body, length, headers)
    if chosen is HTML:  # many queries: others are answered meanwhile
        return Response(await asyncio.to_thread(_page, opened, thing), headers=headers)
    return Response(content(opened, thing, chosen), headers=headers)


def fields(opened: Opened, thing: Thing, chosen: Format) -> dict[str, str]:
    """The header fields of every document."""
    return {
        "cache-control": CACHED,
        **validators(opened.loaded, chosen.extension),
        "content-type": chosen.content_type,
        "link": links(thing, types(opened.quick, thing.iri), chosen, opened.loaded.base),
    }


def content(opened: Opened, thing: Thing, chosen: Format) -> bytes:
    """What a document about a thing says, in an RDF format."""
    return write(describe(opened.quick, thing, opened.loaded.base), chosen.writer)


def _page(opened: Opened, thing: Thing) -> bytes:
    if thing.iri == ONTOLOGY:
        return ontology_page(opened, thing)
    if is_graph(opened.quick, thing.iri):
        return graph_page(opened, thing)
    return thing_page(opened, thing, describe(opened.quick, thing, opened.loaded.base))


def _help(opened: Opened, thing: Thing) -> str:
    loaded = opened.loaded
    return (
        f"{thing.iri} is not in release {loaded.version}.\n"
        f"Things are found below {loaded.base} as article/…, claim/…, event/…, entity/…, origin/…, passage/…, time/…,\n"
        f"graph/…;\n"
        f"search for one at {loaded.base}search?q=…, or ask {loaded.base}sparql"
    )
