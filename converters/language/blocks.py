"""Cuts a body into blocks: paragraphs, headings and bylines, each with its offset.

A line break ends a block unless the line goes on ("the U.S.-led", then "coalition conducted"): then it is a blank.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from converters.language.demonyms import countries
from converters.language.model import BlockKind
from converters.language.towns import towns

_BREAK = re.compile(r"(?:\r\n|\r|\n|\u2028|\u2029)[^\S\r\n]*")
_FINISHED = re.compile(r"[.!?:;…][\"'”’»)\]]*(?:\s*\([^()]{2,60}\))*\s*$")
_GOES_ON = re.compile(r"[a-z(,;]")
_NAME = r"[^\W\d_a-z][\w.'’-]*(?:[ /-](?:[a-z]{1,3} )?[^\W\d_a-z][\w.'’-]*){0,3}"
_DATE = r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8})(?:,? \d{4})?"
_AGENCY = r"\((?:[a-z]{2,4}/)?[A-Z][\w ./-]{1,30}\)"
_DASH = r"\s*(?:—|–|--|- )\s*"
_DATELINE = re.compile(
    rf"\A\s*(?:{_NAME}(?:, {_NAME}){{0,2}}(?:[,.]? {_DATE}| \({_DATE}\))?(?:,?\s*{_AGENCY})?"
    rf"(?:{_DASH}|\s*(?:\| |: )\s*|\.? /[A-Z][\w-]*/\.? )"
    rf"|{_NAME},? {_DATE},?\s*{_AGENCY}\s+|{_AGENCY}{_DASH})(?=[^\sa-z])"
)
"""A place or two, region, date, agency; a dash, a colon or the agency between strokes ("ROME, May 2. /ABC/. …"). Or a
place, a date and the agency, or the agency alone ("Rome, May 2 (ABC) …", "(ABC) - …").
"""
_CLOCK = re.compile(
    r"\A\s*[0-2]?\d[:.h][0-5]\d(?:\s?[ap]\.?m\.?)?(?:\s[A-Z]{2,4})?\s*[-–—:|]\s*(?=[^\W\d_])", re.IGNORECASE
)
"""When a line of a live report was written ("09:15 GMT - …")."""
_SHOUTED = re.compile(r"\A\s*[A-ZÀ-ÖØ-Þ'’]{3}|\((?:[a-z]{2,4}/)?[A-Z]{2,}")
_SIGNED = re.compile(rf"\A\s*{_AGENCY}|{_DATE},?\s*{_AGENCY}")
"""A dateline begins in capitals, or names an agency by its letters in brackets."""
_BYLINE = re.compile(
    r"\A.{0,120}\b(?:contributed to this (?:report|story)|reported from|(?:report|writ|edit)ing by)\b", re.IGNORECASE
)
_AUTHOR = re.compile(r"\A[Bb][Yy] [A-Z]")
"""Who wrote it, in a line that is no sentence ("By Monday, ten had died.")."""
_DATE_LINE = re.compile(r"\A\s*(?:[A-Z][a-z]+day,? )?[A-Z][a-z]+\.? \d{1,2},? \d{4}\s*\Z")
_HEADING_WORDS = 16


@dataclass(frozen=True, slots=True)
class RawBlock:
    """A stretch of the body that is parsed on its own; `dateline` is the length of a leading place and dash."""

    start: int
    text: str
    kind: BlockKind


def _opens(dateline: str) -> bool:
    """Whether a name and a dash are a dateline: in capitals, with an agency, or a place with its country or another.

    Before a colon more than a place may stand ("UNICEF: Two million are in need"): there it must be a town we know.
    """
    name = dateline.strip(" \t-–—|:")
    if _SIGNED.search(dateline):
        return True
    if dateline.rstrip().endswith(":"):
        return name.isupper() and name.partition("/")[0].casefold() in towns()
    parts = name.split(", ")
    town = len(parts) > 1 and parts[0].casefold() in towns()  # "Kismayo, Washington - …"
    return bool(_SHOUTED.search(dateline)) or parts[-1] in countries() or town


def cut(body: str) -> Iterator[RawBlock]:
    """The blocks of a body in order; what lies between them is white space, a dateline or a bare date."""
    for start, text in _lines(body):
        if clock := _CLOCK.match(text):
            start, text = start + clock.end(), text[clock.end() :]
        dateline = _DATELINE.match(text)
        if dateline and _opens(dateline.group()) and not text.isupper():
            start, text = start + dateline.end(), text[dateline.end() :]
        if not text.strip() or _DATE_LINE.match(text):
            continue
        lead = len(text) - len(text.lstrip())
        text = text.strip()
        yield RawBlock(start + lead, text, _kind(text))


def _lines(body: str) -> Iterator[tuple[int, str]]:
    start, position = 0, 0
    for match in _BREAK.finditer(body):
        line = body[position : match.start()]
        goes_on = bool(line.strip()) and not _FINISHED.search(line) and bool(_GOES_ON.match(body, match.end()))
        if not goes_on:
            yield start, body[start : match.start()]
            start = match.end()
        position = match.end()
    yield start, body[start:]


def _kind(text: str) -> BlockKind:
    if (_BYLINE.match(text) and len(text) < 400) or (_AUTHOR.match(text) and not _FINISHED.search(text)):
        return "byline"
    if len(text.split()) <= _HEADING_WORDS and not _FINISHED.search(text):
        return "heading"
    return "paragraph"
