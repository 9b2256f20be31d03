"""Any SELECT query as a feed: a query that ships by its name, or one that stands in the URL.

An entry is a claim, event, entity or article of a row, and its time the last time that anything happened to it in the
log: what a new release adds to the answer is new in the feed, and nothing else is.
"""

import json
import re
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from converters.query import named_queries
from converters.serving.feeds.entries import Entry, Feed
from converters.serving.feeds.log import Log
from converters.serving.frames import Question
from converters.serving.pool import Pool
from converters.serving.refusals import Refused

MOST = 500
"""Entries of a feed."""

_SUBJECTS = ("claim", "event", "entity", "article", "this")
_JSON = "application/sparql-results+json"


def can_be_a_feed(variables: Iterable[str]) -> bool:
    """Whether something to read about is among the variables that a query selects."""
    return not set(_SUBJECTS).isdisjoint(variables)


def selected(sparql: str) -> frozenset[str]:
    """The plain variables of a SELECT clause, for queries whose answer is not at hand."""
    found = re.search(r"\bSELECT\b([^{]*)", sparql, re.IGNORECASE)
    return frozenset(re.findall(r"\?(\w+)", re.sub(r"\(.*\)", "", found[1]))) if found else frozenset()


def saved_query(name: str) -> str:
    """The SPARQL of a query that ships. Raises Refused (404) with the names there are."""
    known = {query.name: query.sparql for query in named_queries()}
    if name not in known:
        raise Refused(404, f"no query is called {name!r}; there are: {', '.join(sorted(known))}")
    return known[name]


async def queried(pool: Pool, log: Log, sparql: str, title: str, url: str, page: str, since: datetime) -> Feed:
    """The feed of a query. Raises Refused if it cannot be answered, is no SELECT, or names nothing to read about."""
    answered = await pool.ask(Question(sparql, accept=_JSON))
    with answered.body as body:
        found = json.load(body)
    if "results" not in found:
        raise Refused(400, "a feed is made from a SELECT query")
    subject = next((name for name in _SUBJECTS if name in found["head"]["vars"]), None)
    if subject is None:
        raise Refused(400, f"the query must select one of: {', '.join('?' + name for name in _SUBJECTS)}")
    rows = {row[subject]["value"]: row for row in found["results"]["bindings"] if _is_iri(row, subject)}
    entries = sorted((_entry(log, iri, row, subject, since) for iri, row in rows.items()), key=_newest_first)[:MOST]
    return Feed(title, url, page, max((one.time for one in entries), default=since), tuple(entries), url)


def _is_iri(row: dict[str, Any], name: str) -> bool:
    return name in row and row[name]["type"] == "uri"


def _entry(log: Log, iri: str, row: dict[str, Any], subject: str, since: datetime) -> Entry:
    values = [value["value"] for name, value in row.items() if name != subject and value["type"] != "uri"]
    last = log.last_of(iri)
    text = " · ".join(values)
    title = (last.title if last else "") or text or iri
    return Entry(iri, title, text, last.time if last else since)


def _newest_first(entry: Entry) -> tuple[float, str]:
    return -entry.time.timestamp(), entry.iri
