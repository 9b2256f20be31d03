"""Fingerprints of graphs, made by one query on either side, so that equal graphs have equal ones.

A fingerprint counts the statements of a graph by the first two digits of a hash of each; those with blank nodes, which
have no name to hash, under a key of their own. It is small whatever the size of the graph, and its sum is the count.
"""

from collections.abc import Iterator
from typing import Literal

from pyoxigraph import QuerySolutions, Store

from converters.errors import CannotPublish
from converters.remote.model import Buckets
from converters.remote.server import Server

Depth = Literal["values", "words"]
"""`values` is the whole of it. `words` leaves out the lexical form of typed literals, since a server may keep a number
or a geometry in a form of its own (`1.50` as `1.5`), and takes all characters beyond ASCII for the same one, since
Virtuoso 7 hashes them in an encoding of its own."""

_STRING = "<http://www.w3.org/2001/XMLSchema#string>"
_OBJECT = {
    "values": "STR(?o)",
    "words": f'IF(isIRI(?o) || LANG(?o) != "" || DATATYPE(?o) = {_STRING}, REPLACE(STR(?o), "[^ -~]", "~"), "")',
}
_QUERY = """SELECT ?key (COUNT(*) AS ?n) WHERE {{
  GRAPH <{graph}> {{ ?s ?p ?o }}
  BIND(IF(isBlank(?s) || isBlank(?o), "blank",
    SUBSTR(MD5(CONCAT(STR(?s), " ", STR(?p), " ", {object})), 1, 2)) AS ?key)
}} GROUP BY ?key"""


def of_store(store: Store, graph: str, depth: Depth) -> Buckets:
    """The fingerprint of a graph of the release. `graph` is an IRI."""
    found = store.query(_query(graph, depth))
    assert isinstance(found, QuerySolutions)
    return {row["key"].value: int(row["n"].value) for row in found}


def of_server(server: Server, graph: str, depth: Depth) -> Buckets:
    """The fingerprint of a graph on a server."""
    return {row.get("key", ""): int(row["n"]) for row in server.select(_query(graph, depth))}


def rewritten(store: Store, server: Server, places: dict[str, str]) -> Iterator[str]:
    """Checks that the server holds at `places` (graph of the release: where it is) what the release says.

    Gives the graphs whose typed values it keeps in another form. Raises CannotPublish for one that differs otherwise.
    """
    for graph, place in places.items():
        if of_server(server, place, "values") == of_store(store, graph, "values"):
            continue
        ours, theirs = of_store(store, graph, "words"), of_server(server, place, "words")
        if ours != theirs:
            raise CannotPublish(_difference(server, place, sum(ours.values()), sum(theirs.values())))
        yield graph


def _difference(server: Server, place: str, ours: int, theirs: int) -> str:
    told = f"{ours} statements were sent, {theirs} are there" if ours != theirs else "some statements are others"
    return f"{server.endpoints.query}: <{place}> does not hold what was sent: {told}"


def _query(graph: str, depth: Depth) -> str:
    return _QUERY.format(graph=graph, object=_OBJECT[depth])
