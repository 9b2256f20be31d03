"""Two engines that draw the same consequences: owlrl, the oracle, and tables made from the axioms, the fast one.

owlrl sees literals as names (`urn:literal:…`): it can then neither put one in the place of a subject, nor rewrite it
("1.0" to "1"), nor find look-alikes equal (OWL RL's dt-eq), none of which is a statement about the data.
"""

from collections.abc import Callable, Iterable
from typing import Literal

import owlrl
from rdflib import RDF, Graph, URIRef

from converters.graph.inference_axioms import Axioms, schema
from converters.graph.inference_rules import compile_rules
from converters.ntriples import Statement

Derive = Callable[[Iterable[Statement]], set[Statement]]
"""From statements to the new ones that follow from them."""

_SAME_AS = "<http://www.w3.org/2002/07/owl#sameAs>"
_LITERAL = "urn:literal:"
_TYPE = f"<{RDF.type}>"
_NOISE = ("<http://www.w3.org/2002/07/owl#", "<http://www.w3.org/2000/01/rdf-schema#")
_ABSTRACT = (f"<{_LITERAL}", *_NOISE)


def deriver(engine: Literal["reference", "fast"], ontology: Graph, known: Axioms) -> Derive:
    """The engine for an ontology and its axioms, compiled once."""
    expand = _owlrl(schema(ontology)) if engine == "reference" else _rules(known)

    def derive(statements: Iterable[Statement]) -> set[Statement]:
        stated = set(statements)
        derived = expand([triple for triple in stated if triple[1] != _SAME_AS]) - stated
        return {(s, p, o) for s, p, o in derived if _is_news(s, p, o, known.terms)}

    return derive


def _owlrl(part: Graph) -> Callable[[Iterable[Statement]], set[Statement]]:
    def expand(stated: Iterable[Statement]) -> set[Statement]:
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

    return expand


def _rules(known: Axioms) -> Callable[[Iterable[Statement]], set[Statement]]:
    rules = compile_rules(known)
    read = rules.premises()

    def expand(stated: Iterable[Statement]) -> set[Statement]:
        return rules.expand(triple for triple in stated if triple[1] in read)

    return expand


def _hide(triple: Statement, names: dict[str, str]) -> Statement:
    subject, predicate, term = triple
    if not term.startswith('"'):
        return triple
    return subject, predicate, names.setdefault(term, f"<{_LITERAL}{len(names)}>")


def _is_news(subject: str, predicate: str, term: str, known: frozenset[str]) -> bool:
    """Whether a derived statement is about the data: not a literal, a term of the ontology, or anything at all."""
    axiomatic = predicate == _TYPE and term.startswith(_NOISE)
    reflexive = predicate == _SAME_AS and subject == term
    return not (axiomatic or reflexive or subject.startswith(_ABSTRACT) or subject[1:-1] in known)
