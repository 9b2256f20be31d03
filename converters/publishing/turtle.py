"""Turtle and TriG that a person enjoys reading, written chunk by chunk (RDF 1.1 Turtle and TriG).

Articles stand under a comment with their stem and date, claims in the order of the text with their parts right behind
them. `claim:` and `passage:` are declared anew before each article, so that names stay short. Properties come in the
order of the nodes. There are neither blank nodes nor lists to care for.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from converters.graph.nodes import Chunk, Node
from converters.graph.terms import name
from converters.namespaces import PREFIXES

DATA = {"article": "article/", "event": "event/", "entity": "entity/", "instant": "time/", "graph": "graph/"}
"""Prefixes of data IRIs, under the base. `claim:` and `passage:` are those of a chunk (`Chunk.prefixes`)."""

WIDTH = 140
"""A node that fits is written on one line."""

_LOCAL = re.compile(r"(?:\w|%[0-9A-Fa-f]{2})(?:[\w.-]|%[0-9A-Fa-f]{2}|#)*(?<!\.)", re.ASCII)
_SHORT = {
    name("xsd:integer"): re.compile(r"[+-]?\d+", re.ASCII),
    name("xsd:decimal"): re.compile(r"[+-]?\d*\.\d+", re.ASCII),
    name("xsd:boolean"): re.compile(r"true|false"),
}
_TYPE = name("rdf:type")


@dataclass(frozen=True, slots=True)
class Block:
    """A chunk as text: `head` (comment, prefixes of its own), `body` (its nodes), and the shared prefixes
    that the body uses."""

    graph: str
    head: str
    body: str
    used: frozenset[str]

    def turtle(self) -> str:
        return self.head + self.body

    def trig(self) -> str:
        """Indented within the graph; literals are on one line each, so no string changes."""
        indented = f"\n{self.body}".replace("\n", "\n  ").replace("\n  \n", "\n\n").removesuffix("  ")
        return f"{self.head}{self.graph} {{{indented}}}\n"


@dataclass(slots=True)
class Shortener:
    """Terms as Turtle writes them; remembers them and which prefixes they used."""

    prefixes: Mapping[str, str]
    used: set[str] = field(default_factory=set)
    _known: dict[str, str] = field(default_factory=dict)

    def __call__(self, term: str) -> str:
        short = self._known.get(term)
        if short is None:
            short = self._known[term] = self.iri(term) if term[0] == "<" else self.literal(term)
        return short

    def iri(self, term: str) -> str:
        """`prefix:local` by the longest namespace that ends in `/` or `#` and leaves a local name, or the whole IRI."""
        value = term[1:-1]
        for end in ("#", "/"):
            cut = value.rfind(end) + 1
            prefix = self.prefixes.get(value[:cut])
            if prefix is not None and _LOCAL.fullmatch(value, cut):
                self.used.add(prefix)
                return f"{prefix}:{value[cut:]}".replace("#", r"\#")
        return term

    def literal(self, term: str) -> str:
        """Numbers and booleans bare where that loses nothing (Turtle section 2.5), datatypes shortened."""
        quote = term.rindex('"')
        if not term.startswith("^^", quote + 1):
            return term
        datatype = term[quote + 3 :]
        bare = _SHORT.get(datatype)
        if bare and bare.fullmatch(term, 1, quote):
            return term[1:quote]
        return f"{term[: quote + 3]}{self(datatype)}"


def shared_prefixes(base: str) -> dict[str, str]:
    """All prefixes by name: those of vocabularies, and those of data under `base`."""
    return PREFIXES | {prefix: base + path for prefix, path in DATA.items()}


def block(chunk: Chunk, shared: Mapping[str, str]) -> Block:
    """A chunk as text, to be written as Turtle and as TriG alike."""
    own = dict(chunk.prefixes)
    shorten = Shortener({namespace: prefix for prefix, namespace in {**shared, **own}.items()})
    texts = ((chunk.remarks.get(node.iri), node_text(node, shorten)) for node in chunk.nodes)
    body = "".join(f"\n{comment(remark)}{text}" if remark else text for remark, text in texts)
    used = frozenset(shorten.used - own.keys())
    head = f"\n{comment(chunk.title)}{declarations(own)}" + ("\n" if own else "")
    return Block(shorten(chunk.graph), head, body, used)


def comment(words: str) -> str:
    """A comment on one line, whatever the words."""
    return f"# {' '.join(''.join(c if c.isprintable() else ' ' for c in words).split())}\n"


def declarations(prefixes: Mapping[str, str]) -> str:
    return "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in prefixes.items())


def header(used: Iterable[str], shared: Mapping[str, str]) -> str:
    """The declarations of the prefixes that are used, in the order of `shared`."""
    wanted = set(used)
    return declarations({prefix: namespace for prefix, namespace in shared.items() if prefix in wanted})


def node_text(node: Node, shorten: Shortener) -> str:
    """A node: on one line if it fits, else a property on each."""
    values: dict[str, list[str]] = {}
    for predicate, value in node.properties:
        values.setdefault("a" if predicate == _TYPE else shorten(predicate), []).append(shorten(value))
    told = [f"{predicate} {', '.join(objects)}" for predicate, objects in values.items()]
    subject = shorten(node.iri)
    line = f"{subject} {' ; '.join(told)} .\n"
    return line if len(line) <= WIDTH else f"{subject} " + " ;\n    ".join(told) + " .\n"


def document(chunks: Iterable[Chunk], base: str, *, named_graphs: bool) -> str:
    """Whole Turtle or TriG text in memory, for small graphs; releases are streamed."""
    shared = shared_prefixes(base)
    blocks = [block(chunk, shared) for chunk in chunks]
    used = set[str]().union(*(one.used for one in blocks), {"graph"} if named_graphs else ())
    return header(used, shared) + "".join(one.trig() if named_graphs else one.turtle() for one in blocks)
