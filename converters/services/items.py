"""Items of Wikidata as its action API gives them: what of them is read, and of what type their classes are."""

from collections.abc import Mapping, Sequence
from typing import Any

from converters.gazetteers.dump import Item, Qualifiers, all_values, values
from converters.gazetteers.recipe import Recipe
from converters.gazetteers.wikidata import PROPERTIES, WHOLES

_OF_ITEMS = ("P31", "P279", "P39", *WHOLES)
"""Properties whose values are items."""


def trimmed(item: Item) -> Item:
    """What of an item is read at all, so that its other statements, and edits of them, change no answer.

    Raises AttributeError, KeyError, TypeError or ValueError if the item is of another form.
    """
    claims = item.get("claims") or {}
    about = {key: item[key] for key in ("id", "labels", "aliases", "missing", "redirects") if key in item}
    statements = {
        property_: [
            {"mainsnak": one["mainsnak"], "rank": one["rank"], "qualifiers": _times(one)} for one in claims[property_]
        ]
        for property_ in PROPERTIES
        if property_ in claims
    }
    found = {**about, "claims": statements, "sitelinks": dict.fromkeys(dict(item.get("sitelinks") or {}))}
    for property_ in PROPERTIES:
        values(found, property_)
    for property_ in _OF_ITEMS:
        [value["id"] for value, _ in all_values(found, property_)]
    return found


def _times(statement: Mapping[str, Any]) -> Qualifiers:
    """The beginning and end of a statement."""
    qualifiers = statement.get("qualifiers") or {}
    return {property_: qualifiers[property_] for property_ in ("P580", "P582") if property_ in qualifiers}


def nearest(classes: Sequence[str], above: Mapping[str, Sequence[str]], recipe: Recipe) -> Mapping[str, str]:
    """The type of each class that is, or is below, a class of the recipe: that of the nearest one above it."""
    known = recipe.classes
    found: dict[str, str] = {}
    for class_ in dict.fromkeys(classes):
        level, seen = {class_}, {class_}
        while level and not (types := {known[one] for one in level if one in known}):
            level = {up for one in level for up in above.get(one, ())} - seen
            seen |= level
        if level:
            found[class_] = min(types, key=recipe.order.__getitem__)
    return found
