"""A release is immutable and whole or not there; `latest` moves only to one that conforms."""

import json
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pyoxigraph as ox
import pytest

from converters.articles.model import Outcome
from converters.errors import CannotPublish
from converters.graph.assemble import chunks, prepare
from converters.iris import Iris
from converters.publishing import files, inferred, latest
from converters.publishing.inferred import Inferred
from converters.publishing.release import stage
from tests.fixtures.edition import BASE, ORIGIN, assembly, edition
from tests.fixtures.release import INFERRED, OUTCOMES, write

FILES = [
    "by-article.jsonld",
    "by-event.jsonld",
    "claims.csv",
    "claims.jsonl",
    "entities.jsonl",
    "graph.jsonld",
    "graph.nq",
    "graph.trig",
    "graph.ttl",
    "index.json",
    "relations.jsonl",
    "report.ttl",
]


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_a_release_holds_all_files_and_latest_leads_to_it(tmp_path: Path) -> None:
    release = write(tmp_path / "new" / "out")
    assert sorted(contents(release.folder)) == FILES
    assert (tmp_path / "new" / "out" / "latest").resolve() == release.folder.resolve()
    assert names(release.folder.parent) == {"latest", release.version}


def test_the_index_tells_every_input_and_every_file(tmp_path: Path) -> None:
    folder = write(tmp_path).folder
    index = json.loads((folder / "index.json").read_text(encoding="utf-8"))
    assert (index["version"], index["conforms"]) == (folder.name, True)
    states = {
        article["input"]: (article["state"], article["claims"], article["reason"]) for article in index["articles"]
    }
    assert states == {
        "b-harbour.txt": ("converted", 5, None),
        "a-council.txt": ("converted", 2, None),
        "empty.txt": ("failed", None, "the file is empty"),
        "copy.txt": ("skipped", None, "the same text as b-harbour"),
    }
    told = {file["name"]: file["sha256"] for file in index["files"]}
    assert told == {n: sha256(data).hexdigest() for n, data in contents(folder).items() if n != "index.json"}
    stated = sum(len(node.properties) for chunk in chunks(assembly()) for node in chunk.nodes)
    counts = {"articles": 2, "claims": 7, "events": 6, "entities": 7, "statements": stated, "inferred": 2}
    assert index["counts"] == counts


def test_the_same_input_gives_the_same_bytes_in_the_same_folder(tmp_path: Path) -> None:
    first, again = write(tmp_path / "a"), write(tmp_path / "b")
    assert contents(first.folder) == contents(again.folder)
    assert first.version == again.version
    assert write(tmp_path / "a").folder == first.folder


def test_the_order_of_articles_outcomes_and_events_does_not_matter(tmp_path: Path) -> None:
    as_given = edition()
    turned = {0: 1, 1: 0}
    events = tuple(
        replace(event, claims=tuple((turned[p], n) for p, n in reversed(event.claims)))
        for event in reversed(as_given.events)
    )
    relations = tuple(
        replace(relation, a=(turned[relation.a[0]], relation.a[1]), b=(turned[relation.b[0]], relation.b[1]))
        for relation in reversed(as_given.relations)
    )
    origins = {(turned[p], n): origin for (p, n), origin in as_given.origins.items()}
    other = replace(as_given, readings=as_given.readings[::-1], events=events, relations=relations, origins=origins)
    release = write(tmp_path / "b", prepare(other, Iris(BASE), ORIGIN), OUTCOMES[::-1])
    assert contents(release.folder) == contents(write(tmp_path / "a").folder)


def test_other_outcomes_make_another_version(tmp_path: Path) -> None:
    assert write(tmp_path).version != write(tmp_path, outcomes=OUTCOMES[:2]).version


def test_a_run_that_does_not_conform_keeps_diagnostics_and_leaves_latest(tmp_path: Path) -> None:
    good = write(tmp_path)
    bad = write(tmp_path, report="# a violation\n", conforms=False)
    assert not bad.conforms
    assert bad.folder.name == f"failed-{bad.version}"
    assert names(bad.folder) == {"index.json", "report.ttl"}
    assert json.loads((bad.folder / "index.json").read_text())["conforms"] is False
    assert (tmp_path / "latest").resolve() == good.folder.resolve()


