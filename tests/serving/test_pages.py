"""Pages for people: every link leads somewhere, nothing comes from elsewhere, no text can become a script."""

import json
import re
from collections.abc import Iterator
from hashlib import sha256
from urllib.parse import urljoin, urlsplit

import httpx
import pytest
from lxml import html

from converters.explain import ClaimExplanation, Part
from converters.graph.nodes import Node
from converters.serving.pages.accounts import Piece, pieces
from converters.serving.pages.page import STATIC, embedded
from converters.serving.writing import DEFAULT, Description
from tests.fixtures.edition import BASE

PERSON = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}


@pytest.fixture(scope="module")
def client(server: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=server, headers=PERSON, follow_redirects=True) as found:
        yield found


@pytest.fixture(scope="module")
def pages(client: httpx.Client, server: str) -> dict[str, html.HtmlElement]:
    """Every page that links lead to from the home page, by path; a link that leads nowhere fails here.

    Links that choose among events multiply, and tell machines not to follow them.
    """
    found: dict[str, html.HtmlElement] = {}
    waiting, seen = [server], {server}
    while waiting:
        url = waiting.pop()
        answer = client.get(url)
        assert answer.status_code == 200, url
        if not answer.headers["content-type"].startswith("text/html"):
            continue
        page = html.fromstring(answer.content)
        found[url.removeprefix(server)] = page
        for href in page.xpath("//*[not(contains(@rel, 'nofollow'))]/@href"):
            target = urljoin(str(answer.url), href).partition("#")[0]
            if target.startswith(server) and target not in seen:
                seen.add(target)
                waiting.append(target)
    return found


def test_every_kind_of_page_is_reached_and_every_link_leads_somewhere(pages: dict[str, html.HtmlElement]) -> None:
    kinds = {re.split(r"[/?.]", path)[0] for path in pages}
    assert kinds >= {
        "",
        "event",
        "entity",
        "article",
        "claim",
        "events",
        "map",
        "timeline",
        "voices",
        "articles",
        "entities",
        "ontology",
        "sparql",
        "feeds",
    }


def test_pages_are_ready_for_keyboards_and_readers(pages: dict[str, html.HtmlElement]) -> None:
    for path, page in pages.items():
        assert page.get("lang") == "en", path
        assert len(page.xpath("//h1")) == 1, path
        assert page.xpath("//title")[0].text.strip().removeprefix("·"), path
        assert page.xpath("//main[@id='main-content']") and page.xpath("//a[@href='#main-content']"), path
        assert page.xpath("//meta[@name='viewport']"), path
        for field in page.xpath("//input|//select|//textarea"):
            labels = [*field.xpath("ancestor::label"), *page.xpath(f"//label[@for='{field.get('id')}']")]
            named = field.get("aria-label") or labels
            assert named, (path, field.get("name"))
        levels = [int(heading.tag[1]) for heading in page.xpath("//h1|//h2|//h3|//h4")]
        assert levels[0] == 1
        ids = page.xpath("//@id")
        assert len(ids) == len(set(ids)), path


def test_nothing_is_loaded_from_elsewhere_and_no_script_stands_in_a_page(pages: dict[str, html.HtmlElement]) -> None:
    for path, page in pages.items():
        loaded = page.xpath("//script/@src|//img/@src|//iframe/@src|//link[@rel='stylesheet']/@href|//form/@action")
        assert all(not urlsplit(url).netloc for url in loaded), path
        assert not page.xpath("//@style|//style|//*[@onclick or @onload]"), path
        inside = {script.get("type") for script in page.xpath("//script[not(@src)]")}
        assert inside <= {"application/ld+json", "application/json"}, path


def test_an_event_shows_its_accounts_side_by_side(client: httpx.Client) -> None:
    page = html.fromstring(client.get("/event/retaking").content)
    cards = page.xpath("//article[contains(@class, 'card')]")
    assert len(cards) >= 2
    for card in cards:
        assert card.xpath(".//h3/a")
        assert card.xpath(".//blockquote/mark[@class='trigger']")
        assert card.xpath(".//details//dd")
    assert {tag for card in cards for tag in card.xpath(".//span[starts-with(@class, 'tag')]/text()")} >= {"claimed"}
    against = page.xpath("//section[@class='against']//article")
    assert [card.xpath("string(.//h3)").split()[-1] for card in against] == ["Denial"]


def test_search_finds_and_repeats_no_markup(client: httpx.Client) -> None:
    page = html.fromstring(client.get("/search", params={"q": "harbour"}).content)
    assert page.xpath("//h2[text()='Claims']")
    hostile = '"><script>alert(1)</script>'
    for path in ("/search", "/sparql"):
        answer = client.get(path, params={"q": hostile, "query": hostile})
        assert "<script>alert" not in answer.text
    assert "<script>alert" not in client.get(f"/event/{hostile}").text


def test_sparql_is_asked_on_a_page(client: httpx.Client) -> None:
    asked = client.get("/sparql", params={"query": "SELECT ?claim WHERE { ?claim a ew:Claim }"})
    page = html.fromstring(asked.content)
    assert len(page.xpath("//tbody/tr")) == 7
    assert "7 rows" in asked.text
    lookup = client.get("/sparql", params={"query": "SELECT * { <event/retaking> ?p ?o }"})
    assert html.fromstring(lookup.content).xpath("//tbody/tr")
    wrong = client.get("/sparql", params={"query": "SELECT"})
    assert wrong.status_code == 400
    assert html.fromstring(wrong.content).xpath("//*[@role='alert']")
    assert "yes" in client.get("/sparql", params={"query": "ASK {}"}).text
    assert "<pre" in client.get("/sparql", params={"query": "CONSTRUCT WHERE { ?s a ew:Claim }"}).text
    assert client.get("/sparql", params={"query": "ASK {}", "format": "json"}).json()["boolean"] is True


