"""Quantities in invented sentences."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from converters.articles.model import Article
from converters.language.parse import parse
from converters.reading.model import Quantity
from converters.reading.quantities.find import counted_word, find_quantities
from converters.reading.quantities.rules import number
from converters.reading.quantities.words import quantity_words
from converters.settings import Settings


def quantities(text: str) -> list[Quantity]:
    document = parse(Article("invented", text), Settings().model)
    return [mention.quantity for block in document.blocks for mention in find_quantities(block.doc)]


NUMBERS = [
    ("The herd lost 1,204 sheep.", "1,204", 1204, "exact"),
    ("Seven people were saved.", "Seven", 7, "exact"),
    ("He owns twenty-five jets.", "twenty-five", 25, "exact"),
    ("She sent two hundred thousand letters.", "two hundred thousand", 200_000, "exact"),
    ("The drought hit half a million people.", "half a million", 500_000, "exact"),
    ("A dozen boats sank.", "A dozen", 12, "exact"),
    ("Both ports closed.", "Both", 2, "exact"),
    ("More than 200 farmers came.", "More than 200", 200, "more_than"),
    ("Over 900 boats came.", "Over 900", 900, "more_than"),
    ("At least one tank leaked.", "At least one", 1, "at_least"),
    ("No fewer than 40 boats sank.", "No fewer than 40", 40, "at_least"),
    ("A league of 60-plus towns sent tents.", "60-plus", 60, "at_least"),
    ("Up to 30 boats crossed.", "Up to 30", 30, "at_most"),
    ("As many as 40 boats were lost.", "As many as 40", 40, "at_most"),
    ("Fewer than 50 boats crossed.", "Fewer than 50", 50, "less_than"),
    ("Nearly 3,000 sheep crossed.", "Nearly 3,000", 3000, "nearly"),
    ("About 80 villagers left.", "About 80", 80, "approximate"),
    ("Some 400 villagers left.", "Some 400", 400, "approximate"),
    ("An estimated 400 villagers left.", "An estimated 400", 400, "approximate"),
    ("A quarter of a million people left.", "A quarter of a million", 250_000, "exact"),
    ("Fewer than 12 000 houses stood.", "Fewer than 12 000", 12_000, "less_than"),
]


@pytest.mark.parametrize(("sentence", "words", "value", "bound"), NUMBERS)
def test_numbers(sentence: str, words: str, value: float, bound: str) -> None:
    (found,) = quantities(sentence)
    assert (found.span.of(sentence), found.value, found.bound) == (words, value, bound)


@pytest.mark.parametrize(
    ("sentence", "words", "of", "value", "unit"),
    [
        ("The canal took 30 sq. km. of land.", "30 sq. km.", "area", 30, "square kilometre"),
        ("The troupe walked 5 miles.", "5 miles", "distance", 5, "mile"),
        ("The village lies 7.5km from the port.", "7.5km", "distance", 7.5, "kilometre"),
        ("A 500-kilometer canal was dug.", "500-kilometer", "length", 500, "kilometre"),
        ("He lost 20% of the harvest.", "20%", "percent", 20, "percent"),
        ("He lost 20 percent of the harvest.", "20 percent", "percent", 20, "percent"),
        ("The mill cost $2.5 billion.", "$2.5 billion", "money", 2_500_000_000, "dollar"),
        ("The mill cost 300 euros.", "300 euros", "money", 300, "euro"),
        ("A reward of 200 million pesos was paid.", "200 million pesos", "money", 200_000_000, "peso"),
        ("Some 5,000-strong crowds gathered.", "Some 5,000", "crowds", 5000, "crowd"),
        ("A 40-truck convoy left.", "40", "truck", 40, "truck"),
        ("He put the number of wounded at 121.", "121", "wounded", 121, None),
        ("The death toll rose from 30 to 45.", "45", "killed", 45, "toll"),
        ("They shipped 18,000 tonnes of rice.", "18,000 tonnes", "weight", 18_000, "tonne"),
        ("A 12-year lull ended.", "12-year", "duration", 12, "year"),
        ("It rained for two weeks.", "two weeks", "duration", 2, "week"),
    ],
)
def test_measures(sentence: str, words: str, of: str, value: float, unit: str) -> None:
    (found,) = quantities(sentence)
    assert (found.span.of(sentence), found.of, found.value, found.unit) == (words, of, value, unit)


@pytest.mark.parametrize(
    ("sentence", "low", "high"),
    [
        ("Between 15 and 20 percent of the harvest was lost.", 15, 20),
        ("He bought 15 to 20 boats.", 15, 20),
        ("He bought 15-20 boats.", 15, 20),
        ("He bought two or three boats.", 2, 3),
        ("It cost between $2 million and $3 million.", 2_000_000, 3_000_000),
        ("Between 30 and 40 boats sank.", 30, 40),
        ("2 to 3 million people left.", 2_000_000, 3_000_000),
    ],
)
def test_ranges_have_no_value(sentence: str, low: float, high: float) -> None:
    (found,) = quantities(sentence)
    assert (found.value, found.low, found.high, found.bound) == (None, low, high, "approximate")


@pytest.mark.parametrize(
    ("sentence", "words", "of"),
    [
        ("Dozens of ships were hit.", "Dozens", "ships"),
        ("Several towns were hit.", "Several", "towns"),
        ("A number of towns were hit.", "A number of", "towns"),
        ("Hundreds of thousands of birds left.", "Hundreds of thousands", "birds"),
        ("A monthslong strike ended.", "monthslong", "duration"),
        ("They waited for weeks.", "for weeks", "duration"),
        ("Dozens more were wounded.", "Dozens", "wounded"),
        ("Tens of thousands marched.", "Tens of thousands", "marched"),
    ],
)
def test_vague_amounts_have_no_numbers(sentence: str, words: str, of: str) -> None:
    (found,) = quantities(sentence)
    assert (found.span.of(sentence), found.of) == (words, of)
    assert (found.value, found.low, found.high, found.bound) == (None, None, None, "vague")


@pytest.mark.parametrize(
    ("bound", "low", "high"),
    [
        ("", 50, 50),
        ("more than", 50, None),
        ("at least", 50, None),
        ("less than", None, 50),
        ("up to", None, 50),
        ("nearly", None, 50),
        ("about", None, None),
    ],
)
def test_ends_follow_from_the_bound(bound: str, low: float | None, high: float | None) -> None:
    (found,) = quantities(f"The storm sank {bound} 50 boats.")
    assert (found.low, found.high) == (low, high)


@pytest.mark.parametrize(
    "sentence",
    [
        "A child was hurt.",
        "A 34-year-old man was freed.",
        "Ann Bell, 34, left.",
        "A boy aged 7 was freed.",
        "The group met in room 12 of the 2nd Corps.",
        "Gates 31 and 32 stayed shut.",
        "The pilot flew a Su-25 jet.",
        "They struck three times, and twice more.",
        "The bridge fell on Dec. 5 and in 2014, two years ago.",
        "No one knew one of the guards.",
        "One day the mill will turn.",
        "The team lost a 3-1 game at 10:30 a.m.",
        "Call 555-123-4567 now.",
        "Both Ann and Bob left.",
        "The meeting of the Group of Seven ended.",
        "Some water leaked.",
        "Both sides met, and so did both countries.",
        "A Boeing 747 landed beside an Airbus A350.",
        "The assembly quoted Resolution 377 and Article 9.",
        "A magnitude 6.1 quake was followed by a 5.4-magnitude one; a third measured 4.9.",
        "Gunners fired 105mm shells from a .30 calibre gun.",
        "A 12-storey block housed the six-party talks on a 14-point plan.",
        "Gunners shelled Marlow 11 times.",
        "One in five roads is closed.",
        "A powerful 6.4 earthquake shook the town.",
        "He lives in the Delmas 18 neighbourhood.",
        "The two leaders met those two parties.",
    ],
)
def test_no_quantities(sentence: str) -> None:
    assert quantities(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The 500-kilometer (300-mile) canal is old.", ["500-kilometer"]),
        ("The canal took 30 sq. km. (12 sq. miles) of land.", ["30 sq. km."]),
        ("The mill cost $2.5 billion (€2.3 billion).", ["$2.5 billion"]),
        ("The storm sank 40 boats (15 ferries).", ["40", "15"]),
    ],
)
def test_a_converted_measure_is_no_second_quantity(sentence: str, words: list[str]) -> None:
    assert [q.span.of(sentence) for q in quantities(sentence)] == words


def test_elided_nouns_are_counted_by_the_verb() -> None:
    text = "The flood killed 1,204, wounded 318 and swept away four others."
    document = parse(Article("invented", text), Settings().model)
    (block,) = document.blocks
    found = find_quantities(block.doc)
    assert [(m.quantity.value, counted_word(m, block.doc)) for m in found] == [
        (1204, "killed"),
        (318, "wounded"),
        (4, "swept"),
    ]
    assert [m.counted is None for m in found] == [True, True, False]
    assert [m.quantity.unit for m in found] == [None, None, None]


def test_counted_token_and_unit() -> None:
    text = "A first line stands here.\nMore than 200 tired soldiers took six old tanks."
    block = parse(Article("invented", text), Settings().model).blocks[-1]
    soldiers, tanks = find_quantities(block.doc)
    assert soldiers.counted is not None and tanks.counted is not None
    assert (block.doc[soldiers.counted].text, block.doc[tanks.counted].text) == ("soldiers", "tanks")
    assert (soldiers.quantity.unit, tanks.quantity.unit) == ("person", "tank")
    assert soldiers.quantity.span.of(text) == "More than 200" == block.doc.part(soldiers.first, soldiers.last + 1).text


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("The fine was $11m.", 11_000_000, 11_000_000),
        ("The fine was $2m to $3m.", 2_000_000, 3_000_000),
        ("The fine was between €20 and €30k.", 20_000, 30_000),
    ],
)
def test_short_scales_behind_a_currency(text: str, low: float, high: float) -> None:
    (found,) = quantities(text)
    assert (found.low, found.high, found.of) == (low, high, "money")


def test_each_number_of_a_share_says_which_it_is() -> None:
    (block,) = parse(Article("invented", "Two of the five boats that sank were found."), Settings().model).blocks
    assert [(m.quantity.value, m.share) for m in find_quantities(block.doc)] == [(2, "part"), (5, "whole")]


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("Hundreds are missing.", "missing"),
        ("The army helped with air strikes -- eight in one day.", "strikes"),
        ("The storm left dozens missing.", "missing"),
        ("The rocket landed about 5 km from the border.", "distance"),
    ],
)
def test_what_is_counted_where_no_noun_tells(text: str, of: str) -> None:
    (found,) = quantities(text)
    assert found.of == of


def test_a_change_is_no_range() -> None:
    assert all(q.low == q.high for q in quantities("Prices rose from 20 to 30 percent."))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("two and a half", 2.5),
        ("1.5 million", 1_500_000),
        ("three dozen", 36),
        ("two hundred and six", 206),
        ("90,000", 90_000),
    ],
)
def test_number(text: str, value: float) -> None:
    assert number(text, quantity_words()) == value


BOUNDS = st.sampled_from(["", "about ", "more than ", "up to ", "between 2 and ", "nearly "])
THINGS = st.sampled_from(["boats", "km of road", "percent", "people", "dozen eggs", "million dollars"])


@settings(max_examples=40, deadline=None)
@given(BOUNDS, st.integers(3, 10_000_000), st.booleans(), THINGS)
def test_any_number_is_found_where_it_stands(bound: str, value: int, separated: bool, thing: str) -> None:
    digits = f"{value:,}" if separated else str(value)
    text = f"The storm took {bound}{digits} {thing} away."
    for found in quantities(text):
        assert digits in found.span.of(text)
        assert found.low is None or found.high is None or found.low <= found.high
