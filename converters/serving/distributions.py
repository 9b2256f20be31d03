"""The files of a release as DCAT distributions, with their sizes and checksums."""

from collections.abc import Iterator
from typing import Any

from converters.graph.nodes import Node
from converters.graph.terms import iri, text
from converters.serving.authorities import CC_BY, FILE_TYPES, STABLE
from converters.serving.model import Loaded
from converters.serving.vocabulary import said, term

_SHA256 = "http://spdx.org/rdf/terms#checksumAlgorithm_sha256"
_MEDIA = "https://www.iana.org/assignments/media-types/"
_CONTENT = {
    "graph": "All statements: articles, claims, events, entities, provenance, and what follows from them.",
    "by-article": "An object for each article with its claims.",
    "by-event": "An object for each event with the claims about it.",
    "claims": "A line for each claim: who says what happened, to whom, where and when, in which words.",
    "entities": "A line for each entity, with its identity and everything that it is called.",
    "relations": "A line for each relation between claims or events.",
    "report": "The SHACL validation report of the statements.",
    "index": "What the release was made from, and its files.",
}
"""What is in the files of a release, by their names without extension."""


def distribution(loaded: Loaded, file: dict[str, Any]) -> Iterator[Node]:
    """A file by its entry in index.json."""
    name, media_type = distribution_name(loaded, file), iri(_MEDIA + file["type"])
    about = _CONTENT.get(file["name"].partition(".")[0])
    yield said(
        name,
        ("rdf:type", term("dcat:Distribution")),
        ("dcterms:title", text(file["name"])),
        ("dcterms:description", None if about is None else text(about, "en")),
        ("dcat:accessURL", iri(download_url(loaded, file))),
        ("dcat:downloadURL", iri(download_url(loaded, file))),
        ("dcat:mediaType", media_type),
        ("dcterms:format", iri(FILE_TYPES[file["type"]]) if file["type"] in FILE_TYPES else media_type),
        ("dcatap:availability", iri(STABLE)),
        ("dcat:byteSize", f'"{file["bytes"]}"^^{term("xsd:nonNegativeInteger")}'),
        ("dcterms:license", iri(CC_BY)),
        ("dcterms:modified", moment(loaded)),
        ("spdx:checksum", iri(f"{name}-checksum")),
    )
    yield said(
        f"{name}-checksum",
        ("rdf:type", term("spdx:Checksum")),
        ("spdx:algorithm", iri(_SHA256)),
        ("spdx:checksumValue", f'"{file["sha256"]}"^^{term("xsd:hexBinary")}'),
    )
    yield said(media_type[1:-1], ("rdf:type", (term("dcterms:MediaType"), term("dcterms:MediaTypeOrExtent"))))


def distribution_name(loaded: Loaded, file: dict[str, Any]) -> str:
    return f"{loaded.base}#{file['name']}"


def download_url(loaded: Loaded, file: dict[str, Any]) -> str:
    return f"{loaded.base}download/{loaded.version}/{file['name']}"


def moment(loaded: Loaded) -> str:
    """When the release was written, as a term."""
    return f'"{loaded.modified.strftime("%Y-%m-%dT%H:%M:%SZ")}"^^{term("xsd:dateTime")}'
