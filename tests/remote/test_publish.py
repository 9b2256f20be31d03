"""Releases put into real SPARQL servers: all of it, nothing else, at once, in spite of what goes wrong on the way."""

import json
import os
import re
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pyoxigraph as ox
import pytest

from converters.errors import CannotPublish
from converters.remote.fingerprints import of_server, of_store
from converters.remote.layouts import endpoints_below
from converters.remote.model import Credentials, Endpoints, Patience
from converters.remote.publish import STAGING, publish
from converters.remote.server import Server, connected
from converters.serving.releases import find_release
from converters.serving.store import open_store, prepare
from tests.fixtures.edition import BASE
from tests.fixtures.release import write
from tests.remote.between import Trouble, between
from tests.remote.conftest import PASSWORD, PROJECT, USER, oxigraph, virtuoso
from tests.serving.conftest import another_release

QUICK = Patience(seconds=60, attempts=4, first_wait=0.01, part_bytes=20_000)
FOREIGN = "urn:example:foreign"
ONTOLOGY = "https://w3id.org/eventwire/ontology"
RECORD = f"{BASE}graph/published"


@dataclass(frozen=True)
class Real:
    """A server that runs. `root` is its URL."""

    name: str
    root: str


@pytest.fixture(scope="module", params=["oxigraph", "virtuoso"])
def real(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Real]:
    start = {"oxigraph": oxigraph, "virtuoso": virtuoso}[request.param]
    with start(tmp_path_factory.mktemp(request.param)) as root:
        yield Real(request.param, root)


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    return write(tmp_path / "out").folder.parent


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[str]:
    folder = tmp_path / "oxigraph"
    folder.mkdir()
    with oxigraph(folder) as root:
        yield root


def put(data: Path, root: str, patience: Patience = QUICK, endpoints: Endpoints | None = None) -> None:
    with connected(Credentials(USER, PASSWORD), patience) as http:
        server = Server(http, endpoints or endpoints_below(root, http), patience)
        publish(data, server, lambda *_: None)


def graphs_of(root: str) -> dict[str, int]:
    """Graphs and their sizes, but for those that the server brought along."""
    with connected(None, QUICK) as http:
        query = "SELECT ?g (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g"
        found = {row["g"]: int(row["n"]) for row in Server(http, endpoints_below(root, http), QUICK).select(query)}
    return {graph: n for graph, n in found.items() if graph.startswith((BASE, ONTOLOGY, "urn:"))}


def sizes(data: Path) -> dict[str, int]:
    store = open_store(prepare(find_release(data)).store)
    return {
        graph.value: sum(1 for _ in store.quads_for_pattern(None, None, None, graph)) for graph in store.named_graphs()
    }


def holds(root: str, data: Path) -> bool:
    """Whether the server holds the release of `data` and nothing of any other."""
    found = graphs_of(root)
    found.pop(FOREIGN, None)
    assert not [graph for graph in found if graph.endswith(STAGING)]
    recorded = found.pop(RECORD)
    expected = sizes(data)
    return found == expected and recorded == len(expected) + 1


def without_an_article(quads: list[str]) -> list[str]:
    graphs = sorted({match[1] for line in quads if (match := re.search(r"<(\S+/graph/[0-9a-f]{16})> \.$", line))})
    assert len(graphs) > 1
    return [line for line in quads if f"<{graphs[0]}> ." not in line]


def test_a_release_replaces_the_one_before_and_nothing_else(real: Real, fresh: Path) -> None:
    with connected(Credentials(USER, PASSWORD), QUICK) as http:
        server = Server(http, endpoints_below(real.root, http), QUICK)
        server.update(f"INSERT DATA {{ GRAPH <{FOREIGN}> {{ <{BASE}x> <{BASE}y> 1 }} }}")
        first = publish(fresh, server, lambda *_: None)
        assert dict(first.graphs) == sizes(fresh)
        assert holds(real.root, fresh)
        another_release(fresh, without_an_article)
        second = publish(fresh, server, lambda *_: None)
        assert holds(real.root, fresh)
        assert set(second.dropped) == set(first.graphs) - set(second.graphs) != set()
        assert graphs_of(real.root)[FOREIGN] == 1
        again = publish(fresh, server, lambda *_: None)
        assert (again.graphs, again.dropped) == (second.graphs, ())
        store = open_store(prepare(find_release(fresh)).store)
        for graph in again.graphs:
            assert of_server(server, graph, "words") == of_store(store, graph, "words")
    assert second.at_once
    if real.name == "oxigraph":
        assert second.rewritten == ()
        for graph in second.graphs:
            told = httpx.get(f"{real.root}store", params={"graph": graph}, headers={"Accept": "application/n-triples"})
            theirs = {quad.triple for quad in ox.parse(told.content, format=ox.RdfFormat.N_TRIPLES)}
            ours = {quad.triple for quad in store.quads_for_pattern(None, None, None, ox.NamedNode(graph))}
            assert graph == ONTOLOGY or theirs == ours, graph


def test_the_command_tells_what_it_did(real: Real, fresh: Path) -> None:
    done = run("--data", str(fresh), "--to", real.root, "--json")
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["version"] == (fresh / "latest").resolve().name
    assert told["graphs"] == sizes(fresh)
    assert re.search(r"\d+ statements in \d+ graphs", run("--data", str(fresh), "--to", real.root).stdout)


