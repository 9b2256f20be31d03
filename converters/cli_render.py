"""What the commands print: outcomes of a run, its claims at a glance, answers to queries."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from itertools import islice
from pathlib import Path
from typing import Any

import typer
from pyoxigraph import QueryBoolean, QueryResultsFormat, QuerySolutions, QueryTriples, RdfFormat, serialize
from rich.console import Console
from rich.table import Table

from converters.articles.model import Outcome
from converters.errors import BadInput
from converters.namespaces import PREFIXES
from converters.pipeline import RunResult
from converters.query import Answer, NamedQuery, evaluating
from converters.validation.model import Report
from converters.validation.writing import text

_RESULT_FORMATS = {"csv": QueryResultsFormat.CSV, "tsv": QueryResultsFormat.TSV, "json": QueryResultsFormat.JSON}
_NO_TERMINAL_WIDTH = 160


def console() -> Console:
    """Standard output; as wide as the terminal, or of a fixed width where there is none."""
    out = Console(highlight=False)
    return out if out.is_terminal else Console(highlight=False, width=_NO_TERMINAL_WIDTH)


def print_outcomes(result: RunResult, show: int, quiet: bool) -> None:
    """What became of each input, then the first `show` claims. Failures go to stderr and are told even if `quiet`."""
    for outcome in result.outcomes:
        if outcome.state == "failed":
            typer.echo(_in_words(outcome), err=True)
        elif not quiet:
            typer.echo(_in_words(outcome))
    for service in result.unasked:
        typer.echo(f"went on without a live service: {service}", err=True)
    if result.release is None:
        typer.echo("nothing was published" + (f": {text(result.report)}" if result.report else ""), err=True)
    elif not quiet:
        _print_release(result, result.release, show)


def _print_release(result: RunResult, release: Path, show: int) -> None:
    claims = sum(outcome.claims or 0 for outcome in result.outcomes)
    if show:
        console().print(claims_table(islice(read_claims(release), show)))
    if claims > show:
        typer.echo(f"{claims - show} more claims: eventwire query export-claims --data {release}")
    typer.echo(f"{claims} claims in {release}")


def result_as_json(result: RunResult) -> str:
    """The outcomes of a run, for programs."""
    articles = [
        {"path": str(o.path), "article": o.stem, "state": o.state, "reason": o.reason, "claims": o.claims}
        for o in result.outcomes
    ]
    return json.dumps(
        {
            "release": None if result.release is None else str(result.release),
            "claims": sum(outcome.claims or 0 for outcome in result.outcomes),
            "articles": articles,
            "services_not_asked": list(result.unasked),
        },
        ensure_ascii=False,
        indent=2,
    )


def report_as_json(report: Report) -> str:
    """A SHACL report for programs; the standard form is Turtle."""
    results = [asdict(violation) for violation in report.violations]
    return json.dumps({"conforms": report.conforms, "results": results}, ensure_ascii=False, indent=2)


def read_claims(release: Path) -> Iterator[dict[str, Any]]:
    """The lines of `claims.jsonl` (CONTRACT section 4)."""
    with (release / "claims.jsonl").open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def claims_table(claims: Iterator[dict[str, Any]]) -> Table:
    """Who says what, where, and how far it may be taken for a fact."""
    table = Table("who says", "what", "when", "status", title_justify="left")
    for claim in claims:
        when = claim["time"]["text"] if claim["time"] else ""
        table.add_row(_chain(claim), _what(claim), when, claim["status"])
    return table


def print_queries(queries: Sequence[NamedQuery]) -> None:
    """The queries that ship, by name."""
    table = Table("name", "question")
    for query in queries:
        table.add_row(query.name, query.question)
    console().print(table)


def print_answer(answer: Answer, form: str) -> None:
    """The answer to a query in the form asked for. Raises BadInput if the answer cannot be written in it."""
    with evaluating():
        if isinstance(answer, QueryTriples):
            if form not in ("turtle", "table"):
                raise BadInput(f"a CONSTRUCT or DESCRIBE answers with RDF, which cannot be written as {form}")
            typer.echo(serialize(answer, format=RdfFormat.TURTLE, prefixes=PREFIXES), nl=False)
        elif form == "turtle":
            raise BadInput("a SELECT or ASK answers with a table or a boolean, not with RDF; use --format csv or json")
        elif form != "table":
            typer.echo(answer.serialize(format=_RESULT_FORMATS[form]), nl=False)
        elif isinstance(answer, QueryBoolean):
            typer.echo("yes" if answer else "no")
        else:
            console().print(solutions_table(answer))


def solutions_table(solutions: QuerySolutions) -> Table:
    """Solutions for people: IRIs shortened by the prefixes."""
    names = [variable.value for variable in solutions.variables]
    table = Table(*names)
    for solution in solutions:
        table.add_row(*("" if (term := solution[name]) is None else shortened(term.value) for name in names))
    return table


def shortened(value: str) -> str:
    """An IRI with its prefix, if one of ours fits; anything else unchanged."""
    for prefix, namespace in PREFIXES.items():
        if value.startswith(namespace) and value != namespace:
            return f"{prefix}:{value.removeprefix(namespace)}"
    return value


def _in_words(outcome: Outcome) -> str:
    told = f"{outcome.claims} claims" if outcome.state == "converted" else outcome.reason
    path = str(outcome.path).encode(errors="replace").decode()
    return f"{outcome.state}: {path}: {told}"


def _chain(claim: dict[str, Any]) -> str:
    publisher, *cited = (link["label"] for link in claim["attribution"])
    return " ← ".join([publisher or "the publisher", *(label or "unnamed" for label in cited)])


def _what(claim: dict[str, Any]) -> str:
    roles = [f"{role['role']} {role['label'] or role['text']}" for role in claim["roles"] if role["event"] is None]
    denied = "not " if claim["polarity"] == "negative" else ""
    return f"{denied}{claim['type']} “{_trigger(claim)}”" + "".join(f", {role}" for role in roles)


def _trigger(claim: dict[str, Any]) -> str:
    (start, end), (first, _) = claim["trigger"], claim["evidence"]
    return str(claim["quote"][start - first : end - first])
