"""The graph between stages: nodes with their properties in an order a person would tell them in, cut into chunks.

A chunk is one article, a slice of the events graph, or the provenance: small enough to be validated and written alone.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from converters.graph.terms import name

Property = tuple[str, str]
"""Predicate and object as terms (`converters.graph.terms`)."""


class Node(NamedTuple):
    """A subject and all its statements, its class first. Values of the same property stand together, sorted."""

    iri: str
    properties: tuple[Property, ...]

    @property
    def kind(self) -> str:
        """Its first class."""
        return self.properties[0][1]


@dataclass(frozen=True)
class Chunk:
    """A part of one named graph.

    `nodes` are published here; `context` repeats what is described elsewhere and is needed to query this part alone.
    `kind` is article, events, entities, instants, provenance or inferred, `title` tells a person what it is, `prefixes`
    shorten its own IRIs, `remarks` say of some of the nodes what they are. Statements as bytes are UTF-8.
    """

    graph: str
    kind: str
    title: str
    nodes: tuple[Node, ...]
    context: tuple[Node, ...] = ()
    prefixes: tuple[tuple[str, str], ...] = ()
    remarks: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def statements(self) -> list[bytes]:
        """The statements of the nodes, made once for all that is written of them."""
        return statements(self.nodes)

    def ntriples(self) -> str:
        """The nodes as N-Triples."""
        return ended(self.statements, " .\n").decode()

    def in_context(self) -> bytes:
        """Nodes and context as N-Triples."""
        return ended(self.statements + statements(self.context), " .\n")

    def nquads(self) -> bytes:
        """The nodes as sorted N-Quads."""
        return ended(sorted(self.statements), f" {self.graph} .\n")


def node(iri: str, kind: str, *properties: tuple[str, str | Collection[str] | None]) -> Node:
    """A node of class `kind`; properties are prefixed names with a term, several terms (sorted here) or None."""
    pairs = [(name("rdf:type"), name(kind))]
    for prefixed, value in properties:
        if isinstance(value, str):
            pairs.append((name(prefixed), value))
        elif value:
            predicate = name(prefixed)
            pairs += [(predicate, one) for one in sorted(set(value))]
    return Node(iri, tuple(pairs))


def statements(nodes: Iterable[Node]) -> list[bytes]:
    """Subject, predicate and object of each statement, with nothing behind them."""
    return [f"{subject} {predicate} {value}".encode() for subject, pairs in nodes for predicate, value in pairs]


def ended(statements: Sequence[bytes], end: str) -> bytes:
    """Statements with `end` behind each, as one text."""
    closing = end.encode()
    return closing.join((*statements, b""))
