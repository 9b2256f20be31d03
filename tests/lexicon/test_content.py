"""What the shipped lexicon holds: every class, many words, no entry that cannot fire, the roles of the ontology."""

from collections import Counter

import pytest
from rdflib import Graph

from converters.language.tokens import fixed_tokens
from converters.lexicon.check import check
from converters.lexicon.classes import line_of_descent
from converters.lexicon.load import load
from converters.lexicon.model import Entry, Lexicon
from converters.lexicon.sheets import ROLES
from converters.namespaces import EW, SKOS
from converters.resources import resource

WITHOUT_WORDS = frozenset[str]()
"""Classes that have no wording of their own."""


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load()


@pytest.fixture(scope="module")
def entries(lexicon: Lexicon) -> list[Entry]:
    return [entry for group in lexicon.entries.values() for entry in group]


def test_nothing_to_complain_about(lexicon: Lexicon) -> None:
    assert check(lexicon, frozenset(fixed_tokens().values())) == []


def test_every_class_of_the_ontology_can_be_told(lexicon: Lexicon, entries: list[Entry]) -> None:
    assert set(lexicon.superclass) - {entry.cls for entry in entries} == WITHOUT_WORDS
    assert len(lexicon.superclass) >= 80


def test_there_are_many_words_of_each_kind(lexicon: Lexicon) -> None:
    kinds = Counter(kind for kind, _ in lexicon.entries)
    assert kinds["verb"] >= 1000
    assert kinds["noun"] >= 600
    assert kinds["adjective"] >= 70
    assert len(lexicon.reporting) >= 200
    assert len(lexicon.governors) >= 250
    assert len(set(lexicon.media.values())) >= 30


def test_ids_are_unique(entries: list[Entry]) -> None:
    assert [i for i, n in Counter(entry.id for entry in entries).items() if n > 1] == []


def test_the_roles_are_those_of_the_ontology() -> None:
    graph = Graph().parse(resource("ontology", "modules", "vocabularies.ttl"))
    notations = {
        str(notation)
        for concept in graph.subjects(SKOS.inScheme, EW.Roles)
        for notation in graph.objects(concept, SKOS.notation)
    }
    assert notations == ROLES


def test_every_event_has_a_place(entries: list[Entry]) -> None:
    lost = [e.id for e in entries if e.kind == "verb" and not {"place", "destination"} & set(e.roles.values())]
    assert lost == []


def test_who_dies_and_who_kills_are_not_confused(lexicon: Lexicon) -> None:
    roles = {(e.lemma, e.particles): e.roles for lemma in ("kill", "die") for e in lexicon.entries["verb", lemma]}
    assert roles["kill", ()]["object"] == roles["die", ()]["subject"] == "patient"


@pytest.mark.parametrize(
    ("kind", "lemma", "slot", "word", "cls"),
    [
        ("verb", "seize", "object", "village", "Capture"),
        ("verb", "seize", "object", "hostage", "Abduction"),
        ("verb", "release", "object", "prisoner", "Release"),
        ("verb", "release", "object", "video", "Publication"),
        ("verb", "fire", "object", "minister", "Resignation"),
        ("verb", "fire", "object", "mortar", "Shelling"),
        ("verb", "fire", "object", "missile", "Strike"),
        ("verb", "freeze", "object", "asset", "Sanction"),
        ("verb", "cut", "object", "electricity", "PowerOutage"),
        ("verb", "sign", "object", "bill", "Legislation"),
        ("verb", "expel", "object", "diplomat", "RelationsReduction"),
        ("verb", "save", "object", "survivor", "Rescue"),
        ("noun", "strike", "modifier", "hunger", "Protest"),
        ("noun", "campaign", "modifier", "bombing", "War"),
        ("noun", "control", "preposition", "of", "TerritorialControl"),
    ],
)
def test_a_word_of_several_meanings_takes_its_class_from_its_company(
    lexicon: Lexicon, kind: str, lemma: str, slot: str, word: str, cls: str
) -> None:
    plain = [e for e in lexicon.entries[kind, lemma] if not e.particles]  # type: ignore[index]
    fitting = [e for e in plain if word in getattr(e.condition, slot)]
    assert fitting and fitting[0].cls == cls


@pytest.mark.parametrize(
    ("kind", "lemma", "slot", "word"),
    [
        ("verb", "strike", "object", "deal"),
        ("verb", "meet", "object", "deadline"),
        ("verb", "capture", "object", "imagination"),
        ("verb", "fight", "object", "inflation"),
        ("verb", "die", "subject", "hope"),
        ("noun", "war", "modifier", "trade"),
        ("noun", "trial", "modifier", "clinical"),
        ("noun", "operation", "modifier", "surgical"),
        ("noun", "attack", "modifier", "heart"),
    ],
)
def test_figures_of_speech_are_excluded(lexicon: Lexicon, kind: str, lemma: str, slot: str, word: str) -> None:
    plain = [e for e in lexicon.entries[kind, lemma] if not e.particles and not getattr(e.condition, slot)]  # type: ignore[index]
    assert plain and all(word in getattr(e.condition, f"not_{slot}") for e in plain if _has_no_wants(e))


def _has_no_wants(entry: Entry) -> bool:
    c = entry.condition
    return entry.object_head is None and not any((c.object, c.subject, c.preposition, c.modifier, c.governor))


def test_what_is_wanted_or_prevented_is_not_a_fact(lexicon: Lexicon) -> None:
    assert lexicon.governors["want"].modality == "desired"
    assert lexicon.governors["plan"].modality == "planned"
    assert lexicon.governors["prevent"].polarity == "negative"
    assert lexicon.governors["manage"].modality is None


def test_refinements_are_finer_or_of_the_same_family(lexicon: Lexicon) -> None:
    families = {"MilitaryAction", "Violence", "Harm", "Movement"}
    for cls, _, subclass in lexicon.refinements:
        assert families & set(line_of_descent(cls, lexicon.superclass))
        assert families & set(line_of_descent(subclass, lexicon.superclass))
