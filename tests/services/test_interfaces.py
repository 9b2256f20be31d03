"""The action API, SPARQL and the draft of the Reconciliation API: what is asked, and what becomes of the answers."""

from pathlib import Path

import pytest
from rdflib.plugins.sparql import prepareQuery

from converters.gazetteers.recipe import recipe
from converters.gazetteers.verify import Verified
from converters.linking.gazetteer import index
from converters.linking.model import Office
from converters.linking.row import Row
from converters.services.model import Asked, Unavailable
from converters.services.verify import verify
from converters.services.wikibase import Wikibase
from converters.settings import Live
from tests.fixtures.wikidata import held, item, stated
from tests.services.conftest import CONTACT, Make
from tests.services.schemas import validate
from tests.services.servers import here
from tests.services.wikis import Draft, Queries, Wiki

QUORN, UVWOGRAD = Asked("Bela Quorn", "Person"), Asked("Uvwogorod", "City")


def test_the_action_api_gives_rows_as_a_dump_does(client: Make) -> None:
    with here((wiki := Wiki()).app()) as base:
        rows = client("wikibase", f"{base}/w/api.php").candidates([QUORN, UVWOGRAD])
    assert {(row.qid, row.type, row.country, row.population) for row in rows} == {
        ("Q900000011", "Person", "GB", 0),
        ("Q900000010", "City", "UA", 90000),
    }
    assert all(asked["maxlag"] == "5" and asked["format"] == "json" for asked in wiki.seen)


def test_the_offices_of_a_person_are_told_with_their_names_and_times(client: Make) -> None:
    wiki = Wiki()
    quorn = item("Q900000011", "Bela Quorn", "Q5", P27="Q145")
    quorn["claims"]["P39"] = [held("Q900000014", "2024-06", None)]
    wiki.items = {**wiki.items, "Q900000011": quorn, "Q900000014": item("Q900000014", "Mayor of Xan")}
    with here(wiki.app()) as base:
        rows = client("wikibase", f"{base}/w/api.php").candidates([QUORN])
    assert [row.offices for row in rows] == [(Office("Mayor of Xan", "2024-06", None),)]


def test_the_wholes_of_an_item_are_told_without_those_of_the_past(client: Make) -> None:
    wiki = Wiki()
    grad = {**wiki.items["Q900000010"]}
    told = [stated("P131", "Q900000015"), stated("P131", "Q900000016", end="2019")]
    wiki.items = {**wiki.items, "Q900000010": {**grad, "claims": {**grad["claims"], "P131": told}}}
    with here(wiki.app()) as base:
        rows = client("wikibase", f"{base}/w/api.php").candidates([UVWOGRAD])
    assert [row.part_of for row in rows] == [("Q900000015",)]


def test_an_item_that_moved_is_the_one_that_it_redirects_to(client: Make) -> None:
    wiki = Wiki(redirects={"Q900000001": "Q900000011"})
    wiki.items = {**wiki.items, "Q900000001": {**wiki.items["Q900000011"], "id": "Q900000001"}}
    with here(wiki.app()) as base:
        rows = client("wikibase", f"{base}/w/api.php").candidates([QUORN])
    assert {row.qid for row in rows} == {"Q900000011"}


@pytest.mark.parametrize("code", ["maxlag", "ratelimited"])
def test_a_service_that_is_behind_is_asked_again_after_the_time_it_tells(
    client: Make, slept: list[float], code: str
) -> None:
    with here(Wiki(first=[{"error": {"code": code, "info": "later"}}]).app()) as base:
        assert client("wikibase", f"{base}/w/api.php").candidates([QUORN])
    assert slept == [3.0]


def test_another_error_of_the_action_api_stops_it(client: Make, slept: list[float]) -> None:
    wiki = Wiki(first=[{"error": {"code": "badtoken", "info": "no"}}])
    with here(wiki.app()) as base, pytest.raises(Unavailable, match="badtoken"):
        client("wikibase", f"{base}/w/api.php").candidates([QUORN])
    assert not slept


@pytest.mark.parametrize(
    "answer",
    [
        {"search": {"Q1": {}}},
        {"search": "Q900000011"},
        {},
        [],
        {"entities": {}},
        {"entities": {"Q900000011": {"id": "Q900000011", "sitelinks": [1]}}},
        {"entities": {"Q900000011": {"id": "Q900000011", "claims": {"P31": [{"rank": "normal"}]}}}},
    ],
)
def test_an_answer_of_another_form_is_no_answer(client: Make, answer: dict[str, object]) -> None:
    wiki = Wiki(first=[answer] * 4)
    with here(wiki.app()) as base, pytest.raises(Unavailable, match="another form"):
        asked = client("wikibase", f"{base}/w/api.php")
        assert isinstance(asked, Wikibase)
        _ = asked.items(["Q900000011"]) if "entities" in answer else asked.candidates([QUORN])


