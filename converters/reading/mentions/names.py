"""The names of an article, weighed over the whole text: one string has one type and is found everywhere."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from converters.language.model import Document
from converters.language.tree import Doc
from converters.reading.mentions.context import named_by
from converters.reading.mentions.marks import CERTAIN, TELLING, Spot, capital
from converters.reading.mentions.model import Found
from converters.reading.mentions.peoples import peoples
from converters.reading.mentions.spots import spots
from converters.reading.mentions.types import types_of
from converters.reading.mentions.words import entity_words


@dataclass(frozen=True, slots=True)
class Names:
    """The names of an article by block, and the type of each string."""

    found: tuple[tuple[Found, ...], ...]
    types: dict[str, str]


def find_names(document: Document) -> Names:
    """All names and people's adjectives, block by block, not overlapping but for countries inside longer names."""
    docs = [block.doc for block in document.blocks]
    raw = [
        list(_cut(doc, list(spots(doc, block.kind == "heading" and _shouted(doc)))))
        for doc, block in zip(docs, document.blocks, strict=True)
    ]
    types = types_of(docs, raw)
    by_first = _by_first_word(_with_siblings(types))
    complete = [_longest([*known, *_repeated(doc, by_first)]) for doc, known in zip(docs, raw, strict=True)]
    return Names(tuple(tuple(_named(doc, kept, types)) for doc, kept in zip(docs, complete, strict=True)), types)


def _shouted(doc: Doc) -> bool:
    """Whether nearly every longer word has a capital, as in a headline."""
    words = [t for t in doc if t.text.isalpha() and len(t.text) > 3]
    return sum(t.text[:1].isupper() for t in words) >= 0.8 * len(words)


def _by_first_word(names: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for name in names:
        found[name.split()[0]].append(name)
    return found


def _repeated(doc: Doc, by_first: Mapping[str, list[str]]) -> Iterator[Spot]:
    """Further places where a string of the article's names stands."""
    for token in doc:
        for name in by_first.get(token.text, ()):
            last = doc.spelling(name, token)
            if last is not None and (len(name) > 2 or name.isupper()) and capital(last):
                yield Spot(token.i, last.i, None, 0)


def _with_siblings(types: dict[str, str]) -> dict[str, str]:
    """The strings of an article and other names of the same things, which may be too short to be seen alone ("IS")."""
    words = entity_words()
    for name, kind in list(types.items()):
        for sibling in words.siblings.get(name, ()):
            types.setdefault(sibling, kind)
    return types


def _cut(doc: Doc, found: list[Spot]) -> Iterator[Spot]:
    """The spots, without guesses that only put an adjective before a known name ("the Kurdish YPG")."""
    known = {s.last: s.first for s in found if s.weight == CERTAIN}
    for spot in found:
        first = known.get(spot.last, spot.first)
        if spot.weight >= TELLING or first <= spot.first or any(t.lower_ == "of" for t in doc[spot.first : first]):
            yield spot


def _longest(found: list[Spot]) -> list[Spot]:
    """No two spots of the result overlap; longer ones win, then stronger ones."""
    kept: list[Spot] = []
    taken: set[int] = set()
    for spot in sorted(found, key=lambda s: (s.first - s.last, -s.weight, s.first)):
        tokens = range(spot.first, spot.last + 1)
        if taken.isdisjoint(tokens):
            kept.append(spot)
            taken.update(tokens)
    return sorted(kept, key=lambda s: s.first)


def _named(doc: Doc, kept: list[Spot], types: dict[str, str]) -> Iterator[Found]:
    """The mentions of a block in order, people's adjectives among them."""
    inside: set[int] = set()
    for spot in kept:
        yield from named_by(doc, spot, types)
        inside.update(range(spot.first, spot.last + 1))
    yield from peoples(doc, inside)
