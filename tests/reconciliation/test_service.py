"""The reconciliation service: its answers conform to the schemas of API 0.2, and mean what they should."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT7

from converters.errors import BadInput
from converters.linking.gazetteer import load
from converters.reconciliation.model import TooLarge
from converters.reconciliation.service import Service
from converters.reconciliation.things import things
from tests.gazetteers.conftest import built

SHARED = Path(__file__).parents[3] / "shared" / "conformance" / "reconciliation" / "0.2"
needs_schemas = pytest.mark.skipif(
    not SHARED.exists(), reason="needs ../shared/conformance, not part of the repository"
)
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
    )
    (home / "latest").mkdir()
    (home / "latest" / "graph.nq").write_text("", encoding="utf-8")
    (home / "latest" / "entities.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    people = "Q777000002,Ann Cole,Person,GB\nQ777000003,Anna Cole,Person,US\n"
    (home / "own.csv").write_text(f"qid,label,type,country\nQ777000001,Zelburg,City,DE\n{people}", encoding="utf-8")
    built(home / "own.gazetteer", home / "own.csv")
    return Service(things(home, load((home / "own.gazetteer",))), BASE, ENDPOINT)


def ids(service: Service, query: str, **more: Any) -> list[str]:
    return [one["id"] for one in service.match({"q": {"query": query, **more}})["q"]["result"]]


def schema(name: str) -> Draft7Validator:
    contents = {path: json.loads(path.read_text(encoding="utf-8")) for path in (SHARED / "schemas").glob("*.json")}
    known = ((one["$id"], Resource(one, DRAFT7)) for one in contents.values() if "$id" in one)
    registry: Registry[Any] = Registry().with_resources(known)
    return Draft7Validator(contents[SHARED / "schemas" / f"{name}.json"], registry=registry)


@needs_schemas
@pytest.mark.parametrize(
    ("name", "ask"),
    [
        ("manifest", lambda service: service.manifest()),
        ("reconciliation-result-batch", lambda service: service.match({"a": {"query": "Xan"}, "b": {"query": "Cole"}})),
        ("suggest-entities-response", lambda service: service.suggest_entity("Zel")),
        ("suggest-types-response", lambda service: service.suggest_type("ci")),
        ("suggest-properties-response", lambda service: service.suggest_property("co")),
        ("data-extension-property-proposal", lambda service: service.propose_properties("City", 3)),
        (
            "data-extension-response",
            lambda service: service.extend(
                {"ids": ["Q889555", "n-xan-person", "nobody"], "properties": [{"id": one} for one in PROPERTIES]}
            ),
        ),
    ],
)
def test_answers_conform(service: Service, name: str, ask: Any) -> None:
    answer = json.loads(json.dumps(ask(service)))
    assert list(schema(name).iter_errors(answer)) == []
    lists = [value for value in answer.values() if isinstance(value, list)]
    assert all(lists), "an empty list would show nothing"


PROPERTIES = ("name", "country", "wikidata", "geonames", "latitude", "longitude", "population", "article")


def examples(kind: str) -> list[Any]:
    paths = sorted((SHARED / "examples" / "reconciliation-query-batch" / kind).glob("*.json"))
    return [pytest.param(json.loads(path.read_text(encoding="utf-8")), id=path.stem) for path in paths]


@needs_schemas
@pytest.mark.parametrize("batch", examples("valid"))
def test_every_valid_batch_is_answered(service: Service, batch: Any) -> None:
    answer = service.match(batch)
    assert set(answer) == set(batch)
    assert list(schema("reconciliation-result-batch").iter_errors(answer)) == []


@needs_schemas
@pytest.mark.parametrize("batch", examples("invalid"))
def test_every_invalid_batch_is_refused(service: Service, batch: Any) -> None:
    with pytest.raises(BadInput):
        service.match(batch)


def test_a_spelling_of_a_known_name_is_a_certain_match(service: Service) -> None:
    (best, *_) = service.match({"q": {"query": "Kupyansk", "type": "City"}})["q"]["result"]
    assert (best["id"], best["name"], best["match"]) == ("Q889555", "Kupiansk", True)
    assert best["score"] > 70 and {one["id"] for one in best["features"]} >= {"name", "type", "prior"}
    assert best["type"][0] == {"id": "City", "name": "city"} and best["description"] == "City, UA, in 1 article"


def test_namesakes_are_all_offered_and_none_is_certain(service: Service) -> None:
    answer = service.match({"q": {"query": "Ann Cole"}})["q"]["result"]
    assert {one["id"] for one in answer} == {"n-ann-cole-person", "Q777000002"}
    assert not any(one["match"] for one in answer)


def test_types_and_what_is_above_them_narrow(service: Service) -> None:
    assert set(ids(service, "Xan")) >= {"n-xan-person", "n-xan-vessel"}
    assert ids(service, "Xan", type="Vessel") == ["n-xan-vessel"]
    assert ids(service, "Xan", type=["Agent"]) == ["n-xan-person"]
    assert ids(service, "Xan", type=["Agent", "Vessel"], type_strict="all") == []
    assert ids(service, "Xan", type="Vessel", type_strict="should")[0] == "n-xan-vessel"
    assert ids(service, "Xan", type="Shoe") == []


def test_properties_tell_namesakes_apart(service: Service) -> None:
    asked = {
        "query": "Ann Cole",
        "type": "Person",
        "properties": [{"pid": "country", "v": "GB"}, {"pid": "shoe", "v": 38}],
    }
    (first, *_) = service.match({"q": asked})["q"]["result"]
    assert first["id"] == "Q777000002" and {"id": "country", "value": 1.0} in first["features"]


def test_the_best_come_first_and_no_more_than_asked_for(service: Service) -> None:
    answer = service.match({"q": {"query": "London", "limit": 3}})["q"]["result"]
    scores = [one["score"] for one in answer]
    assert len(answer) == 3 and scores == sorted(scores, reverse=True) and answer[0]["id"] == "Q84"


@pytest.mark.parametrize("query", ["", "   ", "no such name at all"])
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


def test_suggestions_begin_with_the_prefix_in_any_spelling(service: Service) -> None:
    found = [one["id"] for one in service.suggest_entity("Zelb")["result"]]
    assert set(found) == {"n-zel-place", "Q777000001"}
    assert [one["id"] for one in service.suggest_entity("Kupyans")["result"]] == ["Q889555"]
    assert service.suggest_entity("Zelb", cursor=1)["result"] == service.suggest_entity("Zelb")["result"][1:]
    assert service.suggest_entity("")["result"] == []


def test_extension_tells_what_is_known(service: Service) -> None:
    query = {
        "ids": ["Q889555", "Q777000002", "nobody"],
        "properties": [{"id": "country"}, {"id": "latitude"}, {"id": "wikidata"}],
    }
    answer = service.extend(query)
    assert [one["id"] for one in answer["meta"]] == ["country", "latitude", "wikidata"]
    assert answer["rows"] == {
        "Q889555": {
            "country": [{"str": "UA"}],
            "latitude": [{"float": 49.7}],
            "wikidata": [{"id": "Q889555", "name": "Kupiansk"}],
        },
        "Q777000002": {
            "country": [{"str": "GB"}],
            "latitude": [],
            "wikidata": [{"id": "Q777000002", "name": "Ann Cole"}],
        },
        "nobody": {"country": [], "latitude": [], "wikidata": []},
    }


@pytest.mark.parametrize("query", [[], {"ids": "Q1", "properties": []}, {"ids": [], "properties": [{"id": "shoe"}]}])
def test_a_bad_extension_is_told(service: Service, query: Any) -> None:
    with pytest.raises(BadInput):
        service.extend(query)


def test_a_preview_is_safe_html(service: Service) -> None:
    html = service.preview("n-zel-place")
    assert html and "Zelburg &amp; Sons &lt;b&gt;" in html and "<b>" not in html
    flyout = service.flyout("Q777000001")
    assert flyout and flyout["id"] == "Q777000001" and "Zelburg" in flyout["html"]
    assert service.preview("nobody") is None and service.flyout("nobody") is None
