"""Debian's Chromium before the real server: it notes what the console says and every request."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

Axe = Callable[["Page"], list[str]]
OPTIONS = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"]


@dataclass
class Seen:
    """What a page did: `complaints` on the console, and the requests that left the server's address."""

    page: "Page"
    server: str
    complaints: list[str] = field(default_factory=list)
    strangers: list[str] = field(default_factory=list)

    def open(self, path: str) -> "Page":
        self.page.goto(f"{self.server}{path}")
        self.page.wait_for_load_state("networkidle")
        return self.page

    def watch(self) -> None:
        self.page.on("console", lambda message: self._complain(message.type, message.text))
        self.page.on("pageerror", lambda error: self._complain("error", str(error)))
        self.page.on("request", lambda request: self._request(request.url))

    def _complain(self, kind: str, text: str) -> None:
        if kind in ("error", "warning"):
            self.complaints.append(f"{self.page.url}: {text}")

    def _request(self, url: str) -> None:
        if not url.startswith((self.server, "data:", "blob:")):
            self.strangers.append(url)


@pytest.fixture(scope="session")
def browser() -> Iterator["Browser"]:
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("chromium is not installed (Debian package chromium)")
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed (extra dev)")
    with playwright.sync_playwright() as started:
        running = started.chromium.launch(executable_path=chromium, args=OPTIONS)
        yield running
        running.close()


@pytest.fixture
def seen(browser: "Browser", server: str) -> Iterator[Seen]:
    """A fresh page. In the end nothing was complained of, and nobody else was asked for anything."""
    with browser.new_context(viewport={"width": 1280, "height": 900}, accept_downloads=True) as context:
        found = Seen(context.new_page(), server)
        found.watch()
        yield found
        assert found.complaints == []
        assert found.strangers == []


@pytest.fixture(scope="session")
def axe() -> Axe:
    """What axe-core finds on a page that is serious: rule, impact and the first element."""
    found = pytest.importorskip(
        "axe_playwright_python.sync_playwright", reason="axe is not installed (extra dev)"
    ).Axe()

    def serious(page: "Page") -> list[str]:
        violations = found.run(page).response["violations"]
        return [
            f"{one['id']} ({one['impact']}): {one['nodes'][0]['html'][:200]}"
            for one in violations
            if one["impact"] in ("serious", "critical")
        ]

    return serious
