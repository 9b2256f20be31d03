"""A look-up is answered at once, and just as the workers answer it; everything else is left to them."""

import httpx
import pyoxigraph as ox
import pytest

from converters.serving.caching import LARGEST
from converters.serving.frames import Question
from converters.serving.lookups import lookup
from converters.serving.refusals import Refused

HERE = "http://localhost:8000/"
SPARQL = "application/sparql-results+"


@pytest.fixture
def store() -> ox.Store:
    """Five things said of one thing, two of another, in two graphs."""
    store = ox.Store()
    said = [
        ox.Quad(ox.NamedNode(f"{HERE}a"), ox.NamedNode(f"{HERE}p"), ox.Literal(str(n)), ox.NamedNode(f"{HERE}g{n % 2}"))
        for n in range(5)
    ]
    store.extend([*said, ox.Quad(ox.NamedNode(f"{HERE}b"), ox.NamedNode(f"{HERE}q"), ox.NamedNode(f"{HERE}a"))])
    return store


@pytest.mark.parametrize(
    ("query", "answers"),
    [
        (f"SELECT ?p ?o WHERE {{ <{HERE}a> ?p ?o }}", 5),
        (f"select * {{<{HERE}a> ?p ?o.}}", 5),
        (f"SELECT ?o\n{{ <{HERE}b> <{HERE}q> ?o . }} LIMIT 1", 1),
        (f"SELECT ?o {{ <{HERE}c> ?p ?o }}", 0),
        ("SELECT ?o { <a> ?p ?o }", 5),
    ],
)
def test_what_is_said_of_one_thing_is_found(store: ox.Store, query: str, answers: int) -> None:
    kept = lookup(store, Question(query, accept="text/csv"), HERE)
    assert kept and (kept.content_type, kept.extension) == ("text/csv; charset=utf-8", "csv")
    assert len(kept.content.splitlines()) == 1 + answers


@pytest.mark.parametrize(
    "asked",
    [
        Question("SELECT ?s { ?s ?p <http://localhost:8000/a> }"),
        Question("SELECT ?o { <http://localhost:8000/a> ?p ?m . ?m ?q ?o }"),
        Question("SELECT ?o { <http://localhost:8000/a> <http://localhost:8000/p>* ?o }"),
        Question("SELECT (COUNT(*) AS ?n) { <http://localhost:8000/a> ?p ?o }"),
        Question("SELECT ?o { <http://localhost:8000/a> ?p ?o } ORDER BY ?o"),
        Question("SELECT ?o { SERVICE <http://localhost:8000/a> { ?s ?p ?o } }"),
        Question("SELECT ?o { <http://localhost:8000/a> ?p ?o }", default_graphs=(f"{HERE}g1",)),
        Question("ASK { <http://localhost:8000/a> ?p ?o }"),
    ],
    ids=lambda asked: asked.query,
)
def test_anything_else_is_no_look_up(store: ox.Store, asked: Question) -> None:
    assert lookup(store, asked, HERE) is None


def test_of_too_much_nothing_is_kept(store: ox.Store) -> None:
    thing, said = ox.NamedNode(f"{HERE}a"), ox.NamedNode(f"{HERE}p")
    store.extend(ox.Quad(thing, said, ox.Literal("x" * 1000 + str(n))) for n in range(LARGEST // 1000))
    assert lookup(store, Question(f"SELECT ?o {{ <{HERE}a> ?p ?o }}"), HERE) is None


def test_a_format_that_there_is_not_is_refused(store: ox.Store) -> None:
    with pytest.raises(Refused, match="is answered as one of"):
        lookup(store, Question(f"SELECT ?o {{ <{HERE}a> ?p ?o }}", accept="image/png"), HERE)


@pytest.mark.parametrize("accept", ["*/*", f"{SPARQL}json", f"{SPARQL}xml", "text/csv", "text/tab-separated-values"])
def test_the_answer_is_that_of_a_worker(server: str, accept: str) -> None:
    found = httpx.get(f"{server}sparql", params={"query": "SELECT ?c { ?c a ew:Claim } LIMIT 1"}).json()
    claim = found["results"]["bindings"][0]["c"]["value"]
    query, headers = f"SELECT ?p ?o WHERE {{ <{claim}> ?p ?o }}", {"Accept": accept}
    at_once = httpx.get(f"{server}sparql", params={"query": query}, headers=headers)
    by_worker = httpx.get(f"{server}sparql", params={"query": f"# a comment\n{query}"}, headers=headers)
    assert (at_once.status_code, at_once.content) == (200, by_worker.content)
    told = [
        {name: value for name, value in one.headers.items() if name not in ("etag", "date")}
        for one in (at_once, by_worker)
    ]
    assert told[0] == told[1]
    again = {**headers, "If-None-Match": at_once.headers["etag"]}
    assert httpx.get(f"{server}sparql", params={"query": query}, headers=again).status_code == 304
    refused = httpx.get(f"{server}sparql", params={"query": query}, headers={"Accept": "image/png"})
    assert refused.status_code == 406
