"""Spelling variants share a skeleton, different names do not."""

from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from converters.linking.names import same_person, skeleton, words

_HERE = Path(__file__).parent


def _lists(name: str) -> list[list[str]]:
    lines = (_HERE / name).read_text(encoding="utf-8").splitlines()
    return [[word.strip() for word in line.split("|")] for line in lines if line and not line.startswith("#")]


SAME, DIFFERENT = _lists("same_name.txt"), _lists("different_names.txt")


def test_golden_lists_are_complete() -> None:
    assert (len(SAME), len(DIFFERENT)) == (18, 20)


@pytest.mark.parametrize("spellings", SAME, ids=lambda names: names[0])
def test_spellings_of_one_name_share_a_skeleton(spellings: list[str]) -> None:
    assert len(set(map(skeleton, spellings))) == 1


@pytest.mark.parametrize("names", DIFFERENT, ids=lambda names: names[0])
def test_different_names_stay_apart(names: list[str]) -> None:
    assert all(skeleton(one) != skeleton(other) for one, other in combinations(names, 2))


@settings(deadline=None)
@given(st.text(max_size=40) | st.text(alphabet="aikhjyzsn' ", max_size=20))
def test_skeleton_is_idempotent(name: str) -> None:
    assert skeleton(skeleton(name)) == skeleton(name)


@settings(deadline=None)
@given(st.text(max_size=40))
def test_skeleton_is_plain_words(name: str) -> None:
    assert all(word.isascii() and word.isalnum() and word == word.lower() for word in words(name))


@settings(deadline=None)
@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyzé' -", max_size=30))
def test_case_never_matters(name: str) -> None:
    assert skeleton(name.upper()) == skeleton(name)


@pytest.mark.parametrize(
    ("written", "known", "same"),
    [
        ("Ann B. Cole", "Ann Cole", True),
        ("Ann Beatrix Cole", "Ann Cole", True),
        ("Bea Cole", "Ann Cole", False),
        ("Ann Beatrix Cole", "Ann Maria Cole", False),
        ("Cole", "Ann Cole", False),
        ("Anna Cole", "Ann Cole", False),
    ],
)
def test_full_names_agree_in_first_and_last_word(written: str, known: str, same: bool) -> None:
    assert same_person(written, known) is same
    assert same_person(known, written) is same
