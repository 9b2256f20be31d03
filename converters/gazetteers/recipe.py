"""Which items of the large sources go into a gazetteer, and as what: `ontology/gazetteer/sources.yaml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import yaml

from converters.errors import BadData
from converters.linking.wordlists import known_types
from converters.resources import resource

KEYS = {"languages", "classes", "sitelinks", "geonames", "columns", "licences"}


@dataclass(frozen=True, slots=True)
class Recipe:
    """`languages` of names, the best for labels first; `classes` the type of a Wikidata class and what is below it.

    `order` ranks types for an item that is of several; `sitelinks` is how many an item of a type must have;
    `geonames` gives the type of each feature ("P.PPL", or "P" for the rest of a class); `columns` maps the columns of
    tables to what they hold; `licences` gives the licence of a kind of source that has one.
    """

    languages: tuple[str, ...]
    classes: Mapping[str, str]
    order: Mapping[str, int]
    sitelinks: Mapping[str, int]
    geonames: Mapping[str, str]
    columns: Mapping[str, str]
    licences: Mapping[str, str]
    digest: str


def recipe(path: Path | None = None) -> Recipe:
    """The recipe in a file, or the one that ships. Raises BadData with the file's name and the rule it breaks."""
    file = path or resource("ontology", "gazetteer", "sources.yaml")
    raw = file.read_bytes()
    try:
        data: Any = yaml.safe_load(raw)
    except yaml.YAMLError as error:
        raise BadData(f"{file.name}: no YAML: {error}") from error
    if not isinstance(data, dict) or set(data) != KEYS:
        raise BadData(f"{file.name}: its keys are {', '.join(sorted(KEYS))}")
    types: dict[str, list[str]] = data["classes"]
    unknown = sorted({*types, *data["sitelinks"], *data["geonames"].values()} - known_types())
    if unknown:
        raise BadData(f"{file.name}: no family in families.yaml has the type {unknown[0]!r}")
    return Recipe(
        tuple(data["languages"]),
        {qid: type_ for type_, qids in types.items() for qid in qids},
        {type_: number for number, type_ in enumerate(types)},
        data["sitelinks"],
        data["geonames"],
        {column: name for name, columns in data["columns"].items() for column in columns},
        data["licences"],
        sha256(raw).hexdigest(),
    )
