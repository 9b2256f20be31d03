"""Who and what takes part in an event, as keys that accounts of different articles can share.

A facet is `kind:key`. Facets of one kind tell participants apart (two persons are not one); facets of different kinds
do not (a unit may be its country's). What has no name is `local`: only its own article can speak of it again.
"""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import lru_cache

from converters.linking.model import LinkedReading, Place

Facet = str
COLLECTIVE = frozenset({"Country", "MilitaryUnit", "GovernmentBody", "PersonGroup", "Organisation"})
"""Who stands for a country where no better name is given: "Russia", "the Russian army", "Russian officials"."""
SPOTS = frozenset({"City", "Village"})
EARTH_KM_PER_DEGREE = 111.0
NEAR_KM = 40.0
"""Villages that fall in one operation, and the town they lie near, are this close."""
WEAK = frozenset({"country", "local", "other", "event"})
"""Kinds that many events share."""
_MAY_DIFFER = frozenset({"local", "other", "event"})


def facets(linked: LinkedReading, entity: int) -> Iterator[Facet]:
    """The facets of an entity of a reading."""
    identity, local = linked.identities[entity], linked.reading.entities[entity]
    country = identity.country or local.country
    if identity.type in COLLECTIVE and country:
        yield f"country:{country}"
    if not local.names:
        yield f"local:{identity.key}"
    elif identity.type == "Country":
        yield from () if country else (f"country:{identity.key}",)
    elif identity.type == "Person":
        yield f"person:{identity.key}"
    elif identity.type in SPOTS:
        yield f"spot:{identity.key}{_position(identity.place)}"
    elif identity.type in COLLECTIVE or identity.type in {"ArmedGroup", "Publisher", "NewsAgency"}:
        yield f"unit:{identity.key}"
    else:
        yield f"other:{identity.key}"


def clash(a: AbstractSet[Facet], b: AbstractSet[Facet]) -> bool:
    """Both sides have facets of one kind, and none of them is the same, or near."""
    if not a or not b or a is b:
        return False
    mine, yours = _by_kind(a), _by_kind(b)
    return any(
        not _meet(kind, mine[kind], yours[kind]) for kind in mine.keys() & yours.keys() if kind not in _MAY_DIFFER
    )


def blamed_each_other(
    actors: AbstractSet[Facet], voice: AbstractSet[Facet], others: AbstractSet[Facet], other: AbstractSet[Facet]
) -> bool:
    """Whether a voice that one account names as the doer gives an account that names somebody else.

    `actors` and `others` are the doers, `voice` and `other` who says so.
    """
    return bool(actors & other or others & voice) and not actors & others


def strong(found: Iterable[Facet]) -> set[Facet]:
    """Those that say by themselves which event something is: not a country, nor what has no name."""
    return {facet for facet in found if facet.partition(":")[0] not in WEAK}


def shared(found: Iterable[Facet]) -> set[Facet]:
    """Those that other articles can name."""
    return {facet for facet in found if not facet.startswith("local:")}


def _position(place: Place | None) -> str:
    return f"@{place.lat:.2f},{place.lon:.2f}" if place else ""


@lru_cache(maxsize=1 << 14)
def _by_kind(found: AbstractSet[Facet]) -> Mapping[str, set[Facet]]:
    """Kept for the sets in hand: copies of a story and summaries compared again and again have the same."""
    kinds: dict[str, set[Facet]] = {}
    for facet in found:
        kinds.setdefault(facet.partition(":")[0], set()).add(facet)
    return kinds


def _meet(kind: str, mine: set[Facet], yours: set[Facet]) -> bool:
    if mine & yours:
        return True
    return kind == "spot" and any(_near(a, b) for a in mine for b in yours)


def _near(a: Facet, b: Facet) -> bool:
    """Whether two places lie close to each other; of a place whose position is unknown nothing is known against it."""
    here, there = (facet.partition("@")[2] for facet in (a, b))
    if not here or not there:
        return True
    (lat, lon), (lat2, lon2) = (tuple(map(float, place.split(","))) for place in (here, there))
    return abs(lat - lat2) + abs(lon - lon2) * 0.7 < NEAR_KM / EARTH_KM_PER_DEGREE