def run(*arguments: str, password: str = PASSWORD) -> "subprocess.CompletedProcess[str]":
    environment = os.environ | {"PYTHONPATH": str(PROJECT)}
    environment |= {"EVENTWIRE_PUBLISH_USER": USER, "EVENTWIRE_PUBLISH_PASSWORD": password}
    command = [sys.executable, "-m", "converters", "publish", *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def test_a_wrong_password_is_told_with_server_and_status(tmp_path: Path, fresh: Path) -> None:
    with virtuoso(tmp_path) as root:
        done = run("--data", str(fresh), "--to", root, password="wrong")
        assert graphs_of(root) == {}
    assert done.returncode == 3
    assert f"{root}sparql-auth" in done.stderr and "401" in done.stderr and "password" in done.stderr
    assert "wrong;" not in done.stderr and "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("to", "told"),
    [
        ("http://127.0.0.1:1/", "ConnectError"),
        ("http://me:secret@127.0.0.1:1/", "environment"),
        ("ftp://127.0.0.1/", "not the http"),
    ],
)
def test_a_url_that_is_no_server_is_told(fresh: Path, to: str, told: str) -> None:
    done = run("--data", str(fresh), "--to", to, "--attempts", "1")
    assert (done.returncode, told in done.stderr) == (3, True), done.stderr
    assert "secret" not in done.stderr and "Traceback" not in done.stderr


def test_a_server_without_sparql_is_told(fresh: Path) -> None:
    with between("http://127.0.0.1:1/", lambda *_: "404") as root:
        done = run("--data", str(fresh), "--to", root)
    assert "no SPARQL endpoint" in done.stderr
    assert "--update" in done.stderr


def test_what_a_server_refuses_is_told_with_graph_and_status(empty: str, fresh: Path) -> None:
    trouble: Trouble = lambda number, method, path, body: "507" if method == "PUT" and "events" in path else ""  # noqa: E731
    with between(empty, trouble) as root, pytest.raises(CannotPublish) as error:
        put(fresh, root)
    for part in (f"{root}store", f"<{BASE}graph/events{STAGING}>", "507", "not now"):
        assert part in str(error.value)
    assert graphs_of(empty).keys() == {RECORD}, "what was sent is gone again"


@pytest.mark.parametrize("how", ["updates", "graphs"])
def test_one_of_the_two_protocols_is_enough(empty: str, fresh: Path, how: str) -> None:
    if how == "updates":
        endpoints = Endpoints(f"{empty}query", update=f"{empty}update")
    else:
        endpoints = Endpoints(f"{empty}query", graphs=f"{empty}store")
    put(fresh, empty, endpoints=endpoints)
    another_release(fresh, without_an_article)
    put(fresh, empty, endpoints=endpoints)
    assert holds(empty, fresh)


def test_it_goes_on_after_failures_of_a_moment_and_logs_in_where_asked(empty: str, fresh: Path) -> None:
    kinds = ["503", "", "lost", "", "dropped", ""]
    seen: list[str] = []

    def trouble(number: int, method: str, path: str, body: bytes) -> str:
        seen.append(kinds[number % len(kinds)])
        return seen[-1] if number > 1 else ""

    with between(empty, trouble, PASSWORD) as root, connected(Credentials("me", PASSWORD), QUICK) as http:
        publish(fresh, Server(http, endpoints_below(root, http), QUICK), lambda *_: None)
    assert set(kinds) <= set(seen)
    assert holds(empty, fresh)


def test_putting_in_place_is_not_done_twice_when_its_answer_is_lost(empty: str, fresh: Path) -> None:
    moves = 0

    def trouble(number: int, method: str, path: str, body: bytes) -> str:
        nonlocal moves
        moves += b"INSERT {" in body
        return "lost" if b"INSERT {" in body else ""

    with between(empty, trouble) as root:
        put(fresh, root)
    assert moves == 1
    assert holds(empty, fresh)


def test_a_publisher_that_is_killed_changes_nothing_and_the_next_one_tidies_up(empty: str, fresh: Path) -> None:
    put(fresh, empty)
    before = graphs_of(empty)
    first = (fresh / "latest").resolve().name
    another_release(fresh, lambda quads: [*quads, f"<{BASE}a> <{BASE}b> <{BASE}c> <{BASE}graph/zz> .\n"])
    reached = threading.Event()

    def trouble(number: int, method: str, path: str, body: bytes) -> str:
        if b"INSERT {" in body:
            reached.set()
            time.sleep(1)
            return "dropped"
        return ""

    with between(empty, trouble) as root:
        command = [sys.executable, "-m", "converters", "publish", "--data", str(fresh), "--to", root]
        with subprocess.Popen(command, env=os.environ | {"PYTHONPATH": str(PROJECT)}) as process:
            assert reached.wait(60)
            process.kill()
        found = graphs_of(empty)
    assert {graph: n for graph, n in found.items() if not graph.endswith(STAGING) and graph != RECORD} == {
        graph: n for graph, n in before.items() if graph != RECORD
    }
    assert f"{BASE}graph/zz{STAGING}" in found
    from converters.publishing.latest import point

    point(fresh, first)
    put(fresh, empty)
    assert holds(empty, fresh)


def test_what_arrives_changed_is_not_put_in_place(empty: str, fresh: Path) -> None:
    put(fresh, empty)
    before = graphs_of(empty)
    another_release(fresh, without_an_article)
    spoilt = 0

    def trouble(number: int, method: str, path: str, body: bytes) -> str:
        nonlocal spoilt
        if method == "POST" and "/store" in path and not spoilt:
            spoilt += 1
            return "204"  # says that it has it, and has not
        return ""

    with (
        between(empty, trouble) as root,
        pytest.raises(CannotPublish, match=r"\d+ statements were sent, \d+ are there"),
    ):
        put(fresh, root)
    after = graphs_of(empty)
    assert {graph: n for graph, n in after.items() if graph != RECORD} == {
        graph: n for graph, n in before.items() if graph != RECORD
    }
