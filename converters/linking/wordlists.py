"""The lists of `ontology/gazetteer/` about words: countries, seats of government, generic words, families of types."""

import csv
import gzip
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from converters.errors import BadData
from converters.language.demonyms import countries
from converters.linking.names import skeleton
from converters.resources import resource


def table(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a tab-separated file with a header line; lines that begin with `#` are comments, nothing is quoted.

    Raises BadData if a row has not as many cells as the header.
    """
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        rows = (line for line in lines if not line.startswith("#"))
        for row in csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE):
            if None in row or None in row.values():
                raise BadData(
                    f"{path.name}: the row of {next(iter(row.values()))!r} has not as many cells as the header"
                )
            yield row


@cache
def read_on(file: str) -> str:
    """When the sources of a shipped file were read (ISO date). Raises BadData if that is not told."""
    dates = {row["file"]: row["read"] for row in table(resource("ontology", "gazetteer", "dates.tsv"))}
    if file not in dates:
        raise BadData(f"dates.tsv: does not tell when the sources of {file} were read")
    return dates[file]


@cache
def _also_known() -> Mapping[str, tuple[str, ...]]:
    """All names of a body, the usual one first, by the skeleton of each."""
    found: dict[str, tuple[str, ...]] = {}
    for row in table(resource("ontology", "gazetteer", "also-known.tsv")):
        names = (row["name"], *row["aliases"].split("|"))
        for name in names:
            if found.setdefault(skeleton(name), names) != names:
                raise BadData(f"also-known.tsv: {name!r} is both {found[skeleton(name)][0]} and {row['name']}")
    return found


def also_known(names: Iterable[str]) -> tuple[str, ...]:
    """All names of the bodies that any of these names is known as, in the order of the file."""
    groups = (_also_known().get(skeleton(name), ()) for name in names)
    return tuple(dict.fromkeys(name for group in groups for name in group))


def usual_name(name: str) -> str | None:
    """The usual full name of a body that is known by several ("ISIL" -> "Islamic State"), or None."""
    return next(iter(also_known([name])), None)


@cache
def _seats() -> Mapping[str, tuple[str, str]]:
    rows = table(resource("ontology", "gazetteer", "capitals.tsv"))
    return {skeleton(row["name"]): (row["country"], row["kind"]) for row in rows}


def seat_country(name: str) -> str | None:
    """The country whose government, ministry or parliament a capital or seat may stand for (metonymy), or None."""
    country, _ = _seats().get(skeleton(name), (None, ""))
    return country


def government_seat(name: str) -> str | None:
    """As `seat_country`, for seats that stand for the government itself: capitals and its offices, no ministry."""
    country, kind = _seats().get(skeleton(name), (None, ""))
    return country if kind in ("capital", "government") else None


@dataclass(frozen=True, slots=True)
class Family:
    """Types that a reader may confuse. In `groups`, types with the same number are as good as equal."""

    name: str
    groups: Mapping[str, int]
    weight: int


@cache
def _families() -> Mapping[str, Family]:
    data: dict[str, Any] = yaml.safe_load(
        resource("ontology", "gazetteer", "families.yaml").read_text(encoding="utf-8")
    )
    families = (
        Family(name, {t: number for number, line in enumerate(entry["types"]) for t in line}, entry["weight"])
        for name, entry in data.items()
    )
    return {type_: family for family in families for type_ in family.groups}


def family(type_: str) -> Family:
    """The family of an entity type; a type that no family lists is a family of its own."""
    return _families().get(type_) or Family(type_.casefold(), {type_: 0}, 1)


def known_types() -> frozenset[str]:
    """All entity types that a family lists."""
    return frozenset(_families())


@cache
def generic() -> Mapping[str, Any]:
    """`generic.yaml` with every word as a skeleton; word groups at the beginning of names are the longest first."""
    data = yaml.safe_load(resource("ontology", "gazetteer", "generic.yaml").read_text(encoding="utf-8"))
    return {name: {key: _skeletons(key, value) for key, value in entry.items()} for name, entry in data.items()}


def _skeletons(key: str, value: Any) -> Any:
    if isinstance(value, str):
        return value
    if isinstance(value, dict) and key == "says":
        return {skeleton(word): type_ for type_, words in value.items() for word in words}
    if isinstance(value, dict):
        return {skeleton(one): skeleton(other) for one, other in value.items()}
    found = {skeleton(str(word)) for word in value}
    return tuple(sorted(found, key=lambda word: (-len(word), word))) if key == "before" else frozenset(found)


def country_named(name: str) -> str | None:
    """The ISO 3166 alpha-2 code of a country's name as written ("Ukraine", "U.S."), or None."""
    return countries().get(name)


def country_names(country: str | None) -> tuple[str, ...]:
    """All names in use of the country with this code, in order of the alphabet."""
    return tuple(sorted(name for name, code in countries().items() if code == country))
