"""The shipped gazetteer, loaded once."""

import pytest

from converters.linking.gazetteer import Gazetteer, load


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return load()
