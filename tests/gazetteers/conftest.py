"""Sources written to a folder and built into a gazetteer."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from converters.gazetteers.build import Built, build
from converters.gazetteers.detect import source_of
from converters.gazetteers.recipe import recipe
from converters.linking.gazetteer import Gazetteer, load
from converters.linking.index import Index

Build = Callable[..., Index]
DAY = date(2026, 9, 1)


def built(out: Path, *sources: Path, licence: str | None = "CC0-1.0", type_: str | None = None) -> Built:
    rules = recipe()
    found = [source_of(path, rules, licence, DAY, type_) for path in sources]
    return build(found, out, rules, lambda stage, done: None)


@pytest.fixture
def make(tmp_path: Path) -> Build:
    """Builds a gazetteer of files, given by name and text."""

    def of(files: dict[str, str], type_: str | None = None) -> Index:
        for name, text in files.items():
            (tmp_path / name).write_text(text, encoding="utf-8")
        built(tmp_path / "made.gazetteer", *(tmp_path / name for name in files), type_=type_)
        return Index(tmp_path / "made.gazetteer")

    return of


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return load()
