"""Choosing events by what is told of them (the register answers): words, class, status, place, actor, voice, time."""

import re
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from converters.serving.refusals import Refused
from converters.serving.search import expression
from converters.serving.store import REGISTER, SEARCH

FACETS = ("class", "status", "place", "actor", "voice")
"""What events are chosen by beside words and time; each stands in the table `facet` under this name."""

STATUSES = {
    "publisher_fact": "told as fact",
    "attributed_claim": "claimed",
    "non_factual": "not said to be so",
    "asserted_negative": "said not to be so",
    "denied": "denied by somebody",
    "contested": "contested",
}
"""The words of the facet `status`, and what they mean; `contested` is an event of which anything is."""

TONES = {
    "fact": "told as fact",
    "claimed": "claimed",
    "unreal": "not said to be so",
    "denied": "denied",
    "contested": "contested",
}
"""How an event is shown: as the ledger says that it stands; what it holds to be so by who tells it."""

LONGEST = 200
_DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_ROW = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Selection:
    """Which events are meant; whatever is empty does not matter. Days are `2031`, `2031-05` or `2031-05-12`."""

    q: str = ""
    cls: str = ""
    status: str = ""
    place: str = ""
    actor: str = ""
    voice: str = ""
    since: str = ""
    until: str = ""

    def parameters(self) -> dict[str, str]:
        """As parameters of a URL."""
        return {_PARAMETERS.get(name, name): value for name, value in asdict(self).items() if value}

    def query(self, **changed: str) -> str:
        """The query string of this selection, or of one that differs in some fields; with its question mark."""
        found = replace(self, **changed).parameters()
        return f"?{urlencode(found)}" if found else ""

    def value(self, facet: str) -> str:
        found = getattr(self, _FIELDS.get(facet, facet))
        assert isinstance(found, str)
        return found


_PARAMETERS = {"cls": "class", "since": "from", "until": "to"}
_FIELDS = {parameter: name for name, parameter in _PARAMETERS.items()}


def selected(parameters: Mapping[str, str]) -> Selection:
    """The selection that the parameters of a URL make. Raises Refused (400) for a day or a status that is none."""
    told = {name: parameters.get(_PARAMETERS.get(name, name), "").strip()[:LONGEST] for name in Selection.__slots__}
    for name in ("since", "until"):
        if told[name] and not _DAY.fullmatch(told[name]):
            raise Refused(400, f"“{told[name]}” is no day; write 2031-05-12, or only the year or month")
    if told["status"] and told["status"] not in STATUSES:
        raise Refused(400, f"“{told['status']}” is no status; there are: {', '.join(STATUSES)}")
    return Selection(**told)


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a facet, how it is called, and how many of the events chosen have it."""

    value: str
    name: str
    events: int


class Register:
    """The register of a store, open to be read by one thread after another."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database

    def count(self, chosen: Selection) -> int:
        where, values = _condition(chosen)
        found = self._database.execute(f"SELECT COUNT(*) FROM event WHERE {where}", values).fetchone()[0]
        assert isinstance(found, int)
        return found

    def events(self, chosen: Selection, most: int = -1, skipped: int = 0, order: str = "claims DESC") -> Iterator[_ROW]:
        """The events with their counts and days, those with most claims first."""
        where, values = _condition(chosen)
        sql = f"SELECT * FROM event WHERE {where} ORDER BY {order}, event LIMIT ? OFFSET ?"
        return self._rows(sql, *values, most, skipped)

    def event(self, event: str) -> _ROW:
        """The counts, days and standing of one event. Raises KeyError if there is none of this IRI."""
        for row in self._rows("SELECT * FROM event WHERE event = ?", event):
            return row
        raise KeyError(event)

    def choices(self, chosen: Selection, facet: str, most: int = 200) -> list[Choice]:
        """The values of a facet among the events chosen (by everything but this facet), the most frequent first."""
        where, values = _condition(replace(chosen, **{_FIELDS.get(facet, facet): ""}))
        sql = (
            "SELECT value, MAX(name) AS name, COUNT(*) AS events FROM facet WHERE kind = ? AND event IN "
            f"(SELECT event FROM event WHERE {where}) GROUP BY value ORDER BY events DESC, name, value LIMIT ?"
        )
        found = self._rows(sql, facet, *values, most)
        return [Choice(row["value"], row["name"] or STATUSES[row["value"]], row["events"]) for row in found]

    def name(self, facet: str, value: str) -> str | None:
        """What a value of a facet is called."""
        if facet == "status":
            return STATUSES.get(value)
        found = next(self._rows("SELECT name FROM facet WHERE kind = ? AND value = ? LIMIT 1", facet, value), None)
        return found["name"] if found else None

    def parts(self, entity: str) -> dict[str, int]:
        """In how many events an entity is a place, takes part, or is a voice; only what is more than none."""
        sql = "SELECT kind, COUNT(*) AS events FROM facet WHERE value = ? GROUP BY kind ORDER BY kind"
        return {row["kind"]: row["events"] for row in self._rows(sql, entity)}

    def rows(self, sql: str, chosen: Selection, *values: Any) -> Iterator[_ROW]:
        """The answer to `sql`, in which {events} stands for the events chosen; `values` come after theirs."""
        where, own = _condition(chosen)
        return self._rows(sql.format(events=f"(SELECT event FROM event WHERE {where})"), *own, *values)

    def ask(self, sql: str, *values: Any) -> Iterator[_ROW]:
        return self._rows(sql, *values)

    def _rows(self, sql: str, *values: Any) -> Iterator[_ROW]:
        cursor = self._database.execute(sql, values)
        names = [column[0] for column in cursor.description]
        return (dict(zip(names, row, strict=True)) for row in cursor)


@contextmanager
def opened_register(store: Path) -> Iterator[Register]:
    """The register of a store, while the block runs."""
    with closing(sqlite3.connect(f"file:{store / REGISTER}?{_READ}", uri=True, check_same_thread=False)) as database:
        database.execute("ATTACH ? AS search", (f"file:{store / SEARCH}?{_READ}",))
        yield Register(database)


_READ = "mode=ro&immutable=1"


def _condition(chosen: Selection) -> tuple[str, list[str]]:
    """What chooses events, as a condition of SQL with its values."""
    found, values = ["1"], []
    for facet in FACETS:
        if wanted := chosen.value(facet):
            found.append("event IN (SELECT event FROM facet WHERE kind = ? AND value = ?)")
            values += [facet, wanted]
    if chosen.q:
        found.append("event IN (SELECT iri FROM search.found WHERE found MATCH ? AND kind = 'event')")
        values.append(expression(chosen.q) or '""')
    if chosen.since:
        found.append("last >= ?")
        values.append(chosen.since)
    if chosen.until:
        found.append("first <= ?")
        values.append(f"{chosen.until}~")  # 2031-05 takes in all of May
    return " AND ".join(found), values
