"""Joins articles: accounts of one event, in whichever article, share an event; how their claims relate is noted.

The result does not depend on the order in which articles come. Its cost grows with the number of accounts: an account
meets only clusters that share a key with it, and of a cluster only the summary.
"""

from collections.abc import Iterable, Mapping
from functools import partial

from converters.fusion.chains import chains
from converters.fusion.classes import classes
from converters.fusion.discourse import answering
from converters.fusion.fuse import fuse
from converters.fusion.kept import KeptChains
from converters.fusion.model import Edition
from converters.fusion.telling import profiles
from converters.linking.model import LinkedReading


def join(readings: Iterable[LinkedReading], superclass: Mapping[str, str], kept: KeptChains | None = None) -> Edition:
    """The edition of all `readings`; `superclass` is the ontology's class tree.

    Chains of accounts that are `kept` are not fused again: a new article costs what is tied to it.
    """
    known = classes(superclass)
    ordered = _distinct(readings)
    told = [answering(list(profiles(n, linked)), known) for n, linked in enumerate(ordered)]
    anew = partial(fuse, readings=ordered, known=known)
    fused = [anew(chain) if kept is None else kept.fused(chain, ordered, anew) for chain in chains(told, known)]
    return Edition(
        ordered,
        tuple(sorted((event for one in fused for event in one.events), key=lambda event: event.claims)),
        tuple(relation for one in fused for relation in one.relations),
        {ref: origin for one in fused for ref, origin in one.origins},
    )


def _distinct(readings: Iterable[LinkedReading]) -> tuple[LinkedReading, ...]:
    """The readings by digest; an article that comes twice is read under the first of its names."""
    by_name = sorted(readings, key=lambda r: r.reading.article.stem, reverse=True)
    return tuple(r for _, r in sorted({r.reading.article.digest: r for r in by_name}.items()))
