"""What each rule of `ontology/lexicon/times.yaml` means: from the parts of a hit to days of the calendar.

A resolver returns None if the words are no time after all (a 31st of April), and a `When` without dates if they cannot
be resolved.
"""

from collections.abc import Callable, Mapping

from converters.reading import times_dates, times_relative
from converters.reading.model import Precision
from converters.reading.times_model import Parts, Reference, When, undated


def resolve(rule: str, parts: Parts, reference: Reference) -> When | None:
    """The meaning of a hit of `rule`; without dates where the calendar ends ("9,000 years ago")."""
    try:
        return _RULES[rule](parts, reference)
    except OverflowError:
        return undated("unspecified")


def _vague(_: Parts, __: Reference) -> When:
    return undated("unspecified")


def _clock(_: Parts, __: Reference) -> When:
    return undated("minute")


def clock_time(parts: Parts) -> tuple[str, Precision]:
    """The time of day as hh:mm, and how fine it is told."""
    if "clockword" in parts:
        return parts["clockword"], "hour"
    hour = int(parts["hour"])
    if meridiem := parts.get("meridiem"):
        hour = hour % 12 + (12 if meridiem.startswith("p") else 0)
    return f"{hour:02d}:{parts.get('minute', '00')}", "minute" if "minute" in parts else "hour"


_RULES: Mapping[str, Callable[[Parts, Reference], When | None]] = {
    "iso": times_dates.resolve_iso,
    "day": times_dates.resolve_day,
    "days": times_dates.resolve_days,
    "feast": times_dates.resolve_feast,
    "weekday": times_relative.resolve_weekday,
    "dayword": times_relative.resolve_dayword,
    "night": times_relative.resolve_night,
    "weekend": times_relative.resolve_weekend,
    "month": times_dates.resolve_month,
    "season": times_dates.resolve_season,
    "year": times_dates.resolve_year,
    "decade": times_dates.resolve_decade,
    "period": times_relative.resolve_period,
    "back": times_relative.resolve_back,
    "ago": times_relative.resolve_ago,
    "rolling": times_relative.resolve_rolling,
    "offset": times_relative.resolve_offset,
    "vague": _vague,
    "clock": _clock,
}
