"""`eventwire convert` at the edge: what it prints, where, and how it ends. The pipeline is replaced by its results."""

import json
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from converters import pipeline
from converters.articles.model import Outcome
from converters.cli import app
from converters.errors import BadData, CannotPublish, MissingResource
from converters.pipeline import RunResult
from converters.settings import Settings
from converters.validation.model import Report, Violation

CLAIM = {
    "type": "Recapture",
    "trigger": [19, 25],
    "evidence": [10, 42],
    "quote": "The unit retook the harbour, no one said.",
    "roles": [
        {"role": "agent", "text": "The unit", "label": "Orlan Guard", "event": None},
        {"role": "content", "text": None, "label": None, "event": "http://localhost:8000/event/1"},
    ],
    "time": {"text": "Friday"},
    "attribution": [{"label": None}, {"label": "Ada Quill"}],
    "polarity": "negative",
    "status": "attributed_claim",
}
GOOD = Outcome(Path("a.txt"), "a", "converted", claims=2)
TWIN = Outcome(Path("b.txt"), "b", "skipped", "the same text as a.txt")
BAD = Outcome(Path("c.txt"), "c", "failed", "the file is empty")
VIOLATION = Violation("Violation", "<s>", "<c>", "<f>", None, None, "A claim has a voice; add one.")


@pytest.fixture
def made(tmp_path: Path) -> Path:
    (tmp_path / "claims.jsonl").write_text(f"{json.dumps(CLAIM)}\n" * 2)
    return tmp_path


@pytest.fixture
def convert(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Runs the command with a pipeline that gives a result or raises."""

    def run(outcome: RunResult | BaseException, *options: str) -> Result:
        def replaced(
            inputs: Iterable[Path], out: Path, settings: Settings, progress: object, after: Path | None
        ) -> RunResult:
            if isinstance(outcome, BaseException):
                raise outcome
            return outcome

        monkeypatch.setattr(pipeline, "convert", replaced)
        return CliRunner().invoke(app, ["convert", "a.txt", "--out", "output", *options])

    return run


def test_a_run_shows_who_says_what_and_ends_with_0(convert: Callable[..., Result], made: Path) -> None:
    told = convert(RunResult((GOOD, TWIN), made, None))
    assert (told.exit_code, told.stderr) == (0, "")
    for words in ("converted: a.txt: 2 claims", "skipped: b.txt: the same text as a.txt", f"2 claims in {made}"):
        assert words in told.stdout
    row = next(line for line in told.stdout.splitlines() if "Recapture" in line)
    cells = [cell.strip() for cell in row.split("│")[1:-1]]
    assert cells == [
        "the publisher ← Ada Quill",
        "not Recapture “retook”, agent Orlan Guard",
        "Friday",
        "attributed_claim",
    ]


def test_the_rest_of_many_claims_is_counted(convert: Callable[..., Result], made: Path) -> None:
    told = convert(RunResult((GOOD,), made, None), "--show", "1")
    assert told.stdout.count("Recapture") == 1
    assert "1 more claims" in told.stdout


def test_a_bad_article_is_told_on_stderr_and_ends_with_1(convert: Callable[..., Result], made: Path) -> None:
    told = convert(RunResult((GOOD, BAD), made, None), "--quiet")
    assert (told.exit_code, told.stdout, told.stderr) == (1, "", "failed: c.txt: the file is empty\n")


def test_nothing_published_ends_with_3_and_says_why(convert: Callable[..., Result]) -> None:
    told = convert(RunResult((GOOD,), None, Report.of([VIOLATION])))
    assert told.exit_code == 3
    assert "does not conform" in told.stderr
    assert "A claim has a voice; add one." in told.stderr


def test_json_is_all_that_is_printed(convert: Callable[..., Result], made: Path) -> None:
    told = convert(RunResult((GOOD, TWIN, BAD), made, None), "--json")
    answer = json.loads(told.stdout)
    assert (answer["release"], answer["claims"]) == (str(made), 2)
    assert [(article["state"], article["reason"]) for article in answer["articles"]] == [
        ("converted", None),
        ("skipped", "the same text as a.txt"),
        ("failed", "the file is empty"),
    ]


@pytest.mark.parametrize(
    ("error", "code", "told"),
    [
        (CannotPublish("output: not writable"), 3, "output: not writable"),
        (MissingResource("no model"), 4, "no model"),
        (BadData("words.yaml, line 3"), 4, "words.yaml, line 3"),
        (OSError(28, "No space left on device", "output/graph.ttl"), 3, "output/graph.ttl: No space left on device"),
        (KeyboardInterrupt(), 130, "interrupted; what was published before is untouched"),
    ],
)
def test_an_expected_failure_is_one_line_and_a_code(
    convert: Callable[..., Result], error: BaseException, code: int, told: str
) -> None:
    ended = convert(error)
    assert (ended.exit_code, ended.stdout, ended.stderr) == (code, "", f"eventwire: {told}\n")


def test_an_unexpected_failure_is_not_hidden(convert: Callable[..., Result]) -> None:
    assert isinstance(convert(ZeroDivisionError()).exception, ZeroDivisionError)


def test_a_base_without_slash_is_refused_before_any_work(convert: Callable[..., Result], made: Path) -> None:
    told = convert(RunResult((GOOD,), made, None), "--base", "https://news.example/data")
    assert told.exit_code == 2
    assert "ends in a slash" in told.stderr
