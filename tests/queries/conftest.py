"""The graph of the seeds, read once for all questions."""

import pytest
from pyoxigraph import Store

from converters.query import open_release
from tests.queries.seeds import convert_seeds


@pytest.fixture(scope="session")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Store:
    out = tmp_path_factory.mktemp("seeds")
    convert_seeds(out)
    return open_release(out)
