"""Which mentions are one, on invented sentences. What is not clear stays unresolved."""

import pytest

from converters.articles.model import Article
from converters.language.demonyms import demonym_country
from converters.language.model import Document
from converters.language.parse import parse
from converters.language.tree import Token
from converters.reading.coreference.names import plain
from converters.reading.mentions.find import find_entities
from converters.reading.mentions.index import EntityIndex
from converters.settings import Settings


def read(text: str) -> tuple[Document, EntityIndex]:
    document = parse(Article("invented", text), Settings().model)
    return document, find_entities(document)


def tokens(document: Document, word: str) -> list[Token]:
    return [t for block in document.blocks for t in block.doc if t.text == word]


def names_of(text: str, word: str, which: int = 0) -> set[str]:
    """All words that stand for the same as the `which`-th token `word`."""
    document, index = read(text)
    number = index.at(tokens(document, word)[which])
    assert number is not None, f"{word} stands for nothing"
    return {m.span.of(text) for m in index.entities[number].mentions}


@pytest.mark.parametrize(
    ("text", "pronoun", "meant"),
    [
        ("Mrs. Anna Lindqvist met Peter Holm. He thanked her.", "He", "Peter Holm"),
        ("Mrs. Anna Lindqvist met Peter Holm. She left at noon.", "She", "Anna Lindqvist"),
        ("Peter Holm told reporters that he would resign.", "he", "Peter Holm"),
        ("Peter Holm, whose lawyer said he was ill, stayed away.", "he", "Peter Holm"),
        ("Estonia said its border was closed.", "its", "Estonia"),
        ("The 4th Marovia Brigade said on Monday it had left.", "it", "4th Marovia Brigade"),
        ("Rebels attacked the port. They fled at dawn.", "They", "Rebels"),
        ("The mayor visited Marovia and stayed there.", "there", "Marovia"),
        ("Peter Holm posted a video of himself.", "himself", "Peter Holm"),
    ],
)
def test_pronoun_takes_up_the_salient_entity_that_agrees(text: str, pronoun: str, meant: str) -> None:
    assert meant in names_of(text, pronoun)


def test_pronoun_without_antecedent_is_an_entity_of_its_own() -> None:
    assert names_of("He left at noon. Peter Holm stayed.", "He") == {"He"}


def test_who_speaks_for_one_of_several_is_nobody_that_one_spoke_of() -> None:
    text = "One of the guards said Premier Peter Holm had fled. He said the palace was empty."

    assert names_of(text, "He") == {"He"}


def test_pronoun_is_not_a_participant_of_its_own_verb() -> None:
    assert "Peter Holm" not in names_of("Peter Holm thanked him.", "him")


def test_pronoun_does_not_reach_back_over_many_sentences() -> None:
    text = "Peter Holm left. Rain fell. Wind blew. Snow fell. Ice melted. The grass grew. He sang."

    assert names_of(text, "He") == {"He"}


def test_long_quotation_does_not_part_speaker_and_pronoun() -> None:
    text = 'Peter Holm spoke. "Rain fell. The wind blew hard. Snow fell all day. Ice melted. It was cold," he said.'

    assert "Peter Holm" in names_of(text, "he")


def test_first_person_is_the_speaker_and_we_the_country_of_an_office_holder() -> None:
    text = '"I saw the ruins and we will rebuild them," Estonian President Anna Lindqvist said.'

    assert "Anna Lindqvist" in names_of(text, "I")
    assert "Estonian" in names_of(text, "we")


def test_first_person_of_a_following_paragraph_is_the_last_speaker() -> None:
    text = "Governor Peter Holm made a statement on Monday, and he said this:\n\nI welcome the end of the siege."

    assert "Peter Holm" in names_of(text, "I")


