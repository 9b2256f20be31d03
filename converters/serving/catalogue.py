"""What there is to be had: a DCAT 3 catalogue, as DCAT-AP 3 wants it, with dataset, files and services; and VoID.

Everything is named by a fragment of the root, `{base}#…`, and so described by one document.
"""

from collections.abc import Iterable, Iterator

from converters.graph.nodes import Node
from converters.graph.terms import iri, text
from converters.serving.authorities import CC_BY, ENGLISH, PUBLIC, THEME, THEMES, authorities
from converters.serving.distributions import distribution, distribution_name, moment
from converters.serving.model import Loaded
from converters.serving.quality import measured, quality
from converters.serving.site import Opened
from converters.serving.statistics import Statistics
from converters.serving.vocabulary import said, term
from converters.serving.void import partitions, void_of
from converters.serving.writing import DEFAULT, Description

RECONCILIATION = "https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/"
_KEYWORDS = tuple(text(word, "en") for word in ("news", "events", "claims", "attribution", "linked data"))
_RIGHTS = (
    "The data is licensed under CC BY 4.0. It quotes passages of articles; the articles themselves and their full text "
    "are not part of it, and the rights in them stay with their publishers."
)
_ABOUT = (
    "Who says what happened: events told by news articles, with every claim about them, the chain of voices behind "
    "each claim, the passage it was read from, links to Wikidata. What somebody only claims is never told as a fact."
)


def catalogue(opened: Opened, examples: Iterable[str]) -> Description:
    """The description of everything that is served. `examples` are IRIs to look at first."""
    loaded = opened.loaded
    nodes = (
        *_catalogue(loaded, opened.statistics),
        *_dataset(loaded, opened.statistics, tuple(examples)),
        *_services(loaded),
        *(node for file in loaded.index["files"] for node in distribution(loaded, file)),
        *partitions(loaded.base, opened.statistics),
        *quality(loaded, opened.statistics),
    )
    return Description("What there is to be had", loaded.base, {DEFAULT: nodes})


def _catalogue(loaded: Loaded, counts: Statistics) -> Iterator[Node]:
    base = loaded.base
    yield said(
        f"{base}#catalogue",
        ("rdf:type", term("dcat:Catalog")),
        ("dcterms:title", text("eventwire: news events as linked data", "en")),
        ("dcterms:description", text(_ABOUT, "en")),
        ("dcterms:publisher", iri(f"{base}#publisher")),
        ("dcterms:license", iri(CC_BY)),
        ("dcterms:rights", iri(f"{base}#rights")),
        ("dcterms:language", iri(ENGLISH)),
        ("dcterms:issued", moment(loaded)),
        ("dcterms:modified", moment(loaded)),
        ("foaf:homepage", iri(base)),
        ("dcterms:spatial", iri(f"{base}#places") if counts.coverage.box else None),
        ("dcat:themeTaxonomy", iri(THEME)),
        ("dcat:dataset", iri(f"{base}#dataset")),
        ("dcat:service", (iri(f"{base}#sparql"), iri(f"{base}#feeds"), iri(f"{base}#reconcile"))),
    )
    yield said(
        f"{base}#publisher",
        ("rdf:type", term("foaf:Agent")),
        ("foaf:name", text("The operator of this eventwire server", "en")),
        ("foaf:homepage", iri(base)),
    )
    yield said(
        f"{base}#contact",
        ("rdf:type", (term("vcard:Kind"), term("vcard:Organization"))),
        ("vcard:fn", text("The operator of this eventwire server", "en")),
        ("vcard:hasURL", iri(base)),
    )
    yield said(
        f"{base}#rights", ("rdf:type", term("dcterms:RightsStatement")), ("rdfs:label", text(_rights(loaded), "en"))
    )
    yield said(base, ("rdf:type", term("foaf:Document")), ("foaf:primaryTopic", iri(f"{base}#catalogue")))
    yield from authorities()


def _rights(loaded: Loaded) -> str:
    return f"{_RIGHTS} Quotes have {loaded.quoted} characters at most." if loaded.quoted else _RIGHTS


