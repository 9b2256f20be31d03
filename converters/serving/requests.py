"""What handlers share: the release that answers a request, and a description sent in the format that is asked for."""

from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import Response

from converters.serving.accept import choose
from converters.serving.media import HTML, RDF, RDFXML, Format
from converters.serving.refusals import Refused
from converters.serving.site import Opened
from converters.serving.writing import Description, write

MOST_PAGES = 10_000
CACHED = "public, max-age=60, must-revalidate"


def opened_for(request: Request) -> Opened:
    """The release that answers the whole of this request (`converters.serving.app` puts it there)."""
    opened = request.scope["state"]["opened"]
    assert isinstance(opened, Opened)
    return opened


def wanted(request: Request, offers: tuple[Format, ...]) -> Format:
    """The format that the Accept field asks for. Raises Refused (406) with what there is."""
    accept = request.headers.get("accept")
    chosen = choose(accept, offers)
    if chosen is RDFXML and choose(accept, (RDFXML, HTML)) is HTML:  # a browser, which cannot show it
        chosen = choose(accept, offers[:1]) or chosen
    if chosen is None:
        names = "\n".join(f"  {offer.media_type} ({offer.title}, .{offer.extension})" for offer in offers)
        raise Refused(406, f"none of what you accept is to be had here. There is:\n{names}", {"Vary": "Accept"})
    return chosen


def page_number(request: Request) -> int:
    """The parameter `page`; the first page for anything that is no number."""
    asked = request.query_params.get("page", "0")
    if not (asked.isascii() and asked.isdigit()):
        return 0
    return min(int(asked), MOST_PAGES) if len(asked) < 10 else MOST_PAGES


def root_of(request: Request) -> str:
    """The URL that the root of this server has for the client: the base, or if asked by another host name, that one."""
    base = opened_for(request).loaded.base
    host = request.headers.get("host", "")
    return base if urlsplit(base).netloc == host else f"{request.url.scheme}://{request.url.netloc}/"


def described(request: Request, description: Description) -> Response:
    """A small description, made anew, in the RDF format that is asked for."""
    chosen = wanted(request, RDF)
    headers = {"content-type": chosen.content_type, "vary": "Accept", "cache-control": "no-cache"}
    return Response(write(description, chosen.writer), headers=headers)
