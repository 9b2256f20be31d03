"""A parsed block as plain values: tokens that know their head and children. Names are spaCy's, where it has one.

Reading asks millions of questions of a parse; asked of spaCy itself, each makes objects and strings anew.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from converters.articles.model import Span


@dataclass(slots=True, eq=False, repr=False)
class Token:
    """A word. `start` and `end` are its offsets in the article's body, `idx` that of its first character in the block.

    `lemma` is as the lexicon lists it, `lemma_` as the model gives it. Nothing is set after the block has been made,
    but `ent_type_`, once all names of the article are known.
    """

    i: int
    idx: int
    start: int
    end: int
    text: str
    lower_: str
    lemma: str
    lemma_: str
    pos_: str
    tag_: str
    dep_: str
    morph: str
    ent_type_: str
    ent_iob_: str
    is_punct: bool
    is_quote: bool
    like_num: bool
    doc: "Doc" = field(init=False)
    sent: "TokenSpan" = field(init=False)
    head: "Token" = field(init=False)
    left_edge: "Token" = field(init=False)
    children: list["Token"] = field(init=False)
    subtree: list["Token"] = field(init=False)
    """The token and all below it, as the tree has them from left to right."""

    @property
    def span(self) -> Span:
        """Where the token stands in the article's body."""
        return Span(self.start, self.end)

    @property
    def lefts(self) -> list["Token"]:
        return [child for child in self.children if child.i < self.i]

    @property
    def rights(self) -> list["Token"]:
        return [child for child in self.children if child.i > self.i]

    @property
    def ancestors(self) -> Iterator["Token"]:
        """All above the token, the nearest first."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    @property
    def is_sent_start(self) -> bool:
        return self.i == self.sent.start

    def nbor(self, steps: int) -> "Token":
        """The token so many places further on; where the block has none, one without text, above and below nothing."""
        place = self.i + steps
        return self.doc[place] if 0 <= place < len(self.doc) else _edge(self, place)


def _edge(token: Token, place: int) -> Token:
    """What stands beyond the end of a block."""
    at = token.start if place < 0 else token.end
    edge = Token(
        place, 0, at, at, "", "", "", "", "", "", "", "", "", "", is_punct=False, is_quote=False, like_num=False
    )
    edge.doc, edge.sent, edge.head, edge.left_edge = token.doc, token.sent, edge, edge
    edge.children, edge.subtree = [], []
    return edge


class TokenSpan(tuple[Token, ...]):
    """Tokens of a block that stand side by side."""

    __slots__ = ()

    @property
    def start(self) -> int:
        return self[0].i

    @property
    def end(self) -> int:
        return self[-1].i + 1

    @property
    def text(self) -> str:
        """The characters from the first token to the last; none if there is no token."""
        return self[0].doc.text[self[0].idx : self[-1].idx + len(self[-1].text)] if self else ""

    @property
    def root(self) -> Token:
        """The token nearest to the root of its sentence, the first of several; a mark only if there is nothing else."""
        first, end = self.start, self.end
        return min((t for t in self if t.head is t or not first <= t.head.i < end), key=_depth)


def _depth(token: Token) -> int:
    """How many tokens stand above; for a mark or a blank with nothing below it, as many as there can be."""
    bare = not token.children and token.head is not token and (token.is_punct or token.text.isspace())
    return len(token.doc) - 1 if bare else sum(1 for _ in token.ancestors)


class Doc(tuple[Token, ...]):
    """All tokens of a block; `offset` is where its text begins in the body. `ents` are names with their labels.

    A block equals itself alone, so that what is worked out of it can be kept by it.
    """

    __hash__ = object.__hash__
    __eq__ = object.__eq__

    text: str
    offset: int
    sents: tuple[TokenSpan, ...]
    ents: tuple[tuple[TokenSpan, str], ...]
    starts: tuple[int, ...]
    ends: dict[int, int]
    """Where each token begins in the text, and which one ends where."""

    def part(self, first: int, end: int) -> TokenSpan:
        """The tokens from `first` up to `end`."""
        return TokenSpan(self[first:end])

    def spelling(self, words: str, first: Token) -> Token | None:
        """The token in which words that begin with `first` end, None if the text has others or they end inside one."""
        last = self.ends.get(first.idx + len(words)) if self.text.startswith(words, first.idx) else None
        return None if last is None else self[last]

    def around(self, start: int, end: int) -> TokenSpan:
        """The tokens that lie in or across these characters. Raises ValueError outside of the text."""
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"no tokens between {start} and {end} of a block of {len(self.text)} characters")
        first = bisect_right(self.starts, start) - 1
        if start == self[first].idx + len(self[first].text):
            first += 1  # a blank belongs to the token before it
        return self.part(first, bisect_right(self.starts, end - 1))
