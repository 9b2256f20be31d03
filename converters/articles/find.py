"""Finds the files that are to be articles: a named file whatever its ending, and every `*.txt` below a named folder."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from converters.errors import BadInput

ENDING = ".txt"


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read, or a path that yields none and why. `shared_stem`: another file of the run has the same stem."""

    path: Path
    shared_stem: bool = False
    problem: str | None = None


def find_sources(inputs: Iterable[Path]) -> tuple[Source, ...]:
    """All files of `inputs` in their order, folders in sorted order; a bad path is a source with a problem."""
    found = [source for path in inputs for source in _sources_of(path)]
    stems = Counter(path.stem for path in {source.path.resolve() for source in found if not source.problem})
    return tuple(
        Source(source.path, shared_stem=stems[source.path.stem] > 1, problem=source.problem) for source in found
    )


def _sources_of(path: Path) -> Iterator[Source]:
    if not path.is_dir():
        yield Source(path)
        return
    try:
        files = _articles_below(path)
    except BadInput as error:
        yield Source(path, problem=str(error))
        return
    yield from map(Source, files)


def _articles_below(folder: Path) -> list[Path]:
    """Every article file below `folder`, sorted. Raises BadInput if a folder cannot be listed or none holds any."""

    def refuse(error: OSError) -> None:
        raise BadInput(f"the folder cannot be listed: {error.strerror}") from error

    files: list[Path] = []
    for parent, folders, names in os.walk(folder, onerror=refuse):
        folders[:] = [name for name in folders if not name.startswith(".")]
        files += (Path(parent, name) for name in names if name.lower().endswith(ENDING) and not name.startswith("."))
    if not files:
        raise BadInput(f"the folder holds no article (no *{ENDING} file)")
    return sorted(files)
