"""What became of the events of an earlier release: joined into others, taken apart, or called otherwise.

A claim keeps its IRI for good, so claims tell which event an earlier one is now. An event whose claims are all gone
has no successor.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from converters.graph.nodes import Node
from converters.graph.terms import name

Replaced = Mapping[str, AbstractSet[str]]
"""Events that are no more, with those that took their place."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier release: the event of each claim, and what replaced events that were gone by then; terms."""

    events: Mapping[str, str]
    replaced: Replaced


def history_nodes(earlier: Earlier, events: Mapping[str, str]) -> Iterator[Node]:
    """Statements about events of the earlier release that are no more, and about those split off from one that is.

    `events` gives the event of each claim now.
    """
    present = frozenset(events.values())
    became: dict[str, set[str]] = defaultdict(set)
    for claim, event in earlier.events.items():
        if claim in events:
            became[event].add(events[claim])
    heirs = {event: became[event] for event in set(earlier.events.values()) if became[event]}
    replaced = {event: now for event, now in heirs.items() if event not in present}
    for event, before in earlier.replaced.items():
        now = {one for former in before for one in ({former} if former in present else heirs.get(former, ()))}
        if now and event not in present:
            replaced[event] = now
    split = [(new, old) for old, now in heirs.items() if old in present for new in now - {old}]
    yield from _nodes("dcterms:isReplacedBy", ((old, new) for old, now in replaced.items() for new in now))
    known = set(earlier.events.values())
    yield from _nodes("prov:wasDerivedFrom", ((new, old) for new, old in split if new not in known))


def _nodes(predicate: str, pairs: Iterable[tuple[str, str]]) -> Iterator[Node]:
    found: dict[str, list[str]] = defaultdict(list)
    for subject, value in pairs:
        found[subject].append(value)
    stated = name(predicate)
    for subject in sorted(found):
        yield Node(subject, tuple((stated, value) for value in sorted(found[subject])))
