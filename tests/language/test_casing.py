"""Headings in title case, as a sentence would write them."""

import pytest

from converters.language.blocks import cut
from converters.language.casing import lower_titles

BODY = "\n\nUnknown gunmen have abducted a priest from his church in Kaduna, in the north of the country."


@pytest.mark.parametrize(
    ("heading", "parsed"),
    [
        ("Gunmen Abduct Priest From Kaduna Church", "Gunmen abduct priest from Kaduna church"),
        ("Gunmen abduct Priest in Kaduna Church", "Gunmen abduct Priest in Kaduna Church"),
        ("Gunmen Abducting Priest, Marlow Says", "Gunmen abducting priest, Marlow Says"),
        ("UN Church Priest Country", "UN church priest country"),
        ("Kaduna Priest", "Kaduna Priest"),
    ],
)
def test_a_title_keeps_names_and_what_the_article_does_not_write(heading: str, parsed: str) -> None:
    """Only a word that the article writes small, in any form, becomes small; a heading in sentence case stays."""
    assert next(lower_titles(list(cut(heading + BODY)))) == parsed


def test_paragraphs_stay_as_they_are() -> None:
    """A paragraph is never changed, whatever its words."""
    body = "The Church Of The North Said So. The church said it."
    assert list(lower_titles(list(cut(body)))) == [body]
