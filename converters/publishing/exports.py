"""claims.jsonl, entities.jsonl and relations.jsonl (CONTRACT section 4), from the graph and from nothing else.

The queries are `ontology/queries/export-*.rq`, run on pyoxigraph over the graph and what it refers to in the ontology;
here their rows only become JSON. A few articles are queried at a time, with the entities and times that they speak of.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from pyoxigraph import NamedNode, QuerySolutions, RdfFormat, Store, serialize

from converters.graph.nodes import Node, ended, statements
from converters.graph.terms import name
from converters.namespaces import SKOS
from converters.publishing.jsonld import dumps
from converters.resources import resource

Row = tuple[str | None, ...]
Json = dict[str, Any]

_RELATIONS = frozenset({name("ew:partOf"), name("ew:causes")})
PARTS = ("roles", "times", "quantities", "voices", "contents", "about")


@cache
def query(name: str) -> str:
    """The text of `export-NAME.rq`. Raises MissingResource."""
    return resource("ontology", "queries", f"export-{name}.rq").read_text(encoding="utf-8")


@cache
def ontology() -> Store:
    """The ontology's modules."""
    store = Store()
    for path in sorted(resource("ontology", "modules").glob("*.ttl")):
        store.load(path=path)
    return store


@cache
def types() -> dict[str, list[str]]:
    """Local names of each class and those above it, by the class."""
    return {kind: [str(name) for (name,) in names] for kind, names in _grouped(rows(ontology(), "types")).items()}


@cache
def notations() -> bytes:
    """How statuses, roles and the like are written, as N-Triples: all that claims refer to in the ontology."""
    stated = ontology().quads_for_pattern(None, NamedNode(SKOS.notation), None, None)
    return serialize((quad.triple for quad in stated), format=RdfFormat.N_TRIPLES) or b""


@dataclass(frozen=True, slots=True)
class Told:
    """What articles say: lines of claims and relations, and mentions as text to be gathered by entity."""

    claims: list[Json]
    relations: list[Json]
    mentions: list[tuple[str, str]]


def articles_told(ntriples: bytes) -> Told:
    """Claims (by article and place in the text), relations and mentions that the chunks of some articles state."""
    store = _store(ntriples)
    parts = {name: _grouped(rows(store, name)) for name in PARTS}
    claims = [_claim(row, parts) for row in rows(store, "claims")]
    relations = _relations(store)
    mentions = [(str(entity), dumps(_mention(mention))) for entity, *mention in rows(store, "mentions")]
    return Told(claims, relations, mentions)


def relations_told(events: Iterable[Node]) -> list[Json]:
    """How events stand to each other."""
    related = [node for node in events if any(predicate in _RELATIONS for predicate, _ in node.properties)]
    return _relations(_store(ended(statements(related), " .\n"))) if related else []


def entities_told(ntriples: bytes) -> list[Json]:
    """The entities that are described, without their mentions."""
    return [_entity(row) for row in rows(_store(ntriples), "entities")]


def _relations(store: Store) -> list[Json]:
    return [{"a": a, "relation": relation, "b": b} for a, relation, b in rows(store, "relations")]


def _store(ntriples: bytes) -> Store:
    store = Store()
    store.load(notations(), RdfFormat.N_TRIPLES)
    store.load(ntriples, RdfFormat.N_TRIPLES, lenient=True)  # our own text: valid
    return store


def rows(store: Store, name: str) -> Iterator[Row]:
    """The rows of a query, values as text; None is unbound."""
    results = store.query(query(name))
    if not isinstance(results, QuerySolutions):
        raise TypeError(f"export-{name}.rq is not a SELECT query")
    for solution in results:
        yield tuple([None if value is None else value.value for value in solution])


def _grouped(found: Iterable[Row]) -> dict[str, list[Row]]:
    """Rows by their first value, less that value."""
    groups: dict[str, list[Row]] = {}
    for key, *row in found:
        groups.setdefault(str(key), []).append(tuple(row))
    return groups


def _claim(row: Row, parts: dict[str, dict[str, list[Row]]]) -> Json:
    article, claim, event, kind, start, end, first, last, quote, modality, polarity, status, _ = row
    told = {name: parts[name].get(str(claim), []) for name in PARTS}
    return {
        "article": article,
        "claim": claim,
        "event": event,
        "type": _local(str(kind)),
        "types": types().get(str(kind), []),
        "trigger": _span(start, end),
        "evidence": _span(first, last),
        "quote": quote,
        "roles": [_role(role) for role in told["roles"]],
        "time": next(map(_time, told["times"]), None),
        "quantities": [_quantity(quantity) for quantity in told["quantities"]],
        "attribution": [_voice(voice, parts["contents"]) for voice in told["voices"]],
        "modality": modality,
        "polarity": polarity,
        "status": status,
        "about_event": [about for (about,) in told["about"]],
    }


def _role(row: Row) -> Json:
    role, entity, event, wikidata, label, text, start, end, inferred = row
    found = {"role": role, "entity": entity, "event": event, "wikidata": wikidata, "label": label}
    return found | {"text": text, "span": _span(start, end), "inferred": inferred == "true"}


def _time(row: Row) -> Json:
    text, start, end, begins, ends, precision, basis = row
    span = _span(start, end)
    return {"text": text, "span": span, "start": begins, "end": ends, "precision": precision, "basis": basis}


def _quantity(row: Row) -> Json:
    of, value, low, high, bound, unit, text, start, end = row
    numbers = {"of": of, "value": _number(value), "low": _number(low), "high": _number(high)}
    return numbers | {"bound": bound, "unit": unit, "text": text, "span": _span(start, end)}


def _voice(row: Row, contents: dict[str, list[Row]]) -> Json:
    _, voice, source, label, wikidata, text, start, end, cue_start, cue_end, medium, stance = row
    said = [_span(first, last) for first, last in contents.get(str(voice), [])]
    found = {"source": source, "label": label, "wikidata": wikidata, "text": text, "span": _span(start, end)}
    return found | {"cue": _span(cue_start, cue_end), "content": said, "medium": medium, "stance": stance}


def _entity(row: Row) -> Json:
    entity, label, kind, wikidata, state, score, country, lat, lon = row
    classes = types().get(str(kind), []) or [_local(str(kind))]
    link = {"state": state, "score": _number(score)}
    found = {"entity": entity, "label": label, "types": classes, "wikidata": wikidata, "link": link}
    return found | {"country": country, "lat": _number(lat), "lon": _number(lon)}


def _mention(row: Iterable[str | None]) -> Json:
    article, start, end, text, kind = row
    return {"article": article, "span": _span(start, end), "text": text, "kind": kind}


def _span(start: str | None, end: str | None) -> list[int] | None:
    return None if start is None or end is None else [int(start), int(end)]


def _number(lexical: str | None) -> int | float | None:
    """A JSON number: whole where the decimal is."""
    if lexical is None:
        return None
    return float(lexical) if "." in lexical else int(lexical)


def _local(iri: str) -> str:
    return iri[max(iri.rfind("#"), iri.rfind("/")) + 1 :]
