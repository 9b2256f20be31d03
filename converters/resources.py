"""Finds the ontology and the shapes, in a source checkout and in an installed wheel alike."""

from functools import cache
from pathlib import Path

from converters.errors import MissingResource

_HERE = Path(__file__).resolve().parent


@cache
def resource(*parts: str) -> Path:
    """The path of `ontology/…` or `shapes/…`. Raises MissingResource if the installation lacks it."""
    for root in (_HERE / "resources", _HERE.parent):
        path = root.joinpath(*parts)
        if path.exists():
            return path
    raise MissingResource(f"{'/'.join(parts)} is not part of this installation of eventwire; reinstall it")
