"""Patterns over words, kept as data: a YAML file names word classes, shapes and patterns; this module runs them.

In a pattern a name in capitals stands for any word of that class or anything of that shape, and what it matched is
handed on under the name in lower case (`MONTH DAY` -> month, day; a second one is written `MONTH2`). The meaning of a
word is what its class says; that of a shape is its text. A blank stands for white space of any length. Everything is
written in lower case, and matches text in any.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import yaml

from converters.errors import BadData
from converters.resources import resource

_CLASS = re.compile(r"(?<![A-Za-z\\])([A-Z]{3,})(\d?)")

_BRACKETS = re.compile(r"\\.|\[(?:[^]\\]|\\.)*]|\((?:[^()\\]|\\.)*\)[?*]?|[A-Z]+\d?[?*]")
"""A bracket that holds none, an escaped character, or a name that may be missing."""
_LITERAL = re.compile(r"(?<![A-Za-z])[a-z]{3,}(?![a-z?*{])")
"""A word of a pattern that stands there as it is, and no letter of which may be missing."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A pattern found in a text: characters `start` to `end`, and the meaning of each named part."""

    rule: str
    start: int
    end: int
    parts: Mapping[str, Any]
    where: Mapping[str, tuple[int, int]]
    """Where each named part stands."""

    @property
    def length(self) -> int:
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Rule:
    """A compiled pattern; of each of its `needs` a text in lower case must hold a word for the pattern to match."""

    name: str
    regex: re.Pattern[str]
    needs: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, eq=False)
class WordPatterns:
    """A compiled file: `words` are the classes with the meaning of each word, `rules` the patterns in file order."""

    words: Mapping[str, Mapping[str, Any]]
    rules: tuple[Rule, ...]
    tables: Mapping[str, Any]
    """Everything else in the file."""
    needs: tuple[tuple[str, ...], ...]
    """The needs of all rules, each once."""

    def find(self, text: str) -> tuple[Hit, ...]:
        """The longest hits of all patterns that do not overlap, in text order."""
        return _found(self, text)

    def search(self, text: str) -> Iterator[Hit]:
        """As `find`, worked out anew."""
        plain = _lower(text)
        hits = [
            self._hit(rule.name, match) for rule in self.that_may_match(plain) for match in rule.regex.finditer(plain)
        ]
        taken: list[Hit] = []
        covered = bytearray(len(plain))
        for hit in sorted(hits, key=lambda h: -h.length):
            if not any(covered[hit.start : hit.end]):
                covered[hit.start : hit.end] = b"\1" * hit.length
                taken.append(hit)
        yield from sorted(taken, key=lambda h: h.start)

    def that_may_match(self, plain: str) -> list[Rule]:
        """The rules whose needs a text in lower case meets."""
        held = {words: any(map(plain.__contains__, words)) for words in self.needs}
        return [rule for rule in self.rules if all(held[words] for words in rule.needs)]

    def _hit(self, rule: str, match: re.Match[str]) -> Hit:
        found = {name: text for name, text in match.groupdict().items() if text is not None}
        parts = {name: self._meaning(name, text) for name, text in found.items()}
        return Hit(rule, match.start(), match.end(), parts, {name: match.span(name) for name in found})

    def _meaning(self, name: str, text: str) -> Any:
        plain = " ".join(text.split())
        return self.words.get(name.rstrip("0123456789").upper(), {}).get(plain, plain)


def _lower(text: str) -> str:
    """A text in lower case, character for character: one whose small form is two ("İ") stays."""
    plain = text.lower()
    return plain if len(plain) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


@lru_cache(maxsize=8)
def _found(patterns: WordPatterns, text: str) -> tuple[Hit, ...]:
    """Kept for the block in hand: times are looked up for themselves and by quantities."""
    return tuple(patterns.search(text))


def load_patterns(file: str) -> WordPatterns:
    """The patterns of `ontology/lexicon/<file>`. Raises BadData if the file lacks a part or names an unknown class."""
    data: dict[str, Any] = yaml.safe_load(resource("ontology", "lexicon", file).read_text(encoding="utf-8"))
    try:
        shapes, patterns = data.pop("shapes"), data.pop("patterns")
        words = {name: _meanings(members) for name, members in data.pop("words").items()}
        sources = {name: _any_of(list(members)) for name, members in words.items()} | shapes
        needed = {**words, **dict.fromkeys(data.pop("digits"), "0123456789")}
        rules = tuple(
            Rule(rule, _compiled(p, sources), _needs(p, needed)) for rule, family in patterns.items() for p in family
        )
    except (KeyError, re.error) as error:
        raise BadData(f"{file}: {error} (see converters/reading/wordpatterns.py for the format)") from error
    return WordPatterns(words, rules, data, tuple(dict.fromkeys(need for rule in rules for need in rule.needs)))


def _meanings(members: list[str] | dict[str, Any]) -> dict[str, Any]:
    """A class given as a list means its words as they are."""
    return dict(members) if isinstance(members, dict) else {word: word for word in members}


def phrase_before(phrases: list[str]) -> re.Pattern[str]:
    """Matches any of the phrases, and an article after it, where a text ends in it."""
    return re.compile(rf"(?<!\w)(?P<phrase>{_spaced(_any_of(phrases))})\s+(?:the\s+)?$", re.IGNORECASE)


def _compiled(pattern: str, sources: Mapping[str, str]) -> re.Pattern[str]:
    body = _spaced(_expand(pattern, sources, named=True))
    return re.compile(rf"(?<!\w)(?<!\d[.,:/])(?:{body})(?!\w)")


def _needs(pattern: str, classes: Mapping[str, Iterable[str]]) -> tuple[tuple[str, ...], ...]:
    """What stands outside of all brackets of a pattern and is not optional: words, classes by theirs, and digits."""
    outside, before = pattern, ""
    while outside != before:
        outside, before = _BRACKETS.sub(" ", outside), outside
    if "|" in outside:
        return ()
    named = [classes[match[1]] for match in _CLASS.finditer(outside) if match[1] in classes]
    longest = [tuple({max(words.split(), key=len): None for words in members}) for members in named]
    return (*((word,) for word in _LITERAL.findall(outside)), *longest)


def _expand(pattern: str, sources: Mapping[str, str], named: bool) -> str:
    def source(match: re.Match[str]) -> str:
        name, number = match.groups()
        inner = _expand(sources[name], sources, named=False)
        return f"(?P<{name.lower()}{number}>{inner})" if named else f"(?:{inner})"

    return _CLASS.sub(source, pattern)


def _any_of(words: list[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", " ") for word in sorted(words, key=lambda w: (-len(w), w)))


def _spaced(pattern: str) -> str:
    return pattern.replace(" ", r"(?:\s+)")
