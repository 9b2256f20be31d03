"""`eventwire gazetteer`: built, described, verified; mistakes are told in one line."""

import json
from pathlib import Path

from typer.testing import CliRunner, Result

from converters.cli import app
from tests.fixtures.wikidata import DUMP, dump, write_dump


def gazetteer(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["gazetteer", *map(str, arguments)])


def test_build_info_and_verify(tmp_path: Path) -> None:
    source, out = write_dump(tmp_path / "wikidata-20260901.json", DUMP), tmp_path / "out"
    made = gazetteer("build", source, "--out", out)
    assert made.exit_code == 0, made.stderr
    assert "4 rows" in made.stdout and "4 wikidata-20260901.json (CC0-1.0), 2026-09-01" in made.stdout
    about = json.loads(gazetteer("info", out, "--json").stdout)
    assert about["types"] == {"City": 2, "Person": 1, "PoliticalParty": 1} and len(about["sha256"]) == 64
    verified = gazetteer("verify", out, "--dump", source)
    assert (verified.exit_code, verified.stdout) == (0, "4 ids checked: all are as they were\n")


def test_what_changed_is_told_and_the_exit_code_says_so(tmp_path: Path) -> None:
    source, out = write_dump(tmp_path / "d.json", DUMP), tmp_path / "out"
    gazetteer("build", source, "--out", out)
    source.write_text(dump(DUMP).replace("Ann Cole", "Bea Cole"), encoding="utf-8")
    told = gazetteer("verify", out, "--dump", source)
    assert told.exit_code == 3
    assert told.stdout == (
        "Q1002 (Ann Cole): called Bea Cole now, and none of its names is this one\n4 ids checked: 1 renamed\n"
    )


def test_the_shipped_gazetteer_describes_itself() -> None:
    told = gazetteer("info")
    assert told.exit_code == 0 and "Country" in told.stdout and "Natural Earth" in told.stdout


def test_mistakes_are_told_in_a_line(tmp_path: Path) -> None:
    (tmp_path / "own.csv").write_text("qid,label,type\nX1,Ann Cole,Person\n", encoding="utf-8")
    told = gazetteer("build", tmp_path / "own.csv", "--licence", "CC0-1.0", "--out", tmp_path / "out")
    assert (told.exit_code, told.stdout) == (2, "")
    assert told.stderr == f"eventwire: {tmp_path}/own.csv:2: 'X1' is no Wikidata id\n"
    missing = gazetteer("build", tmp_path / "none.csv", "--out", tmp_path / "out")
    assert missing.exit_code == 3 and "none.csv" in missing.stderr
