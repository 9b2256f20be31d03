"""The words and patterns of quantities, loaded once from `ontology/lexicon/quantities.yaml`."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache

from converters.errors import BadData
from converters.reading.wordpatterns import WordPatterns, load_patterns

FILE = "quantities.yaml"


_TABLES = ("dimensions", "tallies", "coins")
"""What the file gives as tables of words; the rest are lists."""


@dataclass(frozen=True, slots=True)
class QuantityWords:
    """What `quantities.yaml` says beside its patterns; the file explains each part.

    `units` maps the words of a measure to its dimension and unit ("km" -> LENGTH, kilometre).
    """

    patterns: WordPatterns
    units: Mapping[str, tuple[str, str]]
    dimensions: Mapping[str, Mapping[str, str]]
    tallies: Mapping[str, str]
    coins: Mapping[str, float]
    paired: frozenset[str]
    twos: frozenset[str]
    definite: frozenset[str]
    pairs: frozenset[str]
    counted_compounds: frozenset[str]
    sizes: frozenset[str]
    reaching: frozenset[str]
    surpassing: frozenset[str]
    tolls: frozenset[str]
    calibres: frozenset[str]
    partitives: frozenset[str]
    companies: frozenset[str]
    origins: frozenset[str]
    change: frozenset[str]
    uncounted: frozenset[str]
    stand_ins: frozenset[str]
    entities: frozenset[str]
    dates: frozenset[str]
    persons: frozenset[str]
    alone: frozenset[str]
    fractions: frozenset[str]
    charges: frozenset[str]
    values: frozenset[str]
    standing: frozenset[str]
    lasting: frozenset[str]


@cache
def quantity_words() -> QuantityWords:
    """Reads the file. Raises BadData if a part is missing."""
    patterns = load_patterns(FILE)
    data = patterns.tables
    try:
        dimensions = data["dimensions"]
        units = {word: (name, unit) for name in dimensions for word, unit in patterns.words[name].items()}
        plain = {f.name for f in fields(QuantityWords)} - {"patterns", "units", *_TABLES}
        lists = {name: frozenset(data[name]) for name in plain}
        return QuantityWords(patterns, units, dimensions, data["tallies"], data["coins"], **lists)
    except KeyError as error:
        raise BadData(f"{FILE}: the part {error} is missing") from error
