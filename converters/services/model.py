"""What services are, what is asked of them, and what may go wrong."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol
from urllib.parse import urlsplit, urlunsplit

from converters.errors import EventwireError
from converters.linking.row import Row

Kind = Literal["wikibase", "reconciliation", "sparql"]
"""The action API of a Wikibase, the W3C Entity Reconciliation API, or SPARQL with Wikidata's own services."""


class Unavailable(EventwireError):
    """A service cannot be asked, or not any more in this run; the message names it and says why."""


class Passing(Exception):
    """A request failed in a way that passes; `wait` is after how many seconds the service wants to be asked again."""

    def __init__(self, why: str, wait: float | None = None) -> None:
        super().__init__(why)
        self.wait = wait


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A service: its interface, where it is, and the licence of what it tells ("" if nobody says)."""

    kind: Kind
    url: str
    licence: str = ""

    @property
    def shown(self) -> str:
        """The address without what may be secret: a password, a key in the query."""
        parts = urlsplit(self.url)
        return urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path, "", ""))

    @property
    def text(self) -> str:
        """As it stands in the data."""
        return f"{self.shown} ({self.licence})" if self.licence else self.shown


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked about one entity: a name as written, and the class that it was read as."""

    name: str
    type: str


class Service(Protocol):
    """Something that knows candidates for names."""

    @property
    def endpoint(self) -> Endpoint: ...

    def candidates(self, asked: Sequence[Asked]) -> Sequence[Row]:
        """What the service knows by these names. Raises Unavailable."""
        ...
