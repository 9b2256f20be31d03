"""What a linked thing is a part of stands with its link, as the word of the link's source, and not with the thing."""

from converters.graph.entities import entity_nodes
from converters.linking.model import Identity, Link

LINK = Link("linked", "Q900000041", 0.9, "full name", "a list, 2031-05-01")
ENTITY = "<http://localhost:8000/entity/Q900000041>"
PART_OF = "<https://w3id.org/eventwire/ontology#linkTargetPartOf>"


def told(*wholes: str) -> list[list[str]]:
    """The wholes on each node."""
    nodes = entity_nodes(ENTITY, Identity("Q900000041", "MilitaryUnit", "Xan Brigade", (), LINK, part_of=wholes))
    return [[value for key, value in node.properties if key == PART_OF] for node in nodes]


def test_the_link_names_the_wholes() -> None:
    items = [f"<http://www.wikidata.org/entity/{qid}>" for qid in ("Q900000042", "Q900000043")]
    assert told("Q900000042", "Q900000043") == [[], items]


def test_what_is_no_part_has_none() -> None:
    assert told() == [[], []]
