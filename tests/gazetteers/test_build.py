"""A gazetteer is built from sources of every kind, and a source that is broken spoils nothing."""

import bz2
import gzip
import json
import zipfile
from pathlib import Path

import pytest

from converters.errors import BadInput
from converters.gazetteers import build as building
from converters.linking.index import Index
from converters.linking.model import Place
from tests.fixtures.wikidata import DUMP, TRUE_ANSWER, dump, item, write_dump
from tests.gazetteers.conftest import Build, built

GEONAMES = (
    "7001\tXanburg\tXanburg\tKsanburg,Xanburgo\t50.5001\t9.2501\tP\tPPL\tDE"
    "\t\t\t\t\t\t4300\t\t\tEurope/Berlin\t2026-01-01"
)


def labels(index: Index) -> set[str]:
    return {row.label for row in index.rows()}


def test_items_of_wanted_classes_are_taken_with_what_is_known_of_them(make: Build) -> None:
    index = make({"d.json": dump(DUMP)})
    assert labels(index) == {"Xanburg", "Ann Cole", "Xan craters", "Xan Party"}
    town, person, party = (index.row(qid) for qid in ("Q1001", "Q1002", "Q1006"))
    assert town and person and party
    assert (town.type, town.country, town.population, town.sitelinks) == ("City", "DE", 4200, 9)
    assert town.place == Place(50.5, 9.25, "7001")
    assert town.source == "d.json (CC0-1.0), 2026-09-01"
    assert town.names == ("Xanburg", "Xanbourg"), "a joke is no name"
    assert (person.type, person.country, person.names) == ("Person", "GB", ("Ann Cole", "Анна Коул"))
    assert party.type == "PoliticalParty", "a deprecated statement does not count"


def test_a_place_elsewhere_in_the_sky_has_no_coordinates_here(make: Build) -> None:
    row = make({"d.json": dump(DUMP)}).row("Q1004")
    assert row and row.place is None


def test_an_item_of_two_kinds_has_the_one_that_the_recipe_names_first(make: Build) -> None:
    row = make({"d.json": dump([item("Q1", "Xan", "Q43229", "Q6256")])}).row("Q1")
    assert row and row.type == "Country"


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress], ids=["gz", "bz2"])
def test_a_packed_dump_gives_the_same_gazetteer(make: Build, tmp_path: Path, pack: object) -> None:
    plain = make({"d.json": dump(DUMP)})
    name = "d.json." + ("gz" if pack is gzip.compress else "bz2")
    assert callable(pack)
    (tmp_path / name).write_bytes(pack(dump(DUMP).encode()))
    built(tmp_path / "packed", tmp_path / name)
    assert [row.names for row in Index(tmp_path / "packed").rows()] == [row.names for row in plain.rows()]


def test_the_same_sources_give_the_same_bytes(tmp_path: Path) -> None:
    path = write_dump(tmp_path / "d.json", DUMP)
    for out in ("one", "two"):
        built(tmp_path / out, path)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_geonames_adds_to_the_item_that_has_its_id(make: Build) -> None:
    index = make({"d.json": dump(DUMP), "cities.txt": GEONAMES + "\n"})
    row = index.row("Q1001")
    assert row and row.names == ("Xanburg", "Xanbourg", "Ksanburg", "Xanburgo")
    assert row.source == "d.json (CC0-1.0), 2026-09-01; cities.txt (CC-BY-4.0), 2026-09-01"
    assert len(labels(index)) == 4


def test_a_geonames_id_that_two_items_have_is_given_to_neither(make: Build) -> None:
    place = {"latitude": 50.5, "longitude": 9.25}
    two = [item(qid, "Xanburg", "Q515", P1566="7001", P625=place) for qid in ("Q1", "Q2")]
    index = make({"d.json": dump(two), "cities.txt": GEONAMES + "\n"})
    numbers = {row.qid: row.place and row.place.geonames for row in index.rows()}
    assert numbers == {"Q1": None, "Q2": None, None: "7001"}


def test_geonames_alone_in_a_zip(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "cities.zip", "w") as archive:
        archive.writestr(
            "cities.txt", GEONAMES + "\n" + GEONAMES.replace("\tP\tPPL\t", "\tV\tFRST\t").replace("7001", "2")
        )
    built(tmp_path / "out", tmp_path / "cities.zip")
    (row,) = Index(tmp_path / "out").rows()
    assert (row.qid, row.label, row.type, row.population) == (None, "Xanburg", "City", 4300)


def test_a_true_answer_of_wikidata_is_read(tmp_path: Path) -> None:
    (tmp_path / "answer.json").write_text(TRUE_ANSWER, encoding="utf-8")
    built(tmp_path / "out", write_dump(tmp_path / "d.json", DUMP), tmp_path / "answer.json")
    assert Index(tmp_path / "out").row("Q137429456") is None, "a class of concepts is nothing that news speaks of"


