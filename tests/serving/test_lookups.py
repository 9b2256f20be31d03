"""A look-up is answered at once, and just as the workers answer it; everything else is left to them."""

import httpx
import pyoxigraph as ox
import pytest

from converters.serving.bounded import LONGEST, lookup_in
from converters.serving.frames import Question
from converters.serving.lookups import LARGEST, lookup
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
        (f"SELECT ?s WHERE {{ ?s <{HERE}q> <{HERE}a> }}", 1),
        (f"SELECT ?o ?s {{ {{ <{HERE}a> ?p ?o }} UNION {{ ?s ?p <{HERE}a> . }} }}", 6),
        (f"PREFIX : <{HERE}> PREFIX here: <{HERE}> SELECT * {{ here:a here:p ?o }}", 5),
        (f"SELECT ?c {{ <{HERE}a> ew:status ?c }}", 0),
    ],
)
def test_what_is_said_of_one_thing_is_found(store: ox.Store, query: str, answers: int) -> None:
    kept = lookup(store, store, None, Question(query, accept="text/csv"), HERE)
    assert kept and (kept.content_type, kept.extension) == ("text/csv; charset=utf-8", "csv")
    assert len(kept.content.splitlines()) == 1 + answers


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("CONSTRUCT { <a> ?p ?o } WHERE { <a> ?p ?o }", 5),
        ("CONSTRUCT { <a> ?p ?o . ?s ?q <a> } WHERE { { <a> ?p ?o } UNION { ?s ?q <a> } }", 6),
        ("CONSTRUCT{<a> ?p ?o. <a> <is> <asked>} WHERE {<a> ?p ?o.} LIMIT 2", 3),
        ("DESCRIBE <a>", 5),
        ("describe <b>", 1),
    ],
)
def test_what_is_stated_of_one_thing_is_found(store: ox.Store, query: str, told: int) -> None:
    kept = lookup(store, store, None, Question(query, accept="application/n-triples"), HERE)
    assert kept and kept.content_type == "application/n-triples"
    assert len(kept.content.splitlines()) == told


@pytest.mark.parametrize(("query", "answer"), [("ASK { <a> <p> ?o }", b"true"), ("ASK WHERE { <a> <q> ?o }", b"false")])
def test_whether_something_is_said_is_found(store: ox.Store, query: str, answer: bytes) -> None:
    kept = lookup(store, store, None, Question(query, accept="text/csv"), HERE)
    assert kept and kept.content == answer


@pytest.mark.parametrize(
    "asked",
    [
        Question("SELECT ?s { ?s ?p ?o }"),
        Question("SELECT ?p { <http://localhost:8000/a> ?p ?p }"),
        Question("SELECT ?x { ?s ?p <http://localhost:8000/a> }"),
        Question("SELECT ?p { { <http://localhost:8000/a> ?p ?o } UNION { ?s ?q <http://localhost:8000/a> } }"),
        Question("SELECT * { { <http://localhost:8000/a> ?p ?o } UNION { ?s ?q ?o } }"),
        Question("SELECT * { { <http://localhost:8000/a> ?p ?o } { ?s ?q <http://localhost:8000/a> } }"),
        Question("CONSTRUCT { ?o ?p <a> } WHERE { <a> ?p ?o }"),
        Question("CONSTRUCT { [] ?p ?o } WHERE { <a> ?p ?o }"),
        Question("CONSTRUCT { <a> ?p ?o . ?s ?q <a> } WHERE { { <a> ?p ?o } UNION { ?s ?q <b> } }"),
        Question("CONSTRUCT { <a> ?p ?o } WHERE { <a> ?p ?o . ?o ?q ?r }"),
        Question("DESCRIBE ?s { ?s ?p <a> }"),
        Question("DESCRIBE <a> <b>"),
        Question("DESCRIBE *  { <a> ?p ?o }"),
        Question("ASK { ?s ?p ?o }"),
        Question("ASK { <a> <p>+ ?o }"),
        Question("SELECT ?o { <a> ?p ?o } LIMIT 1 OFFSET 100000000"),
        Question("SELECT DISTINCT ?o { <a> ?p ?o }"),
        Question(f"SELECT ?o {{ <a> ?p ?o }}{' ' * LONGEST}"),
        Question("SELECT ?o { <http://localhost:8000/a> ?p ?m . ?m ?q ?o }"),
        Question("SELECT ?o { <http://localhost:8000/a> <http://localhost:8000/p>* ?o }"),
        Question("SELECT (COUNT(*) AS ?n) { <http://localhost:8000/a> ?p ?o }"),
        Question("SELECT ?o { <http://localhost:8000/a> ?p ?o } ORDER BY ?o"),
        Question("SELECT ?o { SERVICE <http://localhost:8000/a> { ?s ?p ?o } }"),
        Question("SELECT ?o { <http://localhost:8000/a> ?p ?o }", default_graphs=(f"{HERE}g1",)),
        Question("ASK { <http://localhost:8000/a> ?p ?o }", named_graphs=(f"{HERE}g1",)),
    ],
    ids=lambda asked: asked.query[:99],
)
def test_anything_else_is_no_look_up(store: ox.Store, asked: Question) -> None:
    assert lookup(store, store, None, asked, HERE) is None


