"""A release of the invented edition, and the real server on it in a process of its own."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.fixtures.release import write

PROJECT = Path(__file__).resolve().parents[2]


@contextmanager
def serving(data: Path, *options: str) -> Iterator[str]:
    """`eventwire serve` on a free port; gives its URL, ends it by SIGTERM, which must be graceful."""
    command = [sys.executable, "-m", "converters", "serve", "--data", str(data), "--port", "0", *options]
    environment = os.environ | {"PYTHONPATH": str(PROJECT), "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr
        try:
            for line in process.stderr:
                if found := re.search(r"serving release \w+ on (http://\S+)", line):
                    yield found[1]
                    break
            else:
                pytest.fail("the server ended at once")
        finally:
            process.terminate()
            rest = process.stderr.read()
        assert process.wait() == 0, rest


@pytest.fixture(scope="session")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An output folder with one release. Tests that change it make their own."""
    return write(tmp_path_factory.mktemp("served")).folder.parent


@pytest.fixture(scope="session")
def server(output: Path) -> Iterator[str]:
    """The URL of a server on `output`, with a slash at its end."""
    with serving(output) as url:
        yield url
