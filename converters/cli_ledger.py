"""Tells on the terminal how an event and its properties stand: the verdict, why, and what differing counts come to."""

from collections import Counter
from collections.abc import Iterable

from rich.console import Console

from converters.explain import FigureRange, Standing

QUESTIONS = {
    "place": "where",
    "time": "when",
    "participants": "who",
    "numbers": "how many",
    "outcome": "what came of it",
}


def print_ledger(out: Console, ledger: Iterable[Standing], figures: Iterable[FigureRange]) -> None:
    """A line for the event and each property with its verdict, then a line for each range of counts."""
    for entry in ledger:
        title = QUESTIONS[entry.aspect] if entry.aspect else "how it stands"
        out.print(f"  {title}: {entry.standing} ({_grounds(entry)})", markup=False, soft_wrap=True)
        if entry.aspect is None:
            out.print(f"    by the rule: {entry.reason}", markup=False, soft_wrap=True)
    for figure in figures:
        unit = f" {figure.unit}" if figure.unit else ""
        best = f"best {figure.best}, " if figure.best else ""
        kind = "running totals" if figure.total else "counts"
        told = f"low {figure.low}, {best}high {figure.high}{unit}, from {figure.counts} {kind}"
        out.print(f"  range ({figure.counted}): {told}", markup=False, soft_wrap=True)


def _grounds(entry: Standing) -> str:
    """How many claims tell it how, and from how many origins."""
    told = Counter(saying.how for saying in entry.sayings)
    parts = [f"{how} in {number} {'claim' if number == 1 else 'claims'}" for how, number in told.items()]
    if entry.origins:
        parts.append(f"{entry.origins} independent {'origin' if entry.origins == 1 else 'origins'}")
    return ", ".join(parts)
