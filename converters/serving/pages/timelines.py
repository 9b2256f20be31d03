"""The timeline: how many of the events chosen are told of each day, month or year, and which they are, in order."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from converters.serving.pages.filters import chosen_page
from converters.serving.pages.page import ended
from converters.serving.selection import TONES, Register, Selection
from converters.serving.site import Opened

ROWS = 100
ROOM, LEAST, MOST, HEIGHT = 76.0, 300.0, 1180.0, 170.0
"""Of a bar; of the whole drawing, which is as wide as its bars need."""

FOOT, HEAD = 30.0, 18.0
"""Room for the labels below and the numbers above."""

UNITS = {10: 45, 7: 48}
"""So many days are shown as days, so many months as months (keys: characters of a date); more than these as years."""

WIDEST = 56.0
_COUNTS = """
SELECT first, tone, COUNT(*) AS events FROM event
WHERE event IN {events} AND first IS NOT NULL GROUP BY first, tone ORDER BY first
"""


@dataclass(frozen=True, slots=True)
class Block:
    """Part of a bar: the events that are shown alike."""

    tone: str
    events: int
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class Bar:
    """A day, month or year with its events, and the query string that chooses these alone."""

    time: str
    href: str
    x: float
    width: float
    top: float
    events: int
    blocks: tuple[Block, ...]


def timeline_page(opened: Opened, register: Register, chosen: Selection, page: int) -> bytes:
    """A page of the timeline, counted from 0."""
    counts = _counts(register, chosen)
    dated = sum(sum(found.values()) for found in counts.values())
    found = list(register.events(chosen, ROWS + 1, page * ROWS, "first IS NULL, first, last"))
    if page and not found:
        raise ended(page)
    days: dict[str, list[dict[str, object]]] = {}
    for row in found[:ROWS]:
        days.setdefault(row["first"] or "", []).append(row)
    shown = {"bars": list(bars(counts, chosen)), "days": days, "dated": dated, "more": len(found) > ROWS, "page": page}
    size = {"width": int(width(len(counts))), "height": int(HEIGHT), "foot": int(HEIGHT - FOOT)}
    return chosen_page(opened, register, chosen, "timeline", "timeline.html", **shown, **size)


def _counts(register: Register, chosen: Selection) -> Mapping[str, Counter[str]]:
    """Events by time and tone: by the finest unit of which there are not too many."""
    rows = list(register.rows(_COUNTS, chosen))
    for length, most in UNITS.items():
        found = _counted(rows, length)
        if len(found) <= most and _span(found, length) <= 2 * most:
            return found
    return _counted(rows, 4)


def _counted(rows: Iterable[Mapping[str, Any]], length: int) -> dict[str, Counter[str]]:
    found: dict[str, Counter[str]] = {}
    for row in rows:
        found.setdefault(row["first"][:length], Counter())[row["tone"]] += row["events"]
    return found


def _span(times: Mapping[str, object], length: int) -> int:
    """From the first to the last, in days of months of 31 or in months: roughly, to choose a unit by."""
    if not times:
        return 0
    first, last = ([int(part) for part in time.split("-")] for time in (min(times), max(times)))
    months = (last[0] - first[0]) * 12 + last[1] - first[1]
    return months if length == 7 else months * 31 + last[2] - first[2]


def width(number: int) -> float:
    """How wide so many bars are drawn."""
    return min(max(number * ROOM, LEAST), MOST)


def bars(counts: Mapping[str, Counter[str]], chosen: Selection) -> Iterator[Bar]:
    """One bar for each time that has events, in order; times without events are left out."""
    most = max((sum(found.values()) for found in counts.values()), default=0)
    room = width(len(counts)) / max(len(counts), 1)
    thick = min(room * 0.8, WIDEST)
    for place, (time, found) in enumerate(counts.items()):
        y, blocks = HEIGHT - FOOT, []
        for tone in TONES:
            if events := found[tone]:
                height = events / most * (HEIGHT - FOOT - HEAD)
                y -= height
                blocks.append(Block(tone, events, round(y, 1), round(height, 1)))
        href = chosen.query(since=time, until=time)
        x = place * room + (room - thick) / 2
        yield Bar(time, href, round(x, 1), round(thick, 1), round(y, 1), sum(found.values()), tuple(blocks))
