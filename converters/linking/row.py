"""One thing that the gazetteer knows."""

import re
from dataclasses import dataclass
from datetime import date

from converters.linking.model import Found, Place

_QID = re.compile(r"Q[1-9]\d*")
_DATE = re.compile(r"(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)")


def is_qid(text: str) -> bool:
    """Whether a text has the form of a Wikidata item's id."""
    return _QID.fullmatch(text) is not None


def is_date(text: str) -> bool:
    """Whether a text is an ISO date of the calendar."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


@dataclass(frozen=True, slots=True)
class Office:
    """A title or office that a person held: what it is called, from when until when.

    A time is an ISO date, or its beginning (a year, a month); None is not known, or not ended.
    """

    label: str
    start: str | None = None
    end: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """`names` begins with the label; `country` is an ISO 3166 alpha-2 code; `population` and `sitelinks`
    (pages about it in Wikipedias and their sisters) 0 mean not known.

    `qid` is None for what has coordinates but no known Wikidata id. `method` is what found it; `typed` is False where a
    source does not say of what kind it is, and `type` is only what was asked for. `matched` is whether a reconciliation
    service, which tells names and kinds alone, is itself sure; None for what others found.
    """

    qid: str | None
    label: str
    type: str
    names: tuple[str, ...]
    country: str | None
    place: Place | None
    population: int
    source: str
    sitelinks: int = 0
    method: Found = "gazetteer"
    typed: bool = True
    matched: bool | None = None
    offices: tuple[Office, ...] = ()

    @property
    def read_on(self) -> str | None:
        """The latest date (ISO) that the source tells: when it was read, or as of when it holds."""
        return max(filter(is_date, _DATE.findall(self.source)), default=None)
