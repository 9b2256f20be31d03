"""The ontology's axioms as SPARQL updates: each adds what follows in one step, for the whole store."""

from collections.abc import Iterable, Iterator, Sequence

from converters.graph.inference_axioms import Axioms

_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"


def compile_rules(axioms: Axioms) -> tuple[str, ...]:
    """SPARQL updates in the order in which one pass mostly suffices: properties, then classes.

    Named after OWL 2 RL (https://www.w3.org/TR/owl2-profiles/, 4.3): prp-spo1, prp-eqp, prp-inv, prp-symp, prp-trp,
    prp-spo2, cls-hv2, prp-dom, prp-rng, cax-sco, cax-eqc, cls-hv1. Trees are closed beforehand (scm-*).
    """
    return (
        *_rule("?x ?q ?y", "?p ?q", _rows(axioms.straight), "?x ?p ?y"),
        *_rule("?y ?q ?x", "?p ?q", _rows(axioms.flipped), "?x ?p ?y"),
        *(_path(f"<{prop}>+", prop) for prop in sorted(axioms.transitive)),
        *(_path("/".join(f"<{step}>" for step in steps), prop) for steps, prop in sorted(axioms.chains)),
        *_rule("?x a ?c", "?p ?v ?c", _rows(axioms.members), "?x ?p ?v"),
        *_rule("?x a ?c", "?p ?c", _rows(axioms.domains), "?x ?p ?y"),
        *_rule("?y a ?c", "?p ?c", _rows(axioms.ranges), "?x ?p ?y"),
        *_rule("?x a ?d", "?c ?d", _rows(axioms.types), "?x a ?c"),
        *_rule("?x ?p ?v", "?c ?p ?v", _rows(axioms.values), "?x a ?c"),
    )


def premises(axioms: Axioms) -> frozenset[str]:
    """The predicates that some rule reads; statements with others can be left out."""
    steps = {step for chain, _ in axioms.chains for step in chain}
    pairs = {p for p, _ in (*axioms.straight, *axioms.flipped, *axioms.domains, *axioms.ranges)}
    return frozenset({_TYPE, *steps, *pairs, *axioms.transitive, *(p for p, _, _ in axioms.members)})


def conclusions(axioms: Axioms) -> frozenset[str]:
    """The predicates that some rule writes."""
    pairs = {q for _, q in (*axioms.straight, *axioms.flipped, *axioms.chains)}
    return frozenset({_TYPE, *pairs, *axioms.transitive, *(p for _, p, _ in axioms.values)})


def joining(axioms: Axioms) -> frozenset[str]:
    """The predicates of rules that read two statements at once, which may stand in different articles."""
    return axioms.transitive | {step for chain, _ in axioms.chains for step in chain}


def _rule(head: str, variables: str, rows: Iterable[str], body: str) -> Iterator[str]:
    table = " ".join(f"({row})" for row in sorted(rows))
    if table:
        yield f"INSERT {{ {head} }} WHERE {{ VALUES ({variables}) {{ {table} }} {body} }}"


def _path(path: str, prop: str) -> str:
    return f"INSERT {{ ?x <{prop}> ?y }} WHERE {{ ?x {path} ?y }}"


def _rows(pairs: Iterable[Sequence[str]]) -> list[str]:
    return [" ".join(f"<{term}>" for term in pair) for pair in pairs]
