"""What a publication to a server is made of and what came of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

MIB = 1 << 20

Buckets = Mapping[str, int]
"""How many statements of a graph fall under each key; see `converters.remote.fingerprints`."""


@dataclass(frozen=True, slots=True)
class Endpoints:
    """Where a server takes queries, updates (SPARQL 1.1 Update) and graphs (Graph Store Protocol)."""

    query: str
    update: str | None = None
    graphs: str | None = None


@dataclass(frozen=True, slots=True)
class Credentials:
    """Who publishes. The password is not shown when this is printed."""

    user: str
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Patience:
    """How long one request may take, how often one that failed is tried, and how much is sent at a time."""

    seconds: float = 300.0
    attempts: int = 5
    first_wait: float = 0.5
    part_bytes: int = 8 * MIB


@dataclass(frozen=True, slots=True)
class Published:
    """What stands on the server now. `graphs` maps each graph to its number of statements."""

    version: str
    endpoints: Endpoints
    graphs: Mapping[str, int]
    dropped: tuple[str, ...]
    rewritten: tuple[str, ...]
    """Graphs some typed values of which the server keeps in another form than they were sent in."""
    at_once: bool
    """Whether readers saw the old publication or the new one at every moment; if the server executes one request so."""
