"""Builds a gazetteer on disk from dumps, query results, tables and GeoNames files, in constant memory.

What is read goes into FILE.part, the index into FILE.new, which then takes FILE's name: whatever goes wrong, the old
FILE stays. FILE.part stays as well, and the same command goes on from there.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from converters.errors import BadInput, CannotPublish
from converters.gazetteers.draft import Draft, Kept, Pass
from converters.gazetteers.dump import item_lines, superclasses
from converters.gazetteers.geonames import feature
from converters.gazetteers.model import Mark, Source, Title
from converters.gazetteers.recipe import Recipe
from converters.gazetteers.streams import lines, sealed
from converters.gazetteers.tables import table_entries
from converters.gazetteers.wikidata import entry_of, label_of
from converters.gazetteers.write import Contradictions, write

BATCH = 5_000
"""Lines after which what was read is safe."""
Read = tuple[Mark, bytes, Iterable[Kept]]
Progress = Callable[[str, int], None]
"""Called with the name of a source and how many lines of it are read."""


@dataclass(frozen=True, slots=True)
class Built:
    """Lines read in this run, and what contradicted an earlier source and was left out."""

    lines: int
    left_out: Contradictions


def build(sources: Sequence[Source], out: Path, recipe: Recipe, told: Progress) -> Built:
    """Reads all sources into one index at `out`.

    Raises BadInput with file and line, or CannotPublish; `out` is then what it was.
    """
    part, new = (out.with_name(out.name + ending) for ending in (".part", ".new"))
    new.unlink(missing_ok=True)
    try:
        with closing(Draft(part, recipe.digest)) as draft:
            numbers = draft.order(sources)
            read = sum(_read(draft, number, source, recipe, told) for source, number in numbers.items())
            left_out, rows = write(draft, {number: source for source, number in numbers.items()}, new)
        if not rows:
            raise BadInput(
                f"{', '.join(source.path.name for source in sources)}: nothing in it is wanted; nothing is built"
            )
        new.replace(out)
    except sqlite3.Error as error:
        raise CannotPublish(f"{out}: the gazetteer cannot be written: {error}") from error
    finally:
        new.unlink(missing_ok=True)
    part.unlink()
    return Built(read, left_out)


def _read(draft: Draft, number: int, source: Source, recipe: Recipe, told: Progress) -> int:
    """Reads what of a source is not in the draft yet; the number of lines read."""
    if source.curated:
        draft.forget(number)
        entries = list(table_entries(source, recipe))
        draft.keep(number, "items", entries, Mark(), done=stamp(source))
        told(source.path.name, len(entries))
        return len(entries)
    draft.refresh(number, stamp(source))
    if source.kind == "geonames":
        return _pass(draft, number, "items", source, lambda after: _features(source, recipe, after), told)
    seen = _pass(draft, number, "classes", source, lambda after: _classes(source, recipe, after), told)
    types = draft.types(recipe.classes, recipe.order)
    return seen + _pass(draft, number, "items", source, lambda after: _items(source, recipe, types, after), told)


def _pass(
    draft: Draft, number: int, pass_: Pass, source: Source, reader: Callable[[Mark], Iterator[Read]], told: Progress
) -> int:
    """Reads a file once, from its mark on; if the file is another one now, everything from its start."""
    mark, done = draft.mark(number, pass_)
    if done:
        return 0
    batch: list[Iterable[Kept]] = []
    count = 0
    for at, line, kept in reader(mark):
        if at.line <= mark.line:
            draft.forget(number)
            mark = Mark()
        batch.append(kept)
        count += 1
        if count % BATCH == 0:
            mark = sealed(at, line)
            draft.keep(number, pass_, chain(*batch), mark)
            batch = []
            told(source.path.name, at.line)
    draft.keep(number, pass_, chain(*batch), mark, done=stamp(source))
    return count


def stamp(source: Source) -> str:
    """What changes when a file does: its size and when it was last changed."""
    status = source.path.stat()
    return f"{status.st_size} {status.st_mtime_ns}"


def _features(source: Source, recipe: Recipe, after: Mark) -> Iterator[Read]:
    for mark, line in lines(source.path, after):
        found = feature(mark, line, source, recipe)
        yield mark, line, () if found is None else (found,)


def _classes(source: Source, recipe: Recipe, after: Mark) -> Iterator[Read]:
    for line in item_lines(source.path, after):
        above = superclasses(line)
        label = label_of(line, recipe) if above else None
        yield line.mark, line.text, (*above, Title(above[0][0], label)) if label else above


def _items(source: Source, recipe: Recipe, types: Mapping[str, str], after: Mark) -> Iterator[Read]:
    for line in item_lines(source.path, after):
        found = entry_of(line, recipe, types, source.text)
        yield line.mark, line.text, () if found is None else (found,)
