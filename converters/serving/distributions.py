"""The files of a release as DCAT distributions, with their sizes and checksums."""

from collections.abc import Iterator
from typing import Any

from converters.graph.nodes import Node
from converters.graph.terms import iri, text
from converters.serving.model import Loaded
from converters.serving.vocabulary import said, term

CC_BY = "http://publications.europa.eu/resource/authority/licence/CC_BY_4_0"
_SHA256 = "http://spdx.org/rdf/terms#checksumAlgorithm_sha256"
_MEDIA = "https://www.iana.org/assignments/media-types/"


def distribution(loaded: Loaded, file: dict[str, Any]) -> Iterator[Node]:
    """A file by its entry in index.json."""
    name, media_type = distribution_name(loaded, file), iri(_MEDIA + file["type"])
    yield said(
        name,
        ("rdf:type", term("dcat:Distribution")),
        ("dcterms:title", text(file["name"])),
        ("dcat:accessURL", iri(download_url(loaded, file))),
        ("dcat:downloadURL", iri(download_url(loaded, file))),
        ("dcat:mediaType", media_type),
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
    yield said(media_type[1:-1], ("rdf:type", term("dcterms:MediaType")))


def distribution_name(loaded: Loaded, file: dict[str, Any]) -> str:
    return f"{loaded.base}#{file['name']}"


def download_url(loaded: Loaded, file: dict[str, Any]) -> str:
    return f"{loaded.base}download/{loaded.version}/{file['name']}"


def moment(loaded: Loaded) -> str:
    """When the release was written, as a term."""
    return f'"{loaded.modified.strftime("%Y-%m-%dT%H:%M:%SZ")}"^^{term("xsd:dateTime")}'
