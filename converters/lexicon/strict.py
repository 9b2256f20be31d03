"""Reads YAML strictly: every scalar is a string ("on", "no" and "off" are words here), a repeated key is an error."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from converters.errors import BadData


class _Words(yaml.BaseLoader):
    """All scalars stay strings; a mapping may not name a key twice (YAML 1.2 section 3.2.1.1)."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen: set[str] = set()
        for key, _ in node.value:
            if key.value in seen:
                raise yaml.constructor.ConstructorError(None, None, f"key {key.value!r} twice", key.start_mark)
            seen.add(key.value)
        return super().construct_mapping(node, deep)


def read(path: Path) -> dict[str, Any]:
    """The mapping that a YAML file holds. Raises BadData if it is missing, broken or no mapping."""
    try:
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=_Words)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise BadData(f"{path.name}: cannot be read as YAML: {error}") from error
    return mapping(data, path.name)


def mapping(value: object, where: str, allowed: frozenset[str] | None = None) -> dict[str, Any]:
    """`value` if it is a mapping whose keys are all in `allowed`; else BadData that names `where`."""
    if not isinstance(value, Mapping):
        raise BadData(f"{where}: a mapping is needed, not {value!r}")
    if allowed is not None and (unknown := sorted(set(value) - allowed)):
        raise BadData(f"{where}: unknown key {', '.join(unknown)}; known are {', '.join(sorted(allowed))}")
    return dict(value)


def words(value: object, where: str) -> tuple[str, ...]:
    """A word or a list of different words. Raises BadData for anything else and for a word given twice."""
    found = [value] if isinstance(value, str) else value
    if not isinstance(found, list) or not all(isinstance(word, str) and word.strip() for word in found):
        raise BadData(f"{where}: a word or a list of words is needed, not {value!r}")
    if twice := sorted({word for word in found if found.count(word) > 1}):
        raise BadData(f"{where}: {', '.join(twice)} is listed twice")
    return tuple(found)


def one_of(value: object, allowed: frozenset[str], where: str) -> str:
    """`value` if it is one of a closed list of words; else BadData."""
    if not isinstance(value, str) or value not in allowed:
        raise BadData(f"{where}: {value!r} is not one of {', '.join(sorted(allowed))}")
    return value
