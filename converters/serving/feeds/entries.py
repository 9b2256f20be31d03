"""Entries of the feeds that people subscribe to: the newest of what happened to each claim, or the rows of a query."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from converters.serving.feeds.log import PAGE, Activity, Log

TITLE = "eventwire: who says what happened"


@dataclass(frozen=True, slots=True)
class Entry:
    """Something to read: `iri` is what it is about and its identity; `gone` if it was taken back."""

    iri: str
    title: str
    text: str
    time: datetime
    gone: bool = False


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed document. `url` is its own, `older` that of the next older one, `newest` of the one to subscribe to."""

    title: str
    url: str
    page: str
    updated: datetime
    entries: tuple[Entry, ...]
    newest: str
    older: str | None = None
    is_archive: bool = False


def newest(log: Log, url: str, page: str, since: datetime) -> Feed:
    """The document to subscribe to: the last full page and what came after; updated at `since` if nothing did."""
    pages = log.size() // PAGE
    first = max(pages - 1, 0) * PAGE
    found = tuple(_entries(log.between(first, first + 2 * PAGE)))
    older = f"{url}/{pages - 2}" if pages > 1 else None
    return Feed(TITLE, url, page, _updated(found, since), found, url, older)


def archived(log: Log, number: int, url: str, page: str, since: datetime) -> Feed | None:
    """A full page, which never changes (RFC 5005, section 4); None if it is not full."""
    activities = log.page(number)
    if len(activities) < PAGE:
        return None
    found = tuple(_entries(activities))
    older = f"{url}/{number - 1}" if number else None
    updated = activities[-1].time
    return Feed(TITLE, f"{url}/{number}", page, updated, found, url, older, is_archive=True)


def _entries(activities: Iterable[Activity]) -> Iterator[Entry]:
    """One entry for each claim, the newest first."""
    last = {activity.iri: activity for activity in activities if activity.kind == "claim"}
    for one in sorted(last.values(), key=lambda activity: -activity.number):
        yield Entry(one.iri, one.title, one.text, one.time, one.action == "Delete")


def _updated(entries: tuple[Entry, ...], since: datetime) -> datetime:
    return max((entry.time for entry in entries), default=since)
