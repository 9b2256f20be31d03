"""`eventwire query`: text, files and names; every form of answer; plain words for what is wrong."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from converters.cli import app
from converters.query import named_queries, open_release, rows

STATUSES = (
    "SELECT ?status (COUNT(?claim) AS ?claims) WHERE { ?claim ew:status ?status } GROUP BY ?status ORDER BY ?status"
)


def query(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["query", *map(str, arguments)])


def test_text_is_answered_over_all_graphs_with_prefixes_declared(release: Path) -> None:
    answered = query(STATUSES, "--data", release, "--format", "csv")
    assert answered.exit_code == 0
    counts = dict(line.rsplit("#", 1)[1].split(",") for line in answered.stdout.split()[1:])
    assert counts == {"status-attributed_claim": "3", "status-non_factual": "1", "status-publisher_fact": "3"}


def test_a_file_is_asked_as_its_text_is(release: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.rq").write_text(STATUSES)
    told = [query(asked, "--data", release, "--format", "tsv").stdout for asked in (STATUSES, tmp_path / "mine.rq")]
    assert told[0] == told[1]


def test_json_is_the_sparql_results_format(release: Path) -> None:
    answer = json.loads(query(STATUSES, "--data", release, "--format", "json").stdout)
    assert answer["head"]["vars"] == ["status", "claims"]
    assert len(answer["results"]["bindings"]) == 3


def test_the_table_shortens_iris(release: Path) -> None:
    assert "ew:status-non_factual" in query(STATUSES, "--data", release).stdout


def test_a_construct_answers_in_turtle_and_refuses_csv(release: Path) -> None:
    asked = "CONSTRUCT WHERE { ?claim ew:status ?status }"
    assert query(asked, "--data", release, "--format", "turtle").stdout.count("ew:status ew:status-") == 7
    refused = query(asked, "--data", release, "--format", "csv")
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert "cannot be written as csv" in refused.stderr


def test_an_ask_is_answered_with_yes_or_no(release: Path) -> None:
    assert query("ASK { ?claim ew:status ew:status-non_factual }", "--data", release).stdout == "yes\n"
    assert query("ASK { ?claim ew:status ew:status-unheard_of }", "--data", release).stdout == "no\n"


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("SELECT ?x WHERE {", "not SPARQL 1.1"),
        ("nothing-of-that-name", "no query that ships"),
        ("SELECT (<http://example.org/f>(1) AS ?x) {}", "cannot be answered"),
    ],
)
def test_what_cannot_be_asked_is_told_in_one_line(release: Path, asked: str, told: str) -> None:
    answered = query(asked, "--data", release)
    assert answered.exit_code == 2
    assert told in answered.stderr
    assert answered.stderr.count("\n") == 1


def test_a_folder_without_release_says_how_to_make_one(tmp_path: Path) -> None:
    answered = query(STATUSES, "--data", tmp_path)
    assert answered.exit_code == 2
    assert "eventwire convert" in answered.stderr


def test_a_broken_graph_names_its_file(tmp_path: Path) -> None:
    (tmp_path / "graph.nq").write_text("no quads\n")
    answered = query(STATUSES, "--data", tmp_path)
    assert answered.exit_code == 2
    assert str(tmp_path / "graph.nq") in answered.stderr


def test_the_ontology_is_there_to_be_asked(release: Path) -> None:
    found = list(rows(open_release(release), "SELECT ?label WHERE { ew:Recapture rdfs:label ?label }"))
    assert found


def test_every_query_that_ships_runs_and_says_what_it_asks(release: Path) -> None:
    store = open_release(release)
    for shipped in named_queries():
        assert shipped.question, shipped.name
        assert query(shipped.name, "--data", release).exit_code == 0, shipped.name
    assert store
    assert len({shipped.name for shipped in named_queries()}) == len(named_queries())


def test_the_list_names_every_query_that_ships() -> None:
    listed = query("--list").stdout
    assert all(shipped.name in listed for shipped in named_queries())
