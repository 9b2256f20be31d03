"""What the ontology says that lets a statement follow from others: its axioms (OWL 2 RL), read and closed."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeVar

from rdflib import OWL, RDF, RDFS, Graph, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from converters.errors import BadData
from converters.resources import resource

T = TypeVar("T")
Edge = tuple[Node, Node]
Pair = tuple[str, str]

_AXIOMS = {
    RDFS.subClassOf, RDFS.subPropertyOf, RDFS.domain, RDFS.range, OWL.equivalentClass, OWL.equivalentProperty,
    OWL.inverseOf, OWL.propertyChainAxiom, OWL.onProperty, OWL.hasValue, RDF.first, RDF.rest,
}  # fmt: skip
_KINDS = {OWL.SymmetricProperty, OWL.TransitiveProperty}
_UNKNOWN = {
    OWL.someValuesFrom, OWL.allValuesFrom, OWL.unionOf, OWL.intersectionOf, OWL.oneOf, OWL.hasKey, OWL.sameAs,
    OWL.maxCardinality, OWL.maxQualifiedCardinality, OWL.FunctionalProperty, OWL.InverseFunctionalProperty,
}  # fmt: skip
LITERAL = "urn:literal:"
"""How a name for a literal begins, where an engine knows names only."""

_BUILT_IN = (str(OWL), str(RDFS), str(RDF), "http://www.w3.org/2001/XMLSchema#")
_TYPE, SAME_AS = f"<{RDF.type}>", f"<{OWL.sameAs}>"
_ANYTHING = (f"<{OWL}", f"<{RDFS}")
_ABSTRACT = (f"<{LITERAL}", *_ANYTHING)


@dataclass(frozen=True, slots=True)
class Axioms:
    """The axioms as pairs of IRIs, classes and properties closed under their trees. Nothing anonymous is left.

    `straight` (p, q): what has p has q; `flipped`: in the other direction. `values` (class, p, v): members
    have v for p; `members` (p, v, class): what has v for p is a member. `terms` are what the ontology is about.
    """

    types: frozenset[Pair]
    straight: frozenset[Pair]
    flipped: frozenset[Pair]
    transitive: frozenset[str]
    chains: frozenset[tuple[tuple[str, ...], str]]
    domains: frozenset[Pair]
    ranges: frozenset[Pair]
    values: frozenset[tuple[str, str, str]]
    members: frozenset[tuple[str, str, str]]
    terms: frozenset[str]

    def is_news(self, subject: str, predicate: str, term: str) -> bool:
        """Whether a derived statement is about the data: not a literal, a term of the ontology, or anything at all."""
        axiomatic = predicate == _TYPE and term.startswith(_ANYTHING)
        reflexive = predicate == SAME_AS and subject == term
        return not (axiomatic or reflexive or subject.startswith(_ABSTRACT) or subject[1:-1] in self.terms)


@cache
def ontology() -> Graph:
    """All modules and alignments of `ontology/` in one graph."""
    return read([*resource("ontology", "modules").glob("*.ttl"), *resource("ontology", "alignments").glob("*.ttl")])


def read(paths: Iterable[Path]) -> Graph:
    """The files' statements in one graph."""
    graph = Graph()
    for path in sorted(paths):
        graph.parse(path, format="turtle")
    return graph


def schema(graph: Graph) -> Graph:
    """The part of an ontology that something can follow from; labels, examples and mappings are left out."""
    part = Graph()
    for triple in graph:
        _, predicate, value = triple
        if predicate in _UNKNOWN or (predicate == RDF.type and value in _UNKNOWN):
            name = value if predicate == RDF.type else predicate
            raise BadData(f"ontology: {name} about {triple[0]} is more than the inference rules know")
        if predicate == OWL.hasValue and not isinstance(value, URIRef):
            raise BadData(f"ontology: owl:hasValue {value} is no IRI; the inference rules know no other values")
        if predicate in _AXIOMS or (predicate == RDF.type and value in _KINDS):
            part.add(triple)
    return part


def axioms(graph: Graph) -> Axioms:
    """The axioms of an ontology. Raises BadData for one that has consequences which no rule here draws."""
    part = schema(graph)
    up = _closure([*part.subject_objects(RDFS.subClassOf), *_both(part.subject_objects(OWL.equivalentClass))])
    direct = [*part.subject_objects(RDFS.subPropertyOf), *_both(part.subject_objects(OWL.equivalentProperty))]
    mirrors = ((prop, prop) for prop in part.subjects(RDF.type, OWL.SymmetricProperty))
    straight, flipped = _implied(direct, [*_both(part.subject_objects(OWL.inverseOf)), *mirrors])
    held = [(node, str(part.value(node, OWL.onProperty)), str(v)) for node, v in part.subject_objects(OWL.hasValue)]
    chains = part.subject_objects(OWL.propertyChainAxiom)
    return Axioms(
        types=_named(up),
        straight=_named(straight),
        flipped=_named(flipped),
        transitive=frozenset(str(prop) for prop in part.subjects(RDF.type, OWL.TransitiveProperty)),
        chains=frozenset((tuple(map(str, Collection(part, steps))), str(prop)) for prop, steps in chains),
        domains=_named(part.subject_objects(RDFS.domain)),
        ranges=_named(part.subject_objects(RDFS.range)),
        values=frozenset((str(a), p, v) for a, b in up for node, p, v in held if b == node and _is_named(a)),
        members=frozenset((p, v, str(b)) for a, b in up for node, p, v in held if a == node and _is_named(b)),
        terms=frozenset(str(term) for term in [*graph.subjects(), *part.objects()] if isinstance(term, URIRef)),
    )


def _implied(direct: Iterable[Edge], turned: Iterable[Edge]) -> tuple[set[Edge], set[Edge]]:
    """Which property implies which, in the same and in the opposite direction, over any number of steps.

    Each property stands for two nodes, itself and its mirror image; an inverse leads from one side to the other.
    """
    steps = [((p, side), (q, side)) for p, q in direct for side in (False, True)]
    steps += [((p, side), (q, not side)) for p, q in turned for side in (False, True)]
    closed = _closure(steps)
    straight = {(p, q) for (p, from_side), (q, to_side) in closed if not from_side and not to_side}
    return straight, {(p, q) for (p, from_side), (q, to_side) in closed if not from_side and to_side}


def _closure(pairs: Iterable[tuple[T, T]]) -> set[tuple[T, T]]:
    """The transitive closure, less what leads to itself in the same direction."""
    after: dict[T, set[T]] = defaultdict(set)
    for a, b in pairs:
        after[a].add(b)
    closed: set[tuple[T, T]] = set()
    for start in list(after):
        frontier, reached = set(after[start]), set[T]()
        while frontier:
            reached |= frontier
            frontier = {b for a in frontier for b in after.get(a, ())} - reached
        closed |= {(start, end) for end in reached if end != start}
    return closed


def _both(pairs: Iterable[Edge]) -> list[Edge]:
    return [edge for a, b in pairs for edge in ((a, b), (b, a))]


def _named(pairs: Iterable[Edge]) -> frozenset[Pair]:
    """Pairs of IRIs, less those that say nothing about data (everything is an owl:Thing, literals have datatypes)."""
    return frozenset((str(a), str(b)) for a, b in pairs if _is_named(a) and _is_named(b))


def _is_named(node: Node) -> bool:
    return isinstance(node, URIRef) and not str(node).startswith(_BUILT_IN)
