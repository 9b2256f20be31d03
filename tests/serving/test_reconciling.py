"""/reconcile over HTTP: answers conform to the schemas of their version of the API; limits, faults, a new release."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import httpx
import pytest
from jsonschema import Draft7Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT7

from tests.fixtures.release import write
from tests.serving.conftest import another_release, serving, until_served

SHARED = Path(__file__).parents[3] / "shared" / "conformance" / "reconciliation"
needs_schemas = pytest.mark.skipif(
    not SHARED.exists(), reason="needs ../shared/conformance, not part of the repository"
)
OLD, DRAFT = ("0.1", "0.2"), "1.0-draft"
PROPERTIES = ("name", "country", "wikidata", "geonames", "latitude", "longitude", "population", "article")
EXTENSION = {"ids": ["wd:Q90000001", "nobody"], "properties": [{"id": one} for one in PROPERTIES]}
JSON = {"content-type": "application/json"}


def schema(version: str, name: str) -> Draft7Validator:
    """A schema that finds those it refers to. Those of the draft refer to each other by file name."""
    paths = sorted((SHARED / version / "schemas").glob("*.json"))
    contents = {path.name: json.loads(path.read_text(encoding="utf-8")) for path in paths}
    registry: Registry[Any] = Registry()
    for file, content in contents.items():
        for iri in (content["$id"], f"{content['$id'].rpartition('/')[0]}/{file}", file):
            registry = registry.with_resource(iri, Resource(content, DRAFT7))
    return Draft7Validator(contents[f"{name}.json"], registry=registry)


def conforms(version: str, name: str, answer: Any) -> None:
    assert [error.message for error in schema(version, name).iter_errors(answer)] == []


def examples(version: str, of: str, kind: str) -> list[Any]:
    paths = sorted((SHARED / version / "examples" / of / kind).glob("*.json"))
    return [pytest.param(version, path.read_text(encoding="utf-8"), id=f"{version}-{path.stem}") for path in paths]


@pytest.fixture
def old(server: str) -> str:
    return f"{server}reconcile"


@pytest.fixture
def draft(server: str) -> str:
    return f"{server}reconcile/1.0-draft"


def ask(url: str, queries: Any) -> httpx.Response:
    return httpx.post(url, data={"queries": queries if isinstance(queries, str) else json.dumps(queries)})


def template(manifest: Any, *path: str) -> str:
    for name in path:
        manifest = manifest[name]
    return str(manifest)


@needs_schemas
@pytest.mark.parametrize("version", OLD)
def test_whoever_follows_the_manifest_gets_what_the_schemas_say(old: str, version: str) -> None:
    manifest = httpx.get(old).json()
    conforms(version, "manifest", manifest)
    assert version in manifest["versions"]
    match = ask(old, {"a": {"query": "Vintsel"}, "b": {"query": "Ada Quill", "type": "Person", "limit": 1}}).json()
    conforms(version, "reconciliation-result-batch", match)
    assert [one["id"] for one in match["a"]["result"]] and match["b"]["result"][0]["match"] is True
    suggest = manifest["suggest"]
    for kind, name, prefix in (
        ("entity", "entities", "Vin"),
        ("type", "types", "ci"),
        ("property", "properties", "co"),
    ):
        url = template(suggest, kind, "service_url") + template(suggest, kind, "service_path")
        answer = httpx.get(url, params={"prefix": prefix}).json()
        conforms(version, f"suggest-{name}-response", answer)
        assert answer["result"], "an empty list would show nothing"
        assert httpx.get(url, params={"prefix": prefix, "cursor": 99}).json() == {"result": []}
    extended = httpx.post(old, data={"extend": json.dumps(EXTENSION)}).json()
    conforms(version, "data-extension-response", extended)
    proposal = manifest["extend"]["propose_properties"]
    proposed = httpx.get(proposal["service_url"] + proposal["service_path"], params={"type": "City", "limit": 3}).json()
    assert len(proposed["properties"]) == 3
    if version != "0.1":
        conforms(version, "data-extension-property-proposal", proposed)


@needs_schemas
def test_the_draft_answers_as_its_schemas_say(draft: str) -> None:
    conforms(DRAFT, "manifest", httpx.get(draft).json())
    asked = {"queries": [{"conditions": [{"matchType": "name", "propertyValue": "Vintsel"}]}]}
    match = httpx.post(f"{draft}/match", json=asked).json()
    conforms(DRAFT, "reconciliation-result-batch", match)
    assert match["results"][0]["candidates"][0]["match"] is True
    for kind, name, prefix in (
        ("entity", "entities", "Vin"),
        ("type", "types", "ci"),
        ("property", "properties", "co"),
    ):
        answer = httpx.get(f"{draft}/suggest/{kind}", params={"prefix": prefix, "limit": 1, "offset": 0}).json()
        conforms(DRAFT, f"suggest-{name}-response", answer)
        assert len(answer["result"]) == 1
    extended = httpx.post(f"{draft}/extend", json=EXTENSION).json()
    conforms(DRAFT, "data-extension-response", extended)
    assert [row["id"] for row in extended["rows"]] == EXTENSION["ids"]
    proposed = httpx.get(f"{draft}/extend/propose", params={"type": "City"}).json()
    conforms(DRAFT, "data-extension-property-proposal", proposed)


@needs_schemas
@pytest.mark.parametrize(
    ("version", "batch"), [one for version in OLD for one in examples(version, "reconciliation-query-batch", "valid")]
)
def test_every_valid_batch_is_answered(old: str, version: str, batch: str) -> None:
    answer = ask(old, batch).raise_for_status().json()
    assert set(answer) == set(json.loads(batch))
    conforms(version, "reconciliation-result-batch", answer)


@needs_schemas
@pytest.mark.parametrize(
    ("version", "batch"), [one for version in OLD for one in examples(version, "reconciliation-query-batch", "invalid")]
)
def test_every_invalid_batch_is_refused(old: str, version: str, batch: str) -> None:
    refusal = ask(old, batch)
    only_in_01 = version == "0.1" and schema("0.2", "reconciliation-query-batch").is_valid(json.loads(batch))
    assert refusal.status_code == (200 if only_in_01 else 400)


@needs_schemas
@pytest.mark.parametrize(("version", "batch"), examples(DRAFT, "reconciliation-query-batch", "valid"))
def test_every_valid_batch_of_the_draft_is_answered(draft: str, version: str, batch: str) -> None:
    answer = httpx.post(f"{draft}/match", content=batch, headers=JSON).raise_for_status().json()
    assert len(answer["results"]) == len(json.loads(batch)["queries"])
    conforms(version, "reconciliation-result-batch", answer)


@needs_schemas
@pytest.mark.parametrize(("version", "batch"), examples(DRAFT, "reconciliation-query-batch", "invalid"))
def test_every_invalid_batch_of_the_draft_is_refused(draft: str, version: str, batch: str) -> None:
    assert httpx.post(f"{draft}/match", content=batch, headers=JSON).status_code == 400


def test_get_and_post_say_the_same_and_tell_the_language(old: str) -> None:
    queries = json.dumps({"q": {"query": "Vintsel"}})
    got = httpx.get(old, params={"queries": queries}, headers={"accept-language": "uk, en;q=0.5"})
    assert got.json() == ask(old, queries).json() and got.json()["q"]["result"][0]["name"] == "Vintsel"
    assert got.headers["content-language"] == "en"
    assert got.headers["access-control-allow-origin"] == "*"
    preflight = httpx.options(f"{old}/1.0-draft/match", headers={"origin": "https://table.example"})
    assert "Content-Type" in preflight.headers["access-control-allow-headers"]


def test_the_view_of_a_candidate_and_its_preview_are_pages(server: str, old: str) -> None:
    manifest = httpx.get(old).json()
    (found, *_) = ask(old, {"q": {"query": "Vintsel"}}).json()["q"]["result"]
    id_ = quote(found["id"], safe="")
    view = httpx.get(manifest["view"]["url"].replace("{{id}}", id_), follow_redirects=True)
    assert view.status_code == 200 and "Vintsel" in view.text
    preview = httpx.get(manifest["preview"]["url"].replace("{{id}}", id_))
    assert "<h1>Vintsel</h1>" in preview.text and preview.headers["content-type"].startswith("text/html")
    assert httpx.get(re.findall(r'href="([^"]+/entity/[^"]+)"', preview.text)[-1]).status_code == 303
    assert "frame-ancestors" not in preview.headers["content-security-policy"], "it is made for frames of other sites"
    entity = manifest["suggest"]["entity"]
    flyout = entity["flyout_service_url"] + entity["flyout_service_path"].replace("${id}", id_)
    assert "Vintsel" in httpx.get(flyout).json()["html"]


def test_it_is_told_where_clients_look(server: str) -> None:
    assert 'href="reconcile"' in httpx.get(server, headers={"accept": "text/html"}).text
    endpoint = "<http://www.w3.org/ns/dcat#endpointURL> <http://localhost:8000/reconcile>"
    assert endpoint in httpx.get(f"{server}catalogue.nt").text


@pytest.mark.parametrize(
    ("status", "request_"),
    [
        (400, lambda url: ask(url, "{")),
        (400, lambda url: ask(url, "[" * 100_000)),
        (400, lambda url: ask(url, {"q": {"query": 7}})),
        (400, lambda url: httpx.post(url, data={"query": "Vintsel"})),
        (400, lambda url: httpx.get(url, params={"extend": "[]"})),
        (400, lambda url: httpx.get(f"{url}/suggest/type")),
        (400, lambda url: httpx.get(f"{url}/suggest/type", params={"prefix": "a", "cursor": "-1"})),
        (400, lambda url: httpx.get(f"{url}/preview")),
        (400, lambda url: httpx.get(f"{url}/extend/propose", params={"type": "Shoe"})),
        (400, lambda url: httpx.post(f"{url}/1.0-draft/match", content="nix", headers=JSON)),
        (404, lambda url: httpx.get(f"{url}/suggest/shoes", params={"prefix": "a"})),
        (404, lambda url: httpx.get(f"{url}/preview", params={"id": "nobody"})),
        (404, lambda url: httpx.get(f"{url}/flyout", params={"id": "nobody"})),
        (404, lambda url: httpx.get(f"{url}/0.3/match")),
        (405, lambda url: httpx.get(f"{url}/1.0-draft/match")),
        (413, lambda url: ask(url, {f"q{number}": {"query": "Vintsel"} for number in range(51)})),
        (413, lambda url: ask(url, {"q": {"query": "V" * 2_000_000}})),
        (413, lambda url: httpx.post(f"{url}/1.0-draft/extend", json={"ids": ["a"] * 1001, "properties": []})),
        (415, lambda url: httpx.post(f"{url}/1.0-draft/match", data={"queries": "{}"})),
        (415, lambda url: httpx.post(url, json={"q": {"query": "Vintsel"}})),
    ],
)
def test_what_is_wrong_is_told_in_json(old: str, status: int, request_: Callable[[str], httpx.Response]) -> None:
    refusal = request_(old)
    assert refusal.status_code == status
    told = refusal.json()
    assert told["status"] == "error" and len(told["message"]) > 10
    assert refusal.headers["access-control-allow-origin"] == "*", "a client in a browser must be able to read it"


@pytest.fixture
def own(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    output = write(tmp_path / "out").folder.parent
    with serving(output, "--look", "0.1") as url:
        yield url, output


def test_a_new_release_is_matched_as_soon_as_it_is_served(own: tuple[str, Path]) -> None:
    url, output = own
    asked = {"q": {"query": "Ada Quill"}}
    assert len(ask(f"{url}reconcile", asked).json()["q"]["result"]) == 1
    folder = output / another_release(output, lambda quads: quads[1:])
    entities = [json.loads(line) for line in (folder / "entities.jsonl").read_text(encoding="utf-8").splitlines()]
    kept = [one for one in entities if one["label"] != "Ada Quill"]
    assert len(kept) == len(entities) - 1
    (folder / "entities.jsonl").write_text("".join(f"{json.dumps(one)}\n" for one in kept), encoding="utf-8")
    until_served(url, folder.name)
    assert ask(f"{url}reconcile", asked).json()["q"]["result"] == []
