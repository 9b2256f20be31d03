"""The seeds as a release, made as a user makes it."""

from pathlib import Path

from typer.testing import CliRunner

from converters.cli import app

SEEDS = Path(__file__).resolve().parents[2] / "seeds"


def convert_seeds(out: Path, seeds: Path = SEEDS) -> None:
    """Writes the release of the articles in `seeds` to `out`."""
    run = CliRunner().invoke(app, ["convert", str(seeds), "--out", str(out), "--quiet"])
    assert run.exit_code == 0, run.output
