"""Servers that run for a session, and clients that do not wait."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest

from converters.gazetteers.recipe import recipe
from converters.services.known import rules
from converters.services.model import Endpoint
from converters.services.open import CLIENTS
from converters.services.polite import Polite
from converters.services.reconciliation import Reconciliation
from converters.services.remembered import Remembered
from converters.services.sparql import Sparql
from converters.services.wikibase import Wikibase
from tests.services.servers import csv_reconcile, datasette, environment

CONTACT = "desk@news.example"
Client = Reconciliation | Sparql | Wikibase
Make = Callable[..., Client]


@pytest.fixture(scope="session")
def environments(request: pytest.FixtureRequest) -> Path:
    cache = request.config.cache
    assert cache is not None
    return Path(cache.mkdir("environments"))


@pytest.fixture(scope="session")
def datasette_url(environments: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    programs = environment(environments, "datasette-reconcile==0.6.3")
    with datasette(programs, tmp_path_factory.mktemp("datasette")) as url:
        yield url


@pytest.fixture(scope="session")
def csv_url(environments: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    programs = environment(environments, "csv-reconcile==0.3.2")
    with csv_reconcile(programs, tmp_path_factory.mktemp("csv")) as url:
        yield url


@pytest.fixture
def slept() -> list[float]:
    """For how many seconds clients would have waited."""
    return []


@pytest.fixture
def client(tmp_path: Path, slept: list[float]) -> Iterator[Make]:
    """Makes a client of a service; all share one folder of answers."""
    with ExitStack() as closing:

        def made(kind: str, url: str, timeout: float = 20.0) -> Client:
            where = Endpoint(kind, url, "CC0-1.0")  # type: ignore[arg-type]
            kept = Remembered(tmp_path / "answers")
            polite = Polite(url, CONTACT, replace(rules().manners, timeout=timeout), slept.append)
            closing.callback(kept.close)
            closing.callback(polite.close)
            return CLIENTS[where.kind](where, polite, kept, rules(), recipe())

        yield made
