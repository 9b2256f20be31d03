"""The list of the events that are chosen."""

from converters.serving.pages.filters import chosen_page
from converters.serving.pages.page import ended
from converters.serving.selection import Register, Selection
from converters.serving.site import Opened

ROWS = 100
"""Rows on a page."""


def events_page(opened: Opened, register: Register, chosen: Selection, page: int) -> bytes:
    """A page of the list, counted from 0."""
    found = list(register.events(chosen, ROWS + 1, page * ROWS))
    if page and not found:
        raise ended(page)
    shown = {"rows": found[:ROWS], "more": len(found) > ROWS, "page": page}
    return chosen_page(opened, register, chosen, "events", "events.html", **shown)
