"""The JSON-LD 1.1 context: every term is real, every property has one, and nothing is lost there and back."""

import json
import re
from typing import Any

import pyoxigraph
import pytest
from pyld import jsonld
from rdflib import OWL, RDF, RDFS, SKOS, Graph, URIRef
from rdflib.compare import isomorphic, to_isomorphic

from converters.namespaces import EW, PREFIXES
from converters.resources import resource

BOUNDARIES = {"@version", "id", "type"}
SHORT = json.loads(resource("ontology", "context.jsonld").read_text(encoding="utf-8"))["@context"]


def expand(name: str) -> str:
    prefix, local = name.split(":", 1)
    return PREFIXES[prefix] + local


def iris(terms: dict[str, Any]) -> dict[str, str]:
    """Term -> IRI, of the terms that are neither keywords nor prefixes."""
    own = {key: value for key, value in terms.items() if key not in BOUNDARIES and key not in PREFIXES}
    return {key: expand(value if isinstance(value, str) else value["@id"]) for key, value in own.items()}


def to_jsonld(graph: Graph) -> Any:
    """Compact JSON-LD of a graph, by way of expanded JSON-LD with nothing converted to JSON's own numbers."""
    quads = graph.serialize(format="nt")
    return jsonld.compact(jsonld.from_rdf(quads, {"format": "application/n-quads"}), {"@context": SHORT})


def difference(one: Graph, other: Graph) -> str:
    a, b = set(one.serialize(format="nt").splitlines()), set(other.serialize(format="nt").splitlines())
    return "\n".join([*(f"- {line}" for line in sorted(a - b)), *(f"+ {line}" for line in sorted(b - a))])


def test_it_is_json_ld_1_1_without_a_default_vocabulary(context: dict[str, Any]) -> None:
    assert context["@version"] == 1.1
    assert "@vocab" not in context
    assert "@base" not in context
    assert "@language" not in context


def test_its_prefixes_are_those_of_the_code(context: dict[str, Any]) -> None:
    assert {key: value for key, value in context.items() if key in PREFIXES} == PREFIXES


def test_every_term_of_ours_is_defined(context: dict[str, Any], core: Graph) -> None:
    terms = iris(context)
    ours = {iri for iri in terms.values() if iri.startswith(str(EW))}
    assert len(ours) > 150
    assert {iri for iri in ours if (URIRef(iri), RDFS.isDefinedBy, None) not in core} == set()


def test_every_term_of_others_is_in_the_sample_graph(context: dict[str, Any], sample: Graph) -> None:
    named = {str(node) for triple in sample for node in triple}
    others = {iri for iri in iris(context).values() if not iri.startswith(str(EW))}
    assert others - named == {expand("schema:NewsArticle")}


@pytest.mark.parametrize("kind", [OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty])
def test_every_class_and_property_has_a_term_of_its_own_name(
    context: dict[str, Any], core: Graph, kind: URIRef
) -> None:
    terms = iris(context)
    declared = {str(term) for term in core.subjects(RDF.type, kind)}
    assert declared
    assert {iri for iri in declared if terms.get(iri.removeprefix(str(EW))) != iri} == set()


def test_every_property_of_the_model_page_has_a_term(context: dict[str, Any], model_page: str) -> None:
    turtle = "\n".join(re.findall(r"```turtle\n(.*?)```", model_page, re.DOTALL))
    prefixes = "|".join(set(PREFIXES) - {"xsd"})
    used = re.findall(rf"(?<![\w<^/])((?:{prefixes}):[a-z]\w*)(?![\w:-])", turtle)
    wanted = {expand(name) for name in used} - {expand("geo:wktLiteral")}
    assert len(wanted) > 60
    assert wanted - set(iris(context).values()) == set()


