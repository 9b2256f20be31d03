"""What a reader does: finds an event, compares its accounts, filters map and timeline, asks, takes data away."""

import json
import re
from pathlib import Path

from tests.serving.browser.conftest import Seen


def test_a_reader_finds_an_event_and_compares_its_accounts(seen: Seen) -> None:
    page = seen.open("")
    page.get_by_role("searchbox", name="Search").fill("retook")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("link", name=re.compile("^Recapture")).first.click()
    page.wait_for_load_state("networkidle")
    assert "/event/" in page.url
    cards = page.locator(".sides article.card")
    assert cards.count() >= 2
    told = " ".join(cards.all_inner_texts())
    assert "Ada Quill" in told
    assert "the council" in page.locator("main").inner_text(), "who denies it is there as well"
    assert {"retook", "took back"} <= set(page.locator("mark.trigger").all_inner_texts())
    cards.first.get_by_text("Why it was read so").click()
    assert cards.first.get_by_text("meant as").is_visible()


def test_the_list_is_filtered_by_the_keyboard_alone(seen: Seen) -> None:
    page = seen.open("events")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "To the content"
    page.get_by_label("How it is told").focus()
    page.keyboard.type("not said")
    page.keyboard.press("Tab")
    page.get_by_role("button", name="Choose").press("Enter")
    page.wait_for_url("**status=non_factual**")
    rows = page.locator("tbody tr")
    assert rows.count() == 1
    assert "Meeting" in rows.first.inner_text()


def test_the_map_is_filtered_and_a_place_leads_to_its_events(seen: Seen) -> None:
    page = seen.open("map")
    page.wait_for_selector("#map.live .leaflet-interactive")
    assert page.locator("#map path.mark").count() == 1
    page.locator("#map path.mark").click()
    popup = page.locator(".leaflet-popup-content")
    assert "Vintsel" in popup.inner_text()
    page.get_by_label("How it is told").select_option("non_factual")
    page.get_by_role("button", name="Choose").click()
    page.wait_for_url("**status=non_factual**")
    assert page.get_by_text("None of these events is told of a place").is_visible()
    page.go_back()
    page.get_by_role("link", name="events at Vintsel").click()
    page.wait_for_url("**/events?place=**")
    assert page.locator("tbody tr").count() >= 2


def test_the_timeline_is_filtered_by_choosing_a_bar(seen: Seen) -> None:
    page = seen.open("timeline")
    before = page.get_by_role("status").inner_text()
    page.locator(".timeline a").first.click()
    page.wait_for_url("**from=2031**")
    assert page.get_by_role("status").inner_text() != before
    assert page.locator("section.day h2").first.inner_text().startswith("2031")


def test_the_voices_are_drawn_and_chosen(seen: Seen) -> None:
    page = seen.open("voices")
    assert page.locator(".strand").count() >= 3
    page.locator(".voices-graph a", has_text="Ada Quill").first.click()
    page.wait_for_url("**voice=**")
    assert {"Ada Quill"} <= set(page.locator("tbody tr td:first-child").all_inner_texts())


def test_a_shipped_query_is_asked_in_yasgui(seen: Seen) -> None:
    page = seen.open("sparql")
    page.wait_for_selector(".yasgui .CodeMirror")
    assert page.locator("#plain").is_hidden()
    page.locator("#queries a[data-name='claims-by-source']").click()
    page.wait_for_selector(".tabPanel.active .yasr table tbody tr")
    assert "Ada Quill" in page.locator(".tabPanel.active .yasr").inner_text()


def test_the_keyboard_leads_into_the_editor_and_out_of_it(seen: Seen) -> None:
    page = seen.open("sparql")
    page.locator(".yasqe .CodeMirror textarea").focus()
    inside = "document.activeElement.closest('.yasqe .CodeMirror-code, .yasqe .CodeMirror textarea') !== null"
    written = "document.querySelector('.yasqe .CodeMirror').CodeMirror.getValue()"
    before = page.evaluate(written)
    for key in ("Tab", "Shift+Tab", "Shift+Tab"):
        page.keyboard.press(key)
    assert not page.evaluate(inside)
    for _ in range(8):
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.yasqe') === null"), "a trap"
    assert page.evaluate(written) == before


def test_what_is_chosen_is_downloaded_as_geojson(seen: Seen, tmp_path: Path) -> None:
    page = seen.open("map?status=attributed_claim")
    with page.expect_download() as download:
        page.evaluate("document.querySelector('a[type=\"application/geo+json\"]').setAttribute('download', '')")
        page.get_by_role("link", name="GeoJSON").click()
    download.value.save_as(tmp_path / "events.geojson")
    found = json.loads((tmp_path / "events.geojson").read_text(encoding="utf-8"))
    assert found["type"] == "FeatureCollection"
    assert {claim["status"] for one in found["features"] for claim in one["properties"]["claims"]} >= {
        "attributed_claim"
    }


def test_pages_work_without_scripts(seen: Seen) -> None:
    assert seen.page.context.browser is not None
    with seen.page.context.browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{seen.server}map")
        assert page.locator("#map > svg circle.mark").count() == 1
        page.goto(f"{seen.server}sparql")
        page.get_by_role("button", name="Ask").click()
        assert page.locator("tbody tr").count() >= 5
        page.goto(f"{seen.server}event/retaking")
        assert page.locator(".sides article.card").count() >= 2


def test_on_a_telephone_the_filters_unfold_when_asked_for(seen: Seen) -> None:
    seen.page.set_viewport_size({"width": 360, "height": 800})
    page = seen.open("events")
    told = page.get_by_label("How it is told")
    assert page.get_by_role("button", name="Choose").is_visible()
    assert told.is_hidden()
    page.get_by_text("Narrow down").click()
    told.select_option("non_factual")
    page.get_by_role("button", name="Choose").click()
    page.wait_for_url("**status=non_factual**")
    assert told.is_visible(), "what is chosen is to be seen"
