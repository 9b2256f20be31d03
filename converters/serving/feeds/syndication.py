"""Feeds as Atom (RFC 4287, with archives of RFC 5005 and tombstones of RFC 6721) and as JSON Feed 1.1."""

import json
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring

from converters.serving.feeds.entries import Entry, Feed
from converters.serving.feeds.log import stamped

ATOM = "application/atom+xml; charset=utf-8"
JSON_FEED = "application/feed+json; charset=utf-8"
AUTHOR = "eventwire"
_NS = {
    "": "http://www.w3.org/2005/Atom",
    "fh": "http://purl.org/syndication/history/1.0",
    "at": "http://purl.org/atompub/tombstones/1.0",
}
for _prefix, _namespace in _NS.items():
    register_namespace(_prefix, _namespace)


def atom(feed: Feed) -> bytes:
    """An Atom feed document."""
    root = Element(_tag("feed"))
    _child(root, "id", feed.newest)
    _child(root, "title", feed.title)
    _child(root, "updated", stamped(feed.updated))
    _child(_child(root, "author"), "name", AUTHOR)
    _child(root, "rights", "CC BY 4.0; quoted passages are their publishers'")
    for rel, href in _links(feed):
        _child(root, "link", rel=rel, href=href)
    if feed.is_archive:
        SubElement(root, f"{{{_NS['fh']}}}archive")
    for entry in feed.entries:
        _gone(root, entry) if entry.gone else _entry(root, entry)
    text: str = tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode()


def json_feed(feed: Feed) -> bytes:
    """A JSON Feed document; what was taken back is not in it."""
    found: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.page,
        "feed_url": feed.url,
        "language": "en",
        "authors": [{"name": AUTHOR}],
        "items": [
            {
                "id": entry.iri,
                "url": entry.iri,
                "title": entry.title,
                "content_text": entry.text or entry.title,
                "date_published": stamped(entry.time),
            }
            for entry in feed.entries
            if not entry.gone
        ],
    }
    if feed.older:
        found["next_url"] = feed.older
    return (json.dumps(found, ensure_ascii=False, indent=1) + "\n").encode()


def _links(feed: Feed) -> Iterator[tuple[str, str]]:
    yield "self", feed.url
    yield "alternate", feed.page
    if feed.is_archive:
        yield "current", feed.newest
    if feed.older:
        yield "prev-archive", feed.older


def _entry(root: Element, entry: Entry) -> None:
    element = _child(root, "entry")
    _child(element, "id", entry.iri)
    _child(element, "title", entry.title)
    _child(element, "updated", stamped(entry.time))
    _child(element, "link", rel="alternate", href=entry.iri)
    _child(element, "content", entry.text or entry.title, type="text")


def _gone(root: Element, entry: Entry) -> None:
    SubElement(root, f"{{{_NS['at']}}}deleted-entry", ref=entry.iri, when=stamped(entry.time))


def _child(parent: Element, name: str, text: str | None = None, **attributes: str) -> Element:
    element = SubElement(parent, _tag(name), attributes)
    element.text = None if text is None else "".join(c for c in text if c in "\t\n\r" or c >= " ")
    return element


def _tag(name: str) -> str:
    return f"{{{_NS['']}}}{name}"
