"""Faults: killed, no room, damaged files, clients that crawl, queries without end, rubbish. It serves, or says why not.

`EVENTWIRE_FUZZ=5000 pytest tests/serving/test_faults.py -k rubbish` sends rubbish for two minutes; CI for some seconds.
"""

import http.client
import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from urllib.parse import quote, urlsplit

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from converters.publishing.latest import point
from converters.serving.releases import find_release
from converters.serving.search import search
from converters.serving.statistics import read_statistics
from converters.serving.store import is_whole, open_store, prepare
from tests.fixtures.release import write
from tests.serving.conftest import PROJECT, Started, another_release, serving, started

EXAMPLES = int(os.environ.get("EVENTWIRE_FUZZ", "150"))
CLAIMS = "SELECT (COUNT(*) AS ?n) (COUNT(DISTINCT ?g) AS ?graphs) WHERE { GRAPH ?g { ?c a ew:Claim } }"
SLICES = 2


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    return write(tmp_path / "out").folder.parent


def half_of_the_claims(quads: list[str]) -> list[str]:
    claims = sorted({line.split(" ")[0] for line in quads if "/ontology#Claim>" in line})
    gone = set(claims[: len(claims) // 2])
    return [line for line in quads if line.split(" ")[0] not in gone]


def served(url: str) -> tuple[str, int]:
    """Which release, and how many claims it has."""
    answer = httpx.get(f"{url}sparql", params={"query": CLAIMS}).raise_for_status()
    return answer.headers["x-release"], int(answer.json()["results"]["bindings"][0]["n"]["value"])


def run(data: Path, *options: str) -> "subprocess.CompletedProcess[str]":
    """A server that is expected not to start."""
    command = [sys.executable, "-m", "converters", "serve", "--data", str(data), "--port", "0", *options]
    environment = os.environ | {"PYTHONPATH": str(PROJECT)}
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)


def test_killed_at_any_moment_of_a_switch_it_comes_back_with_one_release_whole(fresh: Path) -> None:
    chance = random.Random(4)
    first = (fresh / "latest").resolve().name
    whole: dict[str, int] = {}
    for _ in range(SLICES):
        with started(fresh, "--look", "0.05") as server:
            whole[first] = served(server.url)[1]
            second = another_release(fresh, half_of_the_claims)
            time.sleep(chance.uniform(0.05, 0.6))
            seen = served(server.url)
            os.kill(server.process.pid, signal.SIGKILL)
        assert seen[0] in (first, second)
        with serving(fresh) as url:
            version, claims = served(url)
            assert version == second
            assert whole.setdefault(second, claims) == claims < whole[first]
            assert whole.get(seen[0]) == seen[1]
            shown = httpx.get(f"{url}feeds/activities").json()["totalItems"]
            deleted = httpx.get(f"{url}feeds/ldes/0", headers={"Accept": "application/trig"}).text
            assert "Delete" in deleted or shown > 250
        shutil.rmtree(fresh / ".serve")
        point(fresh, first)


def test_killed_while_it_loads_it_starts_again_and_leaves_nothing_half_made(fresh: Path) -> None:
    for seconds in (0.6, 0.9, 1.2):
        command = [sys.executable, "-m", "converters", "serve", "--data", str(fresh), "--port", "0"]
        environment = os.environ | {"PYTHONPATH": str(PROJECT)}
        with subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL) as process:
            time.sleep(seconds)
            process.kill()
    with serving(fresh, "--look", "0.05") as url:
        assert served(url) == ((fresh / "latest").resolve().name, 7)
        another_release(fresh, half_of_the_claims)
        for _ in range(200):
            if len(list((fresh / ".serve" / "stores").iterdir())) == 1 and served(url)[1] < 7:
                break
            time.sleep(0.05)
        assert len(list((fresh / ".serve" / "stores").iterdir())) == 1


@contextmanager
def small_disk(folder: Path, mebibytes: int) -> Iterator[Path]:
    """A file system that is soon full; only root may have one."""
    folder.mkdir()
    mounted = os.getuid() == 0 and shutil.which("mount") is not None
    command = ["mount", "-t", "tmpfs", "-o", f"size={mebibytes}m", "tmpfs", str(folder)]
    if not mounted or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("a small file system cannot be mounted here (that needs root)")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