def test_lines_of_items_without_brackets_are_a_dump_as_well(make: Build) -> None:
    assert labels(make({"d.ndjson": "".join(json.dumps(one) + "\n" for one in DUMP)})) >= {"Xanburg", "Ann Cole"}


CUT = dump(DUMP).encode()


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("cut.json", CUT[:-60], r"cut\.json:9: the dump is cut off"),
        ("cut.json", CUT[: CUT.rindex(b"]")], r"cut\.json:9: the dump is cut off behind this line"),
        ("cut.json.gz", gzip.compress(CUT)[:-40], r"cut\.json\.gz:\d+: the file is cut off or damaged"),
        ("cut.json.bz2", bz2.compress(CUT)[:-40], r"cut\.json\.bz2:1: the file is cut off or damaged"),
        ("bad.json", CUT.replace(b'"Ann Cole"', b'"Ann'), r"bad\.json:5: no JSON"),
        ("bad.json", CUT.replace(b'"snaktype"', b'"kind"', 3), r"bad\.json:2: an item of another form"),
        ("bad.json", dump([item("Q1", "Xan", "Q515", P1082={"amount": "1e999"})]).encode(), r"bad\.json:2: .*infinity"),
        ("bad.json", dump([{**DUMP[2], "labels": "Xan"}, *DUMP]).encode(), r"bad\.json:2: an item of another form"),
        ("bad.json", dump([{**DUMP[3], "id": "Q0"}]).encode(), r"bad\.json:2: .*no item"),
        ("bad.json", dump([item("Q1", "Xan", "Q515", P625={"latitude": 91, "longitude": 0})]).encode(), r":2: .*Earth"),
        ("bad.csv", "qid,label,type\nQ1,Xán,City\n".encode("latin-1"), r"bad\.csv:2: not UTF-8"),
        ("head.csv", b"qid,label,type\n", r"head\.csv: nothing in it is wanted"),
        ("other.txt", b"nothing\nof the kind", r"other\.txt:1: neither"),
        ("cities.txt", (GEONAMES + "\n1\tXan\n").encode(), r"cities\.txt:2: 2 cells, GeoNames has 19"),
        ("cities.txt", GEONAMES.replace("50.5001", "north").encode(), r"cities\.txt:1: .*north"),
    ],
)  # fmt: skip
def test_a_broken_source_is_told_with_its_line_and_the_old_gazetteer_stays(
    tmp_path: Path, name: str, data: bytes, told: str
) -> None:
    out = tmp_path / "out"
    built(out, write_dump(tmp_path / "d.json", DUMP))
    before = out.read_bytes()
    (tmp_path / name).write_bytes(data)
    with pytest.raises(BadInput, match=told):
        built(out, tmp_path / name)
    assert out.read_bytes() == before
    assert not list(tmp_path.glob("*.new"))


def test_a_run_that_was_broken_off_goes_on_where_it_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(building, "BATCH", 10)
    items = [item(f"Q{number}", f"Ann Cole{number}", "Q5") for number in range(1, 96)]
    path = write_dump(tmp_path / "d.json", items)
    whole = path.read_bytes()
    path.write_bytes(whole[:-100])
    with pytest.raises(BadInput, match="cut off"):
        built(tmp_path / "out", path)
    path.write_bytes(whole)
    result = built(tmp_path / "out", path)
    assert result.lines == 95 - 90 + 95, "of the classes what was left, then all items"
    assert len(labels(Index(tmp_path / "out"))) == 95
    assert not (tmp_path / "out.part").exists()


def test_a_source_that_became_another_file_is_read_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(building, "BATCH", 10)
    path = tmp_path / "d.json"
    for letter, cut in (("a", 100), ("b", 0)):
        text = dump(item(f"Q{number}", f"Ann {letter}{number}", "Q5") for number in range(1, 40))
        path.write_text(text[: len(text) - cut], encoding="utf-8")
        if cut:
            with pytest.raises(BadInput, match="cut off"):
                built(tmp_path / "out", path)
    built(tmp_path / "out", path)
    assert labels(Index(tmp_path / "out")) == {f"Ann b{number}" for number in range(1, 40)}


def test_a_gazetteer_that_is_none_is_told(tmp_path: Path) -> None:
    (tmp_path / "text").write_text("no gazetteer", encoding="utf-8")
    for name in ("text", "missing"):
        with pytest.raises(BadInput, match=name):
            Index(tmp_path / name)


@pytest.mark.parametrize("cut", [True, False])
def test_a_damaged_gazetteer_is_told(tmp_path: Path, cut: bool) -> None:
    out = tmp_path / "out"
    built(out, write_dump(tmp_path / "d.json", (item(f"Q{n}", f"Ann Cole{n}", "Q5") for n in range(1, 900))))
    whole, half = out.read_bytes(), out.stat().st_size // 2
    out.write_bytes(whole[:half] if cut else whole[: 3 * 4096] + b"\xff" * (len(whole) - 3 * 4096))
    with pytest.raises(BadInput, match="no gazetteer" if cut else "the gazetteer is damaged, build it anew"):
        Index(out).find("name", "ann cole5")
