"""Links are made where names, types and context agree, and nowhere else."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from converters.articles.model import Article, Span
from converters.linking.gazetteer import Gazetteer, load
from converters.linking.link import link
from converters.linking.model import Identity
from converters.linking.row import Row
from converters.linking.wordlists import family, table
from converters.reading.model import Entity, Mention, Reading
from converters.resources import resource

Words = tuple[str, str] | tuple[str, str, dict[str, str]]


def reading(*entities: Words, after: str = ". ") -> Reading:
    """An invented article in which each (type, "name|other name") occurs; a dict gives country and title."""
    body, made = "", []
    for type_, names, *rest in entities:
        more: dict[str, str] = dict(*rest)
        spans: list[Span] = []
        for name in names.split("|"):
            spans.append(Span(len(body), len(body) + len(name)))
            body += name + after
        ordered = tuple(sorted(names.split("|"), key=lambda name: (-len(name), name)))
        mentions = tuple(Mention(span, "name") for span in spans)
        made.append(Entity(type_, ordered[0], ordered, mentions, more.get("country"), more.get("title")))
    return Reading(Article("invented", body), None, tuple(made), ())


def first(gazetteer: Gazetteer, *entities: Words, after: str = ". ") -> Identity:
    return link(reading(*entities, after=after), gazetteer).identities[0]


@pytest.mark.parametrize(
    ("entities", "qid"),
    [
        ([("Country", "Britain")], "Q145"),
        ([("Country", "Ukraine|Ukrainian")], "Q212"),
        ([("Country", "Moscow")], "Q159"),
        ([("Country", "the Turks")], "Q43"),
        ([("City", "Kharkiv"), ("Country", "Ukraine")], "Q42308"),
        ([("Region", "Kharkiv region"), ("Country", "Ukraine")], "Q170666"),
        ([("City", "Kharkiv region"), ("Country", "Ukraine")], "Q170666"),
        ([("Region", "Kharkiv"), ("Country", "Ukraine")], "Q170666"),
        ([("City", "Kiev"), ("Country", "Ukraine")], "Q1899"),
        ([("City", "Kupyansk"), ("Country", "Ukraine")], "Q889555"),
        ([("City", "Odessa"), ("Country", "Ukraine")], "Q1874"),
        ([("City", "Washington")], "Q61"),
        ([("City", "London")], "Q84"),
        ([("Country", "Georgia")], "Q230"),
        ([("Region", "Georgia"), ("Country", "United States")], "Q1428"),
        ([("Region", "Georgia", {"country": "US"})], "Q1428"),
        ([("City", "Singapore")], "Q334"),
        ([("Person", "Volodymyr Zelensky|Zelensky")], "Q3874799"),
        ([("Person", "Zelenskiy"), ("Country", "Ukraine")], "Q3874799"),
        ([("Person", "Putin", {"title": "Russian President"})], "Q7747"),
        ([("Person", "President Donald Trump")], "Q22686"),
        ([("MilitaryUnit", "Ukraine’s National Guard")], "Q4314832"),
        ([("MilitaryUnit", "Ukrainian National Guard")], "Q4314832"),
        ([("MilitaryUnit", "National Guard", {"country": "RU"})], "Q23764150"),
        ([("GovernmentBody", "Russia’s Defense Ministry")], "Q1146492"),
        ([("Organisation", "Russian Ministry of Defence")], "Q1146492"),
        ([("Publisher", "AFP")], "Q40464"),
        ([("Organisation", "U.N.")], "Q1065"),
        ([("Sea", "the Caspian Sea")], "Q5484"),
        ([("PersonGroup", "Ukrainians")], "Q44806"),
    ],
)
def test_linked(gazetteer: Gazetteer, entities: list[Words], qid: str) -> None:
    found = first(gazetteer, *entities)
    assert (found.key, found.link.state, found.link.wikidata) == (qid, "linked", qid)
    assert found.link.reason and found.link.source and 0.7 <= found.link.score <= 1


@pytest.mark.parametrize(
    "entities",
    [
        [("Country", "Georgia"), ("Country", "United States")],
        [("City", "Georgia"), ("Country", "United States")],
        [("City", "London"), ("Country", "Canada")],
        [("City", "Springfield"), ("Country", "United States")],
        [("Person", "Trump")],
        [("Person", "Trump"), ("Country", "Ukraine")],
        [("MilitaryUnit", "National Guard"), ("Country", "Ukraine"), ("Country", "Russia")],
        [("GovernmentBody", "Defense Ministry"), ("Country", "Russia")],
    ],
    ids=str,
)
def test_never_linked_on_a_guess(gazetteer: Gazetteer, entities: list[Words]) -> None:
    found = first(gazetteer, *entities)
    assert found.link.state != "linked"
    assert not found.key.startswith("Q")


@pytest.mark.parametrize(
    "entities",
    [
        [("Person", "Bea Trump"), ("Country", "United States")],
        [("Person", "Oleg Ushakov|Ushakov"), ("Country", "Russia")],
        [("Person", "Kharkiv"), ("Country", "Ukraine")],
        [("Organisation", "Ukraine")],
        [("City", "Putin"), ("Country", "Russia")],
        [("GovernmentBody", "Ukraine’s Defense Ministry")],
        [("City", "Mordor"), ("Country", "Russia")],
        [("Person", "Ann Cole"), ("Country", "United States")],
    ],
    ids=str,
)
def test_no_such_thing(gazetteer: Gazetteer, entities: list[Words]) -> None:
    found = first(gazetteer, *entities)
    assert (found.link.state, found.link.wikidata) == ("none", None)


def test_a_surname_alone_is_possible_until_its_country_is_spoken_of(gazetteer: Gazetteer) -> None:
    alone, told = first(gazetteer, ("Person", "Merz")), first(gazetteer, ("Person", "Merz"), ("Country", "Germany"))
    assert (alone.link.state, alone.link.wikidata, told.link.state) == ("possible", "Q566257", "linked")


@pytest.mark.parametrize("after", [", Poltava and Xanland regions. ", " and three other regions. ", " oblast. "])
def test_a_bare_name_is_a_region_where_the_words_after_it_say_so(gazetteer: Gazetteer, after: str) -> None:
    found = first(gazetteer, ("City", "Sumy"), after=after)
    assert (found.type, found.link.wikidata) == ("Region", "Q170446")


@pytest.mark.parametrize("after", [" and Poltava. ", ". The region was calm. ", ", which others call a region. "])
def test_a_bare_name_stays_a_city_elsewhere(gazetteer: Gazetteer, after: str) -> None:
    assert first(gazetteer, ("City", "Sumy"), ("Country", "Ukraine"), after=after).link.wikidata == "Q156752"


def test_a_village_without_wikidata_has_a_place_and_its_geonames_key(gazetteer: Gazetteer) -> None:
    found = first(gazetteer, ("Village", "Kindrashivka"), ("Country", "Ukraine"))
    assert (found.key, found.link.wikidata, found.country, found.type) == ("gn-705175", None, "UA", "Village")
    assert found.place and (found.place.lat, found.place.lon, found.place.geonames) == (49.7657, 37.5831, "705175")


def test_a_village_of_a_country_nobody_speaks_of_is_not_believed(gazetteer: Gazetteer) -> None:
    found = first(gazetteer, ("Village", "Kindrashivka"), ("Country", "Peru"))
    assert (found.key, found.place) == ("n-kindrashivka-place", None)


def test_a_city_has_a_place(gazetteer: Gazetteer) -> None:
    found = first(gazetteer, ("City", "Pavlohrad"), ("Country", "Ukraine"))
    assert found.country == "UA" and found.place and found.place.geonames == "697889"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("MilitaryUnit", "Xantia Corps"), ("MilitaryUnit", "2nd Xantiia Corps")),
        (("MilitaryUnit", "Xantia Brigade"), ("Organisation", "Xantiya Battalion")),
        (("GovernmentBody", "Moscow"), ("GovernmentBody", "the Russian government")),
        (("GovernmentBody", "Government of France"), ("GovernmentBody", "French government")),
        (("GovernmentBody", "Ministry of Energy of France"), ("GovernmentBody", "French Energy Ministry")),
        (("Region", "the Xanland region"), ("Region", "Xanland")),
        (("Person", "Gov. Yuriy Xan"), ("Person", "Yury Xan")),
        (("River", "Xan River"), ("River", "River Xan")),
    ],
    ids=str,
)
def test_unlinked_names_have_the_same_key_in_every_article(gazetteer: Gazetteer, one: Words, other: Words) -> None:
    keys = {first(gazetteer, one).key, first(gazetteer, other, ("Country", "Peru")).key}
    assert len(keys) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("MilitaryUnit", "French navy"), ("MilitaryUnit", "Polish navy")),
        (("MilitaryUnit", "3rd Brigade"), ("MilitaryUnit", "4th Brigade")),
        (("Person", "Ann Cole"), ("Person", "Bea Cole")),
        (("Person", "Xan"), ("Organisation", "Xan")),
        (("Person", "Cole"), ("Person", "Cole")),  # two articles may speak of two
    ],
    ids=str,
)
def test_different_things_have_different_keys(gazetteer: Gazetteer, one: Words, other: Words) -> None:
    assert first(gazetteer, one).key != first(gazetteer, other, ("Country", "Peru")).key


def test_what_is_only_described_is_known_in_its_article_alone(gazetteer: Gazetteer) -> None:
    group = Entity("PersonGroup", "seven people", (), (Mention(Span(4, 16), "nominal"),))
    articles = Article("one", "For seven people"), Article("two", "Now seven people")
    one, two = (link(Reading(article, None, (group,), ()), gazetteer).identities[0] for article in articles)
    assert one.key == f"d-{articles[0].digest[:16]}-4-16" != two.key
    assert one.link.state == "none"


def test_the_label_is_the_gazetteer_s_and_the_names_as_written_are_alternatives(gazetteer: Gazetteer) -> None:
    found = first(gazetteer, ("Person", "Volodymyr Zelensky|Zelensky"))
    assert (found.label, found.alternatives) == ("Volodymyr Zelenskyy", ("Volodymyr Zelensky", "Zelensky"))


def test_identities_stand_in_the_order_of_entities(gazetteer: Gazetteer) -> None:
    asked = reading(("Country", "France"), ("Person", "Ann Cole"), ("City", "Tallinn"), ("Country", "Estonia"))
    linked = link(asked, gazetteer)
    assert linked.reading is asked
    assert [identity.label for identity in linked.identities] == ["France", "Ann Cole", "Tallinn", "Estonia"]


NAMES = st.sampled_from(
    ["Georgia", "Springfield", "Kharkiv", "Putin", "the National Guard", "Xan", "Moscow", "Ann Cole"]
)
TYPES = st.sampled_from(
    ["Person", "City", "Region", "Country", "Organisation", "MilitaryUnit", "GovernmentBody", "Area"]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(TYPES, NAMES), min_size=1, max_size=6))
def test_linking_is_deterministic_and_never_crosses_families(entities: list[tuple[str, str]]) -> None:
    asked = reading(*entities)
    once, again = link(asked, load()), link(replace(asked), load())
    assert once == again
    for entity, identity in zip(asked.entities, once.identities, strict=True):
        assert identity.type in family(entity.type).groups
        assert (identity.link.wikidata is not None) == (identity.link.state in ("linked", "possible"))
        assert identity.key == identity.link.wikidata or identity.link.state != "linked"


def test_a_link_tells_when_its_source_was_read(gazetteer: Gazetteer) -> None:
    found = link(reading(("City", "Kharkiv"), ("Country", "Peru")), gazetteer).identities
    read = {row["read"] for row in table(resource("ontology", "gazetteer", "dates.tsv"))}
    assert found[0].link.date in read
    assert found[1].link.date is None, "the package of countries does not tell it"
    assert link(reading(("City", "Nowhereville")), gazetteer).identities[0].link.date is None


def test_the_latest_real_date_of_a_source_counts() -> None:
    row = Row("Q1", "Xan", "City", ("Xan",), None, None, 0, "a (CC0), 2030-01-02; b 2031-02-30; c@120310101")
    assert row.read_on == "2030-01-02"
    assert replace(row, source="no date").read_on is None
