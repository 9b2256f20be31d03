"""What a person decided wins over what the linker would do, and nothing else changes."""

from dataclasses import astuple, replace
from pathlib import Path

import pytest

from converters.errors import BadInput
from converters.linking.decisions import COLUMNS, UNDATED, Decision, append, load
from converters.linking.gazetteer import Gazetteer
from converters.linking.link import link
from converters.linking.model import Identity
from tests.linking.test_link import Words, reading

KHARKIV = Decision("accept", "City", "Kharkiv", "", "", "Q42308")


def decided(tmp_path: Path, gazetteer: Gazetteer, lines: list[Decision], *entities: Words) -> Identity:
    path = tmp_path / "decisions.tsv"
    path.unlink(missing_ok=True)
    for line in lines:
        append(path, line)
    return link(reading(*entities), gazetteer, load(path)).identities[0]


def one(decision: str, wikidata: str, name: str, type_: str = "Person", **more: str) -> Decision:
    return replace(KHARKIV, decision=decision, wikidata=wikidata, name=name, type=type_, **more)


def test_accepted_is_linked_even_if_no_gazetteer_knows_it(tmp_path: Path, gazetteer: Gazetteer) -> None:
    found = decided(tmp_path, gazetteer, [one("accept", "Q777", "Ann Cole", note="asked her")], ("Person", "Ann Cole"))
    assert (found.key, found.link.state, found.link.wikidata, found.link.score) == ("Q777", "linked", "Q777", 1)
    assert found.link.reason == "a person decided: accepted (asked her)"
    assert (found.label, found.link.source) == ("Ann Cole", "decisions.tsv")


def test_accepted_has_what_the_gazetteer_knows_of_it(tmp_path: Path, gazetteer: Gazetteer) -> None:
    found = decided(tmp_path, gazetteer, [one("accept", "Q42308", "Harkivville", "City")], ("City", "Harkivville"))
    assert found.label == "Kharkiv" and found.place and found.country == "UA"
    assert found.alternatives == ("Harkivville",)
    assert found.part_of == ("Q212",) and found.link.source.startswith("decisions.tsv; ")


def test_rejected_is_never_linked(tmp_path: Path, gazetteer: Gazetteer) -> None:
    asked = ("City", "Kharkiv"), ("Country", "Ukraine")
    found = decided(tmp_path, gazetteer, [one("reject", "Q42308", "Kharkiv", "City")], *asked)
    assert found.link.wikidata != "Q42308"


def test_no_item_at_all(tmp_path: Path, gazetteer: Gazetteer) -> None:
    found = decided(tmp_path, gazetteer, [one("reject", "-", "Merz")], ("Person", "Merz"), ("Country", "Germany"))
    assert (found.link.state, found.link.wikidata) == ("none", None)
    assert found.link.reason == "a person decided: there is no item"


def test_replaced(tmp_path: Path, gazetteer: Gazetteer) -> None:
    line = one("replace", "Q777", "Kharkiv", "City", instead="Q42308")
    found = decided(tmp_path, gazetteer, [line], ("City", "Kharkiv"), ("Country", "Ukraine"))
    assert (found.link.wikidata, found.link.reason) == ("Q777", "a person decided: put in the place of Q42308")


def test_a_later_line_wins(tmp_path: Path, gazetteer: Gazetteer) -> None:
    lines = [one("accept", "Q777", "Ann Cole"), one("reject", "Q777", "Ann Cole")]
    assert decided(tmp_path, gazetteer, lines, ("Person", "Ann Cole")).link.state == "none"
    assert decided(tmp_path, gazetteer, lines[::-1], ("Person", "Ann Cole")).link.wikidata == "Q777"


@pytest.mark.parametrize(
    ("more", "state"),
    [({"article": "invented"}, "linked"), ({"article": "another"}, "none"), ({"country": "PE"}, "none")],
)
def test_a_decision_may_hold_for_an_article_or_a_country_alone(
    tmp_path: Path, gazetteer: Gazetteer, more: dict[str, str], state: str
) -> None:
    line = one("accept", "Q777", "Ann Cole", **more)
    assert decided(tmp_path, gazetteer, [line], ("Person", "Ann Cole")).link.state == state


