"""Asks a release: SPARQL over its graph and the ontology together, with pyoxigraph.

A question is SPARQL text, a file of it, or the name of a query that ships with eventwire (below `ontology/queries/`;
the comment at its head says what it asks). All prefixes of `converters.namespaces` may be used undeclared, and
the default graph is the union of all graphs (SPARQL 1.1, section 13.1).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    QueryBoolean,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Store,
    Triple,
    Variable,
)

from converters.errors import BadInput
from converters.namespaces import PREFIXES
from converters.resources import resource

Term = NamedNode | BlankNode | Literal | Triple
Answer = QuerySolutions | QueryTriples | QueryBoolean
GRAPH_FILE = "graph.nq"
_APART = {"explain", "serve"}
"""Folders of queries that other modules ask: about `?this`, which they bind, or for what they make."""


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A query that ships with eventwire."""

    name: str
    question: str
    sparql: str
    is_for_anyone: bool = False
    """Whether it asks something of any release; others make its files, or are questions about the seeds."""


def named_queries() -> tuple[NamedQuery, ...]:
    """All queries that ship and need no parameter, sorted by name."""
    folder = resource("ontology", "queries")
    return tuple(_named_query(path) for path in sorted(folder.rglob("*.rq")) if path.parent.name not in _APART)


def sparql_of(asked: str) -> str:
    """The SPARQL of `asked`: a shipped query's name, a file, or SPARQL itself. Raises BadInput for any other word."""
    for query in named_queries():
        if query.name == asked:
            return query.sparql
    if " " in asked or "\n" in asked:
        return asked
    try:
        return Path(asked).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(f"{asked}: no query that ships (`eventwire query --list`), no file of SPARQL") from error


def open_release(data: Path) -> Store:
    """The graph of `data` (see `graph_file`) and the ontology. Raises BadInput if there is none."""
    store = _ontology()
    _load(store, graph_file(data), RdfFormat.N_QUADS)
    return store


def store_of(nquads: bytes) -> Store:
    """The graph that stands in N-Quads of ours, and the ontology."""
    store = _ontology()
    store.bulk_load(nquads, RdfFormat.N_QUADS)
    return store


def graph_file(data: Path) -> Path:
    """The quads of `data`: an output folder, a release in it, or the file itself. Raises BadInput if there are none."""
    for path in (data / "latest" / GRAPH_FILE, data / GRAPH_FILE, data):
        if path.is_file():
            return path
    raise BadInput(f"{data}: no release here (no latest/{GRAPH_FILE}); make one with `eventwire convert`")


def ask(store: Store, sparql: str, this: NamedNode | None = None) -> Answer:
    """The answer to `sparql`, `?this` bound if given. Raises BadInput if it is not SPARQL 1.1, naming the place."""
    bound: dict[Variable, Term] | None = {Variable("this"): this} if this else None
    with evaluating():
        return store.query(sparql, prefixes=PREFIXES, use_default_graph_as_union=True, substitutions=bound)


@contextmanager
def evaluating() -> Iterator[None]:
    """Turns what pyoxigraph raises, while it parses or while an answer is walked, into BadInput."""
    try:
        yield
    except SyntaxError as error:
        raise BadInput(f"not SPARQL 1.1: {_briefly(error)}") from error
    except (RuntimeError, OSError) as error:
        raise BadInput(f"the query cannot be answered: {error}") from error


def rows(store: Store, sparql: str, this: NamedNode | None = None) -> Iterator[dict[str, str]]:
    """The solutions of a SELECT as plain strings, unbound variables left out. Raises BadInput for any other query."""
    answer = ask(store, sparql, this)
    if not isinstance(answer, QuerySolutions):
        raise BadInput("this question wants a SELECT query")
    names = [variable.value for variable in answer.variables]
    with evaluating():
        for solution in answer:
            yield {name: term.value for name in names if (term := solution[name]) is not None}


def _briefly(error: SyntaxError) -> str:
    """What is wrong and where, without the list of everything that would have been right."""
    return " ".join(error.msg.partition(": expected one of")[0].split())


def _ontology() -> Store:
    store = Store()
    for module in sorted(resource("ontology", "modules").glob("*.ttl")):
        _load(store, module, RdfFormat.TURTLE)
    return store


def _load(store: Store, path: Path, syntax: RdfFormat) -> None:
    try:
        store.bulk_load(path=str(path), format=syntax)
    except (OSError, SyntaxError) as error:
        raise BadInput(f"{path}: cannot be loaded: {error}") from error


def _named_query(path: Path) -> NamedQuery:
    sparql = path.read_text(encoding="utf-8")
    head = [line.lstrip("# ").rstrip() for line in sparql.splitlines() if line.startswith("#")]
    is_for_anyone = path.parent.name != "questions" and not path.stem.startswith("export-")
    return NamedQuery(path.stem, head[0] if head else "", sparql, is_for_anyone)
