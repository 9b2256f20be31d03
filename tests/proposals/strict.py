"""Reads QuickStatements, version 1, more strictly than it reads itself: a line that might be misread is an error."""

import re
from dataclasses import dataclass

ITEM = re.compile(r"Q[1-9]\d*")
TIME = re.compile(r"\+(\d{4})-(\d{2})-(\d{2})T00:00:00Z/(9|10|11)")
STRING = re.compile(r'"[^"\t\n]+"')
LINE = re.compile(r"(?P<command>[^\n]*?) /\* (?P<comment>(?:(?!\*/|/\*)[^\t\n])*) \*/")


@dataclass(frozen=True)
class Statement:
    subject: str
    property: str
    value: str
    qualifiers: dict[str, str]
    reference: dict[str, str]
    comment: str


def read(text: str) -> list[Statement]:
    assert text == "" or text.endswith("\n")
    return [_statement(line) for line in text.splitlines()]


def _statement(line: str) -> Statement:
    found = LINE.fullmatch(line)
    assert found, f"no command with a comment: {line!r}"
    subject, property_, value, *rest = found["command"].split("\t")
    assert ITEM.fullmatch(subject) and re.fullmatch(r"P[1-9]\d*", property_), line
    assert len(rest) % 2 == 0, "qualifiers and references are pairs"
    keys, values = rest[::2], rest[1::2]
    assert all(map(_is_value, [value, *values])), line
    assert all(re.fullmatch(r"[PS][1-9]\d*", key) for key in keys), line
    assert keys == sorted(keys, key=lambda key: key[0]) and len(keys) == len(set(keys)), "references come last, once"
    pairs = dict(zip(keys, values, strict=True))
    return Statement(
        subject,
        property_,
        value,
        {key: told for key, told in pairs.items() if key[0] == "P"},
        {key: told for key, told in pairs.items() if key[0] == "S"},
        found["comment"],
    )


def _is_value(cell: str) -> bool:
    time = TIME.fullmatch(cell)
    if time:
        month, day, precision = int(time[2]), int(time[3]), int(time[4])
        return (month > 0) == (precision > 9) and (day > 0) == (precision > 10)
    return bool(ITEM.fullmatch(cell) or STRING.fullmatch(cell))
