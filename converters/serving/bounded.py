"""Which queries are look-ups: what is said of things that the query names, one pattern at a time.

The engine cannot be interrupted, so nothing may be tried at once that might go on for ever without an answer. In a
look-up every step of the engine is a row or a statement of the answer, which can be stopped when it is too much: each
pattern has a subject or an object that is known and no variable twice, and nothing is joined, filtered or sorted.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

LONGEST = 2000
"""Characters of a look-up."""

_IRI = r"""<[^<>"{}|^`\\\s]++>"""
_NAME = r"[A-Za-z][\w-]*+:[A-Za-z_][\w-]*+"
_VARIABLE = r"\?\w++"
_TERM = rf"(?:{_VARIABLE}|{_IRI}|{_NAME})"
_TRIPLE = rf"{_TERM}\s++(?:{_TERM}|a)\s++{_TERM}"
_GROUP = rf"\{{\s*+{_TRIPLE}\s*+\.?+\s*+\}}"
_SELECT = rf"SELECT\s++(\*|{_VARIABLE}(?:\s++{_VARIABLE})*+)"
_CONSTRUCT = rf"CONSTRUCT\s*+(\{{\s*+{_TRIPLE}(?:\s*+\.\s*+{_TRIPLE})*+\s*+\.?+\s*+\}})"
_WHERE = rf"(?:WHERE\s*+)?+({_GROUP}|\{{\s*+{_GROUP}(?:\s*+UNION\s*+{_GROUP})++\s*+\}})"
_DESCRIBE = rf"DESCRIBE\s++({_IRI}|{_NAME})"
_LOOKUP = re.compile(
    rf"\s*+(?:PREFIX\s++(?:[A-Za-z][\w-]*+)?+:\s*+{_IRI}\s*+)*+"
    rf"(?:(?:{_SELECT}|{_CONSTRUCT}|ASK)\s*+{_WHERE}|{_DESCRIBE})\s*+(?:LIMIT\s++\d++\s*+)?+",
    re.IGNORECASE,
)
_PARTS = re.compile(rf"({_TERM})\s++({_TERM}|a)\s++({_TERM})")

Triple = tuple[str, str, str]


class Lookup(NamedTuple):
    """A look-up: the prefixes of its names, and whether each pattern `names_one` term only, its subject or object."""

    prefixes: frozenset[str]
    names_one: bool


def lookup_in(query: str) -> Lookup | None:
    """What a look-up is made of; None for a query that is none, or is one and written otherwise."""
    found = _LOOKUP.fullmatch(query) if len(query) <= LONGEST else None
    if found is None:
        return None
    chosen, made, where, described = found.groups()
    if described:
        return Lookup(_prefixes([described]), names_one=True)
    patterns: list[Triple] = _PARTS.findall(where)
    told: list[Triple] = _PARTS.findall(made) if made else patterns
    shown = None if chosen in (None, "*") else chosen.split()
    bounded = (_is_bounded(pattern) and pattern in told and _shows(pattern, shown) for pattern in patterns)
    if not all(bounded):
        return None
    names_one = all(sum(term[0] == "?" for term in pattern) == 2 for pattern in patterns)
    return Lookup(_prefixes(term for pattern in told for term in pattern), names_one)


def _prefixes(terms: Iterable[str]) -> frozenset[str]:
    return frozenset(term.partition(":")[0] for term in terms if term[0] not in "<?")


def _is_bounded(pattern: Triple) -> bool:
    subject, predicate, value = pattern
    known = subject[0] != "?" or value[0] != "?"
    return known and (predicate[0] != "?" or predicate not in (subject, value))


def _shows(pattern: Triple, shown: list[str] | None) -> bool:
    """Whether each answer to a pattern makes the answer to the query longer."""
    return shown is None or any(variable in pattern for variable in shown)
