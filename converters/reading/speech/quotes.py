"""Direct quotations in a block: which tokens stand between quotation marks."""

from dataclasses import dataclass
from functools import lru_cache

from converters.language.tree import Doc

STOPS = frozenset({".", "!", "?"})
"""What a sentence ends in."""
_INTRODUCING = frozenset({",", ":"})
"""What stands before the opening mark where a sentence leads up to the words of somebody."""
NAME_LENGTH = 4
"""A quoted stretch of up to so many tokens without a verb is a name or a scare quote, not speech."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Tokens `first`..`last` (inclusive) of a block, without the marks; `speech` if it says something."""

    first: int
    last: int
    speech: bool

    def __contains__(self, index: int) -> bool:
        return self.first <= index <= self.last


@lru_cache(maxsize=2)
def quotations(doc: Doc) -> tuple[Quotation, ...]:
    """The quotations of a block in order, kept for the block in hand. One not closed runs to the end of the block."""
    marks = [t.i for t in doc if t.text == '"']
    found = []
    for opening, closing in zip(marks[::2], [*marks[1::2], len(doc)], strict=False):
        if closing - opening > 1:
            found.append(Quotation(opening + 1, closing - 1, _is_speech(doc, opening + 1, closing - 1)))
    return tuple(found)


def is_sentence(doc: Doc, quotation: Quotation) -> bool:
    """Whether whole sentences are quoted, and no part of one."""
    opening, first = doc[quotation.first - 1], doc[quotation.first]
    ends = any(doc[i].text in STOPS for i in (quotation.last, quotation.last + 2) if i < len(doc))
    introduced = opening.i > 0 and opening.nbor(-1).text in _INTRODUCING and first.text[:1].isupper()
    return quotation.speech and ends and (introduced or first.sent.start in {opening.i, quotation.first})


@lru_cache(maxsize=2)
def quoted(doc: Doc) -> frozenset[int]:
    """The tokens of a block that stand in quotation marks, kept for the block in hand."""
    return frozenset(i for quotation in quotations(doc) for i in range(quotation.first, quotation.last + 1))


def _is_speech(doc: Doc, first: int, last: int) -> bool:
    inside = doc[first : last + 1]
    verbs = [t for t in inside if t.pos_ in {"VERB", "AUX"}]
    part = first - 2 >= 0 and doc[first - 2].pos_ != "PUNCT" and last + 2 < len(doc) and doc[last + 2].pos_ != "PUNCT"
    clause = any(c.dep_ in {"nsubj", "nsubjpass"} and first <= c.i for verb in verbs for c in verb.children)
    return len(inside) > NAME_LENGTH or (bool(verbs) and (clause or not part or inside[-1].is_punct))
