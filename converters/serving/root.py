"""The root: the home page for people, the catalogue for programs; shapes and VoID where clients look for them."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from pyoxigraph import NamedNode, Quad, RdfFormat, parse
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from converters.namespaces import EW, RDF
from converters.resources import resource
from converters.serving.bodies import send
from converters.serving.caching import is_fresh, validators
from converters.serving.catalogue import catalogue
from converters.serving.dumps import written
from converters.serving.media import DOCUMENTS, HTML, Format
from converters.serving.media import RDF as RDF_FORMATS
from converters.serving.pages.home import home_page
from converters.serving.refusals import Refused
from converters.serving.requests import CACHED, opened_for, wanted
from converters.serving.site import Opened
from converters.serving.writing import write

SHAPES = "https://w3id.org/eventwire/shapes"
_SHOWN = ("Article", "Event", "Claim")


async def root(request: Request) -> Response:
    """`/`: the page for people or the catalogue, by Accept."""
    return _answer(request, wanted(request, DOCUMENTS), {"vary": "Accept"})


async def catalogue_file(request: Request) -> Response:
    """`/catalogue.ttl` and so on. Raises Refused (404) for an extension that is none of ours."""
    return _answer(request, _by_extension(request), {})


async def well_known(request: Request) -> Response:
    """/.well-known/void leads to the description (VoID, section 7.2)."""
    return RedirectResponse("../", 302)


async def shapes(request: Request) -> Response:
    """The shapes that the data keeps to, by Accept or extension."""
    chosen = _by_extension(request) if "extension" in request.path_params else wanted(request, RDF_FORMATS)
    opened = opened_for(request)
    headers = {"vary": "Accept", "cache-control": CACHED, **validators(opened.loaded, chosen.extension)}
    if is_fresh(request.headers, headers):
        return Response(status_code=304, headers=headers)
    body, length = written(_shapes(), chosen.writer, opened.pool.limits.answer_bytes)
    return send(body, length, {**headers, "content-type": chosen.content_type})


def _answer(request: Request, chosen: Format, headers: dict[str, str]) -> Response:
    opened = opened_for(request)
    headers = headers | {"cache-control": CACHED, **validators(opened.loaded, chosen.extension)}
    if is_fresh(request.headers, headers):
        return Response(status_code=304, headers=headers)
    base = opened.loaded.base
    others = (one for one in DOCUMENTS if one is not chosen and one is not HTML)
    links = [f'<catalogue.{one.extension}>; rel="alternate"; type="{one.media_type}"' for one in others]
    own = base if chosen is HTML else f"{base}catalogue.{chosen.extension}"
    links.append(f'<{own}>; rel="canonical"')
    links += [f'<{base}#catalogue>; rel="describes"', f'<{base}sparql>; rel="service"', '<feeds/atom>; rel="feed"']
    headers |= {"content-type": chosen.content_type, "link": ", ".join(links)}
    if chosen is HTML:
        return Response(home_page(opened), headers=headers)
    return Response(write(catalogue(opened, _examples(opened)), chosen.writer), headers=headers)


def _examples(opened: Opened) -> Iterator[str]:
    for name in _SHOWN:
        found = opened.store.quads_for_pattern(None, NamedNode(RDF.type), NamedNode(EW[name]))
        yield from (quad.subject.value for quad in islice(found, 1) if isinstance(quad.subject, NamedNode))


def _shapes() -> Iterator[Quad]:
    for path in _shape_files():
        for quad in parse(path=str(path), format=RdfFormat.TURTLE, rename_blank_nodes=True):
            yield Quad(quad.subject, quad.predicate, quad.object, NamedNode(SHAPES))


def _shape_files() -> list[Path]:
    return sorted(resource("shapes").glob("*.ttl"))


def _by_extension(request: Request) -> Format:
    asked = request.path_params["extension"]
    for one in RDF_FORMATS:
        if one.extension == asked:
            return one
    raise Refused(404, f"there is no .{asked}; there is: {', '.join('.' + one.extension for one in RDF_FORMATS)}")
