"""Terms used are terms defined, here and in the vocabularies of others."""

import re
from pathlib import Path

import pytest
from rdflib import OWL, RDF, RDFS, SKOS, Graph, URIRef, namespace

from converters.namespaces import EW, OA, SEM
from converters.resources import resource

CLOSED = {
    str(getattr(namespace, name)): getattr(namespace, name)
    for name in ("DCTERMS", "GEO", "OWL", "PROV", "SDO", "SKOS", "TIME")
}
"""Vocabularies whose terms rdflib knows by name."""
SEM_TERMS = """
    Event Actor Place Time Role RoleType View accordingTo hasActor hasPlace hasTime hasSubEvent subEventOf eventType
    roleType
"""
OA_TERMS = """
    SpecificResource TextPositionSelector TextQuoteSelector hasSource hasSelector hasBody hasTarget motivatedBy start
    end exact
"""


def defined(graph: Graph) -> set[str]:
    return {str(term).removeprefix(str(EW)) for term in graph.subjects(RDFS.isDefinedBy, None)}


def used(text: str) -> set[str]:
    """Local names after `ew:` in a text, without the remains of SPARQL string building such as `ew:role-`."""
    return {name for name in re.findall(r"\bew:([A-Za-z][\w-]*)", text) if not name.endswith("-")}


def test_the_model_page_uses_only_defined_terms(core: Graph, model_page: str) -> None:
    names = used(model_page)
    assert len(names) > 70
    assert names - defined(core) == set()


def test_the_model_page_lists_the_value_lists(core: Graph, model_page: str) -> None:
    schemes = {str(scheme).removeprefix(str(EW)) for scheme in core.subjects(RDF.type, SKOS.ConceptScheme)}
    assert schemes <= used(model_page)


def test_properties_that_the_model_page_leaves_out_are_known(core: Graph, model_page: str) -> None:
    properties = {
        str(term).removeprefix(str(EW))
        for kind in (OWL.ObjectProperty, OWL.DatatypeProperty)
        for term in core.subjects(RDF.type, kind)
    }
    assert properties - used(model_page) == {"hasClaim", "hasPart", "relatesTo"}


@pytest.mark.parametrize("path", sorted(resource("shapes").glob("*.ttl")), ids=lambda path: path.stem)
def test_shapes_use_only_defined_terms(core: Graph, path: Path) -> None:
    assert used(path.read_text(encoding="utf-8")) - defined(core) == set()


def test_the_ontology_speaks_only_of_its_own_terms(everything: Graph) -> None:
    named = {node for triple in everything for node in triple if isinstance(node, URIRef) and node.startswith(str(EW))}
    assert {str(node).removeprefix(str(EW)) for node in named} - defined(everything) == set()


def test_terms_of_other_vocabularies_exist(everything: Graph, sample: Graph) -> None:
    nodes = {node for graph in (everything, sample) for triple in graph for node in triple if isinstance(node, URIRef)}
    checked = 0
    for node in nodes:
        for base, vocabulary in CLOSED.items():
            if node.startswith(base):
                assert node.removeprefix(base) in vocabulary, f"{node} is not a term of its vocabulary"
                checked += 1
        if node.startswith(str(SEM)):
            assert node.removeprefix(str(SEM)) in SEM_TERMS.split()
        if node.startswith(str(OA)):
            assert node.removeprefix(str(OA)) in OA_TERMS.split()
    assert checked > 80


def test_the_sample_has_every_property_of_the_model_page(sample: Graph, model_page: str) -> None:
    turtle = "\n".join(re.findall(r"```turtle\n(.*?)```", model_page, re.DOTALL))
    written = {EW[name] for name in used(turtle) if name[0].islower() and "-" not in name}
    assert written - set(sample.predicates()) == set()
