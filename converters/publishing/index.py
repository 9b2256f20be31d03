"""index.json: what a run was given, what became of each input, and which files it made."""

import json
from collections.abc import Iterable, Mapping
from hashlib import file_digest, sha256
from pathlib import Path
from typing import Any

from converters.articles.model import Outcome

MEDIA_TYPES = {
    ".ttl": "text/turtle",
    ".trig": "application/trig",
    ".nq": "application/n-quads",
    ".jsonld": "application/ld+json",
    ".jsonl": "application/jsonl",
    ".csv": "text/csv",
}


def index(
    folder: Path, outcomes: Iterable[Outcome], counts: Mapping[str, int], *, base: str, conforms: bool
) -> dict[str, Any]:
    """The index of the files in `folder`. Its `version` is a hash of everything else in it, so equal runs are one."""
    found = {
        "base": base,
        "conforms": conforms,
        "counts": dict(counts),
        "articles": [_outcome(outcome) for outcome in sorted(outcomes, key=lambda o: (o.stem, o.path.name, o.state))],
        "files": [_file(path) for path in sorted(folder.iterdir())],
    }
    return {"version": sha256(dumps(found).encode()).hexdigest()[:16], **found}


def dumps(value: Mapping[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _outcome(outcome: Outcome) -> dict[str, Any]:
    """One input; its name and not its folder, which is no property of the input."""
    told = {"input": outcome.path.name, "article": outcome.stem, "state": outcome.state}
    return told | {"claims": outcome.claims, "reason": outcome.reason}


def _file(path: Path) -> dict[str, Any]:
    with path.open("rb") as file:
        digest = file_digest(file, "sha256").hexdigest()
    return {"name": path.name, "type": MEDIA_TYPES[path.suffix], "bytes": path.stat().st_size, "sha256": digest}
