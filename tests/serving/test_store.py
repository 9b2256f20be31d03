"""The store: whole or not there, named by what it holds, answers as `eventwire query` does."""

import asyncio
import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from converters.errors import BadInput, CannotPublish
from converters.query import ask, named_queries, open_release
from converters.serving.model import Limits
from converters.serving.releases import find_release
from converters.serving.search import search
from converters.serving.site import Opened
from converters.serving.store import discard_unused, held, in_memory, open_store, prepare
from tests.fixtures.release import write


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    return write(tmp_path / "out").folder.parent


def test_a_store_is_made_once_and_named_by_the_release(fresh: Path) -> None:
    loaded = prepare(find_release(fresh))
    made = (loaded.store / "quads" / "CURRENT").stat().st_mtime_ns
    assert loaded.name.startswith(loaded.version)
    assert loaded.store == fresh / ".serve" / "stores" / loaded.name
    assert prepare(find_release(fresh / loaded.version)) == loaded
    assert (loaded.store / "quads" / "CURRENT").stat().st_mtime_ns == made


def test_it_holds_the_release_and_the_ontology_and_takes_nothing(fresh: Path) -> None:
    store = open_store(prepare(find_release(fresh)).store)
    stated = len((fresh / "latest" / "graph.nq").read_text(encoding="utf-8").splitlines())
    ontology = sum(1 for quad in store if quad.graph_name.value == "https://w3id.org/eventwire/ontology")
    assert len(store) == stated + ontology
    assert ontology > 1000
    with pytest.raises(RuntimeError, match="read-write"):
        store.update("DELETE WHERE { ?s ?p ?o }")


def test_in_memory_is_what_is_on_disk(fresh: Path) -> None:
    store = open_store(prepare(find_release(fresh)).store)
    copy = in_memory(store)
    assert sorted(map(str, copy)) == sorted(map(str, store))
    assert set(copy.named_graphs()) == set(store.named_graphs())


@pytest.mark.parametrize("resident", [0, 1_000_000])
def test_only_a_release_of_so_many_statements_is_held_in_memory(fresh: Path, resident: int) -> None:
    opened = Opened(prepare(find_release(fresh)), Limits(resident=resident))
    opened.hold()
    assert (opened.quick is not opened.store) is bool(resident)
    with ThreadPoolExecutor(1) as apart:  # from any loop that runs here
        apart.submit(asyncio.run, opened.close()).result()


def test_queries_that_ship_are_answered_as_from_the_release(fresh: Path) -> None:
    served, read = open_store(prepare(find_release(fresh)).store), open_release(fresh)
    for query in named_queries():
        answers = [sorted(map(str, ask(store, query.sparql))) for store in (served, read)]  # type: ignore[union-attr]
        assert answers[0] == answers[1], query.name


def test_a_process_killed_while_loading_leaves_no_store_and_what_it_left_is_removed(fresh: Path) -> None:
    slow = (
        "import sys, time; from pathlib import Path; from converters.serving import store\n"
        "store.write_index = lambda *_: (print('loading', flush=True), time.sleep(60))\n"
        "from converters.serving.releases import find_release; store.prepare(find_release(Path(sys.argv[1])))"
    )
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])}
    command = [sys.executable, "-c", slow, str(fresh)]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE) as process:
        assert process.stdout and process.stdout.readline() == b"loading\n"
        stores = fresh / ".serve" / "stores"
        discard_unused(stores)
        (half,) = stores.iterdir()
        process.send_signal(signal.SIGKILL)
    assert half.name.startswith(".loading-")
    loaded = prepare(find_release(fresh))
    with held(loaded.store):
        discard_unused(stores)
        assert list(stores.iterdir()) == [loaded.store]
    discard_unused(stores)
    assert not list(stores.iterdir())


def test_a_corrupt_store_is_made_again(fresh: Path) -> None:
    loaded = prepare(find_release(fresh))
    (loaded.store / "quads" / "CURRENT").write_text("rubbish")
    assert len(open_store(prepare(find_release(fresh)).store)) > 1000


def test_bad_quads_are_named_and_leave_nothing(fresh: Path) -> None:
    (fresh / "latest" / "graph.nq").write_text("<a> <b>\n")
    with pytest.raises(BadInput, match=r"graph\.nq"):
        prepare(find_release(fresh))
    assert not list((fresh / ".serve" / "stores").iterdir())


def test_a_place_that_cannot_be_written_is_named(fresh: Path) -> None:
    (fresh / ".serve").write_text("in the way")
    with pytest.raises(CannotPublish, match="stores"):
        prepare(find_release(fresh))


@pytest.mark.parametrize("index", ["", "[]", '{"version": "none"}', '{"version": "none", "base": 1, "counts": {}}'])
def test_a_folder_without_a_release_says_how_to_make_one(tmp_path: Path, index: str) -> None:
    if index:
        (tmp_path / "index.json").write_text(index)
    with pytest.raises(BadInput, match=r"eventwire convert|lacks"):
        find_release(tmp_path)


def test_search_finds_words_their_beginnings_and_no_operators(fresh: Path) -> None:
    database = prepare(find_release(fresh)).store / "search.db"
    hits = search(database, "harbour")
    assert {hit.kind for hit in hits} >= {"claim", "event"}
    assert search(database, "harb") == hits
    assert any(hit.note for hit in hits)
    for odd in ("", '"', "NEAR(", "a OR", "-", "*", "harbour AND", "x" * 10_000):
        assert isinstance(search(database, odd), tuple)
