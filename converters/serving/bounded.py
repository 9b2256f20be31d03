"""Which queries are look-ups: those whose work is bounded before it is begun, for the engine cannot be interrupted.

There are two kinds. Where every step of the engine is a row or a statement of the answer, it is stopped when the answer
is too much: each group is one pattern with a subject or an object that is known and no variable twice, and nothing is
sorted or left out. Whatever else `grammar` reads is counted (`planning`) by what is known of the release (`degrees`).
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

import pyoxigraph as ox

from converters.namespaces import PREFIXES, RDF
from converters.serving.degrees import Degrees
from converters.serving.direct import Direct, direct
from converters.serving.grammar import NUMBERED, WHOLE, Asked, Group, Pattern, read, without_iris
from converters.serving.planning import KNOWN, Unbounded, work

LONGEST = 2000
"""Characters of a look-up."""

FOUND, WALKED, SORTED = 5000, 20_000, 1000
"""Rows that are found on the way and statements that are looked at, at most, which takes a few milliseconds; rows that
may be sorted."""

_TYPE = str(RDF.type)
_ANY = "any:"
"""Stands for all IRIs of which nothing is known."""


class Lookup(NamedTuple):
    """A look-up: the prefixes that it uses undeclared, and whether it is found in memory, if the release is held there.

    There the engine walks all statements about one of the terms of a pattern; on disk it has an index for any. It finds
    rows in another order, so that the pages of an answer (LIMIT, OFFSET) have to come from disk, as those of workers.
    """

    prefixes: dict[str, str]
    in_memory: bool
    direct: Direct | None = None
    """How it is answered without the engine, if it can be."""


def lookup_in(query: str, degrees: Degrees | None) -> Lookup | None:
    """What is to be known of a look-up; None for a query that is none, or is one and written otherwise.

    Without `degrees`, as of a release that is not held in memory, only those of the first kind are look-ups.
    """
    if len(query) > LONGEST or NUMBERED in query:
        return None
    form, iris = without_iris(query)
    judged = _judged(form)
    if judged is None or judged.is_answer or (degrees and _is_little_work(form, iris, degrees)):
        return judged and judged.lookup
    return None


class _Judged(NamedTuple):
    """What can be said of queries of the same form, and whether each step of the engine is part of the answer."""

    asked: Asked
    lookup: Lookup
    is_answer: bool


@lru_cache(1000)
def _judged(form: str) -> _Judged | None:
    """Programs ask the same of one thing after the other, so a form is looked at once."""
    asked = read(form)
    undeclared = _undeclared(asked) if asked else None
    if asked is None or undeclared is None:
        return None
    is_answer = _is_answer(asked)
    in_memory = (not is_answer or _names_one(asked)) and (asked.is_ordered or not (asked.is_cut or asked.begins_later))
    return _Judged(asked, Lookup(undeclared, in_memory, direct(asked)), is_answer)


def _undeclared(asked: Asked) -> dict[str, str] | None:
    """The prefixes that are used without being declared; None if there is one that nobody knows."""
    names = {term.partition(":")[0] for term in asked.terms() if ":" in term} - asked.prefixes.keys()
    return {name: PREFIXES[name] for name in names} if names <= PREFIXES.keys() else None


def _is_answer(asked: Asked) -> bool:
    if asked.is_distinct or asked.is_ordered or asked.begins_later:
        return False
    return asked.described is not None or all(_is_told(group, asked) for group in asked.groups)


def _is_told(group: Group, asked: Asked) -> bool:
    """Whether a group is one pattern, each answer to which makes that to the query longer."""
    pattern = group.parts[0] if len(group.parts) == 1 and not group.optional else None
    if not isinstance(pattern, Pattern) or pattern.graph:
        return False
    subject, predicate, value, _ = pattern
    named = [term for term in (subject, value) if term[0] != "?"]
    bounded = named and (predicate[0] != "?" or predicate not in (subject, value))
    told = asked.made is None or pattern[:3] in asked.made
    return bool(bounded) and told and (asked.shown is None or any(variable in pattern for variable in asked.shown))


def _names_one(asked: Asked) -> bool:
    """Whether each pattern names one term only: all statements about it are answers."""
    patterns = (part for group in asked.groups for part in group.parts if isinstance(part, Pattern))
    return all(sum(term[0] == "?" for term in pattern[:3]) == 2 for pattern in patterns)


def _is_little_work(form: str, iris: list[str], degrees: Degrees) -> bool:
    whole = [WHOLE.fullmatch(iri) for iri in iris]
    known = tuple(found and (found[1] if found[1] == _TYPE or degrees.know(found[1]) else _ANY) for found in whole)
    return ox.__version__ in KNOWN and None not in known and _is_little(form, known, degrees)


@lru_cache(1000)
def _is_little(form: str, iris: tuple[str, ...], degrees: Degrees) -> bool:
    """Whether what the engine does at most is little. Most things have few statements, so this is found out once."""
    judged = _judged(form)
    assert judged
    names = _Names(judged.asked.prefixes, iris)
    try:
        needed = [work(group.mapped(names.whole), degrees) for group in judged.asked.groups]
    except Unbounded:
        return False
    found, walked, rows = map(sum, zip(*needed, strict=True))
    return found <= FOUND and walked <= WALKED and (rows <= SORTED or not judged.asked.is_ordered)


class _Names(NamedTuple):
    """What the names and numbers in a form stand for."""

    prefixes: Mapping[str, str]
    iris: tuple[str, ...]

    def whole(self, term: str) -> str:
        """The IRI that a term is; variables are left. Raises Unbounded if it depends on the rules for relative ones."""
        if term == "a":
            return _TYPE
        if term[0] == "?":
            return term
        if term[:2] == "<^":
            return self.iris[int(term[2:-1])]
        prefix, _, name = term.partition(":")
        meaning = WHOLE.fullmatch(self.prefixes.get(prefix) or f"<{PREFIXES[prefix]}>")
        if meaning is None:
            raise Unbounded
        return meaning[1] + name
