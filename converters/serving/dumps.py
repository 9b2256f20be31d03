"""A whole named graph as a document, written by the engine so that a large one does not fill memory."""

from collections.abc import Iterable, Iterator
from typing import IO, cast

from pyoxigraph import NamedNode, Quad, RdfFormat, Store, Triple, serialize

from converters.serving.media import Writer
from converters.serving.model import MIB
from converters.serving.pool import Body
from converters.serving.refusals import Refused
from converters.serving.vocabulary import ALL

FORMATS: dict[Writer, RdfFormat] = {
    "turtle": RdfFormat.TURTLE,
    "trig": RdfFormat.TRIG,
    "nquads": RdfFormat.N_QUADS,
    "ntriples": RdfFormat.N_TRIPLES,
    "jsonld": RdfFormat.JSON_LD,
    "rdfxml": RdfFormat.RDF_XML,
}


def dump(store: Store, graph: str, writer: Writer, most: int) -> tuple[Body, int]:
    """The document and its length. Raises Refused (403) if it is larger than `most` bytes."""
    node = NamedNode(graph)
    return written(store.quads_for_pattern(None, None, None, node), writer, most)


def written(quads: Iterable[Quad], writer: Writer, most: int) -> tuple[Body, int]:
    """Quads as a document, with their graphs where the format has graphs."""
    body = _Limited(most)
    form = FORMATS[writer]
    statements: Iterator[Quad] | Iterator[Triple] = (
        iter(quads) if form.supports_datasets and form != RdfFormat.JSON_LD else (quad.triple for quad in quads)
    )
    try:
        serialize(statements, cast(IO[bytes], body), form, prefixes=ALL)
    except BaseException:
        body.close()
        raise
    length = body.tell()
    body.seek(0)
    return body, length


class _Limited(Body):
    """A spooled file that refuses to grow beyond a size."""

    def __init__(self, most: int) -> None:
        super().__init__(max_size=MIB)
        self.most = most

    def write(self, data: bytes) -> int:  # type: ignore[override]
        if self.tell() + len(data) > self.most:
            raise Refused(403, f"this document is larger than {self.most} bytes: take the files at download/ instead")
        return super().write(data)