def test_values_of_closed_lists_go_by_their_notation(context: dict[str, Any], core: Graph) -> None:
    scoped = {
        key: value["@context"] for key, value in context.items() if isinstance(value, dict) and "@context" in value
    }
    assert len(scoped) == 13
    given = {(word, expand(name)) for words in scoped.values() for word, name in words.items()}
    schemes = core.subject_objects(SKOS.inScheme)
    assert given == {(str(core.value(value, SKOS.notation)), str(value)) for value, _ in schemes}


def test_datatypes_are_those_of_the_ontology(context: dict[str, Any], core: Graph) -> None:
    hint = URIRef("https://schema.org/rangeIncludes")
    checked = 0
    for prop in core.subjects(RDF.type, OWL.DatatypeProperty):
        declared = str(core.value(prop, hint))
        term = context[str(prop).removeprefix(str(EW))]
        assert expand(term.get("@type", "xsd:string")) == declared
        checked += 1
    assert checked > 15


def test_the_sample_is_short_and_readable(sample: Graph) -> None:
    document = to_jsonld(sample)
    claim = next(node for node in document["@graph"] if node["id"].endswith("only-said"))
    assert claim["type"] == "Claim"
    assert claim["eventClass"] == "DroneStrike"
    assert (claim["modality"], claim["polarity"], claim["status"]) == ("claimed", "negative", "attributed_claim")
    velmar = next(node for node in document["@graph"] if node["id"].endswith("velmar"))
    assert velmar["label"] == "Velmar"
    assert velmar["plainLabel"] == {"@language": "uk", "@value": "Вельмар"}
    assert (velmar["altLabel"], velmar["plainAltLabel"]) == (["Wellmar"], ["Wel-Mar"])
    capture = next(node for node in document["@graph"] if node["id"].endswith("event/capture"))
    assert capture["plainLabel"] == "Capture: seized"
    quantity = next(node for node in document["@graph"] if node["type"] == "Quantity")
    assert (quantity["value"], quantity["low"]) == ("1027", "0.5"), (
        "decimals are strings: JSON numbers would be doubles"
    )


def test_no_key_needs_a_prefix(sample: Graph) -> None:
    document = to_jsonld(sample)
    assert {key for node in document["@graph"] for key in node if ":" in key} == set()


def test_pyld_brings_the_same_triples_back(sample: Graph) -> None:
    back = Graph().parse(data=jsonld.to_rdf(to_jsonld(sample), {"format": "application/n-quads"}), format="nt")
    assert isomorphic(to_isomorphic(sample), to_isomorphic(back)), difference(sample, back)


def test_rdflib_reads_the_same_triples(sample: Graph) -> None:
    back = Graph().parse(data=json.dumps(to_jsonld(sample)), format="json-ld")
    assert isomorphic(to_isomorphic(sample), to_isomorphic(back)), difference(sample, back)


def test_pyoxigraph_reads_the_same_triples(sample: Graph) -> None:
    store = pyoxigraph.Store()
    store.bulk_load(json.dumps(to_jsonld(sample)).encode(), format=pyoxigraph.RdfFormat.JSON_LD)
    back = Graph().parse(
        data=store.dump(format=pyoxigraph.RdfFormat.N_TRIPLES, from_graph=pyoxigraph.DefaultGraph()), format="nt"
    )
    assert isomorphic(to_isomorphic(sample), to_isomorphic(back)), difference(sample, back)


def test_json_numbers_and_booleans_may_stand_for_integers_and_booleans() -> None:
    document = {"@context": SHORT, "id": "http://example.org/x", "start": 51, "inferred": False, "depth": 0}
    assert {
        (str(p).split("#")[1], o.n3())
        for _, p, o in Graph().parse(data=jsonld.to_rdf(document, {"format": "application/n-quads"}))
    } == {
        ("start", '"51"^^<http://www.w3.org/2001/XMLSchema#integer>'),
        ("inferred", '"false"^^<http://www.w3.org/2001/XMLSchema#boolean>'),
        ("depth", '"0"^^<http://www.w3.org/2001/XMLSchema#integer>'),
    }
