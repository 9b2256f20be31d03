"""Somebody known for an office is who is meant only where the office or the country is spoken of too."""

from dataclasses import replace
from datetime import date

import pytest

from converters.linking.gazetteer import Gazetteer, index
from converters.linking.link import link
from converters.linking.model import Link, Office
from converters.linking.row import Row
from tests.linking.test_link import Words, reading

MINISTER = Row(
    "Q900000031",
    "Ann Cole",
    "Person",
    ("Ann Cole",),
    "AU",
    None,
    0,
    "own",
    offices=(Office("Minister of Trade", "2012", None, told="2020-05"),),
)
COUNCIL = Row("Q900000032", "Treasury Council", "GovernmentBody", ("Treasury Council",), "PH", None, 0, "own")


def found(gazetteer: Gazetteer, *entities: Words, on: str = "2018-03-01") -> Link:
    asked = reading(*entities)
    article = replace(asked.article, published=date.fromisoformat(on))
    wider = index([MINISTER, COUNCIL, *gazetteer.rows()], "invented")
    return link(replace(asked, article=article), wider).identities[0].link


@pytest.mark.parametrize(
    ("entities", "state"),
    [
        ([("Person", "Ann Cole"), ("Country", "Australia")], "linked"),
        ([("Person", "Ann Cole", {"title": "Trade Minister"}), ("Country", "Kenya")], "linked"),
        ([("Person", "Ann Cole", {"country": "AU"}), ("Country", "Kenya")], "linked"),
        ([("Person", "Ann Cole"), ("Country", "Kenya")], "possible"),
        ([("Person", "Cole", {"title": "Trade Minister"}), ("Country", "Australia")], "linked"),
        ([("Person", "Cole"), ("Country", "Australia")], "none"),
        ([("Person", "Cole", {"title": "General"}), ("Country", "Australia")], "none"),
        ([("Person", "Bea Cole", {"title": "Trade Minister"}), ("Country", "Australia")], "none"),
        ([("GovernmentBody", "Treasury Council"), ("Country", "Philippines")], "linked"),
        ([("GovernmentBody", "Treasury Council"), ("Country", "Kenya")], "possible"),
        ([("GovernmentBody", "Philippine Treasury Council"), ("Country", "Kenya")], "linked"),
        ([("GovernmentBody", "Kenyan Treasury Council"), ("Country", "Philippines")], "none"),
    ],
    ids=str,
)
def test_who_is_meant(gazetteer: Gazetteer, entities: list[Words], state: str) -> None:
    assert found(gazetteer, *entities).state == state


def test_an_office_of_which_no_end_is_known_speaks_less_after_it_was_told(gazetteer: Gazetteer) -> None:
    named: Words = ("Person", "Ann Cole", {"title": "Trade Minister"})
    then, later, before = (
        found(gazetteer, named, ("Country", "Australia"), on=day) for day in ("2018-03-01", "2023-01-01", "2011-01-01")
    )
    assert [dict(one.features)["office"] for one in (then, later, before)] == [1, 0.5, 0]
    assert "whether still on 2023-01-01 is not known" in later.reason


@pytest.mark.parametrize(
    ("names", "country", "title", "on", "qid"),
    [
        ("Barack Obama", "United States", None, "2012-05-01", "Q76"),
        ("Obama", "United States", "President", "2012-05-01", "Q76"),
        ("John Kerry", "Syria", "Secretary of State", "2014-05-01", "Q22316"),
        ("Sergei Lavrov", "Russia", None, "2022-05-01", "Q58217"),
        ("Recep Tayyip Erdogan", "Turkey", None, "2022-05-01", "Q39259"),
        ("Kim Jong Un", "North Korea", None, "2017-05-01", "Q56226"),
    ],
)
def test_the_shipped_ones_are_found(
    gazetteer: Gazetteer, names: str, country: str, title: str | None, on: str, qid: str
) -> None:
    asked = reading(("Person", names, {"title": title} if title else {}), ("Country", country))
    article = replace(asked.article, published=date.fromisoformat(on))
    assert link(replace(asked, article=article), gazetteer).identities[0].link.wikidata == qid