@pytest.mark.parametrize(
    ("text", "word", "meant"),
    [
        ("Shells hit the city of Marovia. The city burned.", "city", "Marovia"),
        ("Shells hit a village near Kharkiv. The village burned.", "village", "a village"),
        ("Shells hit Kharkiv. A town near the city burned.", "city", "Kharkiv"),
        ("Kharkiv is a city in Ukraine. Shells hit the city.", "city", "Kharkiv"),
        ("Two freighters left the port. The freighters sank.", "freighters", "Two freighters"),
        ("Two ships left the port. The vessels sank.", "vessels", "Two ships"),
        ("The Marovia Corps attacked. The corps took a hill.", "corps", "Marovia Corps"),
        ("Estonian President Anna Lindqvist spoke. Then the president left.", "president", "Anna Lindqvist"),
        ("Gen. Omar Sadiq spoke. The general left.", "general", "Omar Sadiq"),
        ("The ferry Silver Heron sank.", "ferry", "Silver Heron"),
        ("Peter Holm, the mayor, spoke.", "mayor", "Peter Holm"),
        ("Marovia, the largest port, burned. Fires spread in Marovia.", "port", "Marovia"),
    ],
)
def test_definite_description_takes_up_what_it_describes(text: str, word: str, meant: str) -> None:
    assert meant in names_of(text, word, -1)


def test_number_before_of_stands_for_what_it_counts() -> None:
    assert "its ships" in names_of("Estonia said three of its ships had sunk.", "three")


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("A bridge fell. A bridge burned.", "bridge"),
        ("Two ships left the port. The red ships sank.", "ships"),
        ("A ship left the port. The ships sank.", "ships"),
        ("A statement came from Marovia. The statement of the mayor was false.", "statement"),
    ],
)
def test_description_that_may_be_of_something_else_is_new(text: str, word: str) -> None:
    assert len(names_of(text, word, -1)) == 1


def test_description_is_not_the_subject_of_its_own_clause() -> None:
    text = "Latvia was calm. Estonia said that it had fired rockets across the country."

    assert "Estonia" not in names_of(text, "country")


def test_surname_is_the_full_name_and_two_of_a_surname_stay_apart() -> None:
    text = "Anna Holm met Peter Holm. Anna Holm spoke. Lindqvist Berg was absent. Mr. Berg was ill."

    assert names_of(text, "Anna") == {"Anna Holm"}
    assert names_of(text, "Peter") == {"Peter Holm"}
    assert names_of(text, "Berg", -1) == {"Lindqvist Berg", "Berg"}


def test_number_of_a_unit_may_be_left_out_but_not_changed() -> None:
    text = "The 4th Marovia Brigade met the 5th Holm Brigade and the 6th Holm Brigade. The Marovia Brigade won."

    assert names_of(text, "Marovia", -1) >= {"4th Marovia Brigade", "Marovia Brigade"}
    assert names_of(text, "5th").isdisjoint(names_of(text, "6th"))


def test_people_with_article_are_the_country_and_counted_ones_are_not() -> None:
    text = "The Estonians denied it. Many Latvians fled. Estonia and Latvia border the sea."

    assert "Estonia" in names_of(text, "Estonians")
    assert "Latvia" not in names_of(text, "Latvians")


def test_army_behind_a_possessive_pronoun_is_that_of_its_owner() -> None:
    text = "Estonia said its army had advanced. Estonian troops took a hill."

    assert names_of(text, "army") == {"its army", "Estonian troops"}


def test_soldiers_of_two_countries_are_the_army_of_neither() -> None:
    text = "Estonian and Latvian soldiers clashed on Sunday. The Estonian army said the Latvians fired first."

    assert names_of(text, "army") == {"The Estonian army"}


def test_an_army_is_not_called_by_a_share_of_its_soldiers() -> None:
    _, index = read("They were all Estonian soldiers. The Estonian army confirmed it.")

    assert "The Estonian army" in [entity.label for entity in index.entities]


def test_fighters_of_a_named_group_are_the_group() -> None:
    text = "Hamas denied the report. Hamas fighters left the area."

    assert names_of(text, "fighters") >= {"Hamas", "Hamas fighters"}


def test_service_of_an_outlet_in_a_country_is_not_the_country() -> None:
    text = "Estonia closed the border, according to BBC Estonia."

    assert names_of(text, "BBC") == {"BBC Estonia"}


@pytest.mark.parametrize(
    ("a", "b"), [("the U.N.", "UN"), ("Defence Ministry", "Defense Ministry"), ("al-Noor’s", "Al Noor")]
)
def test_spellings_of_one_name_are_equal(a: str, b: str) -> None:
    assert plain(a) == plain(b)


@pytest.mark.parametrize(
    ("word", "code"), [("Estonian", "EE"), ("Estonians", "EE"), ("Marovian", None), ("Mars", None)]
)
def test_peoples_name_gives_the_country(word: str, code: str | None) -> None:
    assert demonym_country(word) == code
