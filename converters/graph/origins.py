"""Origins: what goes back to one source, in whichever outlets it is carried (PROV-O, prov:hadPrimarySource)."""

from collections.abc import Iterator

from converters.fusion.model import Edition
from converters.graph.nodes import Node, node
from converters.graph.terms import iri
from converters.iris import Iris


def origin_nodes(edition: Edition, iris: Iris) -> Iterator[Node]:
    """Each origin with its source, by IRI."""
    for key in sorted({origin.source for origin in edition.origins.values()}):
        yield node(iri(iris.origin(key)), "ew:Origin", ("ew:source", iri(iris.entity(key))))
