"""One thing that the gazetteer knows."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from converters.linking.model import Found, Office, Place

_QID = re.compile(r"Q[1-9]\d*")
_DATE = re.compile(r"(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)")
_TIME = r"(?:\d{4}(?:-\d\d){0,2})?"
_OFFICE = re.compile(rf"(?P<label>[^()/]+?)(?: \((?P<start>{_TIME})/(?P<end>{_TIME})(?P<open>\+?)\))?")


def is_qid(text: str) -> bool:
    """Whether a text has the form of a Wikidata item's id."""
    return _QID.fullmatch(text) is not None


def is_date(text: str) -> bool:
    """Whether a text is an ISO date of the calendar."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def offices_in(text: str) -> Iterator[Office]:
    """Offices in a cell: "Minister of Trade of Xan (2019-05-20/2024)" and others, divided by "|".

    What is not known is left empty; "2024+" is an office still held in 2024, the end of which is not known. Raises
    ValueError.
    """
    for one in filter(None, map(str.strip, text.split("|"))):
        match = _OFFICE.fullmatch(one)
        if match is None:
            raise ValueError(f"{one!r} is no office: LABEL or LABEL (START/END), in ISO dates or years")
        end = match["end"] or None
        held = (None, end) if match["open"] else (end, None)
        yield Office(match["label"], match["start"] or None, *held)


@dataclass(frozen=True, slots=True)
class Row:
    """`names` begins with the label; `country` is an ISO 3166 alpha-2 code; `population` and `sitelinks`
    (pages about it in Wikipedias and their sisters) 0 mean not known.

    `qid` is None for what has coordinates but no known Wikidata id. `method` is what found it; `typed` is False where a
    source does not say of what kind it is, and `type` is only what was asked for. `matched` is whether a reconciliation
    service, which tells names and kinds alone, is itself sure; None for what others found. `part_of` are the Wikidata
    ids of the wholes of which the source says that the thing is a part.
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
    part_of: tuple[str, ...] = ()

    @property
    def read_on(self) -> str | None:
        """The latest date (ISO) that the source tells: when it was read, or as of when it holds."""
        return max(filter(is_date, _DATE.findall(self.source)), default=None)