def _dataset(loaded: Loaded, counts: Statistics, examples: tuple[str, ...]) -> Iterator[Node]:
    base, dataset = loaded.base, f"{loaded.base}#dataset"
    told = loaded.index["counts"]
    yield said(
        dataset,
        ("rdf:type", (term("dcat:Dataset"), term("void:Dataset"))),
        ("dcterms:title", text("Events, claims and voices in the news", "en")),
        ("dcterms:description", text(f"{_ABOUT} {_counted(told)}".strip(), "en")),
        ("dcterms:identifier", text(loaded.version)),
        ("dcat:version", text(loaded.version)),
        ("dcterms:publisher", iri(f"{base}#publisher")),
        ("dcat:contactPoint", iri(f"{base}#contact")),
        ("dcterms:license", iri(CC_BY)),
        ("dcterms:accessRights", iri(PUBLIC)),
        ("dcterms:rights", iri(f"{base}#rights")),
        ("dcterms:language", iri(ENGLISH)),
        ("dcterms:issued", moment(loaded)),
        ("dcterms:modified", moment(loaded)),
        ("dcat:keyword", _KEYWORDS),
        ("dqv:hasQualityMeasurement", measured(loaded, counts)),
        ("dqv:hasQualityMetadata", iri(f"{base}#report")),
        ("dcterms:temporal", iri(f"{base}#days") if counts.coverage.days else None),
        ("dcterms:spatial", iri(f"{base}#places") if counts.coverage.box else None),
        ("dcat:theme", map(iri, THEMES)),
        ("dcat:landingPage", iri(base)),
        ("foaf:homepage", iri(base)),
        ("dcat:distribution", (iri(distribution_name(loaded, file)) for file in loaded.index["files"])),
        ("prov:wasGeneratedBy", iri(f"{base}graph/provenance#conversion")),
        *void_of(loaded, counts, examples),
    )
    yield said(f"{base}graph/provenance#conversion", ("rdf:type", term("prov:Activity")))
    if counts.coverage.days:
        first, last = (f'"{day}"^^{term("xsd:date")}' for day in counts.coverage.days)
        told_days = (("dcat:startDate", first), ("dcat:endDate", last))
        yield said(f"{base}#days", ("rdf:type", term("dcterms:PeriodOfTime")), *told_days)
    if counts.coverage.box:
        west, south, east, north = counts.coverage.box
        corners = ((west, south), (east, south), (east, north), (west, north), (west, south))
        ring = ", ".join(f"{x:g} {y:g}" for x, y in corners)
        box = f'"POLYGON(({ring}))"^^{term("geo:wktLiteral")}'
        middle = f'"POINT({(west + east) / 2:g} {(south + north) / 2:g})"^^{term("geo:wktLiteral")}'
        told_places = (("dcat:bbox", box), ("dcat:centroid", middle))
        yield said(f"{base}#places", ("rdf:type", term("dcterms:Location")), *told_places)


def _services(loaded: Loaded) -> Iterator[Node]:
    base = loaded.base
    common = (
        ("rdf:type", term("dcat:DataService")),
        ("dcat:servesDataset", iri(f"{base}#dataset")),
        ("dcterms:publisher", iri(f"{base}#publisher")),
        ("dcterms:license", iri(CC_BY)),
        ("dcterms:accessRights", iri(PUBLIC)),
        ("dcterms:rights", iri(f"{base}#rights")),
        ("dcat:contactPoint", iri(f"{base}#contact")),
        ("dcat:keyword", _KEYWORDS),
        ("dcat:theme", tuple(map(iri, THEMES))),
    )
    yield said(
        f"{base}#sparql",
        *common,
        ("dcterms:title", text("SPARQL endpoint", "en")),
        ("dcat:endpointURL", iri(f"{base}sparql")),
        ("dcat:endpointDescription", iri(f"{base}sparql")),
        ("dcterms:conformsTo", iri("https://www.w3.org/TR/sparql11-protocol/")),
    )
    yield said(
        f"{base}#feeds",
        *common,
        ("dcterms:title", text("Feeds: a linked data event stream, Atom, JSON Feed, ActivityStreams", "en")),
        ("dcat:endpointURL", iri(f"{base}feeds")),
        ("dcat:endpointDescription", iri(f"{base}feeds/ldes")),
        ("dcterms:conformsTo", iri("https://w3id.org/ldes/specification")),
    )
    yield said(
        f"{base}#reconcile",
        *common,
        ("dcterms:title", text("Entity reconciliation, for OpenRefine and its like", "en")),
        ("dcat:endpointURL", iri(f"{base}reconcile")),
        ("dcat:endpointDescription", iri(f"{base}reconcile")),
        ("dcterms:conformsTo", iri(RECONCILIATION)),
    )
    for standard in ("https://www.w3.org/TR/sparql11-protocol/", "https://w3id.org/ldes/specification", RECONCILIATION):
        yield said(standard, ("rdf:type", term("dcterms:Standard")))


def _counted(told: dict[str, int]) -> str:
    return ", ".join(f"{number} {what}" for what, number in told.items()) + "." if told else ""
