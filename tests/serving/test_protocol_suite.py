"""W3C's tests of the SPARQL 1.1 Protocol, from a copy beside the project; those of updates ask for a refusal here."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

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
