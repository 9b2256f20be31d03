"""Keys of what has no identifier elsewhere."""

from converters.linking.wordlists import usual_name


def test_bodies_known_by_several_names_have_one() -> None:
    names = ("ISIL", "Daesh", "Islamic State of Iraq and the Levant", "Islamic State group")
    assert {usual_name(name) for name in names} == {"Islamic State"}


def test_other_names_have_none() -> None:
    assert usual_name("Marlow Front") is None
