"""Every Wikidata id of a gazetteer compared with items of today: does it still exist, and is it still what it was?"""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from converters.gazetteers.build import Progress
from converters.gazetteers.dump import Item, Line, item_lines, superclasses, values
from converters.gazetteers.model import Mark
from converters.gazetteers.recipe import Recipe
from converters.linking.names import skeleton
from converters.linking.row import Row
from converters.linking.rows import Rows
from converters.linking.wordlists import family

Problem = Literal["deleted", "redirected", "renamed", "retyped"]
_TOLD = 10_000


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong with a row. `now` is the item that it redirects to, its label of today, or its family."""

    qid: str
    label: str
    problem: Problem
    now: str | None

    @property
    def text(self) -> str:
        match self.problem:
            case "deleted":
                return f"{self.qid} ({self.label}): no such item: deleted, or the dump is not whole"
            case "redirected":
                return f"{self.qid} ({self.label}): redirects to {self.now}"
            case "renamed":
                return f"{self.qid} ({self.label}): called {self.now} now, and none of its names is this one"
            case "retyped":
                return f"{self.qid} ({self.label}): now {self.now}"


@dataclass(frozen=True, slots=True)
class Verified:
    """How many ids were looked for, and what is wrong with some."""

    checked: int
    findings: tuple[Finding, ...]

    @property
    def counts(self) -> Counter[Problem]:
        return Counter(finding.problem for finding in self.findings)


def verify(rows: Rows, dump: Path, recipe: Recipe, told: Progress) -> Verified:
    """Reads a dump once and compares every row that has an id with its item; memory does not grow with the dump.

    A dump must be whole: what it lacks counts as deleted. Raises BadInput if it is cut off.
    """
    return compared(rows, _counted(dump, told), recipe)


def _counted(dump: Path, told: Progress) -> Iterator[Line]:
    for line in item_lines(dump, Mark()):
        yield line
        if line.mark.line % _TOLD == 0:
            told(dump.name, line.mark.line)


def compared(rows: Rows, lines: Iterable[Line], recipe: Recipe) -> Verified:
    """Every row that has an id compared with the items of `lines`, among them the classes above theirs."""
    with _notes() as notes:
        for line in lines:
            with line.form():
                _look(line.item(), line, rows, recipe, notes)
        checked, findings = 0, list[Finding]()
        for row in rows.rows():
            if row.qid:
                checked += 1
                findings += _findings(row, notes, recipe)
    return Verified(checked, tuple(sorted(findings, key=lambda one: (one.problem, len(one.qid), one.qid))))


@contextmanager
def _notes() -> Iterator[sqlite3.Connection]:
    """A file of work: what the dump says of the ids in question, and how classes lie below each other."""
    with TemporaryDirectory() as folder:
        connection = sqlite3.connect(Path(folder) / "notes")
        connection.executescript(
            "PRAGMA journal_mode = OFF; CREATE TABLE items (qid TEXT PRIMARY KEY, label TEXT, named INT, classes TEXT);"
            "CREATE TABLE redirects (qid TEXT PRIMARY KEY, target TEXT);"
            "CREATE TABLE superclasses (class TEXT, super TEXT); CREATE INDEX above ON superclasses (class);"
        )
        try:
            yield connection
        finally:
            connection.close()


def _look(item: Item, line: Line, rows: Rows, recipe: Recipe, notes: sqlite3.Connection) -> None:
    """Notes what a line of the dump says of an id that is in question, of a redirect, or of a class."""
    qid, target = item.get("asked") or item.get("id") or item.get("entity"), item.get("redirect")
    if target is None and (moved := item.get("redirects")):
        qid, target = moved["from"], moved["to"]
    if target is None and "asked" in item and "missing" not in item:
        target = item["id"]
    if target is not None:
        notes.execute("INSERT OR REPLACE INTO redirects VALUES (?, ?)", (qid, target))
        return
    notes.executemany("INSERT INTO superclasses VALUES (?, ?)", superclasses(line))
    row = rows.row(str(qid))
    if row is None or "missing" in item:
        return
    labels, aliases = item.get("labels") or {}, item.get("aliases") or {}
    label = next((labels[one]["value"] for one in recipe.languages if one in labels), None)
    texts = [one["value"] for one in labels.values()] + [one["value"] for same in aliases.values() for one in same]
    named = skeleton(row.label) in set(map(skeleton, texts))
    classes = " ".join(value["id"] for value in values(item, "P31"))
    notes.execute("INSERT OR REPLACE INTO items VALUES (?, ?, ?, ?)", (qid, label, int(named), classes))


def _findings(row: Row, notes: sqlite3.Connection, recipe: Recipe) -> Iterator[Finding]:
    qid = row.qid or ""
    if target := _target(qid, notes):
        yield Finding(qid, row.label, "redirected", target)
        return
    found = notes.execute("SELECT label, named, classes FROM items WHERE qid = ?", (qid,)).fetchone()
    if found is None:
        yield Finding(qid, row.label, "deleted", None)
        return
    label, named, classes = found
    if not named:
        yield Finding(qid, row.label, "renamed", label)
    families = {family(type_).name for type_ in _types(classes.split(), notes, recipe.classes)}
    if families and family(row.type).name not in families:
        yield Finding(qid, row.label, "retyped", f"of {', '.join(sorted(families))}, not a {row.type}")


def _target(qid: str, notes: sqlite3.Connection) -> str | None:
    """Where a chain of redirects ends, None if there is none."""
    seen = [qid]
    while found := notes.execute("SELECT target FROM redirects WHERE qid = ?", (seen[-1],)).fetchone():
        if found[0] in seen:
            break
        seen.append(found[0])
    return seen[-1] if len(seen) > 1 else None


def _types(classes: list[str], notes: sqlite3.Connection, known: Mapping[str, str]) -> set[str]:
    """The types of the nearest classes that the recipe lists, at or above each of `classes`."""
    found: set[str] = set()
    for class_ in classes:
        level, seen = {class_}, {class_}
        while level and not (types := {known[one] for one in level if one in known}):
            above = {
                up for one in level for (up,) in notes.execute("SELECT super FROM superclasses WHERE class = ?", (one,))
            }
            level, seen = above - seen, seen | above
        if level:
            found |= types
    return found
