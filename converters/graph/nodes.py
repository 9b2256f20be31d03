"""The graph between stages: nodes with their properties in an order a person would tell them in, cut into chunks.

A chunk is one article, a slice of the events graph, or the provenance: small enough to be validated and written alone.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from converters.graph.terms import name

Property = tuple[str, str]
"""Predicate and object as terms (`converters.graph.terms`)."""


class Node(NamedTuple):
    """A subject and all its statements. Values of the same property stand together, sorted."""

    iri: str
    properties: tuple[Property, ...]


@dataclass(frozen=True, slots=True)
class Chunk:
    """A part of one named graph.

    `nodes` are published here; `context` repeats what is described elsewhere and is needed to query this part alone.
    `kind` is article, events, entities, instants, provenance or inferred, `title` tells a person what it is, `prefixes`
    shorten its own IRIs, `remarks` say of some of the nodes what they are.
    """

    graph: str
    kind: str
    title: str
    nodes: tuple[Node, ...]
    context: tuple[Node, ...] = ()
    prefixes: tuple[tuple[str, str], ...] = ()
    remarks: Mapping[str, str] = field(default_factory=dict)

    def ntriples(self) -> str:
        """The nodes as N-Triples."""
        return "".join(lines(self.nodes))

    def in_context(self) -> str:
        """Nodes and context as N-Triples."""
        return "".join((*lines(self.nodes), *lines(self.context)))

    def nquads(self) -> str:
        """The nodes as sorted N-Quads."""
        return "".join(sorted(lines(self.nodes, f"{self.graph} .\n")))


def node(iri: str, kind: str, *properties: tuple[str, str | Iterable[str] | None]) -> Node:
    """A node of class `kind`; properties are prefixed names with a term, several terms (sorted here) or None."""
    return Node(iri, ((name("rdf:type"), name(kind)), *expanded(properties)))


def expanded(properties: Iterable[tuple[str, str | Iterable[str] | None]]) -> list[Property]:
    """Full predicates, one pair per value."""
    pairs: list[Property] = []
    for prefixed, value in properties:
        if isinstance(value, str):
            pairs.append((name(prefixed), value))
        elif value is not None:
            pairs.extend((name(prefixed), one) for one in sorted(set(value)))
    return pairs


def lines(nodes: Iterable[Node], end: str = ".\n") -> list[str]:
    """One line per statement, ending in `end`."""
    return [f"{subject} {predicate} {value} {end}" for subject, pairs in nodes for predicate, value in pairs]
