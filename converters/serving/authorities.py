"""Concepts of the EU's authority tables (Publications Office) that the catalogue uses, described for DCAT-AP."""

from collections.abc import Iterator

from converters.graph.nodes import Node
from converters.graph.terms import iri, text
from converters.serving.vocabulary import said, term

AUTHORITY = "http://publications.europa.eu/resource/authority"
CC_BY = f"{AUTHORITY}/licence/CC_BY_4_0"
ENGLISH = f"{AUTHORITY}/language/ENG"
PUBLIC = f"{AUTHORITY}/access-right/PUBLIC"
STABLE = f"{AUTHORITY}/planned-availability/STABLE"
THEME = f"{AUTHORITY}/data-theme"
THEMES = (f"{THEME}/GOVE", f"{THEME}/INTR")
FILE_TYPES = {
    "text/turtle": f"{AUTHORITY}/file-type/RDF_TURTLE",
    "application/trig": f"{AUTHORITY}/file-type/RDF_TRIG",
    "application/n-quads": f"{AUTHORITY}/file-type/RDF_N_QUADS",
    "application/ld+json": f"{AUTHORITY}/file-type/JSON_LD",
    "application/json": f"{AUTHORITY}/file-type/JSON",
    "text/csv": f"{AUTHORITY}/file-type/CSV",
}
"""Those that the table has; JSON Lines is none of them."""

_ATTRIBUTION = "http://purl.org/adms/licencetype/Attribution"
_CONCEPTS = {
    THEMES[0]: ("skos:Concept", "Government and public sector"),
    THEMES[1]: ("skos:Concept", "International issues"),
    ENGLISH: ("dcterms:LinguisticSystem", "English"),
    PUBLIC: ("dcterms:RightsStatement", "public"),
    CC_BY: ("dcterms:LicenseDocument", "Creative Commons Attribution 4.0 International"),
    STABLE: ("skos:Concept", "stable"),
    **{one: ("dcterms:MediaTypeOrExtent", one.rpartition("/")[2]) for one in FILE_TYPES.values()},
}


def authorities() -> Iterator[Node]:
    """What the catalogue says of each concept: class, label, scheme."""
    for concept, (kind, label) in _CONCEPTS.items():
        types = tuple(dict.fromkeys((term(kind), term("skos:Concept"))))
        yield said(
            concept,
            ("rdf:type", types),
            ("skos:prefLabel", text(label, "en")),
            ("skos:inScheme", iri(concept.rpartition("/")[0])),
        )
    yield said(CC_BY, ("dcterms:type", iri(_ATTRIBUTION)))
    yield said(
        _ATTRIBUTION,
        ("rdf:type", term("skos:Concept")),
        ("skos:prefLabel", text("Attribution", "en")),
        ("skos:inScheme", iri("http://purl.org/adms/licencetype/1.0")),
    )
    yield said(THEME, ("rdf:type", term("skos:ConceptScheme")), ("dcterms:title", text("Data theme", "en")))
