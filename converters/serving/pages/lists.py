"""Pages that list things, and the search."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from converters.resources import resource
from converters.serving.frames import Question
from converters.serving.pages.page import ended, render
from converters.serving.search import MOST, search
from converters.serving.site import Opened
from converters.serving.store import SEARCH

ROWS = 100
"""Rows on a page."""


@dataclass(frozen=True, slots=True)
class Listing:
    """A list: the first column names the thing, `numbers` are columns of numbers."""

    title: str
    columns: tuple[str, ...]
    numbers: frozenset[str] = field(default_factory=frozenset)


LISTS: Mapping[str, Listing] = {
    "articles": Listing("Articles", ("article", "published", "claims"), frozenset({"claims"})),
    "entities": Listing("Entities", ("entity", "kind", "passages"), frozenset({"passages"})),
}


async def list_page(opened: Opened, name: str, page: int) -> bytes:
    """A page of a list, counted from 0. Raises Refused if the list takes longer than a query may."""
    shown = LISTS[name]
    sparql = resource("ontology", "queries", "serve", f"{name}.rq").read_text(encoding="utf-8")
    answered = await opened.pool.ask(Question(f"{sparql} LIMIT {ROWS + 1} OFFSET {page * ROWS}", accept="*/*"))
    with answered.body as body:
        found = [{key: value["value"] for key, value in row.items()} for row in json.load(body)["results"]["bindings"]]
    if page and not found:
        raise ended(page)
    told = {"title": shown.title, "columns": shown.columns, "numbers": shown.numbers}
    return render(opened, name, "list.html", rows=found[:ROWS], more=len(found) > ROWS, page=page, **told)


def search_page(opened: Opened, words: str) -> bytes:
    """What is found for `words`."""
    hits = search(opened.loaded.store / SEARCH, words)
    return render(opened, "search", "search.html", asked=words, hits=hits, most=MOST)
