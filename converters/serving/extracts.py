"""Extracts: the events that are chosen, or what is told of one thing, as RDF, CSV or GeoJSON, sent while it is made.

No more of an extract is held in memory than a batch of statements, so a whole release may be taken. Each row and each
feature says who claims it and how it is meant: nothing in an extract reads as a bare fact.
"""

import csv
import json
from collections.abc import Callable, Iterator, Mapping
from io import StringIO
from itertools import islice
from typing import Any

from pyoxigraph import NamedNode, Quad, Store, serialize

from converters.serving.documents import nodes, with_parts
from converters.serving.dumps import FORMATS
from converters.serving.media import JSONLD, NQUADS, TRIG, TURTLE, Format
from converters.serving.register import PLACES
from converters.serving.selection import Register, Selection, opened_register
from converters.serving.site import Opened
from converters.serving.vocabulary import ALL
from converters.serving.writing import contextual

Row = dict[str, Any]
BATCH = 5000
"""Statements that are held at the same time."""

PART = 1 << 16
"""Bytes that are sent together, or somewhat more."""

CSV = Format("csv", "csv", "CSV", ("text/csv",))
GEOJSON = Format("geojson", "geojson", "GeoJSON", ("application/geo+json",))

COLUMNS = (
    *("event", "label", "class", "status", "modality", "polarity", "denied", "who", "stance", "from", "to"),
    *("places", "wkt", "article", "published", "quote", "claim"),
)
"""Of the CSV: one row for each claim. `denied` is 1 if its voice denies the event, or says that it was not so."""

_CLAIMS_OF_EVENT = "SELECT * FROM told WHERE event = ? ORDER BY published, claim"
_PLACES_OF_CLAIM = (
    "SELECT DISTINCT entity, name, lon, lat, role FROM part JOIN entity USING (entity) "
    f"WHERE claim = ? AND place AND role IN {PLACES!r} ORDER BY entity, role"
)
_EVENTS_OF = {
    "event": "SELECT * FROM event WHERE event = ?",
    "claim": "SELECT * FROM event WHERE event IN (SELECT event FROM told WHERE claim = ?)",
    "article": "SELECT * FROM event WHERE event IN (SELECT event FROM told WHERE article = ?) ORDER BY event",
    "entity": "SELECT * FROM event WHERE event IN (SELECT event FROM told JOIN part USING (claim) WHERE entity = ?) "
    "ORDER BY event",
}


def extract_of_selection(opened: Opened, chosen: Selection, form: Format) -> Iterator[bytes]:
    """The extract of the events chosen, in parts."""
    with opened_register(opened.loaded.store) as register:
        yield from _gathered(_WRITERS[form.writer](opened, register, register.events(chosen)))


def extract_of_thing(opened: Opened, kind: str, iri: str, form: Format) -> Iterator[bytes]:
    """The extract of the events that an event, claim, article or entity is or tells of or takes part in."""
    with opened_register(opened.loaded.store) as register:
        yield from _gathered(_WRITERS[form.writer](opened, register, register.ask(_EVENTS_OF[kind], iri)))


