"""The release in the repository is what the code makes of the seeds today."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from converters.cli import app


def test_the_release_in_the_repository_is_made_by_this_code(project: Path, tmp_path: Path) -> None:
    stands = project / "output" / "latest"
    if not stands.exists():
        pytest.fail("no release stands in output/; run `make release-output`")
    run = CliRunner().invoke(app, ["convert", str(project / "seeds"), "--out", str(tmp_path), "--quiet"])
    assert run.exit_code == 0, run.output
    made = tmp_path / "latest"
    assert made.resolve().name == stands.resolve().name, "run `make release-output`"
    for path in made.iterdir():
        assert path.read_bytes() == (stands / path.name).read_bytes(), path.name
