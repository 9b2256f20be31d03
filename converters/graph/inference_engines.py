"""Two engines that draw the same consequences: owlrl, the oracle, and tables made from the axioms, the fast one.

owlrl sees literals as names (`urn:literal:…`): it can then neither put one in the place of a subject, nor rewrite it
("1.0" to "1"), nor find look-alikes equal (OWL RL's dt-eq), none of which is a statement about the data.
"""

from collections.abc import Callable, Iterable
from typing import Literal

import owlrl
from rdflib import RDF, Graph, URIRef

from converters.graph.inference_axioms import Axioms, schema
from converters.graph.inference_rules import Triple, compile_rules

Derive = Callable[[Iterable[str]], set[str]]
"""From statements, N-Triples lines without line breaks, to the new ones that follow from them."""

_SAME_AS = "<http://www.w3.org/2002/07/owl#sameAs>"
_LITERAL = "urn:literal:"
_TYPE = f"<{RDF.type}>"
_NOISE = ("<http://www.w3.org/2002/07/owl#", "<http://www.w3.org/2000/01/rdf-schema#")
_ABSTRACT = (f"<{_LITERAL}", *_NOISE)


def deriver(engine: Literal["reference", "fast"], ontology: Graph, known: Axioms) -> Derive:
    """The engine for an ontology and its axioms, compiled once."""
    expand = _owlrl(schema(ontology)) if engine == "reference" else _rules(known)

    def derive(lines: Iterable[str]) -> set[str]:
        stated = set(lines)
        derived = {f"{s} {p} {o} ." for s, p, o in expand(stated) if _is_news(s, p, o, known.terms)}
        return derived - stated

    return derive


def parse(line: str) -> Triple:
    """The three terms of an N-Triples line with one space between them, as every writer puts it."""
    subject, predicate, rest = line.split(" ", 2)
    return subject, predicate, rest.removesuffix(" .")


def _owlrl(part: Graph) -> Callable[[Iterable[str]], Iterable[Triple]]:
    def expand(lines: Iterable[str]) -> Iterable[Triple]:
        names: dict[str, str] = {}
        graph = Graph()
        graph += part
        for triple in map(parse, lines):
            if triple[1] != _SAME_AS:
                graph.add(tuple(URIRef(term[1:-1]) for term in _hide(triple, names)))  # type: ignore[arg-type]  # three
        # its datatypes would stay registered in rdflib afterwards, and hold every xsd:gMonthDay for ill-typed
        owlrl.DeductiveClosure(owlrl.OWLRL_Semantics, improved_datatypes=False).expand(graph)
        literals = {name: literal for literal, name in names.items()}
        named = ((f"<{s}>", f"<{p}>", f"<{o}>") for s, p, o in graph if all(isinstance(t, URIRef) for t in (s, p, o)))
        return ((s, p, literals.get(o, o)) for s, p, o in named)

    return expand


def _rules(known: Axioms) -> Callable[[Iterable[str]], Iterable[Triple]]:
    rules = compile_rules(known)
    read = rules.premises() - {_SAME_AS}

    def expand(lines: Iterable[str]) -> Iterable[Triple]:
        return rules.expand(parse(line) for line in lines if line.split(" ", 2)[1] in read)

    return expand


def _hide(triple: Triple, names: dict[str, str]) -> Triple:
    subject, predicate, term = triple
    if not term.startswith('"'):
        return triple
    return subject, predicate, names.setdefault(term, f"<{_LITERAL}{len(names)}>")


def _is_news(subject: str, predicate: str, term: str, known: frozenset[str]) -> bool:
    """Whether a derived statement is about the data: not a literal, a term of the ontology, or anything at all."""
    axiomatic = predicate == _TYPE and term.startswith(_NOISE)
    reflexive = predicate == _SAME_AS and subject == term
    return not (axiomatic or reflexive or subject.startswith(_ABSTRACT) or subject[1:-1] in known)
