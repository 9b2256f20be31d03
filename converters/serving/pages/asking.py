"""The page to ask with SPARQL, and its answers as a table."""

import json
from dataclasses import dataclass
from typing import Any

from converters.namespaces import PREFIXES
from converters.query import named_queries
from converters.serving.feeds.queried import can_be_a_feed
from converters.serving.media import RESULTS
from converters.serving.pages.page import in_script, render
from converters.serving.pool import Answered
from converters.serving.site import Opened

ROWS = 1000
"""Rows of a table; the formats for programs have all."""

EXAMPLE = """SELECT ?event (COUNT(?claim) AS ?claims) WHERE {
  ?claim ew:about ?event
} GROUP BY ?event ORDER BY DESC(?claims) LIMIT 20"""


@dataclass(frozen=True, slots=True)
class Table:
    """An answer to a SELECT or ASK; `cut` if there are more rows than shown."""

    columns: tuple[str, ...]
    rows: tuple[dict[str, dict[str, str]], ...]
    cut: bool


def asking_page(opened: Opened, query: str, answered: Answered | None = None, error: str | None = None) -> bytes:
    """The form with `query` in it, and what came of asking it."""
    answer, text = _read(answered) if answered else (None, None)
    shown: dict[str, Any] = {"query": query or EXAMPLE, "answer": answer, "text": text, "error": error}
    shown["is_feed"] = answer is not None and can_be_a_feed(answer.columns)
    queries = [one for one in named_queries() if one.is_for_anyone]
    told = {"prefixes": PREFIXES, "queries": {one.name: one.sparql for one in queries}}
    shown["shipped"] = in_script(json.dumps(told, ensure_ascii=False))
    return render(opened, "sparql", "sparql.html", results=RESULTS, queries=queries, **shown)


def _read(answered: Answered) -> tuple[Table | None, str | None]:
    """A table of results; of a graph the text."""
    with answered.body as body:
        if answered.extension != "srj":
            return None, body.read().decode()
        found = json.load(body)
    if "boolean" in found:
        told = {"type": "literal", "value": "yes" if found["boolean"] else "no"}
        return Table(("answer",), ({"answer": told},), cut=False), None
    bindings = found["results"]["bindings"]
    return Table(tuple(found["head"]["vars"]), tuple(bindings[:ROWS]), len(bindings) > ROWS), None
