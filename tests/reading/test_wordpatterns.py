"""Patterns over words: which rules are tried on a text, and where they hit."""

import pytest

from converters.reading.quantities.words import quantity_words
from converters.reading.times.words import time_words
from converters.reading.wordpatterns import WordPatterns

TEXTS = [
    "",
    "In late May 2014, on Monday evening, two to three hundred men came; the week before, at 5 p.m., nobody had.",
    "OVERNIGHT INTO TUESDAY MORE THAN 20 DRONES FLEW 5 MILES (8 KM), THE YEAR AFTER ANOTHER 25-YEAR-OLD.",
    "For weeks, dozens of boats waited between 3 and 4 miles out, three days earlier than in the spring of last year.",
    "A statement without any number or date.",
]


@pytest.mark.parametrize("patterns", [time_words().patterns, quantity_words().patterns], ids=["times", "quantities"])
@pytest.mark.parametrize("text", TEXTS)
def test_a_rule_that_is_left_out_would_have_hit_nothing(patterns: WordPatterns, text: str) -> None:
    plain = text.lower()
    kept = patterns.that_may_match(plain)
    left_out = [rule for rule in patterns.rules if rule not in kept]
    assert left_out
    assert not [rule.name for rule in left_out if rule.regex.search(plain)]


def test_most_rules_are_left_out_where_no_word_speaks_of_a_time() -> None:
    patterns = time_words().patterns
    assert len(patterns.that_may_match("a statement without any number or date.")) < len(patterns.rules) / 2


def test_case_and_letters_that_grow_in_lower_case_leave_the_offsets() -> None:
    text = "İzmir, İzmir: on MONDAY"
    (hit,) = time_words().patterns.find(text)
    assert text[hit.start : hit.end] == "MONDAY"
    assert hit.parts == {"weekday": 0}
