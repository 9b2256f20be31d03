"""The lines of a Wikidata JSON dump: one array, an item per line (https://doc.wikimedia.org/Wikibase, JSON format)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson

from converters.errors import BadInput
from converters.gazetteers.model import Mark
from converters.gazetteers.streams import lines, opened, text_of, told

Item = Mapping[str, Any]
Qualifiers = Mapping[str, Sequence[Any]]
_START = 256


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a dump, with where it ends and which item it holds. `path` is the file, or the service that told it."""

    mark: Mark
    text: bytes
    path: Path | str

    def item(self) -> Item:
        """Raises BadInput if the line is no JSON object: the file is cut off in it, or spoiled."""
        try:
            found: Any = orjson.loads(self.text.rstrip(b"\r\n\t ,"))
        except orjson.JSONDecodeError as error:
            where = "the dump is cut off in this line" if not self.text.endswith(b"\n") else f"no JSON: {error}"
            raise BadInput(f"{self.path}:{self.mark.line}: {where}") from error
        if not isinstance(found, dict):
            raise BadInput(f"{self.path}:{self.mark.line}: an item is a JSON object, not {type(found).__name__}")
        return found

    @contextmanager
    def form(self) -> Iterator[None]:
        """An item that lacks what every item has is told as one of another form. Raises BadInput."""
        try:
            yield
        except (ArithmeticError, AttributeError, KeyError, TypeError, ValueError) as error:
            where = f"{self.path}:{self.mark.line}"
            raise BadInput(f"{where}: an item of another form than Wikidata's: {error!r}") from error


def item_lines(path: Path, after: Mark) -> Iterator[Line]:
    """The items of a dump (an array, or an item a line), or of an answer of Wikidata's ({"entities": …}).

    Raises BadInput if an array that was begun is not ended, or a document is no JSON.
    """
    with opened(path) as stream, told(path, Mark()):
        start = stream.read(_START).lstrip()
    if start.startswith(b'{"entities"'):
        yield from _document(path)
        return
    ended, mark = not start.startswith(b"["), after
    for mark, line in lines(path, after):
        text = line.strip()
        if text in (b"]", b"];"):
            ended = True
        elif text and text != b"[":
            yield Line(mark, line, path)
    if not ended:
        raise BadInput(f"{path}:{mark.line}: the dump is cut off behind this line: there is no closing bracket")


def _document(path: Path) -> Iterator[Line]:
    """The items of an answer of wbgetentities or Special:EntityData; their numbers stand for lines."""
    try:
        entities = orjson.loads(text_of(path))["entities"]
    except orjson.JSONDecodeError as error:
        raise BadInput(f"{path}:{error.lineno}: the answer is cut off or no JSON: {error.msg}") from error
    for number, (asked, item) in enumerate(entities.items(), start=1):
        text = orjson.dumps(item if item.get("id") == asked else {**item, "asked": asked})
        yield Line(Mark(number), text + b"\n", path)


def superclasses(line: Line) -> list[tuple[str, str]]:
    """An item with each class that it is a subclass of (P279); most items are of no class and are not even parsed."""
    if b'"P279"' not in line.text:
        return []
    item = line.item()
    with line.form():
        return [(item["id"], value["id"]) for value in values(item, "P279")]


def values(item: Item, property_: str) -> list[Any]:
    """The values of an item's best statements: the preferred ones, else the normal ones; never deprecated ones."""
    return _best(_claims(item, property_))


def lasting_values(item: Item, property_: str) -> list[Any]:
    """The values of an item's best statements among those that have not ended (P582)."""
    return _best([claim for claim in _claims(item, property_) if not _ended(claim)])


def all_values(item: Item, property_: str) -> list[tuple[Any, Qualifiers]]:
    """The values of all statements with their qualifiers, past ones included; never deprecated ones."""
    return [
        (value, claim.get("qualifiers") or {})
        for claim in _claims(item, property_)
        if claim["rank"] != "deprecated"
        for value in _values([claim["mainsnak"]])
    ]


def qualifier(qualifiers: Qualifiers, property_: str) -> Any:
    """The first value of a qualifier, None if it has none."""
    return next(iter(_values(qualifiers.get(property_, ()))), None)


def _claims(item: Item, property_: str) -> Sequence[Any]:
    claims: Sequence[Any] = (item.get("claims") or {}).get(property_, ())
    return claims


def _ended(claim: Any) -> bool:
    """Whether a statement has an end, known or not."""
    return any(snak["snaktype"] != "novalue" for snak in (claim.get("qualifiers") or {}).get("P582", ()))


def _best(claims: Sequence[Any]) -> list[Any]:
    best = "preferred" if any(claim["rank"] == "preferred" for claim in claims) else "normal"
    return _values(claim["mainsnak"] for claim in claims if claim["rank"] == best)


def _values(snaks: Iterable[Any]) -> list[Any]:
    return [snak["datavalue"]["value"] for snak in snaks if snak["snaktype"] == "value"]
