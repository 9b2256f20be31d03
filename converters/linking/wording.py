"""What the words of a name say beside the proper name: the kind of thing, a country, a title."""

import re
from dataclasses import dataclass
from functools import lru_cache

from converters.language.demonyms import demonym_country
from converters.linking.names import skeleton
from converters.linking.wordlists import country_named, family, generic

_POSSESSIVE = re.compile(r"['’ʼ]s?$")
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)?")


@dataclass(frozen=True, slots=True)
class Wording:
    """A name taken apart. `core` is the skeleton of its proper part, equal for other wordings of the same name.

    `says` is the type that its words tell ("region" -> Region), `country` the country they tell ("Russian Navy" -> RU);
    `generic` means that the proper part consists of words that many things of this kind bear ("National Guard").
    """

    core: str
    says: str | None = None
    country: str | None = None
    generic: bool = False


@lru_cache(maxsize=65536)
def wording(name: str, type_: str) -> Wording:
    """Takes `name` apart by the rules of the family of `type_`."""
    match family(type_).name:
        case "place" | "water" as kind:
            return _place(name, kind)
        case "person":
            return Wording(core=_without_lead(_plain(name), generic()["person"]["before"]))
        case "organisation":
            return _organisation(name)
        case _:
            return Wording(core=_plain(name))


def _plain(name: str) -> str:
    """The skeleton without a leading article."""
    return _without_lead(skeleton(name), generic()["any"]["before"])


def _without_lead(core: str, leads: tuple[str, ...]) -> str:
    """`core` without the word groups that it begins with, never empty."""
    for lead in leads:
        if core.startswith(lead + " "):
            return _without_lead(core[len(lead) + 1 :], leads)
    return core


def _place(name: str, kind: str) -> Wording:
    """A place: "Xyz region", "the region of Xyz", "River Xyz"."""
    core, says = _plain(name), generic()[kind]["says"]
    for lead in generic()[kind]["before"]:
        if core.startswith(lead + " "):
            told = next((says[word] for word in lead.split() if word in says), None)
            return Wording(core=core[len(lead) + 1 :], says=told)
    *rest, last = core.split() or [""]
    if rest and last in says:
        return Wording(core=" ".join(rest), says=says[last])
    return Wording(core=core)


def _organisation(name: str) -> Wording:
    """A body: its words in any order, less its country ("Ministry of Defence of Xyz", "Xyz's Defense Ministry")."""
    rest, country = without_country(name)
    lists = generic()["organisation"]
    parts = [lists["same"].get(word, word) for word in _plain(rest).split()]
    parts = [word for word in parts if word not in lists["small"]]
    named = [word for word in parts if word not in lists["unit"] | lists["ordinal"] and not _ORDINAL.fullmatch(word)]
    generic_only = all(word in lists["body"] for word in named)
    return Wording(core=" ".join(sorted(parts if generic_only else named)), country=country, generic=generic_only)


def without_country(name: str) -> tuple[str, str | None]:
    """A name without the country at its beginning or end; a name that is nothing else keeps it."""
    parts = name.split()
    for length in (3, 2, 1):
        for start in sorted({0, 1, len(parts) - length} & set(range(len(parts) - length + 1))):
            group = _POSSESSIVE.sub("", " ".join(parts[start : start + length]).strip(",()"))
            if country := demonym_country(group) or country_named(group):
                rest = " ".join(parts[:start] + parts[start + length :])
                return (rest, country) if skeleton(rest) else (name, country)
    return name, None
