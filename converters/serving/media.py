"""The formats that are served: each with its media types (first the one we send), extension and writer."""

from dataclasses import dataclass
from typing import Literal

Writer = Literal[
    "turtle", "trig", "nquads", "ntriples", "jsonld", "rdfxml", "html", "json", "xml", "csv", "tsv", "geojson"
]


@dataclass(frozen=True, slots=True, eq=False)
class Format:
    """A format. `media_types[1:]` are older or broader names that clients ask for and mean this one."""

    writer: Writer
    extension: str
    title: str
    media_types: tuple[str, ...]
    quality: float = 1.0
    """What it is worth to a client that takes others as well: the client's weight is multiplied by it."""

    @property
    def media_type(self) -> str:
        return self.media_types[0]

    @property
    def content_type(self) -> str:
        """For the Content-Type field: text formats say that they are UTF-8 (RFC 6657: they would not be otherwise)."""
        return f"{self.media_type}; charset=utf-8" if self.media_type.startswith("text/") else self.media_type


TURTLE = Format("turtle", "ttl", "Turtle", ("text/turtle", "application/turtle", "application/x-turtle"))
TRIG = Format("trig", "trig", "TriG", ("application/trig", "application/x-trig"), quality=0.5)
NQUADS = Format("nquads", "nq", "N-Quads", ("application/n-quads", "text/x-nquads"), quality=0.5)
"""In these what is said stands in named graphs, where a client that queries a document (Comunica, which likes them
best) finds nothing: they are for those who ask for nothing else."""

NTRIPLES = Format("ntriples", "nt", "N-Triples", ("application/n-triples", "text/plain"))
JSONLD = Format("jsonld", "jsonld", "JSON-LD", ("application/ld+json", "application/json"))
RDFXML = Format("rdfxml", "rdf", "RDF/XML", ("application/rdf+xml", "application/xml", "text/xml"))
HTML = Format("html", "html", "HTML", ("text/html", "application/xhtml+xml"))

RDF: tuple[Format, ...] = (TURTLE, JSONLD, NTRIPLES, NQUADS, TRIG, RDFXML)
"""RDF formats; where a client likes several equally well it gets the first of them."""

DOCUMENTS: tuple[Format, ...] = (*RDF, HTML)

RESULTS: tuple[Format, ...] = (
    Format("json", "srj", "JSON", ("application/sparql-results+json", "application/json")),
    Format("xml", "srx", "XML", ("application/sparql-results+xml", "application/xml", "text/xml")),
    Format("csv", "csv", "CSV", ("text/csv",)),
    Format("tsv", "tsv", "TSV", ("text/tab-separated-values",)),
)
"""Formats of SPARQL results (SPARQL 1.1 JSON, XML, CSV and TSV)."""
