"""Tables and query results: what they may look like, and how each mistake in them is told."""

import json
from pathlib import Path

import pytest

from converters.errors import BadInput
from converters.gazetteers.recipe import recipe
from tests.fixtures.wikidata import dump, item
from tests.gazetteers.conftest import Build, built

HEAD = "qid,label,type,aliases,country,lat,lon,geonames\n"
ENTITY = "http://www.wikidata.org/entity/"


def test_a_table_of_one_s_own(make: Build) -> None:
    index = make({"own.csv": HEAD + 'Q1,"Cole, Ann",Person,Ann Cole|Anna Cole,GB,,,\n,Xan,Village,,PE,1.5,-2,77\n'})
    ann, xan = index.rows()
    assert (ann.qid, ann.label, ann.names) == ("Q1", "Cole, Ann", ("Cole, Ann", "Ann Cole", "Anna Cole"))
    assert xan.place and (xan.qid, xan.place.lat, xan.place.geonames) == (None, 1.5, "77")


def test_a_table_with_tabs_and_the_type_of_all_its_rows(make: Build) -> None:
    (ship,) = make({"ships.tsv": "wikidata\tname\n# mine\nQ7\tXan Star\n"}, type_="Vessel").rows()
    assert (ship.label, ship.type) == ("Xan Star", "Vessel")


def test_results_of_a_query_have_a_line_for_each_alias(make: Build) -> None:
    csv = (
        f"item,itemLabel,alias,type\n{ENTITY}Q1,Ann Cole,Anna Cole,{ENTITY}Q5\n{ENTITY}Q1,Ann Cole,A. Cole,{ENTITY}Q5\n"
    )
    rows = [
        {"item": {"type": "uri", "value": f"{ENTITY}Q2"}, "itemLabel": {"type": "literal", "value": "Xan"},
         "type": {"type": "uri", "value": f"{ENTITY}Q515"}, "coord": {"type": "literal", "value": "Point(9.5 50.25)"}}
    ]  # fmt: skip
    results = json.dumps({"head": {"vars": []}, "results": {"bindings": rows}})
    ann, xan = make({"people.csv": csv, "towns.json": results}).rows()
    assert (ann.names, ann.type) == (("Ann Cole", "Anna Cole", "A. Cole"), "Person")
    assert ann.source == "people.csv (CC0-1.0), 2026-09-01"
    assert xan.place and (xan.type, xan.place.lat, xan.place.lon) == ("City", 50.25, 9.5)


def test_results_with_tabs_have_their_terms_marked(make: Build) -> None:
    head, ann = "?item\t?itemLabel\t?alias\t?type", f'<{ENTITY}Q1>\t"Ann Cole"@en\t"Anna Cole"\t<{ENTITY}Q5>'
    (row,) = make({"people.tsv": f"{head}\n{ann}\n"}).rows()
    assert (row.qid, row.names, row.type) == ("Q1", ("Ann Cole", "Anna Cole"), "Person")


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("Q01,Xan,City,,,,,", r"own\.csv:3: 'Q01' is no Wikidata id"),
        ("P31,Xan,City,,,,,", r"own\.csv:3: 'P31' is no Wikidata id"),
        (",Xan,City,,,,,", r"own\.csv:3: a row needs a Wikidata id"),
        ("Q2,,City,,,,,", r"own\.csv:3: the row has no label"),
        ("Q2,Xan,Town,,,,,", r"own\.csv:3: type 'Town' is no class"),
        ("Q2,Xan,,,,,,", r"own\.csv:3: the row has no type"),
        ("Q2,Xan,City,,Peru,,,", r"own\.csv:3: country 'Peru'"),
        ("Q2,Xan,City,,PE,91,0,", r"own\.csv:3: latitude 91, longitude 0 is nowhere on Earth"),
        ("Q2,Xan,City,,PE,north,0,", r"own\.csv:3: latitude 'north'"),
        ("Q2,Xan,City,,PE,,,x7", r"own\.csv:3: 'x7' is no GeoNames id"),
        ("Q2,Xan,City", r"own\.csv:3: 3 cells under a header of 8"),
        ('Q2,"Xan,City,,,,,\nQ3,Uvw,City,,,,,', r"own\.csv:3: unexpected end .*the row that begins here"),
        ("Q2,X\0an,City,,,,,", r"own\.csv:3: a control character in label"),
        ("Q2,Xan,City,,,1,1,77\nQ3,Uvw,City,,,1,1,77", r"own\.csv:4: the GeoNames id 77 is Q3 here and Q2 in line 3"),
        (
            "Q1,Bea Cole,Person,,,,,",
            r"own\.csv:3: Q1 is 'Bea Cole' \(Person\) here and 'Ann Cole' \(Person\) in line 2",
        ),
    ],
)
def test_a_bad_row_is_told_with_its_line(make: Build, row: str, told: str) -> None:
    with pytest.raises(BadInput, match=told):
        make({"own.csv": f"{HEAD}Q1,Ann Cole,Person,,,,,\n{row}\n"})


