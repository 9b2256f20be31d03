"""Names bear the tag of the script that they are written in."""

import pytest

from converters.graph.scripts import language_of


@pytest.mark.parametrize(
    ("name", "tag"),
    [
        ("Vintsel", "en"),
        ("Žižkov-3", "en"),
        ("42", "en"),
        ("Винтцель", "und-Cyrl"),
        ("ფონიჭალა", "und-Geor"),
        ("温策尔", "und-Hani"),
        ("Radio Люмен", "und"),
    ],
)
def test_a_name_in_another_script_is_not_called_english(name: str, tag: str) -> None:
    assert language_of(name) == tag
