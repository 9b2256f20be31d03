"""Whether a person held, when the article was published, the office that the article writes with the name."""

from datetime import date
from functools import lru_cache
from itertools import takewhile
from typing import NamedTuple

from converters.linking.match import Feature, Query
from converters.linking.model import Office
from converters.linking.names import words
from converters.linking.row import Row
from converters.linking.wording import without_country
from converters.linking.wordlists import generic

UNDATED = 0.5
"""Agreement of an office of which no source says when it was held."""
SHORT = 0.7
"""Agreement of a title that says only the beginning of an office: "Secretary" of a Secretary of State."""
_OF = ("of", "for")


class Title(NamedTuple):
    """An office taken apart: its words, those before "of", its country, and whether it is over ("former")."""

    words: frozenset[str]
    short: frozenset[str]
    country: str | None
    past: bool


def office(query: Query, row: Row) -> dict[str, Feature]:
    """The office of the row that has the title's words; nothing where titles or offices are not known, or others."""
    if not query.title or not row.offices or query.day is None:
        return {}
    asked = title_of(query.title)
    country = asked.country or query.country
    found = []
    for one in row.offices:
        known = title_of(one.label)
        if known.country is None or country is None or known.country == country:
            same = 1.0 if asked.words == known.words else SHORT if asked.words == known.short else 0.0
            found += [_held(one, query.day, same, past=asked.past)] if same else []
    return {"office": max(found, key=lambda feature: feature.value)} if found else {}


@lru_cache(maxsize=4096)
def title_of(text: str) -> Title:
    """An office in words ("former Xanian Defence Minister", "Minister of Defense of Xan") without their order."""
    rest, country = without_country(text)
    lists, same = generic()["person"], generic()["organisation"]["same"] | generic()["person"]["same"]
    found = [same.get(word, word) for word in words(rest)]
    plain = [word for word in found if word not in lists["past"]]
    before = takewhile(lambda word: word not in _OF, plain)
    core, short = (frozenset(part) - generic()["organisation"]["small"] for part in (plain, before))
    return Title(core, short, country, plain != found)


def _held(one: Office, day: date, same: float, *, past: bool) -> Feature:
    told = f"{one.label!r} {_times(one)}"
    if one.start is None and one.end is None:
        return Feature(UNDATED * same, f"{one.label!r}, when is not known")
    if _before(one.told, day):
        return Feature(UNDATED * same, f"{told}, whether still on {day} is not known")
    over, begun = _before(one.end, day), one.start is None or not _after(one.start, day)
    fits = over if past else begun and not over
    return Feature(same if fits else 0.0, f"{told}, {'as' if fits else 'not as'} the article of {day} says")


def _times(one: Office) -> str:
    return f"{one.start or ''}–{one.end or ''}" + (f" (told in {one.told})" if one.told else "")


def _before(time: str | None, day: date) -> bool:
    """Whether a date, or the whole of a year or month, lies before a day."""
    return time is not None and time < day.isoformat()[: len(time)]


def _after(time: str, day: date) -> bool:
    return time > day.isoformat()[: len(time)]
