"""Names that no gazetteer settles, looked up in live services; what they tell is judged as every other candidate is.

Without a service, or with one that fails, the links that the gazetteers gave stay as they are.
"""

from collections import Counter
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace

from converters.linking.decisions import Decisions
from converters.linking.gazetteer import Gazetteer, index
from converters.linking.judgement import Thresholds
from converters.linking.keys import government
from converters.linking.link import link
from converters.linking.match import Query
from converters.linking.model import Identity, LinkedReading
from converters.linking.query import query
from converters.linking.row import Row
from converters.linking.rowkeys import KeyKind
from converters.linking.wordlists import family
from converters.services.model import Asked, Service, Unavailable

LONGEST = 250
"""Code points of the longest name that Wikidata has, or searches for."""
NAMES = 2
"""How many names of one entity are asked for, the best first; of a person the fullest alone."""


@dataclass(frozen=True, slots=True)
class Found:
    """What services told about the names of one article, found as rows of a gazetteer are."""

    by_key: Gazetteer

    def find(self, kind: KeyKind, key: str, family_: str | None = None, /) -> tuple[Row, ...]:
        """Rows with this key, of one family or of any."""
        match kind:
            case "name":
                rows = self.by_key.by_name.get(key, ())
            case "last":
                rows = self.by_key.by_last_word.get(key, ())
            case "core":
                return self.by_key.by_core.get((family_ or "", key), ())
        return tuple(row for row in rows if family_ is None or family(row.type).name == family_)


class Live:
    """The services of a run. `failed` says of each that could not be asked why, once."""

    def __init__(self, services: Sequence[Service], closing: ExitStack) -> None:
        self._services, self._closing = services, closing
        self._failed: dict[str, str] = {}

    @property
    def failed(self) -> tuple[str, ...]:
        return tuple(self._failed.values())

    def close(self) -> None:
        self._closing.close()

    def link(self, linked: LinkedReading, known: Gazetteer, decisions: Decisions, limits: Thresholds) -> LinkedReading:
        """The same reading; entities that are not linked yet are, where services know what they are.

        Entities that gazetteers or persons settled are not asked about, and keep what they have.
        """
        open_ = [_open(number, linked, known) for number in range(len(linked.identities))]
        asked = tuple(dict.fromkeys(one for names in open_ for one in names))
        rows = [row for service in self._services for row in self._candidates(service, asked)] if asked else []
        if not rows:
            return linked
        wider = replace(known, live=(Found(index(rows, "")),))
        again = link(linked.reading, wider, decisions, limits)
        pairs = zip(open_, linked.identities, again.identities, strict=True)
        return replace(
            linked, identities=tuple(_better(before, after) if names else before for names, before, after in pairs)
        )

    def _candidates(self, service: Service, asked: Sequence[Asked]) -> Sequence[Row]:
        try:
            return service.candidates(asked)
        except Unavailable as fault:
            self._failed.setdefault(service.endpoint.url, str(fault))
            return ()


def _better(before: Identity, after: Identity) -> Identity:
    """What services led to; what they did not touch stays, and a known place stays known if they only guess."""
    if after.link.method != "service":
        return before
    return after if after.link.state == "linked" else replace(before, link=after.link)


def _open(number: int, linked: LinkedReading, known: Gazetteer) -> tuple[Asked, ...]:
    """What to ask about an entity: nothing if it is linked, decided by a person, or known by no name of its own."""
    entity, found = linked.reading.entities[number], linked.identities[number].link
    if found.state == "linked" or found.method == "person":
        return ()
    asked = query(entity, linked.reading, known, Counter())
    if not asked.names or government(entity, asked):
        return ()
    return tuple(Asked(name, asked.type) for name in _names(asked) if len(name) <= LONGEST)


def _names(asked: Query) -> Sequence[str]:
    """A surname alone, or words that bodies of every country bear, are no question to ask of the world."""
    words = asked.words
    if family(asked.type).name == "person":
        return asked.names[:1] if " " in words.core else ()
    return () if words.generic and words.country is None else asked.names[:NAMES]