@pytest.mark.parametrize("error", [KeyboardInterrupt, ValueError])
def test_a_broken_run_leaves_nothing_behind(tmp_path: Path, error: type[BaseException]) -> None:
    good = write(tmp_path)
    with pytest.raises(error), stage(tmp_path, assembly()) as staged:
        staged.write(next(chunks(assembly())))
        raise error
    assert names(tmp_path) == {"latest", good.version}


def test_a_full_disk_names_folder_and_reason_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(self: files.NQuads, chunk: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files.NQuads, "write", full)
    with pytest.raises(CannotPublish, match=rf"{tmp_path}: No space left on device"):
        write(tmp_path)
    assert names(tmp_path) == set()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_disk_that_is_really_full_is_told_as_such(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    create = files.Folder.create
    full = Path("/dev/full")
    opened = lambda self, name: full.open("w") if name == "claims.csv" else create(self, name)  # noqa: E731
    monkeypatch.setattr(files.Folder, "create", opened)
    with pytest.raises(CannotPublish, match="No space left"):
        write(tmp_path)
    assert names(tmp_path) == set()


def test_an_output_that_is_a_file_is_told_as_such(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")
    with pytest.raises(CannotPublish, match=r"cannot write .*out"):
        write(tmp_path / "out")
    assert (tmp_path / "out").read_text() == "a file"


def test_latest_is_a_copy_where_there_are_no_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(1, "Operation not permitted")

    linked = write(tmp_path)
    with monkeypatch.context() as no_links:
        no_links.setattr(Path, "symlink_to", refuse)
        first = write(tmp_path, report="# one\n")
        assert not (tmp_path / "latest").is_symlink()
        assert contents(tmp_path / "latest") == contents(first.folder)
        second = write(tmp_path, report="# two\n")
        assert contents(tmp_path / "latest") == contents(second.folder)
    latest.point(tmp_path, linked.version)
    assert (tmp_path / "latest").resolve() == linked.folder.resolve()
    assert names(tmp_path) == {"latest", linked.version, first.version, second.version}


def test_what_is_inferred_stands_apart(tmp_path: Path) -> None:
    folder = write(tmp_path).folder
    graph = ox.NamedNode(f"{BASE}graph/inferred")

    def quads(file: str, syntax: ox.RdfFormat) -> set[ox.Quad]:
        return set(ox.parse(path=folder / file, format=syntax))

    everything = quads("graph.nq", ox.RdfFormat.N_QUADS)
    assert {str(quad.triple) + " ." for quad in everything if quad.graph_name == graph} == {s.strip() for s in INFERRED}
    assert quads("graph.trig", ox.RdfFormat.TRIG) == everything
    stated = {quad.triple for quad in everything if quad.graph_name != graph}
    assert {quad.triple for quad in quads("graph.ttl", ox.RdfFormat.TURTLE)} == stated


def test_inferred_statements_are_sorted_and_unique_however_they_come(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inferred, "RUN", 3)
    monkeypatch.setattr(inferred, "SLICE", 2)
    gathered = Inferred(tmp_path)
    for n in (5, 1, 4, 1, 2, 3, 5, 2):
        gathered.add([f'<s:{n}> <p:p> "a b ." .', f"<s:{n}> <p:q> <o:o> ."])
    nodes = [node for chunk in gathered.chunks("<g:g>") for node in chunk.nodes]
    assert nodes == [(f"<s:{n}>", (("<p:p>", '"a b ."'), ("<p:q>", "<o:o>"))) for n in range(1, 6)]
    assert gathered.count == 10
    assert names(tmp_path) == set()


def test_an_edition_without_articles_can_be_published(tmp_path: Path) -> None:
    empty = replace(edition(), readings=(), events=(), relations=())
    failed = [Outcome(Path("empty.txt"), "empty", "failed", "the file is empty")]
    folder = write(tmp_path, prepare(empty, Iris(BASE), ORIGIN), failed).folder
    for file in ("graph.jsonld", "by-article.jsonld", "by-event.jsonld"):
        json.loads((folder / file).read_text(encoding="utf-8"))
    assert (folder / "claims.jsonl").read_text() == ""
