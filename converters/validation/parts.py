"""A whole graph taken apart into articles and what they share, by the IRIs that `converters.iris` mints."""

import re
from collections import defaultdict

_OWNER = re.compile(r"<(\S*?)/(?:article|claim|passage)/([^/#>]+)")
_EW = "https://w3id.org/eventwire/ontology#"
_CLASSES = ("Article", "Passage", "Claim", "RoleFilling", "Voice", "TimeSpan", "Quantity")
_OWNED = frozenset(f"<{_EW}{name}>" for name in _CLASSES)
"""Classes whose shapes look at more of the article than the node leads to."""


def parts(data: str) -> tuple[list[str], str] | None:
    """The N-Triples of each article and those shared, or None if a part of an article does not bear its IRI."""
    owned: dict[tuple[str, ...], list[str]] = defaultdict(list)
    shared: list[str] = []
    for line in data.splitlines():
        owner = _OWNER.match(line.split(" ", 1)[0])
        if owner is not None:
            owned[owner.groups()].append(line)
        elif line.removesuffix(" .").rsplit(" ", 1)[-1] in _OWNED:
            return None
        else:
            shared.append(line)
    return ["\n".join(lines) for lines in owned.values()], "\n".join(shared)
