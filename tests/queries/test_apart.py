"""Events that are told alike and are not one keep IRIs of their own: the annotated pairs of articles beside us."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.queries.seeds import convert_seeds

pytestmark = pytest.mark.slow
SHARED = Path(__file__).resolve().parents[3] / "shared"
ARTICLES = {f"A{number}": path.stem for number, path in enumerate(sorted(SHARED.glob("seeds/*.txt")))}
GOLD = SHARED / "score" / "gold"


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def pairs() -> list[tuple[str, str]]:
    """Annotated events that are distinct although they look alike."""
    if not ARTICLES or not GOLD.exists():
        return []
    relations = (row for row in lines(GOLD / "coref.jsonl") if row.get("relation") == "distinct_from")
    return [(row["source"], row["target"]) for row in relations]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    """Our claims about those articles."""
    out = tmp_path_factory.mktemp("apart")
    convert_seeds(out, SHARED / "seeds")
    return lines(out / "latest" / "claims.jsonl")


def events(annotated: dict[str, Any], told: list[dict[str, Any]]) -> set[str]:
    """What our claims say happens at an annotated event's triggers."""
    return {
        claim["event"]
        for mark in annotated["triggers"]
        for claim in told
        if claim["article"] == ARTICLES[mark["article"]]
        and claim["trigger"][0] < mark["end"]
        and mark["start"] < claim["trigger"][1]
    }


@pytest.mark.skipif(not pairs(), reason="the articles and their events are not beside this project")
def test_what_only_looks_alike_is_apart(told: list[dict[str, Any]]) -> None:
    annotated = {row["id"]: row for row in lines(GOLD / "events.jsonl")}
    found = {pair: [events(annotated[one], told) for one in pair] for pair in pairs()}
    assert all(a and b for a, b in found.values()), "one of the two is not told at all"
    assert {pair: (a, b) for pair, (a, b) in found.items() if a & b} == {}