def test_a_column_that_nobody_knows_is_told(make: Build) -> None:
    with pytest.raises(BadInput, match=r"own\.csv:1: the column 'shoe' is none of"):
        make({"own.csv": "qid,label,shoe\nQ1,Ann Cole,38\n"})


def test_a_table_needs_a_licence(tmp_path: Path) -> None:
    (tmp_path / "own.csv").write_text("qid,label,type\nQ1,Ann Cole,Person\n", encoding="utf-8")
    with pytest.raises(BadInput, match=r"own\.csv:2: the row has no licence"):
        built(tmp_path / "out", tmp_path / "own.csv", licence=None)


def test_results_that_are_cut_off_are_told(make: Build) -> None:
    with pytest.raises(BadInput, match=r"towns\.json:1: the results are cut off or no JSON"):
        make({"towns.json": '{"head": {}, "results": {"bindings": [{"item"'})


@pytest.mark.parametrize("binding", ["{}", "7", '{"item": "Q1"}', '{"item": {"type": "uri"}}'])
def test_results_of_another_form_are_told(make: Build, binding: str) -> None:
    with pytest.raises(BadInput, match=r"towns\.json:?1?: "):
        make({"towns.json": f'{{"head": {{}}, "results": {{"bindings": [{binding}]}}}}'})


def test_two_tables_that_give_one_id_to_different_things_are_an_error(make: Build) -> None:
    files = {"a.csv": "qid,label,type\nQ1,Ann Cole,Person\n", "b.csv": "qid,label,type\nQ9,Xan,City\nQ1,Xan,City\n"}
    with pytest.raises(BadInput, match=r"b\.csv:3: Q1 is 'Xan' \(City\) here and 'Ann Cole' \(Person\) in .*a\.csv:2"):
        make(files)


def test_what_contradicts_a_table_in_a_dump_is_left_out_and_told(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("qid,label,type\nQ1,Ann Cole,Person\n", encoding="utf-8")
    (tmp_path / "d.json").write_text(dump([item("Q1", "Xan", "Q515")]), encoding="utf-8")
    result = built(tmp_path / "out", tmp_path / "a.csv", tmp_path / "d.json")
    assert result.left_out.count == 1
    assert "d.json:2: Q1 is 'Xan' (City) here" in result.left_out.told[0]


def test_every_class_of_the_shipped_recipe_is_verified(project: Path) -> None:
    shared = project.parent / "shared" / "gazetteer" / "qids.tsv"
    if not shared.exists():
        pytest.skip("needs ../shared/gazetteer, which is not part of the repository")
    cells = (line.split("\t") for line in shared.read_text(encoding="utf-8").splitlines())
    assert set(recipe().classes) <= {qid for qid, _, _, _, status, *_ in cells if status == "verified"}
