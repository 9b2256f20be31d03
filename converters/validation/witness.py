"""What claims say about events, kept while articles stream by: the safety shapes of shapes/event.ttl ask for it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from converters.ntriples import Statement, join

_EW = "https://w3id.org/eventwire/ontology#"
_POINTS = frozenset(f"<{_EW}{name}>" for name in ("about", "content", "fillerEvent"))
"""How a claim or a role points at an event."""
_STATUS, _FACT = f"<{_EW}status>", f"<{_EW}status-publisher_fact>"
_ABOUT, _ROLE = f"<{_EW}about>", f"<{_EW}hasRole>"
_OF_CLAIM = frozenset((_STATUS, _ABOUT, _ROLE, f"<{_EW}eventClass>"))
_OF_ROLE = frozenset(f"<{_EW}{name}>" for name in ("role", "filler"))


class Witness:
    """Remembers one statement that points at each event, and the few of each fact that justify what is stated of it."""

    def __init__(self) -> None:
        self._pointers: dict[str, str] = {}
        self._facts: dict[str, list[str]] = defaultdict(list)

    def hear(self, article: Sequence[Statement]) -> None:
        """Takes note of the claims in an article."""
        facts = {subject for subject, predicate, value in article if predicate == _STATUS and value == _FACT}
        told: dict[str, list[str]] = {fact: [] for fact in facts}
        about: list[tuple[str, str]] = []
        roles: list[tuple[str, str]] = []
        for subject, predicate, value in article:
            if predicate in _POINTS and value not in self._pointers:
                self._pointers[value] = f"{subject} {predicate} {value} ."
            if (subject in facts and predicate in _OF_CLAIM) or predicate in _OF_ROLE:
                told.setdefault(subject, []).append(f"{subject} {predicate} {value} .")
            if subject in facts:
                if predicate == _ABOUT:
                    about.append((subject, value))
                elif predicate == _ROLE:
                    roles.append((subject, value))
        for claim, role in roles:
            told[claim] += told.get(role, ())
        for claim, event in about:
            self._facts[event] += told[claim]

    def about(self, events: Iterable[str]) -> str:
        """What was said about `events` (N-Triples terms), without types, so that no shape targets the speakers."""
        known = list(events)
        lines = {line for event in known for line in self._facts.get(event, ())}
        pointers = {self._pointers[event] for event in known if event in self._pointers}
        return join(sorted(lines | pointers))
