"""When two names are one: spelling, articles, acronyms, surnames, a ministry with its country."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from converters.language.demonyms import countries
from converters.reading.mentions.model import BODIES, PLACES, Found
from converters.reading.mentions.words import entity_words

Key = tuple[str | None, ...]
"""What mentions of one entity have in common."""

_ORDINAL = re.compile(r"^\d+(?:st|nd|rd|th)\s+")
_OF = re.compile(
    r"^(ministry|department|government|army|armed forces|national guard|parliament|constitution) of (?:the )?(.+)$"
)
_NATURE = frozenset({"Region", "River", "Sea", "Island", "Mountain"})
_BETWEEN = frozenset({"(", ",", "or", '"', "[", "the"})
_COMPASS = frozenset({"North", "South", "East", "West"})


@dataclass(frozen=True, slots=True)
class Aliases:
    """What holds for the whole article: short names, full names to a surname, "the North" of two countries."""

    short: dict[str, str]
    types: dict[str, str]
    people: dict[str, tuple[str, ...]]
    compass: dict[str, str]


def plain(name: str) -> str:
    """A name without case, stops, article and possessive, so that spellings of one name are equal."""
    words = name.casefold().replace(".", "").replace("’", "'").removesuffix("'s").replace("defence", "defense")
    return " ".join(words.replace("-", " ").split()).removeprefix("the ")


def find_aliases(blocks: Iterable[tuple[Found, ...]]) -> Aliases:
    """The aliases of an article, from all its names."""
    found = [sorted((f for f in block if f.name), key=lambda f: f.first) for block in blocks]
    names = {f.name: f.type for block in found for f in block if f.name}
    written = [(f.name or "", f.doc.part(f.first, f.last + 1).text, f.type) for block in found for f in block]
    short = {plain(a): plain(b) for a, b in entity_words().same.items()}
    acronyms = {name.replace(".", ""): name for name, kind in names.items() if name.isupper() and kind != "Country"}
    for name, text, kind in written:
        if kind not in {"Person", "Country"} and " " in text:
            for other in {acronyms.get(_initials(name)), acronyms.get(_initials(text))} - {None, name}:
                if other is not None:
                    short.setdefault(plain(other), short.get(plain(name), plain(name)))
    short |= _without_ordinals(plain(name) for name in names)
    for block in found:
        for a, b in pairwise(block):
            if _in_brackets(a, b):
                short.setdefault(plain(b.name or ""), short.get(plain(a.name or ""), plain(a.name or "")))
    types = {short.get(plain(n), plain(n)): t for n, t in names.items() if t != "Organisation"}
    return Aliases(short, types, _people(names), _compass(names))


def _without_ordinals(names: Iterable[str]) -> dict[str, str]:
    """ "avon corps" -> "2nd avon corps", where that is the only one with a number."""
    numbered = [(_ORDINAL.sub("", name), name) for name in sorted(set(names)) if _ORDINAL.match(name)]
    bare = [rest for rest, _ in numbered]
    return {rest: name for rest, name in numbered if bare.count(rest) == 1}


def _initials(name: str) -> str:
    return "".join(word[0] for word in re.split(r"[\s-]+", name) if word[:1].isupper())


def _in_brackets(a: Found, b: Found) -> bool:
    """Whether b is a short form that follows a: "Avon Forces (AFO)", "Avon Forces, or AFO"."""
    between = [t.lower_ for t in a.doc[a.last + 1 : b.first]]
    short = b.name is not None and b.name.isupper() and " " not in b.name and len(b.name) > 1
    return (
        short
        and 0 < len(between) <= 3
        and set(between) <= _BETWEEN
        and bool({"(", "or", "["} & set(between))
        and a.type in BODIES
    )


def _people(names: dict[str, str]) -> dict[str, tuple[str, ...]]:
    """Surname or given name -> the full names of the article that have it."""
    table: dict[str, list[str]] = {}
    for name, kind in names.items():
        parts = name.split()
        if kind == "Person" and len(parts) > 1:
            for part in {parts[-1], parts[0]}:
                table.setdefault(part, []).append(name)
    return {part: tuple(full) for part, full in table.items()}


def _compass(names: dict[str, str]) -> dict[str, str]:
    """ "North" -> the code of the country "North …" that the article names."""
    return {
        name.split()[0]: countries()[name]
        for name, kind in names.items()
        if kind == "Country" and name in countries() and name.split()[0] in _COMPASS and " " in name
    }


def key_of(found: Found, aliases: Aliases) -> Key:
    """The key of a name (or people's adjective); persons by full name where only one has that surname."""
    if found.type == "Country":
        return "Country", found.country
    name = found.name or found.span.__repr__()
    if name in aliases.compass and name in _COMPASS:
        return "Country", aliases.compass[name]
    if found.type == "Person":
        full = aliases.people.get(name, ())
        return "Person", plain(full[0] if len(full) == 1 else name)
    text = plain(name)
    if found.type in PLACES:
        return (
            "Place",
            found.type if found.type in _NATURE else None,
            _without_tail(text) if found.type in _NATURE else text,
        )
    if match := _OF.match(text):
        owner = _plain_countries().get(match[2])
        return body_key(match[1] if owner else f"{match[2]} {match[1]}", owner or found.country)
    return body_key(aliases.short.get(text, text), found.country)


@cache
def _plain_countries() -> dict[str, str]:
    """The code of each country by its plain name; of two names that are one the first counts."""
    return {plain(country): code for country, code in reversed(list(countries().items()))}


def body_key(text: str, country: str | None) -> Key:
    """The key of a body: forces and organs of a country by country, all others by name."""
    words = entity_words()
    if branch := words.branches.get(text):
        return "Branch", branch, country
    if text in words.lists["bodies"]:
        return "Body", text, country
    return "Name", text


def _without_tail(text: str) -> str:
    tails = entity_words().name_heads
    head, _, last = text.rpartition(" ")
    return head if head and tails.get(last.rstrip("s")) in _NATURE else text
