"""Turtle and TriG: every parser reads back what was written, and a person can read it."""

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Dataset, Graph
from rdflib.compare import isomorphic

from converters.graph.assemble import chunks
from converters.graph.nodes import Chunk, Node
from converters.graph.terms import integer, iri, text
from converters.publishing.turtle import document
from tests.fixtures.edition import BASE, assembly

EDITION = list(chunks(assembly()))
STATED = b"".join(chunk.nquads() for chunk in EDITION)

XSD = "http://www.w3.org/2001/XMLSchema#"
characters = st.characters(exclude_categories=["Cs"])
iris = st.one_of(
    st.text(st.characters(categories=["L", "N"], include_characters="-._~:/?&=+@!$'*,;"), max_size=12).map(
        lambda local: iri(f"{BASE}claim/0123/{local.replace('?', '#', 1)}")
    ),
    st.sampled_from(["a.", ".a", "-1", "1-2", "a%2Fb", "#x", "x/y", "", "e\u0301", "a..b", "_", "a:b"]).map(
        lambda local: iri(f"{BASE}entity/{local}")
    ),
)
languages = st.sampled_from(["en", "de-ch"])
numbers = st.sampled_from(["1", "-01", "+5", "1.50", ".5", "5.", "1e3", "", "true", "TRUE", "1027", "INF", "\n", "1 "])
datatypes = st.sampled_from(["integer", "decimal", "boolean", "double", "date"])
literals = st.one_of(
    st.text(characters, max_size=20).map(text),
    st.builds(text, st.text(characters, max_size=10), languages),
    st.builds(lambda lexical, kind: f"{text(lexical)}^^{iri(XSD + kind)}", numbers, datatypes),
)
nodes = st.builds(Node, iris, st.lists(st.tuples(iris, literals | iris), min_size=1, max_size=4).map(tuple))


def oxigraph(data: str | bytes, syntax: ox.RdfFormat) -> set[ox.Quad]:
    return set(ox.parse(data, format=syntax))


def nasty(found: list[Node], title: str) -> Chunk:
    own = (("claim", f"{BASE}claim/0123/"),)
    return Chunk(iri(f"{BASE}graph/0123"), "article", title, tuple(found), (), own, {n.iri: title for n in found})


@given(st.lists(nodes, max_size=4), st.text(characters, max_size=10))
def test_whatever_the_literals_and_iris_pyoxigraph_reads_the_same_quads_back(found: list[Node], title: str) -> None:
    chunk = nasty(found, title)
    expected = oxigraph(chunk.nquads(), ox.RdfFormat.N_QUADS)
    assert oxigraph(document([chunk], BASE, named_graphs=True), ox.RdfFormat.TRIG) == expected
    triples = {quad.triple for quad in oxigraph(document([chunk], BASE, named_graphs=False), ox.RdfFormat.TURTLE)}
    assert triples == {quad.triple for quad in expected}


@given(st.lists(nodes, max_size=3))
def test_whatever_the_literals_and_iris_rdflib_reads_the_same_triples_from_turtle_as_from_ntriples(
    found: list[Node],
) -> None:
    chunk = nasty(found, "title")
    turtle = Graph().parse(data=document([chunk], BASE, named_graphs=False), format="turtle")
    assert isomorphic(turtle, Graph().parse(data=chunk.ntriples(), format="nt"))


def test_an_edition_is_the_same_in_all_syntaxes() -> None:
    stated = oxigraph(STATED, ox.RdfFormat.N_QUADS)
    assert len(stated) > 500
    assert oxigraph(document(EDITION, BASE, named_graphs=True), ox.RdfFormat.TRIG) == stated
    dataset = Dataset().parse(data=document(EDITION, BASE, named_graphs=True), format="trig")
    assert len(dataset) == len(stated)
    union = Graph().parse(data=document(EDITION, BASE, named_graphs=False), format="turtle")
    assert isomorphic(union, Graph().parse(data="".join(chunk.ntriples() for chunk in EDITION), format="nt"))


def test_only_prefixes_that_are_used_are_declared() -> None:
    one = Chunk(
        iri(f"{BASE}graph/x"), "events", "x", (Node(iri(f"{BASE}event/a"), ((iri(f"{BASE}event/p"), integer(5)),)),)
    )
    written = document([one], BASE, named_graphs=False)
    assert written == f"@prefix event: <{BASE}event/> .\n\n# x\nevent:a event:p 5 .\n"


def test_articles_stand_under_their_title_and_claims_under_what_they_say() -> None:
    written = document(EDITION, BASE, named_graphs=False)
    assert written.index("# a-council, no date\n") < written.index("# b-harbour, 2031-05-12\n")
    assert "\n\n# Recapture: retook\nclaim:" in written
    assert "_:" not in written.replace("\\", "")


@pytest.mark.parametrize(
    ("term", "short"),
    [
        (integer(5), "5"),
        ('"0.97"^^<http://www.w3.org/2001/XMLSchema#decimal>', "0.97"),
        ('"1027"^^<http://www.w3.org/2001/XMLSchema#decimal>', '"1027"^^xsd:decimal'),
        ('"true"^^<http://www.w3.org/2001/XMLSchema#boolean>', "true"),
        ('"x"@en', '"x"@en'),
        (iri(f"{BASE}entity/wd%3AQ1#link"), "entity:wd%3AQ1\\#link"),
    ],
)
def test_terms_are_short_where_that_loses_nothing(term: str, short: str) -> None:
    one = Chunk(iri(f"{BASE}graph/x"), "events", "x", (Node(iri(f"{BASE}event/a"), ((iri(f"{BASE}event/p"), term),)),))
    assert f"event:a event:p {short} .\n" in document([one], BASE, named_graphs=False)
