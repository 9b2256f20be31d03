"""Calendar arithmetic: stretches of days, their neighbours and their parts. Nothing here knows any words."""

from calendar import monthrange
from collections.abc import Iterable, Mapping
from datetime import MAXYEAR, MINYEAR, date, timedelta

Days = tuple[date, date]
"""First and last day, both inclusive."""

_MONTHS = {"month": 1, "year": 12, "decade": 120}
_DAYS = {"day": 1, "week": 7}


def month(year: int, number: int) -> Days:
    return date(year, number, 1), date(year, number, monthrange(year, number)[1])


def months(year: int, first: int, count: int) -> Days:
    """`count` months from month `first` of a year on; they may run into the next year."""
    start = date(year, first, 1)
    return start, plus(start, "month", count) - timedelta(1)


def around(unit: str, day: date) -> Days:
    """The day, week (Monday to Sunday), month, year or decade that holds a day."""
    match unit:
        case "week":
            monday = day - timedelta(day.weekday())
            return monday, monday + timedelta(6)
        case "month":
            return month(day.year, day.month)
        case "year":
            return months(day.year, 1, 12)
        case "decade":
            return months(day.year - day.year % 10, 1, 120)
    return day, day


def plus(day: date, unit: str, count: int) -> date:
    """The day `count` units on, or back if negative; the last day of the month where the month is too short.

    Raises OverflowError where the calendar of `date` (years 1 to 9999) ends.
    """
    if unit in _DAYS:
        return day + timedelta(_DAYS[unit] * count)
    index = day.year * 12 + day.month - 1 + _MONTHS[unit] * count
    year, number = index // 12, index % 12 + 1
    if not MINYEAR <= year <= MAXYEAR:
        raise OverflowError(f"the year {year} is outside the calendar")
    return date(year, number, min(day.day, monthrange(year, number)[1]))


def choose(candidates: Iterable[Days], reference: date, shift: int | None, ahead: bool) -> Days | None:
    """The one of the sorted candidates that is meant on the day `reference`.

    `shift` -1 is the last one that is over, 1 the next one to come, 0 or None the one at hand: the next that is not yet
    over if the wording looks `ahead`, else the last that has begun.
    """
    known = list(candidates)
    over = [c for c in known if c[1] < reference]
    to_come = [c for c in known if c[0] > reference]
    match shift:
        case -1:
            return over[-1] if over else None
        case 1:
            return to_come[0] if to_come else None
    fitting = [c for c in known if c[1] >= reference][:1] if ahead else [c for c in known if c[0] <= reference][-1:]
    return fitting[0] if fitting else None


def part(unit: str, days: Days, bounds: Mapping[str, Mapping[str, tuple[int, int]]], name: str) -> Days:
    """A named part ("early") of a month, year or decade; the whole where `bounds` has no such part."""
    found = bounds.get(unit, {}).get(name)
    if found is None:
        return days
    first, last = found
    start, end = days
    match unit:
        case "month":
            return start.replace(day=first), end.replace(day=min(last, end.day))
        case "year":
            return months(start.year, first, last - first + 1)
    return months(start.year + first, 1, 12 * (last - first + 1))
