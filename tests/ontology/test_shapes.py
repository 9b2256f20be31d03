"""The shapes about the ontology: the real one conforms, and each constraint catches the mistake it is there for."""

from collections.abc import Callable

import pyshacl
import pytest
from rdflib import DCTERMS, OWL, RDF, RDFS, SH, SKOS, BNode, Graph, Literal, Namespace, URIRef
from rdflib.namespace import VANN

from converters.namespaces import EW, SCHEMA
from converters.resources import resource

EWS = Namespace("https://w3id.org/eventwire/shapes#")
HEADERS = Namespace("https://w3id.org/eventwire/ontology/")
EVENTS, VALUES = HEADERS.events, HEADERS.vocabularies
DENIES = EW["stance-denies"]
EXCERPT = {
    EVENTS, VALUES, HEADERS.entities, HEADERS.claims, EW.Event, EW.MilitaryAction, EW.Recapture, EW.Entity, EW.Agent,
    EW.Link, EW.about, EW.Stances, DENIES, EW["stance-asserts"],
}  # fmt: skip
"""Terms of the real ontology in which every constraint finds something to check."""

Change = Callable[[Graph], object]
GERMAN = Literal("etwas", lang="de")
SECOND = Literal("another", lang="en")


def without(subject: URIRef, predicate: URIRef) -> Change:
    return lambda graph: graph.remove((subject, predicate, None))


def plus(subject: URIRef, predicate: URIRef, value: URIRef | BNode | Literal) -> Change:
    return lambda graph: graph.add((subject, predicate, value))


def instead(subject: URIRef, predicate: URIRef, value: URIRef | BNode | Literal) -> Change:
    return lambda graph: graph.set((subject, predicate, value))


def without_mappings(subject: URIRef) -> Change:
    matches = (SKOS.exactMatch, SKOS.closeMatch, SKOS.broadMatch, SKOS.narrowMatch, SKOS.relatedMatch)
    return lambda graph: [graph.remove((subject, match, None)) for match in matches]


BROKEN: dict[tuple[str, str], Change] = {
    ("term-label", "MinCount"): without(EW.Recapture, RDFS.label),
    ("term-label", "UniqueLang"): plus(EW.about, RDFS.label, SECOND),
    ("term-label", "LanguageIn"): plus(EW.Recapture, RDFS.label, GERMAN),
    ("term-definition", "MinCount"): without(EW.about, SKOS.definition),
    ("term-definition", "UniqueLang"): plus(EW.Recapture, SKOS.definition, SECOND),
    ("term-definition", "LanguageIn"): plus(EW.about, SKOS.definition, Literal("no language")),
    ("term-example", "MinCount"): without(EW.Recapture, SKOS.example),
    ("term-example", "LanguageIn"): plus(EW.Recapture, SKOS.example, GERMAN),
    ("term-module", "MinCount"): without(EW.about, RDFS.isDefinedBy),
    ("term-module", "MaxCount"): plus(EW.about, RDFS.isDefinedBy, VALUES),
    ("term-module", "Class"): instead(EW.about, RDFS.isDefinedBy, HEADERS.nowhere),
    ("class-parent-named", "NodeKind"): plus(EW.Recapture, RDFS.subClassOf, BNode()),
    ("class-event-tree", "Or"): without(EW.MilitaryAction, RDFS.subClassOf),
    ("class-entity-tree", "Or"): without(EW.Agent, RDFS.subClassOf),
    ("class-mapping", "Or"): without_mappings(EW.Recapture),
    ("property-subject-hint", "MinCount"): without(EW.about, SCHEMA.domainIncludes),
    ("property-value-hint", "MinCount"): without(EW.about, SCHEMA.rangeIncludes),
    ("property-no-domain", "MaxCount"): plus(EW.about, RDFS.domain, EW.Claim),
    ("property-no-range", "MaxCount"): plus(EW.about, RDFS.range, EW.Event),
    ("value-notation", "MinCount"): without(DENIES, SKOS.notation),
    ("value-notation", "MaxCount"): plus(DENIES, SKOS.notation, Literal("refutes")),
    ("value-notation", "Datatype"): instead(DENIES, SKOS.notation, Literal(3)),
    ("value-label", "MinCount"): without(DENIES, SKOS.prefLabel),
    ("value-label", "UniqueLang"): plus(DENIES, SKOS.prefLabel, SECOND),
    ("value-label", "LanguageIn"): plus(DENIES, SKOS.prefLabel, GERMAN),
    ("value-scheme", "MinCount"): without(DENIES, SKOS.inScheme),
    ("value-scheme", "MaxCount"): plus(DENIES, SKOS.inScheme, EW.Roles),
    ("value-scheme", "Class"): instead(DENIES, SKOS.inScheme, EW.Recapture),
    ("value-module", "MinCount"): without(DENIES, RDFS.isDefinedBy),
    ("value-module", "MaxCount"): plus(DENIES, RDFS.isDefinedBy, EVENTS),
    ("value-module", "Class"): instead(DENIES, RDFS.isDefinedBy, HEADERS.nowhere),
    ("value-explained", "Or"): without(DENIES, SKOS.example),
    ("scheme-values", "MinCount"): plus(EW.Colours, RDF.type, SKOS.ConceptScheme),
    ("module-title", "MinCount"): without(EVENTS, DCTERMS.title),
    ("module-title", "MaxCount"): plus(EVENTS, DCTERMS.title, SECOND),
    ("module-description", "MinCount"): without(EVENTS, DCTERMS.description),
    ("module-description", "MaxCount"): plus(EVENTS, DCTERMS.description, SECOND),
    ("module-creator", "MinCount"): without(EVENTS, DCTERMS.creator),
    ("module-license", "MinCount"): without(EVENTS, DCTERMS.license),
    ("module-license", "MaxCount"): plus(EVENTS, DCTERMS.license, HEADERS.licence),
    ("module-license", "NodeKind"): instead(EVENTS, DCTERMS.license, Literal("free")),
    ("module-created", "MinCount"): without(EVENTS, DCTERMS.created),
    ("module-created", "MaxCount"): plus(EVENTS, DCTERMS.created, Literal("2031-05-04", datatype=URIRef(f"{EW}day"))),
    ("module-created", "Datatype"): instead(EVENTS, DCTERMS.created, Literal("2031")),
    ("module-modified", "MinCount"): without(EVENTS, DCTERMS.modified),
    ("module-modified", "MaxCount"): plus(EVENTS, DCTERMS.modified, Literal("later")),
    ("module-modified", "Datatype"): instead(EVENTS, DCTERMS.modified, Literal("yesterday")),
    ("module-prefix", "HasValue"): instead(EVENTS, VANN.preferredNamespacePrefix, Literal("wire")),
    ("module-namespace", "HasValue"): without(EVENTS, VANN.preferredNamespaceUri),
    ("module-version-iri", "MinCount"): without(EVENTS, OWL.versionIRI),
    ("module-version-iri", "MaxCount"): plus(EVENTS, OWL.versionIRI, HEADERS.next),
    ("module-version-iri", "NodeKind"): instead(EVENTS, OWL.versionIRI, Literal("next")),
    ("module-version", "MinCount"): without(EVENTS, OWL.versionInfo),
    ("module-version", "MaxCount"): plus(EVENTS, OWL.versionInfo, Literal("0.2.0")),
    ("module-version", "Pattern"): instead(EVENTS, OWL.versionInfo, Literal("next")),
}
"""(Shape, component) -> a change to the excerpt that breaks it; unchanged, the excerpt is the valid twin."""
PARAMETERS = {
    str(SH[name[0].lower() + name[1:]]): name
    for name in (
        "MinCount", "MaxCount", "Datatype", "Class", "NodeKind", "Pattern", "UniqueLang", "LanguageIn", "HasValue",
        "Or",
    )
}  # fmt: skip


