"""How many statements there are about things: how far the engine may have to go until it finds something, or nothing.

Counted once for a release that is held in memory. Things with few statements are not told apart.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from pyoxigraph import NamedNode, Store

FEW = 20

_OUT, _INTO = "?thing ?a ?b", "?a ?b ?thing"
_AS_SUBJECT, _AS_OBJECT = "?thing ?p ?other", "?other ?p ?thing"
_MANY = f"SELECT ?thing (COUNT(*) AS ?n) WHERE {{{{ {{0}} }}}} GROUP BY ?thing HAVING (COUNT(*) > {FEW})"
_ALIKE = "SELECT ?p ?thing (COUNT(*) AS ?n) WHERE {{ {0} }} GROUP BY ?p ?thing"
_MOST = "SELECT ?p (MAX(?n) AS ?most) WHERE {{ {{ {0} }} {1} }} GROUP BY ?p"


class Degree(NamedTuple):
    """How many statements begin with something, and how many end with it."""

    out: int
    into: int


@dataclass(frozen=True, slots=True, eq=False)
class Degrees:
    """How many statements there are at most; those by predicate know all predicates that there are."""

    of_any: Degree
    """With any one term."""
    of_many: Mapping[str, Degree]
    """With an IRI, of those that have more than `FEW`."""
    of_subjects: Mapping[str, Degree]
    of_objects: Mapping[str, Degree]
    """With any one of the subjects or objects of a predicate, whatever is said of it."""
    per_subject: Mapping[str, int]
    per_object: Mapping[str, int]
    """With a predicate and any one subject or object."""

    def know(self, iri: str) -> bool:
        """Whether there is more to be told of an IRI than of most."""
        return iri in self.of_many or iri in self.per_subject

    def of(self, iri: str) -> Degree:
        return self.of_many.get(iri, Degree(FEW, FEW))


def count_degrees(store: Store) -> Degrees:
    """Counts the statements of a store, in all graphs together."""
    out, into = _counted(store, _MANY.format(_OUT)), _counted(store, _MANY.format(_INTO))
    per_subject, per_object = (_by_predicate(store, _ALIKE.format(at), "") for at in (_AS_SUBJECT, _AS_OBJECT))
    return Degrees(
        of_any=Degree(max(out.values(), default=FEW), max(into.values(), default=FEW)),
        of_many={
            term.value: Degree(out.get(term, FEW), into.get(term, FEW))
            for term in {**out, **into}
            if isinstance(term, NamedNode)
        },
        of_subjects=_reached(store, _AS_SUBJECT, per_subject),
        of_objects=_reached(store, _AS_OBJECT, per_subject),
        per_subject=per_subject,
        per_object=per_object,
    )


def _reached(store: Store, where: str, predicates: Mapping[str, int]) -> dict[str, Degree]:
    """By predicate, of the things that stand there beside it."""
    out, into = (_by_predicate(store, _MANY.format(ends), where) for ends in (_OUT, _INTO))
    return {name: Degree(out.get(name, FEW), into.get(name, FEW)) for name in predicates}


def _by_predicate(store: Store, counted: str, where: str) -> dict[str, int]:
    return {term.value: most for term, most in _counted(store, _MOST.format(counted, where)).items()}


def _counted(store: Store, sparql: str) -> dict[Any, int]:
    found: Any = store.query(sparql, use_default_graph_as_union=True)
    return {term: int(n.value) for term, n in found}
