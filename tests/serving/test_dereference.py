"""Every IRI answers: to whom it should, in every format, with the fields that caches and crawlers go by."""

import json
import re
import shutil
import subprocess
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import httpx
import pyoxigraph as ox
import pytest
import rdflib

from converters.graph.assemble import prepare
from converters.graph.history import Earlier
from converters.iris import Iris
from converters.serving.media import DOCUMENTS, RDF
from tests.fixtures.edition import BASE, ORIGIN, edition
from tests.fixtures.release import write
from tests.serving.conftest import serving

FORMATS = {
    "ttl": ox.RdfFormat.TURTLE,
    "jsonld": ox.RdfFormat.JSON_LD,
    "nt": ox.RdfFormat.N_TRIPLES,
    "nq": ox.RdfFormat.N_QUADS,
    "trig": ox.RdfFormat.TRIG,
    "rdf": ox.RdfFormat.RDF_XML,
}
ONTOLOGY = "https://w3id.org/eventwire/ontology"


@pytest.fixture(scope="module")
def client(server: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=server) as found:
        yield found


@pytest.fixture(scope="module")
def quads(output: Path) -> list[ox.Quad]:
    return list(ox.parse(path=str(output / "latest" / "graph.nq"), format=ox.RdfFormat.N_QUADS))


@pytest.fixture(scope="module")
def iris(quads: list[ox.Quad]) -> list[str]:
    """Every IRI of the data that is ours, as a path."""
    terms = {term for quad in quads for term in (quad.subject, quad.predicate, quad.object, quad.graph_name)}
    ours = {term.value for term in terms if isinstance(term, ox.NamedNode) and term.value.startswith(BASE)}
    return sorted({iri.removeprefix(BASE).partition("#")[0] for iri in ours})


@pytest.fixture(scope="module")
def some(iris: list[str]) -> list[str]:
    """A few of every kind."""
    kinds = defaultdict(list)
    for path in iris:
        kinds[re.sub(r"[0-9a-f]{16}|[^/]*$", "", path) + path.rpartition("/")[2][:5]].append(path)
    return [path for paths in kinds.values() for path in paths[:2]]


def triples(text: bytes, extension: str, base: str = BASE) -> set[ox.Triple]:
    return {quad.triple for quad in ox.parse(text, format=FORMATS[extension], base_iri=base)}


def test_every_iri_of_the_data_answers(client: httpx.Client, iris: list[str]) -> None:
    assert {path.partition("/")[0] for path in iris} == {
        "article", "claim", "entity", "event", "graph", "origin", "passage", "time",
    }  # fmt: skip
    for path in iris:
        answer = client.get(f"/{path}", headers={"Accept": "application/n-quads"})
        if path.startswith("graph/"):
            assert answer.status_code == 200
        else:
            assert answer.status_code == 303, path
            assert answer.headers["location"] == f"./{path.rpartition('/')[2]}.nq"
        assert answer.headers["vary"] == "Accept"


def test_a_document_holds_what_is_stated_of_its_thing_in_its_graphs(
    client: httpx.Client, some: list[str], quads: list[ox.Quad]
) -> None:
    for path in some:
        node = ox.NamedNode(BASE + path)
        expected = {quad for quad in quads if node in (quad.subject, quad.object)}
        told = set(ox.parse(client.get(f"/{path}.nq").raise_for_status().content, format=ox.RdfFormat.N_QUADS))
        assert expected <= told or path.startswith("graph/"), path
        if path.startswith("graph/"):
            assert told == {quad for quad in quads if quad.graph_name == node}


def test_every_format_says_the_same(client: httpx.Client, some: list[str]) -> None:
    for path in [*some, "ontology/Claim", "ontology/role-agent", "ontology"]:
        told = triples(client.get(f"/{path}.nt").raise_for_status().content, "nt")
        assert told, path
        for one in RDF:
            answer = client.get(f"/{path}.{one.extension}").raise_for_status()
            assert answer.headers["content-type"] == one.content_type
            found = triples(answer.content, one.extension)
            assert len(found) == len(told), (path, one)
            if not any(isinstance(triple.object, ox.BlankNode) for triple in told):
                assert found == told, (path, one)


def test_the_page_holds_what_the_turtle_says(client: httpx.Client, some: list[str]) -> None:
    for path in some:
        if path.startswith("graph/"):
            continue
        page = client.get(f"/{path}", headers={"Accept": "text/html"}, follow_redirects=True).raise_for_status()
        assert page.headers["content-type"] == "text/html; charset=utf-8"
        embedded = re.search(r'<script type="application/ld\+json">(.*?)</script>', page.text, re.DOTALL)
        assert embedded, path
        assert json.loads(embedded[1])
        told = triples(client.get(f"/{path}.ttl").content, "ttl")
        assert triples(embedded[1].encode(), "jsonld") == told, path


