"""Chains of voices: every speaker of a list has one of his own, and no list multiplies without end."""

from converters.articles.model import Span
from converters.reading.model import Voice
from converters.reading.speech.voices import MOST, voicings


def voice(source: int) -> Voice:
    return Voice(source, Span(source, source + 1), None, (), None, "asserts")


def test_each_of_two_speakers_has_a_chain_behind_the_same_source() -> None:
    outer, first, second = voice(1), voice(2), voice(3)
    assert voicings([[outer], [first, second]]) == [[outer, first], [outer, second]]


def test_who_repeats_himself_is_one_voice() -> None:
    assert voicings([[voice(1)], [voice(1)]]) == [[voice(1)]]


def test_lists_that_cite_lists_do_not_multiply_without_end() -> None:
    assert len(voicings([[voice(n) for n in range(start, start + 10)] for start in (0, 10, 20)])) == MOST
