"""Whole runs of the command on small invented articles: good ones, bad ones, and a run that is stopped."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from time import sleep

import pytest
from typer.testing import CliRunner, Result

from converters.cli import app
from converters.language.model import Document
from converters.lexicon.model import Lexicon
from converters.reading.model import Reading
from converters.reading.reader import read_document

HARBOUR = " date 2031-05-12 The Orlan Guard retook the harbour of Vintsel on Friday, General Ada Quill said."
COUNCIL = " date 2031-05-12 The council of Vintsel denied on Monday that its soldiers had attacked the harbour."


def convert(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["convert", *map(str, arguments)])


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("articles")
    (folder / "harbour.txt").write_text(HARBOUR, encoding="utf-8")
    (folder / "council.txt").write_text(COUNCIL, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def output(articles: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("output")
    converted = convert(articles, "--out", out)
    assert converted.exit_code == 0, converted.output
    return out


def claims(release: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in (release / "claims.jsonl").read_text(encoding="utf-8").splitlines()]


def test_a_release_has_every_file_of_the_contract(output: Path) -> None:
    names = {path.name for path in (output / "latest").iterdir()}
    assert names >= {f"graph.{ending}" for ending in ("ttl", "jsonld", "trig", "nq")}
    assert names >= {"claims.jsonl", "claims.csv", "entities.jsonl", "relations.jsonl", "report.ttl", "index.json"}


def test_what_is_said_is_claimed_and_quoted_from_the_body(output: Path) -> None:
    told = {str(claim["type"]): claim for claim in claims(output / "latest") if claim["article"] == "harbour"}
    assert told["Recapture"]["status"] == "attributed_claim"
    body = HARBOUR.removeprefix(" date 2031-05-12 ")
    for claim in told.values():
        start, end = claim["evidence"]  # type: ignore[misc]
        assert body[start:end] == claim["quote"]


def test_the_other_order_of_articles_gives_the_same_release(articles: Path, output: Path, tmp_path: Path) -> None:
    assert convert(articles / "harbour.txt", articles / "council.txt", "--out", tmp_path).exit_code == 0
    first, second = ((out / "latest").resolve() for out in (output, tmp_path))
    assert first.name == second.name
    for path in first.iterdir():
        assert path.read_bytes() == (second / path.name).read_bytes(), path.name


def test_a_release_is_validated_queried_and_explained(output: Path) -> None:
    run = CliRunner().invoke
    assert run(app, ["validate", str(output)]).exit_code == 0
    found = run(app, ["query", "SELECT ?c { ?c ew:eventClass ew:Recapture }", "--data", str(output), "--format", "csv"])
    iri = found.stdout.split()[1]
    told = run(app, ["explain", iri, "--data", str(output)]).stdout
    assert "Recapture (attributed_claim" in told
    assert "Ada Quill asserts" in told


def test_a_day_without_year_conforms_after_the_reference_engine_has_inferred(tmp_path: Path) -> None:
    (tmp_path / "talks.txt").write_text("The Orlan Guard retook Vintsel on October 17.", encoding="utf-8")
    run = convert(tmp_path, "--out", tmp_path / "out", "--engine", "reference")
    assert run.exit_code == 0, run.stderr
    times = [claim["time"] for claim in claims(tmp_path / "out" / "latest") if claim["type"] == "Recapture"]
    assert [time["start"] for time in times if isinstance(time, dict)] == ["--10-17"]


def test_bad_articles_are_listed_and_the_good_ones_published(tmp_path: Path) -> None:
    texts = {"good": HARBOUR.encode(), "twin": HARBOUR.encode(), "empty": b"", "binary": b"\0\1", "latin": b"Caf\xe9"}
    for stem, content in texts.items():
        (tmp_path / f"{stem}.txt").write_bytes(content)
    run = convert(tmp_path, "--out", tmp_path / "out", "--json")
    assert run.exit_code == 1
    states = {article["article"]: article["state"] for article in json.loads(run.stdout)["articles"]}
    assert states == {"good": "converted", "twin": "skipped", "empty": "failed", "binary": "failed", "latin": "failed"}
    index = json.loads((tmp_path / "out" / "latest" / "index.json").read_text(encoding="utf-8"))
    assert {article["article"]: article["state"] for article in index["articles"]} == states


def test_a_fault_in_one_article_does_not_cost_the_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def faulty(document: Document, words: Lexicon) -> Reading:
        if document.article.stem == "council":
            raise KeyError("Vintsel")
        return read_document(document, words)

    (tmp_path / "harbour.txt").write_text(HARBOUR, encoding="utf-8")
    (tmp_path / "council.txt").write_text(COUNCIL, encoding="utf-8")
    monkeypatch.setattr("converters.pipeline.read_document", faulty)
    run = convert(tmp_path, "--out", tmp_path / "out", "--json")
    assert run.exit_code == 1
    council, harbour = json.loads(run.stdout)["articles"]
    assert (council["state"], harbour["state"]) == ("failed", "converted")
    assert "KeyError: 'Vintsel' (test_run.py:" in council["reason"]
    assert harbour["claims"] > 0


def test_nothing_is_published_without_an_article(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    assert convert(tmp_path, "--out", tmp_path / "out").exit_code == 3
    assert not (tmp_path / "out" / "latest").exists()


def test_a_failed_run_leaves_latest_where_it_was(output: Path, tmp_path: Path) -> None:
    before = (output / "latest").resolve()
    (tmp_path / "empty.txt").touch()
    assert convert(tmp_path, "--out", output).exit_code == 3
    assert (output / "latest").resolve() == before


def test_an_output_that_is_a_file_is_told_before_any_work(articles: Path, tmp_path: Path) -> None:
    (tmp_path / "out").touch()
    run = convert(articles, "--out", tmp_path / "out")
    assert (run.exit_code, run.stderr.count("\n")) == (3, 1)
    assert str(tmp_path / "out") in run.stderr


def test_a_model_that_is_not_installed_is_named(articles: Path, tmp_path: Path) -> None:
    run = convert(articles, "--out", tmp_path, "--model", "no_such_model")
    assert run.exit_code == 4
    assert "no_such_model" in run.stderr


def test_ctrl_c_ends_with_130_and_leaves_nothing_behind(articles: Path, tmp_path: Path, project: Path) -> None:
    heeded = ["env", "--default-signal=INT"]  # a shell's background job, and all below it, ignores Ctrl-C
    command = [*heeded, sys.executable, "-m", "converters", "convert", str(articles), "--out", str(tmp_path / "out")]
    environment = os.environ | {"PYTHONPATH": str(project)}
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as run:
        while not (tmp_path / "out").exists() and run.poll() is None:  # made before any article is read
            sleep(0.01)
        run.send_signal(signal.SIGINT)
        _, told = run.communicate(timeout=60)
    assert run.returncode == 130
    assert told == "eventwire: interrupted; what was published before is untouched\n"
    assert list((tmp_path / "out").iterdir()) == []
