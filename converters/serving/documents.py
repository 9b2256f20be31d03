"""What a document about a thing says: the thing with its parts, and what speaks of it; or all of a named graph.

A thing is described by everything stated with it as subject, in whichever graph, and so are the nodes that it is made
of (the roles, voices and passages of a claim, the selector of a passage) and those named by fragments of its IRI.
Blank nodes (the ontology has some) are in the document of the whole graph alone.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from operator import itemgetter
from urllib.parse import quote

from pyoxigraph import BlankNode, DefaultGraph, NamedNode, Quad, RdfFormat, Store, serialize

from converters.graph.nodes import Node, Property
from converters.namespaces import DCTERMS, EW, OA, RDF
from converters.serving.store import ONTOLOGY
from converters.serving.vocabulary import term
from converters.serving.writing import DEFAULT, Description

PARTS = frozenset(
    {
        *(str(EW[name]) for name in ("hasRole", "hasTime", "hasQuantity", "attributedTo", "hasLink")),
        *(str(EW[name]) for name in ("trigger", "evidence", "passage", "sourcePassage", "cue", "contentPassage")),
        str(OA.hasSelector),
    }
)
"""Properties whose values a thing is made of."""

KINDS = ("article", "claim", "entity", "event", "origin", "passage", "time")
"""What the paths of the things of the data begin with."""

MOST_INCOMING = 500
"""Statements about other things that are repeated where they point to; beyond that a query finds them all."""

_FIRST = {term("rdf:type"): 0, term("rdfs:label"): 1}


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing of the data by its IRI, and the path below the base where it is found."""

    iri: str
    path: str


def thing_at(path: str, base: str) -> Thing:
    """What a path below the base stands for: the IRI itself, or for `ontology/X` a term of the ontology."""
    folder, _, name = path.partition("/")
    if folder == "ontology":
        return Thing(f"{ONTOLOGY}#{name}" if name else ONTOLOGY, path)
    return Thing(base + path, path)


def is_graph(store: Store, iri: str) -> bool:
    return store.contains_named_graph(NamedNode(iri))


def exists(store: Store, iri: str) -> bool:
    """Whether anything is said of `iri`, or anything points to it."""
    node = NamedNode(iri)
    said = store.quads_for_pattern(node, None, None)
    if any(not isinstance(quad.object, BlankNode) for quad in said):
        return True
    return next(store.quads_for_pattern(None, None, node), None) is not None


def successor(store: Store, iri: str) -> str | None:
    """The one event that took the place of an event of an earlier release."""
    found = [quad.object for quad in store.quads_for_pattern(NamedNode(iri), NamedNode(DCTERMS.isReplacedBy), None)]
    return found[0].value if len(found) == 1 and isinstance(found[0], NamedNode) else None


def types(store: Store, iri: str) -> tuple[str, ...]:
    """The classes of a thing, sorted."""
    found = store.quads_for_pattern(NamedNode(iri), NamedNode(RDF.type), None)
    return tuple(sorted({quad.object.value for quad in found if isinstance(quad.object, NamedNode)}))


def describe(store: Store, thing: Thing, base: str) -> Description:
    """Everything that the document about a thing says."""
    node = NamedNode(thing.iri)
    quads = [*with_parts(store, node), *_pointing(store, node, base)]
    own = thing.path.split("/")
    prefixes = tuple((kind, f"{base}{kind}/{own[1]}/") for kind in ("claim", "passage")) if len(own) == 3 else ()
    return Description(thing.iri, base, grouped(quads), prefixes, str(node))


def grouped(quads: Iterable[Quad]) -> dict[str, tuple[Node, ...]]:
    """The nodes of each graph."""
    graphs: dict[NamedNode | BlankNode | DefaultGraph, list[Quad]] = {}
    for quad in quads:
        graphs.setdefault(quad.graph_name, []).append(quad)
    named = {str(graph) if isinstance(graph, NamedNode) else DEFAULT: found for graph, found in graphs.items()}
    return {graph: nodes(named[graph]) for graph in sorted(named)}


def nodes(quads: Iterable[Quad]) -> tuple[Node, ...]:
    """What quads state in whichever graph, in the order of subjects; types, then labels, then the rest sorted."""
    found: dict[str, set[Property]] = {}
    lines = serialize((quad.triple for quad in quads), format=RdfFormat.N_TRIPLES) or b""
    for line in lines.decode().split(" .\n")[:-1]:
        subject, predicate, value = line.split(" ", 2)
        found.setdefault(subject, set()).add((predicate, value))
    return tuple(Node(subject, tuple(sorted(stated, key=_rank))) for subject, stated in found.items())


def _rank(statement: Property) -> tuple[int, Property]:
    return _FIRST.get(statement[0], 2), statement


def with_parts(store: Store, node: NamedNode) -> Iterator[Quad]:
    """What is stated of a thing, then of each of its parts, by the property that they are values of."""
    waiting, seen, fragment = [node], {node}, f"{node.value}#"
    for subject in waiting:
        parts = []
        for quad in store.quads_for_pattern(subject, None, None):
            value = quad.object
            if isinstance(value, NamedNode):
                iri, predicate = value.value, quad.predicate.value
                if predicate in PARTS or iri.startswith(fragment):
                    parts.append((predicate, iri, value))
            elif isinstance(value, BlankNode):
                continue
            yield quad
        for _, _, part in sorted(parts, key=itemgetter(0, 1)):
            if part not in seen:
                seen.add(part)
                waiting.append(part)


def _pointing(store: Store, node: NamedNode, base: str) -> Iterator[Quad]:
    """What other things say of this one. Of a term of the ontology only what the ontology says."""
    graph = NamedNode(ONTOLOGY) if node.value.startswith(ONTOLOGY) else None
    pointing = store.quads_for_pattern(None, None, node, graph)
    found = (quad for quad in pointing if not isinstance(quad.subject, BlankNode))
    yield from sorted(islice(found, MOST_INCOMING), key=str)
    if next(found, None) is not None:
        query = f"SELECT ?s ?p WHERE {{ ?s ?p <{node.value}> }}"
        more = NamedNode(f"{base}sparql?query={quote(query, safe='')}")
        yield Quad(node, NamedNode(term("rdfs:seeAlso")[1:-1]), more)
