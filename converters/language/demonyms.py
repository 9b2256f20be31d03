"""Which words name a country, its people or its seat of government, as data: `ontology/gazetteer/*.tsv`.

Reading needs this to know that "Estonian", "Estonia" and "Tallinn" may be one actor; who it is, is linking's business.
"""

import csv
import re
from functools import cache
from types import MappingProxyType

from converters.errors import BadData
from converters.resources import resource

Codes = MappingProxyType[str, str]
_CODE = re.compile(r"[A-Z]{2}")


def demonym_country(word: str) -> str | None:
    """The ISO 3166 code of the country an adjective or a people's name belongs to: "Estonian", "Estonians" -> EE."""
    table = demonyms()
    return table.get(word) or (table.get(word[:-1]) if word.endswith("s") else None)


@cache
def countries() -> Codes:
    """Country name -> code."""
    return _codes("countries.tsv")


@cache
def country_name(code: str) -> str | None:
    """The usual name of a country: the first of its code in the file."""
    return next((name for name, of in countries().items() if of == code), None)


@cache
def demonyms() -> Codes:
    """Adjective or singular name of a people -> code of its country."""
    return _codes("demonyms.tsv")


@cache
def capitals() -> Codes:
    """Seat of government -> code of the country."""
    return _codes("capitals.tsv")


def _codes(name: str) -> Codes:
    """Word -> code, the first two columns of a file; comments and the heading are skipped. Raises BadData.

    Where a third column tells the kind of seat, only capitals count: "Kremlin" is a body of its own.
    """
    text = resource("ontology", "gazetteer", name).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    rows = list(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    found: dict[str, str] = {}
    for number, row in enumerate(rows):
        if len(row) < 2 or not _CODE.fullmatch(row[1]):
            if number == 0:
                continue
            raise BadData(f"{name}: {row!r} is not a word, a tab and a country code")
        if len(row) < 3 or row[2] == "capital":
            found.setdefault(row[0], row[1])
    return MappingProxyType(found)
