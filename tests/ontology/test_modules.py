"""The files of the ontology: all parse, all bear a header, and the classes are those of the contract (section 5)."""

from pathlib import Path

import pytest
from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS, BNode, Graph, URIRef
from rdflib.namespace import VANN

from converters.namespaces import EW

BASE = "https://w3id.org/eventwire/ontology"

TREE = {
    "Event": "MilitaryAction Violence Harm Diplomacy PoliticalAction Communication Movement CapabilityDevelopment "
    "Disaster Situation",
    "MilitaryAction": "Offensive Defence Recapture Capture Encirclement Strike AirDefence Withdrawal SupplyCutoff "
    "Battle War Deployment",
    "Strike": "DroneStrike MissileStrike Airstrike Shelling NavalStrike Bombing",
    "Violence": "Attack Abduction Assassination Arson SexualViolence Cyberattack",
    "Harm": "Killing Wounding TakingPrisoner Losses PropertyDamage PowerOutage Displacement Rescue",
    "Diplomacy": "Meeting Negotiation Proposal Demand Offer Agreement TerritorialTransfer Cessation CessationViolation "
    "Surrender Concession DiplomaticRecognition RelationsReduction Cooperation Aid",
    "PoliticalAction": "Annexation Sanction LegalConstraint TerritorialControl Legislation Election Appointment "
    "Resignation Protest Arrest Release Investigation Trial",
    "Communication": "Statement Denial Praise Publication Verification Accusation Threat Rejection Apology Alert",
    "Movement": "Visit Transport",
    "Transport": "ArmsTransport",
    "Disaster": "NaturalDisaster Accident",
    "Entity": "Agent Place Vessel Aircraft Vehicle Weapon Document Object Money Holiday",
    "Agent": "Person PersonGroup Organisation",
    "Organisation": "GovernmentBody MilitaryUnit ArmedGroup PoliticalParty Publisher Platform",
    "Publisher": "NewsAgency",
    "Place": "Country Region City Village Area Sea River Island Mountain Facility",
}
"""Parent -> children. Later editions may add classes; none of these goes away."""


def test_every_file_parses_and_none_is_missed(module_files: list[Path], alignment_files: list[Path]) -> None:
    assert [path.stem for path in module_files] == [
        "annotations", "claims", "entities", "events", "ledger", "time-quantity", "vocabularies",
    ]  # fmt: skip
    assert [path.stem for path in alignment_files] == [
        "acled", "cameo", "geosparql", "owl-time", "plover", "prov-o", "schema-org", "sem", "web-annotation",
        "wikidata",
    ]  # fmt: skip
    for path in module_files + alignment_files:
        assert len(Graph().parse(path)) > 12, f"{path.name} holds no more than a header"


def test_each_file_has_one_header_with_its_own_iri(module_files: list[Path], alignment_files: list[Path]) -> None:
    for path in module_files + alignment_files:
        graph = Graph().parse(path)
        folder = "/alignments" if path.parent.name == "alignments" else ""
        assert list(graph.subjects(RDF.type, OWL.Ontology)) == [URIRef(f"{BASE}{folder}/{path.stem}")]


def test_titles_and_version_iris_are_not_copied(everything: Graph) -> None:
    headers = set(everything.subjects(RDF.type, OWL.Ontology))
    assert len(headers) == 18
    for unique in (DCTERMS.title, OWL.versionIRI):
        assert len({everything.value(header, unique) for header in headers}) == len(headers)


def test_all_headers_agree_on_version_and_namespace(everything: Graph) -> None:
    assert len(set(everything.objects(None, OWL.versionInfo))) == 1
    assert {str(uri) for uri in everything.objects(None, VANN.preferredNamespaceUri)} == {str(EW)}
    version = next(everything.objects(None, OWL.versionInfo))
    for header, iri in everything.subject_objects(OWL.versionIRI):
        assert str(iri) == str(header).replace(BASE, f"{BASE}/{version}")


def test_the_aggregator_imports_all_modules_and_nothing_else(module_files: list[Path]) -> None:
    aggregator = Graph().parse(module_files[0].parent.parent / "eventwire.ttl")
    imported = {str(iri) for iri in aggregator.objects(URIRef(BASE), OWL.imports)}
    assert imported == {f"{BASE}/{path.stem}" for path in module_files}
    assert set(aggregator.subjects()) == {URIRef(BASE)}


@pytest.mark.parametrize(("parent", "child"), [(p, c) for p, children in TREE.items() for c in children.split()])
def test_the_class_tree_of_the_contract(core: Graph, parent: str, child: str) -> None:
    assert (EW[child], RDF.type, OWL.Class) in core
    assert list(core.objects(EW[child], RDFS.subClassOf)) == [EW[parent]]


def test_the_tree_above_lists_every_event_class(core: Graph) -> None:
    listed = {EW[child] for children in TREE.values() for child in children.split()} | {EW.Event}
    assert set(core.transitive_subjects(RDFS.subClassOf, EW.Event)) <= listed


def test_there_are_no_blank_nodes(everything: Graph) -> None:
    assert not [node for triple in everything for node in triple if isinstance(node, BNode)]


def test_each_term_is_defined_in_the_module_that_says_so(module_files: list[Path]) -> None:
    counted = 0
    for path in module_files:
        graph = Graph().parse(path)
        for term in graph.subjects(RDFS.isDefinedBy, None):
            assert list(graph.objects(term, RDFS.isDefinedBy)) == [URIRef(f"{BASE}/{path.stem}")]
            counted += 1
    assert counted > 240


def test_definitions_are_single_sentences_and_no_two_are_the_same(core: Graph) -> None:
    terms = set(core.subjects(SKOS.example, None))
    definitions = [str(core.value(term, SKOS.definition)) for term in terms]
    assert len(definitions) > 250
    assert len(set(definitions)) == len(definitions)
    assert not [text for text in definitions if not text.endswith(".") or ". " in text]
