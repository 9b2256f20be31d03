"""Compares a release with what was there before it, and writes the difference into the log."""

from collections.abc import Iterator
from hashlib import sha256

from pyoxigraph import NamedNode, Quad, Store

from converters.query import rows
from converters.resources import resource
from converters.serving.documents import with_parts
from converters.serving.feeds.log import Change, Log

KINDS = ("article", "entity", "event", "claim")
"""What is followed; a thing comes before what speaks of it."""


def record(log: Log, store: Store, version: str, base: str) -> int:
    """Writes what a release changed, once; gives how many activities that are."""
    if log.last_release() == version:
        return 0
    return log.write(version, _changes(log.digests(), store, base))


def _changes(before: dict[str, str], store: Store, base: str) -> Iterator[Change]:
    told = {row["this"]: row for row in rows(store, _query())}
    inferred = NamedNode(f"{base}graph/inferred")
    for kind in KINDS:
        for iri in sorted(iri for iri, row in told.items() if row["kind"] == kind):
            payload = _payload(store, iri, inferred)
            digest = sha256(payload.encode()).hexdigest()
            if before.get(iri) != digest:
                title, text = told[iri].get("title", ""), told[iri].get("text", "")
                yield Change("Update" if iri in before else "Create", kind, iri, title, text, payload, digest)
    for iri in sorted(before.keys() - told.keys()):
        yield Change("Delete", iri.removeprefix(base).partition("/")[0], iri, "", "", "", "")


def _payload(store: Store, iri: str, inferred: NamedNode) -> str:
    """What is stated of a thing and its parts, sorted; not what follows from it, which changes with the ontology."""
    quads = (quad for quad in with_parts(store, NamedNode(iri)) if quad.graph_name != inferred)
    return "".join(sorted({f"{_triple(quad)} .\n" for quad in quads}))


def _triple(quad: Quad) -> str:
    return f"{quad.subject} {quad.predicate} {quad.object}"


def _query() -> str:
    return resource("ontology", "queries", "serve", "feed.rq").read_text(encoding="utf-8")
