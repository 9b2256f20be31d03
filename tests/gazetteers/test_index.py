"""The three ways to look up a name, in a gazetteer alone and over the shipped one."""

from dataclasses import replace

import pytest

from converters.errors import BadInput
from converters.linking.gazetteer import Gazetteer, load
from converters.linking.index import Index
from converters.linking.model import Office
from tests.fixtures.wikidata import DUMP, dump, held, item
from tests.gazetteers.conftest import Build

HEAD = "qid,label,type,aliases,country,population,sitelinks\n"


@pytest.fixture
def index(make: Build) -> Index:
    rows = (
        "Q1,Ксанбург,City,Xanburg,DE,500,\nQ2,Xanburg,City,,DE,90000,\nQ3,Ann Cole,Person,,GB,,5\n"
        "Q4,Ministry of Tides of Germany,GovernmentBody,,DE,,\nQ5,Bea Cole,Person,,GB,,50\nQ6,Xan Region,Region,,DE,,\n"
    )
    return make({"own.csv": HEAD + rows})


def found(rows: tuple[object, ...]) -> list[str | None]:
    return [getattr(row, "qid", None) for row in rows]


def test_a_name_in_any_script_finds_all_its_bearers_the_best_known_first(index: Index) -> None:
    for name in ("xanburg",):
        assert found(index.find("name", name)) == ["Q2", "Q1"]
    assert found(index.find("name", "ksanburg")) == ["Q1"], "the Cyrillic label, transliterated"


def test_a_family_keeps_out_the_others(index: Index) -> None:
    assert found(index.find("name", "xanburg", "person")) == []


def test_surnames_and_proper_parts_are_found(index: Index) -> None:
    assert found(index.find("last", "cole", "person")) == ["Q5", "Q3"]
    assert found(index.find("core", "xan", "place")) == ["Q6"]


def test_the_beginning_of_a_name_is_enough_to_suggest_it(index: Index) -> None:
    assert found(index.starting("xan", 9)) == ["Q6", "Q2", "Q1"] or found(index.starting("xan", 9)) == [
        "Q2",
        "Q1",
        "Q6",
    ]
    assert found(index.starting("ann c", 9)) == ["Q3"]
    assert index.starting("zz", 9) == ()


def test_layers_add_to_the_shipped_gazetteer_and_do_not_change_it(index: Index, gazetteer: Gazetteer) -> None:
    both = replace(gazetteer, layers=(index,))
    assert found(both.find("Xanburg", "City")) == ["Q1", "Q2"]
    assert found(gazetteer.find("Xanburg", "City")) == []
    assert both.find("Kharkiv", "City") == gazetteer.find("Kharkiv", "City")
    assert found(both.find("Germany’s Ministry of Tides", "GovernmentBody")) == ["Q4"]
    row = both.row("Q4")
    assert row and row.label == "Ministry of Tides of Germany"


def test_what_two_gazetteers_know_of_one_thing_is_one_row(make: Build, gazetteer: Gazetteer) -> None:
    own = make({"own.csv": HEAD + "Q42308,Kharkiv,City,Xarkiv,UA,,\n"})
    for name in ("Xarkiv", "Kharkiv"):
        (row,) = (row for row in replace(gazetteer, layers=(own,)).find(name, "City") if row.qid == "Q42308")
        assert "Xarkiv" in row.names and row.population == 1461000


def test_a_layer_cannot_give_a_shipped_id_to_something_else(make: Build, gazetteer: Gazetteer) -> None:
    own = make({"own.csv": HEAD + "Q42308,Ann Cole,Person,,UA,,\n"})
    assert replace(gazetteer, layers=(own,)).find("Ann Cole", "Person") == ()


def test_layers_are_loaded_beside_the_shipped_rows(index: Index) -> None:
    both = load((index.path,))
    assert both.by_name is load().by_name
    assert [layer.digest for layer in both.layers] == [index.digest]


def test_a_dump_is_found_by_transliteration(make: Build) -> None:
    assert found(make({"d.json": dump(DUMP)}).find("name", "anna koul")) == ["Q1002"]


def test_offices_of_a_table_are_found_with_their_time(make: Build) -> None:
    held = "Mayor of Xan (2019-05-20/2024)|Minister of Tides (2024-06/)|Harbour Master"
    index = make({"own.csv": f"qid,label,type,offices\nQ3,Ann Cole,Person,{held}\n"})
    (row,) = index.rows()
    assert row.offices == (
        Office("Mayor of Xan", "2019-05-20", "2024"),
        Office("Minister of Tides", "2024-06", None),
        Office("Harbour Master"),
    )


def test_offices_of_a_dump_are_called_by_the_labels_of_their_items(make: Build) -> None:
    cole = item("Q900000001", "Ann Cole", "Q5")
    cole["claims"]["P39"] = [
        held("Q900000002", "2019-05-20", "2024", "normal"),
        held("Q900000002", "2024-06", None, "preferred"),
        held("Q900000003"),
        held("Q900000002", "1900", None, "deprecated"),
    ]
    mayor = item("Q900000002", "Mayor of Xan", P279="Q900000004")
    index = make({"dump.json": dump([cole, mayor])})
    assert [row.offices for row in index.rows()] == [
        (Office("Mayor of Xan", "2019-05-20", "2024"), Office("Mayor of Xan", "2024-06", None))
    ]


@pytest.mark.parametrize("cell", ["Mayor (2019)", "Mayor (May 2019/)", "(2019/2020)"])
def test_an_office_that_cannot_be_read_is_told_with_its_line(make: Build, cell: str) -> None:
    with pytest.raises(BadInput, match=r"own.csv:2: .* is no office"):
        make({"own.csv": f"qid,label,type,offices\nQ3,Ann Cole,Person,{cell}\n"})
