"""Cuts a body into blocks: paragraphs, headings and bylines, each with its offset.

A line break ends a block unless the line goes on ("the U.S.-led", then "coalition conducted"): then it is a blank.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from converters.language.model import BlockKind

_BREAK = re.compile(r"(?:\r\n|\r|\n|\u2028|\u2029)[^\S\r\n]*")
_FINISHED = re.compile(r"[.!?:;…][\"'”’»)\]]*(?:\s*\([^()]{2,60}\))*\s*$")
_GOES_ON = re.compile(r"[a-z(,;]")
_DATELINE = re.compile(
    r"\A\s*(?=[A-Z])[A-Z][A-Za-z.,'’ /-]{1,60}?"  # the place
    r"(?:, [A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?\.?)?"  # the day
    r"(?:\s*\((?:[A-Z][\w .]{1,30})\))?\s*(?:—|–|--|-{1,2} |\| |/[A-Z]{2,12}/\.)\s*",  # the agency and what parts it
    re.ASCII,
)
_SHOUTED = re.compile(r"[A-Z]{3}")
_BYLINE = re.compile(
    r"\A(?:by [A-Z]|.{0,120}\b(?:contributed to this (?:report|story)|reported from|(?:report|writ|edit)ing by)\b)",
    re.IGNORECASE,
)
_DATE_LINE = re.compile(r"\A\s*(?:[A-Z][a-z]+day,? )?[A-Z][a-z]+\.? \d{1,2},? \d{4}\s*\Z")
_HEADING_WORDS = 16


@dataclass(frozen=True, slots=True)
class RawBlock:
    """A stretch of the body that is parsed on its own; `dateline` is the length of a leading place and dash."""

    start: int
    text: str
    kind: BlockKind


def cut(body: str) -> Iterator[RawBlock]:
    """The blocks of a body in order; what lies between them is white space, a dateline or a bare date."""
    for start, text in _lines(body):
        dateline = _DATELINE.match(text)
        if dateline and _SHOUTED.search(dateline.group()):
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
        rest = body[match.end() :]
        goes_on = bool(line.strip()) and not _FINISHED.search(line) and bool(_GOES_ON.match(rest))
        if not goes_on:
            yield start, body[start : match.start()]
            start = match.end()
        position = match.end()
    yield start, body[start:]


def _kind(text: str) -> BlockKind:
    if _BYLINE.match(text) and len(text) < 400:
        return "byline"
    if len(text.split()) <= _HEADING_WORDS and not _FINISHED.search(text):
        return "heading"
    return "paragraph"
