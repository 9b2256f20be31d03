"""Holds the answer of a query against what the scorer of the competency questions expects, by one strict rule.

An answer is right if every expected answer stands in it and no wrong one does; where nothing is expected, if it has no
row. An expected or wrong answer stands in it if *one row* has *all* its words:

- Words are compared in lower case, without accents and possessive 's; 1,027 is the word 1027 and a date one word.
  Function words, and words with which the scorer remarks on an answer, do not count. Nothing is stemmed.
- What the scorer puts in brackets explains and does not count; " / " parts two ways to say the same.
- A0 (or "(A0)") stands for the first article of the scorer by file name, and is the article's name in the row.
- 2025-10 is in a row that has a date in that month. Any other word has to be there itself.
- A cell that is an entity's label stands for all names that the release knows the entity by.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

Names = Mapping[str, frozenset[str]]
"""For each label of an entity all names of the entities that have it."""

FUNCTION = frozenset(
    {"a", "an", "the", "its", "they", "we", "that", "as", "and", "or", "is", "are", "was", "were", "be"}
    | {"of", "in", "on", "at", "to", "by", "from", "before", "across", "among"}
)
REMARKS = frozenset({"no", "both", "unspecified"})
WORD = re.compile(r"\d{4}-\d{2}(?:-\d{2})?|[^\W_]+")
DATE = re.compile(r"\d{4}(?:-\d{2}){1,2}$")
MARK = re.compile(r"\(A(\d)\)|\bA(\d)\b")


@dataclass(frozen=True, slots=True)
class Expected:
    """What the scorer expects of one question; `answers` are parted into ways to say each."""

    answers: tuple[tuple[str, ...], ...]
    wrong: tuple[str, ...]


def expected(asked: Mapping[str, Sequence[str]]) -> Expected:
    """A line of the scorer's questions. What it accepts besides is another way to say its only answer."""
    answers, accept = asked["answers"], tuple(asked["accept"])
    assert len(answers) == 1 or not accept, "accepted besides which of several answers?"
    return Expected(tuple((*_ways(answer), *accept) for answer in answers), tuple(asked["wrong_answers"]))


def faults(asked: Expected, rows: Sequence[Sequence[str]], articles: Sequence[str], names: Names) -> list[str]:
    """What is missing in the rows and what is wrong in them; nothing if the answer is right."""
    told = [_row(cells, names) for cells in rows]
    if not asked.answers:
        return [f"answered: {cells}" for cells in rows]
    missing = [ways[0] for ways in asked.answers if not any(_stands(way, told, articles) for way in ways)]
    return [f"missing: {way}" for way in missing] + [
        f"wrong: {wrong}" for wrong in asked.wrong if _stands(wrong, told, articles)
    ]


def words(text: str) -> frozenset[str]:
    """The words of a text that count (see the rule above)."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    plain = re.sub(r"['’]s\b", "", plain)
    plain = re.sub(r"(?<=\d),(?=\d{3}\b)", "", plain)
    return frozenset(WORD.findall(plain)) - FUNCTION - REMARKS


def _ways(answer: str) -> tuple[str, ...]:
    """The ways to say an answer, each with the article that it names."""
    mark = MARK.search(answer)
    first, *others = answer.split(" / ")
    return (first, *(f"{mark[0]} {other}" if mark else other for other in others))


def _stands(answer: str, told: Iterable[frozenset[str]], articles: Sequence[str]) -> bool:
    """Whether one row has all words of an answer."""
    marks = {
        articles[int(mark[1] or mark[2])].casefold() for mark in MARK.finditer(re.sub(r"\([^()]{3,}\)", "", answer))
    }
    sought = words(re.sub(r"\([^()]*\)", " ", MARK.sub(" ", answer))) | marks
    assert sought, answer
    return any(all(_has(row, word) for word in sought) for row in told)


def _has(row: frozenset[str], word: str) -> bool:
    return word in row or (bool(DATE.match(word)) and any(DATE.match(date) and date.startswith(word) for date in row))


def _row(cells: Sequence[str], names: Names) -> frozenset[str]:
    """The words of a row, and its cells themselves, which may be the name of an article."""
    said = {name for cell in cells for name in (cell, *names.get(cell, ()))}
    return frozenset().union(*map(words, said)) | {cell.casefold() for cell in cells}
