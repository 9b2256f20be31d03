"""Which names of a source are taken: not those in `ontology/gazetteer/dropped.txt` (jokes, slurs, plain words)."""

from collections.abc import Iterable
from functools import cache

from converters.linking.names import skeleton
from converters.resources import resource


@cache
def dropped() -> frozenset[str]:
    """Skeletons of names that are jokes, slurs or no names at all."""
    text = resource("ontology", "gazetteer", "dropped.txt").read_text(encoding="utf-8")
    return frozenset(skeleton(line) for line in text.splitlines() if line and not line.startswith("#"))


def usable(names: Iterable[str], label: str) -> tuple[str, ...]:
    """The other names of something, once each, in the order given; no label, no dropped name."""
    found = (" ".join(name.split()) for name in names)
    return tuple(
        name for name in dict.fromkeys(found) if name != label and skeleton(name) and skeleton(name) not in dropped()
    )