def test_of_too_much_nothing_is_kept(store: ox.Store) -> None:
    thing, said = ox.NamedNode(f"{HERE}a"), ox.NamedNode(f"{HERE}p")
    store.extend(ox.Quad(thing, said, ox.Literal("x" * 1000 + str(n))) for n in range(LARGEST // 1000))
    for query in ("SELECT ?o { <a> ?p ?o }", "CONSTRUCT { <a> ?p ?o } WHERE { <a> ?p ?o }", "DESCRIBE <a>"):
        assert lookup(store, store, None, Question(query), HERE) is None
    assert lookup(store, store, None, Question("ASK { <a> ?p ?o }"), HERE)


def test_memory_is_asked_only_where_each_of_its_steps_is_an_answer(store: ox.Store) -> None:
    def answers(query: str) -> int:
        kept = lookup(store, ox.Store(), None, Question(query, accept="text/csv"), HERE)
        assert kept
        return len(kept.content.splitlines()) - 1

    assert [answers(f"SELECT * {{ {pattern} }}") for pattern in ("<a> ?p ?o", "?s ?p <a>")] == [0, 0]
    assert [answers(f"SELECT * {{ {pattern} }}") for pattern in ("<a> <p> ?o", "<b> ?p <a>")] == [5, 1]
    assert answers("SELECT * { { <a> ?p ?o } UNION { ?s <q> <a> } }") == 6


def test_a_query_that_is_hard_to_read_is_soon_found_to_be_none() -> None:
    for part in (" ", "?a ", "PREFIX a: <b> ", "{ <a> ?b ?c } UNION "):
        assert lookup_in("SELECT ?a { <a> ?b ?c" + part * (LONGEST // len(part) - 30) + "!", None) is None


def test_a_format_that_there_is_not_is_refused(store: ox.Store) -> None:
    with pytest.raises(Refused, match="is answered as one of"):
        lookup(store, store, None, Question(f"SELECT ?o {{ <{HERE}a> ?p ?o }}", accept="image/png"), HERE)


RESULTS = ("*/*", f"{SPARQL}json", f"{SPARQL}xml", "text/csv", "text/tab-separated-values")
STATED = (
    "*/*",
    "text/turtle",
    "application/n-triples",
    "application/trig",
    "application/ld+json",
    "application/rdf+xml",
)
SAID = "{ <THING> ?p ?o } UNION { ?s ?q <THING> }"
ASKED = [
    *(("SELECT ?p ?o WHERE { <THING> ?p ?o }", accept) for accept in RESULTS),
    *((f"SELECT * {{ {SAID} }}", accept) for accept in RESULTS),
    *(("ASK { <THING> a ew:Claim }", accept) for accept in RESULTS),
    *(("DESCRIBE <THING>", accept) for accept in STATED),
    *((f"CONSTRUCT {{ <THING> ?p ?o . ?s ?q <THING> }} WHERE {{ {SAID} }}", accept) for accept in STATED),
]


@pytest.mark.parametrize(("form", "accept"), ASKED)
def test_the_answer_is_that_of_a_worker(server: str, form: str, accept: str) -> None:
    found = httpx.get(f"{server}sparql", params={"query": "SELECT ?c { ?c a ew:Claim } LIMIT 1"}).json()
    query = form.replace("THING", found["results"]["bindings"][0]["c"]["value"])
    assert lookup_in(query, None) is not None
    headers = {"Accept": accept}
    at_once = httpx.get(f"{server}sparql", params={"query": query}, headers=headers)
    by_worker = httpx.get(f"{server}sparql", params={"query": f"# a comment\n{query}"}, headers=headers)
    assert (at_once.status_code, _meaning(at_once)) == (200, _meaning(by_worker))
    told = [
        {name: value for name, value in one.headers.items() if name not in ("etag", "date")}
        for one in (at_once, by_worker)
    ]
    assert told[0] == told[1]
    posted = httpx.post(f"{server}sparql", data={"query": query}, headers=headers)
    assert (posted.content, posted.headers["etag"]) == (at_once.content, at_once.headers["etag"])
    again = {**headers, "If-None-Match": at_once.headers["etag"]}
    assert httpx.get(f"{server}sparql", params={"query": query}, headers=again).status_code == 304
    refused = httpx.get(f"{server}sparql", params={"query": query}, headers={"Accept": "image/png"})
    assert refused.status_code == 406


def _meaning(answer: httpx.Response) -> object:
    """What an answer says, in whichever order."""
    media_type = answer.headers["content-type"].partition(";")[0]
    if media_type in ("text/csv", "text/tab-separated-values"):
        return sorted(answer.content.splitlines())
    if media_type.startswith(SPARQL):
        found = ox.parse_query_results(answer.content, format=ox.QueryResultsFormat.from_media_type(media_type))
        return bool(found) if isinstance(found, ox.QueryBoolean) else sorted(map(str, found))
    return sorted(map(str, ox.parse(answer.content, format=ox.RdfFormat.from_media_type(media_type))))
