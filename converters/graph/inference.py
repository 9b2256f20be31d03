"""What follows from the data by the ontology, article by article, as N-Triples."""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Literal

from rdflib import Graph

from converters.graph.inference_axioms import axioms, ontology
from converters.graph.inference_engines import Derive, deriver
from converters.graph.inference_rules import Rules, compile_rules
from converters.ntriples import Shared, Statement, count, statements
from converters.settings import Engine

SLICE = 5_000
"""Shared statements that consequences are drawn from at a time."""

REFERENCE_BELOW = 500
"""`auto`: owlrl draws the consequences of less than this many statements (about a second), rules of more."""


def infer(chunks: Iterable[str], shared: str, engine: Engine = "auto", known: Graph | None = None) -> Iterator[str]:
    """The statements that follow, each once and none stated before, as sorted N-Triples texts.

    `chunks` are N-Triples of one article (or of the provenance) each, `shared` those of the events and entities;
    `known` is the ontology (default: the one that ships). The result is the same as on all statements at once: most
    rules read one statement; those that read two (transitive properties, chains) run once more at the end, over
    `shared` and all statements of the chunks that such a rule can read. Raises BadData for axioms unknown to the rules.
    """
    source = ontology() if known is None else known
    rules = axioms(source)
    stream, choice = _pick(chunks, shared, engine)
    derive = deriver(choice, source, rules)
    if choice == "reference":
        yield _text(derive(statements("\n".join([shared, *stream]))))
        return
    yield from _by_chunk(chain(stream, Shared(shared).slices(SLICE)), derive, compile_rules(rules))


def _by_chunk(chunks: Iterable[str], derive: Derive, rules: Rules) -> Iterator[str]:
    """What follows about a chunk's own nodes with the chunk, everything else at the end."""
    joining, repeatable = rules.joining(), rules.repeatable()
    links: set[Statement] = set()
    later: set[Statement] = set()
    told: set[int] = set()
    for text in chunks:
        stated = list(statements(text))
        derived = derive(stated)
        own = {subject for subject, _, _ in stated}
        news = {triple for triple in derived if triple[0] in own}
        yield _text(news)
        later |= derived - news
        links.update(triple for triple in chain(stated, derived) if triple[1] in joining)
        told.update(hash(triple) for triple in chain(stated, news) if triple[1] in repeatable)
    later |= derive(links)
    yield _text(triple for triple in later if hash(triple) not in told)


def _pick(chunks: Iterable[str], shared: str, engine: Engine) -> tuple[Iterator[str], Literal["reference", "fast"]]:
    """All chunks again, and the engine for them: `auto` looks no further ahead than it must."""
    stream = iter(chunks)
    if engine != "auto":
        return stream, engine
    head, size = [], count(shared)
    while size < REFERENCE_BELOW and (chunk := next(stream, None)) is not None:
        head.append(chunk)
        size += count(chunk)
    return chain(head, stream), "reference" if size < REFERENCE_BELOW else "fast"


def _text(triples: Iterable[Statement]) -> str:
    return "".join(f"{subject} {predicate} {value} .\n" for subject, predicate, value in sorted(triples))
