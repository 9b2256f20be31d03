"""Resolves dates of the calendar: days, months, seasons, years and decades that are named as such.

Each function takes the parts of a hit and gives their meaning; None if there is no such day.
"""

from dataclasses import replace
from datetime import date

from converters.reading.model import Basis
from converters.reading.times.calendar import month, months
from converters.reading.times.model import (
    Parts,
    Reference,
    When,
    anchor,
    chosen,
    closed,
    day_precision,
    narrowed,
    undated,
)


def resolve_iso(parts: Parts, _: Reference) -> When | None:
    found = _valid(*map(int, parts["iso"].split("-")))
    return closed((found, found), "day", "explicit") if found else None


def resolve_day(parts: Parts, reference: Reference) -> When | None:
    return _month_day(parts["month"], _ordinal(parts["day"]), parts, reference)


def resolve_days(parts: Parts, reference: Reference) -> When | None:
    last = _month_day(parts["month"], _ordinal(parts["day2"]), parts, reference)
    first = _ordinal(parts["day"])
    if last is None or last.end is None or first > int(last.end[-2:]):
        return None
    return replace(last, start=f"{last.end[:-2]}{first:02d}", precision="interval")


def resolve_feast(parts: Parts, reference: Reference) -> When | None:
    number, day = parts["feast"]
    return _month_day(number, day, parts, reference)


def _ordinal(text: str) -> int:
    """ "22" or "22nd" """
    return int(text.rstrip("stndrh"))


def _month_day(number: int, day: int, parts: Parts, reference: Reference) -> When | None:
    precision = day_precision(parts)
    if "year" in parts:
        found = _valid(int(parts["year"]), number, day)
        return closed((found, found), precision, "explicit") if found else None
    if _valid(2000, number, day) is None:  # a leap year
        return None
    if reference.today is None:
        partial = f"--{number:02d}-{day:02d}"
        return When(partial, partial, precision, "explicit")
    years = range(reference.today.year - 8, reference.today.year + 9)
    known = [d for d in (_valid(y, number, day) for y in years) if d]
    return chosen([(d, d) for d in known], parts, reference, precision)


def _valid(year: int, number: int, day: int) -> date | None:
    try:
        return date(year, number, day)
    except ValueError:
        return None


def resolve_year(parts: Parts, _: Reference) -> When:
    return narrowed("year", months(int(parts["year"]), 1, 12), parts, "explicit")


def resolve_years(parts: Parts, _: Reference) -> When | None:
    """ "1992-95"."""
    first, last = int(parts["year"]), int(parts["year"]) // 100 * 100 + int(parts["ending"])
    if last <= first:
        return None
    return closed(months(first, 1, 12 * (last - first + 1)), "interval", "explicit")


def resolve_decade(parts: Parts, _: Reference) -> When:
    return narrowed("decade", months(int(parts["decade"]), 1, 120), parts, "explicit")


def resolve_month(parts: Parts, reference: Reference) -> When | None:
    known = _stated_year(parts, reference)
    if known is not None:
        return narrowed("month", month(known[0], parts["month"]), parts, known[1])
    if reference.today is None or "back" in parts:
        return undated("month")
    candidates = [month(reference.today.year + n, parts["month"]) for n in (-2, -1, 0, 1, 2)]
    return chosen(candidates, parts, reference, "month")


def resolve_season(parts: Parts, reference: Reference) -> When | None:
    known = _stated_year(parts, reference)
    if known is not None:
        return narrowed("season", months(known[0], parts["season"], 3), parts, known[1])
    if reference.today is None or "back" in parts:
        return undated("season")
    candidates = [months(reference.today.year + n, parts["season"], 3) for n in (-2, -1, 0, 1, 2)]
    return chosen(candidates, parts, reference, "season")


def _stated_year(parts: Parts, reference: Reference) -> tuple[int, Basis] | None:
    """The year that the words name: by number, from the publication date ("last year") or from before ("that year")."""
    if "year" in parts:
        return int(parts["year"]), "explicit"
    if "back" in parts:
        told = anchor(reference, "year")
        return (told.year + parts["back"], "inferred") if told else None
    if "shift2" in parts and reference.today is not None:
        return reference.today.year + parts["shift2"], "relative"
    return None
