"""Whoever has no verified id keeps one IRI over all articles: villages, ships, officials of articles beside us."""

import csv
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.queries.seeds import convert_seeds

pytestmark = pytest.mark.slow
SHARED = Path(__file__).resolve().parents[3] / "shared"
ARTICLES = {f"A{number}": path.stem for number, path in enumerate(sorted(SHARED.glob("seeds/*.txt")))}
GOLD = SHARED / "score" / "gold" / "entities.jsonl"
IDS = SHARED / "gazetteer" / "qids.tsv"
TYPES = {"Village", "Vessel", "Person", "River", "Holiday"}
Mentions = Mapping[str, list[tuple[int, int, str]]]


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Mentions:
    """Where our entities are named: start, end and IRI, by article."""
    if not ARTICLES or not GOLD.exists() or not IDS.exists():
        pytest.skip("the articles and their entities are not beside this project")
    out = tmp_path_factory.mktemp("identity")
    convert_seeds(out, SHARED / "seeds")
    found: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for line in (out / "latest" / "entities.jsonl").read_text(encoding="utf-8").splitlines():
        entity = json.loads(line)
        for mention in entity["mentions"]:
            if mention["kind"] == "name":
                found[mention["article"]].append((*mention["span"], entity["entity"]))
    return found


def without_id() -> Iterator[dict[str, Any]]:
    """The annotated entities of these types that have no verified id."""
    with IDS.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        known = {
            name
            for row in rows
            if row["status"] == "verified"
            for name in (row["label_en"], *row["aliases"].split("|"))
        }
    for entity in map(json.loads, GOLD.read_text(encoding="utf-8").splitlines()):
        if entity["type"] in TYPES and not known & {entity["canonical"], *entity["aliases"]}:
            yield entity


def iris(ours: Mentions, entity: dict[str, Any]) -> dict[str, set[str]]:
    """The IRIs under which an annotated entity is named, by article."""
    found: dict[str, set[str]] = defaultdict(set)
    for mention in entity["mentions"]:
        if mention["form"] == "name":
            start, end, article = mention["start"], mention["end"], ARTICLES[mention["article"]]
            inside = ((iri, first, last) for first, last, iri in ours[article] if first < end and start < last)
            best = max(inside, key=lambda one: min(one[2], end) - max(one[1], start), default=None)
            if best:
                found[article].add(best[0])
    return found


def test_one_iri_each_over_all_articles_and_none_shared(ours: Mentions) -> None:
    named = {entity["canonical"]: iris(ours, entity) for entity in without_id()}
    every = {name: set().union(*by_article.values()) for name, by_article in named.items()}
    assert {name: found for name, found in every.items() if len(found) != 1} == {}
    assert len({next(iter(found)) for found in every.values()}) == len(every), "two things have one IRI"
    everywhere = [name for name, by_article in named.items() if len(by_article) == len(ARTICLES)]
    assert len(every) >= 8 and len(everywhere) >= 2
    assert not any("/Q" in iri for found in every.values() for iri in found), "an id that nobody verified"
