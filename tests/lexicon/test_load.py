"""The loader gives complete values and refuses whatever the format does not allow."""

from collections.abc import Callable
from pathlib import Path

import pytest

from converters.errors import BadData
from converters.lexicon.load import load
from converters.lexicon.model import Condition

Write = Callable[..., Path]


def test_an_entry_has_the_roles_of_all_classes_above_it(write: Write) -> None:
    (entry,) = load(write()).entries["verb", "retake"]
    assert entry.cls == "Recapture"
    assert entry.id == "Recapture/verb/retake"
    assert entry.roles == {"in": "place", "at": "place", "subject": "agent", "object": "patient", "from": "source"}


def test_noun_roles_are_for_nouns_only(write: Write) -> None:
    lexicon = load(write())
    (noun,) = lexicon.entries["noun", "liberation"]
    (verb,) = lexicon.entries["verb", "retake"]
    assert noun.roles["of"] == "patient" and "of" not in verb.roles
    assert lexicon.class_roles["Recapture"]["of"] == "patient"


def test_none_takes_an_inherited_role_away_and_slots_share_a_role(write: Write) -> None:
    (entry,) = load(write()).entries["verb", "regain"]
    assert (entry.object_head, entry.particles) == ("control", ())
    assert entry.roles["of"] == entry.roles["over"] == "patient"
    assert "at" not in entry.roles


def test_particles_modifiers_and_word_classes(write: Write) -> None:
    lexicon = load(write())
    (take,) = lexicon.entries["verb", "take"]
    (march,) = lexicon.entries["noun", "march"]
    (free,) = lexicon.entries["verb", "free"]
    assert take.particles == ("back",)
    assert march.condition == Condition(modifier=frozenset({"peace"}), requires=frozenset({"subject"}))
    assert free.condition.object == {"GPE", "village", "river", "lake", "hilltop"}
    assert free.id == "Recapture/verb/free (object)"


def test_quantity_is_inherited_and_can_be_given(write: Write) -> None:
    lexicon = load(write())
    assert lexicon.entries["verb", "kill"][0].quantity == "killed"
    assert lexicon.entries["verb", "wipe"][0].quantity == "none_left"


def test_entries_that_ask_for_more_come_first(write: Write) -> None:
    events = """
Killing:
  verbs: [take, {take: {object: [a, b]}}, take out]
Recapture:
  verbs: [{take: {object: [c], subject: [d]}}, {take: {subject: [e]}}]
"""
    ids = [entry.id for entry in load(write(small=events)).entries["verb", "take"]]
    assert ids == [
        "Killing/verb/take out",
        "Recapture/verb/take (object, subject)",
        "Recapture/verb/take (subject)",
        "Killing/verb/take (object)",
        "Killing/verb/take",
    ]


def test_speech_and_factuality(write: Write) -> None:
    lexicon = load(write())
    assert [(r.particles, r.cls, r.stance) for r in lexicon.reporting["point"]] == [
        (("out",), "Statement", "asserts"),
        ((), "Denial", "denies"),
    ]
    assert lexicon.reporting_phrases == {"according to": "asserts"}
    assert lexicon.governors["fail"].modality is None and lexicon.governors["fail"].polarity == "negative"
    assert lexicon.governors["plan"].modality == "planned"
    assert lexicon.media["telegram channel"] == "Telegram"
    assert lexicon.refinements == (("Strike", frozenset({"drone", "river", "lake"}), "DroneStrike"),)


def test_the_digest_follows_the_content_of_every_file(write: Write) -> None:
    first = load(write()).digest
    load.cache_clear()
    assert load(write()).digest == first
    load.cache_clear()
    assert load(write(media="Radio: [radio]\n")).digest != first


def _events(body: str) -> dict[str, str]:
    return {"small": body}


