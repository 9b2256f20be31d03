"""The ontology's axioms as tables: what follows from one statement is looked up, what follows from two is joined."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import TypeVar

from converters.graph.inference_axioms import Axioms
from converters.ntriples import Statement as Triple

K = TypeVar("K")
V = TypeVar("V")
Table = dict[str, tuple[str, ...]]

_TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"


@dataclass(frozen=True, slots=True)
class Rules:
    """Named after OWL 2 RL (https://www.w3.org/TR/owl2-profiles/, 4.3). Trees are closed beforehand (scm-*).

    By property: `straight` (prp-spo1, prp-eqp), `flipped` (prp-inv, prp-symp), `domains` (prp-dom), `ranges` (prp-rng).
    By class: `types` (cax-sco, cax-eqc), `values` (cls-hv1). By property and value: `members` (cls-hv2). `transitive`
    (prp-trp) and `chains` (prp-spo2) join two or more statements.
    """

    straight: Table
    flipped: Table
    domains: Table
    ranges: Table
    types: Table
    values: dict[str, tuple[tuple[str, str], ...]]
    members: dict[tuple[str, str], tuple[str, ...]]
    transitive: tuple[str, ...]
    chains: tuple[tuple[tuple[str, ...], str], ...]

    def premises(self) -> frozenset[str]:
        """The predicates that some rule reads; statements with others can be left out."""
        read = {_TYPE, *self.straight, *self.flipped, *self.domains, *self.ranges, *(p for p, _ in self.members)}
        return self.joining() | read

    def joining(self) -> frozenset[str]:
        """The predicates of rules that read two statements at once, which may stand in different articles."""
        return frozenset({*self.transitive, *(step for steps, _ in self.chains for step in steps)})

    def repeatable(self) -> frozenset[str]:
        """The predicates of what may follow from more than one chunk: about objects, or from statements of several."""
        classes = {_TYPE} if self.domains or self.ranges or self.members else set()
        mirrored = (q for heads in self.flipped.values() for q in heads)
        heads = {*self.transitive, *(head for _, head in self.chains), *mirrored}
        implied = (q for head in heads for q in (*self.straight.get(head, ()), *self.flipped.get(head, ())))
        return frozenset({*classes, *heads, *implied, *(p for pairs in self.values.values() for p, _ in pairs)})

    def heads(self) -> frozenset[str]:
        """The predicates of all that rules say."""
        pairs = chain(self.straight.values(), self.flipped.values())
        valued = (p for values in self.values.values() for p, _ in values)
        return (
            frozenset({_TYPE, *chain.from_iterable(pairs), *valued, *(head for _, head in self.chains)})
            | self.joining()
        )

    def named(self) -> frozenset[str]:
        """The terms that some rule knows by name as object of a statement, or states itself."""
        values = (v for pairs in self.values.values() for _, v in pairs)
        return frozenset({*self.types, *self.values, *values, *(v for _, v in self.members)})

    def expand(self, stated: Iterable[Triple]) -> set[Triple]:
        """`stated` and all statements that follow from it."""
        reached: set[Triple] = set()
        waiting = list(stated)
        while waiting:
            while waiting:
                triple = waiting.pop()
                if triple not in reached:
                    reached.add(triple)
                    waiting.extend(self._from_one(*triple))
            waiting = [triple for triple in self._from_several(reached) if triple not in reached]
        return reached

    def _from_one(self, s: str, p: str, o: str) -> list[Triple]:
        found: list[Triple] = []
        if p == _TYPE:
            found += [(s, _TYPE, kind) for kind in self.types.get(o, ())]
            found += [(s, q, value) for q, value in self.values.get(o, ())]
        if p in self.straight:
            found += [(s, q, o) for q in self.straight[p]]
        if p in self.domains:
            found += [(s, _TYPE, kind) for kind in self.domains[p]]
        if (p, o) in self.members:
            found += [(s, _TYPE, kind) for kind in self.members[p, o]]
        if o[0] == "<":  # a literal is no subject
            if p in self.flipped:
                found += [(o, q, s) for q in self.flipped[p]]
            if p in self.ranges:
                found += [(o, _TYPE, kind) for kind in self.ranges[p]]
        return found

    def _from_several(self, triples: Iterable[Triple]) -> Iterator[Triple]:
        joining = self.joining()
        after: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for s, p, o in triples:
            if p in joining:
                after[p][s].add(o)
        for steps, head in (*(((p, p), p) for p in self.transitive), *self.chains):
            for start in list(after[steps[0]]):
                ends = {start}
                for step in steps:
                    ends = {end for place in ends for end in after[step].get(place, ())}
                yield from ((start, head, end) for end in ends)


def compile_rules(axioms: Axioms) -> Rules:
    """The tables, keyed by terms as they stand in N-Triples."""
    return Rules(
        straight=_table(axioms.straight),
        flipped=_table(axioms.flipped),
        domains=_table(axioms.domains),
        ranges=_table(axioms.ranges),
        types=_table(axioms.types),
        values=_grouped((_term(c), (_term(p), _term(v))) for c, p, v in axioms.values),
        members=_grouped(((_term(p), _term(v)), _term(c)) for p, v, c in axioms.members),
        transitive=tuple(map(_term, sorted(axioms.transitive))),
        chains=tuple((tuple(map(_term, steps)), _term(head)) for steps, head in sorted(axioms.chains)),
    )


def _term(iri: str) -> str:
    return f"<{iri}>"


def _table(pairs: Iterable[tuple[str, str]]) -> Table:
    return _grouped((_term(a), _term(b)) for a, b in pairs)


def _grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, tuple[V, ...]]:
    groups: dict[K, list[V]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return {key: tuple(values) for key, values in groups.items()}
