"""How much the engine walks at most to answer a group: in which order it takes the parts, and how far each leads.

Oxigraph's optimiser (`sparopt`) knows nothing of the data: it guesses by what is known of each part, begins with the
smallest, goes on with the smallest of those that share a variable, and looks the next up for each row that it has; what
shares no variable is found by itself, and combined. It is followed here step by step. Another version may go another
way, so nothing is bounded for one that is not `KNOWN`; tests compare the order of the rows.
"""

from collections.abc import Container, Iterable, Iterator, Set
from typing import NamedTuple

from converters.namespaces import RDF
from converters.serving.degrees import Degree, Degrees
from converters.serving.grammar import Group, Pattern, Values

KNOWN = frozenset({"0.5.13"})
"""Versions of pyoxigraph that go this way."""

_TYPE = str(RDF.type)
_LARGEST = 2**64 - 1
_GUESSED = {
    (True, True, True): 1,
    (True, True, False): 10,
    (True, False, True): 2,
    (False, True, True): 1_000,
    (True, False, False): 100,
    (False, False, True): 10_000,
    (False, True, False): 1_000_000,
    (False, False, False): 1_000_000_000,
}
"""Rows by whether subject, predicate and object are known."""

Part = Pattern | Values
Reached = dict[str, Degree]
"""The variables that are bound, with how many statements there are about what they stand for."""


class Work(NamedTuple):
    """Rows that are found on the way, statements that are looked at for them, and rows of the answer."""

    found: int
    walked: int
    rows: int


class Unbounded(Exception):
    """A step may lead anywhere."""


def work(group: Group, degrees: Degrees) -> Work:
    """The most there can be; terms of the group are variables or IRIs. Raises Unbounded."""
    total, size, reached = Work(0, 0, 1), 1, Reached()
    for component in components(group.parts):
        alone, within = Work(0, 0, 1), Reached()
        for part in component:
            size = _times(size, guess(part, within))
            alone = _with(alone, *_step(part, within, degrees))
        rows = total.rows * alone.rows
        total = Work(total.found + alone.found + rows, total.walked + alone.walked, rows)
        reached |= within
    for pattern in group.optional:
        known = reached.keys()
        if not is_looked_up(pattern, known, size):
            raise Unbounded
        size = _times(size, guess(pattern, known | variables(pattern)))
        matches, walked = _step(pattern, dict(reached), degrees)
        total = _with(total, max(matches, 1), walked)
    return total


def components(parts: Iterable[Part]) -> Iterator[list[Part]]:
    """The parts in the order in which they are taken, those apart that are connected by variables."""
    left = list(parts)
    while left:
        taken: list[Part] = []
        known: set[str] = set()
        size = 1
        near = left
        while near:
            chosen = min(near, key=lambda part: _times(size, guess(part, known)))
            left.remove(chosen)
            taken.append(chosen)
            size = _times(size, guess(chosen, known))
            known |= variables(chosen)
            near = [part for part in left if variables(part) & known]
        yield taken


def is_looked_up(pattern: Pattern, known: Set[str], size: int) -> bool:
    """Whether what is optional is looked up for each of the rows that are guessed, and not found by itself before."""
    shared = variables(pattern) & known
    alone = _times(size, guess(pattern, ())) // min(1000 ** len(shared), _LARGEST)
    return bool(shared) and _times(size, guess(pattern, known)) <= _times(alone, 100)


def guess(part: Part, known: Container[str]) -> int:
    """How many rows a part has, where some variables are known."""
    if isinstance(part, Values):
        return len(part.terms)
    subject, predicate, value = (term[0] != "?" or term in known for term in part[:3])
    return _GUESSED[subject, predicate, value] + (part.predicate == _TYPE)


def variables(part: Part) -> set[str]:
    if isinstance(part, Values):
        return {part.variable}
    return {term for term in part if term and term[0] == "?"}


def _step(part: Part, reached: Reached, degrees: Degrees) -> tuple[int, int]:
    """How many rows come of one that there is, of how many statements; notes what variables stand for then."""
    if isinstance(part, Values):
        given = [degrees.of(term) for term in part.terms]
        most = Degree(max(one.out for one in given), max(one.into for one in given))
        reached[part.variable] = _least(most, reached.get(part.variable, most))
        return len(given), len(given)
    name = part.predicate if part.predicate[0] != "?" else None
    subject, value = _degree(part.subject, reached, degrees), _degree(part.value, reached, degrees)
    walked = min(subject.out if subject else _LARGEST, value.into if value else _LARGEST)
    if walked == _LARGEST:
        raise Unbounded
    matches = [walked]
    if name:
        matches += [degrees.per_subject.get(name, 0)] if subject else []
        matches += [degrees.per_object.get(name, 0)] if value else []
    _note(part, name, reached, degrees)
    return min(matches), walked


def _degree(term: str, reached: Reached, degrees: Degrees) -> Degree | None:
    """What there is about a term of a pattern; None if it may be any."""
    return reached.get(term) if term[0] == "?" else degrees.of(term)


def _note(pattern: Pattern, name: str | None, reached: Reached, degrees: Degrees) -> None:
    """Notes what the variables of a pattern stand for, with a predicate of this name or any."""
    any_of = degrees.of_any
    at_subject = degrees.of_subjects.get(name, any_of) if name else any_of
    at_object = degrees.of_objects.get(name, any_of) if name else any_of
    degrees_of = zip(pattern, (at_subject, any_of, at_object, any_of), strict=True)
    for term, degree in degrees_of:
        if term and term[0] == "?":
            reached[term] = _least(degree, reached.get(term, degree))


def _least(one: Degree, other: Degree) -> Degree:
    return Degree(min(one.out, other.out), min(one.into, other.into))


def _with(work: Work, matches: int, walked: int) -> Work:
    """The work after one more step for each row."""
    rows = work.rows * matches
    return Work(work.found + rows, work.walked + work.rows * walked, rows)


def _times(size: int, other: int) -> int:
    return min(size * other, _LARGEST)
