"""JSON-LD: what pyld and rdflib read from a release is what its N-Quads state."""

import json
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyld import jsonld
from rdflib import Dataset

from converters.graph.assemble import chunks, claim_story
from converters.graph.nodes import Node, ended, statements
from converters.graph.terms import decimal, integer, iri, name, text
from converters.publishing.jsonld import Compactor
from converters.resources import resource
from tests.fixtures.edition import BASE, assembly

CONTEXT: dict[str, Any] = json.loads(resource("ontology", "context.jsonld").read_text(encoding="utf-8"))["@context"]
SMALL = {
    "id": "@id",
    "type": "@type",
    "ew": "https://w3id.org/eventwire/ontology#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "about": {"@id": "ew:about", "@type": "@id"},
    "stance": {"@id": "ew:stance", "@type": "@vocab", "@context": {"asserts": "ew:stance-asserts"}},
    "depth": {"@id": "ew:depth", "@type": "xsd:integer"},
    "label": {"@id": "ew:label", "@language": "en"},
    "many": {"@id": "ew:many", "@container": "@set"},
}


def quads(nquads: str) -> set[ox.Quad]:
    return set(ox.parse(nquads.encode(), format=ox.RdfFormat.N_QUADS))


def stated(nodes: list[Node]) -> set[ox.Quad]:
    return quads(ended(statements(nodes), " .\n").decode())


def through_pyld(document: Any) -> set[ox.Quad]:
    return quads(jsonld.to_rdf(document, {"format": "application/n-quads"}))


def through_rdflib(text: str) -> set[ox.Quad]:
    return quads(Dataset().parse(data=text, format="json-ld").serialize(format="nquads"))


def test_graph_jsonld_is_the_same_dataset_for_every_processor(released: Path) -> None:
    stated = quads((released / "graph.nq").read_text(encoding="utf-8"))
    document = (released / "graph.jsonld").read_text(encoding="utf-8")
    assert len(stated) > 500
    assert set(ox.parse(document.encode(), format=ox.RdfFormat.JSON_LD)) == stated
    assert through_pyld(json.loads(document)) == stated
    assert through_rdflib(document) == stated


def test_nothing_is_fetched_to_read_it(released: Path) -> None:
    assert isinstance(json.loads((released / "graph.jsonld").read_text(encoding="utf-8"))["@context"], dict)


def test_by_article_loses_nothing_of_the_article_graphs(released: Path) -> None:
    view = json.loads((released / "by-article.jsonld").read_text(encoding="utf-8"))
    stated = quads("".join(chunk.ntriples() for chunk in chunks(assembly()) if chunk.kind == "article"))
    assert through_pyld(view) == stated
    assert [article["identifier"] for article in view["@graph"]] == ["a-council", "b-harbour"]
    claim = view["@graph"][1]["claims"][0]
    assert claim["status"] == "attributed_claim"
    assert {role["role"] for role in claim["hasRole"]} == {"agent", "place"}
    assert claim["trigger"]["hasSelector"][0]["start"] == 26


def test_by_event_loses_nothing_that_is_said_about_the_events(released: Path) -> None:
    view = json.loads((released / "by-event.jsonld").read_text(encoding="utf-8"))
    made = assembly()
    nodes: list[Node] = [node for chunk in chunks(made) if chunk.kind == "events" for node in chunk.nodes]
    claims = [claim for event in made.edition.events for claim in event.claims]
    nodes += [node for claim in claims for node in claim_story(made, claim, set())]
    assert through_pyld(view) == stated(nodes)
    shared = next(event for event in view["@graph"] if event["id"] == "event/retaking")
    articles = {claim["inArticle"] for claim in shared["claims"]}
    assert len(shared["claims"]) == len(articles) == 2


@pytest.mark.parametrize(
    ("predicate", "value", "key", "compact"),
    [
        ("ew:about", iri(f"{BASE}event/x"), "about", "event/x"),
        ("ew:about", iri(f"{BASE}event/../x"), "about", f"{BASE}event/../x"),
        ("ew:about", name("ew:Event"), "about", "ew:Event"),
        ("ew:about", text("no IRI"), "about", {"@value": "no IRI"}),
        ("ew:stance", name("ew:stance-asserts"), "stance", "asserts"),
        ("ew:stance", iri(f"{BASE}entity/x"), "stance", f"{BASE}entity/x"),
        ("ew:depth", integer(3), "depth", 3),
        ("ew:depth", '"03"^^<http://www.w3.org/2001/XMLSchema#integer>', "depth", "03"),
        ("ew:depth", decimal(1.5), "depth", {"@value": "1.5", "type": "xsd:decimal"}),
        ("ew:label", text("a", "en"), "label", "a"),
        ("ew:label", text("a"), "label", {"@value": "a"}),
        ("ew:label", text("a", "de"), "label", {"@value": "a", "@language": "de"}),
        ("ew:many", text('"\n\u2028\\u0041'), "many", ['"\n\u2028\\u0041']),
        ("ew:unknown", iri("http://elsewhere.example/x"), "ew:unknown", {"id": "http://elsewhere.example/x"}),
    ],
)
def test_values_are_bare_only_where_the_context_says_what_they_are(
    predicate: str, value: str, key: str, compact: Any
) -> None:
    compactor = Compactor(SMALL, BASE)
    node = Node(iri(f"{BASE}claim/1/a"), ((name(predicate), value),))
    written = json.loads(compactor.text(node))
    assert written == {"id": "claim/1/a", key: compact}
    assert through_pyld({"@context": compactor.context, **written}) == stated([node])


words = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


@given(
    st.lists(st.tuples(st.sampled_from(["label", "many", "depth", "unknown"]), words, st.sampled_from([None, "en"])))
)
def test_any_text_survives(values: list[tuple[str, str, str | None]]) -> None:
    pairs = tuple((name(f"ew:{key}"), text(word, language)) for key, word, language in values)
    node = Node(iri(f"{BASE}claim/1/a"), pairs)
    compactor = Compactor(SMALL, BASE)
    document = json.dumps({"@context": compactor.context, **json.loads(compactor.text(node))})
    expected = stated([node])
    assert set(ox.parse(document.encode(), format=ox.RdfFormat.JSON_LD)) == expected
