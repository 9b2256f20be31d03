"""What each rule of `ontology/lexicon/times.yaml` means: from the parts of a hit to days of the calendar.

`Reference` is what a wording leans on: the publication date, the tense, and the times told before. A resolver returns
None if the words are no time after all (a 31st of April), and a `When` without dates if they cannot be resolved.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from converters.reading.model import Basis, Precision
from converters.reading.times_calendar import Days, around, choose, month, months, part, plus
from converters.reading.times_words import time_words

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


def resolve(rule: str, parts: Parts, reference: Reference) -> When | None:
    """The meaning of a hit of `rule`."""
    return _RULES[rule](parts, reference)


def _when(days: Days, precision: Precision, basis: Basis) -> When:
    return When(days[0].isoformat(), days[1].isoformat(), precision, basis)


def _unknown(precision: Precision, basis: Basis = "relative") -> When:
    return When(None, None, precision, basis)


def _day_precision(parts: Parts) -> Precision:
    return "night" if parts.get("daypart") == "night" else "day"


def _narrowed(unit: Precision, days: Days, parts: Parts, basis: Basis) -> When:
    """A stretch of time, or the part of it that a word like "early" names."""
    found = part(unit, days, time_words().stretches, parts.get("edge", "whole"))
    return _when(found, unit if found == days else "interval", basis)


# --- dates of the calendar


def _iso(parts: Parts, _: Reference) -> When | None:
    found = _valid(*map(int, parts["iso"].split("-")))
    return _when((found, found), "day", "explicit") if found else None


def _day(parts: Parts, reference: Reference) -> When | None:
    return _month_day(parts["month"], _ordinal(parts["day"]), parts, reference)


def _days(parts: Parts, reference: Reference) -> When | None:
    last = _month_day(parts["month"], _ordinal(parts["day2"]), parts, reference)
    first = _ordinal(parts["day"])
    if last is None or last.end is None or first > int(last.end[-2:]):
        return None
    return replace(last, start=f"{last.end[:-2]}{first:02d}", precision="interval")


def _feast(parts: Parts, reference: Reference) -> When | None:
    number, day = parts["feast"]
    return _month_day(number, day, parts, reference)


def _ordinal(text: str) -> int:
    """ "22" or "22nd" """
    return int(text.rstrip("stndrh"))


def _month_day(number: int, day: int, parts: Parts, reference: Reference) -> When | None:
    precision = _day_precision(parts)
    if "year" in parts:
        found = _valid(int(parts["year"]), number, day)
        return _when((found, found), precision, "explicit") if found else None
    if _valid(2000, number, day) is None:  # a leap year
        return None
    if reference.today is None:
        partial = f"--{number:02d}-{day:02d}"
        return When(partial, partial, precision, "explicit")
    years = range(reference.today.year - 8, reference.today.year + 9)
    known = [d for d in (_valid(y, number, day) for y in years) if d]
    return _chosen([(d, d) for d in known], parts, reference, precision)


def _valid(year: int, number: int, day: int) -> date | None:
    try:
        return date(year, number, day)
    except ValueError:
        return None


def _year(parts: Parts, _: Reference) -> When:
    return _narrowed("year", months(int(parts["year"]), 1, 12), parts, "explicit")


def _decade(parts: Parts, _: Reference) -> When:
    return _narrowed("decade", months(int(parts["decade"]), 1, 120), parts, "explicit")


def _month(parts: Parts, reference: Reference) -> When | None:
    known = _stated_year(parts, reference)
    if known is not None:
        return _narrowed("month", month(known[0], parts["month"]), parts, known[1])
    if reference.today is None or "back" in parts:
        return _unknown("month")
    candidates = [month(reference.today.year + n, parts["month"]) for n in (-2, -1, 0, 1, 2)]
    return _chosen(candidates, parts, reference, "month")


def _season(parts: Parts, reference: Reference) -> When | None:
    known = _stated_year(parts, reference)
    if known is not None:
        return _narrowed("season", months(known[0], parts["season"], 3), parts, known[1])
    if reference.today is None or "back" in parts:
        return _unknown("season")
    candidates = [months(reference.today.year + n, parts["season"], 3) for n in (-2, -1, 0, 1, 2)]
    return _chosen(candidates, parts, reference, "season")


def _stated_year(parts: Parts, reference: Reference) -> tuple[int, Basis] | None:
    """The year that the words name: by number, from the publication date ("last year") or from before ("that year")."""
    if "year" in parts:
        return int(parts["year"]), "explicit"
    if "back" in parts:
        told = _anchor(reference, "year")
        return (told.year + parts["back"], "inferred") if told else None
    if "shift2" in parts and reference.today is not None:
        return reference.today.year + parts["shift2"], "relative"
    return None


def _chosen(candidates: list[Days], parts: Parts, reference: Reference, unit: Precision) -> When | None:
    if reference.today is None:
        return _unknown(unit)
    found = choose(candidates, reference.today, parts.get("shift"), reference.ahead)
    return found and _narrowed(unit, found, parts, "relative")


# --- leaning on the publication date


def _weekday(parts: Parts, reference: Reference) -> When | None:
    if reference.today is None:
        return _unknown(_day_precision(parts))
    days = [plus(reference.today, "day", n) for n in range(-14, 15)]
    fitting = [(d, d) for d in days if d.weekday() == parts["weekday"]]
    return _chosen(fitting, parts, reference, _day_precision(parts))


def _dayword(parts: Parts, reference: Reference) -> When:
    precision = "night" if not parts else _day_precision(parts)
    if reference.today is None:
        return _unknown(precision)
    found = plus(reference.today, "day", parts.get("dayword", 0))
    return _when((found, found), precision, "relative")


def _night(parts: Parts, reference: Reference) -> When | None:
    """Both days that a night touches: the one it ends on (`weekday`, today) or the one it begins on (`weekday2`)."""
    if reference.today is None:
        return _unknown("night")
    ends = "weekday" in parts
    weekday = parts.get("weekday", parts.get("weekday2"))
    named = _weekday({"weekday": weekday}, reference) if weekday is not None else None
    known = named.day if named else reference.today
    if known is None:
        return None
    last = known if ends or weekday is None else plus(known, "day", 1)
    return _when((plus(last, "day", -1), last), "night", "relative")


def _weekend(parts: Parts, reference: Reference) -> When | None:
    if reference.today is None:
        return _unknown("interval")
    monday = around("week", reference.today)[0]
    saturdays = [plus(monday, "day", 5 + 7 * n) for n in (-2, -1, 0, 1, 2)]
    found = choose([(s, plus(s, "day", 1)) for s in saturdays], reference.today, parts.get("shift"), reference.ahead)
    return found and _when(found, "interval", "relative")


def _period(parts: Parts, reference: Reference) -> When:
    unit: Precision = parts["period"]
    if reference.today is None:
        return _unknown(unit)
    return _narrowed(unit, around(unit, plus(reference.today, unit, parts.get("shift", 0))), parts, "relative")


def _ago(parts: Parts, reference: Reference) -> When:
    unit: Precision = parts["unit"]
    if reference.today is None:
        return _unknown(unit)
    then, fine = _moved(reference.today, unit, -_count(parts))
    match parts.get("side"):
        case "within":
            return _when((then, reference.today), "interval", "relative")
        case "beyond":
            return When(None, then.isoformat(), "interval", "relative")
    return _when((then, reference.today) if fine else around(unit, then), "interval" if fine else unit, "relative")


def _rolling(parts: Parts, reference: Reference) -> When:
    """A stretch that touches today: "the last 24 hours", "the next three weeks"."""
    if reference.today is None:
        return _unknown("interval")
    unit = parts.get("unit") or parts["period"]
    sign = 1 if parts.get("turn") in {"next", "coming"} else -1
    then, _ = _moved(reference.today, unit, sign * _count(parts))
    return _when((min(then, reference.today), max(then, reference.today)), "interval", "relative")


def _moved(day: date, unit: str, count: int) -> tuple[date, bool]:
    """The day `count` units away, and whether the unit is finer than a day (then the day itself is not certain)."""
    if unit == "hour":
        return plus(day, "day", -(-abs(count) // 24) * (1 if count > 0 else -1)), True
    return plus(day, unit, count), False


def _count(parts: Parts) -> int:
    text = str(parts.get("count", 1))
    if text.isdigit():
        return int(text)
    numbers = time_words().patterns.words["NUMBER"]
    return sum(numbers[word] for word in text.split("-"))


# --- leaning on what was told before


_FINENESS: tuple[Precision, ...] = ("minute", "hour", "day", "night", "week", "month", "season", "year")
_COARSEST: Mapping[str, Precision] = {"day": "night", "week": "week", "month": "month", "year": "year"}


def _anchor(reference: Reference, unit: str) -> date | None:
    """The nearest time told before that says which `unit` it was."""
    fine = _FINENESS[: _FINENESS.index(_COARSEST.get(unit, "night")) + 1]
    return next((w.day for w in reversed(reference.earlier) if w.day and w.precision in fine), None)


def _back(parts: Parts, reference: Reference) -> When:
    unit: Precision = parts.get("period", "day")
    told = _anchor(reference, unit)
    if told is None:
        return _unknown(unit)
    return _narrowed(unit, around(unit, plus(told, unit, _steps(parts))), parts, "inferred")


def _steps(parts: Parts) -> int:
    return next(int(parts[name]) for name in ("back", "following", "turn") if name in parts)


def _offset(parts: Parts, reference: Reference) -> When:
    unit: Precision = parts["unit"]
    told = _anchor(reference, unit)
    if told is None or unit == "hour":
        return _unknown(unit)
    return _when(around(unit, plus(told, unit, parts["turn"] * _count(parts))), unit, "inferred")


# --- without a day of their own


def _vague(_: Parts, __: Reference) -> When:
    return _unknown("unspecified")


def _clock(_: Parts, __: Reference) -> When:
    return _unknown("minute")


def clock_time(parts: Parts) -> tuple[str, Precision]:
    """The time of day as hh:mm, and how fine it is told."""
    if "clockword" in parts:
        return parts["clockword"], "hour"
    hour = int(parts["hour"])
    if meridiem := parts.get("meridiem"):
        hour = hour % 12 + (12 if meridiem.startswith("p") else 0)
    return f"{hour:02d}:{parts.get('minute', '00')}", "minute" if "minute" in parts else "hour"


_RULES: Mapping[str, Callable[[Parts, Reference], When | None]] = {
    "iso": _iso,
    "day": _day,
    "days": _days,
    "feast": _feast,
    "weekday": _weekday,
    "dayword": _dayword,
    "night": _night,
    "weekend": _weekend,
    "month": _month,
    "season": _season,
    "year": _year,
    "decade": _decade,
    "period": _period,
    "back": _back,
    "ago": _ago,
    "rolling": _rolling,
    "offset": _offset,
    "vague": _vague,
    "clock": _clock,
}
