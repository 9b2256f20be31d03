"""The times and numbers that stand in the sentence of a word."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import TypeVar

from converters.language.tree import Token
from converters.reading.quantities.find import QuantityMention
from converters.reading.times.find import TimeMention

M = TypeVar("M", TimeMention, QuantityMention)


def beside(token: Token, mentions: Sequence[M]) -> Sequence[M]:
    """The mentions, in text order, that end in the sentence of a token: no tree reaches further."""
    first = bisect_left(mentions, token.sent.start, key=_last)
    return mentions[first : bisect_left(mentions, token.sent.end, lo=first, key=_last)]


def _last(mention: TimeMention | QuantityMention) -> int:
    return mention.last
