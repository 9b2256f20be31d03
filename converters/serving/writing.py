"""A description (nodes, by the graph they stand in) as bytes in every RDF format: the same writers as of a release.

Formats without named graphs hold the statements of all graphs together, each once.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from pyoxigraph import RdfFormat, parse, serialize

from converters.graph.nodes import Chunk, Node, Property, ended, statements
from converters.publishing.jsonld import Compactor
from converters.publishing.turtle import block, header, shared_prefixes
from converters.resources import resource
from converters.serving.media import Writer
from converters.serving.vocabulary import ALL, SERVED

DEFAULT = ""
"""The name of the default graph."""

_WORD = re.compile(r'"([^":]*)(?=[":])')


@dataclass(frozen=True, slots=True)
class Description:
    """What is said of something: `graphs` maps graph terms (or DEFAULT) to nodes, `prefixes` are for this one alone."""

    title: str
    base: str
    graphs: Mapping[str, tuple[Node, ...]]
    prefixes: tuple[tuple[str, str], ...] = ()
    subject: str = ""
    """The term of what it is about, which comes first."""
    keeps_graphs: bool = False
    """Whether JSON-LD keeps the graphs apart, as TriG and N-Quads always do."""

    def merged(self) -> tuple[Node, ...]:
        """The nodes of all graphs together, each statement once."""
        found: dict[str, dict[Property, None]] = {self.subject: {}} if self.subject else {}
        for nodes in self.graphs.values():
            for node in nodes:
                found.setdefault(node.iri, {}).update(dict.fromkeys(node.properties))
        return tuple(Node(iri, tuple(properties)) for iri, properties in found.items() if properties)


def write(description: Description, writer: Writer) -> bytes:
    """The description in an RDF format."""
    return _WRITERS[writer](description).encode()


def contextual(base: str) -> tuple[str, Callable[[Node], str]]:
    """A context as JSON, and what writes a node in it."""
    compactor = _compactor(base)
    return json.dumps(compactor.context, ensure_ascii=False), compactor.text


def _turtle(description: Description) -> str:
    return _blocks(description, {DEFAULT: description.merged()})


def _trig(description: Description) -> str:
    return _blocks(description, description.graphs)


def _blocks(description: Description, graphs: Mapping[str, tuple[Node, ...]]) -> str:
    shared = {**SERVED, **shared_prefixes(description.base)}
    text = ""
    used: set[str] = set()
    for graph, nodes in graphs.items():
        title = description.title if graph == DEFAULT else f"{description.title}: {graph}"
        made = block(Chunk(graph or "<>", "", title, nodes, prefixes=description.prefixes), shared)
        text += made.trig() if graph else made.turtle()
        used |= made.used
    return header(used | ({"graph"} if any(graphs) else set()), shared) + text


def _ntriples(description: Description) -> str:
    return ended(sorted(statements(description.merged())), " .\n").decode()


def _nquads(description: Description) -> str:
    ends = {graph: f" {graph} .\n" if graph else " .\n" for graph in description.graphs}
    told = ((line, ends[graph]) for graph, nodes in description.graphs.items() for line in statements(nodes))
    return "".join(sorted(f"{line.decode()}{end}" for line, end in told))


def _jsonld(description: Description) -> str:
    compactor = _compactor(description.base)
    if description.keeps_graphs:
        nodes = [text for graph in description.graphs.items() for text in _graph(compactor, *graph)]
    else:
        nodes = [compactor.text(node) for node in description.merged()]
    context = _used_of(compactor.context, nodes)
    return f'{{"@context": {json.dumps(context, ensure_ascii=False)},\n"@graph": [\n' + ",\n".join(nodes) + "\n]}\n"


def _graph(compactor: Compactor, graph: str, nodes: tuple[Node, ...]) -> Iterator[str]:
    texts = (compactor.text(node) for node in nodes)
    if graph == DEFAULT:
        yield from texts
    else:
        yield f'{{"id": {json.dumps(compactor.reference(graph))}, "@graph": [\n' + ",\n".join(texts) + "\n]}"


def _rdfxml(description: Description) -> str:
    triples = (quad.triple for quad in parse(_ntriples(description).encode(), RdfFormat.N_TRIPLES))
    return (serialize(triples, format=RdfFormat.RDF_XML, prefixes=ALL) or b"").decode()


_WRITERS: Mapping[Writer, Callable[[Description], str]] = {
    "turtle": _turtle,
    "trig": _trig,
    "ntriples": _ntriples,
    "nquads": _nquads,
    "jsonld": _jsonld,
    "rdfxml": _rdfxml,
}


@cache
def _compactor(base: str) -> Compactor:
    context = json.loads(resource("ontology", "context.jsonld").read_text(encoding="utf-8"))["@context"]
    return Compactor({**context, **SERVED}, base)


def _used_of(context: Mapping[str, Any], texts: Iterable[str]) -> dict[str, Any]:
    """The part of a context that texts use, with the prefixes that this part uses itself."""
    words = {word for text in texts for word in _WORD.findall(text)}
    terms = {term: detail for term, detail in context.items() if term[0] == "@" or term in words or detail in _ALIASES}
    words.update(_WORD.findall(json.dumps(terms)))
    return {term: detail for term, detail in context.items() if term in terms or term in words}


_ALIASES = ("@id", "@type")
