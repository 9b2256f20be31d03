"""A parsed article: its blocks (paragraphs, headings) as trees of tokens that know where they stand in the body."""

from dataclasses import dataclass
from typing import Literal

from converters.articles.model import Article, Span
from converters.language.tree import Doc, Token

BlockKind = Literal["paragraph", "heading", "byline"]


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph or heading. `start` is the body offset of its first character."""

    start: int
    kind: BlockKind
    doc: Doc


@dataclass(frozen=True, slots=True)
class Document:
    """An article and its blocks in text order."""

    article: Article
    blocks: tuple[Block, ...]


def span_between(first: Token, last: Token) -> Span:
    """From the first character of `first` to the last of `last`, both of one block."""
    return Span(first.start, last.end)
