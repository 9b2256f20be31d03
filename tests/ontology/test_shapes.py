"""The shapes about the ontology: the real one conforms, and each constraint catches the mistake it is there for."""

from collections.abc import Callable

import pyshacl
import pytest
from rdflib import DCTERMS, OWL, RDF, RDFS, SH, SKOS, BNode, Graph, Literal, Namespace, URIRef
from rdflib.namespace import VANN

from converters.namespaces import EW, SCHEMA
from converters.resources import resource

EWS = Namespace("https://w3id.org/eventwire/shapes#")
EVENTS = URIRef("https://w3id.org/eventwire/ontology/events")
VALUES = URIRef("https://w3id.org/eventwire/ontology/vocabularies")

Change = Callable[[Graph], object]


def without(subject: URIRef, predicate: URIRef) -> Change:
    return lambda graph: graph.remove((subject, predicate, None))


def plus(*triple: URIRef | BNode | Literal) -> Change:
    return lambda graph: graph.add(triple)  # type: ignore[arg-type]


BROKEN: dict[str, Change] = {
    "term-label": without(EW.Strike, RDFS.label),
    "term-definition": without(EW.about, SKOS.definition),
    "term-example": without(EW.Strike, SKOS.example),
    "term-module": plus(EW.Strike, RDFS.isDefinedBy, VALUES),
    "class-parent-named": plus(EW.Strike, RDFS.subClassOf, BNode()),
    "class-event-tree": without(EW.MilitaryAction, RDFS.subClassOf),
    "class-entity-tree": without(EW.Agent, RDFS.subClassOf),
    "property-subject-hint": without(EW.about, SCHEMA.domainIncludes),
    "property-value-hint": without(EW.about, SCHEMA.rangeIncludes),
    "property-no-domain": plus(EW.about, RDFS.domain, EW.Claim),
    "property-no-range": plus(EW.about, RDFS.range, EW.Event),
    "value-notation": plus(EW["stance-denies"], SKOS.notation, Literal("refutes")),
    "value-label": without(EW["stance-denies"], SKOS.prefLabel),
    "value-scheme": without(EW["stance-denies"], SKOS.inScheme),
    "value-module": without(EW["stance-denies"], RDFS.isDefinedBy),
    "value-explained": without(EW["stance-denies"], SKOS.example),
    "scheme-values": plus(EW.Colours, RDF.type, SKOS.ConceptScheme),
    "module-title": without(EVENTS, DCTERMS.title),
    "module-description": without(EVENTS, DCTERMS.description),
    "module-creator": without(EVENTS, DCTERMS.creator),
    "module-license": plus(EVENTS, DCTERMS.license, Literal("free")),
    "module-created": without(EVENTS, DCTERMS.created),
    "module-modified": plus(EVENTS, DCTERMS.modified, Literal("yesterday")),
    "module-prefix": without(EVENTS, VANN.preferredNamespacePrefix),
    "module-namespace": without(EVENTS, VANN.preferredNamespaceUri),
    "module-version-iri": without(EVENTS, OWL.versionIRI),
    "module-version": plus(EVENTS, OWL.versionInfo, Literal("next")),
    "class-mapping": without(EW.Recapture, SKOS.broadMatch),
}
"""Constraint -> the smallest change to the real ontology that breaks it; unchanged, the ontology is the valid twin."""


@pytest.fixture(scope="module")
def shapes() -> Graph:
    return Graph().parse(resource("shapes", "ontology.ttl"))


def report(graph: Graph, shapes: Graph) -> Graph:
    _, results, _ = pyshacl.validate(graph, shacl_graph=shapes, advanced=False)
    assert isinstance(results, Graph)
    return results


def sources(results: Graph) -> set[str]:
    return {str(source).removeprefix(str(EWS)) for source in results.objects(None, SH.sourceShape)}


def messages(results: Graph) -> set[str]:
    return {str(message) for message in results.objects(None, SH.resultMessage)}


def test_the_ontology_conforms_but_for_the_class_that_maps_to_nothing(everything: Graph, shapes: Graph) -> None:
    results = report(everything, shapes)
    found = set(results.subject_objects(SH.focusNode))
    assert [focus for _, focus in found] == [EW.Situation]
    assert set(results.objects(None, SH.resultSeverity)) == {SH.Warning}


@pytest.mark.parametrize("constraint", BROKEN)
def test_a_constraint_catches_its_mistake(everything: Graph, shapes: Graph, constraint: str) -> None:
    broken = Graph()
    broken += everything
    BROKEN[constraint](broken)
    assert len(broken.__xor__(everything)) > 0, "the change changes nothing"
    results = report(broken, shapes)
    assert constraint in sources(results)
    assert str(shapes.value(EWS[constraint], SH.message)) in messages(results)


def test_each_constraint_has_a_broken_twin(shapes: Graph) -> None:
    with_message = {str(shape).removeprefix(str(EWS)) for shape in shapes.subjects(SH.message, None)}
    assert with_message == set(BROKEN)
