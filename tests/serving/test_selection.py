"""Events are chosen by what is told of them, and taken away in every format; none of it reads as a bare fact."""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import geojson
import httpx
import pytest
from lxml import html
from pyoxigraph import Quad, RdfFormat, parse

from converters.namespaces import EW
from converters.serving import extracts
from converters.serving.releases import find_release
from converters.serving.selection import Selection
from converters.serving.site import Opened
from converters.serving.store import open_store, prepare
from tests.fixtures.edition import BASE

RETAKING = f"{BASE}event/retaking"
RDF = {"ttl": RdfFormat.TURTLE, "trig": RdfFormat.TRIG, "nq": RdfFormat.N_QUADS, "jsonld": RdfFormat.JSON_LD}


@pytest.fixture(scope="module")
def client(server: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=server, headers={"Accept": "text/html"}) as found:
        yield found


def chosen(client: httpx.Client, **parameters: str) -> set[str]:
    """The events of the list, by the last part of their IRI."""
    answer = client.get("/events", params=parameters)
    assert answer.status_code == 200, answer.text
    return {href.rpartition("/")[2] for href in html.fromstring(answer.content).xpath("//tbody//td[1]/a/@href")} - {
        "events"
    }


def triples(content: bytes, extension: str) -> set[tuple[str, str, str]]:
    quads: Iterator[Quad] = parse(content, RDF[extension], base_iri=BASE)
    return {(str(quad.subject), str(quad.predicate), str(quad.object)) for quad in quads}


def test_each_field_chooses(client: httpx.Client) -> None:
    everything = chosen(client)
    assert len(everything) == 6
    assert chosen(client, q="harbour Vintsel") >= {"retaking"}
    assert "retaking" in chosen(client, **{"class": f"{EW}Recapture"})
    assert "retaking" in chosen(client, **{"class": f"{EW}MilitaryAction"}), "and so do the classes above"
    assert chosen(client, status="non_factual") == {"talking"}
    assert "retaking" in chosen(client, status="contested")
    assert chosen(client, place=f"{BASE}entity/vintsel") == chosen(client, place=f"{BASE}entity/vintsel", q="")
    assert "retaking" in chosen(client, actor=f"{BASE}entity/orlan-guard")
    assert "retaking" in chosen(client, voice=f"{BASE}entity/ada-quill")
    assert chosen(client, **{"from": "2031-05-09", "to": "2031-05"}) == chosen(client, **{"from": "2031"})
    assert chosen(client, **{"to": "2030"}) == set()
    assert chosen(client, status="non_factual", actor=f"{BASE}entity/orlan-guard") == set()


def test_what_is_no_choice_is_refused_or_finds_nothing(client: httpx.Client) -> None:
    misspelt = client.get("/events.csv", params={"status": "contest"})
    assert misspelt.status_code == 400 and "contested" in misspelt.text
    answer = client.get("/events", params={"from": "yesterday"})
    assert answer.status_code == 400
    assert "2031-05-12" in answer.text
    for hostile in ("' OR 1=1 --", '"*', "NEAR(", "\x00", "%"):
        assert chosen(client, actor=hostile) == set()
        assert client.get("/events", params={"q": hostile}).status_code == 200
    assert client.get("/events.pdf").status_code == 404


def test_every_view_shows_the_same_choice(client: httpx.Client) -> None:
    for view in ("events", "map", "timeline", "voices"):
        page = html.fromstring(client.get(f"/{view}", params={"status": "contested"}).content)
        assert page.xpath("string(//p[@class='summary']/strong)") == "1", view
        assert all("status=contested" in href for href in page.xpath("//nav[@class='tabs']/a/@href")), view


def test_the_formats_of_rdf_say_the_same(client: httpx.Client) -> None:
    found = {extension: triples(client.get(f"/events.{extension}").content, extension) for extension in RDF}
    assert len(found["nq"]) > 100
    for extension in RDF:
        assert found[extension] == found["nq"], extension
    fewer = triples(client.get("/events.nq", params={"status": "non_factual"}).content, "nq")
    assert fewer < found["nq"]
    assert {s for s, p, o in fewer if o == f"<{EW}Claim>"}


