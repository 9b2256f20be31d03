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

_TEXT, _CHILDREN = "text", "children"
"""Keys in `Doc.user_data` of what spaCy would work out again each time."""


def text_of(doc: Doc) -> str:
    """The text of a block: `Doc.text` joins all tokens anew whenever it is asked."""
    text: str | None = doc.user_data.get(_TEXT)
    if text is None:
        text = doc.user_data[_TEXT] = doc.text
    return text


def children_of(doc: Doc) -> list[list[tuple[int, str]]]:
    """Of each token of a parsed block: where its children stand, in text order, and what they are to it."""
    found: list[list[tuple[int, str]]] | None = doc.user_data.get(_CHILDREN)
    if found is None:
        found = doc.user_data[_CHILDREN] = [[] for _ in range(len(doc))]
        for token in doc:
            if token.head.i != token.i:
                found[token.head.i].append((token.i, token.dep_))
    return found


def span_of(words: Token | TokenSpan) -> Span:
    """Where a token or a stretch of tokens stands in the article's body."""
    offset: int = words.doc.user_data[OFFSET]
    if isinstance(words, Token):
        return Span(offset + words.idx, offset + words.idx + len(words.text))
    return Span(offset + words.start_char, offset + words.end_char)


def span_between(first: Token, last: Token) -> Span:
    """From the first character of `first` to the last of `last`, both of one block."""
    return Span(span_of(first).start, span_of(last).end)
