"""The description of what there is: true counts and checksums, DCAT-AP's own shapes, downloads that match."""

from collections.abc import Iterator
from hashlib import sha256

import httpx
import pyshacl
import pytest
import rdflib
from rdflib import DCAT, DCTERMS, FOAF, RDF, VOID, URIRef

from tests.fixtures.edition import BASE
from tests.serving.conftest import PROJECT

DCAT_AP = PROJECT.parent / "shared" / "conformance" / "dcat-ap" / "3.0.1" / "html" / "shacl"
DQV = rdflib.Namespace("http://www.w3.org/ns/dqv#")
SPDX = rdflib.Namespace("http://spdx.org/rdf/terms#")


@pytest.fixture(scope="module")
def client(server: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=server) as found:
        yield found


@pytest.fixture(scope="module")
def graph(server: str) -> rdflib.Graph:
    return rdflib.Graph().parse(server, format="turtle")


def ask(client: httpx.Client, query: str) -> int:
    found = client.get("/sparql", params={"query": query}).raise_for_status().json()
    return int(found["results"]["bindings"][0]["n"]["value"])


def number(graph: rdflib.Graph, subject: rdflib.term.Node | None, predicate: URIRef) -> int:
    return int(str(graph.value(subject, predicate)))


def test_counts_are_what_the_endpoint_counts(client: httpx.Client, graph: rdflib.Graph) -> None:
    dataset = URIRef(f"{BASE}#dataset")
    assert number(graph, dataset, VOID.triples) == ask(client, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
    assert number(graph, dataset, VOID.distinctObjects) == ask(client, "SELECT (COUNT(DISTINCT ?o) AS ?n) { ?s ?p ?o }")
    classes = list(graph.objects(dataset, VOID.classPartition))
    assert len(classes) == number(graph, dataset, VOID.classes)
    for partition in classes:
        counted = ask(client, f"SELECT (COUNT(DISTINCT ?s) AS ?n) {{ ?s a <{graph.value(partition, VOID['class'])}> }}")
        assert number(graph, partition, VOID.entities) == counted
    for partition in list(graph.objects(dataset, VOID.propertyPartition))[:20]:
        counted = ask(client, f"SELECT (COUNT(*) AS ?n) {{ ?s <{graph.value(partition, VOID.property)}> ?o }}")
        assert number(graph, partition, VOID.triples) == counted


def test_every_file_is_described_and_had_as_described(client: httpx.Client, graph: rdflib.Graph) -> None:
    files = list(graph.objects(URIRef(f"{BASE}#dataset"), DCAT.distribution))
    assert len(files) >= 10
    for file in files:
        path = str(graph.value(file, DCAT.downloadURL)).removeprefix(BASE)
        answer = client.get(f"/{path}").raise_for_status()
        checksum = graph.value(graph.value(file, SPDX.checksum), SPDX.checksumValue)
        assert sha256(answer.content).hexdigest() == str(checksum)
        assert len(answer.content) == number(graph, file, DCAT.byteSize)
        media_type = str(graph.value(file, DCAT.mediaType)).removeprefix(
            "https://www.iana.org/assignments/media-types/"
        )
        assert answer.headers["content-type"].startswith(media_type)
        assert "immutable" in answer.headers["cache-control"]
        assert client.get(f"/{path}", headers={"If-None-Match": answer.headers["etag"]}).status_code == 304
        part = client.get(f"/{path}", headers={"Range": "bytes=0-9"})
        assert (part.status_code, part.content) == (206, answer.content[:10])


def test_downloads_have_a_name_that_stays_and_tell_what_there_is(client: httpx.Client) -> None:
    newest = client.get("/download/graph.ttl")
    assert newest.status_code == 302
    assert client.get("/download/graph.ttl", follow_redirects=True).status_code == 200
    version = newest.headers["location"].split("/")[-2]
    assert "graph.nq" in client.get(f"/download/{version}/other.zip").text
    assert client.get(f"/download/{version}/index.json").json()["version"] == version
    for wrong in ("0123456789abcdef", "..", "latest", ".serve"):
        assert client.get(f"/download/{wrong}/graph.ttl").status_code == 404
    assert client.get(f"/download/{version}/..%2f..%2fsecret").status_code == 404


def test_void_is_found_where_clients_look(server: str) -> None:
    found = rdflib.Graph().parse(f"{server}.well-known/void")
    assert URIRef(f"{BASE}#dataset") in set(found.subjects(RDF.type, VOID.Dataset))
    for example in found.objects(URIRef(f"{BASE}#dataset"), VOID.exampleResource):
        path = str(example).removeprefix(BASE)
        assert httpx.get(f"{server}{path}").status_code == 303


@pytest.mark.parametrize("extension", ["ttl", "jsonld", "nt", "nq", "trig", "rdf"])
def test_the_catalogue_is_the_same_in_every_format(client: httpx.Client, graph: rdflib.Graph, extension: str) -> None:
    answer = client.get(f"/catalogue.{extension}").raise_for_status()
    form = {"ttl": "turtle", "jsonld": "json-ld", "rdf": "xml", "nq": "nquads"}.get(extension, extension)
    found = rdflib.Dataset(default_union=True).parse(data=answer.text, format=form)
    assert len(found) == len(graph)
    assert client.get(f"/catalogue.{extension}", headers={"If-None-Match": answer.headers["etag"]}).status_code == 304


def test_the_root_is_a_page_for_people_and_a_catalogue_for_programs(client: httpx.Client) -> None:
    page = client.get("/", headers={"Accept": "text/html"})
    assert page.headers["content-type"].startswith("text/html")
    assert "download/" in page.text
    assert client.get("/", headers={"Accept": "application/ld+json"}).headers["content-type"] == "application/ld+json"
    assert client.get("/", headers={"Accept": "image/png"}).status_code == 406
    assert client.get("/catalogue.pdf").status_code == 404


@pytest.mark.parametrize(
    ("accept", "type_"),
    [
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/turtle; charset=utf-8"),
        ("application/rdf+xml, text/html;q=0.5, */*;q=0.1", "application/rdf+xml"),
        ("application/xml", "application/rdf+xml"),
        ("text/html, application/xml;q=0.9", "application/rdf+xml"),
    ],
)
def test_a_browser_is_sent_what_it_can_show(server: str, accept: str, type_: str) -> None:
    assert httpx.get(f"{server}shapes", headers={"Accept": accept}).headers["content-type"] == type_


def test_shapes_are_had_as_data(server: str) -> None:
    found = rdflib.Graph().parse(f"{server}shapes", format="turtle")
    assert len(found) == len(rdflib.Graph().parse(f"{server}shapes.nt", format="nt"))
    assert (URIRef("https://w3id.org/eventwire/shapes#Claim"), RDF.type, rdflib.SH.NodeShape) in found


@pytest.mark.parametrize("shapes", ["shapes", "range", "deprecateduris"])
def test_the_catalogue_is_what_dcat_ap_wants(graph: rdflib.Graph, shapes: str) -> None:
    if not DCAT_AP.is_dir():
        pytest.skip("../shared/conformance/dcat-ap is not there")
    rules = rdflib.Graph().parse(DCAT_AP / f"{shapes}.ttl")
    for imported in list(rules.triples((None, rdflib.OWL.imports, None))):
        rules.remove(imported)
    conforms, _, told = pyshacl.validate(graph, shacl_graph=rules)
    assert conforms, told
    broken = rdflib.Graph() + graph
    broken.remove((None, DCTERMS.title, None))
    broken.remove((None, DCAT.theme, None))
    broken.remove((None, FOAF.homepage, None))
    broken.add((URIRef(f"{BASE}#catalogue"), DCTERMS.publisher, rdflib.Literal("nobody")))
    if shapes in ("shapes", "range"):
        assert not pyshacl.validate(broken, shacl_graph=rules)[0]


@pytest.mark.parametrize(
    ("shapes", "deviations"),
    [
        # of what kind an agent the operator is only the operator knows
        ("shapes_recommended", {DCTERMS.type}),
        # the operator is no body of the EU; JSON Lines is no file type there; our box is no place of their list; and
        # the shape wants https where SPDX's own namespace has http
        ("mdr-vocabularies.shape", {DCTERMS.publisher, DCTERMS.format, DCTERMS.spatial, SPDX.algorithm}),
    ],
)
def test_the_catalogue_has_what_dcat_ap_recommends(graph: rdflib.Graph, shapes: str, deviations: set[URIRef]) -> None:
    if not DCAT_AP.is_dir():
        pytest.skip("../shared/conformance/dcat-ap is not there")
    rules = rdflib.Graph().parse(DCAT_AP / f"{shapes}.ttl")
    for imported in list(rules.triples((None, rdflib.OWL.imports, None))):
        rules.remove(imported)
    report = pyshacl.validate(graph, shacl_graph=rules)[1]
    assert isinstance(report, rdflib.Graph)
    results = set(report.objects(None, rdflib.SH.result))
    assert {report.value(one, rdflib.SH.resultPath) for one in results} == deviations


def test_quality_is_told_as_data(client: httpx.Client, graph: rdflib.Graph) -> None:
    dataset = URIRef(f"{BASE}#dataset")
    told = {}
    for measurement in graph.objects(dataset, DQV.hasQualityMeasurement):
        metric = graph.value(measurement, DQV.isMeasurementOf)
        assert graph.value(metric, rdflib.SKOS.definition)
        assert graph.value(graph.value(metric, DQV.inDimension), RDF.type) == DQV.Dimension
        told[str(metric).partition("#")[2]] = graph.value(measurement, DQV.value).toPython()  # type: ignore[union-attr]
    assert told["conformance"] is True
    dated = ask(client, "SELECT (COUNT(DISTINCT ?c) AS ?n) { ?c a ew:Claim ; ew:hasTime ?t }")
    claims = ask(client, "SELECT (COUNT(?c) AS ?n) { ?c a ew:Claim }")
    assert float(told["metric-dated"]) == pytest.approx(dated / claims, abs=0.001)
    assert {"metric-linked", "metric-voiced", "metric-corroborated"} <= told.keys()
    (report,) = graph.objects(dataset, DQV.hasQualityMetadata)
    url = str(graph.value(graph.value(report, DCAT.distribution), DCAT.downloadURL)).removeprefix(BASE)
    assert client.get(f"/{url}").headers["content-type"].startswith("text/turtle")
