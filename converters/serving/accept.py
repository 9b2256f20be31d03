"""Proactive negotiation: which of our formats an Accept field asks for (RFC 9110, sections 12.4.2 and 12.5.1)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from converters.serving.media import Format

LONGEST = 4000
"""Characters of an Accept field that are read; a longer one is no client's."""

_RANGE = re.compile(r"\s*([\w!#$%&'*+.^`|~-]+)/([\w!#$%&'*+.^`|~-]+)\s*((?:;[^;]*)*)\s*", re.ASCII)
_WEIGHT = re.compile(r"0(?:\.\d{0,3})?|1(?:\.0{0,3})?", re.ASCII)


@dataclass(frozen=True, slots=True)
class MediaRange:
    """One element of an Accept field; `place` is where it stands in it."""

    type: str
    subtype: str
    weight: float
    place: int

    def matches(self, media_type: str) -> int:
        """How precisely it names `media_type`: 3 exactly, 2 its type, 1 anything, 0 not."""
        kind, _, subtype = media_type.partition("/")
        if self.type == "*":
            return 1
        if self.type != kind:
            return 0
        return 2 if self.subtype == "*" else 3 * (self.subtype == subtype)


def ranges(accept: str) -> tuple[MediaRange, ...]:
    """The media ranges of a field; an element that is none is passed over, as RFC 9110 (5.6.1) wants of a recipient."""
    found = []
    for place, element in enumerate(accept[:LONGEST].split(",")):
        parsed = _RANGE.fullmatch(element)
        if parsed:
            found.append(MediaRange(parsed[1].lower(), parsed[2].lower(), _weight(parsed[3]), place))
    return tuple(found)


@lru_cache(maxsize=1024)
def choose(accept: str | None, offers: tuple[Format, ...]) -> Format | None:
    """The format that `accept` likes best, None if it takes none of them.

    No field, or one without a media range, takes anything. A weight counts times our own for the format; of equal ones
    the more precise range wins, then the one that stands first (clients without weights, rdflib for one, mean an
    order), then our own order.
    """
    wanted = ranges(accept or "")
    if not wanted:
        return offers[0]
    ranked = [(rank, offer) for offer in offers if (rank := _rank(wanted, offer)) is not None]
    return min(ranked, key=lambda pair: pair[0])[1] if ranked else None


def _rank(wanted: Sequence[MediaRange], offer: Format) -> tuple[float, int, int] | None:
    """Lower is better; None if the format is not acceptable under any of its names.

    A type's weight is that of the most precise range that matches it (RFC 9110, 12.5.1), so q=0 rules out.
    """
    ranks = []
    for media_type in offer.media_types:
        matching = [(one.matches(media_type), -one.place, one) for one in wanted if one.matches(media_type)]
        if matching:
            precision, _, best = max(matching, key=lambda found: found[:2])
            if best.weight > 0:
                ranks.append((-best.weight * offer.quality, -precision, best.place))
            elif media_type == offer.media_type:
                return None
    return min(ranks, default=None)


def _weight(parameters: str) -> float:
    """The q parameter; 1 without one. A malformed weight counts as 0: what cannot be weighed is not preferred."""
    for parameter in parameters.split(";"):
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "q":
            return float(value.strip()) if _WEIGHT.fullmatch(value.strip()) else 0.0
    return 1.0
