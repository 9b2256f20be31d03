"""What events are called, over short invented articles."""

from itertools import permutations

import pytest

from converters.fusion.join import join
from converters.graph.labels import _style, label
from converters.graph.naming import name_readings
from converters.iris import Iris
from converters.lexicon.load import load
from converters.query import rows, store_of
from tests.graph.test_ledger import BASE, BY_DENMARK, BY_NORWAY, DAYS, KILLED, linked, quads
from tests.ontology.test_vocabularies import VALUES


def labels(cls: str, *texts: str) -> set[str]:
    """The labels of the events of a class."""
    asked = f"SELECT ?label {{ ?claim ew:eventClass ew:{cls} ; ew:about/rdfs:label ?label }}"
    return {row["label"] for row in rows(store_of(quads(*texts)), asked)}


SAID = "Sweden said that Norwegian drones had struck a market in Uppsala on May 2."
ACCUSED = "Sweden accused Norway of bombing Uppsala on May 2."
CALLED: list[tuple[str, str, str]] = [
    ("Capture", "Norway captured Uppsala.", "Capture of Uppsala by Norway"),
    ("Capture", "Norway plans to capture Uppsala.", "Capture (not factual) of Uppsala by Norway"),
    ("Capture", "Norway did not capture Uppsala.", "Capture (did not happen) of Uppsala by Norway"),
    ("Attack", "Norway denied attacking Uppsala on May 2.", "Attack (denied) on Uppsala by Norway"),
    ("Denial", "Norway denied attacking Uppsala on May 2.", "Denial by Norway of attack on Uppsala by Norway"),
    ("DroneStrike", SAID, "Drone strike (claimed) on a market in Uppsala by Norway"),
    ("Statement", SAID, "Statement by Sweden about drone strike on a market in Uppsala"),
    ("Meeting", "Jan Korda met Ann Lee in Oslo.", "Meeting of Jan Korda and Ann Lee in Oslo"),
    ("Accusation", ACCUSED, "Accusation by Sweden against Norway of bombing on Uppsala by Norway"),
    ("Offensive", "The offensive goes on.", "Offensive"),
]


@pytest.mark.parametrize(("cls", "text", "called"), CALLED)
def test_an_event_is_called_after_what_is_known_of_it(cls: str, text: str, called: str) -> None:
    assert called in labels(cls, text)


def test_a_label_without_a_mark_tells_nothing_that_only_somebody_claims() -> None:
    told = "A drone struck a market in Uppsala on May 2. Sweden said that Norway had carried out the strike."
    assert labels("DroneStrike", told) == {"Drone strike on a market in Uppsala"}


def test_a_label_does_not_take_sides() -> None:
    (called,) = labels("DroneStrike", BY_NORWAY, BY_DENMARK)
    assert called == "Drone strike (claimed) on Uppsala"
    assert labels("Killing", *KILLED) == {"Killing (claimed) in Oslo"}
    assert labels("Killing", KILLED[0]) == {"Killing (claimed) of 12 people in Oslo"}


def test_the_order_of_articles_does_not_matter() -> None:
    texts = ("Norway captured Uppsala.", "Norwegian forces captured Uppsala.", "Norway said it had captured Uppsala.")
    readings = [linked(text, day) for text, day in zip(texts, DAYS, strict=False)]
    told = {
        frozenset(label(event, names, ()) for event in edition.events)
        for edition in (join(found, load().superclass) for found in permutations(readings))
        for names in [name_readings(edition, Iris(BASE))]
    }
    assert len(told) == 1


def test_the_prepositions_are_of_known_classes_and_roles() -> None:
    style = _style()
    assert set(style.prepositions) <= set(load().superclass)
    assert {role for part in (*style.parts, *style.prepositions.values()) for role in part} <= set(
        VALUES["Roles", "role"]
    )
