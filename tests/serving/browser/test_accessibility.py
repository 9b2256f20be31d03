"""Every kind of page: axe-core finds nothing serious in light and dark, and nothing overflows a telephone."""

from typing import Literal

import pytest

from tests.serving.browser.conftest import Axe, Seen

PAGES = (
    "",
    "search?q=harbour",
    "events",
    "map",
    "timeline",
    "voices",
    "articles",
    "entities",
    "event/retaking.html",
    "claim",
    "article",
    "entity/orlan-guard.html",
    "ontology.html",
    "sparql",
    "sparql?query=ASK%20%7B%7D",
    "feeds",
    "event/none",
)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


@pytest.mark.parametrize("path", PAGES)
def test_a_page_can_be_read_by_anybody_on_anything(seen: Seen, axe: Axe, path: str) -> None:
    page = seen.open(found(seen, path))
    if path == "event/none":
        seen.complaints.clear()  # the browser tells of the 404, as it should
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        assert axe(page) == [], scheme
    page.set_viewport_size({"width": 360, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_the_editor_with_an_answer_in_it_can_be_read_by_anybody(seen: Seen, axe: Axe) -> None:
    page = seen.open("sparql")
    page.locator("#queries a[data-name='claims-by-source']").click()
    page.wait_for_selector(".tabPanel.active .yasr table tbody tr")
    assert axe(page) == []


def found(seen: Seen, path: str) -> str:
    """The address of a page; of a claim and an article whatever the event's page leads to."""
    if path not in ("claim", "article"):
        return path
    page = seen.open("event/retaking.html")
    href = page.locator(f".card a[href*='{path}/']").first.get_attribute("href")
    assert href
    return href.removeprefix("../")
