"""The entities of an article and how to find one from a token: what the reader asks when it fills a role."""

from collections.abc import Mapping
from dataclasses import dataclass

from converters.articles.model import Span
from converters.language.model import span_between
from converters.language.tree import Token
from converters.reading.mentions.nominals import left_edge
from converters.reading.model import Entity


@dataclass(frozen=True, slots=True)
class EntityIndex:
    """The entities of one article; `heads` maps the body offset of a token to its entity.

    `extents` gives the whole words of a named or introduced filler by the offset of its head ("Estonian President X",
    "the city of X"); other fillers reach from their left edge to their head.
    """

    entities: tuple[Entity, ...]
    heads: Mapping[int, int]
    extents: Mapping[int, Span]

    def at(self, token: Token) -> int | None:
        """The number of the entity that the smallest mention headed by `token` stands for.

        Any token of a name finds it; a relative pronoun finds what it refers to, "number" in "a number of ships" them.
        None: the words stand for no entity (an event, a time, the "it" of "it is possible").
        """
        return self.heads.get(token.start)

    def mention_span(self, token: Token) -> Span:
        """The words of a filler headed by `token`: with article, title and modifiers, without what follows the head."""
        extent = self.extents.get(token.start)
        return extent or span_between(token.doc[left_edge(token)], token)
