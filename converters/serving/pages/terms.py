"""The ontology for people: every class, property and word of a vocabulary with its definition and an example."""

from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Store

from converters.namespaces import EW, OWL, RDF, RDFS, SKOS
from converters.serving.documents import Thing
from converters.serving.media import RDF as FORMATS
from converters.serving.pages.page import render
from converters.serving.site import Opened
from converters.serving.store import ONTOLOGY

_GROUPS = {
    "Classes": (OWL.Class,),
    "Properties": (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty),
    "Words of closed vocabularies": (SKOS.Concept, SKOS.ConceptScheme),
}
_ABOVE = (RDFS.subClassOf, RDFS.subPropertyOf, SKOS.inScheme)


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the ontology; `above` are the terms it belongs below."""

    local: str
    definition: str | None
    example: str | None
    above: tuple[str, ...]


def ontology_page(opened: Opened, thing: Thing) -> bytes:
    """The whole ontology on one page, each term under its local name as anchor."""
    groups = [(title, list(_terms(opened.store, kinds))) for title, kinds in _GROUPS.items()]
    return render(opened, "ontology.html", "ontology.html", thing=thing, groups=groups, formats=FORMATS)


def _terms(store: Store, kinds: tuple[str, ...]) -> Iterator[Term]:
    graph = NamedNode(ONTOLOGY)
    found = {
        quad.subject
        for kind in kinds
        for quad in store.quads_for_pattern(None, NamedNode(RDF.type), NamedNode(kind), graph)
        if isinstance(quad.subject, NamedNode) and quad.subject.value.startswith(str(EW))
    }
    for node in sorted(found, key=lambda node: node.value.lower()):
        definition, example = _text(store, node, SKOS.definition), _text(store, node, SKOS.example)
        yield Term(node.value.removeprefix(str(EW)), definition, example, tuple(_above(store, node)))


def _text(store: Store, node: NamedNode, predicate: str) -> str | None:
    found = (quad.object for quad in store.quads_for_pattern(node, NamedNode(predicate), None))
    return next((value.value for value in found if isinstance(value, Literal)), None)


def _above(store: Store, node: NamedNode) -> Iterator[str]:
    for predicate in _ABOVE:
        for quad in store.quads_for_pattern(node, NamedNode(predicate), None, NamedNode(ONTOLOGY)):
            if isinstance(quad.object, NamedNode):
                yield quad.object.value
