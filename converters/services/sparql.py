"""A SPARQL endpoint with Wikidata's search and label services: `ontology/gazetteer/search.rq`, once for each name.

Answers are SPARQL 1.1 Query Results JSON.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import groupby
from typing import Any

import orjson

from converters.gazetteers.names import usable
from converters.gazetteers.recipe import Recipe
from converters.linking.model import Place
from converters.linking.row import Row, is_qid
from converters.resources import resource
from converters.services.known import Rules
from converters.services.model import Asked, Endpoint
from converters.services.polite import Polite
from converters.services.remembered import Remembered, digest

ENTITY = "http://www.wikidata.org/entity/"
_POINT = re.compile(r"Point\((-?[\d.]+) (-?[\d.]+)\)", re.IGNORECASE)
"""A WKT point without a reference system, so on this planet: longitude, latitude."""
Cells = Mapping[str, str]


class Sparql:
    """Candidates of a SPARQL endpoint."""

    def __init__(self, endpoint: Endpoint, polite: Polite, kept: Remembered, rules: Rules, recipe: Recipe) -> None:
        self.endpoint = endpoint
        self._polite, self._kept, self._rules, self._recipe = polite, kept, rules, recipe

    def candidates(self, asked: Sequence[Asked]) -> Sequence[Row]:
        """The items that the endpoint finds by the names, as rows."""
        queries = {self.query(one.name): one for one in asked}
        found = self._kept.ask(self.endpoint.url, "select", list(queries), self._selected, 1)
        items: dict[str, Row] = {}
        for solutions in found.values():
            for item, same in groupby(solutions, key=lambda cells: cells["item"]):
                qid, told = item.removeprefix(ENTITY), list(same)
                if (
                    is_qid(qid) and told[0]["itemLabel"] != qid
                ):  # the label service gives the id where it knows no label
                    items.setdefault(qid, self._row(qid, told))
        return tuple(items.values())

    def query(self, name: str) -> str:
        """The query about a name."""
        languages = self._recipe.languages
        return _template().format(
            name=_literal(name),
            language=_literal(languages[0]),
            languages=_literal(",".join(languages)),
            limit=self._rules.candidates,
            classes=" ".join(f"wd:{class_}" for class_ in self._recipe.classes),
        )

    def _selected(self, queries: Sequence[str]) -> Mapping[str, list[dict[str, str]]]:
        """The solutions of the one query of `queries`."""
        (query,) = queries

        def read(data: Any) -> list[dict[str, str]]:
            solutions = [
                {name: " ".join(str(cell["value"]).split()) for name, cell in binding.items()}
                for binding in data["results"]["bindings"]
            ]
            for cells in solutions:
                int(float(cells["sitelinks"])), float(cells.get("population") or 0), cells["itemLabel"]
                self._recipe.classes[cells["class"].removeprefix(ENTITY)]
            return sorted(solutions, key=lambda cells: (cells["item"], sorted(cells.items())))

        return {query: self._polite.select(self.endpoint.url, query, read)}

    def _row(self, qid: str, same: Sequence[Cells]) -> Row:
        """One row of all solutions about an item: of several classes that of the type which the recipe names first."""
        label = same[0]["itemLabel"]
        types = {self._recipe.classes[cells["class"].removeprefix(ENTITY)] for cells in same}
        codes = {cells["code"] for cells in same if "code" in cells}
        points = [found for cells in same if (found := _POINT.fullmatch(cells.get("point", "")))]
        return Row(
            qid,
            label,
            min(types, key=self._recipe.order.__getitem__),
            (label, *usable(_aliases(same), label)),
            codes.pop() if len(codes) == 1 else None,
            Place(round(float(points[0][2]), 5), round(float(points[0][1]), 5)) if points else None,
            max(int(float(cells.get("population") or 0)) for cells in same),
            f"{self.endpoint.text}, answer {digest(same)}",
            int(float(same[0]["sitelinks"])),
            "service",
            part_of=tuple(sorted(_wholes(same))),
        )


def _aliases(same: Sequence[Cells]) -> Iterable[str]:
    return (alias for cells in same for alias in cells.get("aliases", "").split("|"))


def _wholes(same: Sequence[Cells]) -> set[str]:
    """The ids of the items of which an item is a part; a whole that is not known has none."""
    told = {whole.removeprefix(ENTITY) for cells in same for whole in cells.get("partOf", "").split("|")}
    return set(filter(is_qid, told))


@cache
def _template() -> str:
    return resource("ontology", "gazetteer", "search.rq").read_text(encoding="utf-8")


def _literal(text: str) -> str:
    """A string of SPARQL: JSON's escapes are SPARQL's (19.7, 19.8), control characters apart, which no name has."""
    return orjson.dumps(" ".join(text.split())).decode()
