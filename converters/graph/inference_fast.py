"""The fast engine: consequences part by part, looked up in tables made from the axioms."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import chain

from converters.graph.inference_axioms import Axioms
from converters.graph.inference_rules import Rules, compile_rules
from converters.graph.nodes import Node
from converters.ntriples import Statement

Derive = Callable[[Iterable[Statement]], set[Statement]]
"""From statements to all that follow from each of them alone."""

_SUBJECT, _OBJECT, _LITERAL = "<urn:any:subject>", "<urn:any:object>", '"any literal"'


def derive(parts: Iterable[Sequence[Node]], known: Axioms) -> Iterator[Iterable[Statement]]:
    """What follows about a part's own nodes with the part, everything else at the end.

    Most rules read one statement. Those that read several run once, over all statements of all parts that such a rule
    can read.
    """
    rules = compile_rules(known)
    follow = _one_by_one(rules, known)
    joining, repeatable, seen = rules.joining(), rules.repeatable(), rules.premises() | rules.heads()
    links: set[Statement] = set()
    later: set[Statement] = set()
    told: set[int] = set()
    for nodes in parts:
        own = {iri for iri, _ in nodes}
        stated = {(iri, p, value) for iri, pairs in nodes for p, value in pairs if p in seen}
        derived = follow(stated) - stated
        news = {triple for triple in derived if triple[0] in own}
        yield news
        later |= derived - news
        links.update(triple for triple in chain(stated, derived) if triple[1] in joining)
        told.update(hash(triple) for triple in chain(stated, news) if triple[1] in repeatable)
    joined = rules.expand(links) - links - follow(links)
    later.update(triple for triple in joined if known.is_news(*triple))
    yield [triple for triple in later if hash(triple) not in told]


def _one_by_one(rules: Rules, known: Axioms) -> Derive:
    """Rules know few terms by name; what follows from a statement about any others is worked out once for all alike."""
    named = rules.named() | {f"<{term}>" for term in known.terms}

    @cache
    def alike(s: str, p: str, o: str) -> tuple[Statement, ...]:
        return tuple(triple for triple in rules.expand([(s, p, o)]) - {(s, p, o)} if known.is_news(*triple))

    def follow(stated: Iterable[Statement]) -> set[Statement]:
        found: set[Statement] = set()
        for s, p, o in stated:
            other = _OBJECT if o[0] == "<" else _LITERAL
            for a, q, b in alike(s if s in named else _SUBJECT, p, o if o in named else other):
                start = s if a == _SUBJECT else o if a == _OBJECT else a
                end = s if b == _SUBJECT else o if b == other else b
                found.add((start, q, end))
        return found

    return follow
