"""Names that no gazetteer settles, looked up live: what services tell is judged, and said to be theirs."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from converters.cli import app
from converters.graph.entities import entity_nodes
from converters.linking.decisions import NONE, Decision, Decisions
from converters.linking.gazetteer import Gazetteer, load
from converters.linking.judgement import judgement
from converters.linking.link import link
from converters.linking.model import Identity
from converters.services.known import rules
from converters.services.live import Live
from tests.linking.test_link import Words, reading
from tests.services.conftest import CONTACT, Client, Make
from tests.services.servers import faulty, here
from tests.services.wikis import Draft, Wiki

QUORN: Words = ("Person", "Bela Quorn")


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load()


@pytest.fixture
def wiki() -> Wiki:
    return Wiki()


@pytest.fixture
def wikibase(client: Make, wiki: Wiki) -> Iterator[Client]:
    with here(wiki.app()) as base:
        yield client("wikibase", f"{base}/w/api.php")


def linked(gazetteer: Gazetteer, live: Live, *entities: Words, decisions: Decisions = NONE) -> tuple[Identity, ...]:
    limits = judgement().thresholds
    alone = link(reading(*entities), gazetteer, decisions, limits)
    return live.link(alone, gazetteer, decisions, limits).identities


def of(*services: Client) -> Live:
    return Live(services, ExitStack())


def test_an_unknown_name_is_linked_and_the_data_says_by_whom(gazetteer: Gazetteer, wikibase: Client) -> None:
    (found,) = linked(gazetteer, of(wikibase), QUORN)
    assert (found.key, found.link.state, found.link.method) == ("Q900000011", "linked", "service")
    assert found.link.source.startswith(f"{wikibase.endpoint.url} (CC0-1.0), answer ")
    entity, why = entity_nodes("<http://example.org/e>", found)
    written = f"{entity}{why}"
    assert "Q900000011" in str(entity) and "sameAs" in str(entity) and "service" in written and "answer" in str(why)


def test_no_secret_of_an_address_stands_in_the_data(gazetteer: Gazetteer, client: Make, datasette_url: str) -> None:
    with faulty(datasette_url) as (url, proxy):
        secret = url.replace("http://", "http://desk:hush@") + "?key=hush"
        (found,) = linked(gazetteer, of(client("reconciliation", secret)), ("City", "Xanburg"))
    assert found.link.state == "linked" and "hush" not in str(found)
    assert {request.url.query for request in proxy.seen} == {"key=hush"}
    assert all(request.headers["authorization"] for request in proxy.seen)


@pytest.mark.parametrize(("sure", "state"), [(True, "linked"), (False, "possible")])
def test_a_name_and_a_kind_alone_are_enough_only_if_the_service_is_sure(
    gazetteer: Gazetteer, client: Make, sure: bool, state: str
) -> None:
    told = {"id": "Q900000011", "name": "Bela Quorn", "type": [{"id": "Q5", "name": "human"}], "match": sure}
    with here(Draft(told).app()) as base:
        (found,) = linked(gazetteer, of(client("reconciliation", base)), QUORN)
    assert (found.link.state, found.link.wikidata) == (state, "Q900000011")
    assert ("match", 1.0) in found.link.features or not sure


def test_a_guess_leaves_a_known_village_what_it_is(gazetteer: Gazetteer, client: Make) -> None:
    village: list[Words] = [("City", "Kindrashivka"), ("Country", "Ukraine")]
    told = {"id": "Q900000015", "name": "Kindrashivka", "type": []}
    alone = link(reading(*village), gazetteer).identities[0]
    with here(Draft(told).app()) as base:
        found = linked(gazetteer, of(client("reconciliation", base)), *village)[0]
    assert alone.place and (found.key, found.place, found.label) == (alone.key, alone.place, alone.label)
    assert found.link.state == "none" or found.link.wikidata == "Q900000015"


def test_what_gazetteers_know_is_not_asked_and_stays(gazetteer: Gazetteer, wikibase: Client, wiki: Wiki) -> None:
    entities: list[Words] = [("City", "Kharkiv"), ("Country", "Ukraine"), QUORN]
    alone = link(reading(*entities), gazetteer).identities
    assert linked(gazetteer, of(wikibase), *entities)[:2] == alone[:2]
    assert {asked["search"] for asked in wiki.seen if "search" in asked} == {"Bela Quorn"}


@pytest.mark.parametrize(
    "entity", [("Person", "Quorn"), ("MilitaryUnit", "National Guard"), ("GovernmentBody", "Ukraine’s government")]
)
def test_a_name_that_means_nothing_to_the_world_is_not_asked(
    gazetteer: Gazetteer, wikibase: Client, wiki: Wiki, entity: Words
) -> None:
    linked(gazetteer, of(wikibase), entity)
    assert not wiki.seen


def test_a_person_s_decision_is_not_asked_about(gazetteer: Gazetteer, wikibase: Client, wiki: Wiki) -> None:
    decided = Decision("reject", "Person", "Bela Quorn", "", "", "-")
    decisions = Decisions({("person", "bela quorn"): [decided]}, "own.tsv", "0")
    (found,) = linked(gazetteer, of(wikibase), QUORN, decisions=decisions)
    assert (found.link.method, found.link.wikidata, wiki.seen) == ("person", None, [])


def test_what_nobody_tells_the_kind_of_is_at_most_possible(gazetteer: Gazetteer, client: Make, csv_url: str) -> None:
    (found,) = linked(gazetteer, of(client("reconciliation", csv_url)), ("City", "Xanburg"))
    assert (found.link.state, found.link.wikidata, found.link.method) == ("possible", "Q900000001", "service")
    assert dict(found.link.features)["type"] == 0


def test_two_services_tell_of_one_thing_together(
    gazetteer: Gazetteer, client: Make, csv_url: str, datasette_url: str
) -> None:
    both = of(client("reconciliation", csv_url), client("reconciliation", datasette_url))
    (found,) = linked(gazetteer, both, ("City", "Xanburg"))
    assert (found.link.state, found.link.wikidata) == ("linked", "Q900000001")


def test_the_same_answers_give_the_same_links_without_the_service(
    gazetteer: Gazetteer, client: Make, datasette_url: str
) -> None:
    entities: list[Words] = [("City", "Xanburg"), ("Person", "Ann Marlow Cole")]
    with faulty(datasette_url) as (url, _):
        before = linked(gazetteer, of(client("reconciliation", url)), *entities)
    offline = of(client("reconciliation", url))
    assert linked(gazetteer, offline, *entities) == before and not offline.failed
    assert {one.link.state for one in before} == {"linked"}


def test_a_service_that_fails_is_told_once_and_the_links_stay(
    gazetteer: Gazetteer, client: Make, wikibase: Client, datasette_url: str
) -> None:
    entities: list[Words] = [("City", "Xanburg"), ("City", "Kharkiv"), QUORN]
    alone = link(reading(*entities), gazetteer).identities
    with faulty(datasette_url) as (url, proxy):
        proxy.faults[:] = ["403"]
        live = of(client("reconciliation", url), wikibase)
        for _ in range(2):
            found = linked(gazetteer, live, *entities)
    assert found[:2] == alone[:2] and found[2].link.wikidata == "Q900000011"
    assert len(live.failed) == 1 and url in live.failed[0] and "403" in live.failed[0]


@pytest.fixture
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Services are tried twice, and hardly waited for."""
    manners = replace(rules().manners, attempts=2, first_wait=0.0)
    monkeypatch.setattr("converters.services.open.rules", lambda: replace(rules(), manners=manners))


