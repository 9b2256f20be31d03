"""W3C's tests of the SPARQL 1.1 Protocol, result formats and Service Description, from a copy beside the project.

Those of updates ask for a refusal here.
"""

import csv
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest
import rdflib
from rdflib.collection import Collection

from tests.serving.conftest import PROJECT, serving

SUITE = PROJECT.parent / "shared" / "conformance" / "sparql11" / "protocol"
HT = rdflib.Namespace("http://www.w3.org/2011/http#")
CNT = rdflib.Namespace("http://www.w3.org/2011/content#")
MF = rdflib.Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
DATA = "http://kasei.us/2009/09/sparql/data/"

if not SUITE.is_dir():
    pytest.skip("../shared/conformance/sparql11/protocol is not there", allow_module_level=True)


@dataclass(frozen=True)
class Case:
    name: str
    method: str
    path: str
    body: bytes
    headers: tuple[tuple[str, str], ...]
    statuses: frozenset[str]
    boolean: bool | None


def cases() -> Iterator[Case]:
    graph = rdflib.Graph().parse(SUITE / "manifest.ttl")
    for test in graph.subjects(rdflib.RDF.type, MF.ProtocolTest):
        requests = graph.value(graph.value(test, MF.action), HT.requests)
        updates = re.search(r"#update_", str(test))
        for request in list(Collection(graph, requests))[: 1 if updates else None]:  # the others ask what it changed
            body = graph.value(request, HT.body)
            response = graph.value(request, HT.resp)
            named = Collection(graph, graph.value(request, HT.headers))
            headers = [(str(graph.value(h, HT.fieldName)), str(graph.value(h, HT.fieldValue))) for h in named]
            encoding = str(graph.value(body, CNT.characterEncoding) or "UTF-8")
            boolean = graph.value(response, MF.expectedBoolean)
            yield Case(
                str(test).rpartition("#")[2],
                str(graph.value(request, HT.methodName)),
                str(graph.value(request, HT.absolutePath)),
                str(graph.value(body, CNT.chars) or "").encode(encoding),
                tuple(headers),
                frozenset(str(code)[-3:] for code in graph.objects(response, MF.expectedStatus)),
                None if boolean is None else boolean.toPython(),  # type: ignore[attr-defined]
            )


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("suite")
    quads = ""
    for name in ("data1", "data2", "data3"):
        triples = rdflib.Graph().parse(SUITE / f"{name}.nt", format="nt").serialize(format="nt")
        quads += re.sub(r" \.$", f" <{DATA}{name}.rdf> .", triples.strip(), flags=re.MULTILINE) + "\n"
    (folder / "graph.nq").write_text(quads)
    index = {"version": "0" * 16, "base": DATA, "counts": {}, "files": [], "articles": []}
    (folder / "index.json").write_text(json.dumps(index))
    with serving(folder) as found:
        yield found


@pytest.mark.parametrize("case", list(cases()), ids=lambda case: case.name)
def test_protocol(url: str, case: Case) -> None:
    headers = {name: value for name, value in case.headers if name.lower() != "content-length"}
    target = url.rstrip("/") + case.path
    answer = httpx.request(case.method, target, content=case.body, headers=headers)
    if case.name.startswith("update_"):
        assert answer.status_code == 403, answer.text
        return
    assert f"{answer.status_code // 100}xx" in case.statuses, answer.text
    if case.boolean is not None:
        assert answer.json()["boolean"] is case.boolean


RESULTS = SUITE.parent
SD = rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#")
TYPES = {"csv": "text/csv", "tsv": "text/tab-separated-values", "srj": "application/sparql-results+json"}
EXPECTED = [
    path for folder in ("csv-tsv-res", "json-res") for kind in TYPES for path in (RESULTS / folder).glob(f"*.{kind}")
]


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server with the data of W3C's tests of result formats, a graph for each file."""
    folder = tmp_path_factory.mktemp("results")
    quads = ""
    for path in [*(RESULTS / "csv-tsv-res").glob("*.ttl"), *(RESULTS / "json-res").glob("*.ttl")]:
        name = f"{DATA}{path.parent.name}/{path.name}"
        if path.stem != "manifest":
            triples = rdflib.Graph().parse(path).serialize(format="nt").strip()
            quads += re.sub(r" \.$", f" <{name}> .", triples, flags=re.MULTILINE) + "\n"
    (folder / "graph.nq").write_text(quads)
    index = {"version": "1" * 16, "base": DATA, "counts": {}, "files": [], "articles": []}
    (folder / "index.json").write_text(json.dumps(index))
    with serving(folder) as found:
        yield found


