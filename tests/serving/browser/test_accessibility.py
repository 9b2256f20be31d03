"""Every kind of page: axe-core finds nothing serious in light and dark, and nothing overflows a telephone."""

from typing import TYPE_CHECKING, Literal
from urllib.parse import quote

import pytest

from tests.serving.browser.conftest import Axe, Seen

if TYPE_CHECKING:
    from playwright.sync_api import Page

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
OUTSIDE = """() => [...document.querySelectorAll('.scroll .hidden')]
    .filter((one) => getComputedStyle(one.offsetParent).position === 'static').map((one) => one.textContent)"""
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
    assert page.evaluate(OUTSIDE) == [], "what is only heard is cut off with the table that it stands in"


def test_the_editor_can_be_read_by_anybody_by_day_and_by_night(seen: Seen, axe: Axe) -> None:
    page = seen.open("sparql")
    page.locator("#queries a[data-name='claims-by-source']").click()
    page.wait_for_selector(".tabPanel.active .yasr table tbody tr")
    light, dark = (brightness(page, scheme) for scheme in SCHEMES)
    assert min(light.values()) > 200, light
    assert max(dark.values()) < 60, dark
    for shown in (".yasr table", ".select_response", ".tabContextButton"):
        page.locator(f".tabPanel.active {shown}").first.click()
        page.wait_for_timeout(400)  # what opens fades in
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            assert axe(page) == [], (shown, scheme)


def test_an_error_in_the_editor_can_be_read_by_anybody(seen: Seen, axe: Axe) -> None:
    page = seen.open(f"sparql?query={quote('SELECT * { SERVICE <http://example.org/> { ?a ?b ?c } }')}")
    page.locator(".yasqe_queryButton").first.click()
    page.wait_for_selector(".errorResult")
    seen.complaints.clear()  # the browser tells of the 403, as it should
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        assert axe(page) == [], scheme


def brightness(page: "Page", scheme: Literal["light", "dark"]) -> dict[str, float]:
    """How bright those parts of the editor are that have a ground of their own, from 0 to 255."""
    page.emulate_media(color_scheme=scheme)
    page.wait_for_timeout(500)  # some colours change slowly
    found: dict[str, float] = page.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll('.yasgui, .yasgui *')]
            .filter((one) => one.checkVisibility() && one.offsetWidth > 50 && one.offsetHeight > 20)
            .map((one) => [one, getComputedStyle(one).backgroundColor.match(/[\\d.]+/g).map(Number)])
            .filter(([, [red, green, blue, opaque = 1]]) => opaque > 0.5)
            .map(([one, [red, green, blue]]) => [`${one.tagName} ${one.className}`, (red + green + blue) / 3]))"""
    )
    return found


def found(seen: Seen, path: str) -> str:
    """The address of a page; of a claim and an article whatever the event's page leads to."""
    if path not in ("claim", "article"):
        return path
    page = seen.open("event/retaking.html")
    href = page.locator(f".card a[href*='{path}/']").first.get_attribute("href")
    assert href
    return href.removeprefix("../")
