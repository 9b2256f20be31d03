"""The joint choice over an article: what is certain tells something about the rest, and about nothing else."""

from dataclasses import replace

import pytest
import yaml

from converters.articles.model import Article, Span
from converters.linking.gazetteer import Gazetteer
from converters.linking.judgement import Thresholds, judgement, thresholds
from converters.linking.link import link
from converters.linking.model import Identity, Place
from converters.linking.nearby import kilometres, nearby
from converters.linking.row import Row
from converters.reading.model import Claim, Entity, Mention, Reading, Role, Voice
from converters.resources import resource
from tests.linking.test_link import Words, first, reading


def article(body: str, *entities: tuple[str, str], claims: tuple[Claim, ...] = ()) -> Reading:
    """An article with entities (type, name), each mentioned where its name stands in the body."""
    made = []
    for type_, name in entities:
        starts = [at for at in range(len(body)) if body.startswith(name, at)]
        mentions = tuple(Mention(Span(at, at + len(name)), "name") for at in starts)
        made.append(Entity(type_, name, (name,), mentions))
    return Reading(Article("invented", body), None, tuple(made), claims)


def said(body: str, content: str, speaker: int, type_: str = "Statement", quoted: bool = False) -> Claim:
    """Somebody says `content`: as the content of a voice, or only as words in quotation marks of a statement."""
    start = body.index(content)
    whole, trigger = Span(0, len(body)), Span(body.index(" said"), body.index(" said") + 5)
    spans = () if quoted else (Span(start, start + len(content)),)
    voice = Voice(speaker, None, None, spans, None, "asserts")
    roles = (Role("agent", speaker, None, None),)
    return Claim(
        0, type_, trigger, whole, roles, None, (), () if quoted else (voice,), "actual", "positive", "publisher_fact"
    )


def labels(asked: Reading, gazetteer: Gazetteer) -> list[tuple[str, str | None]]:
    identities: tuple[Identity, ...] = link(asked, gazetteer).identities
    return [(one.type, one.link.wikidata if one.link.state == "linked" else None) for one in identities]


@pytest.mark.parametrize(
    ("body", "qids"),
    [
        ("parts of Donetsk and neighbouring Luhansk changed hands.", ["Q2012050", "Q171965"]),
        ("parts of Donetsk, Luhansk changed hands.", ["Q2012050", "Q134279"]),
        ("parts of Donetsk changed hands; a bus left Luhansk and Kyiv.", ["Q2012050", "Q134279"]),
        ("parts of Donetsk and Luhansk changed hands. The bus left Luhansk.", ["Q2012050", "Q134279"]),
    ],
)
def test_a_bare_name_listed_with_a_region_is_a_region(gazetteer: Gazetteer, body: str, qids: list[str]) -> None:
    asked = article(body, ("Region", "Donetsk"), ("City", "Luhansk"), ("Country", "Ukraine"))
    assert [qid for _, qid in labels(asked, gazetteer)][:2] == qids


def test_a_city_listed_with_what_is_called_a_region_stays_a_city(gazetteer: Gazetteer) -> None:
    asked = article("in the Sumy region and Kharkiv", ("Region", "Sumy region"), ("City", "Kharkiv"))
    assert labels(asked, gazetteer)[1] == ("City", "Q42308")


def test_a_town_in_a_country_spoken_of_goes_before_a_great_city_elsewhere_that_has_its_name_as_a_by_name(
    gazetteer: Gazetteer,
) -> None:
    body = "Shells fell on Poti. Georgia protested."
    assert labels(article(body, ("City", "Poti"), ("Country", "Georgia")), gazetteer)[0] == ("City", "Q185345")


@pytest.mark.parametrize("quoted", [False, True])
@pytest.mark.parametrize(("speaker", "qid"), [("Valery Gerasimov", "Q23764150"), ("Volodymyr Zelensky", "Q4314832")])
def test_a_body_that_every_country_has_is_the_speaker_s(
    gazetteer: Gazetteer, speaker: str, qid: str, quoted: bool
) -> None:
    body = f"“The National Guard will come,” {speaker} said. Russia and Ukraine wait."
    entities = ("MilitaryUnit", "National Guard"), ("Person", speaker), ("Country", "Russia"), ("Country", "Ukraine")
    claim = said(body, "The National Guard will come", 1, quoted=quoted)
    assert labels(article(body, *entities, claims=(claim,)), gazetteer)[0][1] == qid
    assert labels(article(body, *entities), gazetteer)[0][1] is None, "nobody says so"


def test_what_a_medium_says_is_not_said_for_its_country(gazetteer: Gazetteer) -> None:
    body = "“The National Guard will come,” Agence France-Presse said."
    entities = ("MilitaryUnit", "National Guard"), ("NewsAgency", "Agence France-Presse")
    asked = article(body, *entities, claims=(said(body, "The National Guard will come", 1),))
    assert link(asked, gazetteer).identities[0].key == "n-guard-national-organisation"


