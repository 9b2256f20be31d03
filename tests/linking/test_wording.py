"""What the words of a name say beside the proper name."""

import pytest

from converters.language.demonyms import demonym_country
from converters.linking.wording import Wording, wording
from converters.linking.wordlists import country_named, family, government_seat, seat_country


@pytest.mark.parametrize(
    ("name", "type_", "expected"),
    [
        ("Xanland region", "Region", Wording("xanland", says="Region")),
        ("the city of Xanland", "City", Wording("xanland", says="City")),
        ("River Xan", "River", Wording("xan", says="River")),
        ("the Xan River", "River", Wording("xan", says="River")),
        ("Xanland", "City", Wording("xanland")),
        ("President Ann Cole", "Person", Wording("ann cole")),
        ("Ministry of Defence of France", "GovernmentBody", Wording("defense ministri", country="FR", generic=True)),
        ("France’s Defense Ministry", "GovernmentBody", Wording("defense ministri", country="FR", generic=True)),
        ("French navy", "MilitaryUnit", Wording("navi", country="FR", generic=True)),
        ("3rd Xan Brigade", "MilitaryUnit", Wording("xan")),
        ("Xan Corps", "MilitaryUnit", Wording("xan")),
        ("3rd Brigade", "MilitaryUnit", Wording("3rd brigade", generic=True)),
    ],
)
def test_names_are_taken_apart(name: str, type_: str, expected: Wording) -> None:
    assert wording(name, type_) == expected


def test_a_country_within_a_name_is_not_its_country() -> None:
    assert wording("League for France and Peace", "Organisation").country is None


@pytest.mark.parametrize(
    ("word", "country"),
    [
        ("Ukrainian", "UA"),
        ("British", "GB"),
        ("Swedes", "SE"),
        ("North Korean", "KP"),
        ("us", None),
        ("Northern", None),
    ],
)
def test_demonyms(word: str, country: str | None) -> None:
    assert demonym_country(word) == country


@pytest.mark.parametrize(
    ("name", "seat", "government"),
    [
        ("Moscow", "RU", "RU"),
        ("Kremlin", "RU", "RU"),
        ("Kyiv", "UA", "UA"),
        ("Washington", "US", "US"),
        ("White House", "US", "US"),
        ("Pentagon", "US", None),
        ("Brussels", None, None),
        ("Kharkiv", None, None),
    ],
)
def test_seats_of_government(name: str, seat: str | None, government: str | None) -> None:
    assert (seat_country(name), government_seat(name)) == (seat, government)


def test_country_names_are_told_as_written() -> None:
    assert (country_named("Britain"), country_named("US"), country_named("us")) == ("GB", "US", None)


def test_families_keep_persons_and_places_apart() -> None:
    assert family("Person").name != family("City").name
    assert family("Village").groups["City"] == family("City").groups["Village"]
    assert family("SomethingNew").groups == {"SomethingNew": 0}
