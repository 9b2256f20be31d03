"""What comes in: an article as received, spans of its body, and what became of each input.

Every offset is a 0-based, end-exclusive Unicode code point in the body, the text after the date marker.
"""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Literal


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of an article's body, `start` inclusive, `end` exclusive, in code points."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span needs 0 <= start < end, not {self.start}..{self.end}")

    def of(self, body: str) -> str:
        """The words of this span."""
        return body[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Article:
    """A text as received; `stem` is its file name without the ending, `published` its date if it bears one."""

    stem: str
    body: str
    published: date | None = None

    @property
    def digest(self) -> str:
        """Content hash of date and body: the same text under another file name is the same article."""
        return _digest(self.published, self.body)


@lru_cache(maxsize=64)
def _digest(published: date | None, body: str) -> str:
    """Kept for the articles in hand: every IRI of an article asks for it."""
    day = published.isoformat() if published else ""
    return sha256(f"{day}\n{body}".encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Arrival:
    """What became of one input: its article, or whether it was skipped or failed, and why."""

    path: Path
    article: Article | None = None
    refused: Literal["skipped", "failed"] = "failed"
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run made of one input, as `index.json` lists it; `claims` is None unless it was converted."""

    path: Path
    stem: str
    state: Literal["converted", "skipped", "failed"]
    reason: str | None = None
    claims: int | None = None
