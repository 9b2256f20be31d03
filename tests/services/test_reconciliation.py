"""Independent reconciliation servers asked, and what goes wrong on the way to them."""

import json
from collections.abc import Iterator
from urllib.parse import parse_qs

import pytest

from converters.services.model import Asked, Unavailable
from tests.services.conftest import Make
from tests.services.schemas import validate
from tests.services.servers import Proxy, faulty

XANBURG = Asked("Xanburg", "City")


@pytest.fixture
def proxied(datasette_url: str) -> Iterator[tuple[str, Proxy]]:
    with faulty(datasette_url) as found:
        yield found


def test_datasette_knows_candidates_with_their_classes(client: Make, datasette_url: str) -> None:
    asked = [XANBURG, Asked("Ann Marlow Cole", "Person"), Asked("Nobody Knows", "Person")]
    rows = client("reconciliation", datasette_url).candidates(asked)
    assert {(row.qid, row.label, row.type, row.typed) for row in rows} == {
        ("Q900000001", "Xanburg", "City", True),
        ("Q900000003", "Ann Marlow Cole", "Person", True),
    }
    assert all(row.method == "service" and row.source.startswith(f"{datasette_url} (CC0-1.0), answer ") for row in rows)


def test_csv_reconcile_knows_candidates_but_not_of_what_kind(client: Make, csv_url: str) -> None:
    rows = client("reconciliation", csv_url).candidates([XANBURG])
    assert ("Q900000001", "City", False) in {(row.qid, row.type, row.typed) for row in rows}


def test_what_was_answered_is_not_asked_again_in_whatever_batch(client: Make, proxied: tuple[str, Proxy]) -> None:
    url, proxy = proxied
    first = client("reconciliation", url).candidates([XANBURG])
    before = len(proxy.seen)
    again = client("reconciliation", url)
    assert again.candidates([XANBURG]) == first and len(proxy.seen) == before
    assert set(first) < set(again.candidates([Asked("Uvwograd", "City"), XANBURG])) and len(proxy.seen) == before + 1


def test_who_asks_is_told(client: Make, proxied: tuple[str, Proxy]) -> None:
    url, proxy = proxied
    client("reconciliation", url).candidates([XANBURG])
    agents = {request.headers["user-agent"] for request in proxy.seen}
    assert len(agents) == 1 and "eventwire/" in (agent := agents.pop()) and "(desk@news.example) httpx/" in agent


def test_queries_keep_to_the_schema(client: Make, proxied: tuple[str, Proxy]) -> None:
    url, proxy = proxied
    client("reconciliation", url).candidates([XANBURG, Asked("Ann Marlow Cole", "Person")])
    (form,) = (parse_qs(body.decode()) for body in proxy.bodies if body)
    batch = json.loads(form["queries"][0])
    assert [query["query"] for query in batch.values()] == ["Xanburg", "Ann Marlow Cole"]
    validate("0.2", "reconciliation-query-batch", batch)


@pytest.mark.parametrize("fault", ["cut", "broken", "page", "500", "503", "429 7", "slow"])
def test_what_passes_is_tried_again(client: Make, proxied: tuple[str, Proxy], slept: list[float], fault: str) -> None:
    url, proxy = proxied
    proxy.faults[:] = [fault]
    rows = client("reconciliation", url, timeout=1.0 if fault == "slow" else 20.0).candidates([XANBURG])
    assert [row.qid for row in rows] == ["Q900000001"]
    assert len(slept) == 1 and (slept == [7.0]) == (fault == "429 7")


@pytest.mark.parametrize(("told", "waited"), [("30", 30.0), ("Thu, 01 Jan 1970 00:00:00 GMT", 0.0), ("soon", None)])
def test_retry_after_is_obeyed(
    client: Make, proxied: tuple[str, Proxy], slept: list[float], told: str, waited: float | None
) -> None:
    url, proxy = proxied
    proxy.faults[:] = [f"503 {told}"]
    assert client("reconciliation", url).candidates([XANBURG])
    assert slept == [waited] if waited is not None else 0 < slept[0] < 10


def test_what_fails_again_and_again_stops_the_service_and_is_not_remembered(
    client: Make, proxied: tuple[str, Proxy], slept: list[float]
) -> None:
    url, proxy = proxied
    stopped = client("reconciliation", url)
    assert stopped.candidates([Asked("Uvwograd", "City")])
    before = len(proxy.seen)
    proxy.faults[:] = ["500"] * 4
    with pytest.raises(Unavailable, match="status 500, 4 times in a row"):
        stopped.candidates([XANBURG])
    assert len(proxy.seen) == before + 4 and len(slept) == 3 and slept == sorted(slept)
    with pytest.raises(Unavailable, match="status 500"):
        stopped.candidates([XANBURG])
    assert len(proxy.seen) == before + 4
    assert stopped.candidates([Asked("Uvwograd", "City")]), "what was answered before is still known"
    assert client("reconciliation", url).candidates([XANBURG]), "the failure was remembered"


@pytest.mark.parametrize(
    ("fault", "why"), [("403", "forbids"), ("404", "status 404"), ("429 7200", "wait for 7200 seconds")]
)
def test_a_refusal_is_obeyed_at_once(
    client: Make, proxied: tuple[str, Proxy], slept: list[float], fault: str, why: str
) -> None:
    url, proxy = proxied
    proxy.faults[:] = [fault]
    refused = client("reconciliation", url)
    for _ in range(2):
        with pytest.raises(Unavailable, match=why):
            refused.candidates([XANBURG])
    assert len(proxy.seen) == 1 and not slept


def test_a_server_that_is_not_there_is_told(client: Make, slept: list[float]) -> None:
    with pytest.raises(Unavailable, match="no answer"):
        client("reconciliation", "http://127.0.0.1:1/reconcile").candidates([XANBURG])
    assert len(slept) == 3
