"""Operation: watched, configured, switched and stopped without anybody noticing; many and slow clients do no harm."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest
from prometheus_client.parser import text_string_to_metric_families

from tests.fixtures.release import write
from tests.serving.conftest import PROJECT, another_release, serving, until_served

SLOW = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f }"
ENDLESS = f"{SLOW[:-1]} . ?g ?h ?i . ?j ?k ?l }}"
HALF = b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\nContent-Length: 99\r\n\r\nASK"
COUNT = "SELECT (COUNT(*) AS ?n) WHERE { ?c a ew:Claim }"


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    return write(tmp_path / "out").folder.parent


def one_claim_less(quads: list[str]) -> list[str]:
    claim = next(line.split(" ")[0] for line in quads if "/ontology#Claim>" in line)
    return [line for line in quads if not line.startswith(f"{claim} ")]


def metric(url: str, name: str, **labels: str) -> float:
    families = text_string_to_metric_families(httpx.get(f"{url}metrics").raise_for_status().text)
    samples = (sample for family in families for sample in family.samples)
    return sum(one.value for one in samples if one.name == name and labels.items() <= one.labels.items())


def test_it_tells_that_it_is_well(server: str) -> None:
    assert httpx.get(f"{server}health").text == "ok\n"
    ready = httpx.get(f"{server}ready")
    assert ready.status_code == 200
    assert ready.json()["ready"] is True
    assert re.fullmatch(r"[0-9a-f]{16}", ready.json()["release"])


def test_it_counts_what_it_does(server: str) -> None:
    refused = metric(server, "eventwire_answers_total", area="sparql", status="400")
    httpx.get(f"{server}sparql", params={"query": "rubbish"})
    assert metric(server, "eventwire_answers_total", area="sparql", status="400") == refused + 1
    assert metric(server, "eventwire_answer_seconds_count", area="sparql") > 0
    assert metric(server, "eventwire_requests_in_progress") == 1, "the one that asks"
    assert metric(server, "eventwire_triples") > 1000
    areas = {"x/" * n for n in range(50)}
    for path in areas:
        httpx.get(f"{server}{path}")
    assert httpx.get(f"{server}metrics").text.count("eventwire_answers_total{") < 60


def test_every_answer_is_safe_to_show(server: str) -> None:
    for path in ("", "sparql", "event/none", "metrics", "feeds/atom", "search?q=x"):
        headers = httpx.get(f"{server}{path}", headers={"Accept": "text/html, */*;q=0.5"}).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert "default-src 'self'" in headers["content-security-policy"]
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert "server" not in headers
    for method in ("PUT", "DELETE", "PATCH", "TRACE"):
        assert httpx.request(method, f"{server}event/retaking").status_code == 405


def test_a_new_release_is_taken_up_while_clients_ask(fresh: Path) -> None:
    first = (fresh / "latest").resolve().name
    answers: list[tuple[str, int]] = []
    stop = threading.Event()

    def ask(url: str) -> None:
        with httpx.Client() as client:
            while not stop.is_set():
                answer = client.get(f"{url}sparql", params={"query": COUNT}).raise_for_status()
                number = int(answer.json()["results"]["bindings"][0]["n"]["value"])
                answers.append((answer.headers["x-release"], number))
                assert client.get(f"{url}event/retaking.ttl").status_code == 200

    with serving(fresh, "--look", "0.1") as url:
        clients = [threading.Thread(target=ask, args=(url,)) for _ in range(3)]
        for client in clients:
            client.start()
        second = another_release(fresh, one_claim_less)
        until_served(url, second)
        for _ in range(100):
            if len(list((fresh / ".serve" / "stores").iterdir())) == 1:
                break
            time.sleep(0.05)
        stop.set()
        for client in clients:
            client.join()
        assert set(answers) == {(first, 7), (second, 6)}, "old or new, nothing between"
        assert [path.name[:16] for path in (fresh / ".serve" / "stores").iterdir()] == [second]
        assert httpx.get(f"{url}download/{first}/graph.ttl").status_code == 200


def test_a_release_that_cannot_be_served_leaves_the_old_one_and_is_told(fresh: Path) -> None:
    first = (fresh / "latest").resolve().name
    with serving(fresh, "--look", "0.1") as url:
        bad = another_release(fresh, lambda quads: [*quads, "rubbish\n"])
        for _ in range(200):
            told = httpx.get(f"{url}ready").json()
            if told["trouble"]:
                break
            time.sleep(0.05)
        assert bad in told["trouble"]
        assert told["release"] == first
        assert metric(url, "eventwire_release_trouble") == 1
        assert httpx.get(f"{url}sparql", params={"query": COUNT}).status_code == 200
        until_served(url, another_release(fresh, lambda quads: one_claim_less(quads[:-1])))
        assert httpx.get(f"{url}ready").json()["trouble"] is None


def test_a_server_that_was_killed_starts_again_with_what_is_whole(fresh: Path) -> None:
    command = [sys.executable, "-m", "converters", "serve", "--data", str(fresh), "--port", "0"]
    environment = os.environ | {"PYTHONPATH": str(PROJECT)}
    with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr
        next(line for line in process.stderr if "serving release" in line)
        process.send_signal(signal.SIGKILL)
    with serving(fresh) as url:
        assert httpx.get(f"{url}feeds/activities").json()["totalItems"] > 0
        assert httpx.get(f"{url}sparql", params={"query": COUNT}).status_code == 200


def test_a_query_that_runs_is_answered_before_the_end(fresh: Path) -> None:
    answers: list[httpx.Response] = []
    with serving(fresh) as url:
        asking = threading.Thread(
            target=lambda: answers.append(httpx.get(f"{url}sparql", params={"query": SLOW}, timeout=60))
        )
        asking.start()
        for _ in range(100):
            if metric(url, "eventwire_requests_in_progress") > 1:
                break
            time.sleep(0.02)
    asking.join()
    assert answers[0].status_code == 200


def test_two_hundred_slow_clients_keep_nobody_else_waiting(server: str) -> None:
    place = urlsplit(server)
    clients = []
    try:
        for _ in range(200):
            client = socket.create_connection((place.hostname, place.port))
            client.sendall(HALF)
            clients.append(client)
        assert httpx.get(f"{server}sparql", params={"query": "ASK {}"}).json()["boolean"] is True
    finally:
        for client in clients:
            client.close()
    for _ in range(100):
        if metric(server, "eventwire_requests_in_progress") == 1:
            break
        time.sleep(0.05)
    assert metric(server, "eventwire_requests_in_progress") == 1


@pytest.fixture
def config(tmp_path: Path, fresh: Path) -> Iterator[Path]:
    path = tmp_path / "serve.toml"
    path.write_text(f'data = "{fresh}"\nport = 0\nlog = "json"\nmax-request = 1\n')
    yield path


def test_it_is_configured_by_file_and_environment(config: Path) -> None:
    command = [sys.executable, "-m", "converters", "serve", "--config", str(config)]
    environment = os.environ | {"PYTHONPATH": str(PROJECT), "EVENTWIRE_SERVE_TIMEOUT": "0.5"}
    with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr
        line = next(line for line in map(json.loads, process.stderr) if "serving release" in line["message"])
        url = re.search(r"http://\S+", line["message"])[0]  # type: ignore[index]
        assert httpx.post(f"{url}sparql", data={"query": f"ASK {{}} #{'x' * 2000}"}).status_code == 413
        assert "0.5 seconds" in httpx.get(f"{url}sparql", params={"query": ENDLESS}).text
        process.terminate()
        lines = [json.loads(line) for line in process.stderr]
    assert [(line["status"], line["message"]) for line in lines] == [(413, "POST /sparql"), (503, "GET /sparql")]


@pytest.mark.parametrize(
    ("arguments", "told", "code"),
    [
        (["--data", "nowhere"], "eventwire convert", 2),
        (["--config", "none.toml"], "none.toml", 2),
        (["--data", "{data}", "--port", "{taken}"], "cannot listen", 3),
    ],
)
def test_what_prevents_a_start_is_told_in_a_line(
    fresh: Path, tmp_path: Path, arguments: list[str], told: str, code: int
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        values = {"data": fresh, "taken": other.getsockname()[1]}
        command = [sys.executable, "-m", "converters", "serve", *(one.format(**values) for one in arguments)]
        environment = os.environ | {"PYTHONPATH": str(PROJECT)}
        done = subprocess.run(command, env=environment, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == code, done.stderr
    assert told in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("path", [f"feeds/{kind}/{'9' * 30}" for kind in ("ldes", "activity", "atom", "activities")])
def test_what_is_out_of_all_bounds_is_not_there(server: str, path: str) -> None:
    assert httpx.get(f"{server}{path}").status_code == 404
