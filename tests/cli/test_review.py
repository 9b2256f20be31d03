"""`eventwire review`: asks about what is not settled, keeps each answer at once, and the next conversion obeys."""

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from converters.cli import app

pytestmark = pytest.mark.slow
ARTICLE = (
    " date 2031-05-12 Rebels retook the city of Vintsel on Friday, General Ada Quill said."
    "\n\nTrump met Quill in Berlin."
)
HEAD = "decision\ttype\tname\tcountry\tarticle\twikidata\tinstead\tnote\tdate\n"


def eventwire(*arguments: str | Path, answers: str | None = None) -> Result:
    return CliRunner().invoke(app, [*map(str, arguments)], input=answers)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("review")
    (folder / "a.txt").write_text(ARTICLE, encoding="utf-8")
    assert eventwire("convert", folder / "a.txt", "--out", folder / "out").exit_code == 0
    return folder


def undated(decisions: Path) -> str:
    """What a file of decisions says, whenever that was."""
    return re.sub(r"\d{4}-\d{2}-\d{2}$", "DAY", decisions.read_text(encoding="utf-8"), flags=re.MULTILINE)


def review(home: Path, decisions: Path, answers: str, *options: str) -> Result:
    told = eventwire("review", "--data", home / "out", "--decisions", decisions, *options, answers=answers)
    assert told.exit_code == 0, told.output
    return told


def test_what_is_not_settled_is_asked_possible_links_first(home: Path, tmp_path: Path) -> None:
    told = review(home, tmp_path / "d.tsv", "", "--list")
    asked = [line for line in told.stdout.splitlines() if "/3 " in line]
    assert [line.split()[1] for line in asked] == ["Trump", "Ada", "Vintsel"]
    assert "possible: Q22686" in asked[0] and "none" in asked[1]
    assert "Berlin (" not in told.stdout
    assert not (tmp_path / "d.tsv").exists()


def test_answers_are_kept_and_not_asked_again(home: Path, tmp_path: Path) -> None:
    kept = tmp_path / "d.tsv"
    told = review(home, kept, "a\nwhat?\nQ777\n")
    assert "'what?' is no answer" in told.stdout and told.stdout.endswith("2 decided, 1 left\n")
    accepted = "accept\tPerson\tTrump\t\ta\tQ22686\t\t\tDAY\naccept\tPerson\tAda Quill\t\t\tQ777\t\t\tDAY\n"
    assert undated(kept) == HEAD + accepted
    told = review(home, kept, "n\n")
    assert "1/1 Vintsel" in told.stdout and told.stdout.endswith("1 decided, 0 left\n")
    assert undated(kept) == HEAD + accepted + "reject\tCity\tVintsel\t\t\t-\t\t\tDAY\n"
    assert review(home, kept, "").stdout == "0 decided, 0 left\n"


def test_later_and_stop_decide_nothing(home: Path, tmp_path: Path) -> None:
    assert review(home, tmp_path / "d.tsv", "s\n\nq\n").stdout.endswith("0 decided, 3 left\n")
    assert not (tmp_path / "d.tsv").exists()


def test_another_item_takes_the_place_of_the_possible_one(home: Path, tmp_path: Path) -> None:
    review(home, tmp_path / "d.tsv", "Q777\nr\n")
    assert "replace\tPerson\tTrump\t\ta\tQ777\tQ22686\t\tDAY\n" in undated(tmp_path / "d.tsv")


def test_only_what_can_be_answered_is_offered(home: Path, tmp_path: Path) -> None:
    prompts = [line for line in review(home, tmp_path / "d.tsv", "s\ns\n").stdout.splitlines() if "s later" in line]
    assert prompts[0].strip().startswith("a accept  r reject  1 or Q… that item")
    assert prompts[1].strip().startswith("Q… that item"), "nothing is possible, and no item has that name"


def test_an_accepted_link_can_be_rejected_and_stays_so(home: Path, tmp_path: Path) -> None:
    kept = tmp_path / "d.tsv"
    asked = review(home, kept, "", "--list", "--accepted").stdout
    (berlin,) = [line for line in asked.splitlines() if " Berlin (" in line and "linked:" in line]
    assert berlin.startswith("4/4 ") and "linked: Q64" in berlin, "after all that is not settled"
    review(home, kept, "s\ns\ns\nr\n", "--accepted")
    assert undated(kept) == HEAD + "reject\tCity\tBerlin\t\t\tQ64\t\t\tDAY\n"
    assert " Berlin (" not in review(home, kept, "", "--list", "--accepted").stdout
    made = eventwire("convert", home / "a.txt", "--out", tmp_path / "out", "--decisions", kept)
    assert made.exit_code == 0, made.output
    assert "entity/Q64>" not in (tmp_path / "out" / "latest" / "graph.nq").read_text(encoding="utf-8")


def test_a_conversion_does_as_decided_and_says_by_what(home: Path, tmp_path: Path) -> None:
    kept = tmp_path / "mine.tsv"
    review(home, kept, "a\nQ777\nn\n")
    made = eventwire("convert", home / "a.txt", "--out", tmp_path / "out", "--decisions", kept)
    assert made.exit_code == 0, made.output
    release = tmp_path / "out" / "latest"
    lines = (release / "entities.jsonl").read_text(encoding="utf-8").splitlines()
    linked = {entity["label"]: entity["wikidata"] for entity in map(json.loads, lines)}
    assert (linked["Donald Trump"], linked["Ada Quill"], linked["Vintsel"]) == ("Q22686", "Q777", None)
    assert '"decisions mine.tsv"@en' in (release / "graph.nq").read_text(encoding="utf-8")


def test_a_bad_file_of_decisions_is_told(home: Path, tmp_path: Path) -> None:
    (tmp_path / "d.tsv").write_text(HEAD + "accept\tCity\n", encoding="utf-8")
    told = eventwire("convert", home / "a.txt", "--out", tmp_path / "out", "--decisions", tmp_path / "d.tsv")
    assert (told.exit_code, told.stdout) == (2, "") and "d.tsv:2: 2 cells" in told.stderr
