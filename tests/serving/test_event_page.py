"""The page of an event tells what else a release says of it: how it stands, what numbers come to, what is copied."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from lxml import html

from tests.fixtures.edition import BASE
from tests.fixtures.release import write
from tests.serving.conftest import another_release, serving

EW = "https://w3id.org/eventwire/ontology#"
PROV = "http://www.w3.org/ns/prov#"
EVENT = f"{BASE}event/retaking"


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[html.HtmlElement]:
    """The event in a release with a ledger written by hand."""
    output = write(tmp_path_factory.mktemp("ledger")).folder.parent
    another_release(output, with_ledger)
    with serving(Path(output)) as server:
        yield html.fromstring(httpx.get(f"{server}event/retaking.html").content)


def without_ledger(quads: list[str]) -> list[str]:
    return [line for line in quads if f"<{BASE}graph/ledger>" not in line and f"<{BASE}origin/" not in line]


def with_ledger(quads: list[str]) -> list[str]:
    claims = sorted(line.split()[0] for line in quads if f"<{EW}about> <{EVENT}> " in line)
    graph = f"<{BASE}graph/ledger>"
    entry, figure, origin = f"<{EVENT}#status>", f"<{EVENT}#count-lost>", f"<{BASE}origin/ada-quill>"
    told = [
        (entry, f"{EW}entryOf", f"<{EVENT}>"),
        (entry, f"{EW}standing", f"<{EW}standing-independently_confirmed>"),
        (entry, f"{EW}origins", '"2"^^<http://www.w3.org/2001/XMLSchema#integer>'),
        (entry, f"{EW}assertedIn", claims[0]),
        (entry, f"{EW}deniedIn", claims[1]),
        (figure, f"{EW}entryOf", f"<{EVENT}>"),
        (figure, f"{EW}counted", '"lost"'),
        (figure, f"{EW}low", '"9"^^<http://www.w3.org/2001/XMLSchema#decimal>'),
        (figure, f"{EW}value", '"12"^^<http://www.w3.org/2001/XMLSchema#decimal>'),
        (figure, f"{EW}high", '"14"^^<http://www.w3.org/2001/XMLSchema#decimal>'),
        (claims[0], f"{PROV}hadPrimarySource", origin),
        (origin, f"{EW}source", f"<{BASE}entity/ada-quill>"),
    ]
    return [
        *without_ledger(quads),
        *(f"{subject} <{predicate}> {value} {graph} .\n" for subject, predicate, value in told),
    ]


def test_the_ledger_is_shown_with_the_accounts_it_rests_on(page: html.HtmlElement) -> None:
    (row,) = page.xpath("//section[@aria-labelledby='ledger']//tbody/tr")
    assert row.xpath("string(td[1])") == "independently confirmed"
    assert row.xpath("string(td[2])") == "2"
    assert "told as so by" in row.xpath("string(td[3])")
    targets = row.xpath("td[3]/a/@href")
    assert len(targets) == 2
    assert all(page.xpath(f"//*[@id='{target.removeprefix('#')}']") for target in targets), "each leads to its card"


def test_low_best_and_high_stand_side_by_side(page: html.HtmlElement) -> None:
    (row,) = page.xpath("//section[@aria-labelledby='ranges']//tbody/tr")
    assert [cell.text_content() for cell in row] == ["lost", "9", "12", "14"]


def test_a_card_says_what_its_claim_goes_back_to(page: html.HtmlElement) -> None:
    found = page.xpath("//article//dt[text()='goes back to']/following-sibling::dd[1]/a/text()")
    assert found == ["Ada Quill"]


def test_without_a_ledger_nothing_is_said_of_one(tmp_path: Path) -> None:
    output = write(tmp_path).folder.parent
    another_release(output, without_ledger)
    with serving(output) as server:
        page = html.fromstring(httpx.get(f"{server}event/retaking.html").content)
    assert not page.xpath("//section[@aria-labelledby='ledger' or @aria-labelledby='ranges']")
