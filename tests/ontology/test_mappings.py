"""Mappings to other vocabularies: which classes have one, and that what they point at is real."""

import csv
import re
from pathlib import Path

import pytest
from rdflib import RDF, RDFS, SKOS, Graph, URIRef
from rdflib.term import Node

from converters.namespaces import EW, SEM, WD
from converters.proposals.rules import rules
from converters.resources import resource

MAPPINGS = (SKOS.exactMatch, SKOS.closeMatch, SKOS.broadMatch, SKOS.narrowMatch, SKOS.relatedMatch)
UNMAPPED = {
    ("wikidata", "Event"): """
        Accusation Aid Alert Apology Appointment ArmsTransport Arrest Arson CapabilityDevelopment
        CessationViolation Communication Concession Cooperation Demand Denial Diplomacy
        DiplomaticRecognition Investigation LegalConstraint Legislation Movement Offer Praise PropertyDamage
        Proposal Rejection RelationsReduction Release Rescue Resignation Sanction SexualViolence Situation
        TakingPrisoner TerritorialTransfer Threat Transport Trial Verification Visit
    """,
    ("wikidata", "Entity"): """
        Agent Area ArmedGroup Entity Facility Island Money Mountain Object PersonGroup Place Vehicle
    """,
    ("plover", "Event"): """
        Accident Communication Denial Disaster Election Event NaturalDisaster PowerOutage Publication
        Situation Statement Transport Verification
    """,
    ("cameo", "Event"): """
        Accident Disaster Election Event Movement NaturalDisaster PowerOutage Situation Transport
    """,
    ("acled", "Event"): """
        Accident Accusation Aid Alert Apology Appointment Communication Concession Cooperation Cyberattack
        Demand Denial Diplomacy DiplomaticRecognition Disaster Election Event Investigation LegalConstraint
        Legislation Meeting NaturalDisaster Negotiation Offer PowerOutage Praise Proposal Publication
        Rejection RelationsReduction Rescue Resignation Sanction Situation Statement Threat Transport Trial
        Verification Visit
    """,
}
"""Classes with no mapping: Wikidata for want of a verified identifier, the others because they code nothing like it."""

ROLES_WITHOUT_A_PROPERTY = """
    beneficiary condition content counterparty endpoint experiencer host instrument manner medium occasion path
    purpose theme
"""
"""Roles that no verified property of Wikidata says the same as."""


def mapped(alignment: Graph) -> set[URIRef]:
    return {term for mapping in MAPPINGS for term in alignment.subjects(mapping, None) if isinstance(term, URIRef)}


def targets(alignment: Graph) -> set[str]:
    return {str(target) for mapping in MAPPINGS for target in alignment.objects(None, mapping)}


def alignment(name: str) -> Graph:
    return Graph().parse(resource("ontology", "alignments", f"{name}.ttl"))


@pytest.mark.parametrize(("name", "root"), UNMAPPED)
def test_only_the_listed_classes_have_no_mapping(core: Graph, name: str, root: str) -> None:
    without = set(core.transitive_subjects(RDFS.subClassOf, EW[root])) - mapped(alignment(name))
    assert {str(term).removeprefix(str(EW)) for term in without} == set(UNMAPPED[name, root].split())


def test_only_situation_is_mapped_nowhere(core: Graph, alignments: Graph) -> None:
    assert set(core.transitive_subjects(RDFS.subClassOf, EW.Event)) - mapped(alignments) == {EW.Situation}


def test_matches_are_neither_doubled_nor_at_odds(alignments: Graph, alignment_files: list[Path]) -> None:
    for path in alignment_files:
        graph = Graph().parse(path)
        for term in mapped(graph):
            found = [target for mapping in MAPPINGS for target in graph.objects(term, mapping)]
            assert len(found) == len(set(found)), f"{path.name}: {term}"
            assert len(list(graph.objects(term, SKOS.exactMatch))) <= 1, f"{path.name}: {term}"


def test_wikidata_identifiers_are_verified_ones(shared: Path) -> None:
    with shared.joinpath("gazetteer", "qids.tsv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    verified = {
        str(WD[row["qid"]])
        for row in rows
        if row["status"] == "verified" and row["type"] in {"event type", "class", "occupation/position class"}
    }
    named = targets(alignment("wikidata"))
    properties = {str(WD[pid]) for pid in rules().kinds}
    assert len(named) > 80 and named & properties
    assert named - verified - properties == set()


def test_every_role_is_a_role_type_and_those_with_a_property_are_known(core: Graph, alignments: Graph) -> None:
    roles = set(core.subjects(SKOS.inScheme, EW.Roles))
    assert roles == {role for role in roles if (role, RDF.type, SEM.RoleType) in alignments}
    without = roles - mapped(alignment("wikidata"))
    assert {str(role).removeprefix(f"{EW}role-") for role in without} == set(ROLES_WITHOUT_A_PROPERTY.split())


def test_every_class_of_entities_is_mapped_or_below_one_that_is(core: Graph, alignments: Graph) -> None:
    def is_mapped(term: Node) -> bool:
        ours = set(core.transitive_objects(term, RDFS.subClassOf)) - {EW.Entity}
        above = {other for one in ours for other in alignments.objects(one, RDFS.subClassOf)}
        return bool(ours & mapped(alignments) or above)

    without = {term for term in core.transitive_subjects(RDFS.subClassOf, EW.Entity) if not is_mapped(term)}
    assert without == {EW.Entity}


def test_cameo_codes_are_coded_by_petrarch_or_are_roots(shared: Path) -> None:
    text = shared.joinpath("lexicon", "CAMEO.2.0.txt").read_text(encoding="utf-8", errors="replace")
    known = set(re.findall(r"\[(\d{2,4})[\]:]", text))
    codes = {str(code) for code in alignment("cameo").objects(None, SKOS.notation)}
    absent = {code for code in codes if code not in known and not any(other.startswith(code) for other in known)}
    assert absent == {"1952"}, "1952 is in the codebook of 2012 and was never coded by the dictionary"


@pytest.mark.parametrize(
    ("name", "scheme", "count"), [("plover", "PLOVER", 16), ("acled", "ACLED", 31), ("cameo", "CAMEO", 77)]
)
def test_concepts_of_codebooks_are_declared_where_they_are_used(name: str, scheme: str, count: int) -> None:
    graph = alignment(name)
    declared = {str(concept) for concept in graph.subjects(SKOS.inScheme, EW[scheme])}
    assert len(declared) == count
    assert targets(graph) <= declared
    assert {str(concept) for concept in graph.subjects(RDF.type, SKOS.Concept)} == declared
    for parent in graph.objects(None, SKOS.broader):
        assert str(parent) in declared
