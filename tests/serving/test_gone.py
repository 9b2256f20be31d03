"""What is in no release any more: 410 with what took its place, for programs and people, until it comes back."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
import rdflib
from rdflib import DCTERMS, RDF, URIRef

from converters.publishing.latest import point
from converters.serving.feeds.succession import Succession
from tests.fixtures.edition import BASE
from tests.fixtures.release import write
from tests.serving.conftest import another_release, serving, until_served

AS = rdflib.Namespace("https://www.w3.org/ns/activitystreams#")


@dataclass(frozen=True)
class Changed:
    """A server on the second release: an event and a claim were renamed, another claim is gone. IRIs without base."""

    url: str
    output: Path
    first: str
    event: str
    claim: str
    lost: str


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Changed]:
    output = write(tmp_path_factory.mktemp("gone") / "out").folder.parent
    lines = (output / "latest" / "graph.nq").read_text(encoding="utf-8").splitlines()
    claims = sorted({line.split(" ")[0][1:-1] for line in lines if "/ontology#Claim>" in line})
    renamed, lost = claims[0], claims[-1]
    about = next(line.split(" ")[2][1:-1] for line in lines if line.startswith(f"<{claims[1]}>") and "#about>" in line)

    def second(quads: list[str]) -> list[str]:
        kept = (line for line in quads if f"<{lost}>" not in line)
        return [
            line.replace(f"<{about}>", f"<{about}-new>").replace(f"<{renamed}>", f"<{renamed}-new>") for line in kept
        ]

    first = (output / "latest").resolve().name
    with serving(output, "--look", "0.1") as url:
        until_served(url, another_release(output, second))
        yield Changed(url, output, first, *(iri.removeprefix(BASE) for iri in (about, renamed, lost)))


def test_a_program_is_told_what_took_its_place(changed: Changed) -> None:
    for path in (changed.event, changed.claim):
        for extension, form in (("ttl", "turtle"), ("jsonld", "json-ld"), ("nt", "nt"), ("rdf", "xml")):
            answer = httpx.get(f"{changed.url}{path}.{extension}")
            assert answer.status_code == 410
            graph = rdflib.Graph().parse(data=answer.text, format=form)
            assert (URIRef(BASE + path), RDF.type, AS.Tombstone) in graph
            assert graph.value(URIRef(BASE + path), DCTERMS.isReplacedBy) == URIRef(f"{BASE}{path}-new")
        answer = httpx.get(changed.url + path, headers={"Accept": "text/turtle"})
        assert (answer.status_code, answer.headers["vary"]) == (410, "Accept")
        assert f'<{BASE}{path}-new>; rel="successor-version"' in answer.headers["link"]
        assert httpx.get(f"{changed.url}{path}-new").status_code == 303


def test_a_person_is_told_when_and_what_instead(changed: Changed) -> None:
    page = httpx.get(changed.url + changed.event, headers={"Accept": "text/html"})
    assert page.status_code == 410
    assert page.headers["content-type"].startswith("text/html")
    assert f"{changed.event}-new" in page.text
    assert "taken back" in page.text
    assert httpx.get(changed.url + changed.event, headers={"Accept": "image/png"}).status_code == 410


def test_what_nothing_replaced_is_gone_all_the_same_and_what_never_was_is_not_found(changed: Changed) -> None:
    answer = httpx.get(f"{changed.url}{changed.lost}.ttl")
    assert answer.status_code == 410
    assert "isReplacedBy" not in answer.text
    assert "link" not in answer.headers
    assert httpx.get(f"{changed.url}{changed.lost}-other.ttl").status_code == 404
    assert httpx.get(f"{changed.url}{changed.lost}.pdf").status_code == 404


def test_feeds_tell_of_it(changed: Changed) -> None:
    page = httpx.get(httpx.get(f"{changed.url}feeds/activities").json()["first"]).json()
    stones = {one["object"]["id"]: one["object"] for one in page["orderedItems"] if one["type"] == "Delete"}
    assert {BASE + changed.event, BASE + changed.claim, BASE + changed.lost} <= stones.keys()
    assert stones[BASE + changed.event]["formerType"] == "Event"
    assert all("content" not in stone and "deleted" in stone for stone in stones.values())


def test_what_comes_back_is_there_again(changed: Changed) -> None:
    point(changed.output, changed.first)
    until_served(changed.url, changed.first)
    assert httpx.get(f"{changed.url}{changed.event}.ttl").status_code == 200
    assert httpx.get(f"{changed.url}{changed.event}-new.ttl").status_code == 410


def test_where_successors_are_equally_likely_none_is_named() -> None:
    succession = Succession(["x:old"])
    for number, new in enumerate(("x:a", "x:b")):
        succession.see(f"<x:{number}> <x:p> <x:old> .", f"<x:{number}> <x:p> <{new}> .")
    assert succession.of("x:old") is None
    succession.see("<x:3> <x:p> <x:old> .", "<x:3> <x:p> <x:b> .")
    assert succession.of("x:old") == "<x:b>"
    succession.see("<x:4> <x:p> <x:old> .\n<x:4> <x:p> <x:c> .", "<x:4> <x:p> <x:d> .")
    assert succession.of("x:old") == "<x:b>", "of two that were said, nobody knows which was followed"