BROKEN = {
    "a class outside the ontology": (_events("Picnic: {verbs: [eat]}"), "Picnic is not a class"),
    "an unknown key of a class": (_events("Killing: {verb: [kill]}"), "unknown key verb"),
    "an unknown key of an entry": (_events("Killing: {verbs: [{kill: {objects: [man]}}]}"), "unknown key objects"),
    "an unknown role": (_events("Killing: {roles: {of: victim}}"), "'victim' is not one of"),
    "an unknown role of an entry": (_events("Killing: {verbs: [{kill: {roles: {of: x}}}]}"), "kill: roles"),
    "a slot without a role": (_events("Killing: {roles: {in: place, at}}"), "at has no role"),
    "a slot twice": (_events('Killing: {roles: {"in, at": place, at: source}}'), "at is given twice"),
    "an unknown word class": (_events("Killing: {verbs: [{kill: {object: [$gods]}}]}"), r"no word class \$gods"),
    "an unknown slot": (_events("Killing: {verbs: [{kill: {requires: [adverb]}}]}"), "'adverb' is not one of"),
    "a capital letter": (_events("Killing: {verbs: [Kill]}"), "'Kill' must be lower-case"),
    "an empty phrase": (_events('Killing: {verbs: ["kill, "]}'), "must be lower-case words"),
    "no list": (_events("Killing: {verbs: kill}"), "verbs must be a list"),
    "two phrases in one item": (_events("Killing: {verbs: [{kill: {}, slay: {}}]}"), "a phrase, or one phrase"),
    "a word twice in a list": (_events("Killing: {verbs: [{kill: {object: [a, a]}}]}"), "a is listed twice"),
    "the same entry twice": (_events("Killing: {verbs: [kill, kill]}"), "Killing/verb/kill: the same wording"),
    "the same entry in two classes": (_events("Killing: {verbs: [hit]}\nWounding: {verbs: [hit]}"), "same wording"),
    "two entries of one id": (
        _events("Killing: {verbs: [{kill: {object: [a]}}, {kill: {object: [b]}}]}"),
        "two entries with this id",
    ),
    "a class twice in a file": (_events("Killing: {}\nKilling: {}"), "'Killing' twice"),
    "no mapping": (_events("[Killing]"), "a mapping is needed"),
    "broken YAML": (_events("Killing: {"), "cannot be read as YAML"),
    "a word class that is not there": ({"words": "a: [$b]\n"}, r"no word class \$b"),
    "circular word classes": ({"words": "a: [$b]\nb: [$a]\n"}, "contains itself"),
    "an unknown stance": (
        {"reporting": "groups: [{class: Statement, stance: shouts, complement: [quote], verbs: [shout]}]"},
        "stance: 'shouts' is not one of",
    ),
    "an unknown complement": (
        {"reporting": "groups: [{class: Statement, stance: asserts, complement: [song], verbs: [sing]}]"},
        "complement: 'song' is not one of",
    ),
    "an unknown class of speech": (
        {"reporting": "groups: [{class: Song, stance: asserts, complement: [quote], verbs: [sing]}]"},
        "class: 'Song' is not one of",
    ),
    "a reporting verb twice": (
        {"reporting": "groups: [{class: Statement, stance: asserts, complement: [quote], verbs: [say]},"
                      " {class: Denial, stance: denies, complement: [quote], verbs: [say]}]"},
        "say is in an earlier group",
    ),
    "an unknown word class of what may not be an object": (
        {"reporting": "groups: [{class: Denial, stance: denies, complement: [object], not_object: [$gods],"
                      " verbs: [deny]}]"},
        r"no word class \$gods",
    ),
    "a reporting phrase twice": (
        {"reporting": "phrases: {asserts: [per], hedges: [per]}"}, "'per' is given twice"
    ),
    "an unknown modality": (
        {"factuality": "governors: {a: {modality: maybe, words: [x]}}"}, "modality: 'maybe' is not one of"
    ),
    "a governor twice": (
        {"factuality": "governors: {a: {modality: planned, words: [x]}, b: {modality: desired, words: [x]}}"},
        "x is in an earlier group",
    ),
    "an unknown list": ({"factuality": "doubts: [hm]"}, "unknown key doubts"),
    "an unknown role of a light verb": ({"light_verbs": "do: {subject: doer}"}, "'doer' is not one of"),
    "a refinement to an unknown class": ({"refinements": "Strike: {Slap: [hand]}"}, "'Slap' is not one of"),
    "a medium's word twice": ({"media": "A: [x]\nB: [x]\n"}, "'x' is both A and B"),
}  # fmt: skip


@pytest.mark.parametrize(("files", "message"), BROKEN.values(), ids=BROKEN.keys())
def test_refuses(write: Write, files: dict[str, str], message: str) -> None:
    with pytest.raises(BadData, match=message):
        load(write(**files))


def test_refuses_a_class_in_two_files(write: Write) -> None:
    folder = write()
    (folder / "events" / "other.yaml").write_text("Killing: {verbs: [slay]}", encoding="utf-8")
    with pytest.raises(BadData, match=r"small\.yaml: Killing is also in other\.yaml"):
        load(folder)


def test_refuses_a_lexicon_without_a_file(write: Write) -> None:
    folder = write()
    (folder / "media.yaml").unlink()
    with pytest.raises(BadData, match=r"media\.yaml: cannot be read"):
        load(folder)
