"""Which words fire, with which class: mechanics of wordings and conditions, on invented sentences."""

from collections.abc import Callable

import pytest

from converters.language.tree import Doc
from converters.lexicon.load import load
from converters.reading.triggers import find_triggers

Told = set[tuple[str, str]]

FIRES = [
    ("Rebels shelled the besieged town of Marlow.", {("shelled", "Shelling"), ("besieged", "Encirclement")}),
    ("Villagers fled the rebel-held town.", {("fled", "Displacement"), ("held", "TerritorialControl")}),
    ("Nearly 200 people are still missing after the flood.", {("missing", "Harm"), ("flood", "NaturalDisaster")}),
    ("The situation in the camp is critical.", {("critical", "Situation")}),
    (
        "The army exchanged three captured soldiers for a general.",
        {("exchanged", "Release"), ("captured", "TakingPrisoner")},
    ),
    ("Troops captured hundreds of villages.", {("captured", "Capture")}),
    ("Troops captured hundreds of rebels.", {("captured", "TakingPrisoner")}),
    ("The freighter Avonia ran aground off Marlow.", {("ran", "Accident")}),
    ("The council called for the port to be reopened.", {("called", "Demand")}),
    ("The air force lost a Q-90 over the hills.", {("lost", "Losses")}),
    ("The minister tendered his resignation.", {("tendered", "Resignation")}),
    ("Rebels carried out an attack on the port.", {("attack", "Attack")}),
    ("Gunmen stormed a bank in Marlow.", {("stormed", "Attack")}),
    ("Infantry stormed the fortress.", {("stormed", "Offensive")}),
    ("Police dispersed the crowd.", {("dispersed", "PoliticalAction")}),
    ("In retaking towns the army lost 40 soldiers.", {("retaking", "Recapture"), ("lost", "Losses")}),
    ("Among the dead were two nurses.", {("dead", "Killing")}),
    ("A storm left 60 people dead.", {("left", "Killing")}),
    ("President Ann Berg is in Berlin for a summit.", {("is", "Visit"), ("summit", "Meeting")}),
    ("Two suspects were caught near Marlow.", {("caught", "Arrest")}),
    ("The navy responded with a salvo.", {("salvo", "Strike")}),
    ("Soldiers went about rounding up villagers.", {("rounding", "TakingPrisoner")}),
    ("Families headed north.", {("headed", "Displacement")}),
    ("The school took in refugees.", {("took", "Aid")}),
    ("Police took in three men.", {("took", "Arrest")}),
    ("The former minister was held in a barracks.", {("held", "Arrest")}),
    ("A Boeing 747 skidded off the runway.", {("skidded", "Accident")}),
    ("Pirates boarded a trawler.", {("boarded", "Capture")}),
    (
        "The council demanded a halt to the raids.",
        {("demanded", "Demand"), ("halt", "Cessation"), ("raids", "Offensive")},
    ),
    ("The ministry gave the diplomats 48 hours.", {("gave", "Demand")}),
    ("The general vowed in a letter to the council to stay.", {("vowed", "Threat")}),
    ("Guerrillas threw down their weapons.", {("threw", "Surrender")}),
    ("The mission reiterated its support.", {("reiterated", "Statement")}),
    ("A tanker broke apart off Marlow.", {("broke", "Accident")}),
    ("The two sides silenced the guns.", {("silenced", "Cessation")}),
]

SILENT = [
    "Armed conflicts and attacks",
    "Shares retreated and oil fell.",
    "The dollar struck a new high.",
    "The drug destroyed tumour cells in mice.",
    "The striker was released from hospital.",
    "The company closed its plant in Marlow.",
    "The firm launched a charm offensive.",
    "The singer is in hospital.",
    "The two clubs will meet in the final.",
    "The top seed advanced to the quarterfinal.",
    "Shares crashed and gold advanced.",
    "The dollar held its ground.",
    "Speculators attacked the peg.",
    "The airline will pull out of Marlow.",
    "The film bombed at the box office.",
    "The antibiotic killed the bacteria.",
    "The phone exploded in popularity.",
    "Cold air will invade on Friday.",
    "Developers deployed a patch.",
    "The takeover battle for customers goes on.",
    "The team captured the trophy.",
]


@pytest.fixture
def told(sentence: Callable[[str], Doc]) -> Callable[[str], Told]:
    """The words that fire in a text, with their classes before refinement by roles."""

    def _told(text: str) -> Told:
        return {(t.token.text, t.entry.cls) for t in find_triggers(sentence(text), load())}

    return _told


@pytest.mark.parametrize(("text", "expected"), FIRES, ids=[text for text, _ in FIRES])
def test_fires(told: Callable[[str], Told], text: str, expected: Told) -> None:
    assert told(text) == expected


@pytest.mark.parametrize("text", SILENT)
def test_figures_of_speech_and_labels_tell_no_event(told: Callable[[str], Told], text: str) -> None:
    assert told(text) == set()


def test_one_trigger_for_a_verb_and_the_noun_in_its_wording(sentence: Callable[[str], Doc]) -> None:
    (trigger,) = find_triggers(sentence("The minister tendered his resignation."), load())
    assert trigger.head_object is not None and trigger.head_object.text == "resignation"


def test_a_light_verb_leaves_the_event_to_its_noun(sentence: Callable[[str], Doc]) -> None:
    (trigger,) = find_triggers(sentence("Rebels carried out an attack on the port."), load())
    assert trigger.light is not None and trigger.light.text == "carried"
