"""Reconciliation queries as the Entity Reconciliation API 0.2 writes them (section 4.2), read strictly."""

from collections.abc import Mapping
from typing import Any

from converters.errors import BadInput
from converters.reconciliation.model import Asked, Condition

LIMIT = 10
"""How many candidates are told where the query does not say."""
_KEYS = {"query", "type", "limit", "properties", "type_strict"}


def asked_in(batch: Any) -> Mapping[str, Asked]:
    """The queries of a batch by their names. Raises BadInput if it is no batch, or naming the query that is none."""
    if not isinstance(batch, dict) or not all(isinstance(query, dict) for query in batch.values()):
        raise BadInput("a batch of queries is a JSON object of objects")
    return {name: _asked(name, query) for name, query in batch.items()}


def limit_of(name: str, query: Mapping[str, Any]) -> int:
    """How many candidates a query wants. Raises BadInput if that is no number above 0."""
    limit = query.get("limit", LIMIT)
    if isinstance(limit, bool) or not isinstance(limit, int | float) or not limit >= 1:
        raise BadInput(f"{name}: 'limit' is a number above 0")
    return int(min(limit, 1000))


def listed(value: Any) -> tuple[Any, ...]:
    """A value, or several, as several."""
    return () if value is None else tuple(value) if isinstance(value, list) else (value,)


def _asked(name: str, query: Mapping[str, Any]) -> Asked:
    _check(name, query)
    conditions = tuple(Condition(one["pid"], listed(one["v"])) for one in query.get("properties", ()))
    text = query.get("query") or _name_in(conditions)
    strict = query.get("type_strict", "any")
    return Asked((text,) if text else (), limit_of(name, query), listed(query.get("type")), strict, conditions)


def _name_in(conditions: tuple[Condition, ...]) -> str:
    """The name of a query that gives it as a property only."""
    return next((str(value) for one in conditions if one.pid == "name" for value in one.values), "")


def _check(name: str, query: Mapping[str, Any]) -> None:
    properties = query.get("properties", [])
    if unknown := set(query) - _KEYS:
        raise BadInput(f"{name}: a query has no {sorted(unknown)[0]!r}")
    if not isinstance(query.get("query", ""), str):
        raise BadInput(f"{name}: 'query' is a string")
    if not all(isinstance(one, str) for one in listed(query.get("type"))):
        raise BadInput(f"{name}: 'type' is a string or a list of strings")
    if not isinstance(properties, list) or not all(
        isinstance(one, dict) and isinstance(one.get("pid"), str) and "v" in one for one in properties
    ):
        raise BadInput(f"{name}: 'properties' is a list of objects with 'pid' and 'v'")
    if "query" not in query and not properties:
        raise BadInput(f"{name}: a query has a 'query' or 'properties'")
    if query.get("type_strict", "any") not in ("any", "all", "should"):
        raise BadInput(f"{name}: 'type_strict' is any, all or should")
