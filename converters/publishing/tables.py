"""claims.csv: the lines of claims.jsonl for spreadsheets, one row per claim (RFC 4180)."""

import csv
from collections.abc import Callable, Iterable
from typing import Any, TextIO

Json = dict[str, Any]


def _roles(claim: Json) -> str:
    return "; ".join(f"{role['role']}: {role['label'] or role['text'] or role['event']}" for role in claim["roles"])


def _quantities(claim: Json) -> str:
    return "; ".join(f"{amount['of']}: {amount['text']}" for amount in claim["quantities"])


def _time(key: str) -> Callable[[Json], Any]:
    return lambda claim: claim["time"] and claim["time"][key]


def _source(key: str) -> Callable[[Json], Any]:
    """Of the innermost source, where one is cited."""
    return lambda claim: claim["attribution"][-1][key] if len(claim["attribution"]) > 1 else None


COLUMNS: dict[str, Callable[[Json], Any]] = {
    "article": lambda claim: claim["article"],
    "type": lambda claim: claim["type"],
    "quote": lambda claim: claim["quote"],
    "roles": _roles,
    "time": _time("text"),
    "time_start": _time("start"),
    "time_end": _time("end"),
    "quantities": _quantities,
    "publisher": lambda claim: claim["attribution"][0]["label"] if claim["attribution"] else None,
    "source": _source("label"),
    "source_text": _source("text"),
    "medium": _source("medium"),
    "stance": _source("stance"),
    "status": lambda claim: claim["status"],
    "modality": lambda claim: claim["modality"],
    "polarity": lambda claim: claim["polarity"],
    "trigger_start": lambda claim: claim["trigger"][0],
    "trigger_end": lambda claim: claim["trigger"][1],
    "evidence_start": lambda claim: claim["evidence"][0],
    "evidence_end": lambda claim: claim["evidence"][1],
    "event": lambda claim: claim["event"],
    "claim": lambda claim: claim["claim"],
}
"""Columns in order, and what of a claim stands in them."""


def write_header(file: TextIO) -> None:
    csv.writer(file).writerow(COLUMNS)


def write_claims(file: TextIO, claims: Iterable[Json]) -> None:
    csv.writer(file).writerows([value(claim) for value in COLUMNS.values()] for claim in claims)
