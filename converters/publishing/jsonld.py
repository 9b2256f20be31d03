"""Nodes as compact JSON-LD 1.1, straight from terms to text: no processor, nothing lost.

`Compactor` reads a context once and knows for each property which key its values may stand under without a wrapper
(JSON-LD 1.1 API, section 5.2, for the contexts we write: terms, prefixes, coercion, language, words of one property).
"""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from converters.graph.nodes import Node
from converters.graph.terms import name
from converters.publishing.kept import Kept
from converters.publishing.layout import places

Json = Any
Pair = tuple[str, str]
"""A statement as JSON text: the opening of its key, and its value."""

_TYPE = name("rdf:type")
_RELATIVE = re.compile(r"\w+(?:/[\w%-][\w%.-]*)*(?:#\w+)?", re.ASCII)
_NATIVE = {
    f"^^{name('xsd:integer')}": re.compile(r"0|-?[1-9]\d{0,14}", re.ASCII),
    f"^^{name('xsd:boolean')}": re.compile(r"true|false"),
}
"""What is a JSON number or boolean, as a processor gives it back in the same form (JSON-LD 1.1 API, section 8.2.2)."""

_UNESCAPE = re.compile(r"\\(?:u([0-9A-F]{4})|(.))")
_PLAIN = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f"}


@dataclass(frozen=True, slots=True)
class Key:
    """A term of the context that stands for a property."""

    opening: str
    """As it stands before its value: `"about": `, or `"hasRole": [` if it always holds a list."""

    words: Mapping[str, str] | None = None
    """Where values are words of the vocabulary: short names that hold here alone (a property-scoped context)."""


