"""Vocabularies that describe datasets, services and feeds: only what is served speaks of them, never a release."""

from collections.abc import Iterable

from converters.graph.nodes import Node
from converters.graph.terms import iri
from converters.namespaces import PREFIXES

SERVED: dict[str, str] = {
    "as": "https://www.w3.org/ns/activitystreams#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcatap": "http://data.europa.eu/r5r/",
    "dqv": "http://www.w3.org/ns/dqv#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "formats": "http://www.w3.org/ns/formats/",
    "ldes": "https://w3id.org/ldes#",
    "sd": "http://www.w3.org/ns/sparql-service-description#",
    "sh": "http://www.w3.org/ns/shacl#",
    "spdx": "http://spdx.org/rdf/terms#",
    "tree": "https://w3id.org/tree#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "void": "http://rdfs.org/ns/void#",
}
ALL = PREFIXES | SERVED


def term(prefixed: str) -> str:
    """`dcat:Dataset` as an N-Triples term."""
    prefix, _, local = prefixed.partition(":")
    return iri(ALL[prefix] + local)


def said(subject: str, *pairs: tuple[str, str | Iterable[str] | None]) -> Node:
    """A node about the IRI `subject`: prefixed properties with a term, several terms, or None for none."""
    found: list[tuple[str, str]] = []
    for prefixed, values in pairs:
        if isinstance(values, str):
            found.append((term(prefixed), values))
        elif values is not None:
            found.extend((term(prefixed), value) for value in values)
    return Node(iri(subject), tuple(found))
