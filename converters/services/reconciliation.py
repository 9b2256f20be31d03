"""The W3C Entity Reconciliation API (https://www.w3.org/community/reconciliation/): 0.1, 0.2 (forms), 1.0-draft (JSON).

A service must identify things by Wikidata's ids. Its own scores are not taken over: candidates are judged as any other.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import orjson

from converters.gazetteers.recipe import Recipe
from converters.linking.names import skeleton
from converters.linking.row import Row, is_qid
from converters.linking.wordlists import known_types
from converters.services.known import Rules
from converters.services.model import Asked, Endpoint
from converters.services.polite import Polite
from converters.services.remembered import Remembered, digest

IDENTIFIERS = "http://www.wikidata.org/entity/"
SCHEMA = "http://www.wikidata.org/"
DRAFT, FORMS = "1.0-draft", {"0.1", "0.2"}


@dataclass(frozen=True, slots=True)
class Manifest:
    """What of a service's manifest matters: how to ask it, whether its classes are Wikidata's, queries in a request."""

    form: Literal["form", "draft"]
    classes: bool
    batch: int


class Reconciliation:
    """Candidates of a reconciliation service."""

    def __init__(self, endpoint: Endpoint, polite: Polite, kept: Remembered, rules: Rules, recipe: Recipe) -> None:
        self.endpoint = endpoint
        self._polite, self._kept, self._rules, self._recipe = polite, kept, rules, recipe

    def candidates(self, asked: Sequence[Asked]) -> Sequence[Row]:
        """What the service knows by these names, each once."""
        manifest = self.manifest()
        queries = {orjson.dumps(self._query(one, manifest)).decode(): one for one in asked}
        fetch = self._matched if manifest.form == "draft" else self._reconciled
        found = self._kept.ask(self.endpoint.url, f"match {manifest.form}", list(queries), fetch, manifest.batch)
        rows: dict[tuple[str, str], Row] = {}
        for query, results in found.items():
            for one in results:
                if is_qid(one["id"]) and skeleton(one["name"]):
                    row = self._row(one, queries[query].type)
                    rows.setdefault((one["id"], row.type), row)
        return tuple(rows.values())

    def manifest(self) -> Manifest:
        """Raises Unavailable if the service speaks another version, or identifies things by other ids."""
        answers = self._kept.ask(self.endpoint.url, "manifest", ("manifest",), self._described, 1)
        data = answers["manifest"]
        versions, space = set(data["versions"]), data["identifierSpace"]
        if space.replace("https://", "http://", 1) != IDENTIFIERS:
            raise self._polite.stop(f"it identifies things by {space}, not by Wikidata's ids ({IDENTIFIERS})")
        if not versions & {*FORMS, DRAFT}:
            raise self._polite.stop(
                f"it speaks {', '.join(sorted(versions))}, not {', '.join(sorted({*FORMS, DRAFT}))}"
            )
        batch = data.get("batchSize")
        return Manifest(
            "form" if versions & FORMS else "draft",
            data["schemaSpace"].replace("https://", "http://", 1).startswith(SCHEMA),
            min(batch, self._rules.queries) if isinstance(batch, int) and batch > 0 else self._rules.queries,
        )

    def _described(self, _: Sequence[str]) -> Mapping[str, Any]:
        def read(data: Any) -> Mapping[str, Any]:
            told = {"versions": ["0.1"], **data}  # 0.1 does not ask for them
            if not all(
                isinstance(text, str) for text in (*told["versions"], told["identifierSpace"], told["schemaSpace"])
            ):
                raise ValueError("versions, identifierSpace and schemaSpace are texts")
            return {"manifest": told}

        return self._polite.get(self.endpoint.url, {}, read)

    def _query(self, one: Asked, manifest: Manifest) -> dict[str, Any]:
        classes = sorted(class_ for class_, type_ in self._recipe.classes.items() if type_ == one.type)
        hint = {"type": classes[0]} if manifest.classes and len(classes) == 1 else {}
        if manifest.form == "draft":
            condition = {"matchType": "name", "propertyValue": one.name}
            return {**hint, "limit": self._rules.candidates, "conditions": [condition]}
        strict = {"type_strict": "should"} if hint else {}
        return {"query": one.name, **hint, **strict, "limit": self._rules.candidates}

    def _reconciled(self, queries: Sequence[str]) -> Mapping[str, Any]:
        """0.1 and 0.2: a form with the queries, each under a key of its own."""
        keyed = {f"q{number}": orjson.loads(query) for number, query in enumerate(queries)}

        def read(data: Any) -> Mapping[str, Any]:
            return {query: _results(data[f"q{number}"]["result"]) for number, query in enumerate(queries)}

        return self._polite.post(self.endpoint.url, read, form={"queries": orjson.dumps(keyed).decode()})

    def _matched(self, queries: Sequence[str]) -> Mapping[str, Any]:
        """1.0-draft: an array of queries, and one of results in their order."""

        def read(data: Any) -> Mapping[str, Any]:
            return {
                query: _results(result["candidates"]) for query, result in zip(queries, data["results"], strict=True)
            }

        body = {"queries": [orjson.loads(query) for query in queries]}
        return self._polite.post(f"{self.endpoint.url.rstrip('/')}/match", read, body=body)

    def _row(self, one: Mapping[str, Any], type_: str) -> Row:
        """A result as a row. Where no class of it is one that we know it is of the type that was asked for, perhaps."""
        told = [self._type(class_) for class_ in one["type"]]
        known = next(filter(None, told), None)
        source = f"{self.endpoint.text}, answer {digest(one)}"
        return Row(
            one["id"],
            one["name"],
            known or type_,
            (one["name"],),
            None,
            None,
            0,
            source,
            method="service",
            typed=known is not None,
            matched=one["match"],
        )

    def _type(self, class_: str) -> str | None:
        return self._recipe.classes.get(class_) or (class_ if class_ in known_types() else None)


def _results(results: Any) -> list[dict[str, Any]]:
    """Id, name, classes of each result, and whether the service is sure; its score means nothing to anybody else."""
    found = []
    for one in results:
        told = one.get("type") or []
        classes = [
            str(class_["id"] if isinstance(class_, dict) else class_)
            for class_ in (told if isinstance(told, list) else [told])
        ]
        name = " ".join(str(one["name"]).split())
        found.append({"id": str(one["id"]), "name": name, "type": classes, "match": one.get("match") is True})
    return found
