"""claims.jsonl, claims.csv, entities.jsonl and relations.jsonl, field by field against section 4 of the contract."""

import csv
import json
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.fixtures.edition import BASE, COUNCIL, HARBOUR

Json = dict[str, Any]

CLAIM = [
    "article",
    "claim",
    "event",
    "type",
    "types",
    "trigger",
    "evidence",
    "quote",
    "roles",
    "time",
    "quantities",
    "attribution",
    "modality",
    "polarity",
    "status",
    "about_event",
]
ROLE = ["role", "entity", "event", "wikidata", "label", "text", "span", "inferred"]
TIME = ["text", "span", "start", "end", "precision", "basis"]
QUANTITY = ["of", "value", "low", "high", "bound", "unit", "text", "span"]
VOICE = ["source", "label", "wikidata", "text", "span", "cue", "content", "medium", "stance"]
ENTITY = ["entity", "label", "types", "wikidata", "link", "country", "lat", "lon", "mentions"]
BODIES = {article.stem: article.body for article in (HARBOUR, COUNCIL)}


def lines(path: Path) -> list[Json]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.fixture
def claims(released: Path) -> list[Json]:
    return lines(released / "claims.jsonl")


def claim(claims: list[Json], kind: str, article: str = "b-harbour") -> Json:
    return next(line for line in claims if line["type"] == kind and line["article"] == article)


def test_every_line_has_the_fields_of_the_contract_and_no_others(claims: list[Json]) -> None:
    assert len(claims) == 7
    for line in claims:
        assert list(line) == CLAIM
        assert all(list(role) == ROLE for role in line["roles"])
        assert all(list(quantity) == QUANTITY for quantity in line["quantities"])
        assert all(list(voice) == VOICE for voice in line["attribution"])
        assert line["time"] is None or list(line["time"]) == TIME


def test_lines_are_ordered_by_stem_then_trigger_and_claims_are_unique(claims: list[Json]) -> None:
    places = [(line["article"], line["trigger"][0]) for line in claims]
    assert places == sorted(places)
    assert len({line["claim"] for line in claims}) == len(claims)


def test_spans_are_of_the_body_and_quotes_equal_it(claims: list[Json]) -> None:
    for line in claims:
        body = BODIES[line["article"]]
        start, end = line["evidence"]
        assert line["quote"] == body[start:end]
        parts = [*line["roles"], *line["quantities"], *line["attribution"], *([line["time"]] if line["time"] else [])]
        spans = [(part["text"], part["span"]) for part in parts if part["span"]]
        assert all(text == body[slice(*span)] for text, span in spans)


def test_what_a_cited_source_says(claims: list[Json]) -> None:
    line = claim(claims, "Recapture")
    assert line["types"] == ["Recapture", "MilitaryAction", "Event"]
    assert line["event"] == f"{BASE}event/retaking" == claim(claims, "Recapture", "a-council")["event"]
    assert (line["modality"], line["polarity"], line["status"]) == ("actual", "positive", "attributed_claim")
    agent, place = line["roles"]
    assert agent["role"] == "agent"
    assert agent["wikidata"] is None, "a possible link is no identity"
    assert (place["role"], place["wikidata"], place["label"], place["inferred"]) == (
        "place",
        "Q90000001",
        "Vintsel",
        False,
    )
    day = {"start": "2031-05-09", "end": "2031-05-09", "precision": "day", "basis": "relative"}
    assert line["time"] == {"text": "Friday", "span": [3, 9], **day}
    publisher, quill = line["attribution"]
    assert publisher["label"] == "Vintsel Courier"
    assert (publisher["span"], publisher["cue"], publisher["content"], publisher["medium"]) == (None, None, [], None)
    assert (quill["label"], quill["medium"], quill["stance"]) == ("Ada Quill", "Plauder", "asserts")
    assert [HARBOUR.body[slice(*span)] for span in (quill["cue"], *quill["content"])] == [
        "said",
        "the Orlan Guard retook the harbour of Vintsel",
    ]


