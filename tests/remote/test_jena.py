"""Releases put into Apache Jena, by the addresses that Fuseki has and in each of its ways."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from converters.errors import CannotPublish
from converters.remote.model import Endpoints, Patience
from converters.remote.publish import publish
from converters.remote.server import Server, connected
from tests.fixtures.release import write
from tests.remote.conftest import jena
from tests.remote.test_publish import FOREIGN, RECORD, sizes, without_an_article
from tests.serving.conftest import another_release

QUICK = Patience(seconds=60, attempts=2, first_wait=0.01, part_bytes=20_000)
COUNTS = "SELECT ?g (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g"


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with jena(tmp_path_factory.mktemp("jena")) as url:
        yield url


@pytest.mark.parametrize("ways", [("update", "data"), ("update",), ("data",)], ids="-and-".join)
def test_a_release_replaces_the_one_before(dataset: str, tmp_path: Path, ways: tuple[str, ...]) -> None:
    update, graphs = (f"{dataset}/{way}" if way in ways else None for way in ("update", "data"))
    output = write(tmp_path / "out").folder.parent
    with connected(None, QUICK) as http:
        Server(http, Endpoints(f"{dataset}/query", f"{dataset}/update"), QUICK).update(
            f"DROP ALL ; INSERT DATA {{ GRAPH <{FOREIGN}> {{ <{FOREIGN}> <{FOREIGN}> 1 }} }}"
        )
        server = Server(http, Endpoints(f"{dataset}/query", update, graphs), QUICK)
        for dropped in (0, 1):
            published = publish(output, server, lambda *_: None)
            found = {row["g"]: int(row["n"]) for row in server.select(COUNTS)}
            assert (found.pop(FOREIGN), found.pop(RECORD)) == (1, len(published.graphs) + 1)
            assert found == dict(published.graphs) == sizes(output)
            assert (published.at_once, published.rewritten) == ("update" in ways, ())
            assert len(published.dropped) == dropped
            if not dropped:
                another_release(output, without_an_article)


def test_an_address_that_takes_no_queries_is_told(dataset: str, tmp_path: Path) -> None:
    output = write(tmp_path / "out").folder.parent
    with connected(None, QUICK) as http, pytest.raises(CannotPublish, match="/nothing: POST: status 404"):
        publish(output, Server(http, Endpoints(f"{dataset}/nothing", f"{dataset}/update"), QUICK), lambda *_: None)
