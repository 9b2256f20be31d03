"""What is answered the short way, on the connection itself, is what the application answers the long way."""

import re
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.parse import quote, urlsplit

import httpx
import pytest

from tests.serving.conftest import started
from tests.serving.test_operation import metric

CLASS = "https://w3id.org/eventwire/ontology#Claim"
LOOKUP = "/sparql?query=" + quote(f"SELECT ?p ?o {{ <{CLASS}> ?p ?o }}")
LONG_WAY = {"X-Forwarded-For": "192.0.2.1"}
Told = tuple[int, dict[str, str], bytes]


@contextmanager
def connected(server: str) -> Iterator[HTTPConnection]:
    connection = HTTPConnection(urlsplit(server).netloc, timeout=10)
    try:
        yield connection
    finally:
        connection.close()


def answer(connection: HTTPConnection, target: str, headers: dict[str, str] | None = None, method: str = "GET") -> Told:
    connection.request(method, target, headers=headers or {})
    return read(connection.getresponse())


def read(found: HTTPResponse) -> Told:
    """Status, fields without the date, and body."""
    fields = {name.lower(): value for name, value in found.getheaders() if name.lower() != "date"}
    return found.status, fields, found.read()


def request(target: str, more: str = "") -> bytes:
    return f"GET {target} HTTP/1.1\r\nHost: x\r\n{more}\r\n".encode()


def everything(server: str, *sent: bytes) -> bytes:
    """What comes until the server ends the connection."""
    place = urlsplit(server)
    with socket.create_connection((place.hostname or "", place.port or 0), timeout=10) as connection:
        for part in sent:
            connection.sendall(part)
        found = b""
        while part := connection.recv(1 << 16):
            found += part
    return found


@pytest.mark.parametrize("target", [LOOKUP, "/event/retaking", "/event/retaking.ttl", "/event/retaking.html"])
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_both_ways_lead_to_the_same_answer(server: str, target: str, method: str) -> None:
    with connected(server) as connection:
        first = answer(connection, target)
        short, long = (answer(connection, target, headers, method) for headers in ({}, LONG_WAY))
        assert short == long
        assert short[:2] == first[:2]
        assert short[2] == (first[2] if method == "GET" else b"")
        if tag := first[1].get("etag"):
            fresh = {"If-None-Match": tag}
            short, long = (answer(connection, target, fresh | headers, method) for headers in ({}, LONG_WAY))
            assert short == long
            assert short[0] == 304 and not short[2]


def test_an_answer_has_a_date_and_is_counted(server: str) -> None:
    counted = metric(server, "eventwire_answers_total", area="sparql", method="GET", status="200")
    for _ in range(3):
        assert httpx.get(f"{server}{LOOKUP[1:]}").headers["date"].endswith("GMT")
    assert metric(server, "eventwire_answers_total", area="sparql", method="GET", status="200") == counted + 3


def test_requests_that_come_together_are_answered_in_their_order(server: str) -> None:
    targets = [LOOKUP, LOOKUP, "/health", LOOKUP, "/event/none", LOOKUP, "/health"]
    last = request(LOOKUP, "Connection: close\r\n")
    found = everything(server, b"".join(map(request, targets)) + last)
    assert re.findall(rb"HTTP/1.1 (\d+)", found) == [b"200"] * 4 + [b"404"] + [b"200"] * 3
    kinds = re.findall(rb"content-type: (?:text|application)/([\w-]+)", found)
    assert kinds[:5] == [b"sparql-results", b"sparql-results", b"plain", b"sparql-results", b"plain"]


def test_a_request_may_come_in_pieces(server: str) -> None:
    whole = request(LOOKUP, "Connection: close\r\n")
    assert b" 200 OK" in everything(server, *(whole[n : n + 7] for n in range(0, len(whole), 7)))


@pytest.mark.parametrize(
    "sent",
    [
        request(LOOKUP, "Connection: close\r\n"),
        request(LOOKUP).replace(b"HTTP/1.1", b"HTTP/1.0"),
        request(LOOKUP, "Content-Length: 3\r\n") + b"abc" + request("/health", "Connection: close\r\n"),
        request(LOOKUP, "Transfer-Encoding: chunked\r\n")
        + b"1\r\na\r\n0\r\n\r\n"
        + request("/health", "Connection: close\r\n"),
        request(LOOKUP, "Connection: Upgrade, close\r\nUpgrade: websocket\r\n"),
    ],
    ids=["to be closed", "HTTP/1.0", "a body", "a body in chunks", "an upgrade"],
)
def test_what_wants_more_than_an_answer_has_it(server: str, sent: bytes) -> None:
    found = everything(server, sent)
    assert found.count(b"HTTP/1.1 200 OK") == sent.count(b"GET /") and b"400" not in found.split(b"\r\n")[0]


def test_after_a_short_answer_a_long_one_follows_on_the_same_connection(server: str) -> None:
    with connected(server) as connection:
        assert answer(connection, LOOKUP)[0] == 200
        body = f"DESCRIBE <{CLASS}>".encode()
        connection.request("POST", "/sparql", body, {"Content-Type": "application/sparql-query"})
        assert read(connection.getresponse())[0] == 200
        assert answer(connection, LOOKUP)[0] == 200


def test_for_a_client_that_does_not_read_no_answers_are_made(output: Path) -> None:
    with started(output) as server:
        place = urlsplit(server.url)
        before = server.memory()
        with socket.create_connection((place.hostname or "", place.port or 0), timeout=1) as connection:
            with suppress(TimeoutError):
                for _ in range(5000):
                    connection.sendall(request("/ontology.ttl") * 10)
            assert httpx.get(f"{server.url}health").status_code == 200
            assert server.memory() - before < 200, "requests are read up to a limit; their answers would take gigabytes"