def test_a_full_disk_is_told_and_the_old_release_served_on(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 4) as disk:
        output = write(disk / "out").folder.parent
        first = (output / "latest").resolve().name
        filling = disk / "filling"
        filling.write_bytes(b"x" * (shutil.disk_usage(disk).free - 500_000))
        done = run(output)
        assert done.returncode == 3
        assert "No space left" in done.stderr
        assert "Traceback" not in done.stderr
        assert not list((output / ".serve" / "stores").iterdir())
        filling.unlink()
        with serving(output, "--look", "0.05") as url:
            second = another_release(output, half_of_the_claims)
            filling.write_bytes(b"x" * max(shutil.disk_usage(disk).free - 200_000, 1))
            for _ in range(200):
                told = httpx.get(f"{url}ready").json()
                if told["trouble"] or told["release"] == second:
                    break
                time.sleep(0.05)
            if told["release"] == first:
                assert "No space left" in told["trouble"] or "full" in told["trouble"]
                assert served(url) == (first, 7)
            filling.unlink()
            for _ in range(200):
                if httpx.get(f"{url}ready").json()["release"] == second:
                    break
                time.sleep(0.05)
            assert served(url)[0] == second


@pytest.mark.parametrize("kind", ["*.sst", "MANIFEST-*", "CURRENT", "search.db", "statistics.json", "seal.json"])
def test_a_store_with_a_damaged_file_is_made_again(fresh: Path, kind: str) -> None:
    store = prepare(find_release(fresh)).store
    whole = len(open_store(store)), search(store / "search.db", "harbour"), read_statistics(store / "statistics.json")
    for path in store.rglob(kind):
        content = path.read_bytes()
        path.write_bytes(content[: len(content) // 2] + b"\xff" * 40 + content[len(content) // 2 + 40 :])
    assert not is_whole(store)
    store = prepare(find_release(fresh)).store
    again = len(open_store(store)), search(store / "search.db", "harbour"), read_statistics(store / "statistics.json")
    assert again == whole


def test_a_damaged_log_of_changes_is_told(fresh: Path) -> None:
    with serving(fresh):
        pass
    for path in (fresh / ".serve" / "feed").iterdir():
        path.write_bytes(b"rubbish" * 1000)
    done = run(fresh)
    assert done.returncode == 3
    assert "log.db" in done.stderr and "begin anew" in done.stderr
    assert "Traceback" not in done.stderr


def test_two_hundred_clients_that_crawl_are_cut_off_while_others_are_served(fresh: Path) -> None:
    with started(fresh, "--timeout", "2") as server, ExitStack() as stack:
        place = urlsplit(server.url)
        clients = [
            stack.enter_context(socket.create_connection((place.hostname or "", place.port or 0))) for _ in range(200)
        ]
        heads = (b"GET / HTTP/1.1\r\n", b"Host: x\r\n", b"X-Slow: ", b"a", b"b", b"c")
        for part in heads:
            for client in clients:
                try:
                    client.sendall(part)
                except OSError:
                    continue  # cut off already
            assert served(server.url)[1] == 7
        time.sleep(2.2)
        cut_off = 0
        for client in clients:
            client.settimeout(5)
            try:
                cut_off += client.recv(100) == b""
            except ConnectionResetError:
                cut_off += 1
        assert cut_off == 200
        assert served(server.url)[1] == 7


MONSTERS = {
    "product": "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }",
    "sorted": "SELECT * WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?c ?f ?i",
    "doubling": "SELECT ?x40 WHERE { BIND('xxxxxxxx' AS ?x0) "
    + " ".join(f"BIND(CONCAT(?x{n}, ?x{n}) AS ?x{n + 1})" for n in range(40))
    + "}",
    "paths": "SELECT (COUNT(*) AS ?n) WHERE { ?a (!<x:y>|^!<x:y>)* ?b . ?b (!<x:y>|^!<x:y>)* ?c . ?d ?e ?f }",
    "options": "SELECT * WHERE { "
    + " ".join(f"OPTIONAL {{ ?a{n} ?b{n} ?c{n} FILTER(?a{n} != ?c0) }}" for n in range(12))
    + "}",
    "grouped": "SELECT (GROUP_CONCAT(CONCAT(STR(?a), STR(?d))) AS ?x) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
    "built": "CONSTRUCT { ?a ?b ?f . ?d ?e ?c } WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
    "nested": f"SELECT * WHERE {{ {'{' * 3000} ?s ?p ?o {'}' * 3000} }}",
    "brackets": f"SELECT * WHERE {{ FILTER({'(' * 5000}true{')' * 5000}) }}",
}


def test_workers_without_the_memory_to_begin_are_told(fresh: Path) -> None:
    done = run(fresh, "--memory", "64")
    assert done.returncode == 3
    assert "may need more than 64 MiB" in done.stderr
    assert "Traceback" not in done.stderr


def test_queries_without_end_end_and_take_no_memory_from_the_server(fresh: Path) -> None:
    with started(fresh, "--timeout", "1.5", "--memory", "256", "--max-answer", "2") as server:
        served(server.url)
        before = server.memory()

        def asked(query: str) -> httpx.Response:
            return httpx.post(f"{server.url}sparql", data={"query": query}, timeout=60)

        with ThreadPoolExecutor(4) as many:
            answers = dict(zip(MONSTERS, many.map(asked, MONSTERS.values()), strict=True))
        for name, answer in answers.items():
            assert answer.status_code in (200, 400, 403, 503), (name, answer.text)
            assert "Traceback" not in answer.text
        assert [name for name in ("product", "sorted", "doubling") if answers[name].status_code != 503] == []
        for _ in range(50):  # the workers that were ended are being replaced
            last = asked("ASK {}")
            if last.status_code == 200:
                break
        assert last.json()["boolean"] is True
        assert server.memory() - before < 32
        assert "Traceback" not in server.told()


WORDS = (
    *("SELECT", "*", "WHERE", "{", "}", "?s", "?p", "<x>", "FILTER", "(", ")", '"x"', "LIMIT", "5", "SERVICE", "ASK"),
    *("FROM", "<<", ">>", "^", "/", "[", "]", "é", "#", "BIND", "AS", "COUNT", '"\\"', "\\u0000", "CONSTRUCT", "NOT"),
    *("GRAPH", "?g", ".", ";", "VALUES", "UNDEF", "REGEX", "'''", "@en", "^^", "ew:Claim", "a", "1e999", "-", "+"),
    *("EXISTS", "GROUP BY", "HAVING", "OFFSET", "99999999999999999999", "DESCRIBE", "PREFIX", "BASE", "UNION"),
)
TYPES = st.sampled_from(
    [
        "application/sparql-query",
        "application/x-www-form-urlencoded",
        "application/sparql-update",
        "text/plain",
        ";;",
        "",
    ]
)
FIELDS = st.text(alphabet='text/html*;q=01.,"\\é -+json\t\x7f', max_size=60)
PATHS = st.one_of(
    st.text(alphabet="%/.<>event:0az?=&\\", max_size=40),
    st.sampled_from(
        ["feeds/ldes/-1", "feeds/atom/x", "feeds/query/atom", "download/../x", "static/x", "graph/", "ontology/%00"]
    ),
)


@pytest.fixture(scope="module")
def victim(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Started]:
    with started(write(tmp_path_factory.mktemp("victim") / "out").folder.parent, "--timeout", "5") as server:
        yield server


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    path=PATHS,
    words=st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join),
    accept=FIELDS,
    condition=FIELDS,
    media_type=TYPES,
    body=st.one_of(
        st.binary(max_size=60), st.lists(st.sampled_from(WORDS), max_size=14).map(lambda w: " ".join(w).encode())
    ),
    method=st.sampled_from(["GET", "HEAD", "POST", "OPTIONS", "PUT", "FOO"]),
)
def test_rubbish_is_refused_in_words(
    victim: Started, path: str, words: str, accept: str, condition: str, media_type: str, body: bytes, method: str
) -> None:
    place = urlsplit(victim.url)
    fields = {"Accept": accept, "If-None-Match": condition, "If-Modified-Since": condition, "Range": condition}
    sent = {name: value.encode().decode("latin-1") for name, value in fields.items()}
    with closing(http.client.HTTPConnection(place.hostname or "", place.port, timeout=30)) as connection:
        targets = (
            f"/{quote(path, safe='%/?=&')}",
            f"/sparql?query={quote(words)}",
            f"/feeds/query/json?query={quote(words)}",
        )
        for target in targets:
            told(connection, method, target, sent, b"")
        told(connection, "POST", "/sparql", {**sent, "Content-Type": media_type}, body)


def told(connection: http.client.HTTPConnection, method: str, target: str, fields: dict[str, str], body: bytes) -> None:
    connection.close()
    try:
        connection.request(method, target, body=body or None, headers=fields)
    except ValueError:
        return  # the client's own library does not send such a field
    answer = connection.getresponse()
    text = answer.read()
    assert answer.status < 500 or answer.status == 503, (method, target, fields, body, text)
    assert b"Traceback" not in text
    if answer.status >= 400 and method != "HEAD":
        assert text.strip(), (method, target)


def test_after_rubbish_it_is_as_it_was(victim: Started) -> None:
    """Runs after the test above, on the same server."""
    assert served(victim.url)[1] == 7
    assert victim.memory() < 200
    assert "Traceback" not in victim.told()