@pytest.mark.parametrize(
    "entity", [("City", "Ann Cole"), ("Person", "Bea Cole"), ("Person", "Cole"), ("PersonGroup", "Ann Cole")]
)
def test_others_are_left_alone(tmp_path: Path, gazetteer: Gazetteer, entity: Words) -> None:
    assert decided(tmp_path, gazetteer, [one("accept", "Q777", "Ann Cole")], entity).link.state == "none"


def test_two_bodies_of_one_name_are_told_apart_by_country(tmp_path: Path, gazetteer: Gazetteer) -> None:
    lines = [
        one("accept", "Q777", "Coast Guard", "MilitaryUnit", country="PE"),
        one("accept", "Q778", "Coast Guard", "MilitaryUnit", country="CL"),
    ]
    for country, qid in (("PE", "Q777"), ("CL", "Q778")):
        found = decided(tmp_path, gazetteer, lines, ("MilitaryUnit", "Coast Guard", {"country": country}))
        assert found.link.wikidata == qid


def test_what_is_appended_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "decisions.tsv"
    append(path, one("accept", "Q1", "Ann\tCole", note="a\nb"))
    append(path, KHARKIV)
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[0].split("\t") == list(COLUMNS)
    assert lines[1].split("\t") == ["accept", "Person", "Ann Cole", "", "", "Q1", "", "a b", ""]
    assert lines[2].split("\t") == list(astuple(KHARKIV))
    assert len(load(path).by_name) == 2 and len(load(path).digest) == 64


def test_no_file_decides_nothing(tmp_path: Path) -> None:
    assert load(None).by_name == load(tmp_path / "not there").by_name == {}


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("perhaps\tCity\tXan\t\t\tQ1\t\t", "'perhaps' is none of accept, reject, replace"),
        ("accept\tTown\tXan\t\t\tQ1\t\t", "'Town' is no type"),
        ("accept\tCity\t \t\t\tQ1\t\t", "about no name"),
        ("accept\tCity\tXan\t\t\t-\t\t", "'-' is no Wikidata id"),
        ("accept\tCity\tXan\t\t\tQ1\tQ2\t", "'instead'"),
        ("replace\tCity\tXan\t\t\tQ1\t\t", "'instead'"),
        ("accept\tCity\tXan", "3 cells, a decision has 8"),
    ],
)
def test_a_bad_line_is_told(tmp_path: Path, line: str, told: str) -> None:
    path = tmp_path / "decisions.tsv"
    path.write_text("# mine\n" + "\t".join(UNDATED) + "\n" + line + "\n", encoding="utf-8")
    with pytest.raises(BadInput, match=f"decisions.tsv:3: .*{told}"):
        load(path)


def test_a_date_that_is_none_is_told(tmp_path: Path) -> None:
    append(tmp_path / "d.tsv", replace(KHARKIV, date="2031-02-30"))
    with pytest.raises(BadInput, match=r"d\.tsv:2: '2031-02-30' is no date"):
        load(tmp_path / "d.tsv")


@pytest.mark.parametrize("line", [one("accept", "Q777", "Ann Cole"), one("reject", "-", "Ann Cole")])
def test_a_link_tells_when_a_person_decided(tmp_path: Path, gazetteer: Gazetteer, line: Decision) -> None:
    dated = replace(line, date="2031-05-02")
    assert decided(tmp_path, gazetteer, [dated], ("Person", "Ann Cole")).link.date == "2031-05-02"
    assert decided(tmp_path, gazetteer, [dated, line], ("Person", "Ann Cole")).link.date is None


def test_a_file_of_undated_decisions_stays_one(tmp_path: Path) -> None:
    path = tmp_path / "decisions.tsv"
    path.write_text("\t".join(UNDATED) + "\naccept\tPerson\tAnn Cole\t\t\tQ1\t\t", encoding="utf-8")
    append(path, replace(KHARKIV, date="2031-05-02"))
    assert path.read_text(encoding="utf-8").splitlines()[2].split("\t") == list(astuple(KHARKIV))[:-1]
    assert len(load(path).by_name) == 2


def test_a_file_without_its_header_is_told(tmp_path: Path) -> None:
    (tmp_path / "d.tsv").write_text("accept\tCity\tXan\t\t\tQ1\t\t\n", encoding="utf-8")
    with pytest.raises(BadInput, match=r"d\.tsv:1: the header must be"):
        load(tmp_path / "d.tsv")
