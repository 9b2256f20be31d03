"""What follows from the data by the ontology, as lines of N-Triples."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Literal

from rdflib import Graph

from converters.graph import inference_fast, inference_reference
from converters.graph.inference_axioms import axioms, ontology
from converters.graph.nodes import Node
from converters.ntriples import Statement
from converters.settings import Engine

Part = Sequence[Node]

REFERENCE_BELOW = 500
"""`auto`: owlrl draws the consequences of less than this many statements (about a second), tables of more."""


def infer(parts: Iterable[Part], engine: Engine = "auto", known: Graph | None = None) -> Iterator[list[str]]:
    """The statements that follow, each once and none stated before, as N-Triples lines in no order.

    `parts` cut the data between nodes; where does not change what follows. Each is done with before the next is asked
    for. `known` is the ontology (default: the one that ships). Raises BadData for axioms unknown to the rules.
    """
    source = ontology() if known is None else known
    rules = axioms(source)
    stream, choice = _pick(parts, engine)
    if choice == "reference":
        yield _lines(inference_reference.derive(chain.from_iterable(map(_statements, stream)), source, rules))
    else:
        yield from map(_lines, inference_fast.derive(stream, rules))


def _pick(parts: Iterable[Part], engine: Engine) -> tuple[Iterator[Part], Literal["reference", "fast"]]:
    """All parts again, and the engine for them: `auto` looks no further ahead than it must."""
    stream = iter(parts)
    if engine != "auto":
        return stream, engine
    head, size = list[Part](), 0
    while size < REFERENCE_BELOW and (part := next(stream, None)) is not None:
        head.append(part)
        size += sum(len(node.properties) for node in part)
    return chain(head, stream), "reference" if size < REFERENCE_BELOW else "fast"


def _statements(part: Part) -> Iterator[Statement]:
    return ((node.iri, predicate, value) for node in part for predicate, value in node.properties)


def _lines(triples: Iterable[Statement]) -> list[str]:
    return [f"{subject} {predicate} {value} ." for subject, predicate, value in triples]
