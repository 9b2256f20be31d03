"""Hundreds of odd texts converted: none fails, what comes out is valid, and every offset is right."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from converters.pipeline import RunResult, convert
from converters.settings import Settings
from tests.fixtures.odd_texts import odd_texts, one_long_paragraph

pytestmark = pytest.mark.slow

TEXTS = 320
LONG = 200_000


@pytest.fixture(scope="module")
def bodies() -> dict[str, str]:
    """The body of each odd text by the name of its file."""
    different = {body: name for name, body in odd_texts(TEXTS)}
    return {name: body for body, name in different.items()} | {"one-long-paragraph": one_long_paragraph(LONG)}


@pytest.fixture(scope="module")
def converted(bodies: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> RunResult:
    folder = tmp_path_factory.mktemp("odd")
    for name, body in bodies.items():
        (folder / f"{name}.txt").write_text(f" date 2026-03-04 {body}", encoding="utf-8", newline="")
    return convert([folder], tmp_path_factory.mktemp("out"), Settings(engine="fast"))


def told(converted: RunResult, name: str) -> Iterator[dict[str, Any]]:
    assert converted.release is not None
    with (converted.release / name).open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def test_every_text_is_converted_and_the_release_conforms(converted: RunResult, bodies: dict[str, str]) -> None:
    assert [outcome for outcome in converted.outcomes if outcome.state != "converted"] == []
    assert len(converted.outcomes) == len(bodies) > 300
    assert converted.report is not None
    assert converted.report.conforms


def test_a_claim_quotes_the_body_and_its_trigger_lies_in_the_quote(
    converted: RunResult, bodies: dict[str, str]
) -> None:
    claims = list(told(converted, "claims.jsonl"))
    assert {claim["article"] for claim in claims} >= {"one-long-paragraph"}
    for claim in claims:
        (first, last), (start, end) = claim["evidence"], claim["trigger"]
        assert bodies[claim["article"]][first:last] == claim["quote"], claim["claim"]
        assert first <= start < end <= last, claim["claim"]


def test_whatever_a_claim_quotes_stands_in_the_body_there(converted: RunResult, bodies: dict[str, str]) -> None:
    for claim in told(converted, "claims.jsonl"):
        body = bodies[claim["article"]]
        for part in (*claim["roles"], *claim["quantities"], *claim["attribution"], claim["time"] or {"span": None}):
            if part["span"] is not None:
                start, end = part["span"]
                assert body[start:end] == part["text"], (claim["claim"], part)


def test_a_mention_stands_in_the_body_there(converted: RunResult, bodies: dict[str, str]) -> None:
    for entity in told(converted, "entities.jsonl"):
        for mention in entity["mentions"]:
            start, end = mention["span"]
            assert bodies[mention["article"]][start:end] == mention["text"], entity["entity"]
