"""What pages and extracts say of how an event stands is what the ledger says, over the seeds."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import httpx
import pytest
from lxml import html

from converters.query import open_release, rows
from tests.queries.seeds import convert_seeds
from tests.serving.conftest import serving

WHOLE = """
SELECT DISTINCT ?event ?standing {
  ?entry ew:entryOf ?event ; ew:standing/skos:notation ?standing FILTER NOT EXISTS { ?entry ew:aspect ?aspect } }
"""


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("seeds")
    convert_seeds(made)
    return made


@pytest.fixture(scope="module")
def stands(out: Path) -> Mapping[str, str]:
    """How every event stands in the ledger."""
    return {row["event"]: row["standing"] for row in rows(open_release(out), WHOLE)}


@pytest.fixture(scope="module")
def client(out: Path) -> Iterator[httpx.Client]:
    with serving(out) as server, httpx.Client(base_url=server, timeout=60) as found:
        yield found


def test_every_event_page_wears_the_standing_of_the_ledger(client: httpx.Client, stands: Mapping[str, str]) -> None:
    assert len(set(stands.values())) > 3
    for event, standing in stands.items():
        page = html.fromstring(client.get(f"/event/{event.rpartition('/')[2]}.html").content)
        badge = page.xpath("string(//*[@id='standing'])").strip()
        assert badge == standing.replace("_", " "), event


def test_extracts_say_the_same(client: httpx.Client, stands: Mapping[str, str]) -> None:
    features = client.get("/events.geojson").json()["features"]
    assert {feature["id"]: feature["properties"]["standing"] for feature in features} == stands
