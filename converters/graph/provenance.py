"""Where the data comes from (PROV-O). No clock time: the same input gives the same bytes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from converters.graph.naming import Names
from converters.graph.nodes import Node, node
from converters.graph.terms import iri, text
from converters.iris import Iris


@dataclass(frozen=True, slots=True)
class Material:
    """Something a run used beside its articles: `key` (lexicon, gazetteer, model, …) becomes part of its IRI."""

    key: str
    label: str
    sha256: str | None = None
    version: str | None = None


@dataclass(frozen=True, slots=True)
class Origin:
    """Which version of eventwire made the data, and with what."""

    version: str
    materials: tuple[Material, ...]


def provenance_nodes(iris: Iris, readings: Sequence[Names], origin: Origin) -> Iterator[Node]:
    """The conversion, who and what took part in it, and which graphs came out of which article."""
    here = iris.graph("provenance")
    conversion, software = iri(f"{here}#conversion"), iri(f"{here}#eventwire")
    materials = [(iri(f"{here}#{material.key}"), material) for material in origin.materials]
    yield node(
        conversion,
        "prov:Activity",
        ("rdfs:label", text("conversion of articles to linked data", "en")),
        ("prov:wasAssociatedWith", software),
        ("prov:used", [*(names.article for names in readings), *(used for used, _ in materials)]),
    )
    yield node(
        software,
        "prov:SoftwareAgent",
        ("rdfs:label", text("eventwire", "en")),
        ("schema:softwareVersion", text(origin.version)),
    )
    for used, material in materials:
        yield node(
            used,
            "prov:Entity",
            ("rdfs:label", text(material.label, "en")),
            ("ew:sha256", text(material.sha256) if material.sha256 else None),
            ("schema:version", text(material.version) if material.version else None),
        )
    for shared in ("events", "ledger"):
        yield node(iri(iris.graph(shared)), "prov:Entity", ("prov:wasGeneratedBy", conversion))
    for names in readings:
        yield node(
            names.graph, "prov:Entity", ("prov:wasGeneratedBy", conversion), ("prov:wasDerivedFrom", names.article)
        )