def _gathered(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """The same bytes in fewer parts: each that is sent costs as much as making a good many."""
    held = bytearray()
    for piece in pieces:
        held += piece
        if len(held) >= PART:
            yield bytes(held)
            held.clear()
    yield bytes(held)


def features(register: Register, events: Iterator[Row]) -> Iterator[Row]:
    """Events as features of GeoJSON (RFC 7946, section 3.2): where they are told to have been, and by whom."""
    for event in events:
        claims = [_feature_claim(register, claim) for claim in register.ask(_CLAIMS_OF_EVENT, event["event"])]
        points = {tuple(place["coordinates"]) for claim in claims for place in claim["places"] if place["coordinates"]}
        yield {
            "type": "Feature",
            "id": event["event"],
            "geometry": _geometry(sorted(points)),
            "properties": {
                "label": event["label"],
                "standing": event["standing"],
                "from": event["first"],
                "to": event["last"],
                "articles": event["articles"],
                "claims": claims,
            },
        }


def _feature_claim(register: Register, claim: Row) -> Row:
    places = [
        {
            "entity": place["entity"],
            "name": place["name"],
            "role": place["role"],
            "coordinates": None if place["lon"] is None else [place["lon"], place["lat"]],
        }
        for place in register.ask(_PLACES_OF_CLAIM, claim["claim"])
    ]
    kept = ("claim", "class", "status", "modality", "polarity", "who", "stance", "article", "published", "quote")
    told = {key: claim[key] for key in kept}
    return {**told, "denied": bool(claim["denied"]), "from": claim["first"], "to": claim["last"], "places": places}


def _geometry(points: list[tuple[float, float]]) -> Row | None:
    """One place is a Point, several are a MultiPoint; without any the geometry is null (RFC 7946, section 3.2)."""
    if not points:
        return None
    if len(points) == 1:
        return {"type": "Point", "coordinates": list(points[0])}
    return {"type": "MultiPoint", "coordinates": [list(point) for point in points]}


def _geojson(opened: Opened, register: Register, events: Iterator[Row]) -> Iterator[bytes]:
    yield b'{"type": "FeatureCollection", "features": ['
    between = b"\n"
    for feature in features(register, events):
        yield between + json.dumps(feature, ensure_ascii=False).encode()
        between = b",\n"
    yield b"\n]}\n"


def _csv(opened: Opened, register: Register, events: Iterator[Row]) -> Iterator[bytes]:
    """RFC 4180."""
    held = StringIO()
    table = csv.writer(held)
    table.writerow(COLUMNS)
    for event in events:
        for claim in register.ask(_CLAIMS_OF_EVENT, event["event"]):
            places = list(register.ask(_PLACES_OF_CLAIM, claim["claim"]))
            table.writerow(_line(claim, places)[column] for column in COLUMNS)
        yield _taken(held)
    yield _taken(held)


def _line(claim: Row, places: list[Row]) -> Row:
    points = sorted({(place["lon"], place["lat"]) for place in places if place["lon"] is not None})
    wkt = ", ".join(f"({lon} {lat})" for lon, lat in points)
    names = "; ".join(dict.fromkeys(place["name"] for place in places))
    told = {"from": claim["first"], "to": claim["last"], "places": names, "article": claim["title"]}
    return {**claim, **told, "wkt": f"MULTIPOINT ({wkt})" if points else ""}


def _taken(held: StringIO) -> bytes:
    text = held.getvalue()
    held.seek(0)
    held.truncate()
    return text.encode()


def _rdf(form: Format) -> Callable[[Opened, Register, Iterator[Row]], Iterator[bytes]]:
    """Documents one after the other: in these formats that is one document again."""

    def write(opened: Opened, register: Register, events: Iterator[Row]) -> Iterator[bytes]:
        syntax = FORMATS[form.writer]
        for quads in _batches(opened.store, register, events):
            told = quads if syntax.supports_datasets else dict.fromkeys(quad.triple for quad in quads)
            yield serialize(told, format=syntax, prefixes=ALL) or b""

    return write


def _jsonld(opened: Opened, register: Register, events: Iterator[Row]) -> Iterator[bytes]:
    """One graph; what is said of a node may stand in several places of it (JSON-LD 1.1, section 3.2)."""
    context, text = contextual(opened.loaded.base)
    yield f'{{"@context": {context},\n"@graph": ['.encode()
    between = "\n"
    for quads in _batches(opened.store, register, events):
        for node in nodes(quads):
            yield f"{between}{text(node)}".encode()
            between = ",\n"
    yield b"\n]}\n"


def _batches(store: Store, register: Register, events: Iterator[Row]) -> Iterator[list[Quad]]:
    """What is stated of the events and of the claims about them, in each batch once."""
    stated = (quad for event in events for quad in _stated(store, register, event["event"]))
    while batch := list(islice(stated, BATCH)):
        yield list(dict.fromkeys(batch))


def _stated(store: Store, register: Register, event: str) -> Iterator[Quad]:
    yield from with_parts(store, NamedNode(event))
    for claim in register.ask(_CLAIMS_OF_EVENT, event):
        yield from with_parts(store, NamedNode(claim["claim"]))


FORMS: tuple[Format, ...] = (TURTLE, JSONLD, TRIG, NQUADS, CSV, GEOJSON)
_WRITERS: Mapping[str, Callable[[Opened, Register, Iterator[Row]], Iterator[bytes]]] = {
    "csv": _csv,
    "geojson": _geojson,
    "jsonld": _jsonld,
    **{one.writer: _rdf(one) for one in (TURTLE, TRIG, NQUADS)},
}
