"""What a person decided about identities: a plain file that always wins over what the linker would make of a name.

Tab-separated, with the header `decision type name country article wikidata instead note date`; lines that begin with
`#` are comments, and a later line about the same name wins over an earlier one.

- `accept`: the name is the item `wikidata`.
- `reject`: the name is not the item `wikidata`; with `-` there is no item for it at all.
- `replace`: the name is `wikidata`, and not `instead`.

`country` (of the entity, as its words tell it) and `article` (a file's stem) restrict a decision; empty, they do not.
`date` is the day of the decision (ISO); a file without that column is good as well.
"""

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import astuple, dataclass, fields
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Literal, cast, get_args

from converters.errors import BadInput
from converters.linking.match import Query
from converters.linking.names import skeleton
from converters.linking.row import is_date, is_qid
from converters.linking.wordlists import family, known_types

Kind = Literal["accept", "reject", "replace"]
NO_ITEM = "-"


@dataclass(frozen=True, slots=True)
class Decision:
    """One line of the file."""

    decision: Kind
    type: str
    name: str
    country: str
    article: str
    wikidata: str
    instead: str = ""
    note: str = ""
    date: str = ""


COLUMNS = tuple(field.name for field in fields(Decision))
UNDATED = COLUMNS[:-1]
"""The columns of files from before decisions had a date."""
Named = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Decided:
    """All that was decided about one entity: the item that it is, items that it is not; `nothing`: no item at all.

    `date` is that of the last decision, if it tells one.
    """

    accepted: Decision | None = None
    rejected: frozenset[str] = frozenset()
    nothing: bool = False
    date: str | None = None

    def __bool__(self) -> bool:
        return self.accepted is not None or bool(self.rejected) or self.nothing


UNDECIDED = Decided()


@dataclass(frozen=True, slots=True)
class Decisions:
    """Decisions by family and skeleton of the name, in the order of the file; `digest` is the SHA-256 of the file."""

    by_name: Mapping[Named, Sequence[Decision]]
    source: str = ""
    digest: str = ""

    def of(self, asked: Query, article: str) -> Decided:
        """What holds for an entity of an article. A person is known by the full name alone."""
        kind = family(asked.type).name
        names = asked.names[:1] if kind == "person" else asked.names
        found = [one for name in dict.fromkeys(map(skeleton, names)) for one in self.by_name.get((kind, name), ())]
        held = [one for one in found if one.article in ("", article) and one.country in ("", asked.country)]
        decided = UNDECIDED
        for one in sorted(held, key=lambda one: (one.article != "", one.country != "")):
            decided = _and(decided, one)
        return decided


NONE = Decisions({})


def _and(before: Decided, one: Decision) -> Decided:
    """What holds after one more decision."""
    if one.decision == "reject":
        kept = before.accepted if before.accepted and before.accepted.wikidata != one.wikidata else None
        if one.wikidata == NO_ITEM:
            return Decided(None, before.rejected, nothing=True, date=one.date or None)
        return Decided(kept, before.rejected | {one.wikidata}, before.nothing, one.date or None)
    rejected = before.rejected - {one.wikidata} | ({one.instead} if one.instead else set())
    return Decided(one, rejected, date=one.date or None)


def load(path: Path | None) -> Decisions:
    """The decisions in a file; None and a file that is not there yet hold none. Raises BadInput with file and line."""
    return NONE if path is None or not path.exists() else _load(path, path.stat().st_mtime_ns, path.stat().st_size)


@lru_cache(maxsize=4)
def _load(path: Path, changed: int, size: int) -> Decisions:
    raw = path.read_bytes()
    found: dict[Named, list[Decision]] = {}
    for one in parse(raw.decode("utf-8-sig").splitlines(), path.name):
        found.setdefault((family(one.type).name, skeleton(one.name)), []).append(one)
    return Decisions(found, path.name, sha256(raw).hexdigest())


def parse(lines: Iterable[str], file: str) -> list[Decision]:
    """The decisions of a file's lines. Raises BadInput with file and line."""
    numbered = [(number, line) for number, line in enumerate(lines, start=1) if line and not line.startswith("#")]
    rows = list(csv.reader((line for _, line in numbered), delimiter="\t", quoting=csv.QUOTE_NONE))
    if rows and tuple(rows[0]) not in (COLUMNS, UNDATED):
        raise BadInput(f"{file}:{numbered[0][0]}: the header must be {' '.join(COLUMNS)}, divided by tabs")
    found = []
    for (number, _), cells in zip(numbered[1:], rows[1:], strict=True):
        try:
            found.append(_decision([cell.strip() for cell in cells], len(rows[0])))
        except ValueError as error:
            raise BadInput(f"{file}:{number}: {error}") from error
    return found


def _decision(cells: list[str], columns: int) -> Decision:
    """Raises ValueError with what is wrong."""
    if len(cells) != columns:
        raise ValueError(f"{len(cells)} cells, a decision has {columns}")
    kind, type_, name, country, article, wikidata, instead, note, *day = cells
    if kind not in get_args(Kind):
        raise ValueError(f"{kind!r} is none of {', '.join(get_args(Kind))}")
    if type_ not in known_types():
        raise ValueError(f"{type_!r} is no type of entities")
    if not skeleton(name):
        raise ValueError("the decision is about no name")
    if not (is_qid(wikidata) or (wikidata == NO_ITEM and kind == "reject")):
        raise ValueError(f"{wikidata!r} is no Wikidata id")
    if (kind == "replace") != bool(instead) or (instead and not is_qid(instead)):
        raise ValueError(f"'instead' is the Wikidata id that is replaced, not {instead!r}")
    if any(day) and not is_date(day[0]):
        raise ValueError(f"{day[0]!r} is no date")
    return Decision(cast(Kind, kind), type_, name, country, article, wikidata, instead, note, *day)


def append(path: Path, one: Decision) -> None:
    """Adds a decision to the end of a file, which is made if it is not there; without its date if others have none."""
    before = path.read_text(encoding="utf-8-sig") if path.exists() else ""
    header = next((line for line in before.splitlines() if line and not line.startswith("#")), "")
    cells = astuple(one)[: len(header.split("\t"))] if header else astuple(one)
    with path.open("a", encoding="utf-8", newline="") as file:
        if before and not before.endswith("\n"):
            file.write("\n")
        if not header:
            file.write("\t".join(COLUMNS) + "\n")
        file.write("\t".join(" ".join(cell.split()) for cell in cells) + "\n")
