"""The tree of event classes, taken from the ontology, so that lexicon and ontology cannot drift apart."""

from collections.abc import Mapping
from pathlib import Path

from rdflib import Graph, URIRef

from converters.errors import BadData
from converters.namespaces import EW, RDFS

ROOT = "Event"


def superclasses(path: Path) -> dict[str, str]:
    """Class -> parent for all classes below ew:Event in a Turtle file, local names.

    Parents outside the ontology's namespace are alignments and left out; of several parents the first by name that
    is below ew:Event counts. Raises BadData if the file holds no subclass of ew:Event.
    """
    graph = Graph().parse(path, format="turtle")
    parents: dict[str, list[str]] = {}
    for child, parent in graph.subject_objects(RDFS.subClassOf):
        if isinstance(child, URIRef) and child in EW and isinstance(parent, URIRef) and parent in EW:
            parents.setdefault(_local(child), []).append(_local(parent))
    below = _below(ROOT, parents)
    if not below:
        raise BadData(f"{path.name}: no subclass of ew:{ROOT}")
    return {name: min(p for p in parents[name] if p in below | {ROOT}) for name in sorted(below)}


def _below(root: str, parents: Mapping[str, list[str]]) -> frozenset[str]:
    found: set[str] = set()
    while new := {c for c, ps in parents.items() if c not in found and (root in ps or found & set(ps))}:
        found |= new
    return frozenset(found)


def _local(iri: URIRef) -> str:
    return str(iri).removeprefix(str(EW))


def line_of_descent(name: str, tree: Mapping[str, str]) -> tuple[str, ...]:
    """A class and all above it, from ew:Event down to the class itself."""
    chain = [name]
    while chain[-1] in tree:
        chain.append(tree[chain[-1]])
    return tuple(reversed(chain))
