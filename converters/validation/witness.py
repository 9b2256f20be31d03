"""What claims say about events, kept while articles stream by: the safety shapes of shapes/event.ttl ask for it."""

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence

from converters.ntriples import Statement, join

_EW = "https://w3id.org/eventwire/ontology#"
_STATUS, _FACT = f"<{_EW}status>", f"<{_EW}status-publisher_fact>"
_ABOUT, _ROLE = f"<{_EW}about>", f"<{_EW}hasRole>"
_POINTS = (_ABOUT, f"<{_EW}content>", f"<{_EW}fillerEvent>")
"""How a claim or a role points at an event."""
_OF_CLAIM = (_STATUS, _ABOUT, _ROLE, f"<{_EW}eventClass>")
_OF_ROLE = (f"<{_EW}role>", f"<{_EW}filler>", f"<{_EW}fillerEvent>")
_HEARD = frozenset((*_POINTS, *_OF_CLAIM, *_OF_ROLE))

Heard = Mapping[str, Sequence[tuple[str, str]]]
"""Subjects and objects by predicate."""


class Witness:
    """Remembers one statement that points at each event, and the few of each fact that justify what is stated of it."""

    def __init__(self) -> None:
        self._pointers: dict[str, str] = {}
        self._facts: dict[str, list[str]] = defaultdict(list)

    def hear(self, article: Iterable[Statement]) -> None:
        """Takes note of the claims in an article."""
        heard: dict[str, list[tuple[str, str]]] = {predicate: [] for predicate in _HEARD}
        for subject, predicate, value in article:
            if predicate in heard:
                heard[predicate].append((subject, value))
        for predicate in _POINTS:
            for subject, event in heard[predicate]:
                self._pointers.setdefault(event, f"{subject} {predicate} {event} .")
        facts = {subject for subject, value in heard[_STATUS] if value == _FACT}
        roles = [(claim, role) for claim, role in heard[_ROLE] if claim in facts]
        told = _lines(heard, _OF_CLAIM, facts)
        filled = _lines(heard, _OF_ROLE, {role for _, role in roles})
        for claim, role in roles:
            told[claim] += filled[role]
        for claim, event in heard[_ABOUT]:
            if claim in facts:
                self._facts[event] += told[claim]

    def about(self, events: Iterable[str]) -> str:
        """What was said about `events` (N-Triples terms), without types, so that no shape targets the speakers."""
        known = list(events)
        lines = {line for event in known for line in self._facts.get(event, ())}
        pointers = {self._pointers[event] for event in known if event in self._pointers}
        return join(sorted(lines | pointers))


def _lines(heard: Heard, predicates: Iterable[str], subjects: Container[str]) -> dict[str, list[str]]:
    """The statements with these predicates about each of `subjects`, as N-Triples."""
    found: dict[str, list[str]] = defaultdict(list)
    for predicate in predicates:
        for subject, value in heard[predicate]:
            if subject in subjects:
                found[subject].append(f"{subject} {predicate} {value} .")
    return found