@pytest.mark.parametrize("extension", [one.extension for one in DOCUMENTS])
def test_a_document_tells_caches_and_crawlers_what_they_need(
    client: httpx.Client, extension: str, some: list[str]
) -> None:
    path = next(path for path in some if path.startswith("event/"))
    answer = client.get(f"/{path}.{extension}")
    links = answer.headers["link"]
    assert f'<{BASE}{path}.{extension}>; rel="canonical"' in links
    assert f'<{BASE}{path}>; rel="describes"' in links
    assert links.count('rel="alternate"') == len(DOCUMENTS) - 1
    assert 'rel="license"' in links
    assert f'<{ONTOLOGY}#Event>; rel="type"' in links
    for condition in (
        {"If-None-Match": answer.headers["etag"]},
        {"If-Modified-Since": answer.headers["last-modified"]},
    ):
        again = client.get(f"/{path}.{extension}", headers=condition)
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["etag"] == answer.headers["etag"]
    for condition in ({"If-None-Match": '"other"'}, {"If-Modified-Since": "no date"}):
        assert client.get(f"/{path}.{extension}", headers=condition).status_code == 200
    head = client.head(f"/{path}.{extension}")
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["content-length"] == str(len(answer.content))


def test_a_thing_tells_where_it_is_described(client: httpx.Client, some: list[str]) -> None:
    for path in some:
        answer = client.head(f"/{path}")
        if answer.status_code == 303:
            assert answer.headers["link"].count('rel="describedby"') == len(DOCUMENTS)


def test_what_is_not_there_and_what_is_not_to_be_had(client: httpx.Client, some: list[str]) -> None:
    for path in ("event/none", "event/none.ttl", "claim", ".ttl", "x/%00", "event/<>", "%ff", "a" * 3000):
        answer = client.get(f"/{path}")
        assert answer.status_code == 404, path
        assert "search" in answer.text
    path = next(path for path in some if path.startswith("event/"))
    answer = client.get(f"/{path}", headers={"Accept": "image/png, text/turtle;q=0"})
    assert answer.status_code == 406
    assert "application/ld+json" in answer.text
    assert client.post(f"/{path}").status_code == 405


def test_rdflib_dereferences_what_it_reads(server: str, some: list[str]) -> None:
    for path in some[:12]:
        assert len(rdflib.Graph().parse(f"{server}{path}")) > 0, path


def test_rapper_dereferences(server: str, some: list[str], client: httpx.Client) -> None:
    rapper = shutil.which("rapper")
    if rapper is None:
        pytest.skip("rapper is not installed (Debian package raptor2-utils)")
    path = next(path for path in some if path.startswith("claim/"))
    command = [rapper, "--quiet", "--guess", f"{server}{path}"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.splitlines()) == len(triples(client.get(f"/{path}.nt").content, "nt"))


def test_what_points_to_a_thing_is_cut_off_and_a_query_finds_the_rest() -> None:
    from converters.serving.documents import MOST_INCOMING, Thing, describe

    thing = ox.NamedNode(f"{BASE}entity/known")
    pointing = (ox.Quad(ox.NamedNode(f"{BASE}x/{n}"), thing, thing) for n in range(MOST_INCOMING + 1))
    store = ox.Store()
    store.extend(pointing)
    nodes = {node.iri: node for node in describe(store, Thing(thing.value, "entity/known"), BASE).merged()}
    assert len(nodes) == MOST_INCOMING + 1
    ((_, more),) = nodes[str(thing)].properties
    assert more.startswith(f"<{BASE}sparql?query=")


def test_an_answer_that_is_given_again_is_the_same(client: httpx.Client, some: list[str]) -> None:
    path = next(path for path in some if path.startswith("claim/"))
    for name in (path, f"{path}.ttl", f"{path}.html"):
        for accept in ("application/ld+json", "text/html", "application/rdf+xml"):
            first, again = (client.get(f"/{name}", headers={"Accept": accept}) for _ in range(2))
            fields = [{k: v for k, v in one.headers.items() if k != "date"} for one in (first, again)]
            assert fields[0] == fields[1]
            assert (first.status_code, first.content) == (again.status_code, again.content)
            head = client.head(f"/{name}", headers={"Accept": accept})
            assert (head.content, head.headers.get("location")) == (b"", first.headers.get("location"))
    tag = client.get(f"/{path}.ttl").headers["etag"]
    for condition in (tag, f"W/{tag}", f'"other", {tag}', "*"):
        again = client.get(f"/{path}.ttl", headers={"If-None-Match": condition})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag), condition
    assert client.get(f"/{path}.ttl", headers={"If-None-Match": '"other"'}).status_code == 200
    assert client.get(f"/{path}.ttl?x=1").status_code == 200


def test_an_event_that_was_replaced_redirects_and_says_by_what(tmp_path: Path) -> None:
    joined, apart, now = (f"<{BASE}event/{key}>" for key in ("joined", "apart", "retaking"))
    earlier = Earlier({}, {joined: {now}, apart: {now, f"<{BASE}event/saying>"}})
    data = write(tmp_path, prepare(edition(), Iris(BASE), ORIGIN, earlier)).folder.parent
    with serving(data) as url, httpx.Client(base_url=url) as client:
        moved, several = (client.get(f"/event/{key}") for key in ("joined", "apart"))
        assert (moved.status_code, moved.headers["location"]) == (301, "./retaking")
        assert several.status_code == 303
        told = client.get("/event/apart.nt").text
    assert f"{apart} <http://purl.org/dc/terms/isReplacedBy> {now} ." in told
