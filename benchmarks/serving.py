"""What the server costs beside others: python benchmarks/serving.py [--copies 5] [--clients 16] [--endpoint PROGRAM]

The release in `output/` is copied under other names until it is as large as asked for (20,000 statements a copy). All
servers get the same requests from so many clients at a time: look-ups in turns, for the machine may be faster now than
then, and the rest one server after the other. What counts is the processor time of a server with its children, so that
other work on the machine, and the clients, do not count. The others are a bare Oxigraph server, a server of files that
has the same documents on disk, and `rdflib-endpoint`, if its program is named.
"""

import argparse
import json
import os
import re
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from statistics import median
from subprocess import DEVNULL
from urllib.parse import quote, urlsplit

from pyoxigraph import NamedNode, RdfFormat, parse, serialize

from converters.serving.documents import PARTS as DOCUMENT_PARTS

PROJECT = Path(__file__).resolve().parent.parent
ROUNDS = 3
TURNS = 6
SLOW = 40
"""Requests a turn for a server that takes milliseconds for each."""
_IDS = re.compile(r"(<http://localhost:8000/(?:article|claim|event|entity|passage|time|graph)/)")
CONSTRUCT = "CONSTRUCT {{ <{iri}> ?p ?o . ?s ?q <{iri}> }} WHERE {{ {{ <{iri}> ?p ?o }} UNION {{ ?s ?q <{iri}> }} }}"
PARTS = "|".join(f"<{name}>" for name in sorted(DOCUMENT_PARTS))
SAME = (
    f"CONSTRUCT {{{{ ?n ?p ?o . ?s ?q <{{iri}}> }}}} WHERE {{{{ {{{{ <{{iri}}> ({PARTS})* ?n . ?n ?p ?o }}}} "
    "UNION {{ ?s ?q <{iri}> }} }}"
)
"""What a document of ours says, as a query."""
LABEL = "<http://www.w3.org/2000/01/rdf-schema#label>"
SELECT = "SELECT ?p ?o WHERE {{ <{iri}> ?p ?o }}"
LOOKUPS = {
    "SELECT": SELECT,
    "labels of what names it": f"SELECT ?s ?l WHERE {{{{ ?s ?p <{{iri}}> . ?s {LABEL} ?l }}}}",
    "labels of what it names": f"SELECT ?p ?o ?l WHERE {{{{ <{{iri}}> ?p ?o . OPTIONAL {{{{ ?o {LABEL} ?l }}}} }}}}",
    "all of what it names": "SELECT ?p ?o ?q ?r WHERE {{ <{iri}> ?p ?o . ?o ?q ?r }}",
    "labels, by a worker": f"SELECT ?o ?l WHERE {{{{ <{{iri}}> ?p ?o . ?o {LABEL} ?l FILTER(isIRI(?o)) }}}}",
}
"""One pattern, two joined in three ways, and what is no look-up because of its filter."""
FILES = """
import sys, uvicorn
from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
app = Starlette(routes=[Mount("/", StaticFiles(directory=sys.argv[1]))])
uvicorn.run(app, port=int(sys.argv[3]), access_log=False, log_level="warning")
"""
"""A server of the files in a folder, on the framework that eventwire serves with."""


