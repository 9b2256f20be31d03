"""Sends a graph of the release to a graph of a server: by the Graph Store Protocol, or else by updates."""

from collections.abc import Iterator

from pyoxigraph import BlankNode, NamedNode, Store

from converters.remote.server import Server


def upload(store: Store, graph: str, server: Server, target: str) -> None:
    """Makes `target` hold what `graph` holds. Raises CannotPublish."""
    by_graphs = server.endpoints.graphs is not None
    if not by_graphs:
        server.update(f"DROP SILENT GRAPH <{target}>", target)
    for number, part in enumerate(parts(store, graph, server.patience.part_bytes)):
        if by_graphs:
            server.send(target, part, replace=number == 0)
        else:
            server.update(f"INSERT DATA {{ GRAPH <{target}> {{\n{part.decode()}}} }}", target)


def parts(store: Store, graph: str, most: int) -> Iterator[bytes]:
    """The statements of a graph as N-Triples of about `most` bytes; all at once if blank nodes hold them together."""
    node = NamedNode(graph)
    whole = any(
        isinstance(term, BlankNode)
        for quad in store.quads_for_pattern(None, None, None, node)
        for term in (quad.subject, quad.object)
    )
    part = bytearray()
    for quad in store.quads_for_pattern(None, None, None, node):
        part += f"{quad.triple} .\n".encode()
        if len(part) >= most and not whole:
            yield bytes(part)
            part.clear()
    if part:
        yield bytes(part)
