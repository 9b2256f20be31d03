"""The log as an ActivityStreams 2.0 collection of Create, Update and Delete, the newest first."""

import json
from typing import Any

from converters.serving.feeds.ldes import name
from converters.serving.feeds.log import PAGE, Activity, Log, stamped

ACTIVITIES = 'application/activity+json; profile="https://www.w3.org/ns/activitystreams"'
CONTEXT = "https://www.w3.org/ns/activitystreams"


def collection(log: Log, url: str) -> bytes:
    """The collection, whose first page is the newest."""
    size = log.size()
    pages = -(-size // PAGE)
    told: dict[str, Any] = {
        "type": "OrderedCollection",
        "id": url,
        "summary": "What comes and goes: claims, events, entities",
    }
    ends: dict[str, Any] = {"first": f"{url}/{pages - 1}", "last": f"{url}/0"} if pages else {"orderedItems": []}
    return _dumps({**told, "totalItems": size, **ends})


def collection_page(log: Log, number: int, base: str, url: str) -> bytes | None:
    """A page of it; None if there is none of this number."""
    activities = log.page(number)
    if not activities:
        return None
    told: dict[str, Any] = {"type": "OrderedCollectionPage", "id": f"{url}/{number}", "partOf": url}
    if number:
        told["next"] = f"{url}/{number - 1}"
    if len(activities) == PAGE and log.size() > (number + 1) * PAGE:
        told["prev"] = f"{url}/{number + 1}"
    told["orderedItems"] = [_activity(base, one) for one in reversed(activities)]
    return _dumps(told)


def single_activity(base: str, one: Activity) -> bytes:
    """One activity, for whoever looks its id up."""
    return _dumps(_activity(base, one))


def _activity(base: str, one: Activity) -> dict[str, Any]:
    found: dict[str, Any] = {"type": one.action, "id": name(base, one), "published": stamped(one.time)}
    actor = {"type": "Service", "id": f"{base}#publisher", "name": "eventwire"}
    thing: dict[str, Any] = {"id": one.iri, "type": "Tombstone" if one.action == "Delete" else _TYPES[one.kind]}
    if one.action == "Delete":
        thing |= {"formerType": _TYPES[one.kind], "deleted": stamped(one.time)}
    if one.title:
        thing["name"] = one.title
    if one.text:
        thing |= {"content": _escaped(one.text), "mediaType": "text/html"}
    return {**found, "actor": actor, "object": {**thing, "url": one.iri}}


_TYPES = {"article": "Article", "claim": "Note", "event": "Event", "entity": "Object"}


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def _dumps(value: dict[str, Any]) -> bytes:
    return (json.dumps({"@context": CONTEXT, **value}, ensure_ascii=False) + "\n").encode()