@pytest.mark.parametrize("expected", sorted(EXPECTED), ids=lambda path: path.name)
def test_result_formats(results: str, expected: Path) -> None:
    folder, number = expected.parent, int(re.sub(r"\D", "", expected.stem))
    third = folder.name == "csv-tsv-res" and number == 3  # the same query as the first, over other data
    query = folder / ("csvtsv01.rq" if third else f"{expected.stem}.rq")
    data = f"{DATA}{folder.name}/{'data2' if third else 'data'}.ttl"
    params = {"query": query.read_text(), "default-graph-uri": data}
    answer = httpx.get(f"{results}sparql", params=params, headers={"Accept": TYPES[expected.suffix[1:]]})
    assert answer.status_code == 200, answer.text
    found, wanted = (_rows(text, expected.suffix) for text in (answer.text, expected.read_text(encoding="utf-8")))
    assert found == wanted


def _rows(text: str, suffix: str) -> Any:
    """What a result says, without regard to the order of rows and columns, names of blank nodes, forms of numbers.

    The engine keeps a negativeInteger as an integer.
    """
    if suffix == ".srj":
        told = json.loads(text)
        bindings = told.get("results", {}).get("bindings", [])
        rows = sorted(json.dumps(_plain(row), sort_keys=True) for row in bindings)
        return sorted(told["head"].get("vars", [])), told.get("boolean"), rows
    head, *lines = csv.reader(text.splitlines(), delimiter="," if suffix == ".csv" else "\t", quoting=_QUOTING[suffix])
    order = sorted(range(len(head)), key=lambda column: head[column])
    cells = ([_cell(line[column]) for column in order] for line in lines)
    return [head[column] for column in order], sorted(cells)


_QUOTING = {".csv": csv.QUOTE_MINIMAL, ".tsv": csv.QUOTE_NONE}


def _cell(text: str) -> str:
    text = re.sub(r"^_:\w+", "_:", text)
    number = re.fullmatch(r'"?([-+]?[\d.]+(?:[eE][-+]?\d+)?)"?(?:\^\^<\S+#(?:\w*[iI]nteger|decimal|double)>)?', text)
    return repr(float(number[1])) if number else text


def _plain(row: dict[str, dict[str, str]]) -> dict[str, dict[str, str]]:
    kept = {name: dict(term) for name, term in row.items()}
    for term in kept.values():
        if term["type"] == "bnode":
            term["value"] = ""
    return kept


def test_service_description_has_a_matching_endpoint_and_keeps_to_its_schema(url: str) -> None:
    """W3C's three tests of it: RDF comes, it names this endpoint, and uses terms as they are meant."""
    endpoint = f"{url}sparql"
    answer = httpx.get(endpoint, headers={"Accept": "text/turtle"}).raise_for_status()
    graph = rdflib.Graph().parse(data=answer.text, format="turtle")
    (service,) = graph.subjects(rdflib.RDF.type, SD.Service)
    assert (service, SD.endpoint, rdflib.URIRef(endpoint)) in graph
    domains = {
        SD.endpoint: SD.Service, SD.feature: SD.Service, SD.defaultDataset: SD.Service, SD.availableGraphs: SD.Service,
        SD.resultFormat: SD.Service, SD.supportedLanguage: SD.Service, SD.defaultGraph: SD.Dataset,
        SD.name: SD.NamedGraph, SD.graph: SD.NamedGraph,
    }  # fmt: skip
    ranges = {
        SD.defaultDataset: SD.Dataset, SD.availableGraphs: SD.GraphCollection, SD.defaultGraph: SD.Graph,
        SD.namedGraph: SD.NamedGraph, SD.graph: SD.Graph,
    }  # fmt: skip
    used = {predicate for predicate in graph.predicates() if predicate.startswith(str(SD))}
    assert used <= domains.keys() | ranges.keys()
    for subject, predicate, value in graph:
        if predicate in domains:
            assert (subject, rdflib.RDF.type, domains[predicate]) in graph, predicate
        if predicate in ranges:
            assert (value, rdflib.RDF.type, ranges[predicate]) in graph, predicate
