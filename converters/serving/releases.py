"""Finds the release to serve, and where what is made for serving it is kept: a hidden folder beside the releases."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from converters.errors import BadInput
from converters.query import GRAPH_FILE

STATE = ".serve"


@dataclass(frozen=True, slots=True)
class Found:
    """A release on disk; `state` is the folder for stores and feeds of it and its siblings."""

    folder: Path
    index: Mapping[str, Any]
    state: Path


def find_release(data: Path) -> Found:
    """The release of `data`: an output folder (its `latest`), or a release itself.

    Raises BadInput if there is none or its index cannot be read.
    """
    folder = data / "latest" if (data / "latest").is_dir() else data
    try:
        index = json.loads((folder / "index.json").read_text(encoding="utf-8"))
        named = folder.resolve().parent / index["version"]
        missing = {"base", "counts", "files", "articles"} - index.keys()
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BadInput(f"{data}: no release here ({error}); make one with `eventwire convert`") from error
    if missing:
        raise BadInput(f"{folder / 'index.json'}: lacks {', '.join(sorted(missing))}")
    settled = named if (named / GRAPH_FILE).is_file() else folder.resolve()
    if not (settled / GRAPH_FILE).is_file():
        raise BadInput(f"{settled}: the release lacks {GRAPH_FILE}")
    return Found(settled, index, settled.parent / STATE)
