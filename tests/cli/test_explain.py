"""`eventwire explain`: why a release says what it says, over the invented edition."""

import json
from pathlib import Path

import pytest
from pyoxigraph import Store
from rich.text import Span as Marked
from typer.testing import CliRunner, Result

from converters.cli import app
from converters.cli_explain import marked
from converters.explain import ClaimExplanation, Whole, explain, explain_claim
from converters.query import open_release, rows

BASE = "http://localhost:8000/"


@pytest.fixture(scope="module")
def store(release: Path) -> Store:
    return open_release(release)


def claim(store: Store, cls: str, article: str) -> ClaimExplanation:
    asked = f'SELECT ?c {{ ?c ew:eventClass ew:{cls} ; ew:inArticle/dcterms:identifier "{article}" }}'
    (found,) = rows(store, asked)
    return explain_claim(store, found["c"])


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["explain", *map(str, arguments)])


def test_a_claim_tells_its_sentence_its_voices_and_its_lexicon_entry(store: Store) -> None:
    told = claim(store, "Recapture", "b-harbour")
    assert told.quote.startswith("On Friday the Orlan Guard retook")
    assert [(voice.label, voice.stance, voice.cue, voice.medium) for voice in told.voices] == [
        ("Vintsel Courier", "reports", None, None),
        ("Ada Quill", "asserts", "said", "Plauder"),
    ]
    assert told.entries == ("retake",)
    assert (told.status, told.modality, told.polarity) == ("attributed_claim", "actual", "positive")


def test_parts_are_the_words_in_their_order_with_what_was_made_of_them(store: Store) -> None:
    told = claim(store, "Recapture", "b-harbour")
    assert [(part.part, part.text) for part in told.parts] == [
        ("time", "Friday"),
        ("agent", "the Orlan Guard"),
        ("trigger", "retook"),
        ("place", "Vintsel"),
    ]
    assert told.parts[0].value == "2031-05-09 to 2031-05-09 (day, relative)"


def test_an_inferred_filler_has_no_words(store: Store) -> None:
    (place,) = [part for part in claim(store, "Disaster", "b-harbour").parts if part.part == "place"]
    assert (place.text, place.start, place.value, place.label) == (None, None, "inferred", "Vintsel")


def test_quantities_and_open_times_are_told(store: Store) -> None:
    assert [part.value for part in claim(store, "Losses", "b-harbour").parts if part.part == "quantity"] == [
        "crates: more_than 1027",
        "mass: exact 2.5 tonne",
    ]
    (time,) = [part for part in claim(store, "Meeting", "b-harbour").parts if part.part == "time"]
    assert time.value == "open to --10-17 (day, explicit)"


def test_the_marks_lie_on_the_words(store: Store) -> None:
    text = marked(claim(store, "Recapture", "b-harbour"))
    words = {text.plain[mark.start : mark.end] for mark in text.spans if isinstance(mark, Marked)}
    assert words == {"Friday", "the Orlan Guard", "retook", "Vintsel"}


def test_every_link_has_its_reason(store: Store) -> None:
    links = {link.label: link for link in claim(store, "Recapture", "a-council").links}
    assert links["Vintsel"].state == "linked"
    assert links["Vintsel"].target == "http://www.wikidata.org/entity/Q90000001"
    assert links["Vintsel"].reason == 'name "Vintsel" and type agree'
    assert links["Orlan Guard"].state == "possible"


def test_an_event_is_explained_by_all_its_claims_in_every_article(store: Store) -> None:
    told = explain(store, f"{BASE}event/retaking")
    assert told.kind == "event"
    assert [claim.article for claim in told.claims] == ["a-council", "b-harbour"]


def test_an_entity_has_its_names_its_link_and_its_claims(store: Store) -> None:
    told = explain(store, f"{BASE}entity/wd%3AQ90000001")
    assert (told.kind, told.label, told.names, told.types) == ("entity", "Vintsel", ("Vincel",), ("City",))
    assert [link.score for link in told.links] == ["0.97"]
    assert told.wholes == (Whole("http://www.wikidata.org/entity/Q90000003", None),)
    assert {claim.cls for claim in told.claims} == {"Recapture", "Disaster"}


def test_the_command_tells_of_what_an_entity_is_a_part(release: Path) -> None:
    printed = run(f"{BASE}entity/wd%3AQ90000001", "--data", release).stdout
    assert "part of: http://www.wikidata.org/entity/Q90000003" in printed


def test_an_article_is_explained_by_its_claims(store: Store) -> None:
    (found,) = rows(store, 'SELECT ?a { ?a a ew:Article ; dcterms:identifier "b-harbour" }')
    told = explain(store, found["a"])
    assert (told.kind, len(told.claims)) == ("article", 5)


def test_the_command_prints_words_or_json(store: Store, release: Path) -> None:
    iri = claim(store, "Recapture", "b-harbour").iri
    printed = run(iri, "--data", release).stdout
    assert 'Vintsel Courier reports → Ada Quill asserts "said" on Plauder' in printed
    assert 'name "Vintsel" and type agree' in printed
    assert json.loads(run(iri, "--data", release, "--json").stdout)["claims"][0]["iri"] == iri


@pytest.mark.parametrize(("iri", "told"), [(f"{BASE}claim/none", "no claim, event"), ("two words", "not an IRI")])
def test_an_iri_that_is_not_there_is_told_in_one_line(release: Path, iri: str, told: str) -> None:
    answered = run(iri, "--data", release)
    assert answered.exit_code == 2
    assert told in answered.stderr
    assert answered.stderr.count("\n") == 1