def test_numbers_are_numbers_and_open_ends_null(claims: list[Json]) -> None:
    crates, mass = claim(claims, "Losses")["quantities"]
    assert (crates["of"], crates["value"], crates["low"], crates["high"]) == ("crates", 1027, 1027, None)
    assert (crates["bound"], crates["unit"], crates["text"]) == ("more_than", None, "1,027")
    assert isinstance(crates["value"], int)
    assert (mass["value"], mass["bound"], mass["unit"]) == (2.5, "exact", "tonne")


def test_what_the_text_does_not_give_is_null(claims: list[Json]) -> None:
    publisher = claim(claims, "Denial", "a-council")["attribution"][0]
    assert publisher["label"] is None
    assert publisher["source"].startswith(f"{BASE}entity/publisher-")
    rained = claim(claims, "Disaster")
    assert rained["time"] is None
    assert rained["roles"][0]["span"] is rained["roles"][0]["text"] is None
    assert rained["roles"][0]["inferred"] is True


def test_times_of_a_minute_and_of_a_day_without_a_year(claims: list[Json]) -> None:
    minute, day = claim(claims, "Denial", "a-council")["time"], claim(claims, "Meeting")["time"]
    assert (minute["start"], minute["end"], minute["precision"]) == ("2031-05-10T09:30", None, "minute")
    assert (day["start"], day["end"]) == (None, "--10-17")


def test_an_event_is_the_content_of_another(claims: list[Json]) -> None:
    said = claim(claims, "Statement")
    assert said["about_event"] == [f"{BASE}event/retaking"]
    assert "content" not in [role["role"] for role in said["roles"]], "it is told once, in about_event"


def test_entities_have_all_their_mentions_in_all_articles(released: Path) -> None:
    entities = {line["entity"]: line for line in lines(released / "entities.jsonl")}
    assert len(entities) == 7
    assert all(list(line) == ENTITY for line in entities.values())
    city = entities[f"{BASE}entity/wd%3AQ90000001"]
    assert city["types"] == ["City", "Place", "Entity"]
    assert (city["wikidata"], city["link"]) == ("Q90000001", {"state": "linked", "score": 0.97})
    assert (city["country"], city["lat"], city["lon"]) == ("XV", 49.5, -0.25)
    assert [(m["article"], m["text"], m["kind"]) for m in city["mentions"]] == [
        ("a-council", "Vintsel", "name"),
        ("b-harbour", "Vintsel", "name"),
    ]
    guard = entities[f"{BASE}entity/orlan-guard"]
    assert (guard["wikidata"], guard["link"]) == (None, {"state": "possible", "score": 0.5})
    quill = entities[f"{BASE}entity/ada-quill"]
    assert quill["link"] == {"state": "none", "score": None}
    assert [mention["kind"] for mention in quill["mentions"]] == ["name", "pronoun"]
    assert all(m["text"] == BODIES[m["article"]][slice(*m["span"])] for e in entities.values() for m in e["mentions"])


def test_relations_are_between_claims_by_their_contract_names(released: Path, claims: list[Json]) -> None:
    here, there = claim(claims, "Recapture")["claim"], claim(claims, "Recapture", "a-council")["claim"]
    denial = claim(claims, "Denial", "a-council")["claim"]
    found = [(line["a"], line["relation"], line["b"]) for line in lines(released / "relations.jsonl")]
    assert sorted(found) == sorted([(there, "corroborates", here), (denial, "denies", here)])


def test_the_table_has_a_row_for_each_claim(released: Path, claims: list[Json]) -> None:
    with (released / "claims.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["claim"] for row in rows] == [line["claim"] for line in claims]
    row = next(row for row in rows if row["type"] == "Losses")
    assert row["quote"] == "“More than 1,027 crates — 2.5 tonnes — were lost,” she said."
    assert (row["source"], row["quantities"]) == ("Ada Quill", "crates: 1,027; mass: 2.5")


def scorer(project: Path) -> ModuleType:
    path = project.parent / "shared" / "score" / "score.py"
    if not path.exists():
        pytest.skip("the scorer is not beside this checkout (../shared/score)")
    spec = spec_from_file_location("score", path)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_scorer_accepts_every_line(released: Path, project: Path) -> None:
    score = scorer(project)
    for file, kind in (("claims", score.CLAIM), ("entities", score.ENTITY), ("relations", score.RELATION)):
        assert score.read_jsonl(str(released / f"{file}.jsonl"), kind)
