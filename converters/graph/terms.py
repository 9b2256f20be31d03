"""RDF terms as N-Triples text: made once, written as they are by every writer.

A term is a `str`: `<iri>` or a literal in quotes. Plain strings carry no datatype (they are xsd:string, RDF 1.1
Concepts section 3.3), and lexical forms are those that rdflib and pyoxigraph both keep (no zeros at the end).
"""

import re
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache

from converters.namespaces import PREFIXES

_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}
_UNSAFE = re.compile(r'["\\\x00-\x1f\x7f-\x9f\u2028\u2029]')
_UNSAFE_IRI = re.compile(r'[\x00-\x20<>"{}|^`\\]')


def _escaped(match: re.Match[str]) -> str:
    return _ESCAPES.get(match[0]) or f"\\u{ord(match[0]):04X}"


def iri(value: str) -> str:
    """An IRI reference. Raises ValueError on characters that RFC 3987 does not allow (N-Triples IRIREF)."""
    if _UNSAFE_IRI.search(value):
        raise ValueError(f"not an IRI: {value!r}")
    return f"<{value}>"


@lru_cache(maxsize=4096)
def name(prefixed: str) -> str:
    """The IRI of a prefixed name such as `ew:about`. Raises KeyError on a prefix not in `converters.namespaces`."""
    prefix, local = prefixed.split(":", 1)
    return iri(PREFIXES[prefix] + local)


def text(value: str, language: str | None = None) -> str:
    """A string, with a language tag if one is given. Control and line characters are escaped: one line stays one."""
    quoted = f'"{_UNSAFE.sub(_escaped, value)}"'
    return f"{quoted}@{language}" if language else quoted


def _typed(lexical: str, datatype: str) -> str:
    return f'"{lexical}"^^{name(datatype)}'


@lru_cache(maxsize=4096)
def integer(value: int) -> str:
    """A whole number. Articles have the same positions."""
    return _typed(str(value), "xsd:integer")


def boolean(value: bool) -> str:
    return _typed("true" if value else "false", "xsd:boolean")


def decimal(value: float) -> str:
    """The canonical decimal of XSD 1.1 (`1027`, `0.97`), read from the shortest form of the float."""
    digits = f"{Decimal(repr(value)):f}"
    if "." in digits:
        digits = digits.rstrip("0").rstrip(".")
    return _typed("0" if digits == "-0" else digits, "xsd:decimal")


def day(value: date) -> str:
    return _typed(value.isoformat(), "xsd:date")


def instant(value: str) -> tuple[str, str]:
    """Property and literal of an instant: ISO date, minute, or `--MM-DD`. Raises ValueError on anything else."""
    if value.startswith("--"):
        date.fromisoformat(f"2000{value[1:]}")
        return "ew:inMonthDay", _typed(value, "xsd:gMonthDay")
    if "T" in value:
        return "ew:inDateTime", _typed(datetime.fromisoformat(value).isoformat(), "xsd:dateTime")
    return "time:inXSDDate", day(date.fromisoformat(value))


def wkt_point(lat: float, lon: float) -> str:
    """A GeoSPARQL WKT point: longitude first (GeoSPARQL 1.1, section 8.5.1, CRS84)."""
    return _typed(f"POINT({_plain(lon)} {_plain(lat)})", "geo:wktLiteral")


def _plain(value: float) -> str:
    return decimal(value).split('"')[1]
