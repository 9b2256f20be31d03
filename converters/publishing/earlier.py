"""An earlier release read back: the event of each of its claims, and which events had replaced others by then."""

import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from converters.errors import BadInput
from converters.graph.history import Earlier
from converters.graph.terms import iri, name

_REPLACED = f" {name('dcterms:isReplacedBy')} "


def read_earlier(data: Path) -> Earlier:
    """The release in `data`, an output folder or a release in it. Raises BadInput if there is none."""
    folder = next((place for place in (data / "latest", data) if (place / "claims.jsonl").is_file()), None)
    if folder is None:
        raise BadInput(f"{data}: no release here (no claims.jsonl); name an output folder or a release in it")
    try:
        events = dict(_claims(folder / "claims.jsonl"))
        replaced: dict[str, set[str]] = defaultdict(set)
        with (folder / "graph.nq").open(encoding="utf-8") as lines:
            for line in lines:
                if _REPLACED in line:
                    old, _, new = line.split(" ")[:3]
                    replaced[old].add(new)
    except (OSError, ValueError, KeyError) as error:
        raise BadInput(f"{folder}: not a release of eventwire: {error!r}") from error
    return Earlier(events, replaced)


def _claims(path: Path) -> Iterator[tuple[str, str]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            claim = json.loads(line)
            yield iri(claim["claim"]), iri(claim["event"])
