"""The closed vocabularies hold the contract's values (section 4), and the same ones as the code's types."""

from typing import get_args

import pytest
from rdflib import SKOS, Graph

from converters.graph.ledger import rules
from converters.linking.model import LinkState
from converters.namespaces import EW
from converters.reading.model import Basis, Bound, MentionKind, Modality, Polarity, Precision, Stance, Status

ROLES = (
    "agent patient target theme beneficiary place source destination endpoint path participant host guest addressee "
    "counterparty experiencer instrument medium topic cause purpose condition manner result occasion part_of content"
)
STANDINGS = "asserted denied contested unverified independently_confirmed planned withdrawn"
VALUES = {
    ("Roles", "role"): ROLES.split(),
    ("Stances", "stance"): get_args(Stance),
    ("Modalities", "modality"): get_args(Modality),
    ("Polarities", "polarity"): get_args(Polarity),
    ("Statuses", "status"): get_args(Status),
    ("Precisions", "precision"): get_args(Precision),
    ("Bases", "basis"): get_args(Basis),
    ("Bounds", "bound"): get_args(Bound),
    ("MentionKinds", "mention"): get_args(MentionKind),
    ("LinkStates", "link"): get_args(LinkState),
    ("Standings", "standing"): STANDINGS.split(),
    ("Aspects", "aspect"): ["place", "time", "participants", "numbers", "outcome"],
    ("LedgerRules", "rule"): [rule for rule, text in rules().items() if "ew:byRule" in text],
}


@pytest.mark.parametrize(("scheme", "prefix"), VALUES)
def test_a_list_holds_exactly_its_values(core: Graph, scheme: str, prefix: str) -> None:
    found = {str(value): str(core.value(value, SKOS.notation)) for value in core.subjects(SKOS.inScheme, EW[scheme])}
    assert found == {str(EW[f"{prefix}-{word}"]): word for word in VALUES[scheme, prefix]}


def test_there_is_no_further_list(core: Graph) -> None:
    assert {str(scheme) for scheme in core.objects(None, SKOS.inScheme)} == {str(EW[name]) for name, _ in VALUES}
