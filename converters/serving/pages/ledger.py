"""How an event stands by all its accounts together, and what their numbers come to, as far as a release says so."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from pyoxigraph import NamedNode, Store

from converters.query import rows
from converters.resources import resource
from converters.serving.register import TONES_OF_STANDINGS


@dataclass(frozen=True, slots=True)
class Entry:
    """How the event, or its property `aspect`, stands; `claims` are what this rests on, by how they tell it."""

    iri: str
    aspect: str | None
    standing: str
    origins: int | None
    claims: Mapping[str, tuple[str, ...]]

    @property
    def tone(self) -> str:
        """How it is shown."""
        return TONES_OF_STANDINGS.get(self.standing, "claimed")


@dataclass(frozen=True, slots=True)
class Range:
    """What differing counts of one thing come to: the lowest, the best, the highest; `is_total` if they add up."""

    iri: str
    counted: str
    unit: str | None
    low: str | None
    best: str | None
    high: str | None
    is_total: bool


@dataclass(frozen=True, slots=True)
class Ledger:
    """All entries about an event; both are empty in a release without a ledger."""

    entries: tuple[Entry, ...]
    ranges: tuple[Range, ...]


def ledger(store: Store, event: str) -> Ledger:
    """What the ledger says of an event: of the whole first, then of its properties."""
    found: dict[str, list[dict[str, str]]] = {}
    for row in rows(store, _sparql(), NamedNode(event)):
        found.setdefault(row["entry"], []).append(row)
    entries = [_entry(iri, told) for iri, told in found.items() if "standing" in told[0]]
    ranges = [_range(iri, told[0]) for iri, told in found.items() if "counted" in told[0]]
    return Ledger(tuple(sorted(entries, key=lambda one: (one.aspect or "", one.iri))), tuple(ranges))


def _entry(iri: str, told: list[dict[str, str]]) -> Entry:
    claims: dict[str, tuple[str, ...]] = {}
    for row in told:
        if "claim" in row:
            claims[row["how"]] = (*claims.get(row["how"], ()), row["claim"])
    origins = told[0].get("origins")
    return Entry(iri, told[0].get("aspect"), told[0]["standing"], int(origins) if origins else None, claims)


def _range(iri: str, row: dict[str, str]) -> Range:
    numbers = (row.get("low"), row.get("value"), row.get("high"))
    return Range(iri, row["counted"], row.get("unit"), *numbers, row.get("total") == "true")


@cache
def _sparql() -> str:
    return resource("ontology", "queries", "serve", "ledger.rq").read_text(encoding="utf-8")
