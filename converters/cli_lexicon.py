"""The commands `eventwire lexicon …`: the lexicon checked, and tried on a sentence."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from converters.cli_boundary import NOTHING_PUBLISHED, told_plainly
from converters.settings import Settings

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Check the lexicon, or try it on a sentence.")


@app.command(
    epilog="""Examples:

\b
  eventwire lexicon check
  eventwire lexicon check ontology/lexicon"""
)
@told_plainly()
def check(
    folder: Annotated[Path | None, typer.Argument(help="A lexicon's folder, if not the one that ships.")] = None,
) -> None:
    """Look for entries that are doubled, can never fire, or rival each other."""
    from converters.language.tokens import fixed_tokens
    from converters.lexicon.check import check as checked
    from converters.lexicon.load import load

    lexicon = load(folder)
    problems = checked(lexicon, frozenset(fixed_tokens().values()))
    for problem in problems:
        typer.echo(f"{problem.kind}: {problem.entry}: {problem.message}")
    entries = sum(map(len, lexicon.entries.values()))
    typer.echo(f"{entries} entries, {len(problems) or 'no'} problem{'' if len(problems) == 1 else 's'}")
    if problems:
        raise typer.Exit(NOTHING_PUBLISHED)


@app.command(
    "try",
    epilog="""Examples:

\b
  eventwire lexicon try "Rebels seized the port on Monday, the army said." --date 2026-03-04
  eventwire lexicon try "The minister denied that troops had crossed the river." --json""",
)
@told_plainly()
def try_(
    text: Annotated[str, typer.Argument(help="A sentence or more.")],
    date: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The day of publication.")] = None,
    model: Annotated[str, typer.Option(help="The spaCy pipeline to read with.")] = Settings().model,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON, nothing else.")] = False,
) -> None:
    """Show what a sentence yields, which entry fired, and why other words of the lexicon in it tell no event."""
    from converters.cli_trial import print_trial
    from converters.trial import try_text

    if not text.strip():
        raise typer.BadParameter("an empty text tells nothing", param_hint="TEXT")
    print_trial(try_text(text, date.date() if date else None, Settings(model=model)), as_json)
