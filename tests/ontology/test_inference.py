"""The ontology stays inside OWL 2 RL; reasoning never turns a claim into a fact (docs/model.md, safety rule)."""

import owlrl
import pytest
from rdflib import OWL, RDF, RDFS, Graph, Literal, URIRef

from converters.namespaces import EW, PROV, SCHEMA, SEM

CONSTRUCTS = {
    "AnnotationProperty", "Class", "DatatypeProperty", "ObjectProperty", "Ontology", "SymmetricProperty",
    "TransitiveProperty", "disjointWith", "imports", "inverseOf", "versionIRI", "versionInfo",
}  # fmt: skip
"""All of OWL that occurs; each is allowed on named terms anywhere in OWL 2 RL (OWL 2 Profiles, section 4.2)."""
DATA = "http://example.org/"
ERROR = URIRef("http://www.daml.org/2002/03/agents/agent-ont#error")
"""What owlrl states a contradiction with."""


@pytest.fixture(scope="module")
def closure(everything: Graph, sample: Graph) -> Graph:
    """What owlrl derives; literals that only describe terms are left out as no rule looks at them."""
    graph = Graph()
    for triple in everything:
        if not isinstance(triple[2], Literal):
            graph.add(triple)
    for subject, predicate, value in sample:
        if predicate != OWL.sameAs:
            graph.add((subject, predicate, value))
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics, improved_datatypes=False).expand(graph)
    return graph


def test_only_constructs_of_owl_2_rl_occur(everything: Graph) -> None:
    nodes = {node for triple in everything for node in triple if isinstance(node, URIRef)}
    assert {str(node).removeprefix(str(OWL)) for node in nodes if node in OWL} == CONSTRUCTS


def test_axioms_are_about_named_terms_only(everything: Graph) -> None:
    for axiom in (RDFS.subClassOf, RDFS.subPropertyOf, OWL.disjointWith, OWL.inverseOf):
        pairs = list(everything.subject_objects(axiom))
        assert pairs
        assert all(isinstance(subject, URIRef) and isinstance(value, URIRef) for subject, value in pairs)


def test_there_is_no_domain_or_range(everything: Graph) -> None:
    assert not list(everything.subject_objects(RDFS.domain))
    assert not list(everything.subject_objects(RDFS.range))


def test_the_sample_is_consistent(closure: Graph) -> None:
    assert not list(closure.subjects(RDF.type, OWL.Nothing))
    assert [str(message) for message in closure.objects(None, ERROR)] == []


def test_an_event_that_is_also_an_entity_is_found_inconsistent(everything: Graph) -> None:
    graph = Graph()
    for axiom in everything.triples((None, OWL.disjointWith, None)):
        graph.add(axiom)
    graph.add((URIRef(f"{DATA}x"), RDF.type, EW.Event))
    graph.add((URIRef(f"{DATA}x"), RDF.type, EW.Entity))
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics, improved_datatypes=False).expand(graph)
    assert len(list(graph.objects(None, ERROR))) == 1


def test_nothing_gets_a_class_that_its_stated_classes_do_not_imply(
    everything: Graph, sample: Graph, closure: Graph
) -> None:
    checked = 0
    for node in {subject for subject in sample.subjects() if isinstance(subject, URIRef)}:
        stated = set(sample.objects(node, RDF.type))
        implied = {parent for cls in stated for parent in everything.transitive_objects(cls, RDFS.subClassOf)}
        assert set(closure.objects(node, RDF.type)) - {OWL.Thing, RDFS.Resource} == implied, node
        checked += 1
    assert checked > 25


def test_a_claimed_event_learns_nothing_from_its_claim(closure: Graph) -> None:
    event = URIRef(f"{DATA}event/strike")
    assert set(closure.objects(event, RDF.type)) - {OWL.Thing} == {EW.Event, SEM.Event}
    assert set(closure.predicates(event)) - {RDF.type, RDFS.label, OWL.sameAs} == {EW.hasClaim}


@pytest.mark.parametrize(
    ("subject", "predicate", "value"),
    [
        ("event/capture", RDF.type, EW.MilitaryAction),
        ("event/capture", RDF.type, SEM.Event),
        ("event/capture", EW.partOf, "event/war"),
        ("event/war", EW.hasPart, "event/capture"),
        ("event/capture", EW.hasClaim, "claim/A/fact"),
        ("claim/B/2", EW.contradicts, "claim/A/only-said"),
        ("claim/B/3", EW.contradicts, "claim/A/only-said"),
        ("claim/B/1", EW.corroborates, "claim/A/only-said"),
        ("claim/A/fact", PROV.wasDerivedFrom, "article/A"),
        ("claim/A/role-1", SEM.roleType, EW["role-agent"]),
        ("entity/brigade", RDF.type, SEM.Actor),
        ("entity/velmar", RDF.type, SCHEMA.City),
        ("article/A", RDF.type, SCHEMA.NewsArticle),
    ],
)
def test_what_should_follow_follows(closure: Graph, subject: str, predicate: URIRef, value: str | URIRef) -> None:
    assert (URIRef(DATA + subject), predicate, value if isinstance(value, URIRef) else URIRef(DATA + value)) in closure


def test_denying_is_not_mutual(closure: Graph) -> None:
    assert (URIRef(f"{DATA}claim/B/3"), EW.denies, URIRef(f"{DATA}claim/A/only-said")) not in closure
