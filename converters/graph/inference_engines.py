"""Two engines that draw the same consequences: owlrl, the oracle, and rules on a pyoxigraph store, the fast one.

Both see literals as names (`urn:literal:…`): neither can then put one in the place of a subject, rewrite it ("1.0" to
"1"), or find look-alikes equal (OWL RL's dt-eq), none of which is a statement about the data.
"""

from collections.abc import Callable, Iterable
from typing import Literal

import owlrl
import pyoxigraph as ox
from rdflib import RDF, Graph, URIRef

from converters.graph.inference_axioms import Axioms, schema
from converters.graph.inference_rules import compile_rules, premises

Derive = Callable[[Iterable[str]], set[str]]
"""From statements, N-Triples lines without line breaks, to the new ones that follow from them."""

_SAME_AS = "<http://www.w3.org/2002/07/owl#sameAs>"
_LITERAL = "urn:literal:"
_NOISE = ("http://www.w3.org/2002/07/owl#", "http://www.w3.org/2000/01/rdf-schema#")

Triple = tuple[str, str, str]
"""Terms in N-Triples syntax."""


def deriver(engine: Literal["reference", "fast"], ontology: Graph, known: Axioms) -> Derive:
    """The engine for an ontology and its axioms, compiled once."""
    expand = _owlrl(schema(ontology)) if engine == "reference" else _rules(known)

    def derive(lines: Iterable[str]) -> set[str]:
        names: dict[str, str] = {}
        stated = {_hide(parse(line), names) for line in lines}
        stated = {triple for triple in stated if triple[1] != _SAME_AS}
        literals = {name: literal for literal, name in names.items()}
        wanted = (triple for triple in expand(stated) - stated if _is_news(triple, known))
        return {f"{s} {p} {literals.get(o, o)} ." for s, p, o in wanted}

    return derive


def parse(line: str) -> Triple:
    """The three terms of an N-Triples line with one space between them, as every writer puts it."""
    subject, predicate, rest = line.split(" ", 2)
    return subject, predicate, rest.removesuffix(" .")


def _owlrl(part: Graph) -> Callable[[set[Triple]], set[Triple]]:
    def expand(stated: set[Triple]) -> set[Triple]:
        graph = Graph()
        graph += part
        for triple in stated:
            graph.add(tuple(URIRef(term[1:-1]) for term in triple))  # type: ignore[arg-type]  # three of them
        # its datatypes would stay registered in rdflib afterwards, and hold every xsd:gMonthDay for ill-typed
        owlrl.DeductiveClosure(owlrl.OWLRL_Semantics, improved_datatypes=False).expand(graph)
        named = (triple for triple in graph if all(isinstance(term, URIRef) for term in triple))
        return {(f"<{s}>", f"<{p}>", f"<{o}>") for s, p, o in named}

    return expand


def _rules(known: Axioms) -> Callable[[set[Triple]], set[Triple]]:
    rules = compile_rules(known)
    read = {f"<{predicate}>" for predicate in premises(known)}

    def expand(stated: set[Triple]) -> set[Triple]:
        store = ox.Store()
        text = "\n".join(f"{s} {p} {o} ." for s, p, o in stated if p in read)
        store.bulk_load(text.encode(), format=ox.RdfFormat.N_TRIPLES)
        size = -1
        while size != len(store):
            size = len(store)
            for rule in rules:
                store.update(rule)
        return {(str(quad.subject), str(quad.predicate), str(quad.object)) for quad in store}

    return expand


def _hide(triple: Triple, names: dict[str, str]) -> Triple:
    subject, predicate, term = triple
    if not term.startswith('"'):
        return triple
    return subject, predicate, names.setdefault(term, f"<{_LITERAL}{len(names)}>")


def _is_news(triple: Triple, known: Axioms) -> bool:
    """Whether a derived statement is about the data: not a literal, a term of the ontology, or anything at all."""
    subject, predicate, term = (part[1:-1] for part in triple)
    axiomatic = predicate == str(RDF.type) and term.startswith(_NOISE)
    reflexive = triple[1] == _SAME_AS and subject == term
    return not (subject.startswith((_LITERAL, *_NOISE)) or subject in known.terms or axiomatic or reflexive)
