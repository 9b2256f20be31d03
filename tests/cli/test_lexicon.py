"""`eventwire lexicon`: the shipped lexicon is sound, a broken one is told off, a sentence shows what fired and why."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from converters.cli import app
from converters.resources import resource

pytestmark = pytest.mark.slow


def lexicon(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["lexicon", *map(str, arguments)])


def tried(text: str, *options: str) -> dict[str, Any]:
    told = lexicon("try", text, "--json", *options)
    assert told.exit_code == 0
    found: dict[str, Any] = json.loads(told.stdout)
    return found


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The shipped lexicon, to be spoiled."""
    return Path(shutil.copytree(resource("ontology", "lexicon"), tmp_path / "lexicon"))


def test_the_shipped_lexicon_has_no_problems() -> None:
    checked = lexicon("check")
    assert checked.exit_code == 0
    assert checked.stdout.endswith("entries, no problems\n")


def test_an_entry_that_can_never_fire_is_named(copy: Path) -> None:
    harm = copy / "events" / "harm.yaml"
    text = harm.read_text(encoding="utf-8")
    harm.write_text(
        text.replace("    - kill off: {", "    - kill off: {subject: [man], not_subject: [man], ", 1), encoding="utf-8"
    )
    checked = lexicon("check", copy)
    assert checked.exit_code == 3
    assert "unreachable: Killing/verb/kill off (object, subject): everything" in checked.stdout
    assert checked.stdout.endswith("1 problem\n")


def test_a_broken_file_is_named_with_its_rule(copy: Path) -> None:
    (copy / "events" / "zz.yaml").write_text("Nonsense: {verbs: [kill]}", encoding="utf-8")
    checked = lexicon("check", copy)
    assert checked.exit_code == 4
    assert "zz.yaml" in checked.stderr
    assert "Nonsense" in checked.stderr


def test_a_sentence_shows_its_claims_with_the_entries_that_fired() -> None:
    told = tried("Rebels seized the town of Marlow on Monday, the army said.", "--date", "2026-03-04")
    assert [(claim["cls"], claim["status"], claim["entries"]) for claim in told["claims"]] == [
        ("Capture", "attributed_claim", ["Capture/verb/seize (object)"]),
        ("Statement", "publisher_fact", ["Statement/reporting/say"]),
    ]
    times = [part["value"] for part in told["claims"][0]["parts"] if part["part"] == "time"]
    assert times == ["2026-03-02 to 2026-03-02 (day, relative)"]


def test_a_listed_word_that_tells_no_event_says_what_it_lacks() -> None:
    told = tried("The concert hall opened.")
    assert told["claims"] == []
    reasons = {refusal["entry"]: refusal["reasons"] for refusal in told["refusals"]}
    assert reasons["Attack/verb/open + fire"] == ["its object is 'fire'"]


def test_a_name_tells_no_event() -> None:
    told = tried("The Ministry of War met the mayor.")
    assert [claim["cls"] for claim in told["claims"]] == ["Meeting"]
    reasons = {tuple(refusal["reasons"]) for refusal in told["refusals"] if refusal["words"] == "War"}
    assert reasons == {("it is part of a name",)}


def test_for_people_each_reason_is_a_line() -> None:
    told = lexicon("try", "The concert hall opened.")
    assert told.exit_code == 0
    assert "'opened' is no event by Attack/verb/open + fire: its object is 'fire'\n" in told.stdout


@pytest.mark.parametrize(
    ("arguments", "told"), [(("try", " "), "empty text"), (("try", "A.", "--date", "4 March"), "date")]
)
def test_a_bad_request_says_so(arguments: tuple[str, ...], told: str) -> None:
    asked = lexicon(*arguments)
    assert asked.exit_code == 2
    assert told in asked.stderr


def test_an_article_is_explained_with_what_was_left_out(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        " date 2026-03-04 Rebels seized the town of Marlow on Monday. The concert hall opened.", encoding="utf-8"
    )
    told = CliRunner().invoke(app, ["explain", str(path)])
    assert told.exit_code == 0
    assert "says:    Capture (publisher_fact, actual, positive)" in told.stdout
    assert "2026-03-02 to 2026-03-02 (day, relative)" in told.stdout
    assert "'opened' is no event by Attack/verb/open + fire: its object is 'fire'\n" in told.stdout
