"""Items of Wikidata as rows of a gazetteer."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from rigour.territories import get_territories

from converters.gazetteers.dump import Item, Line, all_values, lasting_values, qualifier, values
from converters.gazetteers.model import Entry
from converters.gazetteers.names import usable
from converters.gazetteers.recipe import Recipe
from converters.linking.model import Office, Place
from converters.linking.row import Row, is_qid

_LENGTHS = {9: 4, 10: 7, 11: 10}
"""How much of a time is known by its precision: a year, a month, a day."""
WHOLES = ("P361", "P749", "P131")
"""What tells of what an item is a part: part of, parent organisation, located in the administrative territory."""
PROPERTIES = ("P31", "P279", "P17", "P27", "P39", "P625", "P1082", "P1566", *WHOLES)
"""What is read of an item's statements."""
EARTH = "http://www.wikidata.org/entity/Q2"


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
    if not is_qid(item["id"]):
        raise ValueError(f"{item['id']!r} is no item's id")
    label, population = names[0], max((_number(value["amount"]) for value in values(item, "P1082")), default=0)
    all_names = (label, *usable(names[1:], label))
    row = Row(
        item["id"],
        label,
        type_,
        all_names,
        _country(item),
        _place(item),
        population,
        source,
        sitelinks,
        offices=_offices(item) if type_ == "Person" else (),
        part_of=_wholes(item),
    )
    return Entry(number, row)


def label_of(line: Line, recipe: Recipe) -> str | None:
    """The label of an item, of the first language that has one."""
    with line.form():
        return next(iter(_names(line.item(), recipe)), None)


def with_titles(row: Row, label: Callable[[str], str | None]) -> Row:
    """A row whose offices are called by the labels of their items; an office without one is left out."""
    if not row.offices:
        return row
    named = ((label(one.label) if is_qid(one.label) else one.label, one) for one in row.offices)
    return replace(row, offices=tuple(Office(text, one.start, one.end) for text, one in named if text))


def _offices(item: Item) -> tuple[Office, ...]:
    """Positions held (P39), each called by its id, with their beginning (P580) and end (P582)."""
    found = (
        Office(value["id"], *(_day(qualifier(qualifiers, one)) for one in ("P580", "P582")))
        for value, qualifiers in all_values(item, "P39")
    )
    return tuple(dict.fromkeys(found))


def _wholes(item: Item) -> tuple[str, ...]:
    """The ids of the items of which it is a part by now."""
    return tuple(dict.fromkeys(value["id"] for property_ in WHOLES for value in lasting_values(item, property_)))


def _day(time: Any) -> str | None:
    """An ISO date, or its beginning, of a time as precise as a year or more (precision 9, 10 or 11), of our era."""
    if time is None or time["precision"] not in _LENGTHS or not time["time"].startswith("+"):
        return None
    text: str = time["time"][1 : 1 + _LENGTHS[time["precision"]]]
    return text


def _type(item: Item, recipe: Recipe, types: Mapping[str, str]) -> str | None:
    """The type of an item's classes; of several the one that the recipe names first."""
    found = {types[value["id"]] for value in values(item, "P31") if value["id"] in types}
    return min(found, key=recipe.order.__getitem__) if found else None


def _names(item: Item, recipe: Recipe) -> list[str]:
    """The label first (of the first language that has one), then all labels and aliases in the languages."""
    labels, aliases = (dict(item.get(key) or {}) for key in ("labels", "aliases"))
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
    lat, lon = round(places[0]["latitude"], 5), round(places[0]["longitude"], 5)
    if not (-90 <= lat <= 90 and -360 <= lon <= 360):
        raise ValueError(f"latitude {lat}, longitude {lon} is nowhere on Earth")
    east = lon if abs(lon) <= 180 else round((lon + 180) % 360 - 180, 5)
    return Place(lat, east, numbers[0] if len(numbers) == 1 else None)


def _number(amount: str) -> int:
    return int(float(amount))
