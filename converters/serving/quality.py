"""How good the release is, as data (DQV): its SHACL report, whether it conforms, shares that tell what to expect."""

from collections.abc import Iterator

from converters.graph.nodes import Node
from converters.graph.terms import boolean, decimal, integer, iri, text
from converters.serving.coverage import Measure
from converters.serving.distributions import distribution_name, download_url
from converters.serving.model import Loaded
from converters.serving.statistics import Statistics
from converters.serving.vocabulary import said, term

REPORT = "report.ttl"
_DIMENSION = "quality-"


def measured(loaded: Loaded, counts: Statistics) -> tuple[str, ...]:
    """The names of all measurements."""
    names = ("conforms", *(f"measured-{name}" for name in counts.coverage.measures))
    return tuple(iri(f"{loaded.base}#{name}") for name in names)


def quality(loaded: Loaded, counts: Statistics) -> Iterator[Node]:
    """Measurements with their metrics and dimensions, and the report as an annotation of the dataset."""
    base = loaded.base
    yield from _dimensions(base)
    yield from _measurement(loaded, "conforms", "conformance", boolean(bool(loaded.index.get("conforms", True))))
    yield said(
        f"{base}#conformance",
        ("rdf:type", term("dqv:Metric")),
        ("skos:definition", text("Whether the data conforms to the SHACL shapes of eventwire.", "en")),
        ("dqv:expectedDataType", term("xsd:boolean")),
        ("dqv:inDimension", iri(f"{base}#quality-consistency")),
        ("rdfs:seeAlso", iri(f"{base}shapes")),
    )
    for name, measure in counts.coverage.measures.items():
        yield from _share(loaded, name, measure)
    for file in loaded.index["files"]:
        if file["name"] == REPORT:
            yield said(
                f"{base}#report",
                ("rdf:type", (term("dqv:QualityMetadata"), term("prov:Entity"))),
                ("dcterms:title", text("SHACL validation report", "en")),
                ("dcat:distribution", iri(distribution_name(loaded, file))),
                ("dcterms:conformsTo", iri("https://www.w3.org/TR/shacl/")),
                ("rdfs:seeAlso", iri(download_url(loaded, file))),
                ("prov:wasDerivedFrom", iri(f"{base}#dataset")),
            )


def _share(loaded: Loaded, name: str, measure: Measure) -> Iterator[Node]:
    base = loaded.base
    yield from _measurement(loaded, f"measured-{name}", f"metric-{name}", decimal(measure.share))
    yield said(
        f"{base}#metric-{name}",
        ("rdf:type", term("dqv:Metric")),
        ("skos:definition", text(measure.meaning, "en")),
        ("dqv:expectedDataType", term("xsd:decimal")),
        ("dqv:inDimension", iri(f"{base}#quality-completeness")),
        ("void:entities", integer(measure.whole)),
    )


def _measurement(loaded: Loaded, name: str, metric: str, value: str) -> Iterator[Node]:
    yield said(
        f"{loaded.base}#{name}",
        ("rdf:type", term("dqv:QualityMeasurement")),
        ("dqv:computedOn", iri(f"{loaded.base}#dataset")),
        ("dqv:isMeasurementOf", iri(f"{loaded.base}#{metric}")),
        ("dqv:value", value),
    )


def _dimensions(base: str) -> Iterator[Node]:
    told = {
        "consistency": "Whether the data keeps to its own rules.",
        "completeness": "How much of what could be known of things is known.",
    }
    for name, meaning in told.items():
        yield said(
            f"{base}#{_DIMENSION}{name}",
            ("rdf:type", term("dqv:Dimension")),
            ("skos:prefLabel", text(name, "en")),
            ("skos:definition", text(meaning, "en")),
        )
