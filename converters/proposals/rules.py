"""Reads `ontology/alignments/wikidata-statements.yaml`, strictly."""

import re
from functools import cache
from typing import Any, Literal, cast, get_args

from pyoxigraph import RdfFormat, parse

from converters.errors import BadData
from converters.lexicon.strict import mapping, read, words
from converters.namespaces import SKOS
from converters.proposals.model import Rule, Rules, Slot, ValueKind
from converters.resources import resource

FILE = "wikidata-statements.yaml"
_REFERENCE = {"url": "url", "publisher": "item", "published": "time"}
"""What a reference tells, and the kind of value of its property."""


@cache
def rules() -> Rules:
    """The shipped rules. Raises BadData if the file breaks its form or uses a property that it does not describe."""
    data = read(resource("ontology", "alignments", FILE))
    mapping(data, FILE, frozenset({"properties", "reference", "statements"}))
    kinds = {pid: _kind(pid, entry) for pid, entry in mapping(data["properties"], FILE).items()}
    reference = mapping(data["reference"], f"{FILE}: reference", frozenset(_REFERENCE))
    for what, pid in reference.items():
        _fits(kinds, pid, _REFERENCE[what], f"{FILE}: reference: {what}")
    return Rules(kinds, _classes(), reference, tuple(_rule(entry, kinds) for entry in data["statements"]))


def _classes() -> dict[str, str]:
    """The items of Wikidata that classes are exact matches of, by their local names (alignments/wikidata.ttl)."""
    alignment = parse(path=resource("ontology", "alignments", "wikidata.ttl"), format=RdfFormat.TURTLE)
    same = [quad for quad in alignment if quad.predicate.value == str(SKOS.exactMatch)]
    return {_local(str(quad.subject)): _local(str(quad.object)) for quad in same}


def _local(term: str) -> str:
    return re.split(r"[#/]", term.strip("<>"))[-1]


def _kind(pid: str, entry: Any) -> ValueKind:
    told = mapping(entry, f"{FILE}: {pid}", frozenset({"label", "value"}))
    if not re.fullmatch(r"P[1-9]\d*", pid) or told.get("value") not in get_args(ValueKind):
        raise BadData(f"{FILE}: {pid}: a property has an id (P…) and a value: {', '.join(get_args(ValueKind))}")
    return cast(ValueKind, told["value"])


def _rule(entry: Any, kinds: dict[str, ValueKind]) -> Rule:
    keys = frozenset({"about", "events", "subject", "property", "value", "qualifiers"})
    told = mapping(entry, f"{FILE}: a statement", keys)
    where = f"{FILE}: {told['about']}"
    value: Slot | Literal["time", "class"]
    if told["value"] in ("time", "class"):
        value = cast(Literal["time", "class"], told["value"])
    else:
        value = _slot(told["value"], where)
    _fits(kinds, told["property"], "time" if value == "time" else "item", where)
    qualifiers = mapping(told.get("qualifiers", {}), where)
    for pid, what in qualifiers.items():
        if what != "time":
            raise BadData(f"{where}: a qualifier tells the time, not {what!r}")
        _fits(kinds, pid, "time", where)
    events = frozenset(words(told["events"], where))
    return Rule(events, _slot(told["subject"], where), told["property"], value, qualifiers)


def _slot(entry: Any, where: str) -> Slot:
    told = mapping(entry, where, frozenset({"roles", "types"}))
    return Slot(frozenset(words(told["roles"], where)), frozenset(words(told["types"], where)))


def _fits(kinds: dict[str, ValueKind], pid: str, kind: str, where: str) -> None:
    if kinds.get(pid) != kind:
        raise BadData(f"{where}: {pid} is no described property whose value is a {kind}")
