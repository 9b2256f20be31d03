"""Shared by all tests: where the project is, and the graph of the invented edition as a release folder."""

from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def project() -> Path:
    return PROJECT


@pytest.fixture(scope="session")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An output folder whose `latest` holds the graph of `tests/fixtures/edition.py`."""
    from converters.graph.assemble import chunks
    from tests.fixtures.edition import assembly

    folder = tmp_path_factory.mktemp("output")
    (folder / "latest").mkdir()
    quads = b"".join(chunk.nquads() for chunk in chunks(assembly()))
    (folder / "latest" / "graph.nq").write_bytes(quads)
    return folder
