"""The same service as the draft of Entity Reconciliation API 1.0 wants it: other envelopes around the same answers.

https://reconciliation-api.github.io/specs/1.0-draft/. Raises what `converters.reconciliation.service` raises.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from converters import __version__
from converters.errors import BadInput
from converters.reconciliation.match import candidates
from converters.reconciliation.model import PROPERTIES, Asked, Condition, Json
from converters.reconciliation.queries import limit_of, listed
from converters.reconciliation.service import BATCH, NAME, PREVIEW, Service, within

_KEYS = {"type", "limit", "lang", "dir", "conditions"}
_QUALIFIER = "ExactMatch"


@dataclass(frozen=True, slots=True)
class Draft:
    """A service of 0.2, told in the words of 1.0."""

    service: Service

    def manifest(self) -> Json:
        """What the service is and can do."""
        return {
            "versions": ["1.0-draft"],
            "name": NAME,
            "lang": "en",
            "serviceVersion": __version__,
            "defaultTypes": self.service.default_types(),
            "view": {"url": f"{self.service.root}entity/{{id}}"},
            "preview": PREVIEW,
            "suggest": {"entity": True, "type": True, "property": True},
            "extend": {"proposeProperties": True, "propertySettings": []},
            "standardizedScore": True,
        }

    def match(self, batch: Any) -> Json:
        """Candidates for each query of a batch, in its order."""
        queries = batch.get("queries") if isinstance(batch, dict) else None
        if not isinstance(queries, list) or not all(isinstance(query, dict) for query in queries):
            raise BadInput("a batch is a JSON object with 'queries', a list of objects")
        within(len(queries), BATCH, "queries")
        asked = [_asked(f"query {number}", query) for number, query in enumerate(queries)]
        return {"results": [{"candidates": self._candidates(one)} for one in asked]}

    def suggest_type(self, prefix: str, start: int, limit: int) -> Json:
        """Types that are called so, with those above them."""
        types = self.service.things.types
        found = self.service.suggest_type(prefix, start, limit)["result"]
        above = {one["id"]: [types[id_] for id_ in types[one["id"]].broader if id_ in types] for one in found}
        told = ({**one, "broader": [{"id": up.id, "name": up.name} for up in above[one["id"]]]} for one in found)
        return {"result": list(told)}

    def extend(self, query: Any) -> Json:
        """What is known of things by their ids, in the order of the query."""
        answer = self.service.extend(query)
        rows = [
            {"id": id_, "properties": [{"id": pid, "values": values} for pid, values in row.items()]}
            for id_, row in answer["rows"].items()
        ]
        return {**answer, "rows": rows}

    def _candidates(self, asked: Asked) -> list[Json]:
        found = candidates(self.service.things, asked)
        return [{**one, "features": [_named(feature) for feature in one["features"]]} for one in found]


def _named(feature: Json) -> Json:
    known = PROPERTIES.get(feature["id"])
    return {**feature, "name": known.name if known else feature["id"]}


def _asked(name: str, query: Mapping[str, Any]) -> Asked:
    """A query. Raises BadInput, naming it, if it is none."""
    if unknown := set(query) - _KEYS:
        raise BadInput(f"{name}: a query has no {sorted(unknown)[0]!r}")
    if not isinstance(query.get("type", ""), str):
        raise BadInput(f"{name}: 'type' is a string")
    conditions = query.get("conditions")
    if not isinstance(conditions, list) or not conditions:
        raise BadInput(f"{name}: a query has 'conditions', a list that is not empty")
    for one in conditions:
        _check(name, one)
    named = [str(value) for one in conditions if one["matchType"] == "name" for value in listed(one["propertyValue"])]
    ids = [value for one in conditions if one["matchType"] == "id" for value in listed(one["propertyValue"])]
    properties = tuple(_condition(name, one) for one in conditions if one["matchType"] == "property")
    named = named or [str(value) for one in properties if one.pid == "name" for value in one.values]
    return Asked(
        tuple(named),
        limit_of(name, query),
        listed(query.get("type")),
        conditions=properties,
        ids=tuple(str(one["id"] if isinstance(one, dict) else one) for one in ids),
    )


def _check(name: str, one: Any) -> None:
    if not isinstance(one, dict) or one.get("matchType") not in ("name", "id", "property"):
        raise BadInput(f"{name}: 'matchType' of a condition is name, id or property")
    if "propertyValue" not in one:
        raise BadInput(f"{name}: a condition has a 'propertyValue'")
    if any(isinstance(value, dict) and "id" not in value for value in listed(one["propertyValue"])):
        raise BadInput(f"{name}: a 'propertyValue' that is an object has an 'id'")


def _condition(name: str, one: Mapping[str, Any]) -> Condition:
    pid, quantifier = one.get("propertyId"), one.get("matchQuantifier", "any")
    if not isinstance(pid, str):
        raise BadInput(f"{name}: a condition on a property has a 'propertyId'")
    if quantifier not in ("any", "all", "none"):
        raise BadInput(f"{name}: 'matchQuantifier' is any, all or none")
    if pid in PROPERTIES and one.get("matchQualifier", _QUALIFIER) != _QUALIFIER:
        raise BadInput(f"{name}: 'matchQualifier' is {_QUALIFIER}; nothing else is known here")
    return Condition(pid, listed(one["propertyValue"]), one.get("required") is True, quantifier)
