"""Tells on the terminal what a text yields that is not published, and of which words no event was made."""

import json
from dataclasses import asdict

import typer
from rich.text import Text

from converters.cli_explain import print_content
from converters.cli_render import console
from converters.trial import Trial


def print_trial(trial: Trial, as_json: bool) -> None:
    """The claims of a text that is not published, and why other words of the lexicon in it tell no event."""
    if as_json:
        typer.echo(json.dumps(asdict(trial), ensure_ascii=False, indent=2))
        return
    out = console()
    for claim in trial.claims:
        print_content(out, claim)
        out.print()
    out.print(Text(f"{len(trial.claims)} claims"))
    for refusal in trial.refusals:
        told = f"{refusal.words!r} is no event by {refusal.entry}: {'; '.join(refusal.reasons)}"
        out.print(Text(told), soft_wrap=True)
