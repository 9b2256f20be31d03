"""The offices of a linked person stand beside the entity, as the source tells them, apart from what an article says."""

from converters.graph.entities import entity_nodes
from converters.linking.model import Identity, Link, Office

LINK = Link("linked", "Q900000041", 0.9, "full name", "a list, 2031-05-01")
HELD = (
    Office("Mayor", "2019", "2024-06"),
    Office("Minister of Tides", "2024-06-02", None, told="2026"),
    Office("Pilot"),
)
ENTITY = "<http://localhost:8000/entity/Q900000041>"


def test_each_office_is_a_tenure_with_its_time_and_source() -> None:
    entity, _, *tenures = entity_nodes(ENTITY, Identity("Q900000041", "Person", "Ann Cole", (), LINK, offices=HELD))
    told = [{key.rpartition("#")[2].rstrip(">"): value for key, value in tenure.properties} for tenure in tenures]
    assert [one["label"] for one in told] == ['"Mayor"@en', '"Minister of Tides"@en', '"Pilot"@en']
    assert [(one.get("heldFrom"), one.get("heldUntil"), one.get("stillHeldIn")) for one in told] == [
        ('"2019"', '"2024-06"', None),
        ('"2024-06-02"', None, '"2026"'),
        (None, None, None),
    ]
    assert {one["linkSource"] for one in told} == {'"a list, 2031-05-01"'}
    named = [value for key, value in entity.properties if key.endswith("#hasTenure>")]
    assert {*named} == {tenure.iri for tenure in tenures} and len(named) == 3


def test_who_held_none_has_none() -> None:
    nodes = entity_nodes(ENTITY, Identity("Q900000041", "Person", "Ann Cole", (), LINK))
    assert len(nodes) == 2
