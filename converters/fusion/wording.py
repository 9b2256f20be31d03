"""Words of sentences, compared: runs of three words, and the few of them under which a copy is looked up."""

import re
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from zlib import crc32

SHINGLE = 3
SKETCH = 8
"""Two wordings of one sentence share some run of three words; of all runs, these many are looked up."""
COPIED = 0.5
"""Share of their runs that two sentences have in common when one is a copy of the other, but for a word or two."""
TELLING = 6
"""Sentences of fewer words are alike by chance."""
WORD = re.compile(r"[^\W\d_]{4,}")
STEM = 4
"""Words of four letters and more say what is spoken of; translations of a word share its beginning, if anything."""
SHARED = 4
TRANSLATED = 0.6
"""Two wordings of one quotation share as many such words, and so large a part of those of the shorter."""
_QUOTED = re.compile(r"[“\"„«]([^“”\"„«»]+)[”\"“»]")


@lru_cache(maxsize=1 << 14)
def runs(wording: Sequence[str]) -> frozenset[str]:
    """All runs of words in a wording."""
    return frozenset(" ".join(run) for run in zip(*(wording[n:] for n in range(SHINGLE)), strict=False))


@lru_cache(maxsize=1 << 14)
def sketch(wording: Sequence[str]) -> tuple[str, ...]:
    """The same choice of runs for the same words: copies share some of them (bottom-k sketch, Broder 1997)."""
    return tuple(sorted(runs(wording), key=lambda run: (crc32(run.encode()), run))[:SKETCH])


def copied(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two sentences are one, told twice, by the share of runs in common."""
    if a == b:
        return len(a) >= TELLING
    mine, yours = runs(a), runs(b)
    return min(len(a), len(b)) >= TELLING and len(mine & yours) >= COPIED * len(mine | yours)


def quotation(sentence: str) -> frozenset[str]:
    """What stands in quotation marks in a sentence, as beginnings of its longer words."""
    return frozenset(word[:STEM] for part in _QUOTED.findall(sentence.lower()) for word in WORD.findall(part))


def looked_up(quoted: Iterable[str]) -> list[str]:
    """The few words under which another wording of a quotation is looked up."""
    return sorted(quoted, key=lambda word: (crc32(word.encode()), word))[:SKETCH]


def one_quotation(a: AbstractSet[str], b: AbstractSet[str]) -> bool:
    """Whether two quotations can be wordings of one: translations, or cut short."""
    return len(a & b) >= max(SHARED, TRANSLATED * min(len(a), len(b)))
