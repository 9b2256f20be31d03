"""Reconciliation queries (Entity Reconciliation API 0.2, section 4): names, types, properties in, candidates out."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from converters.errors import BadInput
from converters.linking.judgement import judgement
from converters.linking.match import Query
from converters.linking.names import skeleton
from converters.linking.score import Scored, score
from converters.linking.settle import settled
from converters.linking.wordlists import known_types
from converters.reconciliation.model import PROPERTIES, Json, Thing, TooLarge
from converters.reconciliation.things import Things, id_of

BATCH = 50
LIMIT = 10
PROPERTY_WEIGHT = 0.4
"""What a property counts beside the name, as in the Wikidata service."""
WRONG_TYPE = 0.5
"""What is left of the score of something that should be of another type."""
_KEYS = {"query", "type", "limit", "properties", "type_strict"}


def match(things: Things, queries: Any) -> Json:
    """The answer to a batch of queries, by their names. Raises BadInput if it is none, TooLarge if it is too large."""
    if not isinstance(queries, dict) or not all(isinstance(query, dict) for query in queries.values()):
        raise BadInput("a batch of queries is a JSON object of objects")
    if len(queries) > BATCH:
        raise TooLarge(f"{len(queries)} queries in a batch; at most {BATCH} are answered")
    return {name: {"result": candidates(things, name, query)} for name, query in queries.items()}


def candidates(things: Things, name: str, query: Mapping[str, Any]) -> list[Json]:
    """The candidates for one query, the best first. Properties that nobody here knows count neither for nor against."""
    _check(name, query)
    wanted = _list(query.get("type"))
    strict = query.get("type_strict", "any")
    asked_for = [(one["pid"], _list(one["v"])) for one in query.get("properties", ())]
    properties = [(pid, values) for pid, values in asked_for if pid in PROPERTIES]
    text = query.get("query") or _name_in(properties)
    if not text or not skeleton(text):
        return []
    found: dict[str, tuple[Thing, Scored]] = {}
    for type_ in _asked_types(things, wanted, strict):
        rows = {thing.row: thing for thing in things.named(text, type_)}
        asked = Query((text,), type_, _country(properties), {})
        for one in score(asked, tuple(rows)):
            best = found.get(id_of(one.row))
            if best is None or best[1].score < one.score:
                found[id_of(one.row)] = rows[one.row], one
    certain = _certain(tuple(found.values()))
    told = [_candidate(things, thing, one, wanted, strict, properties, certain) for thing, one in found.values()]
    ranked = sorted((one for one in told if one["score"] > 0), key=lambda one: (-one["score"], one["id"]))
    return ranked[: int(query.get("limit", LIMIT))]


def _certain(found: Sequence[tuple[Thing, Scored]]) -> Scored | None:
    """The one that is meant, if nothing comes near, and the articles speak of no other that is called so as well."""
    best = settled(sorted((one for _, one in found), key=lambda one: -one.score), judgement().thresholds)
    if best is None:
        return None
    name = best.features["name"].value
    namesakes = (one for thing, one in found if thing.articles and one is not best)
    return None if any(one.features["name"].value >= name for one in namesakes) else best


def _candidate(
    things: Things,
    thing: Thing,
    one: Scored,
    wanted: list[Any],
    strict: str,
    properties: list[tuple[str, list[Any]]],
    certain: Scored | None,
) -> Json:
    agree = [_agrees(thing, pid, values) for pid, values in properties]
    share = (one.score + PROPERTY_WEIGHT * sum(agree)) / (1 + PROPERTY_WEIGHT * len(agree))
    fits = [type_ in things.above(thing.row.type) for type_ in wanted]
    right = not wanted or (all(fits) if strict == "all" else any(fits))
    features = [{"id": name, "value": feature.value} for name, feature in one.features.items()]
    features += [{"id": pid, "value": value} for (pid, _), value in zip(properties, agree, strict=True)]
    return {
        "id": thing.id,
        "name": thing.row.label,
        "description": thing.description,
        "type": [{"id": type_, "name": things.types[type_].name} for type_ in _types(things, thing)],
        "score": round(100 * share * (1 if right else WRONG_TYPE if strict == "should" else 0), 1),
        "match": one is certain and right and all(agree),
        "features": features,
    }


def _types(things: Things, thing: Thing) -> list[str]:
    """The types of a thing, its own first."""
    own = thing.row.type
    return [own, *sorted(type_ for type_ in things.above(own) if type_ != own and type_ in things.types)]


def _asked_types(things: Things, wanted: list[Any], strict: str) -> Iterable[str]:
    """The types to look for: those that the asked ones comprise, or all."""
    if not wanted or strict == "should":
        return sorted(known_types())
    return sorted(type_ for type_ in known_types() if things.above(type_) & set(wanted))


def _agrees(thing: Thing, pid: str, values: list[Any]) -> float:
    """1 if a value of the property is one of those asked for, else 0."""
    known = {_plain(value) for held in PROPERTIES[pid].values(thing) for value in held.values()}
    return float(any(_plain(value) in known for value in values))


def _plain(value: Any) -> str:
    """A value made comparable: the id of another thing, else the text of it."""
    return str(value["id"] if isinstance(value, dict) else value).casefold()


def _country(properties: list[tuple[str, list[Any]]]) -> str | None:
    codes = [_plain(value).upper() for pid, values in properties if pid == "country" for value in values]
    return codes[0] if len(codes) == 1 else None


def _name_in(properties: list[tuple[str, list[Any]]]) -> str:
    """The name of a query that gives it as a property only."""
    return next((str(value) for pid, values in properties if pid == "name" for value in values), "")


def _list(value: Any) -> list[Any]:
    return [] if value is None else value if isinstance(value, list) else [value]


def _check(name: str, query: Mapping[str, Any]) -> None:
    """Raises BadInput if a query breaks the form of the API."""
    properties = query.get("properties", [])
    if unknown := set(query) - _KEYS:
        raise BadInput(f"{name}: a query has no {sorted(unknown)[0]!r}")
    if not isinstance(query.get("query", ""), str):
        raise BadInput(f"{name}: 'query' is a string")
    if not isinstance(properties, list) or not all(
        isinstance(one, dict) and isinstance(one.get("pid"), str) and "v" in one for one in properties
    ):
        raise BadInput(f"{name}: 'properties' is a list of objects with 'pid' and 'v'")
    if "query" not in query and not properties:
        raise BadInput(f"{name}: a query has a 'query' or 'properties'")
    if query.get("type_strict", "any") not in ("any", "all", "should"):
        raise BadInput(f"{name}: 'type_strict' is any, all or should")
    limit = query.get("limit", LIMIT)
    if isinstance(limit, bool) or not isinstance(limit, int | float) or limit < 1:
        raise BadInput(f"{name}: 'limit' is a number above 0")
