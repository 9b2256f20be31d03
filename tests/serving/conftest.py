"""A release of the invented edition, and the real server on it in a process of its own."""

import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

import httpx
import pytest

from converters.publishing.latest import point
from tests.fixtures.release import write

PROJECT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Started:
    """A server that runs; `log` is what it has told so far."""

    url: str
    process: "subprocess.Popen[str]"
    log: IO[str]

    def told(self) -> str:
        return _read(self.log)

    def memory(self) -> int:
        """MiB of private memory of the server itself, without its workers."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"RssAnon:\s+(\d+)", status)[1]) >> 10  # type: ignore[index]


@contextmanager
def started(data: Path, *options: str) -> Iterator[Started]:
    """`eventwire serve` on a free port, killed in the end if it still runs."""
    command = [sys.executable, "-m", "converters", "serve", "--data", str(data), "--port", "0", *options]
    environment = os.environ | {"PYTHONPATH": str(PROJECT), "PYTHONUNBUFFERED": "1"}
    with (
        TemporaryFile("a+") as log,  # not a pipe: one that nobody reads would fill up and hold the server
        subprocess.Popen(command, env=environment, stderr=log, text=True) as process,
    ):
        try:
            yield Started(_url(process, log), process, log)
        finally:
            process.kill()


@contextmanager
def serving(data: Path, *options: str) -> Iterator[str]:
    """`eventwire serve` on a free port; gives its URL, ends it by SIGTERM, which must be graceful."""
    with started(data, *options) as server:
        try:
            yield server.url
        finally:
            server.process.terminate()
            server.process.wait()
        assert server.process.returncode == 0, server.told()


def _url(process: "subprocess.Popen[str]", log: IO[str]) -> str:
    while process.poll() is None:
        if found := re.search(r"serving release \w+ on (http://\S+)", _read(log)):
            return found[1]
        time.sleep(0.02)
    pytest.fail(f"the server ended at once: {_read(log)}")


def _read(log: IO[str]) -> str:
    log.seek(0)
    return log.read()


@pytest.fixture(scope="session")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An output folder with one release. Tests that change it make their own."""
    return write(tmp_path_factory.mktemp("served")).folder.parent


@pytest.fixture(scope="session")
def server(output: Path) -> Iterator[str]:
    """The URL of a server on `output`, with a slash at its end."""
    with serving(output) as url:
        yield url


def another_release(output: Path, change: Callable[[list[str]], list[str]]) -> str:
    """A further release beside the latest, its quads (lines) changed; `latest` moves to it. Gives its version."""
    former = (output / "latest").resolve()
    quads = change((former / "graph.nq").read_text(encoding="utf-8").splitlines(keepends=True))
    version = sha256("".join(quads).encode()).hexdigest()[:16]
    folder = output / version
    if not folder.exists():
        shutil.copytree(former, folder)
        (folder / "graph.nq").write_text("".join(quads), encoding="utf-8")
        index = json.loads((folder / "index.json").read_text(encoding="utf-8"))
        (folder / "index.json").write_text(json.dumps({**index, "version": version}), encoding="utf-8")
    point(output, version)
    return version


def until_served(url: str, version: str) -> None:
    """Waits until the server serves a release."""
    for _ in range(200):
        if httpx.get(f"{url}sparql", params={"query": "ASK {}"}).headers["x-release"] == version:
            return
        time.sleep(0.05)
    pytest.fail(f"{version} is not served")
