"""The reconciliation functions: what is offered, what is certain, what is refused. Their form: tests/serving."""

import json
from typing import Any

import pytest

from converters.errors import BadInput
from converters.linking.gazetteer import load
from converters.reconciliation.model import TooLarge
from converters.reconciliation.service import Service
from converters.reconciliation.things import things
from tests.gazetteers.conftest import built

BASE, ENDPOINT = "http://localhost:8000/", "http://localhost:8000/reconcile"


def entity(id_: str, label: str, *types: str, **more: Any) -> str:
    mentions = [
        {"article": article, "span": [0, 1], "text": text, "kind": "name"}
        for article in more.pop("articles", ["a"])
        for text in more.get("names", [label])
    ]
    known = {
        "wikidata": None,
        "country": None,
        "lat": None,
        "lon": None,
        **{k: v for k, v in more.items() if k != "names"},
    }
    return json.dumps({"entity": f"{BASE}entity/{id_}", "label": label, "types": types, **known, "mentions": mentions})


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Service:
    home = tmp_path_factory.mktemp("release")
    lines = (
        entity(
            "n-ann-cole-person",
            "Ann Cole",
            "Person",
            "Agent",
            "Entity",
            names=["Ann Cole", "Cole"],
            articles=["a", "b"],
        ),
        entity("n-xan-person", "Xan", "Person", "Agent", "Entity"),
        entity("n-xan-vessel", "Xan", "Vessel", "Entity"),
        entity("Q889555", "Kupiansk", "City", "Place", "Entity", wikidata="Q889555", country="UA", lat=49.7, lon=37.6),
        entity("n-zel-place", "Zelburg & Sons <b>", "City", "Place", "Entity", country="DE"),
        entity("Q84", "London", "City", "Place", "Entity", wikidata="Q84", country="GB"),
        entity("Q777000003", "Anna Cole", "Person", "Agent", "Entity", wikidata="Q777000003"),
        entity("n-ruth-orlo-person", "Ruth Orlo", "Person", "Agent", "Entity"),
        entity("n-orlo-place", "Orlo", "Village", "Place", "Entity"),
        entity("n-harbour-dai-holiday", "Harbour Day", "Holiday", "Entity"),
    )
    (home / "latest").mkdir()
    (home / "latest" / "graph.nq").write_text("", encoding="utf-8")
    (home / "latest" / "entities.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    people = "Q777000002,Ann Cole,Person,GB\nQ777000003,Anna Cole,Person,US\nQ777000004,Ann Cole,Person,IE\n"
    (home / "own.csv").write_text(f"qid,label,type,country\nQ777000001,Zelburg,City,DE\n{people}", encoding="utf-8")
    built(home / "own.gazetteer", home / "own.csv")
    return Service(things(home, load((home / "own.gazetteer",))), BASE, BASE, ENDPOINT)


def ids(service: Service, query: str, **more: Any) -> list[str]:
    return [one["id"] for one in service.match({"q": {"query": query, **more}})["q"]["result"]]


def test_a_spelling_of_a_known_name_is_a_certain_match(service: Service) -> None:
    (best, *_) = service.match({"q": {"query": "Kupyansk", "type": "City"}})["q"]["result"]
    assert (best["id"], best["name"], best["match"]) == ("Q889555", "Kupiansk", True)
    assert best["score"] > 70 and {one["id"] for one in best["features"]} >= {"name", "type", "prior"}
    assert best["type"][0] == {"id": "City", "name": "city"} and best["description"] == "City, UA, in 1 article"


def test_a_namesake_that_only_the_gazetteer_knows_is_not_offered_but_leaves_nothing_certain(service: Service) -> None:
    answer = service.match({"q": {"query": "Ann Cole"}})["q"]["result"]
    assert [(one["id"], one["match"]) for one in answer] == [("n-ann-cole-person", False)]


def test_the_only_one_of_a_full_name_is_certain_a_surname_is_not(service: Service) -> None:
    assert [one["match"] for one in service.match({"q": {"query": "Ruth Orlo"}})["q"]["result"]] == [True]
    surname = service.match({"q": {"query": "Orlo", "type": "Person"}})["q"]["result"]
    assert [(one["id"], one["match"]) for one in surname] == [("n-ruth-orlo-person", False)]


def test_namesakes_of_other_kinds_are_both_offered_and_none_is_certain(service: Service) -> None:
    answer = service.match({"q": {"query": "Xan"}})["q"]["result"]
    assert {(one["id"], one["match"]) for one in answer} == {("n-xan-person", False), ("n-xan-vessel", False)}


def test_things_of_a_kind_that_the_gazetteer_does_not_know_are_found(service: Service) -> None:
    assert ids(service, "Harbour Day") == ids(service, "Harbour Day", type="Holiday") == ["n-harbour-dai-holiday"]
    assert ids(service, "Harbour Day", type="Agent") == []


def test_types_and_what_is_above_them_narrow(service: Service) -> None:
    assert set(ids(service, "Xan")) >= {"n-xan-person", "n-xan-vessel"}
    assert ids(service, "Xan", type="Vessel") == ["n-xan-vessel"]
    assert ids(service, "Xan", type=["Agent"]) == ["n-xan-person"]
    assert ids(service, "Xan", type=["Agent", "Vessel"], type_strict="all") == []
    assert ids(service, "Xan", type="Vessel", type_strict="should")[0] == "n-xan-vessel"
    assert ids(service, "Xan", type="Shoe") == []


def test_properties_tell_namesakes_apart(service: Service) -> None:
    asked = {"query": "Ann Cole", "properties": [{"pid": "article", "v": ["b", "c"]}, {"pid": "shoe", "v": 38}]}
    (first, *_) = service.match({"q": asked})["q"]["result"]
    assert first["id"] == "n-ann-cole-person" and {"id": "article", "value": 1.0} in first["features"]
    assert "shoe" not in {one["id"] for one in first["features"]}
    other = {**asked, "properties": [{"pid": "article", "v": "nowhere"}]}
    (same, *_) = service.match({"q": other})["q"]["result"]
    assert same["score"] < first["score"] and not same["match"]


def test_the_best_come_first_and_no_more_than_asked_for(service: Service) -> None:
    answer = service.match({"q": {"query": "Cole", "limit": 3}})["q"]["result"]
    scores = [one["score"] for one in answer]
    assert len(answer) == 2 and scores == sorted(scores, reverse=True)
    assert service.match({"q": {"query": "Cole", "limit": 1}})["q"]["result"] == answer[:1]
    assert ids(service, "London") == ["Q84"], "the many others of that name are not of the release"


@pytest.mark.parametrize("query", ["", "   ", "no such name at all", "Kupiansk " * 100])
def test_nothing_is_found_for_nothing(service: Service, query: str) -> None:
    assert ids(service, query) == []


@pytest.mark.parametrize(
    ("batch", "told"),
    [
        ([], "JSON object of objects"),
        ({"q": "Xan"}, "JSON object of objects"),
        ({"q": {"query": 7}}, "q: 'query' is a string"),
        ({"q": {"query": "Xan", "limit": 0}}, "q: 'limit'"),
        ({"q": {"query": "Xan", "type_strict": "most"}}, "q: 'type_strict'"),
        ({"q": {"query": "Xan", "properties": [{"v": 1}]}}, "q: 'properties'"),
        ({"q": {"query": "Xan", "name": "Xan"}}, "q: a query has no 'name'"),
    ],
)
def test_bad_queries_are_told(service: Service, batch: Any, told: str) -> None:
    with pytest.raises(BadInput, match=told):
        service.match(batch)


def test_a_batch_that_is_too_large_is_told(service: Service) -> None:
    size = service.manifest()["batchSize"]
    with pytest.raises(TooLarge, match=f"at most {size}"):
        service.match({f"q{number}": {"query": "Xan"} for number in range(size + 1)})


def test_suggestions_begin_with_the_prefix_in_any_spelling_those_spoken_of_most_first(service: Service) -> None:
    assert [one["id"] for one in service.suggest_entity("Kupyans")["result"]] == ["Q889555"]
    found = service.suggest_entity("Col")["result"]
    assert [one["id"] for one in found] == ["n-ann-cole-person", "Q777000003"]
    assert service.suggest_entity("Col", 1)["result"] == found[1:]
    assert service.suggest_entity("Col", 0, 1)["result"] == found[:1]
    assert service.suggest_entity("")["result"] == service.suggest_entity("Zelburg Hill")["result"] == []


def test_extension_tells_what_is_known(service: Service) -> None:
    query = {
        "ids": ["Q889555", "n-xan-person", "Q777000001"],
        "properties": [{"id": "country"}, {"id": "latitude"}, {"id": "wikidata"}],
    }
    answer = service.extend(query)
    assert [one["id"] for one in answer["meta"]] == ["country", "latitude", "wikidata"]
    nothing: dict[str, Any] = {"country": [], "latitude": [], "wikidata": []}
    assert answer["rows"] == {
        "Q889555": {
            "country": [{"str": "UA"}],
            "latitude": [{"float": 49.7}],
            "wikidata": [{"id": "Q889555", "name": "Kupiansk"}],
        },
        "n-xan-person": nothing,
        "Q777000001": nothing,
    }


@pytest.mark.parametrize("query", [[], {"ids": "Q1", "properties": []}, {"ids": [], "properties": [{"id": "shoe"}]}])
def test_a_bad_extension_is_told(service: Service, query: Any) -> None:
    with pytest.raises(BadInput):
        service.extend(query)


def test_a_preview_is_safe_html(service: Service) -> None:
    html = service.preview("n-zel-place")
    assert html and "Zelburg &amp; Sons &lt;b&gt;" in html and "<b>" not in html
    flyout = service.flyout("Q84")
    assert flyout and flyout["id"] == "Q84" and "London" in flyout["html"] and "<script" not in flyout["html"]
    assert service.preview("nobody") is None and service.flyout("nobody") is None
