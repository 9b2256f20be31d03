"""An office held when the article was published speaks for a person; another time, or another office, does not."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from converters.linking.gazetteer import Gazetteer, index
from converters.linking.link import link
from converters.linking.match import Query
from converters.linking.model import Identity, Office
from converters.linking.offices import office
from converters.linking.row import Row
from tests.linking.test_link import reading

DAY = date(2026, 3, 1)


def person(qid: str, *offices: Office, country: str | None = "GB", sitelinks: int = 10) -> Row:
    names = ("Ann Cole",)
    return Row(qid, "Ann Cole", "Person", names, country, None, 0, "own", sitelinks, offices=offices)


def agreement(title: str | None, held: Office, day: date | None = DAY, country: str | None = None) -> float | None:
    asked = Query(("Ann Cole",), "Person", country, {}, title=title, day=day)
    found = office(asked, person("Q900000021", held))
    return found["office"].value if found else None


@pytest.mark.parametrize(
    ("title", "label", "value"),
    [
        ("Defence Minister", "Minister of Defense of Germany", 1),
        ("German Defence Minister", "Minister of Defense of Germany", 1),
        ("Gov.", "Governor", 1),
        ("Secretary", "Secretary of State of Germany", 0.7),
        ("French Defence Minister", "Minister of Defense of Germany", None),
        ("President", "Vice President of Germany", None),
        ("Minister", "Deputy Minister of Trade of Germany", None),
        (None, "Minister of Defense of Germany", None),
    ],
)
def test_titles_agree_whatever_their_order_and_spelling(title: str | None, label: str, value: float | None) -> None:
    assert agreement(title, Office(label, "2024-05", None)) == value


@pytest.mark.parametrize(
    ("title", "start", "end", "value"),
    [
        ("Mayor", "2024", None, 1),
        ("Mayor", None, "2026-03-01", 1),
        ("Mayor", "2026", "2026", 1),
        ("Mayor", "2026-03-02", None, 0),
        ("Mayor", "2019-01-02", "2026-02-28", 0),
        ("former Mayor", "2019-01-02", "2026-02-28", 1),
        ("former Mayor", "2024", None, 0),
        ("Mayor", None, None, 0.5),
    ],
)
def test_the_time_is_that_of_the_article(title: str, start: str | None, end: str | None, value: float) -> None:
    assert agreement(title, Office("Mayor", start, end)) == value


def test_without_a_date_or_in_another_country_nothing_is_said() -> None:
    assert agreement("Mayor", Office("Mayor", "2024"), day=None) is None
    assert agreement("President", Office("President of Germany", "2024"), country="FR") is None


def linked(rows: Sequence[Row], gazetteer: Gazetteer, title: str | None, day: date) -> Identity:
    asked = reading(("Person", "Ann Cole", {"title": title} if title else {}), ("Country", "Britain"))
    article = replace(asked.article, published=day)
    wider = index([*rows, *gazetteer.rows()], "invented")
    return link(replace(asked, article=article), wider).identities[0]


NAMESAKES = (
    person("Q900000021", Office("Minister of Trade of the United Kingdom", "2015", "2019-06-30")),
    person("Q900000022", Office("Minister of Trade of the United Kingdom", "2025-01-15")),
)


def test_of_two_namesakes_the_one_in_office_at_the_time_is_meant(gazetteer: Gazetteer) -> None:
    assert linked(NAMESAKES, gazetteer, None, DAY).link.state != "linked"
    now = linked(NAMESAKES, gazetteer, "Trade Minister", DAY)
    then = linked(NAMESAKES, gazetteer, "Trade Minister", date(2017, 3, 1))
    assert (now.link.wikidata, then.link.wikidata) == ("Q900000022", "Q900000021")
    assert (now.link.state, then.link.state) == ("linked", "linked")
    assert dict(now.link.features)["office"] == 1
    assert "'Minister of Trade of the United Kingdom' 2025-01-15–, as the article of 2026-03-01 says" in now.link.reason
