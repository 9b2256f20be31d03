"""A release of the invented edition, written once."""

from pathlib import Path

import pytest

from tests.fixtures.release import write


@pytest.fixture(scope="session")
def released(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("out")).folder
