"""A parsed article: its blocks (paragraphs, headings) as spaCy documents that know where they stand in the body."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from converters.articles.model import Article, Span

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

    def sentences(self) -> Iterator[TokenSpan]:
        """All sentences of all blocks in text order."""
        for block in self.blocks:
            yield from block.doc.sents


OFFSET = "offset"
"""Key in `Doc.user_data` under which a block's body offset is kept, so that any token knows its place."""


def span_of(words: Token | TokenSpan) -> Span:
    """Where a token or a stretch of tokens stands in the article's body."""
    offset: int = words.doc.user_data[OFFSET]
    if isinstance(words, Token):
        return Span(offset + words.idx, offset + words.idx + len(words.text))
    return Span(offset + words.start_char, offset + words.end_char)


def span_between(first: Token, last: Token) -> Span:
    """From the first character of `first` to the last of `last`, both of one block."""
    return Span(span_of(first).start, span_of(last).end)
