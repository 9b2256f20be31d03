"""Real servers for the clients: independent ones in environments of their own, and a proxy that injects faults."""

import json
import socket
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import anyio
import httpx
import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.types import ASGIApp

PATIENCE = 60.0
ROWS = (
    ("Q900000001", "Xanburg", "Q515"),
    ("Q900000002", "Uvwograd", "Q515"),
    ("Q900000003", "Ann Marlow Cole", "Q5"),
)
"""Invented things; the classes are Wikidata's city and human."""


def environment(cache: Path, package: str) -> Path:
    """The folder of programs of a virtual environment with one package, kept for the next run; skips without one."""
    folder = cache / package.replace("==", "-")
    done = folder / "installed"
    if not done.exists():
        for command in ([sys.executable, "-m", "venv", folder], [folder / "bin" / "pip", "install", "-q", package]):
            made = subprocess.run([*map(str, command)], capture_output=True, text=True, check=False)
            if made.returncode:
                pytest.skip(f"{package} cannot be installed: {made.stderr.strip().splitlines()[-1:]}")
        done.touch()
    return folder / "bin"


@contextmanager
def process(*command: str | Path, cwd: Path, url: str) -> Iterator[str]:
    """A server in a process of its own, as soon as it answers at `url`."""
    with (cwd / "log").open("wb") as log:
        running = subprocess.Popen([*map(str, command)], cwd=cwd, stdout=log, stderr=log)
    try:
        until = time.monotonic() + PATIENCE
        while not _answers(url):
            if running.poll() is not None or time.monotonic() > until:
                raise RuntimeError(f"{command[0]} does not start: {(cwd / 'log').read_text()}")
            time.sleep(0.1)
        yield url
    finally:
        running.terminate()
        running.wait()


def _answers(url: str) -> bool:
    try:
        return httpx.get(url).is_success
    except httpx.TransportError:
        return False


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


@contextmanager
def datasette(programs: Path, folder: Path) -> Iterator[str]:
    """datasette-reconcile over ROWS, with Wikidata's identifiers."""
    with sqlite3.connect(folder / "own.db") as connection:
        connection.execute("CREATE TABLE things (qid TEXT PRIMARY KEY, name TEXT, class TEXT)")
        connection.executemany("INSERT INTO things VALUES (?, ?, ?)", ROWS)
        connection.execute("CREATE VIRTUAL TABLE things_fts USING fts4(name, content='things')")
        connection.execute("INSERT INTO things_fts (rowid, name) SELECT rowid, name FROM things")
    connection.close()
    known = {"id_field": "qid", "name_field": "name", "type_field": "class"}
    spaces = {
        "identifierSpace": "http://www.wikidata.org/entity/",
        "schemaSpace": "http://www.wikidata.org/prop/direct/",
    }
    plugin = {"datasette-reconcile": {**known, **spaces}}
    about = {"databases": {"own": {"tables": {"things": {"plugins": plugin}}}}}
    (folder / "metadata.json").write_text(json.dumps(about), encoding="utf-8")
    port = free_port()
    command = (programs / "datasette", "serve", "own.db", "-m", "metadata.json", "-p", str(port))
    with process(*command, cwd=folder, url=f"http://127.0.0.1:{port}/own/things/-/reconcile") as url:
        yield url


@contextmanager
def csv_reconcile(programs: Path, folder: Path) -> Iterator[str]:
    """csv-reconcile over ROWS: version 0.1 alone, and no classes in its results."""
    lines = ["qid\tname", *(f"{qid}\t{name}" for qid, name, _ in ROWS)]
    (folder / "own.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    manifest = {
        "identifierSpace": "http://www.wikidata.org/entity/",
        "schemaSpace": "http://www.wikidata.org/prop/direct/",
    }
    (folder / "own.cfg").write_text(f"MANIFEST = {manifest!r}\n", encoding="utf-8")
    port = free_port()
    program = (
        "from csv_reconcile import create_app, doinit\n"
        f"doinit('own.cfg', 'dice', 'own.tsv', 'qid', 'name')\n"
        f"create_app(instance_path=None).run(port={port})\n"
    )
    with process(programs / "python", "-c", program, cwd=folder, url=f"http://127.0.0.1:{port}/reconcile") as url:
        yield url


@contextmanager
def here(app: ASGIApp) -> Iterator[str]:
    """An application served by a thread of this process, on a free port."""
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="critical", lifespan="off"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    try:
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = server.force_exit = True
        thread.join()


@dataclass
class Proxy:
    """Hands requests on to `upstream`, but first plays `faults`, one a request; `seen` are all of them."""

    upstream: str
    faults: list[str] = field(default_factory=list)
    seen: list[Request] = field(default_factory=list)
    bodies: list[bytes] = field(default_factory=list)
    slow: float = 3.0

    def app(self) -> Starlette:
        return Starlette(routes=[Route("/{rest:path}", self.answer, methods=["GET", "POST"])])

    async def answer(self, request: Request) -> Response:
        self.seen.append(request)
        body = await request.body()
        self.bodies.append(body)
        match self.faults.pop(0) if self.faults else "":
            case "":
                return await self._handed_on(request, body)
            case "cut":
                return StreamingResponse(_cut(), headers={"Content-Length": "1000"}, media_type="application/json")
            case "broken":
                return Response('{"q0": {"result": [', media_type="application/json")
            case "slow":
                await anyio.sleep(self.slow)
                return JSONResponse({})
            case "page":
                return Response("<html>sign in</html>", media_type="text/html")
            case fault:
                status, *wait = fault.split(" ", 1)
                return Response(status_code=int(status), headers={"Retry-After": wait[0]} if wait else {})

    async def _handed_on(self, request: Request, body: bytes) -> Response:
        kept = {name: value for name, value in request.headers.items() if name in ("content-type", "accept")}
        async with httpx.AsyncClient() as client:
            url = httpx.URL(self.upstream).copy_with(query=request.url.query.encode() or None)
            told = await client.request(request.method, url, content=body, headers=kept)
        return Response(told.content, told.status_code, media_type=told.headers["content-type"])


async def _cut() -> AsyncIterator[bytes]:
    yield b'{"q0": '
    raise ConnectionAbortedError


@contextmanager
def faulty(upstream: str) -> Iterator[tuple[str, Proxy]]:
    """A proxy before a server, and the URL to ask it at."""
    proxy = Proxy(upstream)
    with here(proxy.app()) as base:
        yield f"{base}/reconcile", proxy
