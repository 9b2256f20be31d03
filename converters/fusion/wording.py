"""Words of sentences, compared: runs of three words, and the few of them under which a copy is looked up."""

from collections.abc import Sequence
from functools import lru_cache
from zlib import crc32

SHINGLE = 3
SKETCH = 8
"""Two wordings of one sentence share some run of three words; of all runs, these many are looked up."""
COPIED = 0.5
"""Share of their runs that two sentences have in common when one is a copy of the other, but for a word or two."""
TELLING = 6
"""Sentences of fewer words are alike by chance."""


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
