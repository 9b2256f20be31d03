"""What is served: a release that has been loaded, and how it is served."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

MIB = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """What one client may cost: seconds, bytes, how many queries run at the same time and wait; and what it may get."""

    seconds: float = 30.0
    answer_bytes: int = 64 * MIB
    request_bytes: int = MIB
    memory_bytes: int = 1024 * MIB
    """Private memory of one query."""
    workers: int = 2
    waiting: int = 64
    quoted: int = 0
    """Characters of one passage of an article that are quoted at most; 0 for no limit."""
    resident: int = 1_000_000
    """Statements that a release may have to be held in memory as well."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A release and the store made from it. `name` is the store's: the release's version and what else went into it."""

    name: str
    store: Path
    release: Path
    index: Mapping[str, Any]
    modified: datetime
    """When the release was written, in whole seconds, as HTTP counts."""
    quoted: int = 0
    """Characters of a quote at most; 0 for no limit. With a limit the files of releases are not to be had."""

    @property
    def version(self) -> str:
        return str(self.index["version"])

    @property
    def base(self) -> str:
        return str(self.index["base"])
