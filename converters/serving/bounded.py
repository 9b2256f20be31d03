"""Which queries are look-ups: those whose work is bounded before it is begun, for the engine cannot be interrupted.

There are two kinds. Where every step of the engine is a row or a statement of the answer, it is stopped when the answer
is too much: each group is one pattern with a subject or an object that is known and no variable twice, and nothing is
sorted or left out. Whatever else `grammar` reads is counted (`planning`) by what is known of the release (`degrees`).
"""

import re
from functools import lru_cache
from typing import NamedTuple

import pyoxigraph as ox

from converters.namespaces import PREFIXES, RDF
from converters.serving.degrees import Degrees
from converters.serving.grammar import Asked, Group, Pattern, read, without_iris
from converters.serving.planning import KNOWN, Unbounded, work

LONGEST = 2000
"""Characters of a look-up."""

FOUND, WALKED, SORTED = 5000, 50_000, 1000
"""Rows that are found on the way and statements that are looked at, at most, which takes a few milliseconds; rows that
may be sorted."""

_RESOLVED = re.compile(r"<([A-Za-z][A-Za-z0-9+.-]*+:(?!\.)(?:[^/>]++|/(?!\.))*+)>")
"""An IRI that is the same wherever it stands: absolute, without steps to be resolved."""


class Lookup(NamedTuple):
    """A look-up: the prefixes that it uses undeclared, and whether it is found in memory, if the release is held there.

    There the engine walks all statements about one of the terms of a pattern; on disk it has an index for any. It finds
    rows in another order, so that the pages of an answer (LIMIT, OFFSET) have to come from disk, as those of workers.
    """

    prefixes: dict[str, str]
    in_memory: bool


def lookup_in(query: str, degrees: Degrees | None) -> Lookup | None:
    """What is to be known of a look-up; None for a query that is none, or is one and written otherwise.

    Without `degrees`, as of a release that is not held in memory, only those of the first kind are look-ups.
    """
    if len(query) > LONGEST:
        return None
    form, iris = without_iris(query)
    judged = _judged(form)
    if judged is None or judged.is_answer or (degrees and _is_little(judged.asked, iris, degrees)):
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
    return _Judged(asked, Lookup(undeclared, in_memory), is_answer)


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


def _is_little(asked: Asked, iris: list[str], degrees: Degrees) -> bool:
    """Whether what the engine does at most is little."""
    if ox.__version__ not in KNOWN:
        return False
    try:
        needed = [work(_resolved(group, asked, iris), degrees) for group in asked.groups]
    except Unbounded:
        return False
    found, walked, rows = map(sum, zip(*needed, strict=True))
    return found <= FOUND and walked <= WALKED and (rows <= SORTED or not asked.is_ordered)


def _resolved(group: Group, asked: Asked, iris: list[str]) -> Group:
    """The group with whole IRIs. Raises Unbounded if one is not to be known without the rules for relative ones."""

    def resolved(term: str) -> str:
        if term == "a":
            return str(RDF.type)
        if term[0] == "?":
            return term
        if term[0] == "<":
            whole = _RESOLVED.fullmatch(iris[int(term[1:-1])])
            if whole is None:
                raise Unbounded
            return whole[1]
        prefix, _, name = term.partition(":")
        declared = asked.prefixes.get(prefix)
        return (resolved(declared) if declared else PREFIXES[prefix]) + name

    return group.mapped(resolved)
