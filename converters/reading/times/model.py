"""The meaning of a time, what it leans on, and the few ways to build the one from the other."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from converters.reading.model import Basis, Precision
from converters.reading.times.calendar import Days, choose, part
from converters.reading.times.words import time_words

Parts = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class When:
    """The meaning of a time expression (CONTRACT section 4, `time`)."""

    start: str | None
    end: str | None
    precision: Precision
    basis: Basis

    @property
    def day(self) -> date | None:
        """Its first day, if that is fully known."""
        return _full(self.start)

    @property
    def last_day(self) -> date | None:
        """Its last day, if that is fully known."""
        return _full(self.end)


def _full(value: str | None) -> date | None:
    return date.fromisoformat(value[:10]) if value and value[:4].isdigit() else None


@dataclass(frozen=True, slots=True)
class Reference:
    """`today` is None without a publication date; `earlier` are the times told before, nearest last."""

    today: date | None
    ahead: bool
    earlier: tuple[When, ...] = ()


def closed(days: Days, precision: Precision, basis: Basis) -> When:
    return When(days[0].isoformat(), days[1].isoformat(), precision, basis)


def undated(precision: Precision, basis: Basis = "relative") -> When:
    return When(None, None, precision, basis)


def day_precision(parts: Parts) -> Precision:
    return "night" if parts.get("daypart") == "night" else "day"


def narrowed(unit: Precision, days: Days, parts: Parts, basis: Basis) -> When:
    """A stretch of time, or the part of it that a word like "early" names."""
    found = part(unit, days, time_words().stretches, parts.get("edge", "whole"))
    return closed(found, unit if found == days else "interval", basis)


def chosen(candidates: list[Days], parts: Parts, reference: Reference, unit: Precision) -> When | None:
    if reference.today is None:
        return undated(unit)
    found = choose(candidates, reference.today, parts.get("shift"), reference.ahead)
    return found and narrowed(unit, found, parts, "relative")


_FINENESS: tuple[Precision, ...] = ("minute", "hour", "day", "night", "week", "month", "season", "year")
_COARSEST: Mapping[str, Precision] = {"day": "night", "week": "week", "month": "month", "year": "year"}


def anchor(reference: Reference, unit: str) -> date | None:
    """The nearest time told before that says which `unit` it was."""
    fine = _FINENESS[: _FINENESS.index(_COARSEST.get(unit, "night")) + 1]
    return next((w.day for w in reversed(reference.earlier) if w.day and w.precision in fine), None)


def count_of(parts: Parts) -> int:
    text = str(parts.get("count", 1))
    if text.isdigit():
        return int(text)
    numbers = time_words().patterns.words["NUMBER"]
    return sum(numbers[word] for word in text.split("-"))
