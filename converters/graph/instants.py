"""Days, minutes and days of a year that times begin or end at, shared by all articles (OWL-Time)."""

from collections.abc import Iterable

from converters.graph.nodes import Node, node
from converters.graph.terms import instant, iri
from converters.iris import Iris
from converters.reading.model import Claim


def instants(claims: Iterable[Claim]) -> set[str]:
    """The values at which the times of `claims` begin or end."""
    return {end for claim in claims if claim.time for end in (claim.time.start, claim.time.end) if end}


def instant_node(iris: Iris, value: str) -> Node:
    """One instant. Raises ValueError if the value is neither an ISO date, nor a minute, nor `--MM-DD`."""
    return node(iri(iris.instant(value)), "time:Instant", instant(value))
