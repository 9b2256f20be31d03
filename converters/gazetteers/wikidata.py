"""Items of a Wikidata JSON dump: one array, an item per line (https://doc.wikimedia.org/Wikibase, JSON format)."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import orjson
from rigour.territories import get_territories

from converters.errors import BadInput
from converters.gazetteers.model import Entry, Mark
from converters.gazetteers.names import usable
from converters.gazetteers.recipe import Recipe
from converters.gazetteers.streams import lines, opened, text_of, told
from converters.linking.model import Place
from converters.linking.row import Row

Item = Mapping[str, Any]
_START = 256
EARTH = "http://www.wikidata.org/entity/Q2"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a dump, with where it ends and which item it holds."""

    mark: Mark
    text: bytes
    path: Path

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
        except (AttributeError, KeyError, TypeError, ValueError) as error:
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


def entry_of(line: Line, recipe: Recipe, types: Mapping[str, str], source: str) -> Entry | None:
    """The row of an item, or None if it is of no class that is wanted, little known, or has no name in the languages.

    `types` gives the type of each class by its id, subclasses included.
    """
    item = line.item()
    with line.form():
        return _entry(item, line.mark.line, recipe, types, source)


def _entry(item: Item, number: int, recipe: Recipe, types: Mapping[str, str], source: str) -> Entry | None:
    type_ = _type(item, recipe, types)
    sitelinks = len(item.get("sitelinks", ()))
    if type_ is None or sitelinks < recipe.sitelinks.get(type_, 0):
        return None
    names = _names(item, recipe)
    if not names:
        return None
    label, population = names[0], max((_number(value["amount"]) for value in values(item, "P1082")), default=0)
    all_names = (label, *usable(names[1:], label))
    row = Row(item["id"], label, type_, all_names, _country(item), _place(item), population, source, sitelinks)
    return Entry(number, row)


def values(item: Item, property_: str) -> list[Any]:
    """The values of an item's best statements: the preferred ones, else the normal ones; never deprecated ones."""
    claims: Sequence[Any] = (item.get("claims") or {}).get(property_, ())
    best = "preferred" if any(claim["rank"] == "preferred" for claim in claims) else "normal"
    snaks = (claim["mainsnak"] for claim in claims if claim["rank"] == best)
    return [snak["datavalue"]["value"] for snak in snaks if snak["snaktype"] == "value"]


def _type(item: Item, recipe: Recipe, types: Mapping[str, str]) -> str | None:
    """The type of an item's classes; of several the one that the recipe names first."""
    found = {types[value["id"]] for value in values(item, "P31") if value["id"] in types}
    return min(found, key=recipe.order.__getitem__) if found else None


def _names(item: Item, recipe: Recipe) -> list[str]:
    """The label first (of the first language that has one), then all labels and aliases in the languages."""
    labels, aliases = item.get("labels") or {}, item.get("aliases") or {}
    found = [labels[language]["value"] for language in recipe.languages if language in labels]
    found += [alias["value"] for language in recipe.languages for alias in aliases.get(language, ())]
    return list(dict.fromkeys(name for text in found if (name := " ".join(text.split()))))


def _country(item: Item) -> str | None:
    """ISO 3166 alpha-2: the country it lies in or belongs to (P17), a person's citizenship (P27); only if it is one."""
    for property_ in ("P17", "P27"):
        codes = {_countries().get(value["id"]) for value in values(item, property_)}
        if codes:
            return codes.pop() if len(codes) == 1 else None
    return None


@cache
def _countries() -> Mapping[str, str]:
    """Codes of countries by Wikidata id."""
    return {
        qid: territory.code.upper()
        for territory in get_territories()
        if len(territory.code) == 2
        for qid in (territory.qid, *territory.other_qids)
    }


def _place(item: Item) -> Place | None:
    """Coordinates on this planet (P625), with the GeoNames id (P1566) if there is one."""
    places = [value for value in values(item, "P625") if value.get("globe", EARTH) == EARTH]
    numbers = values(item, "P1566")
    if not places:
        return None
    first = places[0]
    return Place(round(first["latitude"], 5), round(first["longitude"], 5), numbers[0] if len(numbers) == 1 else None)


def _number(amount: str) -> int:
    return int(float(amount))
