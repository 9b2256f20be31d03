"""/sparql as clients use it: the protocol, formats, datasets, limits, and what is refused."""

import json
import socket
import time
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import quote, urlsplit

import httpx
import pytest
import rdflib
from rdflib import URIRef
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import CSV, JSON, JSONLD, POST, POSTDIRECTLY, RDFXML, TSV, TURTLE, XML, SPARQLWrapper

from tests.fixtures.edition import BASE
from tests.serving.conftest import serving

CLAIMS = "SELECT ?claim WHERE { ?claim a ew:Claim } ORDER BY ?claim"
MADE = "CONSTRUCT { ?claim ew:status ?status } WHERE { ?claim ew:status ?status }"
ENDLESS = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
UPDATE, DIRECT, FORM = (
    {"Content-Type": f"application/{name}"} for name in ("sparql-update", "sparql-query", "x-www-form-urlencoded")
)
SD = rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#")
SYNTAX = {"text/turtle": "turtle", "application/ld+json": "json-ld", "application/rdf+xml": "xml"}
ONTOLOGY = "https://w3id.org/eventwire/ontology"


@pytest.fixture(scope="module")
def endpoint(server: str) -> str:
    return f"{server}sparql"


@pytest.fixture(scope="module")
def tight(output: Path) -> Iterator[str]:
    """An endpoint that allows little."""
    options = ("--timeout", "1.5", "--workers", "1", "--memory", "200", "--max-answer", "1", "--max-request", "8")
    with serving(output, *options) as url:
        yield f"{url}sparql"


def wrapper(endpoint: str, query: str, form: str) -> SPARQLWrapper:
    client = SPARQLWrapper(endpoint)
    client.setQuery(query)
    client.setReturnFormat(form)
    return client


@pytest.mark.parametrize("how", ["get", "form", "direct"])
def test_sparqlwrapper_asks_in_every_way(endpoint: str, how: str) -> None:
    client = wrapper(endpoint, CLAIMS, JSON)
    if how != "get":
        client.setMethod(POST)
    if how == "direct":
        client.setRequestMethod(POSTDIRECTLY)
    found = client.query().convert()
    assert len(found["results"]["bindings"]) == 7


@pytest.mark.parametrize(("form", "type_"), [(JSON, dict), (XML, object), (CSV, bytes), (TSV, bytes)])
def test_sparqlwrapper_reads_every_format_of_results(endpoint: str, form: str, type_: type) -> None:
    found = wrapper(endpoint, CLAIMS, form).query().convert()
    assert isinstance(found, type_)
    if isinstance(found, bytes):
        assert len(found.split()) == 8


@pytest.mark.parametrize("form", [TURTLE, RDFXML, JSONLD])
def test_sparqlwrapper_reads_graphs(endpoint: str, form: str) -> None:
    found = wrapper(endpoint, MADE, form).query().convert()
    graph = found if isinstance(found, rdflib.Graph) else rdflib.Graph().parse(data=found, format=form)
    assert len(graph) == 7


def test_rdflib_takes_the_endpoint_for_a_store(endpoint: str) -> None:
    graph = rdflib.Graph(SPARQLStore(endpoint))
    claims = set(graph.subjects(rdflib.RDF.type, URIRef(f"{ONTOLOGY}#Claim")))
    assert len(claims) == 7
    labels = list(graph.objects(URIRef(f"{ONTOLOGY}#Claim"), rdflib.RDFS.label))
    assert labels


def test_rdflib_asks_it_as_a_service_from_elsewhere(endpoint: str) -> None:
    found = rdflib.Graph().query(f"SELECT ?c WHERE {{ SERVICE <{endpoint}> {{ ?c a <{ONTOLOGY}#Claim> }} }}", initNs={})
    assert len(list(found)) == 7


def test_ask_and_describe(endpoint: str) -> None:
    client = wrapper(endpoint, "ASK { ?c a ew:Claim }", JSON)
    assert client.query().convert()["boolean"] is True
    claim = wrapper(endpoint, CLAIMS, JSON).query().convert()["results"]["bindings"][0]["claim"]["value"]
    described = wrapper(endpoint, f"DESCRIBE <{claim}>", TURTLE).query().convert()
    assert len(rdflib.Graph().parse(data=described, format="turtle")) > 5


@pytest.mark.parametrize(
    ("query", "accept", "type_"),
    [
        (CLAIMS, "text/csv;q=0.5, text/tab-separated-values", "text/tab-separated-values; charset=utf-8"),
        (CLAIMS, "*/*", "application/sparql-results+json"),
        (MADE, "*/*", "text/turtle; charset=utf-8"),
        (MADE, "application/n-quads, text/turtle;q=0.5", "application/n-quads"),
        (MADE, "application/trig", "application/trig"),
        (MADE, "application/n-triples", "application/n-triples"),
        ("ASK {}", "text/csv", "text/csv; charset=utf-8"),
    ],
)
def test_the_accept_field_is_kept_to(endpoint: str, query: str, accept: str, type_: str) -> None:
    answer = httpx.get(endpoint, params={"query": query}, headers={"Accept": accept})
    assert answer.status_code == 200
    assert answer.headers["content-type"] == type_
    assert "accept" in answer.headers["vary"].lower()


