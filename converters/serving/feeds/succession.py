"""What took the place of a thing that is gone, read from how others that stayed speak now where they spoke of it.

If something said exactly one thing in a place (subject and property) and now says exactly one other there, the other is
a successor; most such places decide, and if two are equal nothing is said. A claim that is gone is followed by the only
new one with the same trigger.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from converters.graph.terms import iri
from converters.namespaces import EW

Place = tuple[str, str]
_TRIGGER = iri(EW.trigger)


class Succession:
    """Looks for the successors of the things that are `gone` (IRIs)."""

    def __init__(self, gone: Iterable[str]) -> None:
        self._gone = {iri(one) for one in gone}
        self._votes: defaultdict[str, Counter[str]] = defaultdict(Counter)

    def see(self, former: str, now: str) -> None:
        """Compares what was stated of a thing that stayed with what is stated of it now (N-Triples)."""
        before, after = _places(former), _places(now)
        for place, values in before.items():
            others = after.get(place, ())
            if len(values) == len(others) == 1 and values[0] in self._gone and others[0] not in self._gone:
                self._votes[values[0]][others[0]] += 1

    def see_claims(self, former: Mapping[str, str], made: Mapping[str, str]) -> None:
        """Pairs claims that are gone with new ones; both by IRI, with what is stated of them."""
        by_trigger: defaultdict[str, list[str]] = defaultdict(list)
        for claim, stated in made.items():
            for trigger in _places(stated).get((iri(claim), _TRIGGER), ()):
                by_trigger[trigger].append(claim)
        for claim, stated in former.items():
            for trigger in _places(stated).get((iri(claim), _TRIGGER), ()):
                if len(by_trigger[trigger]) == 1:
                    (successor,) = by_trigger[trigger]
                    self._votes[iri(claim)][iri(successor)] += 1
                    self.see(stated.replace(iri(claim), iri(successor)), made[successor])

    def of(self, one: str) -> str | None:
        """The successor of a thing, as a term."""
        best = self._votes[iri(one)].most_common(2)
        if not best or (len(best) == 2 and best[0][1] == best[1][1]):
            return None
        return best[0][0]


def _places(stated: str) -> dict[Place, list[str]]:
    found: defaultdict[Place, list[str]] = defaultdict(list)
    for line in stated.splitlines():
        subject, predicate, value = line.removesuffix(" .").split(" ", 2)
        found[subject, predicate].append(value)
    return found
