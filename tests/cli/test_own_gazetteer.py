"""`eventwire convert --gazetteer`: names of one's own are linked, and the release says by what."""

import json
from hashlib import sha256
from pathlib import Path

import pytest
from rdflib import Graph, Literal, Namespace
from typer.testing import CliRunner, Result

from converters.cli import app

EW = Namespace("https://w3id.org/eventwire/ontology#")
ARTICLE = (
    " date 2031-05-12 Rebels retook the city of Vintsel on Friday, Defence Minister Ada Quill said."
    "\n\nQuill visited Berlin."
)
TABLE = "qid,label,type,country\nQ777000001,Vintsel,City,\nQ777000002,Ada Quill,Person,\nQ777000003,Vintsel,Person,\n"

pytestmark = pytest.mark.slow


def eventwire(*arguments: str | Path) -> Result:
    told = CliRunner().invoke(app, [*map(str, arguments)])
    assert told.exit_code == 0, told.output
    return told


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("own")
    (folder / "a.txt").write_text(ARTICLE, encoding="utf-8")
    (folder / "own.csv").write_text(TABLE, encoding="utf-8")
    eventwire("gazetteer", "build", folder / "own.csv", "--licence", "CC0-1.0", "--out", folder / "own.gazetteer")
    eventwire("convert", folder / "a.txt", "--out", folder / "plain")
    eventwire("convert", folder / "a.txt", "--out", folder / "out", "--gazetteer", folder / "own.gazetteer")
    return folder


def links(release: Path) -> dict[str, str | None]:
    lines = (release / "entities.jsonl").read_text(encoding="utf-8").splitlines()
    return {entity["label"]: entity["wikidata"] for entity in map(json.loads, lines) if entity["label"]}


def test_names_are_linked_to_what_the_gazetteer_knows(home: Path) -> None:
    own, plain = links(home / "out" / "latest"), links(home / "plain" / "latest")
    assert (own["Vintsel"], own["Ada Quill"], own["Berlin"]) == ("Q777000001", "Q777000002", "Q64")
    assert (plain["Vintsel"], plain["Ada Quill"], plain["Berlin"]) == (None, None, "Q64")


def test_the_release_says_which_gazetteer_by_name_and_hash(home: Path) -> None:
    graph = Graph().parse(home / "out" / "latest" / "graph.ttl")
    digest = Literal(sha256((home / "own.gazetteer").read_bytes()).hexdigest())
    (used,) = graph.subjects(EW.sha256, digest)
    assert str(graph.value(used, Namespace("http://www.w3.org/2000/01/rdf-schema#").label)) == "gazetteer own.gazetteer"
    assert str(home) not in (home / "out" / "latest" / "graph.nq").read_text(encoding="utf-8")


def test_what_is_no_gazetteer_is_told_before_any_work(home: Path) -> None:
    told = CliRunner().invoke(
        app, ["convert", str(home / "a.txt"), "--out", str(home / "bad"), "--gazetteer", str(home / "own.csv")]
    )
    assert (told.exit_code, told.stdout) == (2, "")
    assert "own.csv: no gazetteer" in told.stderr


def test_thresholds_may_be_set_and_the_release_says_so(home: Path) -> None:
    eventwire("convert", home / "a.txt", "--out", home / "strict", "--linked", "0.99")
    release = home / "strict" / "latest"
    assert set(links(release).values()) == {None}
    assert '"accepted from 0.99 on, shown from 0.5 on"' in (release / "graph.nq").read_text(encoding="utf-8")
    assert "thresholds" not in (home / "plain" / "latest" / "graph.nq").read_text(encoding="utf-8")


@pytest.mark.parametrize("score", ["0", "1.5", "-1"])
def test_a_threshold_that_means_nothing_is_told(home: Path, score: str) -> None:
    told = CliRunner().invoke(app, ["convert", str(home / "a.txt"), "--out", str(home / "bad"), "--possible", score])
    assert told.exit_code == 2 and "above 0 and at most 1" in told.stderr


def test_two_processes_link_alike(home: Path) -> None:
    (home / "b.txt").write_text(ARTICLE.replace("Friday", "Monday"), encoding="utf-8")
    both = (home / "a.txt", home / "b.txt")
    for out, processes in (("one", "1"), ("two", "2")):
        own = ("--gazetteer", home / "own.gazetteer", "--processes", processes)
        eventwire("convert", *both, "--out", home / out, *own)
    one, two = ((home / out / "latest" / "graph.nq").read_bytes() for out in ("one", "two"))
    assert one == two