def main() -> None:
    """Runs the benchmark and prints its table."""
    options = _options()
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        iris = write_release(home / "out", options.copies)
        print(f"{sum(1 for _ in (home / 'out' / 'graph.nq').open('rb'))} statements, {len(iris)} claims and events\n")
        once, again = iris[: options.requests], iris[:50] * (options.requests // 50)
        found: dict[str, float] = {}

        def ask(server: Served, name: str, iris: list[str], request: Callable[[str], bytes]) -> None:
            found[name] = measure(server, iris, request, options.clients)

        with (
            ours(home / "out") as eventwire,
            oxigraph(home) as bare,
            files(home, eventwire, again[:50]) as disk,
            rdflib_endpoint(options.endpoint, home) as peer,
        ):
            fresh = f"If-None-Match: {eventwire.etag(document(again[0], 'ttl'))}\r\n"
            asked = {"": (eventwire, "/sparql", len(once)), "Oxigraph": (bare, "/query", len(once))}
            if peer is not None:
                asked["rdflib-endpoint"] = (peer, "/", SLOW)
            for name, query in LOOKUPS.items():
                for server, rate in in_turns(asked, once, query, options.clients).items():
                    found[f"{server}: {name}" if server else f"{name}, new"] = rate
            ask(bare, "Oxigraph: CONSTRUCT", once, partial(sparql, "/query", CONSTRUCT))
            ask(bare, "Oxigraph: all of a document", once, partial(sparql, "/query", SAME))
            ask(eventwire, "CONSTRUCT, new", once, partial(sparql, "/sparql", CONSTRUCT))
            ask(eventwire, "SELECT, again", again, partial(sparql, "/sparql", SELECT))
            ask(eventwire, "document (Turtle), new", once, lambda iri: document(iri, "ttl"))
            ask(eventwire, "document (N-Triples), new", once, lambda iri: document(iri, "nt"))
            ask(eventwire, "document (Turtle), again", again, lambda iri: document(iri, "ttl"))
            ask(eventwire, "document, not modified", again, lambda iri: document(iri, "ttl", fresh))
            ask(disk, "document (Turtle) from a file", again, lambda iri: get(f"/{_file_of(iri)}"))
            ask(eventwire, "thing (303)", once, lambda iri: document(iri, ""))
            ask(eventwire, "file of 100 bytes", again, lambda _: get("/health"))
        show(found)


def in_turns(
    asked: dict[str, tuple["Served", str, int]], iris: list[str], query: str, clients: int
) -> dict[str, float]:
    """The median rate of each server, with the path of its endpoint and how many requests it gets a turn."""
    share = len(iris) // TURNS
    rates: dict[str, list[float]] = {name: [] for name in asked}
    for turn in range(TURNS):
        part = iris[turn * share : (turn + 1) * share]
        for name, (server, path, most) in asked.items():
            rates[name].append(server.rate([sparql(path, query, iri) for iri in part[:most]], clients))
    return {name: median(found) for name, found in rates.items()}


def measure(server: "Served", iris: list[str], request: Callable[[str], bytes], clients: int) -> float:
    """Requests per second of the server's processor time; the best of those rounds that it has not answered before."""
    share = max(len(iris) // ROUNDS, 1)
    rounds = ([request(iri) for iri in iris[n * share : (n + 1) * share]] for n in range(ROUNDS))
    return max(server.rate(requests, clients) for requests in rounds)


def show(found: dict[str, float]) -> None:
    """A line for each kind of request, with its ratio to the same of the other servers."""
    for name, rate in sorted(found.items(), key=lambda one: ":" not in one[0]):
        kind = "all of a document" if name.startswith("document") else name.rpartition(",")[0]
        peers = (f"{peer}: {kind}" for peer in ("Oxigraph", "rdflib-endpoint"))
        ratios = (f"{rate / found[peer]:8.2f} of {peer.partition(':')[0]}" for peer in peers if peer in found)
        print(f"  {name:42}{rate:8.0f} /s of processor{''.join(ratios)}")


class Client:
    """A connection to a server."""

    def __init__(self, url: str) -> None:
        place = urlsplit(url)
        self._socket = socket.create_connection((place.hostname or "", place.port or 0), timeout=30)
        self._file = self._socket.makefile("rb")
        self.body = b""

    def ask(self, request: bytes) -> None:
        self._socket.sendall(request)

    def answer(self) -> str:
        """Reads an answer; its ETag, or nothing."""
        status = int(self._file.readline().split()[1])
        length, tag = 0, ""
        chunked = False
        while (line := self._file.readline()) not in (b"\r\n", b""):
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
            tag = value.strip().decode() if name.lower() == b"etag" else tag
            chunked |= name.lower() == b"transfer-encoding"
        while chunked:
            size = int(self._file.readline(), 16)
            self._file.read(size + 2)
            chunked = size > 0
        self.body = b"" if status in (304, 204) else self._file.read(length)
        if status >= 400:
            raise RuntimeError(f"the server answers {status}")
        return tag


class Served:
    """A server process that answers at a URL."""

    def __init__(self, process: "subprocess.Popen[bytes]", url: str) -> None:
        self.process = process
        self.url = url

    def rate(self, requests: list[bytes], clients: int) -> float:
        """Sends requests from so many clients at a time; how many it answers in a second of its processor time."""
        connected = [Client(self.url) for _ in range(clients)]  # anew: a server ends connections that rest
        before = self.seconds()
        for start in range(0, len(requests), clients):
            asking = list(zip(connected, requests[start : start + clients], strict=False))
            for client, request in asking:
                client.ask(request)
            for client, _ in asking:
                client.answer()
        return len(requests) / (self.seconds() - before)

    def seconds(self) -> float:
        """Processor time that the server and its children that run have taken."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        return sum(map(_seconds, (self.process.pid, *map(int, children))))

    def etag(self, request: bytes) -> str:
        """The ETag of what a request asks for."""
        client = Client(self.url)
        client.ask(request)
        return client.answer()

    def body(self, request: bytes) -> bytes:
        """What a request is answered with."""
        client = Client(self.url)
        client.ask(request)
        client.answer()
        return client.body


def _seconds(pid: int) -> float:
    return time.clock_gettime(~pid << 3 | 2)  # the clock of all threads of a process, as clock_getcpuclockid makes it


def get(target: str, more: str = "") -> bytes:
    return f"GET {target} HTTP/1.1\r\nHost: localhost:8000\r\n{more}\r\n".encode()


def document(iri: str, extension: str, more: str = "") -> bytes:
    path = urlsplit(iri).path
    return get(f"{path}.{extension}" if extension else path, more)


def sparql(path: str, query: str, iri: str) -> bytes:
    accept = "application/n-triples" if query.startswith("CONSTRUCT") else "application/sparql-results+json"
    return get(f"{path}?query={quote(query.format(iri=iri), safe='')}", f"Accept: {accept}\r\n")


def write_release(folder: Path, copies: int) -> list[str]:
    """A release with `copies` of the one in `output/`; the IRIs of its claims and events."""
    source = PROJECT / "output" / "latest"
    lines = (source / "graph.nq").read_text(encoding="utf-8").splitlines(keepends=True)
    folder.mkdir()
    with (folder / "graph.nq").open("w", encoding="utf-8") as out:
        for number in range(copies):
            out.writelines(_IDS.sub(rf"\g<1>c{number}-", line) for line in lines)
    index = json.loads((source / "index.json").read_text(encoding="utf-8"))
    (folder / "index.json").write_text(json.dumps({**index, "files": []}), encoding="utf-8")
    kinds = {"claim": re.compile(r"/claim/[^/#]+/[0-9a-f]{16}$"), "event": re.compile(r"/event/[^/#]+$")}
    found = {
        quad.subject.value
        for quad in parse(path=str(folder / "graph.nq"), format=RdfFormat.N_QUADS)
        if isinstance(quad.subject, NamedNode) and any(kind.search(quad.subject.value) for kind in kinds.values())
    }
    return sorted(found, key=lambda iri: iri[::-1])


@contextmanager
def ours(data: Path) -> Iterator[Served]:
    """`eventwire serve` on a release, without a log of answers: the other server writes none."""
    options = ["--data", str(data), "--look", "3600", "--quiet"]
    with _running([sys.executable, "-m", "converters", "serve", *options], "--port", "{port}") as served:
        yield served


@contextmanager
def oxigraph(home: Path) -> Iterator[Served]:
    """A bare Oxigraph server on the store that eventwire made of the release."""
    (quads,) = (home / ".serve" / "stores").glob("*/quads")
    program = str(Path(sys.executable).parent / "oxigraph")
    options = ["serve-read-only", "--location", str(quads), "--union-default-graph"]
    with _running([program, *options], "--bind", "127.0.0.1:{port}") as served:
        yield served


@contextmanager
def files(home: Path, source: Served, iris: list[str]) -> Iterator[Served]:
    """A server of files that has the documents of `iris` on disk, as `source` answers them."""
    folder = home / "files"
    folder.mkdir()
    for iri in iris:
        (folder / _file_of(iri)).write_bytes(source.body(document(iri, "ttl")))
    with _running([sys.executable, "-c", FILES, str(folder)], "--port", "{port}") as served:
        yield served


def _file_of(iri: str) -> str:
    return f"{urlsplit(iri).path.strip('/').replace('/', '-')}.ttl"


@contextmanager
def rdflib_endpoint(program: Path | None, home: Path) -> Iterator[Served | None]:
    """rdflib-endpoint on the same statements, all in one graph; none if its program is not named."""
    if program is None:
        yield None
        return
    data = home / "all.nt"
    quads = parse(path=str(home / "out" / "graph.nq"), format=RdfFormat.N_QUADS)
    triples = dict.fromkeys(quad.triple for quad in quads)
    data.write_bytes(serialize(triples, format=RdfFormat.N_TRIPLES) or b"")
    with _running([str(program), "serve", "--host", "127.0.0.1", str(data)], "--port", "{port}") as served:
        yield served


@contextmanager
def _running(command: list[str], option: str, place: str) -> Iterator[Served]:
    """A server on a free port, once it listens. Raises RuntimeError if it does not within a minute."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    environment = os.environ | {"PYTHONPATH": str(PROJECT)}
    with subprocess.Popen([*command, option, place.format(port=port)], env=environment, stdout=DEVNULL) as process:
        try:
            for _ in range(600):
                time.sleep(0.1)
                with suppress(ConnectionRefusedError), socket.create_connection(("127.0.0.1", port)) as found:
                    found.settimeout(600)  # a large release is loaded first
                    found.sendall(get("/"))
                    if found.recv(1):
                        break
            else:
                raise RuntimeError(f"{command[0]} does not answer")
            yield Served(process, f"http://127.0.0.1:{port}/")
        finally:
            process.kill()


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="What the server costs beside a bare Oxigraph server.")
    parser.add_argument("--copies", type=int, default=5)
    parser.add_argument("--requests", type=int, default=2000)
    parser.add_argument("--clients", type=int, default=16, help="how many ask at a time")
    parser.add_argument("--endpoint", type=Path, help="the program rdflib-endpoint, in an environment of its own")
    return parser.parse_args()


if __name__ == "__main__":
    main()