def verified(wiki: Wiki, *rows: Row) -> Verified:
    with here(wiki.app()) as base:
        asked = Live((f"wikibase={base}/w/api.php",), CONTACT, Path("unused"))
        return verify(index(rows, ""), asked, recipe(), lambda stage, done: None, lambda seconds: None)


def row(qid: str, label: str, type_: str) -> Row:
    return Row(qid, label, type_, (label,), None, None, 0, "own")


def test_ids_are_verified_in_batches_of_50_and_redirects_followed() -> None:
    many = [row(f"Q9000010{number:02}", "gone", "City") for number in range(100)]
    wiki = Wiki(redirects={"Q900000001": "Q900000011"})
    result = verified(
        wiki,
        row("Q900000001", "Bela Quorn", "Person"),
        row("Q900000010", "Uvwograd", "Vessel"),
        row("Q900000011", "Quentin Bel", "Person"),
        *many,
    )
    told = {one.qid: (one.problem, one.now) for one in result.findings if one.problem != "deleted"}
    assert told == {
        "Q900000001": ("redirected", "Q900000011"),
        "Q900000010": ("retyped", "of place, not a Vessel"),
        "Q900000011": ("renamed", "Bela Quorn"),
    }
    assert result.counts["deleted"] == 100 and result.checked == 103
    assert [len(asked["ids"].split("|")) for asked in wiki.seen][:3] == [50, 50, 3]


def test_nothing_is_verified_by_a_service_that_fails() -> None:
    with pytest.raises(Unavailable, match="badtoken"):
        verified(Wiki(first=[{"error": {"code": "badtoken", "info": "no"}}]), row("Q900000010", "Uvwograd", "City"))


ENTITY = "http://www.wikidata.org/entity/"
UVW = {
    "item": f"{ENTITY}Q900000010",
    "itemLabel": "Uvwograd",
    "class": f"{ENTITY}Q515",
    "code": "UA",
    "point": "Point(37.5 48.25)",
    "population": "90000",
    "sitelinks": "12",
    "aliases": "Uvwogorod|Mordor",
    "partOf": f"{ENTITY}Q900000016|http://www.wikidata.org/.well-known/genid/7|{ENTITY}Q900000015",
}


def test_sparql_gives_rows_and_drops_names_that_are_jokes(client: Make) -> None:
    nameless = {**UVW, "item": f"{ENTITY}Q900000013", "itemLabel": "Q900000013"}
    with here((queries := Queries([UVW, nameless])).app()) as base:
        (found,) = client("sparql", f"{base}/sparql").candidates([Asked('Uvw "o" \\grad', "City")])
    assert (found.qid, found.type, found.country, found.names) == (
        "Q900000010",
        "City",
        "UA",
        ("Uvwograd", "Uvwogorod"),
    )
    assert found.place and (found.place.lat, found.place.lon, found.population, found.sitelinks) == (
        48.25,
        37.5,
        90000,
        12,
    )
    assert found.part_of == ("Q900000015", "Q900000016")
    prepareQuery(queries.seen[0])
    assert '"Uvw \\"o\\" \\\\grad"' in queries.seen[0]


def test_the_draft_of_the_reconciliation_api_is_spoken(client: Make) -> None:
    classes = [{"id": "Q5", "name": "human"}]
    service = Draft({"id": "Q900000011", "name": "Bela Quorn", "type": classes, "score": 99, "match": True})
    with here(service.app()) as base:
        (found,) = client("reconciliation", base).candidates([UVWOGRAD, QUORN])
    assert (found.qid, found.type, found.typed) == ("Q900000011", "Person", True)
    assert [len(asked["queries"]) for asked in service.seen] == [2]
    validate("1.0-draft", "reconciliation-query-batch", service.seen[0])


def test_a_service_with_other_identifiers_is_refused(client: Make) -> None:
    service = Draft({"id": "x", "name": "x"})

    async def manifest(request: object) -> object:
        from starlette.responses import JSONResponse

        return JSONResponse({"versions": ["0.2"], "identifierSpace": "http://viaf.org/viaf/", "schemaSpace": "x"})

    service.manifest = manifest  # type: ignore[method-assign, assignment]
    with here(service.app()) as base, pytest.raises(Unavailable, match="viaf"):
        client("reconciliation", base).candidates([QUORN])
