"""Look-ups that join patterns: how they may be written, that they are answered as workers do, and what is none."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from random import Random

import httpx
import pyoxigraph as ox
import pytest

from converters.namespaces import PREFIXES
from converters.serving.bounded import FOUND, SORTED, lookup_in
from converters.serving.degrees import Degrees, count_degrees
from converters.serving.evaluating import evaluate, write
from converters.serving.frames import Question
from converters.serving.grammar import read, without_iris
from converters.serving.lookups import lookup
from converters.serving.releases import find_release
from converters.serving.store import in_memory, open_store, prepare
from tests.fixtures.edition import BASE

EITHER = "text/csv, application/n-triples"
THING = f"<{BASE}event/denying>"
PREFIXED = "PREFIX e:  <https://w3id.org/eventwire/ontology#> prefix : <http://localhost:8000/>\n"


@dataclass(frozen=True)
class Held:
    """A release as the server holds it."""

    disk: ox.Store
    memory: ox.Store
    degrees: Degrees

    def at_once(self, query: str) -> bytes | None:
        kept = lookup(self.disk, self.memory, self.degrees, Question(query, accept=EITHER), BASE)
        return kept and kept.content

    def by_worker(self, query: str) -> bytes:
        out = BytesIO()
        write(*evaluate(self.disk, Question(query, accept=EITHER), BASE, PREFIXES), out, PREFIXES)
        return out.getvalue()


@pytest.fixture(scope="module")
def held(output: Path) -> Held:
    disk = open_store(prepare(find_release(output)).store)
    memory = in_memory(disk)
    return Held(disk, memory, count_degrees(memory))


@pytest.fixture(scope="module")
def degrees() -> Degrees:
    """Of a store in which one thing is spoken of by many, and speaks of many itself."""
    store = ox.Store()
    for number in range(FOUND + 1):
        thing, known = ox.NamedNode(f"{BASE}n{number}"), ox.NamedNode(f"{BASE}known")
        store.add(ox.Quad(thing, ox.NamedNode(PREFIXES["ew"] + "about"), known))
        store.add(ox.Quad(thing, ox.NamedNode(PREFIXES["rdfs"] + "label"), ox.Literal(str(number))))
        if number <= SORTED:
            store.add(ox.Quad(ox.NamedNode(f"{BASE}list"), ox.NamedNode(PREFIXES["dcterms"] + "hasPart"), thing))
        if number < SORTED / 2:
            store.add(ox.Quad(ox.NamedNode(f"{BASE}list"), ox.NamedNode(PREFIXES["dcterms"] + "relation"), thing))
    return count_degrees(store)


@pytest.mark.parametrize(
    "query",
    [
        f"SELECT * {{ {THING} a ?type ; rdfs:label ?label, ?other . }}",
        f"SELECT * {{ {THING} a ?type ; rdfs:label ?label ; }}",
        f"SELECT ?s ?l {{ ?s ?p {THING} . ?s rdfs:label ?l }}",
        f"SELECT ?claim ?label {{ ?claim a ew:Claim ; ew:about {THING} ; rdfs:label ?label }} ORDER BY ?label LIMIT 5",
        f"SELECT ?p ?o ?l {{ {THING} ?p ?o OPTIONAL {{ ?o rdfs:label ?l }} }}",
        f"SELECT ?p ?l {{ {THING} ?p ?o . OPTIONAL {{ GRAPH ?g {{ ?o rdfs:label ?l }} }} . OPTIONAL {{ ?o a ?t . }} }}",
        f"SELECT ?g ?p {{ GRAPH ?g {{ {THING} ?p ?o . ?o a ?t }} }}",
        f"SELECT ?p {{ GRAPH <{BASE}graph/events> {{ {THING} ?p ?o }} ?o rdfs:label ?l }}",
        f"SELECT * {{ VALUES ?s {{ {THING} e:Claim }} ?s ?p ?o }}".replace("e:", "ew:"),
        f"SELECT DISTINCT ?q {{ {THING} ?p ?o . ?o ?q ?r }} OFFSET 5 LIMIT 10",
        f"SELECT REDUCED ?q {{ {THING} ?p ?o . ?o ?q ?r }} ORDER BY DESC(?q) ASC(?r) ?p",
        f"ASK {{ {THING} a ?type . ?type rdfs:label ?label }}",
        f"CONSTRUCT {{ ?o rdfs:label ?l ; a ?t }} WHERE {{ {THING} ?p ?o . ?o rdfs:label ?l ; a ?t }}",
        f"SELECT * {{ {{ {THING} ?p ?o . ?o a ?t }} UNION {{ ?s ?p {THING} . ?s a ?t }} }}",
        f"{PREFIXED}SELECT * {{ ?role e:filler :x . ?claim e:hasRole ?role ; rdfs:label ?label }}",
        f"{PREFIXED}select*where{{:x ?p ?o.?o a e:Claim.}}order by?p",
    ],
)
def test_what_is_said_of_what_is_beside_a_thing_is_a_look_up(held: Held, query: str) -> None:
    assert lookup_in(query, None) is None, "of a release on disk alone nothing is counted"
    told = held.at_once(query)
    assert told is not None
    assert sorted(told.splitlines()) == sorted(held.by_worker(query).splitlines())


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { ?s a ?t . ?s rdfs:label ?l }",
        f"SELECT * {{ {THING} ?p ?o . ?x ?q ?y }}",
        f"SELECT * {{ {THING} ?p ?o . OPTIONAL {{ ?x rdfs:label ?l }} }}",
        f"SELECT * {{ {THING} ?p ?o . OPTIONAL {{ ?o rdfs:label ?l . ?o a ?t }} }}",
        f"SELECT * {{ {THING} ?p ?o . OPTIONAL {{ ?o rdfs:label ?l OPTIONAL {{ ?o a ?t }} }} }}",
        f"SELECT * {{ {THING} ?p ?o . OPTIONAL {{ ?o a ?t }} ?t rdfs:label ?l }}",
        f"SELECT * {{ {THING} ?p ?o . FILTER(isIRI(?o)) }}",
        f"SELECT * {{ {THING} ?p ?o . MINUS {{ ?o a ?t }} }}",
        f"SELECT * {{ {THING} rdfs:label/ew:x ?o ; a ?t }}",
        f"SELECT * {{ {THING} ?p ?o . BIND(1 AS ?n) }}",
        f'SELECT * {{ {THING} ?p ?o ; rdfs:label "x" }}',
        f"SELECT * {{ {THING} ?p [ a ?t ] }}",
        f"SELECT * {{ {THING} ?p _:b . _:b a ?t }}",
        f"SELECT * {{ {THING} ?p ?o . ?o a ?t }} # more",
        f"SELECT * {{ {THING} ?p ?o . {{ SELECT * {{ ?o a ?t }} }} }}",
        f"SELECT * {{ {THING} ?p ?o . ?o a ?t }} ORDER BY STR(?t)",
        f"SELECT * {{ {THING} ?p ?o . ?o a ?t }} GROUP BY ?o",
        f"SELECT * {{ {THING} ?p ?o . ?o a ?t }} VALUES ?t {{ ew:Claim }}",
        f"SELECT * {{ VALUES (?s) {{ ({THING}) }} ?s ?p ?o . ?o a ?t }}",
        f"SELECT * FROM <{BASE}graph/events> {{ {THING} ?p ?o . ?o a ?t }}",
        f"SELECT * {{ {THING} ?p ?o . ?o unheard:of ?t }}",
        f"SELECT * {{ {THING} ?p ?o . ?o ew:a.b ?t }}",
        f"SELECT * {{ {THING} ?p ?o . ?o $t ?u }}",
        "SELECT * { <relative> ?p ?o . ?o a ?t }",
        f"SELECT * {{ <{BASE}claim/../claim/x> ?p ?o . ?o a ?t }}",
        f"PREFIX x: <{BASE}./> SELECT * {{ x:claim ?p ?o . ?o a ?t }}",
        f"BASE <{BASE}> SELECT * {{ {THING} ?p ?o . ?o a ?t }}",
        f"DESCRIBE ?o {{ {THING} ?p ?o }}",
    ],
)
def test_whatever_else_is_left_to_the_workers(held: Held, query: str) -> None:
    assert held.at_once(query) is None


@pytest.mark.parametrize(
    ("query", "is_little"),
    [
        ("SELECT * { ?s ew:about <IRI> ; rdfs:label ?l }", False),
        ("SELECT * { ?s ?p <IRI> ; rdfs:label ?l }", False),
        ("SELECT DISTINCT ?p { ?s ?p <IRI> }", False),
        ("SELECT ?s { ?s ?p <IRI> } ORDER BY ?s", False),
        ("SELECT ?s { ?s ?p <IRI> } OFFSET 1", False),
        ("SELECT * { ?s ew:about <IRI>, <n1> }".replace("<n1>", f"<{BASE}n1>"), False),
        ("SELECT * { ?s ew:about <n1>, <IRI> }".replace("<n1>", f"<{BASE}n1>"), True),
        ("SELECT * { <n1> ew:about ?x ; rdfs:label ?l }".replace("<n1>", f"<{BASE}n1>"), True),
        ("SELECT * { <n1> ew:about ?x . ?x rdfs:label ?l }".replace("<n1>", f"<{BASE}n1>"), True),
        ("SELECT * { <n1> ew:about ?x . ?y ew:about ?x }".replace("<n1>", f"<{BASE}n1>"), False),
        ("SELECT * { <list> dcterms:relation ?x . ?x rdfs:label ?l }".replace("<list>", f"<{BASE}list>"), True),
        ("SELECT * { <list> dcterms:hasPart ?x } ORDER BY ?x".replace("<list>", f"<{BASE}list>"), False),
        ("SELECT * { <list> dcterms:hasPart ?x ; dcterms:hasPart ?y }".replace("<list>", f"<{BASE}list>"), False),
        ("SELECT * { VALUES ?t { <IRI> } ?s ew:about ?t ; rdfs:label ?l }", False),
        ("PREFIX k: <PRE> SELECT * { ?s ew:about k:known ; rdfs:label ?l }".replace("<PRE>", f"<{BASE}>"), False),
        ("PREFIX k: <PRE> SELECT * { ?s ew:about k:other ; rdfs:label ?l }".replace("<PRE>", f"<{BASE}>"), True),
    ],
)
def test_it_is_counted_what_there_is_to_do(degrees: Degrees, query: str, is_little: bool) -> None:
    assert (lookup_in(query.replace("IRI", f"{BASE}known"), degrees) is not None) is is_little


def test_pages_of_an_answer_fit_together_whoever_gives_them(held: Held) -> None:
    thing = max(held.degrees.of_subjects, key=lambda name: held.degrees.per_subject[name])
    query = f"SELECT * {{ <{thing}> ?p ?o . ?o ?q ?r }} LIMIT 5 OFFSET "
    for begin in range(0, 20, 5):
        assert held.at_once(f"{query}{begin}") == held.by_worker(f"{query}{begin}")


def test_made_up_queries_are_answered_as_workers_do(held: Held) -> None:
    answers = [(query, held.at_once(query)) for query in queries(held.disk, Random(0), 800)]
    found = [(query, told) for query, told in answers if told is not None]
    assert len(found) > 200
    assert sum(len(told.splitlines()) > 2 for _, told in found) > 100
    for query, told in found:
        by_worker = held.by_worker(query)
        if "LIMIT" in query:
            assert told == by_worker, query
        assert sorted(told.splitlines()) == sorted(by_worker.splitlines()), query


def queries(store: ox.Store, random: Random, number: int) -> Iterator[str]:
    """Queries about statements that there are, with some of their terms left open."""
    quads = [quad for quad in store if isinstance(quad.subject, ox.NamedNode)]
    for _ in range(number):
        quad = random.choice(quads)
        patterns = [_pattern(random, f"{quad.subject}", f"{quad.predicate}")]
        while random.random() < 0.6:
            following = random.choice(quads).predicate
            patterns.append(_pattern(random, random.choice(["?a", "?b", f"{quad.subject}"]), f"{following}"))
        random.shuffle(patterns)
        if random.random() < 0.3:
            patterns.append(f"OPTIONAL {{ {_pattern(random, '?a', 'rdfs:label')} }}")
        distinct = random.choice(["", "", "DISTINCT "])
        end = random.choice(["", "", " LIMIT 7", " LIMIT 3 OFFSET 2", " ORDER BY ?a ?b ?c ?p"])
        yield f"SELECT {distinct}* WHERE {{ {' '.join(patterns)} }}{end}"


def _pattern(random: Random, subject: str, predicate: str) -> str:
    predicate = random.choice([predicate, "?p", "?q", "rdfs:label", "a"])
    value = random.choice(["?a", "?a", "?b", "?c"])
    ends = (value, subject) if random.random() < 0.2 else (subject, value)
    triple = f"{ends[0]} {predicate} {ends[1]} ."
    return f"GRAPH ?g {{ {triple} }}" if random.random() < 0.1 else triple


def test_the_server_answers_them_as_its_workers_do(server: str) -> None:
    claims = "SELECT ?c { ?c a ew:Claim } LIMIT 1"
    found = httpx.get(f"{server}sparql", params={"query": claims}).json()
    claim = found["results"]["bindings"][0]["c"]["value"]
    query = f"SELECT * {{ <{claim}> ?p ?o . OPTIONAL {{ ?o rdfs:label ?l }} }} ORDER BY ?p ?o ?l"
    by_worker = httpx.get(f"{server}sparql", params={"query": f"# a comment\n{query}"})
    at_once = httpx.get(f"{server}sparql", params={"query": query})
    assert at_once.json() == by_worker.json() and at_once.json()["results"]["bindings"]


def test_a_form_is_a_query_without_its_things() -> None:
    form, iris = without_iris(f"{PREFIXED}SELECT * {{ <{BASE}a> e:about <{BASE}b>, <{BASE}a> }}")
    assert iris == [f"<{BASE}a>", f"<{BASE}b>"]
    asked = read(form)
    assert asked and asked.prefixes[""] == f"<{BASE}>"
    assert [part[:3] for part in asked.groups[0].parts] == [
        ("<^0>", "e:about", "<^1>"),
        ("<^0>", "e:about", "<^0>"),
    ]
