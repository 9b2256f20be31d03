"""Turtle and TriG that a person enjoys reading, written chunk by chunk (RDF 1.1 Turtle and TriG).

Articles stand under a comment with their stem and date, claims in the order of the text with their parts right behind
them. `claim:` and `passage:` are declared anew before each article, so that names stay short. Properties come in the
order of the nodes. There are neither blank nodes nor lists to care for.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from converters.graph.nodes import Chunk, Node
from converters.graph.terms import name
from converters.namespaces import PREFIXES
from converters.publishing.kept import LIMIT, Kept
from converters.publishing.layout import places

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
_NEXT = " ;\n    "
"""Between properties on lines of their own. Literals are on one line each, so it is nowhere else."""


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


class Shortener(Kept[str, str]):
    """Terms as Turtle writes them; remembers them and which prefixes they used."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        super().__init__(self._short)
        self.prefixes = {f"<{namespace}": prefix for namespace, prefix in prefixes.items()}
        self.used: set[str] = set()
        self.layouts = Kept(self._layout)
        """What makes a subject and values the text of a node, by their predicates."""

    def _short(self, term: str) -> str:
        return self._iri(term) if term[0] == "<" else self._literal(term)

    def _layout(self, predicates: tuple[str, ...]) -> Callable[..., str]:
        return _template(tuple("a" if predicate == _TYPE else self[predicate] for predicate in predicates))

    def _iri(self, term: str) -> str:
        """`prefix:local` by the longest namespace that ends in `/` or `#` and leaves a local name, or the whole IRI."""
        for end in "#/":
            cut = term.rfind(end) + 1
            prefix = self.prefixes.get(term[:cut])
            if prefix is not None and _LOCAL.fullmatch(term, cut, len(term) - 1):
                self.used.add(prefix)
                return f"{prefix}:{term[cut:-1]}".replace("#", r"\#")
        return term

    def _literal(self, term: str) -> str:
        """Numbers and booleans bare where that loses nothing (Turtle section 2.5), datatypes shortened."""
        if term[-1] != ">":
            return term
        quote = term.rindex('"')
        datatype = term[quote + 3 :]
        bare = _SHORT.get(datatype)
        if bare and bare.fullmatch(term, 1, quote):
            return term[1:quote]
        return f"{term[: quote + 3]}{self[datatype]}"


@lru_cache(LIMIT)
def _template(verbs: tuple[str, ...]) -> Callable[..., str]:
    """What makes a subject and values the text of a node, by the verbs before the values."""
    told = [f"{verb} {', '.join(values)}" for verb, values in places(verbs).items()]
    return f"{{0}} {_NEXT.join(told)} .\n".format


def shared_prefixes(base: str) -> dict[str, str]:
    """All prefixes by name: those of vocabularies, and those of data under `base`."""
    return PREFIXES | {prefix: base + path for prefix, path in DATA.items()}


def block(chunk: Chunk, shared: Mapping[str, str]) -> Block:
    """A chunk as text, to be written as Turtle and as TriG alike."""
    own = dict(chunk.prefixes)
    shorten = Shortener({namespace: prefix for prefix, namespace in {**shared, **own}.items()})
    texts = [(chunk.remarks.get(node.iri), node_text(node, shorten)) for node in chunk.nodes]
    body = "".join([f"\n{comment(remark)}{text}" if remark else text for remark, text in texts])
    used = frozenset(shorten.used - own.keys())
    head = f"\n{comment(chunk.title)}{declarations(own)}" + ("\n" if own else "")
    return Block(shorten[chunk.graph], head, body, used)


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
    predicates, values = zip(*node.properties, strict=False)
    text = shorten.layouts[predicates](shorten[node.iri], *map(shorten.__getitem__, values))
    line = text.replace(_NEXT, " ; ")
    return line if len(line) <= WIDTH else text


def document(chunks: Iterable[Chunk], base: str, *, named_graphs: bool) -> str:
    """Whole Turtle or TriG text in memory, for small graphs; releases are streamed."""
    shared = shared_prefixes(base)
    blocks = [block(chunk, shared) for chunk in chunks]
    used = set[str]().union(*(one.used for one in blocks), {"graph"} if named_graphs else ())
    return header(used, shared) + "".join(one.trig() if named_graphs else one.turtle() for one in blocks)
