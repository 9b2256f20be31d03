"""Nodes as compact JSON-LD 1.1, straight from terms to text: no processor, nothing lost.

`Compactor` reads a context once and knows for each property which key its values may stand under without a wrapper
(JSON-LD 1.1 API, section 5.2, for the contexts we write: terms, prefixes, coercion, language, words of one property).
"""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from converters.graph.nodes import Node
from converters.graph.terms import name

Json = Any
Embed = Callable[[str], str | None]
"""Gives the text of a node object for an IRI term that is to be embedded, or None."""

Pair = tuple[str, str, bool]
"""A statement as JSON: its key, its value, and whether the key always holds a list."""

KEPT = 8_000
"""Statements whose text is remembered: about what one article repeats."""

_TYPE = name("rdf:type")
_XSD = name("xsd:integer")[1:-8]
_RELATIVE = re.compile(r"\w+(?:/[\w%-][\w%.-]*)*(?:#\w+)?", re.ASCII)
_INTEGER = re.compile(r"0|-?[1-9]\d{0,14}", re.ASCII)
_UNESCAPE = re.compile(r"\\(?:u([0-9A-F]{4})|(.))")
_PLAIN = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f"}


@dataclass(frozen=True, slots=True)
class Key:
    """A term of the context that stands for a property."""

    key: str
    type: str | None = None
    language: str | None = None
    always_list: bool = False
    words: Mapping[str, str] = field(default_factory=dict)
    """Short names that hold for the values of this key alone (a property-scoped context)."""


class Compactor:
    """Compacts against one context, whose `@base` is where data IRIs are relative to."""

    def __init__(self, context: Mapping[str, Json], base: str) -> None:
        self.context = {**context, "@base": base}
        self.base = base
        self.prefixes = {k: v for k, v in context.items() if isinstance(v, str) and v[-1:] in ":/?#[]@" and k[0] != "@"}
        self.id, self.type = (self._alias(keyword) for keyword in ("@id", "@type"))
        self._id = dumps(self.id)
        self.keys: dict[str, list[Key]] = {}
        self.names: dict[str, str] = {}
        for term, definition in context.items():
            self._learn(term, definition)
        self._pairs: dict[tuple[str, str], Pair] = {}
        self._subjects: dict[str, str] = {}

    def text(self, node: Node, embed: Embed | None = None, less: str | None = None) -> str:
        """A node object; values for which `embed` gives an object are that object, property `less` is left out."""
        found: dict[str, str] = {}
        lists: set[str] = set()
        for predicate, value in node.properties:
            if predicate == less:
                continue
            key, compact, always_list = self.pair(predicate, value)
            if embed is not None and value[0] == "<" and predicate != _TYPE and (inner := embed(value)) is not None:
                (key, always_list), compact = self._key(self._any_key(predicate)), inner
            if key in found:
                found[key] = f"{found[key]}, {compact}"
                lists.add(key)
            else:
                found[key] = compact
                if always_list:
                    lists.add(key)
        told = [f"{key}: [{value}]" if key in lists else f"{key}: {value}" for key, value in found.items()]
        return f"{{{', '.join((self._subject(node.iri), *told))}}}"

    def _subject(self, iri: str) -> str:
        known = self._subjects.get(iri)
        if known is None:
            if len(self._subjects) >= KEPT:
                self._subjects.clear()
            known = self._subjects[iri] = f"{self._id}: {dumps(self.reference(iri))}"
        return known

    def pair(self, predicate: str, value: str) -> Pair:
        """The key and the compact value of one statement."""
        known = self._pairs.get((predicate, value))
        if known is None:
            key, compact = self._literal(predicate, value) if value[0] == '"' else self._resource(predicate, value)
            name, always_list = self._key(key)
            if len(self._pairs) >= KEPT:
                self._pairs.clear()
            known = self._pairs[predicate, value] = (name, dumps(compact), always_list)
        return known

    def _key(self, key: Key) -> tuple[str, bool]:
        return dumps(key.key), key.always_list

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

    def _resource(self, predicate: str, value: str) -> tuple[Key, Json]:
        if predicate == _TYPE:
            return Key(self.type), self.word(value)
        for key in self.keys.get(predicate, ()):
            if key.type == "@id":
                return key, self.reference(value)
            if key.type == "@vocab":
                return key, key.words.get(value[1:-1]) or self.word(value)
        return self._any_key(predicate), {self.id: self.reference(value)}

    def _literal(self, predicate: str, value: str) -> tuple[Key, Json]:
        quote = value.rindex('"')
        lexical, rest = unescaped(value[1:quote]), value[quote + 1 :]
        language = rest[1:] if rest[:1] == "@" else None
        datatype = rest[3:-1] if rest[:2] == "^^" else None
        for key in self.keys.get(predicate, ()):
            if (key.type, key.language) == (datatype, language):
                return key, native(lexical, datatype)
        if datatype:
            return self._any_key(predicate), {"@value": lexical, self.type: self._prefixed(datatype)}
        return self._any_key(predicate), {"@value": lexical, **({"@language": language} if language else {})}

    def _any_key(self, predicate: str) -> Key:
        """Any key will do for an object that says itself what it is."""
        known = self.keys.get(predicate)
        return known[0] if known else Key(self._prefixed(predicate[1:-1]))

    def _alias(self, keyword: str) -> str:
        return next((term for term, definition in self.context.items() if definition == keyword), keyword)

    def _learn(self, term: str, definition: Json) -> None:
        detail = {"@id": definition} if isinstance(definition, str) else definition
        if term[0] == "@" or not isinstance(detail, dict) or "@id" not in detail or detail["@id"][0] == "@":
            return
        iri, kind = self._expanded(detail["@id"]), detail.get("@type")
        if not iri.endswith(("/", "#")) and detail.keys() == {"@id"}:
            self.names.setdefault(iri, term)
        kind = kind if kind is None or kind[0] == "@" else self._expanded(kind)
        language = detail.get("@language", self.context.get("@language"))
        words = {self._expanded(iri): word for word, iri in detail.get("@context", {}).items()}
        key = Key(term, kind, None if kind else language, "@set" in detail.get("@container", ""), words)
        self.keys.setdefault(f"<{iri}>", []).append(key)

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


def native(lexical: str, datatype: str | None) -> Json:
    """A JSON number or boolean where a processor gives the same lexical form back (JSON-LD 1.1 API, section 8.2.2)."""
    if datatype == f"{_XSD}integer" and _INTEGER.fullmatch(lexical):
        return int(lexical)
    if datatype == f"{_XSD}boolean" and lexical in ("true", "false"):
        return lexical == "true"
    return lexical


def unescaped(text: str) -> str:
    """The string that the escapes of `converters.graph.terms.text` stand for."""
    return (
        _UNESCAPE.sub(lambda m: chr(int(m[1], 16)) if m[1] else _PLAIN.get(m[2], m[2]), text) if "\\" in text else text
    )


dumps: Callable[[Json], str] = json.JSONEncoder(ensure_ascii=False).encode
"""JSON on one line; one encoder for all, since `json.dumps` makes a new one each time."""
