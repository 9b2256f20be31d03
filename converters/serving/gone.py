"""What was part of earlier releases and is gone: 410 with when, and what took its place (RFC 9110, 15.5.11)."""

from starlette.requests import Request
from starlette.responses import Response

from converters.serving.accept import choose
from converters.serving.documents import Thing
from converters.serving.feeds.ldes import payload
from converters.serving.feeds.log import Activity
from converters.serving.media import DOCUMENTS, HTML, Format
from converters.serving.refusals import Refused
from converters.serving.site import Opened
from converters.serving.vocabulary import term
from converters.serving.writing import DEFAULT, Description, write

_REPLACED = term("dcterms:isReplacedBy")


def deletion(opened: Opened, thing: Thing) -> Activity | None:
    """The activity that took a thing back, if that is the last that happened to it."""
    last = opened.log.last_of(thing.iri)
    return last if last is not None and last.action == "Delete" else None


def gone(request: Request, opened: Opened, thing: Thing, last: Activity, asked: Format | None) -> Response:
    """What is left to say, in the format that is asked for. Raises Refused (410) for people and in no other format."""
    nodes = payload(last)
    successor = next((value for node in nodes for predicate, value in node.properties if predicate == _REPLACED), None)
    headers = {"vary": "Accept", "cache-control": "public, max-age=60"}
    if successor is not None:
        headers["link"] = f'{successor}; rel="successor-version", {successor}; rel="{_REPLACED[1:-1]}"'
    chosen = asked or choose(request.headers.get("accept"), DOCUMENTS)
    if chosen is None or chosen is HTML:
        raise Refused(410, _words(opened, thing, last, successor), headers)
    described = Description(f"{thing.iri} is gone", opened.loaded.base, {DEFAULT: nodes})
    return Response(write(described, chosen.writer), 410, {**headers, "content-type": chosen.content_type})


def _words(opened: Opened, thing: Thing, last: Activity, successor: str | None) -> str:
    base = opened.loaded.base
    instead = f" What took its place: {successor[1:-1]}." if successor else ""
    return (
        f"{thing.iri} was in earlier releases and was taken back with release {last.release} on {last.time:%d %B %Y}."
        f"{instead}\nThe activity that says so is {base}feeds/activity/{last.number}; search at {base}search?q=…"
    )
