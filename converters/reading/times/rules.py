"""What each rule of `ontology/lexicon/times.yaml` means: from the parts of a hit to days of the calendar.

A resolver returns None if the words are no time after all (a 31st of April), and a `When` without dates if they cannot
be resolved.
"""

from collections.abc import Callable, Mapping

from converters.reading.model import Precision
from converters.reading.times import dates, relative
from converters.reading.times.model import Parts, Reference, When, undated


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
    "iso": dates.resolve_iso,
    "day": dates.resolve_day,
    "days": dates.resolve_days,
    "feast": dates.resolve_feast,
    "weekday": relative.resolve_weekday,
    "dayword": relative.resolve_dayword,
    "night": relative.resolve_night,
    "weekend": relative.resolve_weekend,
    "month": dates.resolve_month,
    "season": dates.resolve_season,
    "year": dates.resolve_year,
    "years": dates.resolve_years,
    "decade": dates.resolve_decade,
    "period": relative.resolve_period,
    "back": relative.resolve_back,
    "ago": relative.resolve_ago,
    "rolling": relative.resolve_rolling,
    "offset": relative.resolve_offset,
    "apart": _vague,
    "vague": _vague,
    "clock": _clock,
}
