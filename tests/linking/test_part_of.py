"""An accepted link carries the wholes that its source tells of; no other link does."""

import pytest

from converters.linking.gazetteer import Gazetteer, index
from converters.linking.link import link
from converters.linking.row import Row
from tests.linking.test_link import Words, first, reading

BRIGADE = Row(
    "Q900000031",
    "Xan Brigade",
    "MilitaryUnit",
    ("Xan Brigade",),
    "AU",
    None,
    0,
    "own",
    part_of=("Q900000032", "Q900000031"),
)


@pytest.mark.parametrize(
    ("named", "state", "wholes"),
    [
        (("MilitaryUnit", "Xan Brigade"), "linked", ("Q900000032",)),
        (("MilitaryUnit", "Uvw Brigade"), "none", ()),
    ],
)
def test_only_who_is_linked_has_wholes_and_none_is_its_own(
    gazetteer: Gazetteer, named: Words, state: str, wholes: tuple[str, ...]
) -> None:
    wider = index([BRIGADE, *gazetteer.rows()], "invented")
    (found, _) = link(reading(named, ("Country", "Australia")), wider).identities
    assert (found.link.state, found.part_of) == (state, wholes)


@pytest.mark.parametrize(
    ("named", "qid", "wholes"),
    [
        ([("City", "Kupyansk"), ("Country", "Ukraine")], "Q889555", ("Q212",)),
        ([("Region", "Kharkiv region"), ("Country", "Ukraine")], "Q170666", ("Q212",)),
        ([("Country", "Ukraine")], "Q212", ()),
        ([("City", "Singapore")], "Q334", ()),
    ],
)
def test_what_ships_knows_the_territories_of_places(
    gazetteer: Gazetteer, named: list[Words], qid: str, wholes: tuple[str, ...]
) -> None:
    found = first(gazetteer, *named)
    assert (found.link.wikidata, found.part_of) == (qid, wholes)
