"""Shipped queries are SPARQL 1.1 and no dialect: rdflib answers them as pyoxigraph does."""

import pytest
from pyoxigraph import RdfFormat, Store, Triple, serialize
from rdflib import Graph

from converters.query import NamedQuery, named_queries
from tests.queries.answers import answer

QUERIES = [query for query in named_queries() if not query.name.startswith("export-")]


@pytest.fixture(scope="module")
def union(seeds: Store) -> Graph:
    """All graphs of the seeds as one, in rdflib."""
    triples = {Triple(quad.subject, quad.predicate, quad.object) for quad in seeds}
    return Graph().parse(data=serialize(triples, format=RdfFormat.N_TRIPLES), format="nt")


def rdflib_answer(union: Graph, sparql: str) -> str:
    """The answer as `tests.queries.answers.answer` tells it."""
    result = union.query(sparql)
    names = result.vars or []
    told = [
        "\t".join("" if (cell := row.get(name)) is None else str(cell) for name in names) for row in result.bindings
    ]
    return "\n".join(("\t".join(names), *sorted(told))) + "\n"


@pytest.mark.slow
@pytest.mark.parametrize("query", QUERIES, ids=[query.name for query in QUERIES])
def test_rdflib_gives_the_same_answer(query: NamedQuery, seeds: Store, union: Graph) -> None:
    assert rdflib_answer(union, query.sparql) == answer(seeds, query.sparql)
