"""Names, descriptions and their types, on invented sentences."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from converters.articles.model import Article
from converters.language.model import Document
from converters.language.parse import parse
from converters.language.tree import Token
from converters.reading.mentions.find import find_entities
from converters.reading.mentions.index import EntityIndex
from converters.reading.model import Entity
from converters.settings import Settings


def read(text: str) -> tuple[Document, EntityIndex]:
    document = parse(Article("invented", text), Settings().model)
    return document, find_entities(document)


def entity(index: EntityIndex, name: str) -> Entity:
    """The only entity with this name."""
    (found,) = [e for e in index.entities if name in e.names]
    return found


def words(text: str, found: Entity) -> list[str]:
    return [mention.span.of(text) for mention in found.mentions]


@pytest.mark.parametrize(
    ("text", "name", "type_"),
    [
        ("Troops entered the city of Marovia on Monday.", "Marovia", "City"),
        ("Shells hit the villages of Oldwick and Barrowby.", "Oldwick", "Village"),
        ("Shells hit the villages of Oldwick and Barrowby.", "Barrowby", "Village"),
        ("Floods hit the Westmark region on Monday.", "Westmark region", "Region"),
        ("Fires burned in Westmark, Eastmark and Southmark provinces.", "Eastmark", "Region"),
        ("The ferry crossed the Quell River at dawn.", "Quell River", "River"),
        ("The tankers named Silver Heron and Blue Osprey ran aground.", "Silver Heron", "Vessel"),
        ("The tankers named Silver Heron and Blue Osprey ran aground.", "Blue Osprey", "Vessel"),
        ("The Estonian vessel Silver Heron 7 ran aground.", "Silver Heron 7", "Vessel"),
        ("He was treated aboard HMS Avon.", "HMS Avon", "Vessel"),
        ("Rain fell in Kalo state on Monday.", "Kalo state", "Region"),
        ("The 4th Marovia Brigade crossed the border.", "4th Marovia Brigade", "MilitaryUnit"),
        ("Estonia's Interior Ministry said nothing.", "Interior Ministry", "GovernmentBody"),
        ("He wrote on Telegram that he was well.", "Telegram", "Platform"),
        ("The strike was reported by Reuters.", "Reuters", "NewsAgency"),
        ("A bridge fell on Monday. (Marovia Gazette)", "Marovia Gazette", "Publisher"),
        ("Estonia closed its border.", "Estonia", "Country"),
        ("The speech of President Anna Lindqvist was short.", "Anna Lindqvist", "Person"),
        ("Rebels freed two villages, Karnovka and Velynka, and the land around them.", "Karnovka", "Village"),
        ("Rebels freed two villages, Karnovka and Velynka, and the land around them.", "Velynka", "Village"),
        ("Both ships, the Kapitan Orlov and the Merle, were hit at sea.", "Kapitan Orlov", "Vessel"),
        ("Both ships, the Kapitan Orlov and the Merle, were hit at sea.", "Merle", "Vessel"),
        ("Three towns (Arlen, Brix and Corm) were shelled.", "Corm", "City"),
        ("In both cities, Lindqvist and Maron met the mayors.", "Lindqvist", "Person"),
        ("In two villages, Anna Lindqvist and Ruth Maron were hurt.", "Ruth Maron", "Person"),
        ("The two vessels, Anna Lindqvist said, were hit.", "Anna Lindqvist", "Person"),
    ],
)
def test_type_comes_from_the_words_around_a_name(text: str, name: str, type_: str) -> None:
    _, index = read(text)

    assert entity(index, name).type == type_


@pytest.mark.parametrize(
    "text", ["Three towns were shelled.", "Four villages lost their light.", "Two cities were hit."]
)
def test_a_number_at_the_head_of_a_sentence_is_no_name(text: str) -> None:
    _, index = read(text)

    assert [found.names for found in index.entities if found.names] == []


def test_country_title_and_name_of_an_office_holder() -> None:
    text = "Estonian Foreign Minister Anna Lindqvist met Peter Holm, the governor of Marovia."
    _, index = read(text)

    minister, governor = entity(index, "Anna Lindqvist"), entity(index, "Peter Holm")
    assert (minister.title, minister.country) == ("Foreign Minister", "EE")
    assert governor.title == "governor"
    assert words(text, minister) == ["Anna Lindqvist"]


def test_forces_of_a_country_are_one_whatever_they_are_called_and_not_the_country() -> None:
    text = (
        "Estonia's army advanced. Estonian forces shelled a fort, and the Estonian military denied it. Estonia said so."
    )
    _, index = read(text)

    (army,) = [e for e in index.entities if e.type == "MilitaryUnit"]
    country = entity(index, "Estonia")
    assert words(text, army) == ["Estonia's army", "Estonian forces", "the Estonian military"]
    assert army.country == country.country == "EE"
    assert [m.kind for m in country.mentions] == ["name", "demonym", "demonym", "name"]


def test_counted_soldiers_are_not_the_army() -> None:
    text = "Estonian forces advanced. They met 40 Estonian soldiers."
    _, index = read(text)

    assert index.at(_token(text, "forces")) != index.at(_token(text, "soldiers"))


def test_capital_is_the_government_when_it_acts_and_a_city_when_it_lies_there() -> None:
    text = "Tallinn rejected the offer. A fire broke out in Tallinn."
    _, index = read(text)

    government, city = (e for e in index.entities if "Tallinn" in words(text, e))
    assert (government.type, government.country, government.label, government.names) == ("Country", "EE", "Estonia", ())
    assert (city.type, city.names, city.mentions[0].span.start) == ("City", ("Tallinn",), text.rindex("Tallinn"))


def test_short_form_in_brackets_is_the_same_body() -> None:
    text = "The Marovia Liberation Council (MLC) met on Monday. The MLC issued a statement."
    _, index = read(text)

    assert {"Marovia Liberation Council", "MLC"} <= set(entity(index, "MLC").names)


def test_half_of_a_divided_country_is_that_country() -> None:
    text = "North Korea and South Korea met. The South accepted the terms."
    _, index = read(text)

    assert words(text, entity(index, "South Korea")) == ["South Korea", "South"]


def test_body_without_its_country_is_the_one_named_before() -> None:
    text = "Estonia's Defense Ministry said 5 drones fell. The Ministry of Defense of Estonia gave no details."
    _, index = read(text)

    assert len([e for e in index.entities if e.type == "GovernmentBody"]) == 1


def test_filler_span_has_title_and_article_but_no_clause() -> None:
    text = "Estonian President Anna Lindqvist visited the town of Marovia, where several old houses that burned stand."
    document, index = read(text)

    spans = {word: index.mention_span(_token(text, word)).of(text) for word in ("Lindqvist", "town", "houses")}
    assert spans == {
        "Lindqvist": "Estonian President Anna Lindqvist",
        "town": "the town of Marovia",
        "houses": "several old houses",
    }
    assert index.at(_token(text, "town")) == index.at(_token(text, "Marovia"))
    assert document.article.body == text


def test_partitive_and_relative_pronoun_stand_for_the_noun() -> None:
    text = "A number of villages, which lie near the sea, were flooded."
    _, index = read(text)

    assert index.at(_token(text, "number")) == index.at(_token(text, "villages"))
    assert index.at(_token(text, "which")) == index.at(_token(text, "villages"))


def test_times_and_empty_it_stand_for_nothing() -> None:
    text = "It is possible that the mayor resigns on Monday."
    _, index = read(text)

    assert index.at(_token(text, "It")) is None
    assert index.at(_token(text, "Monday")) is None
    assert index.at(_token(text, "mayor")) is not None


def test_every_mention_lies_in_the_body_and_every_entity_has_one() -> None:
    text = "“Ana Müller’s ship sank,” she said.\n\n😀 Estonia's navy rescued 12 sailors; its ships left Marovia."
    _, index = read(text)

    assert all(e.mentions for e in index.entities)
    assert all(text[m.span.start : m.span.end].strip() for e in index.entities for m in e.mentions)
    assert "Estonia" in {m.span.of(text) for e in index.entities for m in e.mentions if e.type == "Country"}


def test_same_text_gives_the_same_entities() -> None:
    text = "Estonian troops left Marovia. The city is quiet, Anna Lindqvist said. She thanked the troops."

    assert read(text)[1].entities == read(text)[1].entities


def _token(text: str, word: str) -> Token:
    """The first token `word` of a text."""
    document, _ = read(text)
    return next(t for block in document.blocks for t in block.doc if t.text == word)


_PIECES = ["Estonians", "the", "U.S.-led", "Reuters", "(MLC)", "“", "”", "USS", "named", "of", "He", "said", "city",
           "Marovia", "’s", "-", "oblasts", "😀", ".", "and", "Gen.", "number", "which", "it", "\n\n"]  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(_PIECES), max_size=12).map(" ".join))
@example("the USS Estonians - said")
@example("The city has fallen. (")
@example("SERGEY MAROV, THE HEAD OF THE REPUBLIC OF CRIMEA, SAYS SUPPLIES OF WATER RETURNED. (MAROVIA TODAY)")
def test_no_order_of_words_breaks_reading(text: str) -> None:
    document, index = read(text)

    for token in (t for block in document.blocks for t in block.doc):
        number, span = index.at(token), index.mention_span(token)
        assert number is None or number < len(index.entities)
        assert span.covers(token.span) or span.overlaps(token.span)
        assert span.end <= len(text)
    assert all(e.label and m.span.end <= len(text) for e in index.entities for m in e.mentions)


def test_an_office_before_a_name_stays_with_that_mention() -> None:
    text = "Acting Governor Anna Lindqvist spoke. Later Lindqvist left."
    _, index = read(text)
    (found,) = [e for e in index.entities if "Lindqvist" in e.names]
    assert [(m.span.of(text), m.title) for m in found.mentions if m.kind == "name"] == [
        ("Anna Lindqvist", "Acting Governor"),
        ("Lindqvist", None),
    ]
