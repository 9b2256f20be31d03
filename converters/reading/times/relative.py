"""Resolves times that lean on the publication date, or on a time told before ("that year", "two days later").

Each function takes the parts of a hit and gives their meaning, without dates where what it leans on is unknown.
"""

from datetime import date

from converters.reading.model import Precision
from converters.reading.times.calendar import around, choose, plus
from converters.reading.times.model import (
    Parts,
    Reference,
    When,
    anchor,
    chosen,
    closed,
    count_of,
    day_precision,
    narrowed,
    undated,
)

_SOON = 12
"""So many hours from a time told before it is another day."""


def resolve_weekday(parts: Parts, reference: Reference) -> When | None:
    if reference.today is None:
        return undated(day_precision(parts))
    if "shift2" in parts:  # "Thursday last week"
        monday = around("week", plus(reference.today, "week", parts["shift2"]))[0]
        found = plus(monday, "day", parts["weekday"])
        return closed((found, found), "day", "relative")
    days = [plus(reference.today, "day", n) for n in range(-14, 15)]
    fitting = [(d, d) for d in days if d.weekday() == parts["weekday"]]
    return chosen(fitting, parts, reference, day_precision(parts))


def resolve_dayword(parts: Parts, reference: Reference) -> When:
    precision = "night" if not parts else day_precision(parts)
    if reference.today is None:
        return undated(precision)
    found = plus(reference.today, "day", parts.get("dayword", 0))
    return closed((found, found), precision, "relative")


def resolve_night(parts: Parts, reference: Reference) -> When | None:
    """Both days that a night touches: the one it ends on (`weekday`, today) or the one it begins on (`weekday2`)."""
    if reference.today is None:
        return undated("night")
    ends = "weekday" in parts
    weekday = parts.get("weekday", parts.get("weekday2"))
    named = resolve_weekday({"weekday": weekday}, reference) if weekday is not None else None
    known = named.day if named else reference.today
    if known is None:
        return None
    last = known if ends or weekday is None else plus(known, "day", 1)
    return closed((plus(last, "day", -1), last), "night", "relative")


def resolve_weekend(parts: Parts, reference: Reference) -> When | None:
    if reference.today is None:
        return undated("interval")
    monday = around("week", reference.today)[0]
    saturdays = [plus(monday, "day", 5 + 7 * n) for n in (-2, -1, 0, 1, 2)]
    found = choose([(s, plus(s, "day", 1)) for s in saturdays], reference.today, parts.get("shift"), reference.ahead)
    return found and closed(found, "interval", "relative")


def resolve_period(parts: Parts, reference: Reference) -> When:
    """ "Last year" counts from the publication, "later in the year" of what is past from a year told before."""
    unit: Precision = parts["period"]
    if "shift" not in parts and not reference.ahead and (told := anchor(reference, unit)):
        return narrowed(unit, around(unit, told), parts, "inferred")
    if reference.today is None:
        return undated(unit)
    return narrowed(unit, around(unit, plus(reference.today, unit, parts.get("shift", 0))), parts, "relative")


def resolve_ago(parts: Parts, reference: Reference) -> When:
    unit: Precision = parts["unit"]
    if reference.today is None:
        return undated(unit)
    then, fine = _moved(reference.today, unit, -count_of(parts))
    match parts.get("side"):
        case "within":
            return closed((then, reference.today), "interval", "relative")
        case "beyond":
            return When(None, then.isoformat(), "interval", "relative")
    return closed((then, reference.today) if fine else around(unit, then), "interval" if fine else unit, "relative")


def resolve_rolling(parts: Parts, reference: Reference) -> When:
    """A stretch that touches today: "the last 24 hours", "the next three weeks"."""
    if reference.today is None:
        return undated("interval")
    unit = parts.get("unit") or parts.get("span") or parts["period"]
    sign = 1 if parts.get("turn") in {"next", "coming"} else -1
    then, _ = _moved(reference.today, unit, sign * count_of(parts))
    return closed((min(then, reference.today), max(then, reference.today)), "interval", "relative")


def _moved(day: date, unit: str, count: int) -> tuple[date, bool]:
    """The day `count` units away, and whether the unit is finer than a day (then the day itself is not certain)."""
    if unit == "hour":
        return plus(day, "day", -(-abs(count) // 24) * (1 if count > 0 else -1)), True
    return plus(day, unit, count), False


def resolve_back(parts: Parts, reference: Reference) -> When:
    unit: Precision = parts.get("period", "day")
    told = anchor(reference, unit)
    if told is None:
        return undated(unit)
    return narrowed(unit, around(unit, plus(told, unit, _steps(parts))), parts, "inferred")


def _steps(parts: Parts) -> int:
    return next(int(parts[name]) for name in ("back", "following", "turn") if name in parts)


def resolve_offset(parts: Parts, reference: Reference) -> When:
    unit: Precision = parts["unit"]
    told = anchor(reference, unit)
    if told is not None and unit == "hour" and count_of(parts) < _SOON:
        return closed((told, told), "day", "inferred")
    if told is None or unit == "hour":
        return undated(unit)
    return closed(around(unit, plus(told, unit, parts["turn"] * count_of(parts))), unit, "inferred")
