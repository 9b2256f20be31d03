"""Word classes: `words.yaml`. A class lists lemmas, names of other classes (`$vessel`) and entity labels (`PERSON`)."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from converters.errors import BadData
from converters.lexicon import strict

Words = Mapping[str, frozenset[str]]


def load_words(path: Path) -> dict[str, frozenset[str]]:
    """Each word class with all its words, nested classes resolved. Raises BadData for unknown or circular classes."""
    raw = {name: strict.words(_flat(value), f"{path.name}: {name}") for name, value in strict.read(path).items()}
    return {name: frozenset(_members(name, raw, (), path.name)) for name in raw}


def _flat(value: object) -> object:
    """A list whose lines are lists of their own, as one list."""
    if not isinstance(value, list):
        return value
    return [word for line in value for word in (line if isinstance(line, list) else [line])]


def _members(name: str, raw: Mapping[str, tuple[str, ...]], above: tuple[str, ...], where: str) -> Iterable[str]:
    if name in above:
        raise BadData(f"{where}: {name} contains itself by way of {' > '.join(above)}")
    if name not in raw:
        raise BadData(f"{where}: {above[-1]}: there is no word class ${name}")
    for word in raw[name]:
        if word.startswith("$"):
            yield from _members(word[1:], raw, (*above, name), where)
        else:
            yield word


def expand(listed: Iterable[str], words: Words, where: str) -> frozenset[str]:
    """A word list with each `$class` replaced by its words. Raises BadData for a class that does not exist."""
    found: set[str] = set()
    for word in listed:
        if not word.startswith("$"):
            found.add(word)
        elif word[1:] in words:
            found |= words[word[1:]]
        else:
            raise BadData(f"{where}: there is no word class {word}")
    return frozenset(found)
