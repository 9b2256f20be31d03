"""Small servers with the interfaces of Wikidata, over invented items: its action API and its query service."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from tests.fixtures.wikidata import item

ITEMS = (
    item("Q900000090", "river town", P279="Q900000091"),
    item("Q900000091", "town of some kind", P279="Q515"),
    item("Q900000010", "Uvwograd", "Q900000090", aliases=["Uvwogorod"], P17="Q212", P1082={"amount": "+90000"}),
    item("Q900000011", "Bela Quorn", "Q5", P27="Q145"),
    item("Q900000012", "Bela Quorn (disambiguation)", "Q4167410"),
)


@dataclass
class Wiki:
    """Items by id, ids that redirect, and what is to be answered first instead. `seen` are the requests' parameters."""

    items: Mapping[str, dict[str, Any]] = field(default_factory=lambda: {one["id"]: one for one in ITEMS})
    redirects: dict[str, str] = field(default_factory=dict)
    first: list[dict[str, Any]] = field(default_factory=list)
    seen: list[Mapping[str, str]] = field(default_factory=list)

    def app(self) -> Starlette:
        return Starlette(routes=[Route("/w/api.php", self.answer)])

    async def answer(self, request: Request) -> Response:
        asked = dict(request.query_params)
        self.seen.append(asked)
        if self.first:
            return JSONResponse(self.first.pop(0), headers={"Retry-After": "3"})
        if asked["action"] == "wbsearchentities":
            return JSONResponse({"search": self._search(asked["search"].casefold()), "success": 1})
        found = {qid: self._item(qid) for qid in asked["ids"].split("|")}
        return JSONResponse({"entities": found, "success": 1})

    def _search(self, beginning: str) -> list[dict[str, str]]:
        return [
            {"id": qid}
            for qid, one in self.items.items()
            if any(
                name["value"].casefold().startswith(beginning) for name in (one["labels"]["en"], *one["aliases"]["en"])
            )
        ]

    def _item(self, qid: str) -> dict[str, Any]:
        target = self.redirects.get(qid)
        if target is not None:
            return {**self.items[target], "redirects": {"from": qid, "to": target}}
        return self.items.get(qid, {"id": qid, "missing": ""})


@dataclass
class Queries:
    """A query service that knows one answer; `seen` are the queries."""

    bindings: list[dict[str, str]]
    seen: list[str] = field(default_factory=list)

    def app(self) -> Starlette:
        return Starlette(routes=[Route("/sparql", self.answer, methods=["POST"])])

    async def answer(self, request: Request) -> Response:
        (query,) = parse_qs((await request.body()).decode())["query"]
        self.seen.append(query)
        names = sorted({name for binding in self.bindings for name in binding})
        cells = [{name: {"type": "literal", "value": value} for name, value in one.items()} for one in self.bindings]
        body = {"head": {"vars": names}, "results": {"bindings": cells}}
        return Response(json.dumps(body), media_type="application/sparql-results+json")


@dataclass
class Draft:
    """A service of version 1.0-draft that finds one thing by its whole name; `seen` are the bodies of queries."""

    result: dict[str, Any]
    seen: list[Any] = field(default_factory=list)

    def app(self) -> Starlette:
        return Starlette(routes=[Route("/", self.manifest), Route("/match", self.match, methods=["POST"])])

    async def manifest(self, request: Request) -> Response:
        spaces = {
            "identifierSpace": "http://www.wikidata.org/entity/",
            "schemaSpace": "http://www.wikidata.org/prop/direct/",
        }
        return JSONResponse({"versions": ["1.0-draft"], "name": "invented", **spaces})

    async def match(self, request: Request) -> Response:
        asked = await request.json()
        self.seen.append(asked)
        names = [query["conditions"][0]["propertyValue"] for query in asked["queries"]]
        found = [{"candidates": [self.result] if name == self.result["name"] else []} for name in names]
        return JSONResponse({"results": found})
