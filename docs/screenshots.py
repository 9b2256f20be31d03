"""Takes the pictures in docs/screenshots of a server on `output`: `python docs/screenshots.py URL`, with Chromium."""

import shutil
import sys
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, sync_playwright

FOLDER = Path(__file__).resolve().parent / "screenshots"


def main(server: str) -> None:
    FOLDER.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page()
        page.goto(f"{server}events?status=contested")
        event = page.locator("tbody td:first-child a").first.get_attribute("href") or ""
        for name, path in (("events", "events"), ("map", "map"), ("timeline", "timeline"), ("voices", "voices")):
            take(browser, name, f"{server}{path}")
        take(browser, "event", f"{server}{event.removeprefix('./')}")
        take(browser, "event-dark-phone", f"{server}{event.removeprefix('./')}", width=390, scheme="dark")
        ask(browser, f"{server}sparql")
        browser.close()


def take(browser: Browser, name: str, url: str, width: int = 1100, scheme: Literal["light", "dark"] = "light") -> None:
    page = browser.new_page(viewport={"width": width, "height": 760}, color_scheme=scheme)
    page.goto(url)
    page.wait_for_load_state("networkidle")
    if page.locator("figure").count():
        page.locator("nav.tabs").scroll_into_view_if_needed()
        page.evaluate("document.querySelector('.summary').scrollIntoView()")
    page.screenshot(path=FOLDER / f"{name}.png")
    page.close()


def ask(browser: Browser, url: str) -> None:
    page = browser.new_page(viewport={"width": 1100, "height": 760})
    page.goto(url)
    page.locator("#queries a[data-name='contested-events']").click()
    page.wait_for_selector(".tabPanel.active .yasr table tbody tr")
    page.screenshot(path=FOLDER / "sparql.png")
    page.close()


if __name__ == "__main__":
    main(sys.argv[1])