def test_what_is_missing_is_told_on_a_page(client: httpx.Client) -> None:
    answer = client.get("/event/none")
    assert answer.status_code == 404
    assert answer.headers["content-type"].startswith("text/html")
    assert html.fromstring(answer.content).xpath("//main//a[contains(@href, 'search')]")


def test_the_style_sheet_may_be_kept_for_ever(client: httpx.Client) -> None:
    (name,) = html.fromstring(client.get("/").content).xpath("//link[@rel='stylesheet']/@href")
    answer = client.get(f"/{name.removeprefix('./')}")
    assert answer.headers["content-type"].startswith("text/css")
    assert "immutable" in answer.headers["cache-control"]
    assert "prefers-color-scheme: dark" in answer.text
    assert client.get("/static/other.css").status_code == 404
    assert client.get("/static/..%2fpage.py").status_code == 404


def test_text_cannot_end_the_element_that_holds_it() -> None:
    node = Node(f"<{BASE}x>", (("<http://x.example/p>", '"</script><script>alert(1)</script>"'),))
    text = embedded(Description("x", BASE, {DEFAULT: (node,)}))
    assert "<" not in text
    assert "</script>" in json.dumps(json.loads(text))


def test_a_sentence_is_cut_where_parts_begin_and_end() -> None:
    parts = (
        Part("agent", "Ada", 10, 13, None, None, None),
        Part("theme", "the harbour of Vintsel", 18, 40, None, None, None),
        Part("place", "Vintsel", 33, 40, None, None, None),
        Part("time", "elsewhere", 90, 99, None, None, None),
        Part("topic", None, None, None, None, None, None),
    )
    sentence = "Ada saw the harbour of Vintsel."
    meant = ("Visit", "publisher_fact", "actual", "positive")
    claim = ClaimExplanation("c", "a", None, "e", *meant, sentence, 10, parts, (), (), (), ())
    cut = list(pieces(claim))
    assert "".join(piece.text for piece in cut) == sentence
    assert [piece for piece in cut if piece.part] == [
        Piece("Ada", "agent"),
        Piece("the harbour of ", "theme"),
        Piece("Vintsel", "place"),
    ]


def test_what_is_not_ours_is_what_is_said(client: httpx.Client) -> None:
    told = json.loads((STATIC / "vendored.json").read_text(encoding="utf-8"))
    assert {"@zazuko/yasgui", "leaflet", "world-atlas"} == {one["package"] for one in told}
    for one in told:
        assert one["version"] and one["licence"]
        for name, digest in one["files"].items():
            assert sha256((STATIC / name).read_bytes()).hexdigest() == digest, name
    listed = {name for one in told for name in one["files"]}
    others = {path.relative_to(STATIC).as_posix() for path in STATIC.rglob("*/*") if path.is_file()} - listed
    assert others == {"yasgui/LICENSE"}, "in folders there is only what others made"


def test_scripts_and_the_outline_may_be_kept_for_ever(client: httpx.Client) -> None:
    page = html.fromstring(client.get("/map").content)
    found = [
        *page.xpath("//script/@src"),
        *page.xpath("//figure/@data-outline"),
        *page.xpath("//link[@rel='icon']/@href"),
    ]
    assert len(found) == 4
    for address in found:
        answer = client.get(f"/{address.removeprefix('./')}")
        assert answer.status_code == 200, address
        assert "immutable" in answer.headers["cache-control"]
    assert client.get("/static/vendored.json").status_code == 404


def test_an_entity_tells_of_what_its_link_s_source_says_it_is_a_part(client: httpx.Client) -> None:
    page = html.fromstring(client.get("/entity/wd%3AQ90000001").content)
    (told,) = page.xpath("//p[starts-with(., 'Part of, as the source of the link tells it')]")
    assert told.xpath("a/@href") == ["http://www.wikidata.org/entity/Q90000003"]


def test_an_entity_leads_to_its_events(client: httpx.Client) -> None:
    page = html.fromstring(client.get("/entity/orlan-guard").content)
    (href,) = page.xpath("//a[text()='list'][contains(@href, 'actor=')]/@href")
    listed = html.fromstring(client.get(f"/entity/{href}").content)
    assert any("Recapture" in text for text in listed.xpath("//tbody//a/text()"))


@pytest.mark.parametrize("path", ["/events", "/timeline", "/articles", "/entities"])
def test_a_page_after_the_last_is_not_there(client: httpx.Client, path: str) -> None:
    for page in ("0", "-1", "x"):
        assert client.get(path, params={"page": page}).status_code == 200
    for page in ("1", "99999", "9" * 5000):
        answer = client.get(path, params={"page": page})
        assert answer.status_code == 404, page
        assert "ends before page" in answer.text


@pytest.mark.parametrize("path", ["ldes", "activity", "activities", "atom", "json"])
@pytest.mark.parametrize("digits", [6, 12, 13, 20, 5000])
def test_a_number_that_nothing_has_is_not_found(client: httpx.Client, path: str, digits: int) -> None:
    assert client.get(f"/feeds/{path}/{'9' * digits}", headers={"Accept": "*/*"}).status_code == 404
