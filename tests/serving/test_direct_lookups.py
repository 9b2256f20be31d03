"""What is said of one thing, or what names it, is answered without the engine, and as the engine answers."""

import json
from io import BytesIO
from urllib.parse import quote, quote_plus

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from converters.serving.bounded import lookup_in
from converters.serving.direct import MOST, results
from converters.serving.evaluating import evaluate, write
from converters.serving.frames import Question
from converters.serving.lookups import lookup
from converters.serving.protocol import asked_by_get

HERE = "http://localhost:8000/"
THING = f"<{HERE}a>"


def _asked(store: ox.Store, query: str) -> object:
    """The answer of the engine."""
    out = BytesIO()
    write(*evaluate(store, Question(query, accept="application/sparql-results+json"), HERE, {}), out, {})
    return _rows(out.getvalue())


def _told(store: ox.Store, query: str) -> object:
    """The answer that is given without it."""
    found = lookup_in(query, None)
    assert found and found.direct
    answer = results(store, query, found.direct)
    assert answer is not None
    return _rows(answer)


def _rows(answer: bytes) -> object:
    told = json.loads(answer)
    rows = sorted(json.dumps(row, sort_keys=True) for row in told["results"].pop("bindings"))
    return told, rows


_IRIS = st.sampled_from("abcpq").map(lambda name: ox.NamedNode(HERE + name))
_TEXT = st.text(max_size=12)
_TERMS = st.one_of(
    _IRIS,
    _TEXT.map(ox.Literal),
    _TEXT.map(lambda text: ox.Literal(text, language="en-GB")),
    st.integers().map(ox.Literal),
    _TEXT.map(lambda text: ox.Literal(text, datatype=ox.NamedNode(f"{HERE}kind"))),
    st.just(ox.BlankNode("b1")),
)
_QUADS = st.builds(ox.Quad, _IRIS, _IRIS, _TERMS, _IRIS)


@pytest.mark.parametrize(
    "query",
    [
        f"SELECT ?p ?o WHERE {{ {THING} ?p ?o }}",
        f"SELECT ?o ?p {{ {THING} ?p ?o . }}",
        f"select ?s ?p {{ ?s ?p {THING} }}",
        f"SELECT ?what ?thing {{ ?thing ?what {THING} }}",
    ],
)
@given(quads=st.lists(_QUADS, max_size=12))
def test_it_is_the_answer_of_the_engine(query: str, quads: list[ox.Quad]) -> None:
    store = ox.Store()
    store.extend(quads)
    assert _told(store, query) == _asked(store, query)


@pytest.mark.parametrize(
    "query",
    [
        f"SELECT * {{ {THING} ?p ?o }}",
        f"ASK {{ {THING} ?p ?o }}",
        f"SELECT ?p {{ {THING} ?p ?o }}",
        f"SELECT ?p ?p {{ {THING} ?p ?o }}",
        f"SELECT ?p ?x {{ {THING} ?p ?o }}",
        f"SELECT ?s ?o {{ ?s {THING} ?o }}",
        f"SELECT ?p ?o {{ {THING} ?p ?o }} LIMIT 1",
        f"SELECT DISTINCT ?p ?o {{ {THING} ?p ?o }}",
        f"SELECT ?p ?o {{ {THING} ?p ?o }} ORDER BY ?o",
        f"SELECT ?p ?o {{ GRAPH {THING} {{ {THING} ?p ?o }} }}",
        f"SELECT ?p ?o {{ {THING} ?p ?o OPTIONAL {{ ?o ?q ?r }} }}",
        f"SELECT ?p ?o {{ {{ {THING} ?p ?o }} UNION {{ ?o ?p {THING} }} }}",
        f"PREFIX : {THING} SELECT ?p ?o {{ : ?p ?o }}",
        "SELECT ?p ?o { ew:Claim ?p ?o }",
        f"SELECT ?p ?o {{ {THING} ?p ?o ; ?q ?r }}",
        f"SELECT ?p ?o {{ VALUES ?p {{ {THING} }} }}",
    ],
)
def test_all_else_is_asked_of_the_engine(query: str) -> None:
    found = lookup_in(query, None)
    assert found is None or found.direct is None


@pytest.mark.parametrize("iri", ["<a>", "<http://localhost:8000/b/../a>", "<http://local[host/>", "<urn:%zz>"])
def test_an_iri_that_the_engine_would_change_or_refuse_is_left_to_it(iri: str) -> None:
    query = f"SELECT ?p ?o {{ {iri} ?p ?o }}"
    found = lookup_in(query, None)
    assert found and found.direct and results(ox.Store(), query, found.direct) is None


def test_of_many_statements_the_engine_tells() -> None:
    store, query = ox.Store(), f"SELECT ?p ?o {{ {THING} ?p ?o }}"
    store.extend(ox.Quad(ox.NamedNode(f"{HERE}a"), ox.NamedNode(f"{HERE}p"), ox.Literal(n)) for n in range(MOST + 1))
    found = lookup_in(query, None)
    assert found and found.direct and results(store, query, found.direct) is None
    kept = lookup(store, store, None, Question(query), HERE)
    assert kept and len(json.loads(kept.content)["results"]["bindings"]) == MOST + 1


def test_the_number_of_an_iri_is_no_iri() -> None:
    for number in ("<^0>", "<^7>"):
        assert lookup_in(f"SELECT ?o ?r {{ {number} ?p ?o . ?o ?q ?r . <{HERE}a> ?q ?r }}", None) is None


@given(query=_TEXT.filter(str.strip), plus=st.booleans(), beside=st.sampled_from(["", "&timeout=5", "&format=json"]))
def test_a_query_is_what_was_escaped_alone_or_beside_others(query: str, plus: bool, beside: str) -> None:
    escaped = (quote_plus if plus else quote)(query, safe="")
    asked = asked_by_get(f"query={escaped}{beside}".encode(), None)
    assert asked and asked.query == query
