"""Linking measured on annotated articles: entities come with their true names and types, only linking is measured."""

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from converters.articles.model import Article, Span
from converters.linking.gazetteer import Gazetteer
from converters.linking.link import link
from converters.linking.wordlists import table
from converters.reading.model import Entity, Mention, Reading

SHARED = Path(__file__).parents[2] / ".." / "shared"
MARKER = re.compile(r"^\s*date \d{4}-\d\d-\d\d ")
KINDS = {"name": "name", "metonym": "name", "demonym": "demonym", "pronoun": "pronoun"}
TYPES = {"NewsAgency/Publisher": "NewsAgency", "Organization": "Organisation"}
needs_shared = pytest.mark.skipif(
    not (SHARED / "score").exists(), reason="needs ../shared/score, which is not part of the repository"
)


@dataclass(frozen=True)
class Outcome:
    """How many named entities were linked rightly, wrongly, and how many there were to link."""

    right: int
    wrong: int
    expected: int

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong)

    @property
    def recall(self) -> float:
        return self.right / self.expected


def _body(path: Path) -> str:
    return MARKER.sub("", path.read_text(encoding="utf-8"), count=1)


def _entity(gold: dict[str, Any], mentions: list[dict[str, Any]]) -> Entity:
    names = {m["text"] for m in mentions if KINDS.get(m["form"]) == "name"}
    names |= {m["text"] for m in mentions if m["form"] == "demonym" and gold["type"] == "Country"}
    return Entity(
        type=TYPES.get(gold["type"], gold["type"]),
        label=gold["canonical"],
        names=tuple(sorted(names, key=lambda name: (-len(name), name))),
        mentions=tuple(Mention(Span(m["start"], m["end"]), KINDS.get(m["form"], "nominal")) for m in mentions),  # type: ignore[arg-type]
    )


def _articles(gold: Path, texts: dict[str, str]) -> Iterator[tuple[list[dict[str, Any]], Reading]]:
    by_article: dict[str, list[tuple[dict[str, Any], Entity]]] = defaultdict(list)
    for line in (gold / "entities.jsonl").read_text(encoding="utf-8").splitlines():
        entity = json.loads(line)
        for article in sorted({m["article"] for m in entity["mentions"]}):
            mentions = [m for m in entity["mentions"] if m["article"] == article]
            by_article[article].append((entity, _entity(entity, mentions)))
    for article, pairs in sorted(by_article.items()):
        yield (
            [gold for gold, _ in pairs],
            Reading(Article(article, texts[article]), None, tuple(e for _, e in pairs), ()),
        )


def _measure(
    gazetteer: Gazetteer, gold: Path, texts: dict[str, str], key: dict[str, str], unknown: frozenset[str] = frozenset()
) -> Outcome:
    """What is linked, against the ids of the gold or of `key`; `unknown` are right ids that neither of them has."""
    right = wrong = expected = 0
    for entities, reading in _articles(gold, texts):
        for entity, read, identity in zip(entities, reading.entities, link(reading, gazetteer).identities, strict=True):
            true = entity.get("wikidata") or key.get(entity["id"])
            if read.names:
                linked = identity.link.wikidata if identity.link.state == "linked" else None
                right += linked is not None and linked == true
                wrong += linked is not None and linked != true and (true is not None or linked not in unknown)
                expected += true is not None
    return Outcome(right, wrong, expected)


@needs_shared
def test_seed_articles(gazetteer: Gazetteer) -> None:
    """The annotation has no ids of its own; `seed_key.tsv` gives them."""
    key = {row["id"]: row["qid"] for row in table(Path(__file__).parent / "seed_key.tsv")}
    texts = {f"A{n}": _body(path) for n, path in enumerate(sorted((SHARED / "seeds").glob("*.txt")))}
    found = _measure(gazetteer, SHARED / "score" / "gold", texts, key)
    print(found, found.precision, found.recall)
    assert found.expected >= 45 and found.precision == 1 and found.recall >= 0.95


NOT_IN_THE_GOLD = frozenset({"Q287171", "Q57675", "Q35525", "Q904463"})
"""ABC News, Najib Razak, the White House, Ukrainska Pravda: linked rightly, but not looked up by who annotated."""


@needs_shared
def test_other_articles(gazetteer: Gazetteer) -> None:
    texts = {path.stem: _body(path) for path in (SHARED / "corpus").glob("*.txt")}
    found = _measure(gazetteer, SHARED / "score" / "gold-dev", texts, {}, NOT_IN_THE_GOLD)
    print(found, found.precision, found.recall)
    assert found.expected == 101
    assert found.precision == 1
    assert found.recall >= 0.85
