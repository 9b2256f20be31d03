"""Words that open one end of a time: it begins there ("since Monday", "from 2014 onwards") or ends ("until May")."""

from dataclasses import dataclass, replace
from typing import TypeVar

from converters.language.tree import Token, TokenSpan
from converters.reading.model import TimeExpression
from converters.reading.syntax.tree import CLAUSAL, children, is_verbal
from converters.reading.times.hits import Wording
from converters.reading.times.model import When
from converters.reading.times.tense import MODIFIERS, is_deferred
from converters.reading.times.words import Side, TimeWords

T = TypeVar("T", When, TimeExpression)

_LONGEST = 40
"""Characters before a time in which an opening word ("no later than the") is looked for."""


@dataclass(frozen=True, slots=True)
class Opening:
    """`keeps` is the end that stays; `start` and `end` are the characters of the time with its opening words."""

    keeps: Side
    start: int
    end: int


def opening_of(text: str, wording: Wording, tokens: TokenSpan, words: TimeWords) -> Opening | None:
    """What the words right before (and after) a time make of it; None leaves it as it is."""
    window = max(0, wording.start - _LONGEST), wording.start
    opens = words.opens.search(text, *window)
    if opens and (onward := words.onward.match(text, wording.end)):
        return Opening("start", opens.start(), onward.end())
    if tokens.root.dep_ in MODIFIERS or wording.to is not None or is_deferred(tokens.root, words):
        return None
    if begins := words.begins.search(text, *window):
        return Opening("start", begins.start(), wording.end)
    ends = words.ends.search(text, *window)
    if ends and not (ends["phrase"].lower() in words.point and _is_negated(tokens.root)):
        return Opening("end", ends.start(), wording.end)
    return None


def is_near(text: str, wording: Wording, words: TimeWords) -> bool:
    """Whether a time of day is only near the time itself ("shortly before midnight")."""
    return words.near.search(text, max(0, wording.start - _LONGEST), wording.start) is not None


def _is_negated(token: Token) -> bool:
    """ "not until Monday" tells when it happened."""
    verb = next((t for t in token.ancestors if is_verbal(t)), None)
    return verb is not None and bool(children(verb, "neg"))


def clause_opening(tokens: TokenSpan, words: TimeWords) -> tuple[Token, Side] | None:
    """The word that begins the clause a time dates ("since the siege began on Monday"), and the end that it keeps."""
    for above in tokens.root.ancestors:
        if is_verbal(above) or above.dep_ in CLAUSAL:
            marks = [*children(above, "mark"), *([above.head] if above.dep_ == "pcomp" else [])]
            found = next((m for m in marks if m.lower_ in words.clauses and m.i < tokens.start), None)
            return (found, words.clauses[found.lower_]) if found else None
        if above.pos_ in {"NOUN", "PROPN"} and (above.i < tokens.start or tokens.root.dep_ in MODIFIERS):
            mark = above.head  # "since the arrest of May 2"; "before sending envoys to a meeting on Monday" dates that
            keeps = words.nouns.get(mark.lower_) if above.dep_ == "pobj" and mark.i < tokens.start else None
            return (mark, keeps) if keeps else None
    return None


def opened(when: T, keeps: Side) -> T:
    """The time with its other end open; as it is where the end to keep is open too."""
    if (when.start if keeps == "start" else when.end) is None:
        return when
    if keeps == "start":
        return replace(when, end=None, precision="interval")
    return replace(when, start=None, precision="interval")
