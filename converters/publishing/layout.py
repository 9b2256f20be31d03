"""Nodes with the same properties have the same layout: a format string made once, which their values only fill."""

from collections.abc import Iterable


def places(keys: Iterable[str]) -> dict[str, list[str]]:
    """The places of values in a format string, `{1}` for the first, by key: values of the same key stand together."""
    found: dict[str, list[str]] = {}
    for number, key in enumerate(keys, start=1):
        found.setdefault(key, []).append(f"{{{number}}}")
    return found