def test_a_link_may_name_its_format(endpoint: str) -> None:
    answer = httpx.get(endpoint, params={"query": CLAIMS, "format": "csv"}, headers={"Accept": "text/html"})
    assert answer.headers["content-type"].startswith("text/csv")
    answer = httpx.get(endpoint, params={"query": CLAIMS, "format": "pdf"}, headers={"Accept": "text/csv"})
    assert answer.headers["content-type"].startswith("text/csv")


def count(endpoint: str, pattern: str, **graphs: list[str]) -> int:
    params = {
        "query": f"SELECT (COUNT(*) AS ?n) WHERE {{ {pattern} }}",
        **{k.replace("_", "-"): v for k, v in graphs.items()},
    }
    found = httpx.get(endpoint, params=params).raise_for_status().json()  # type: ignore[arg-type]
    return int(found["results"]["bindings"][0]["n"]["value"])


def test_the_dataset_is_what_the_request_says(endpoint: str) -> None:
    events, provenance = f"{BASE}graph/events", f"{BASE}graph/provenance"
    everything = count(endpoint, "?s ?p ?o")
    first, second = (count(endpoint, "?s ?p ?o", default_graph_uri=[graph]) for graph in (events, provenance))
    assert 0 < first < everything
    assert count(endpoint, "?s ?p ?o", default_graph_uri=[events, provenance]) == first + second
    assert count(endpoint, "GRAPH ?g { ?s ?p ?o }", default_graph_uri=[events]) == 0
    assert count(endpoint, "GRAPH ?g { ?s ?p ?o }", named_graph_uri=[events]) == first
    assert count(endpoint, "?s ?p ?o", named_graph_uri=[events]) == 0
    assert count(endpoint, "?s ?p ?o", default_graph_uri=["http://unheard.example/of"]) == 0
    both = count(
        endpoint,
        "{ ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } }",
        default_graph_uri=[events],
        named_graph_uri=[provenance],
    )
    assert both == first + second


def test_who_sends_too_long_an_address_is_told_what_to_do(server: str) -> None:
    connection = HTTPConnection(urlsplit(server).netloc)
    connection.request("GET", f"/sparql?query={'x' * 70_000}")
    answer = connection.getresponse()
    assert (answer.status, b"a long query is sent by POST" in answer.read()) == (400, True)
    connection.close()


@pytest.mark.parametrize(
    ("request_", "status", "told"),
    [
        ({"method": "GET", "params": {"query": "SELECT"}}, 400, "not SPARQL 1.1"),
        ({"method": "GET", "params": {"query": "SELECT"}}, 400, "white space"),
        ({"method": "GET", "params": {"query": " "}}, 400, "the query is empty"),
        ({"method": "GET", "params": {"query": ["ASK {}", "ASK {}"]}}, 400, "2 parameters named query"),
        ({"method": "GET", "params": {"query": "ASK {}", "default-graph-uri": "no iri"}}, 400, "no absolute IRI"),
        ({"method": "GET", "params": {"update": "CLEAR ALL"}}, 403, "read only"),
        ({"method": "POST", "data": {"update": "CLEAR ALL"}}, 403, "read only"),
        ({"method": "POST", "content": b"CLEAR ALL", "headers": UPDATE}, 403, "read only"),
        ({"method": "GET", "params": {"query": "CLEAR ALL"}}, 400, "not SPARQL 1.1"),
        ({"method": "POST", "content": b"ASK {}"}, 415, "application/sparql-query"),
        ({"method": "POST", "content": b"ASK {}", "headers": {"Content-Type": "text/plain"}}, 415, "text/plain"),
        ({"method": "POST", "data": {"other": "x"}}, 400, "0 parameters"),
        ({"method": "POST", "content": "ASK {}".encode("utf-16"), "headers": DIRECT}, 400, "UTF-8"),
        ({"method": "POST", "content": b"query=%ff", "headers": FORM}, 400, "UTF-8"),
        ({"method": "GET", "params": {"query": CLAIMS}, "headers": {"Accept": "text/turtle"}}, 406, "text/csv"),
        ({"method": "GET", "params": {"query": "ASK { SERVICE <http://127.0.0.1:1/> {} }"}}, 403, "SERVICE"),
        ({"method": "GET", "params": {"query": "ASK { FILTER(<http://f.example/>(1)) }"}}, 400, "cannot be answered"),
        ({"method": "PUT"}, 405, "GET"),
        ({"method": "DELETE"}, 405, "GET"),
    ],
)  # fmt: skip
def test_what_cannot_be_answered_is_told(endpoint: str, request_: dict[str, object], status: int, told: str) -> None:
    answer = httpx.request(url=endpoint, **request_)  # type: ignore[arg-type]
    assert answer.status_code == status
    assert told in answer.text
    assert answer.headers["access-control-allow-origin"] == "*"