class Compactor:
    """Compacts against one context, whose `@base` is where data IRIs are relative to."""

    def __init__(self, context: Mapping[str, Json], base: str) -> None:
        self.context = {**context, "@base": base}
        self.base = base
        self.prefixes = {k: v for k, v in context.items() if isinstance(v, str) and v[-1:] in ":/?#[]@" and k[0] != "@"}
        self.id, self.type = (self._alias(keyword) for keyword in ("@id", "@type"))
        self.keys: dict[tuple[str, str], Key] = {}
        """By property and how its value ends: `>` if it is an IRI, else what stands behind the quotes; `*` is any."""
        self.names: dict[str, str] = {}
        for term, definition in context.items():
            self._learn(term, definition)
        self.references = Kept[str, str](lambda term: quoted(self.reference(term)))
        """IRIs where `@id` is expected, as JSON text."""
        self._pairs = Kept(self._pair)
        self._layouts = Kept(self._layout)

    def text(self, node: Node) -> str:
        """A node object, which only refers to other nodes."""
        keys, values = tuple(zip(*map(self._pairs.__getitem__, node.properties), strict=False)) or ((), ())
        return self._layouts[keys](self.references[node.iri], *values)

    def member(self, predicate: str, value: str) -> str:
        """How a node object says a property that it has once."""
        opening, text = self._pairs[predicate, value]
        return _member(opening, [text])

    def _layout(self, keys: tuple[str, ...]) -> Callable[..., str]:
        """Makes the JSON texts of an IRI and of the values under these keys a node object."""
        told = [f"{_opening(self.id)}{{0}}", *(_member(opening, values) for opening, values in places(keys).items())]
        return f"{{{{{', '.join(told)}}}}}".format

    def _pair(self, statement: tuple[str, str]) -> Pair:
        predicate, value = statement
        return self._literal(predicate, value) if value[0] == '"' else self._resource(predicate, value)

    def reference(self, term: str) -> str:
        """An IRI where `@id` is expected: relative to the base, or with a prefix, or whole."""
        iri = term[1:-1]
        if iri.startswith(self.base) and _RELATIVE.fullmatch(iri, len(self.base)):
            return iri[len(self.base) :]
        return self._prefixed(iri)

    def word(self, term: str) -> str:
        """An IRI where the vocabulary is expected (`@type`, `@vocab`): a term, or with a prefix, or whole."""
        iri = term[1:-1]
        return self.names.get(iri) or self._prefixed(iri)

    def _resource(self, predicate: str, value: str) -> Pair:
        if predicate == _TYPE:
            return _opening(self.type), dumps(self.word(value))
        key = self.keys.get((predicate, ">"))
        if key is None:
            return self._any_key(predicate), dumps({self.id: self.reference(value)})
        if key.words is None:
            return key.opening, self.references[value]
        return key.opening, dumps(key.words.get(value[1:-1]) or self.word(value))

    def _literal(self, predicate: str, value: str) -> Pair:
        text, _, kind = value.rpartition('"')
        key = self.keys.get((predicate, kind))
        if key is not None and "\\" not in text:
            plain = _NATIVE.get(kind)
            return key.opening, text[1:] if plain and plain.fullmatch(text, 1) else f'{text}"'
        lexical = unescaped(text[1:])
        if key is not None:
            return key.opening, quoted(lexical)
        detail = {self.type: self._prefixed(kind[3:-1])} if kind[:1] == "^" else {"@language": kind[1:]} if kind else {}
        return self._any_key(predicate), dumps({"@value": lexical, **detail})

    def _any_key(self, predicate: str) -> str:
        """The opening of any key, which will do for an object that says itself what it is."""
        known = self.keys.get((predicate, "*"))
        return known.opening if known else _opening(self._prefixed(predicate[1:-1]))

    def _alias(self, keyword: str) -> str:
        return next((term for term, definition in self.context.items() if definition == keyword), keyword)

    def _learn(self, term: str, definition: Json) -> None:
        detail = {"@id": definition} if isinstance(definition, str) else definition
        if term[0] == "@" or not isinstance(detail, dict) or "@id" not in detail or detail["@id"][0] == "@":
            return
        iri, kind = self._expanded(detail["@id"]), detail.get("@type")
        if not iri.endswith(("/", "#")) and detail.keys() == {"@id"}:
            self.names.setdefault(iri, term)
        words = {self._expanded(iri): word for word, iri in detail.get("@context", {}).items()}
        opening = f"{_opening(term)}{'[' if '@set' in detail.get('@container', '') else ''}"
        key = Key(opening, words if kind == "@vocab" else None)
        for ending in (self._ending(kind, detail.get("@language", self.context.get("@language"))), "*"):
            self.keys.setdefault((f"<{iri}>", ending), key)

    def _ending(self, kind: str | None, language: str | None) -> str:
        """What the terms end in that stand under a key of this type or language."""
        if kind:
            return ">" if kind[0] == "@" else f"^^<{self._expanded(kind)}>"
        return f"@{language}" if language else ""

    def _expanded(self, value: str) -> str:
        """A prefixed name or term of the context as an IRI."""
        prefix, colon, local = value.partition(":")
        if colon and prefix in self.prefixes:
            return self.prefixes[prefix] + local
        return value

    def _prefixed(self, iri: str) -> str:
        for prefix, namespace in self.prefixes.items():
            local = iri[len(namespace) :]
            if iri.startswith(namespace) and local and not local.startswith("//"):
                return f"{prefix}:{local}"
        return iri


def unescaped(text: str) -> str:
    """The string that the escapes of `converters.graph.terms.text` stand for."""
    return (
        _UNESCAPE.sub(lambda m: chr(int(m[1], 16)) if m[1] else _PLAIN.get(m[2], m[2]), text) if "\\" in text else text
    )


def _member(opening: str, values: Sequence[str]) -> str:
    start = opening if opening[-1] == "[" or len(values) == 1 else f"{opening}["
    return f"{start}{', '.join(values)}{']' if start[-1] == '[' else ''}"


def _opening(key: str) -> str:
    return f"{dumps(key)}: "


quoted: Callable[[str], str] = json.encoder.encode_basestring
"""A string as JSON."""

dumps: Callable[[Json], str] = json.JSONEncoder(ensure_ascii=False).encode
"""JSON on one line; one encoder for all, since `json.dumps` makes a new one each time."""
