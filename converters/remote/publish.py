"""Publishes a release to a SPARQL 1.1 server: graphs are sent beside the old ones, checked, and put in place at once.

1. Every graph is sent to a graph of its own name with `#staging` after it.
2. The server is asked for a fingerprint of each; nothing goes on unless they are those of the release.
3. One update request drops the graphs of the former publication that are gone, moves the new ones to their names, and
   replaces the record. SPARQL 1.1 Update (section 3) wants a request to be executed whole or not at all.

The record, a graph `{base}graph/published`, lists what a publication consists of, also what is on its way, so that the
next one removes what is left of one that was broken off. A server that takes no updates gets graph after graph.
"""

from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from pyoxigraph import NamedNode, Store

from converters.errors import CannotPublish
from converters.remote.fingerprints import of_store, rewritten
from converters.remote.model import Published
from converters.remote.server import Server
from converters.remote.upload import upload
from converters.serving.model import Loaded
from converters.serving.releases import find_release
from converters.serving.store import held, open_store, prepare

STAGING = "#staging"
PAGE = 5000
"""Graphs asked for at a time: some servers cut answers off without a word."""

_PART_OF = "<http://purl.org/dc/terms/hasPart>"
_VERSION = "<http://purl.org/dc/terms/identifier>"

Told = Callable[[str, int, int], None]


def publish(data: Path, server: Server, told: Told) -> Published:
    """Puts the release of `data` and the ontology on a server; `told` hears of the progress.

    Raises BadInput (no release) or CannotPublish; then the old publication stands as it was, if the server takes
    updates.
    """
    loaded = prepare(find_release(data))
    with held(loaded.store):
        store = open_store(loaded.store)
        graphs = sorted(graph.value for graph in store.named_graphs() if isinstance(graph, NamedNode))
        record = f"{loaded.base}graph/published"
        former = _recorded(server, record)
        dropped = tuple(sorted(former - set(graphs) - {graph + STAGING for graph in graphs}))
        at_once = server.endpoints.update is not None
        put = _at_once if at_once else _one_by_one
        put(store, server, graphs, dropped, (record, _record(loaded, graphs)), told)
        counts = {graph: sum(of_store(store, graph, "values").values()) for graph in graphs}
        changed = tuple(rewritten(store, server, {graph: graph for graph in graphs}))
    return Published(loaded.version, server.endpoints, counts, dropped, changed, at_once)


def _at_once(
    store: Store, server: Server, graphs: list[str], dropped: Iterable[str], record: tuple[str, str], told: Told
) -> None:
    staged = {graph: graph + STAGING for graph in graphs}
    place, content = record
    coming = " , ".join(f"<{name}>" for name in staged.values())
    server.update(f"INSERT DATA {{ GRAPH <{place}> {{ <{place}> {_PART_OF} {coming} }} }}", place)
    try:
        for number, (graph, target) in enumerate(staged.items(), start=1):
            upload(store, graph, server, target)
            told("sending", number, len(staged))
        tuple(rewritten(store, server, staged))  # other forms of values are told when all is in place
    except BaseException:
        with suppress(CannotPublish):  # what went wrong first is what is told
            server.update(" ;\n".join(f"DROP SILENT GRAPH <{target}>" for target in staged.values()))
        raise
    steps = [f"DROP SILENT GRAPH <{graph}>" for graph in dropped]
    steps += [_moved(target, graph) for graph, target in staged.items()]
    steps += [f"DROP SILENT GRAPH <{place}>", f"INSERT DATA {{ GRAPH <{place}> {{ {content} }} }}"]
    server.update(" ;\n".join(steps), is_done=lambda: not _any(server, staged[graphs[-1]]))


def _moved(source: str, target: str) -> str:
    """What MOVE stands for (SPARQL 1.1 Update, 3.2.4), spelled out: Jena 4.5 refuses to move any graph."""
    return (
        f"DROP SILENT GRAPH <{target}> ;\nINSERT {{ GRAPH <{target}> {{ ?s ?p ?o }} }} "
        f"WHERE {{ GRAPH <{source}> {{ ?s ?p ?o }} }} ;\nDROP SILENT GRAPH <{source}>"
    )


def _one_by_one(
    store: Store, server: Server, graphs: list[str], dropped: Iterable[str], record: tuple[str, str], told: Told
) -> None:
    for number, graph in enumerate(graphs, start=1):
        upload(store, graph, server, graph)
        told("sending", number, len(graphs))
    for graph in dropped:
        server.drop(graph)
    server.send(record[0], record[1].encode(), replace=True)


def _recorded(server: Server, record: str) -> frozenset[str]:
    """The graphs of the former publication."""
    found: list[str] = []
    while True:
        query = f"SELECT DISTINCT ?g WHERE {{ GRAPH <{record}> {{ <{record}> {_PART_OF} ?g }} }} ORDER BY ?g"
        page = [row["g"] for row in server.select(f"{query} LIMIT {PAGE} OFFSET {len(found)}")]
        found += page
        if len(page) < PAGE:
            return frozenset(found)


def _record(loaded: Loaded, graphs: Iterable[str]) -> str:
    place = f"<{loaded.base}graph/published>"
    parts = "".join(f"{place} {_PART_OF} <{graph}> .\n" for graph in graphs)
    return f'{place} {_VERSION} "{loaded.version}" .\n{parts}'


def _any(server: Server, graph: str) -> bool:
    """Whether a graph holds anything. (No ASK: Virtuoso answers that in a way of its own.)"""
    return any(True for _ in server.select(f"SELECT ?s WHERE {{ GRAPH <{graph}> {{ ?s ?p ?o }} }} LIMIT 1"))
