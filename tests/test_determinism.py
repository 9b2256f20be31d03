"""The same articles give the same bytes: in any order, with any seed of Python's hashes, in any number of processes."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.slow
@pytest.mark.parametrize(("hash_seed", "backwards", "processes"), [("1", True, 1), ("2", False, 2)])
def test_the_release_has_the_version_that_stands_in_the_repository(
    project: Path, tmp_path: Path, hash_seed: str, backwards: bool, processes: int
) -> None:
    articles = sorted((project / "seeds").glob("*.txt"), reverse=backwards)
    command = [sys.executable, "-m", "converters", "convert", *map(str, articles), "--out", str(tmp_path), "--quiet"]
    run = subprocess.run(
        [*command, "--processes", str(processes)],
        cwd=project,
        env={**os.environ, "PYTHONHASHSEED": hash_seed},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.returncode, run.stderr) == (0, "")
    kept, made = (json.loads((home / "latest" / "index.json").read_text()) for home in (project / "output", tmp_path))
    assert made["files"] == kept["files"]
    assert made["version"] == kept["version"]
