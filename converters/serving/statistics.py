"""Counts over a store, made once when it is loaded: what VoID and the service description tell."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from pyoxigraph import Store

from converters.query import rows
from converters.serving.coverage import Coverage, Measure, cover

_COUNTS = (
    "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }",
    "SELECT (COUNT(DISTINCT ?s) AS ?n) WHERE { ?s ?p ?o }",
    "SELECT (COUNT(DISTINCT ?o) AS ?n) WHERE { ?s ?p ?o }",
)
_GROUPS = (
    "SELECT ?key (COUNT(*) AS ?n) WHERE { GRAPH ?key { ?s ?p ?o } } GROUP BY ?key",
    "SELECT ?key (COUNT(DISTINCT ?s) AS ?n) WHERE { ?s a ?key FILTER(isIRI(?key)) } GROUP BY ?key",
    "SELECT ?key (COUNT(*) AS ?n) WHERE { ?s ?key ?o } GROUP BY ?key",
)


@dataclass(frozen=True, slots=True)
class Statistics:
    """How much there is in all graphs together, and by graph, class (instances) and property (triples)."""

    triples: int
    subjects: int
    objects: int
    graphs: Mapping[str, int]
    classes: Mapping[str, int]
    properties: Mapping[str, int]
    coverage: Coverage


def count(store: Store) -> Statistics:
    """Counts everything."""
    triples, subjects, objects = (int(next(rows(store, sparql))["n"]) for sparql in _COUNTS)
    graphs, classes, properties = (_grouped(store, sparql) for sparql in _GROUPS)
    return Statistics(triples, subjects, objects, graphs, classes, properties, cover(store))


def write_statistics(store: Store, path: Path) -> None:
    path.write_text(json.dumps(asdict(count(store))), encoding="utf-8")


def read_statistics(path: Path) -> Statistics:
    told = json.loads(path.read_text(encoding="utf-8"))
    days, box, measures = (told["coverage"][name] for name in ("days", "box", "measures"))
    measured = {name: Measure(**measure) for name, measure in measures.items()}
    return Statistics(**{**told, "coverage": Coverage(days and tuple(days), box and tuple(box), measured)})


def _grouped(store: Store, sparql: str) -> dict[str, int]:
    return {row["key"]: int(row["n"]) for row in sorted(rows(store, sparql), key=lambda row: row["key"])}
