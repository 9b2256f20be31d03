"""What nouns and names say about the things they stand for: `ontology/lexicon/entities.yaml`, read once."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from converters.errors import BadData
from converters.lexicon.strict import read
from converters.resources import resource

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class EntityWords:
    """The word lists of entities.yaml, turned so that a word finds what it says. See the file for their meaning."""

    nouns: Mapping[str, str]
    name_heads: Mapping[str, str]
    tail_words: Mapping[str, str]
    shared_tails: Mapping[str, str]
    introducers: Mapping[str, str]
    known: Mapping[str, str]
    country_of: Mapping[str, str]
    branches: Mapping[str, str]
    branch_types: Mapping[str, str]
    same: Mapping[str, str]
    abbreviations: Mapping[str, str]
    siblings: Mapping[str, tuple[str, ...]]
    region_adjectives: Mapping[str, str]
    anaphors: Mapping[str, tuple[str, ...]]
    synonyms: Mapping[str, str]
    pronouns: Mapping[str, str]
    meant_otherwise: Mapping[str, Words]
    lists: Mapping[str, Words]

    def listed(self, name: str, word: str) -> bool:
        """Whether `word` is in the plain list `name` of the file."""
        return word in self.lists[name]


@cache
def entity_words() -> EntityWords:
    """The lists. Raises BadData if a key is missing or a list is not one."""
    data = read(resource("ontology", "lexicon", "entities.yaml"))
    try:
        return EntityWords(
            nouns=_turned(data["nouns"]),
            name_heads=_turned(data["name_heads"]),
            tail_words=_turned(data["tail_words"]),
            shared_tails=_turned(data["shared_tails"]),
            introducers=_turned(data["introducers"]),
            known=_turned(data["known"]),
            country_of=MappingProxyType(data["country_of"]),
            branches=_turned(data["branches"]),
            abbreviations=MappingProxyType(data["abbreviations"]),
            siblings=_siblings(data["same"]),
            branch_types=MappingProxyType(data["branch_types"]),
            same=_groups(data["same"]),
            region_adjectives=MappingProxyType(data["region_adjectives"]),
            anaphors=MappingProxyType({word: tuple(types) for word, types in data["anaphors"].items()}),
            synonyms=_groups(data["synonyms"]),
            pronouns=_turned(data["pronouns"]),
            meant_otherwise=MappingProxyType({word: frozenset(of) for word, of in data["meant_otherwise"].items()}),
            lists=MappingProxyType({k: frozenset(v) for k, v in data.items() if isinstance(v, list) and _plain(v)}),
        )
    except (KeyError, AttributeError, TypeError) as error:
        raise BadData(f"entities.yaml: {error!r}") from error


def _plain(values: list[Any]) -> bool:
    return all(isinstance(value, str) for value in values)


def _turned(lists: Mapping[str, list[str]]) -> Mapping[str, str]:
    """word -> the key whose list it is in; the first key wins."""
    found: dict[str, str] = {}
    for key, words in lists.items():
        for word in words:
            found.setdefault(word, key)
    return MappingProxyType(found)


def _groups(groups: list[list[str]]) -> Mapping[str, str]:
    """word -> the first word of its group."""
    return MappingProxyType({word: group[0] for group in groups for word in group})


def _siblings(groups: list[list[str]]) -> Mapping[str, tuple[str, ...]]:
    """word -> all words of its group."""
    return MappingProxyType({word: tuple(group) for group in groups for word in group})