@pytest.mark.parametrize(
    "body",
    [
        "“The National Guard comes from Ukraine,” Valery Gerasimov said.",
        "“The National Guard will come,” Valery Gerasimov said. The National Guard waits.",
    ],
)
def test_not_if_the_words_speak_of_another_country_or_others_use_the_name_too(gazetteer: Gazetteer, body: str) -> None:
    entities = ("MilitaryUnit", "National Guard"), ("Person", "Valery Gerasimov"), ("Country", "Ukraine")
    claim = said(body, body[1 : body.index(",”")], 1)
    assert labels(article(body, *entities, claims=(claim,)), gazetteer)[0][1] is None


def test_who_is_known_tells_the_country_of_who_else_is_named(gazetteer: Gazetteer) -> None:
    others: tuple[tuple[Words, str], ...] = (
        (("Person", "Vladimir Putin"), "linked"),
        (("Person", "Friedrich Merz"), "possible"),
        (("NewsAgency", "Associated Press"), "possible"),
    )
    for other, state in others:
        assert first(gazetteer, ("Person", "Ushakov"), other).link.state == state
    of_a_medium = first(gazetteer, ("Person", "Trump"), ("NewsAgency", "Associated Press"))
    assert of_a_medium.link.state == "possible", "where a medium sits says nothing about what it tells"


def test_of_two_places_of_one_name_the_nearer_one_is_meant(gazetteer: Gazetteer) -> None:
    far, near = (first(gazetteer, ("City", "Quincy"), ("City", city), ("Country", "United States")) for city in TWO)
    assert (far.link.wikidata, near.link.wikidata) == ("Q575750", None)
    assert near.key == "gn-4948247" and "km from Boston" in near.link.reason


TWO = ("Quincy", "Boston")


@pytest.mark.parametrize(
    ("entities", "qid"),
    [
        ([("City", "Geneva"), ("Country", "United States")], "Q71"),
        ([("City", "London"), ("Country", "Canada")], None),
        ([("City", "Geneva"), ("City", "Chicago"), ("Country", "United States")], None),
    ],
)
def test_a_little_place_does_not_hide_a_great_one_unless_it_is_near(
    gazetteer: Gazetteer, entities: list[Words], qid: str | None
) -> None:
    found = first(gazetteer, *entities)
    assert (found.link.wikidata if found.link.state == "linked" else None) == qid


def test_the_score_is_the_weighted_sum_of_its_features(gazetteer: Gazetteer) -> None:
    found = first(gazetteer, ("City", "Kharkiv"), ("Country", "Ukraine")).link
    assert [name for name, _ in found.features] == ["name", "type", "country", "prior"]
    assert found.score == pytest.approx(
        sum(judgement().weights[name] * value for name, value in found.features), abs=2e-3
    )


def test_every_feature_is_explained_in_the_data() -> None:
    data = yaml.safe_load(resource("ontology", "gazetteer", "judgement.yaml").read_text(encoding="utf-8"))
    properties = resource("ontology", "modules", "entities.ttl").read_text(encoding="utf-8")
    for name, feature in data["features"].items():
        assert feature["means"] and f"ew:feature{name.capitalize()} a owl:DatatypeProperty" in properties
    assert sum(
        weight for name, weight in judgement().weights.items() if name not in ("near", "office", "match")
    ) == pytest.approx(1)


def test_thresholds_decide_between_linked_possible_and_none(gazetteer: Gazetteer) -> None:
    asked = reading(("City", "Kharkiv"), ("Country", "Ukraine"))
    limits = judgement().thresholds
    for linked, possible, state in ((0.7, 0.5, "linked"), (1, 0.5, "possible"), (1, 1, "none")):
        found = link(asked, gazetteer, thresholds=replace(limits, linked=linked, possible=possible)).identities[0]
        assert found.link.state == state
    assert thresholds(0.8, None) == Thresholds(0.8, limits.possible, limits.margin)


def test_distances_are_those_of_the_globe() -> None:
    assert kilometres(Place(50.45, 30.52), Place(49.99, 36.23)) == pytest.approx(410, abs=5)
    assert kilometres(Place(10, 179.5), Place(10, -179.5)) == pytest.approx(109.5, abs=1)


@pytest.mark.parametrize(
    ("at", "label"),
    [
        ((10.0, -179.9), "over the date line"),
        ((49.0, 9.0), "next cell"),
        ((89.5, 100), "at the pole"),
        ((-30.0, 20.0), None),
        ((50.0, 10.0), "next cell"),
    ],
)
def test_what_is_near_is_found_across_cells(at: tuple[float, float], label: str | None) -> None:
    places = {
        "over the date line": (10.1, 179.8),
        "next cell": (49.6, 9.4),
        "at the pole": (89.7, -80),
        "same": (50, 10),
    }
    rows = [Row(None, name, "City", (name,), None, Place(*where), 0, "") for name, where in places.items()]
    found = nearby([*rows, None], 100).nearest(Place(*at), ())
    assert (found[1].label if found else None) == label
    assert nearby(rows, 100).nearest(Place(*at), rows) is None
