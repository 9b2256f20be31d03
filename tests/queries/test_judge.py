"""The rule by which answers over the real seeds are judged, on invented questions."""

from collections.abc import Mapping, Sequence

import pytest

from tests.queries.judge import expected, faults, words

ARTICLES = ("000_harbour", "001_council")
NAMES = {"Orlan Guard": frozenset({"Guard of Orlan", "3rd Orlan Brigade"})}


def asked(*answers: str, wrong: Sequence[str] = (), accept: Sequence[str] = ()) -> Mapping[str, Sequence[str]]:
    return {"answers": answers, "accept": accept, "wrong_answers": wrong}


def judged(question: Mapping[str, Sequence[str]], *rows: Sequence[str]) -> bool:
    return not faults(expected(question), rows, ARTICLES, NAMES)


def test_words_are_compared_without_accents_case_and_commas() -> None:
    assert words("The Vëlmar’s 1,027 barges, more_than on 2031-05-09") == {
        "velmar", "1027", "barges", "more", "than", "2031-05-09",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("answer", "row"),
    [
        ("the port of Vintsel", ("Vintsel", "port")),
        ("Vintsel (in the north)", ("Vintsel",)),
        ("the port / the harbour", ("harbour",)),
        ("2031-05", ("2031-05-09", "2031-05-12")),
        ("2031-05-09 to 2031-05-12", ("2031-05-09", "2031-05-12")),
        ("more than 1,200 barges", ("1200", "more_than", "barges")),
        ("A1: 3rd Orlan Brigade", ("001_council", "Orlan Guard")),
        ("radio (A0)", ("000_harbour", "radio")),
        ("A0: port / harbour", ("000_harbour", "harbour")),
    ],
)
def test_an_answer_stands_in_a_row_that_has_all_its_words(answer: str, row: Sequence[str]) -> None:
    assert judged(asked(answer), row)


@pytest.mark.parametrize(
    ("answer", "rows"),
    [
        ("the port of Vintsel", [("Vintsel",), ("port",)]),
        ("12 barges", [("12 boats",)]),
        ("2031-06", [("2031-05-09",)]),
        ("2031-05-09", [("2031-05",)]),
        ("A1: Orlan Guard", [("000_harbour", "Orlan Guard")]),
        ("A0: port / harbour", [("001_council", "harbour")]),
        ("radio (A0)", [("001_council", "radio")]),
        ("Vintsel", []),
    ],
)
def test_an_answer_does_not_stand_in_other_rows(answer: str, rows: Sequence[Sequence[str]]) -> None:
    assert not judged(asked(answer), *rows)


def test_every_expected_answer_has_to_be_there() -> None:
    assert judged(asked("Vintsel", "Orlan"), ("Orlan",), ("Vintsel",))
    assert not judged(asked("Vintsel", "Orlan"), ("Orlan",))


def test_what_is_accepted_is_right_too() -> None:
    assert judged(asked("Vintsel", accept=["Winzel"]), ("Winzel",))


def test_a_wrong_answer_beside_the_right_one_is_a_fault() -> None:
    assert judged(asked("7 barges", wrong=["8 barges"]), ("7", "barges"), ("8", "boats"))
    assert not judged(asked("7 barges", wrong=["8 barges"]), ("7", "barges"), ("8", "barges"))


def test_where_nothing_is_expected_any_row_is_a_fault() -> None:
    assert judged(asked(wrong=["Vintsel"]))
    assert not judged(asked(wrong=["Vintsel"]), ("Orlan",))
