"""What claims say about events, kept while articles stream by: the safety shapes of shapes/event.ttl ask for it."""

from collections import defaultdict
from collections.abc import Iterable

from converters.ntriples import join

_EW = "https://w3id.org/eventwire/ontology#"
_POINTS = frozenset(f"<{_EW}{name}>" for name in ("about", "content", "fillerEvent"))
"""How a claim or a role points at an event."""
_TELLS = frozenset(f"<{_EW}{name}>" for name in ("status", "eventClass", "role", "filler"))
_ROLE = f"<{_EW}hasRole>"


class Witness:
    """Remembers the few statements of each claim that may justify what is stated about an event."""

    def __init__(self) -> None:
        self._said: dict[str, list[str]] = defaultdict(list)
        self._roles: dict[str, list[str]] = defaultdict(list)
        self._speakers: dict[str, list[str]] = defaultdict(list)

    def hear(self, chunk: str) -> None:
        """Takes note of the claims in an article's N-Triples."""
        for line in chunk.splitlines():
            subject, predicate, term = (*line.split(" ", 2), "", "")[:3]
            if predicate in _POINTS:
                self._speakers[term.removesuffix(" .")].append(subject)
                self._said[subject].append(line)
            elif predicate == _ROLE:
                self._roles[subject].append(term.removesuffix(" ."))
                self._said[subject].append(line)
            elif predicate in _TELLS:
                self._said[subject].append(line)

    def about(self, events: Iterable[str]) -> str:
        """All that was said about `events` (N-Triples terms), without types, so that no shape targets the speakers."""
        speakers = {speaker for event in events for speaker in self._speakers.get(event, ())}
        nodes = speakers | {role for speaker in speakers for role in self._roles.get(speaker, ())}
        return join("\n".join(self._said[node]) for node in sorted(nodes) if node in self._said)
