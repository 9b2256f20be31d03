"""`eventwire validate`: a report for people and for machines, and an exit code."""

import json
from pathlib import Path

from rdflib import RDF, Graph, Namespace
from typer.testing import CliRunner, Result

from converters.cli import app

SH = Namespace("http://www.w3.org/ns/shacl#")


def validate(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["validate", *map(str, arguments)])


def broken(release: Path, folder: Path) -> Path:
    """The release without any claim's evidence."""
    lines = (release / "latest" / "graph.nq").read_text(encoding="utf-8").splitlines(keepends=True)
    path = folder / "graph.nq"
    path.write_text("".join(line for line in lines if "ontology#evidence>" not in line), encoding="utf-8")
    return path


def test_a_release_that_conforms_ends_with_0(release: Path) -> None:
    told = validate(release)
    assert told.exit_code == 0
    assert told.stdout.startswith("conforms")


def test_data_that_does_not_conform_ends_with_3_and_says_what_to_do(release: Path, tmp_path: Path) -> None:
    told = validate(broken(release, tmp_path))
    assert told.exit_code == 3
    assert told.stdout.startswith("does not conform")
    assert "evidence" in told.stdout


def test_the_report_is_a_validation_report(release: Path, tmp_path: Path) -> None:
    validate(broken(release, tmp_path), "--report", tmp_path / "report.ttl", "--quiet")
    report = Graph().parse(tmp_path / "report.ttl")
    (node,) = report.subjects(RDF.type, SH.ValidationReport)
    assert str(report.value(node, SH.conforms)) == "false"
    assert len(set(report.objects(node, SH.result))) >= 7


def test_json_has_the_results(release: Path, tmp_path: Path) -> None:
    answer = json.loads(validate(broken(release, tmp_path), "--json").stdout)
    assert answer["conforms"] is False
    assert any(result["severity"] == "Violation" for result in answer["results"])


def test_what_is_no_rdf_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("Rain.")
    told = validate(tmp_path / "notes.txt")
    assert (told.exit_code, told.stderr.count("\n")) == (2, 1)
    assert "notes.txt" in told.stderr
