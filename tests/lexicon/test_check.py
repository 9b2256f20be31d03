"""The check finds entries that can never fire and entries that rival each other."""

from collections.abc import Callable
from pathlib import Path

import pytest

from converters.lexicon.check import check
from converters.lexicon.load import load

Write = Callable[..., Path]

CASES = {
    "shadowed by an entry of another class": (
        "Killing: {verbs: [{take: {object: [a]}}]}\nRecapture: {verbs: [{take: {object: [a], not_subject: [b]}}]}",
        [("unreachable", "Recapture/verb/take (object)")],
    ),
    "everything asked for is forbidden": (
        "Killing: {verbs: [{kill: {object: [a], not_object: [a, b]}}]}",
        [("unreachable", "Killing/verb/kill (object)")],
    ),
    "two classes ask for the same words": (
        "Killing: {verbs: [{take: {not_object: [a]}}]}\nRecapture: {verbs: [{take: {not_object: [b]}}]}",
        [("clash", "Recapture/verb/take")],
    ),
    "a hyphen that the tokenizer cuts": ("Killing: {nouns: [self-harm]}", [("unsplit", "Killing/noun/self-harm")]),
    "a hyphen that it keeps": ("Killing: {nouns: [sit-in]}", []),
    "another class than as a reporting verb": ("Killing: {verbs: [say]}", [("disagreement", "Killing/verb/say")]),
    "different words asked for": (
        "Killing: {verbs: [{take: {object: [a]}}, take out, take]}\nRecapture: {verbs: [{take: {subject: [a]}}]}",
        [],
    ),
}


@pytest.mark.parametrize(("events", "expected"), CASES.values(), ids=CASES.keys())
def test_finds(write: Write, events: str, expected: list[tuple[str, str]]) -> None:
    problems = check(load(write(small=events)), frozenset({"sit-in"}))
    assert [(problem.kind, problem.entry) for problem in problems] == expected