@pytest.fixture(scope="module")
def shapes() -> Graph:
    return Graph().parse(resource("shapes", "ontology.ttl"))


@pytest.fixture
def excerpt(everything: Graph) -> Graph:
    graph = Graph()
    for term in EXCERPT:
        for triple in everything.triples((term, None, None)):
            graph.add(triple)
    return graph


def report(graph: Graph, shapes: Graph) -> Graph:
    _, results, _ = pyshacl.validate(graph, shacl_graph=shapes)
    assert isinstance(results, Graph)
    return results


def found(results: Graph) -> set[tuple[str, str, str]]:
    """Shape, component and message of each result."""
    return {
        (
            str(results.value(result, SH.sourceShape)).removeprefix(str(EWS)),
            str(results.value(result, SH.sourceConstraintComponent)).removeprefix(str(SH))[
                : -len("ConstraintComponent")
            ],
            str(results.value(result, SH.resultMessage)),
        )
        for result in results.subjects(RDF.type, SH.ValidationResult)
    }


def test_the_ontology_conforms_but_for_the_class_that_maps_to_nothing(everything: Graph, shapes: Graph) -> None:
    results = report(everything, shapes)
    assert set(results.objects(None, SH.focusNode)) == {EW.Situation}
    assert set(results.objects(None, SH.resultSeverity)) == {SH.Warning}


def test_the_valid_twin_breaks_nothing(excerpt: Graph, shapes: Graph) -> None:
    assert {subject for subject in excerpt.subjects() if isinstance(subject, URIRef)} == EXCERPT
    assert found(report(excerpt, shapes)) == set()


@pytest.mark.parametrize(("shape", "component"), BROKEN)
def test_a_constraint_catches_its_mistake(excerpt: Graph, shapes: Graph, shape: str, component: str) -> None:
    BROKEN[shape, component](excerpt)
    assert (shape, component, str(shapes.value(EWS[shape], SH.message))) in found(report(excerpt, shapes))


def test_each_constraint_has_a_broken_twin(shapes: Graph) -> None:
    stated = {
        (str(shape).removeprefix(str(EWS)), PARAMETERS[str(parameter)])
        for shape, parameter, _ in shapes
        if isinstance(shape, URIRef) and str(parameter) in PARAMETERS
    }
    assert stated == set(BROKEN)


def test_each_constraint_tells_a_person_what_to_do(shapes: Graph) -> None:
    for shape, _ in BROKEN:
        assert len(str(shapes.value(EWS[shape], SH.message))) > 40
