"""The action API of Wikidata: names searched for (wbsearchentities), items fetched (wbgetentities).

https://www.wikidata.org/w/api.php?action=help. A search is one by the beginning of labels and aliases.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

import orjson

from converters.errors import BadInput
from converters.gazetteers.dump import Item, Line, all_values, values
from converters.gazetteers.model import Mark
from converters.gazetteers.recipe import Recipe
from converters.gazetteers.wikidata import entry_of, label_of, with_titles
from converters.linking.row import Row
from converters.services.items import nearest, trimmed
from converters.services.known import Rules
from converters.services.model import Asked, Endpoint, Passing
from converters.services.polite import Polite
from converters.services.remembered import Remembered, digest

T = TypeVar("T")
_LEVELS = 20
"""How far above an item's class its superclasses are looked through."""


class Wikibase:
    """Items by name and by id."""

    def __init__(self, endpoint: Endpoint, polite: Polite, kept: Remembered, rules: Rules, recipe: Recipe) -> None:
        self.endpoint = endpoint
        self._polite, self._kept, self._rules, self._recipe = polite, kept, rules, recipe

    def candidates(self, asked: Sequence[Asked]) -> Sequence[Row]:
        """The items whose labels or aliases begin with the names, as rows; none of a class that the recipe lacks."""
        found = self._kept.ask(self.endpoint.url, self._search, [one.name for one in asked], self._searched, 1)
        items = self.items([qid for qids in found.values() for qid in qids])
        types = self.types([value["id"] for item in items.values() for value in values(item, "P31")])
        self.items([office["id"] for item in items.values() for office, _ in all_values(item, "P39")])
        rows = []
        for item in items.values():
            if row := self._row(item, types):
                rows.append(row)
        return rows

    def items(self, qids: Sequence[str]) -> Mapping[str, Item]:
        """The item of each id, as wbgetentities gives it: the item that it redirects to, or one that is `missing`."""
        question = f"wbgetentities {'|'.join(self._recipe.languages)}"
        return self._kept.ask(self.endpoint.url, question, qids, self._fetched, self._rules.entities)

    def types(self, classes: Sequence[str]) -> Mapping[str, str]:
        """The type of each class that is, or is below, a class of the recipe."""
        return nearest(classes, self.superclasses(classes), self._recipe)

    def superclasses(self, classes: Sequence[str]) -> Mapping[str, Sequence[str]]:
        """The superclasses of classes, and theirs, as far as no class of the recipe is met."""
        above: dict[str, Sequence[str]] = {}
        level = dict.fromkeys(classes)
        for _ in range(_LEVELS):
            wanted = [class_ for class_ in level if class_ not in above and class_ not in self._recipe.classes]
            if not wanted:
                break
            for class_, item in self.items(wanted).items():
                above[class_] = [value["id"] for value in values(item, "P279")]
            level = dict.fromkeys(up for class_ in wanted for up in above[class_])
        return above

    @property
    def _search(self) -> str:
        return f"wbsearchentities {self._recipe.languages[0]} {self._rules.candidates}"

    def _searched(self, names: Sequence[str]) -> Mapping[str, list[str]]:
        """The ids that the one name of `names` may stand for, the best first."""
        (name,) = names
        language = self._recipe.languages[0]
        params = {"search": name, "language": language, "uselang": language, "limit": str(self._rules.candidates)}
        return {
            name: self._ask(
                {"action": "wbsearchentities", "type": "item", **params},
                lambda data: [str(one["id"]) for one in data["search"]],
            )
        }

    def _fetched(self, qids: Sequence[str]) -> Mapping[str, Item]:
        """The items of ids. An answer that lacks one of them, or is about others, is no sound answer."""

        def read(data: Any) -> Mapping[str, Item]:
            told = {key: trimmed(item) for key, item in data["entities"].items()}
            moved = {item["redirects"]["from"]: item for item in told.values() if "redirects" in item}
            found = told | moved
            return {qid: found[qid] for qid in qids}

        params = {"ids": "|".join(qids), "languages": "|".join(self._recipe.languages), "redirects": "yes"}
        return self._ask({"action": "wbgetentities", "props": "labels|aliases|claims|sitelinks|info", **params}, read)

    def _ask(self, params: dict[str, str], read: Callable[[Any], T]) -> T:
        def sound(data: Any) -> T:
            if error := data.get("error"):
                raise self._fault(error)
            return read(data)

        always = {"format": "json", "maxlag": str(self._rules.manners.maxlag)}
        return self._polite.get(self.endpoint.url, {**params, **always}, sound)

    def _fault(self, error: Mapping[str, Any]) -> Exception:
        text = f"it answers {error.get('code')}: {error.get('info')}"
        return Passing(text) if error.get("code") in self._rules.passing else self._polite.stop(text)

    def _row(self, item: Item, types: Mapping[str, str]) -> Row | None:
        source = f"{self.endpoint.text}, answer {digest(item)}"
        try:
            entry = None if "missing" in item else entry_of(self.line(item), self._recipe, types, source)
            return replace(with_titles(entry.row, self._title), method="service") if entry else None
        except BadInput as fault:
            raise self._polite.stop(str(fault)) from fault

    def _title(self, qid: str) -> str | None:
        """What an office is called; its item was fetched with those of all others."""
        return label_of(self.line(self.items([qid])[qid]), self._recipe)

    def line(self, item: Item) -> Line:
        """An item as the line of a dump that it would be."""
        return Line(Mark(), orjson.dumps(item), self.endpoint.shown)
