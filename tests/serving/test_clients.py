"""Clients of others, most of them in JavaScript, at the real server: they need no word of explanation."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import httpx
import pyoxigraph as ox
import pytest

from tests.fixtures.edition import BASE
from tests.remote.conftest import oxigraph
from tests.serving.conftest import PROJECT

CLIENTS = PROJECT / "tests" / "interop"
EW = "https://w3id.org/eventwire/ontology#"
CLAIMS = f"SELECT ?claim WHERE {{ ?claim a <{EW}Claim> }}"
XHTML = "http://www.w3.org/1999/xhtml/vocab#"
"""What RDFa makes of the attribute `role` of HTML; it is not our data."""


def node(script: str, *arguments: str, stdin: str = "") -> str:
    program = shutil.which("node")
    if program is None:
        pytest.skip("node is not installed")
    if not (CLIENTS / "node_modules" / "@comunica").is_dir():
        pytest.skip("the clients are not installed: run `npm ci` in tests/interop")
    command = [program, CLIENTS / script, *arguments]
    done = subprocess.run(
        command, input=stdin, capture_output=True, text=True, encoding="utf-8", timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def comunica(query: str, *sources: str) -> list[dict[str, str]]:
    return [json.loads(line) for line in node("comunica.mjs", *sources, stdin=query).splitlines()]


def asked(server: str, query: str) -> list[dict[str, str]]:
    found = httpx.get(f"{server}sparql", params={"query": query}).raise_for_status().json()["results"]["bindings"]
    return [{name: term["value"] for name, term in row.items()} for row in found]


@pytest.fixture(scope="module")
def second(tmp_path_factory: pytest.TempPathFactory, server: str) -> Iterator[str]:
    """Another endpoint, which knows of some of our claims what we do not: who read them."""
    with oxigraph(tmp_path_factory.mktemp("second")) as url:
        for number, row in enumerate(asked(server, f"{CLAIMS} ORDER BY ?claim LIMIT 3")):
            triple = f'<{row["claim"]}> <urn:example:readBy> "reader {number}"'
            httpx.post(f"{url}update", data={"update": f"INSERT DATA {{ {triple} }}"}).raise_for_status()
        yield f"{url}query"


def test_comunica_federates_over_two_endpoints(server: str, second: str) -> None:
    query = f"SELECT ?claim ?who ?event WHERE {{ ?claim <urn:example:readBy> ?who ; <{EW}about> ?event }}"
    found = comunica(query, f"{server}sparql", second)
    assert [row["who"] for row in sorted(found, key=lambda row: row["who"])] == ["reader 0", "reader 1", "reader 2"]
    told = {(row["claim"], row["event"]) for row in asked(server, f"SELECT * {{ ?claim <{EW}about> ?event }}")}
    assert {(row["claim"], row["event"]) for row in found} <= told


def test_comunica_asks_us_as_a_service_of_a_query_elsewhere(server: str, second: str) -> None:
    """And takes a document of ours, which it negotiates, for a source beside the other endpoint."""
    event = asked(server, f"SELECT ?event {{ ?claim <{EW}about> ?event }} ORDER BY ?claim LIMIT 1")[0]["event"]
    document = event.replace(BASE, server)
    query = (
        f"SELECT DISTINCT ?claim ?type WHERE {{ ?claim <{EW}about> <{event}> . "
        f"SERVICE <{server}sparql> {{ ?claim a ?type }} }}"
    )
    found = comunica(query, document)
    wanted = asked(server, f"SELECT DISTINCT ?claim ?type {{ ?claim <{EW}about> <{event}> ; a ?type }}")
    assert sorted(map(str, found)) == sorted(map(str, wanted)) != []


def test_sparql_http_client_asks_in_every_way(server: str) -> None:
    number = len(asked(server, CLAIMS))
    quads = int(asked(server, f"SELECT (COUNT(*) AS ?n) {{ ?s a <{EW}Claim>, ?type }}")[0]["n"])
    found = json.loads(node("client.mjs", f"{server}sparql"))
    for operation in ("get", "postUrlencoded", "postDirect"):
        assert found[operation] == {"rows": number, "quads": quads, "ask": True}
    assert found["streamed"] == number


@pytest.mark.parametrize("kind", ["Event", "Claim"])
def test_rdf_dereference_gets_from_the_page_what_it_gets_from_turtle(server: str, kind: str) -> None:
    thing = asked(server, f"SELECT ?this {{ ?this a <{EW}{kind}> }} ORDER BY ?this LIMIT 1")[0]["this"]
    types = ("text/turtle", "text/html", "application/ld+json", "application/rdf+xml", "application/n-quads")
    turtle, page, *others = json.loads(node("dereference.mjs", thing.replace(BASE, server), *types))
    assert any(thing in line for line in turtle)
    assert [line for line in page if XHTML not in line] == turtle
    assert all(other == turtle for other in others)


def test_jsonld_js_dereferences(server: str) -> None:
    thing = asked(server, f"{CLAIMS} ORDER BY ?claim LIMIT 1")[0]["claim"].replace(BASE, server)
    found = {quad.triple for quad in ox.parse(node("remote.mjs", thing).encode(), format=ox.RdfFormat.N_QUADS)}
    told = httpx.get(thing, headers={"Accept": "application/n-triples"}, follow_redirects=True).content
    assert found == {quad.triple for quad in ox.parse(told, format=ox.RdfFormat.N_TRIPLES)} != set()


def test_fedify_walks_the_collection_with_its_types(server: str) -> None:
    head, *activities = [json.loads(line) for line in node("vocab.mjs", server, BASE).splitlines()]
    assert len(activities) == head["total"] > 0
    assert len({one["id"] for one in activities}) == len(activities)
    kinds = {one["kind"] for one in activities}
    assert kinds == {"Article", "Event", "Note", "Object"}
    claims = {row["claim"] for row in asked(server, CLAIMS)}
    assert {one["object"] for one in activities if one["kind"] == "Note"} == claims


def test_newsboat_reads_atom(server: str, tmp_path: Path) -> None:
    program = shutil.which("newsboat")
    if program is None:
        pytest.skip("newsboat is not installed (Debian package newsboat)")
    (tmp_path / "urls").write_text(f"{server}feeds/atom\n")
    (tmp_path / "config").write_text("auto-reload no\n")
    files = ("-u", tmp_path / "urls", "-c", tmp_path / "cache.db", "-C", tmp_path / "config")
    claims = len(asked(server, CLAIMS))
    for _ in range(2):
        command = [program, *files, "-x", "reload", "print-unread"]
        home = {"HOME": str(tmp_path), "LC_ALL": "C.UTF-8"}
        done = subprocess.run(command, capture_output=True, text=True, env=home, check=False)
        assert done.returncode == 0, done.stderr
        assert done.stdout.split()[0] == str(claims), "the same entries, however often it looks"
