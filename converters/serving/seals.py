"""The seal of a store: which files it consists of, with their hashes, written last. Without it there is no store."""

import hashlib
import json
from pathlib import Path

SEAL = "seal.json"
_KEPT = ("*.sst", "MANIFEST-*", "CURRENT", "*.db", "*.json")
"""What a store is read from; the engine's own log and lock may change."""


def seal(folder: Path) -> None:
    """Writes the seal. Raises OSError."""
    (folder / SEAL).write_text(json.dumps(_hashes(folder)), encoding="utf-8")


def is_sealed(folder: Path) -> bool:
    """Whether every file is there as it was when the seal was written."""
    try:
        return bool(json.loads((folder / SEAL).read_text(encoding="utf-8")) == _hashes(folder))
    except (OSError, ValueError):
        return False


def _hashes(folder: Path) -> dict[str, str]:
    files = sorted(path for kind in _KEPT for path in folder.rglob(kind) if path.name != SEAL)
    return {str(path.relative_to(folder)): _hash(path) for path in files}


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "blake2b").hexdigest()
