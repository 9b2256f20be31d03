"""Headings In Title Case as a sentence would write them: a word that the article itself writes small, in any form."""

import re
from collections.abc import Iterator, Sequence

from converters.language.blocks import RawBlock

_WORD = re.compile(r"[^\W\d_]+")
_INFLECTED = re.compile(r"(?<=...)(?:ing|ers?|e?s|e?d|e)$")
_LONG = 4
"""Shorter words may be small in a title."""


def lower_titles(blocks: Sequence[RawBlock]) -> Iterator[str]:
    """The text of each block; that of a heading in title case with a capital only where the article knows a name."""
    titled = {n for n, block in enumerate(blocks) if block.kind == "heading" and _is_titled(block.text)}
    told = [block.text for block in blocks if block.kind == "paragraph"] if titled else []
    small = {_stem(word) for text in told for word in _WORD.findall(text) if word.islower()}
    names = {word for text in told for word in _names(text)}
    for n, block in enumerate(blocks):
        yield _lowered(block.text, small, names) if n in titled else block.text


def _is_titled(text: str) -> bool:
    """Whether all longer words have a capital, and more than one is no opening of a sentence."""
    long = [word for word in _WORD.findall(text) if len(word) >= _LONG]
    return len(long) > 2 and not any(word.islower() for word in long)


def _lowered(text: str, small: set[str], names: set[str]) -> str:
    first = _WORD.search(text)

    def plain(match: re.Match[str]) -> str:
        word = match.group()
        known = word in names or _stem(word.lower()) not in small
        return word if known or (first is not None and match.start() == first.start()) else word.lower()

    return _WORD.sub(plain, text)


def _names(text: str) -> Iterator[str]:
    """Words with a capital behind a word in the text, so that none opens a sentence."""
    for match in re.finditer(r"(?<=[\w,] )[^\W\d_]+", text):
        if match.group()[0].isupper():
            yield match.group()


def _stem(word: str) -> str:
    """What the forms of a word share, near enough ("kill" in "kills", "killed")."""
    return _INFLECTED.sub("", word.lower())