@pytest.mark.slow
@pytest.mark.usefixtures("hurried")
@pytest.mark.parametrize("state", ["offline", "forbidden"])
def test_a_run_without_its_service_completes_and_says_so(tmp_path: Path, state: str) -> None:
    for name in ("a", "b"):
        text = f"Jan. 2, 2026\nAn explosion hit a depot in Kharkiv, Ukraine, Bela Quorn {name} told reporters.\n"
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    with faulty("http://127.0.0.1:1/reconcile") as (url, proxy):
        proxy.faults[:] = ["403"]
        asked = url if state == "forbidden" else proxy.upstream
        options = ["--service", asked, "--contact", CONTACT, "--cache", str(tmp_path / "answers")]
        told = CliRunner().invoke(app, ["convert", str(tmp_path), "--out", str(tmp_path / "out"), *options])
    assert told.exit_code == 1 and (tmp_path / "out" / "latest").exists(), told.output
    assert told.stderr.count("went on without a live service") == 1
    assert ("status 403" if state == "forbidden" else "no answer") in told.stderr
    assert len(proxy.seen) == (1 if state == "forbidden" else 0)


@pytest.mark.parametrize("contact", [[], ["--contact", "the news desk"]])
def test_a_service_is_not_asked_without_a_contact(tmp_path: Path, contact: list[str]) -> None:
    told = CliRunner().invoke(app, ["convert", "a.txt", "--out", str(tmp_path), "--service", "wikidata", *contact])
    assert told.exit_code == 2 and "contact" in told.stderr


def test_an_unknown_service_is_refused(tmp_path: Path) -> None:
    options = ["--service", "wikipedia", "--contact", CONTACT, "--cache", str(tmp_path / "answers")]
    told = CliRunner().invoke(app, ["convert", "a.txt", "--out", str(tmp_path / "out"), *options])
    assert told.exit_code == 2 and "'wikipedia' is no service" in told.stderr
