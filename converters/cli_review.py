"""The command `eventwire review`: a person looks at links that were not made, and decides."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.text import Text

from converters.cli_boundary import told_plainly
from converters.errors import BadInput

if TYPE_CHECKING:
    from converters.linking.decisions import Decision
    from converters.review import Question

WITH_TARGET = "a accept  r reject  "
ANSWERS = "{numbers}Q… that item  n no item  s later  q stop"
EXAMPLES = """Examples:

\b
  eventwire review --data output --decisions decisions.tsv
  eventwire review --data output --decisions decisions.tsv --gazetteer world.gazetteer --list
  eventwire review --data output --decisions decisions.tsv --accepted"""


@told_plainly()
def review(
    decisions: Annotated[Path, typer.Option(help="The file of decisions: each answer is added to it at once.")],
    data: Annotated[Path, typer.Option("--data", help="Output folder, a release in it, or an N-Quads file.")] = Path(
        "output"
    ),
    gazetteers: Annotated[
        list[Path] | None, typer.Option("--gazetteer", help="Look for items here as well; repeatable.")
    ] = None,
    accepted: Annotated[
        bool, typer.Option("--accepted", help="Ask about links that were made as well, after all others.")
    ] = False,
    list_: Annotated[bool, typer.Option("--list", help="Show what waits for a decision; ask nothing.")] = False,
) -> None:
    """Decide about links that were held possible or not found; answers come from the terminal or a pipe.

    Each answer is kept at once: stop when you like (q, Ctrl-C), the same command goes on from there. What is decided
    already is not asked again; a line of the file may be changed or removed by hand. `convert --decisions FILE` then
    does as it says.
    """
    from converters.linking.decisions import append, load
    from converters.linking.gazetteer import load as gazetteer
    from converters.query import open_release
    from converters.review import questions

    waiting = list(questions(open_release(data), gazetteer(tuple(gazetteers or ())), load(decisions), accepted))
    done = 0
    for number, question in enumerate(waiting, start=1):
        _show(question, f"{number}/{len(waiting)}")
        if list_:
            continue
        try:
            one = _decision(question)
        except _Stop:
            break
        if one is not None:
            append(decisions, one)
            done += 1
    typer.echo(f"{done} decided, {len(waiting) - done} left")


class _Stop(Exception):
    """Nobody wants to answer any more."""


def _decision(question: "Question") -> "Decision | None":
    """The decision of a person, None for "later". What is no answer is asked again. Raises _Stop."""
    from converters.review import decided

    while True:
        try:
            answer = input(f"  {_answers(question)}: ").strip()
        except (EOFError, KeyboardInterrupt) as end:
            raise _Stop from end
        if answer == "q":
            raise _Stop
        try:
            return decided(question, answer, date.today())
        except BadInput as error:
            typer.echo(f"  {error}")


def _answers(question: "Question") -> str:
    """What may be answered to this question."""
    numbers = {0: "", 1: "1 or "}.get(len(question.options), f"1-{len(question.options)} or ")
    return (WITH_TARGET if question.target else "") + ANSWERS.format(numbers=numbers)


def _show(question: "Question", place: str) -> None:
    from converters.cli_render import console

    out = console()
    country = f", {question.country}" if question.country else ""
    told = f"{question.state}: {question.target} ({question.score})" if question.target else "none"
    lines = [f"\n{place} {question.label} ({question.type}{country}): {told}; {question.reason}"]
    others = [name for name in question.names if name != question.label]
    lines += [f"  written {' | '.join(others)}"] if others else []
    lines += [f"  “{question.quote}”"] if question.quote else []
    lines += [
        f"  {number} {row.qid} {row.label} ({', '.join(filter(None, (row.type, row.country)))}), {row.source}"
        for number, row in enumerate(question.options, start=1)
    ]
    for line in lines:
        out.print(Text(line), soft_wrap=True)
