"""Compares a release with what was there before it, and writes the difference into the log."""

from collections.abc import Iterator
from hashlib import sha256

from pyoxigraph import NamedNode, Quad, Store

from converters.query import rows
from converters.resources import resource
from converters.serving.documents import with_parts
from converters.serving.feeds.log import Change, Log
from converters.serving.feeds.succession import Succession
from converters.serving.vocabulary import term

_TYPE = term("rdf:type")
KINDS = ("article", "entity", "event", "claim")
"""What is followed; a thing comes before what speaks of it."""


def record(log: Log, store: Store, version: str, base: str) -> int:
    """Writes what a release changed, once; gives how many activities that are."""
    if log.last_release() == version:
        return 0
    return log.write(version, _changes(log, log.digests(), store, base))


def _changes(log: Log, before: dict[str, str], store: Store, base: str) -> Iterator[Change]:
    told = {row["this"]: row for row in rows(store, _query())}
    inferred = NamedNode(f"{base}graph/inferred")
    gone = sorted(before.keys() - told.keys())
    succession = Succession(gone)
    made: dict[str, str] = {}
    for kind in KINDS:
        for iri in sorted(iri for iri, row in told.items() if row["kind"] == kind):
            payload = _payload(store, iri, inferred)
            digest = sha256(payload.encode()).hexdigest()
            if before.get(iri) != digest:
                if iri in before and gone:
                    succession.see(_stated(log, iri), payload)
                elif kind == "claim" and gone:
                    made[iri] = payload
                title, text = told[iri].get("title", ""), told[iri].get("text", "")
                yield Change("Update" if iri in before else "Create", kind, iri, title, text, payload, digest)
    kinds = {iri: iri.removeprefix(base).partition("/")[0] for iri in gone}
    succession.see_claims({iri: _stated(log, iri) for iri in gone if kinds[iri] == "claim"}, made)
    for iri in gone:
        yield Change("Delete", kinds[iri], iri, "", "", _tombstone(iri, _stated(log, iri), succession.of(iri)), "")


def _stated(log: Log, iri: str) -> str:
    """What was stated of a thing last."""
    last = log.last_of(iri)
    return last.payload if last else ""


def _tombstone(iri: str, former: str, successor: str | None) -> str:
    """What is stated of a thing that is gone: of which types it was, and what took its place."""
    types = sorted({line.split(" ", 2)[2] for line in former.splitlines() if line.startswith(f"<{iri}> {_TYPE} ")})
    lines = [f"<{iri}> {_TYPE} {term('as:Tombstone')} .\n"]
    lines += [f"<{iri}> {term('as:formerType')} {type_.removesuffix(' .')} .\n" for type_ in types]
    if successor is not None:
        lines.append(f"<{iri}> {term('dcterms:isReplacedBy')} {successor} .\n")
    return "".join(lines)


def _payload(store: Store, iri: str, inferred: NamedNode) -> str:
    """What is stated of a thing and its parts, sorted; not what follows from it, which changes with the ontology."""
    quads = (quad for quad in with_parts(store, NamedNode(iri)) if quad.graph_name != inferred)
    return "".join(sorted({f"{_triple(quad)} .\n" for quad in quads}))


def _triple(quad: Quad) -> str:
    return f"{quad.subject} {quad.predicate} {quad.object}"


def _query() -> str:
    return resource("ontology", "queries", "serve", "feed.rq").read_text(encoding="utf-8")