def test_geojson_is_valid_and_says_who_claims_it(client: httpx.Client) -> None:
    answer = client.get("/events.geojson")
    assert answer.headers["content-type"] == "application/geo+json"
    collection = geojson.loads(answer.text)
    assert collection.is_valid, collection.errors()
    assert "crs" not in collection
    by_event = {feature["id"]: feature for feature in collection["features"]}
    assert by_event[RETAKING]["geometry"] == {"type": "Point", "coordinates": [-0.25, 49.5]}, "longitude comes first"
    assert by_event[f"{BASE}event/talking"]["geometry"] is None
    for feature in by_event.values():
        assert feature["properties"]["standing"]
        for claim in feature["properties"]["claims"]:
            assert claim["status"] and claim["who"] and claim["quote"] and claim["claim"].startswith(f"{BASE}claim/")
    assert by_event[RETAKING]["properties"]["standing"] == "contested"


def test_a_table_has_a_row_for_each_claim(client: httpx.Client) -> None:
    answer = client.get("/events.csv")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert len(rows) == 7
    assert {row["who"] for row in rows if row["event"] == RETAKING} == {"Ada Quill", 'Radio "Lumen"'}
    assert {row["wkt"] for row in rows if row["event"] == RETAKING} == {"MULTIPOINT ((-0.25 49.5))"}
    assert all(row["status"] for row in rows)


def test_things_come_as_tables_and_on_maps(client: httpx.Client) -> None:
    event = client.get("/event/retaking.geojson").json()
    assert [feature["id"] for feature in event["features"]] == [RETAKING]
    claims = [claim["claim"] for claim in event["features"][0]["properties"]["claims"]]
    claim = claims[0].removeprefix(BASE)
    article = event["features"][0]["properties"]["claims"][0]["article"].removeprefix(BASE)
    for path in (claim, article, "entity/orlan-guard", "event/retaking"):
        assert RETAKING in client.get(f"/{path}.csv").text, path
        assert RETAKING in {one["id"] for one in client.get(f"/{path}.geojson").json()["features"]}, path
    assert client.get("/event/none.geojson").status_code == 404
    assert client.get("/ontology.csv").status_code == 404


def test_what_was_taken_before_is_not_sent_again(client: httpx.Client) -> None:
    first = client.get("/events.csv", params={"status": "denied"})
    again = client.get("/events.csv", params={"status": "denied"}, headers={"If-None-Match": first.headers["etag"]})
    assert again.status_code == 304
    other = client.get("/events.csv", headers={"If-None-Match": first.headers["etag"]})
    assert other.status_code == 200
    head = client.head("/events.csv")
    assert head.status_code == 200
    assert not head.content


def test_extracts_are_sent_while_they_are_made(client: httpx.Client) -> None:
    for extension in (*RDF, "csv", "geojson"):
        with client.stream("GET", f"/events.{extension}") as answer:
            assert "content-length" not in answer.headers, extension
            assert len(list(answer.iter_raw())) >= 1


@pytest.mark.parametrize("extension", RDF)
def test_how_much_is_held_and_sent_at_once_makes_no_difference(
    output: Path, monkeypatch: pytest.MonkeyPatch, extension: str
) -> None:
    loaded = prepare(find_release(output))
    opened = cast(Opened, SimpleNamespace(loaded=loaded, store=open_store(loaded.store)))
    form = next(one for one in extracts.FORMS if one.extension == extension)
    whole = list(extracts.extract_of_selection(opened, Selection(), form))
    monkeypatch.setattr(extracts, "BATCH", 7)
    monkeypatch.setattr(extracts, "PART", 2000)
    parts = list(extracts.extract_of_selection(opened, Selection(), form))
    assert all(len(part) >= 2000 for part in parts[:-1])
    assert len(parts) > len(whole)
    assert triples(b"".join(parts), extension) == triples(b"".join(whole), extension)


def test_the_map_is_drawn_where_the_places_are(client: httpx.Client) -> None:
    page = html.fromstring(client.get("/map").content)
    assert len(page.xpath("//*[local-name()='circle']")) == 1
    assert page.xpath("//*[local-name()='path'][contains(@class, 'land')]"), "land near 49.5 N 0.25 W"
    (row,) = page.xpath("//table[@id='places']/tbody/tr")
    assert (row.get("data-lon"), row.get("data-lat")) == ("-0.25", "49.5")


def test_the_index_is_json_that_cannot_end_its_script(client: httpx.Client) -> None:
    page = html.fromstring(client.get("/sparql").content)
    told = json.loads(page.xpath("string(//script[@id='shipped'])"))
    assert "SELECT" in told["queries"]["contested-events"]
    assert told["prefixes"]["ew"] == str(EW)


def test_only_places_are_where_something_was(client: httpx.Client) -> None:
    page = client.get("/events").text
    where = page[page.index('name="place"') : page.index('name="actor"')]
    assert ">Vintsel" in where[: where.index("</select>")]
    assert "Orlan Guard" not in where[: where.index("</select>")]
