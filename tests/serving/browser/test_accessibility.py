"""Every kind of page, light and dark, wide and as narrow as a telephone: axe-core finds nothing serious, nothing overflows."""

from typing import TYPE_CHECKING, Literal

import pytest

from tests.serving.browser.conftest import Seen

if TYPE_CHECKING:
    from playwright.sync_api import Browser

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
NARROW = {"width": 360, "height": 800}


@pytest.fixture(scope="module")
def axe() -> object:
    return pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed (extra dev)").Axe()


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_serious(seen: Seen, axe: object, path: str) -> None:
    page = seen.open(_found(seen, path))
    if path == "event/none":
        seen.complaints.clear()  # the browser tells of the 404, as it should
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        found = axe.run(page).response["violations"]  # type: ignore[attr-defined]
        serious = [
            (one["id"], one["impact"], [node["html"][:160] for node in one["nodes"][:3]])
            for one in found
            if one["impact"] in ("serious", "critical")
        ]
        assert serious == [], scheme


@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_wider_than_a_telephone(browser: "Browser", server: str, path: str) -> None:
    with browser.new_context(viewport=NARROW) as context:  # type: ignore[arg-type]
        seen = Seen(context.new_page(), server)
        page = seen.open(_found(seen, path))
        assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]


def _found(seen: Seen, path: str) -> str:
    """The address of a page; of a claim and an article whatever the event's page leads to."""
    if path not in ("claim", "article"):
        return path
    page = seen.open("event/retaking.html")
    href = page.locator(f".card a[href*='{path}/']").first.get_attribute("href")
    assert href
    return href.removeprefix("../")
