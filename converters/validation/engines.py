"""Two SHACL engines with one face: N-Triples data in, the standard report (SHACL 3.6) as N-Triples out."""

from collections.abc import Callable
from functools import cache, lru_cache
from typing import Any, Literal

import pyoxigraph as ox
from rdflib import Graph
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.sparql import Query
from rdflib.query import Result

from converters.errors import MissingResource
from converters.ntriples import statements
from converters.resources import resource
from converters.settings import Engine

REFERENCE_BELOW = 2_000
"""`auto`: pyshacl validates less than this many statements (about a second), the shacl package more."""

Run = Callable[[str, frozenset[str]], str]
"""What checks data. Instances of the classes in the second argument, as in `targets`, need not be checked."""

_TARGET = "<http://www.w3.org/ns/shacl#targetClass>"
_SUBCLASS = ox.NamedNode("http://www.w3.org/2000/01/rdf-schema#subClassOf")


@cache
def shapes() -> str:
    """Everything in `shapes/` that is about data (`ontology.ttl` is about the ontology), as N-Triples."""
    files = sorted(path for path in resource("shapes").glob("*.ttl") if path.name != "ontology.ttl")
    return "".join(f"{quad.triple} .\n" for path in files for quad in ox.parse(path=path))


@cache
def background() -> str:
    """The ontology's tree of classes as N-Triples: SHACL finds an instance of a subclass only if the data says so."""
    quads = (quad for path in sorted(resource("ontology", "modules").glob("*.ttl")) for quad in ox.parse(path=path))
    named = {quad.triple for quad in quads if quad.predicate == _SUBCLASS and isinstance(quad.object, ox.NamedNode)}
    return "".join(sorted(f"{triple} .\n" for triple in named))


@cache
def targets() -> dict[str, frozenset[str]]:
    """The classes that shapes are about, each with itself and the classes below it."""
    above = [(below, cls) for below, _, cls in statements(background())]
    found: dict[str, frozenset[str]] = {}
    for root in {value for _, predicate, value in statements(shapes()) if predicate == _TARGET}:
        members, size = {root}, 0
        while size < len(members):
            size = len(members)
            members |= {below for below, cls in above if cls in members}
        found[root] = frozenset(members)
    return found


class _Prepared(Graph):
    """A graph that parses a query text once. pyshacl asks the same one for every node: parsing was 95 % of its time."""

    def query(self, query_object: str | Query, *args: Any, **kwargs: Any) -> Result:
        """As `Graph.query`."""
        prepared = _prepare(query_object) if isinstance(query_object, str) else query_object
        return super().query(prepared, *args, **kwargs)


@cache
def _prepare(text: str) -> Query:
    return prepareQuery(text)


def reference(data: str, spared: frozenset[str] = frozenset()) -> str:
    """pyshacl on rdflib: the reading of SHACL that the other engine is measured by. It spares nothing."""
    from pyshacl import validate

    graph = _Prepared().parse(data=data, format="nt")
    _, report, _ = validate(graph, shacl_graph=_reference_shapes(), inplace=True, allow_warnings=True)
    if not isinstance(report, Graph):
        raise TypeError(f"pyshacl gave no report but {report!r}")
    return report.serialize(format="nt")


def fast(data: str, spared: frozenset[str] = frozenset()) -> str:
    """The shacl package, which never builds a Python graph. Raises MissingResource where it is not installed."""
    report = _fast_shapes(spared).validate_text(data, format="ntriples")
    return str(report.serialize("ntriples")) if len(report) else ""


def pick(engine: Engine, statements: int) -> Run:
    """The engine that a setting means for data of this size."""
    if engine == "auto":
        return _auto(statements)
    return _ENGINES[engine]


_ENGINES: dict[Literal["reference", "fast"], Run] = {"reference": reference, "fast": fast}


def _auto(statements: int) -> Run:
    if statements < REFERENCE_BELOW:
        return reference
    try:
        _fast_shapes()
    except MissingResource:
        return reference
    return fast


@cache
def _reference_shapes() -> Graph:
    return Graph().parse(data=shapes(), format="nt")


@lru_cache(maxsize=32)
def _fast_shapes(spared: frozenset[str] = frozenset()):  # type: ignore[no-untyped-def]  # the package's type exists only where it has a wheel
    try:
        from shacl import Shapes
    except ImportError as error:
        raise MissingResource("the fast engine needs the package shacl; install it, or choose reference") from error
    asked = (f"{s} {p} {value} .\n" for s, p, value in statements(shapes()) if p != _TARGET or value not in spared)
    return Shapes.from_text("".join(asked), format="ntriples")
