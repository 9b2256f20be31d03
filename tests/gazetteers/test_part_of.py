"""What a source says a thing is a part of: read from dumps and tables, kept in the index, joined."""

import sqlite3

import pytest

from converters.errors import BadInput
from converters.linking.index import FORMAT, Index
from converters.linking.merge import joined
from converters.linking.row import Row
from tests.fixtures.wikidata import dump, item, stated
from tests.gazetteers.conftest import Build

HEAD = "qid,label,type,part_of\n"
ENTITY = "http://www.wikidata.org/entity/"


def test_a_dump_tells_what_an_item_is_a_part_of_by_now(make: Build) -> None:
    brigade = item("Q900000001", "Xan Brigade", "Q176799")
    brigade["claims"] |= {
        "P361": [stated("P361", "Q900000011"), stated("P361", "Q900000012", end="2019")],
        "P749": [stated("P749", "Q900000013"), stated("P749", "Q900000011", rank="preferred")],
        "P131": [
            stated("P131", "Q900000014", rank="deprecated"),
            stated("P131", "Q900000015", rank="preferred", end=""),
            stated("P131", "Q900000016"),
        ],
        "P279": [stated("P279", "Q900000017")],
    }
    (row,) = make({"d.json": dump([brigade])}).rows()
    assert row.part_of == ("Q900000011", "Q900000016")


def test_a_table_tells_it_by_ids_with_or_without_labels(make: Build) -> None:
    cells = f"Q900000011 Xan Division| Q900000012 |{ENTITY}Q900000013|Q900000011"
    one, other = make({"own.csv": f"{HEAD}Q1,Xan Brigade,MilitaryUnit,{cells}\nQ2,Xan,City,\n"}).rows()
    assert one.part_of == ("Q900000011", "Q900000012", "Q900000013")
    assert other.part_of == ()


@pytest.mark.parametrize("cell", ["Xan Division", "Q0", "Q900000011,Q900000012", "Q900000011|P361"])
def test_a_whole_that_is_no_item_is_told_with_its_line(make: Build, cell: str) -> None:
    with pytest.raises(BadInput, match=r"own\.csv:3: .* is no whole"):
        make({"own.csv": f'{HEAD}Q2,Xan,City,\nQ1,Xan Brigade,MilitaryUnit,"{cell}"\n'})


def test_a_source_that_adds_a_whole_is_named() -> None:
    one = Row("Q1", "Xan", "City", ("Xan",), "PE", None, 0, "a", part_of=("Q900000011",))
    other = Row("Q1", "Xan", "City", ("Xan",), "PE", None, 0, "b", part_of=("Q900000012", "Q900000011"))
    both = joined(one, other)
    assert (both.part_of, both.source) == (("Q900000011", "Q900000012"), "a; b")
    assert joined(both, other).source == both.source


def test_an_index_of_an_earlier_form_is_refused(make: Build) -> None:
    path = make({"own.csv": f"{HEAD}Q2,Xan,City,\n"}).path
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA user_version = {FORMAT - 1}")
    connection.close()
    with pytest.raises(BadInput, match="no gazetteer that this version reads; build it"):
        Index(path)
