"""The oracle: owlrl draws all consequences of all statements at once.

owlrl sees literals as names (`urn:literal:…`): it can then neither put one in the place of a subject, nor rewrite it
("1.0" to "1"), nor find look-alikes equal (OWL RL's dt-eq), none of which is a statement about the data.
"""

from collections.abc import Iterable

import owlrl
from rdflib import Graph, URIRef

from converters.graph.inference_axioms import LITERAL, SAME_AS, Axioms, schema
from converters.ntriples import Statement


def derive(statements: Iterable[Statement], ontology: Graph, known: Axioms) -> set[Statement]:
    """The new statements about the data; an identity link (owl:sameAs) copies nothing."""
    stated = set(statements)
    derived = _expand([triple for triple in stated if triple[1] != SAME_AS], schema(ontology)) - stated
    return {triple for triple in derived if known.is_news(*triple)}


def _expand(stated: Iterable[Statement], part: Graph) -> set[Statement]:
    names: dict[str, str] = {}
    graph = Graph()
    graph += part
    for triple in stated:
        graph.add(tuple(URIRef(term[1:-1]) for term in _hide(triple, names)))  # type: ignore[arg-type]  # three
    # its datatypes would stay registered in rdflib afterwards, and hold every xsd:gMonthDay for ill-typed
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics, improved_datatypes=False).expand(graph)
    literals = {name: literal for literal, name in names.items()}
    named = ((f"<{s}>", f"<{p}>", f"<{o}>") for s, p, o in graph if all(isinstance(t, URIRef) for t in (s, p, o)))
    return {(s, p, literals.get(o, o)) for s, p, o in named}


def _hide(triple: Statement, names: dict[str, str]) -> Statement:
    subject, predicate, term = triple
    if not term.startswith('"'):
        return triple
    return subject, predicate, names.setdefault(term, f"<{LITERAL}{len(names)}>")