def test_the_word_service_is_free_where_it_is_no_keyword(endpoint: str) -> None:
    query = 'ASK { ?service ew:service "SERVICE" # SERVICE\n }'
    assert httpx.get(endpoint, params={"query": query}).status_code == 200


def test_other_origins_may_ask(endpoint: str) -> None:
    preflight = httpx.options(
        endpoint, headers={"Origin": "https://app.example", "Access-Control-Request-Method": "POST"}
    )
    assert preflight.status_code == 204
    assert "POST" in preflight.headers["access-control-allow-methods"]
    assert "Content-Type" in preflight.headers["access-control-allow-headers"]


@pytest.mark.parametrize("accept", SYNTAX)
def test_the_service_description_tells_true_counts(endpoint: str, accept: str) -> None:
    answer = httpx.get(endpoint, headers={"Accept": accept}).raise_for_status()
    graph = rdflib.Graph().parse(data=answer.text, format=SYNTAX[accept])

    def triples(node: rdflib.term.Node | None) -> int:
        return int(str(graph.value(node, rdflib.VOID.triples)))

    service = graph.value(predicate=rdflib.RDF.type, object=SD.Service)
    assert graph.value(service, SD.endpoint) == URIRef(endpoint)
    assert triples(graph.value(graph.value(service, SD.defaultDataset), SD.defaultGraph)) == count(endpoint, "?s ?p ?o")
    named = {str(name): triples(graph.value(node, SD.graph)) for node, name in graph.subject_objects(SD.name)}
    assert ONTOLOGY in named
    events = f"{BASE}graph/events"
    assert named[events] == count(endpoint, f"GRAPH <{events}> {{ ?s ?p ?o }}")


def test_a_query_has_its_time(tight: str) -> None:
    answer = httpx.get(tight, params={"query": ENDLESS})
    assert answer.status_code == 503
    assert "1.5 seconds" in answer.text
    assert httpx.get(tight, params={"query": "ASK {}"}).json()["boolean"] is True


def test_a_query_has_its_memory(tight: str) -> None:
    answer = httpx.get(tight, params={"query": "SELECT * WHERE { ?a ?b ?c . ?d ?e ?f } ORDER BY ?c ?f"})
    assert answer.status_code == 503
    assert httpx.get(tight, params={"query": "ASK {}"}).json()["boolean"] is True


def test_an_answer_has_its_size(tight: str) -> None:
    answer = httpx.get(tight, params={"query": "SELECT * WHERE { ?a ?b ?c . ?d ?e ?f }"})
    assert answer.status_code == 403
    assert "LIMIT" in answer.text


def test_a_request_has_its_size(tight: str) -> None:
    query = f"ASK {{ }} # {'x' * 9000}"
    assert httpx.post(tight, data={"query": query}).status_code == 413

    def in_parts() -> Iterator[bytes]:
        yield from (b"ASK {} #" + b"x" * 5000, b"x" * 5000)

    sent = httpx.post(tight, content=in_parts(), headers={"Content-Type": "application/sparql-query"})
    assert sent.status_code == 413


def test_a_query_ends_when_its_client_goes(tight: str) -> None:
    place = urlsplit(tight)
    for _ in range(3):
        with socket.create_connection((place.hostname, place.port)) as client:
            client.sendall(f"GET /sparql?query={quote(ENDLESS)} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
            time.sleep(0.05)
    answer = httpx.get(tight, params={"query": "ASK {}"}, timeout=20)
    assert answer.json()["boolean"] is True, "three endless queries would have taken longer than one may wait"


def test_a_large_answer_arrives_whole(endpoint: str) -> None:
    answer = httpx.get(endpoint, params={"query": "SELECT * WHERE { ?a ?b ?c . ?d a ew:Claim }"})
    assert len(answer.content) == int(answer.headers["content-length"]) > 1 << 20
    assert len(json.loads(answer.content)["results"]["bindings"]) == 7 * count(endpoint, "?s ?p ?o")


def test_an_answer_stays_the_same_and_is_not_sent_twice(endpoint: str) -> None:
    first = httpx.get(endpoint, params={"query": CLAIMS})
    again = httpx.get(endpoint, params={"query": CLAIMS})
    assert (again.content, again.headers["etag"]) == (first.content, first.headers["etag"])
    other = httpx.get(endpoint, params={"query": CLAIMS}, headers={"Accept": "text/csv"})
    assert other.headers["etag"] != first.headers["etag"]
    assert other.headers["content-type"].startswith("text/csv")
    fresh = httpx.get(endpoint, params={"query": CLAIMS}, headers={"If-None-Match": first.headers["etag"]})
    assert (fresh.status_code, fresh.content) == (304, b"")
    chance = "SELECT (RAND() AS ?x) (NOW() AS ?y) WHERE {}"
    drawn = [httpx.get(endpoint, params={"query": chance}) for _ in range(2)]
    assert drawn[0].content != drawn[1].content
    assert "etag" not in drawn[0].headers
