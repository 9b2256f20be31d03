"""The command `eventwire propose`: statements for Wikidata, for a person to review. It sends nothing anywhere."""

from pathlib import Path
from typing import Annotated

import typer

from converters.cli_boundary import told_plainly

EXAMPLES = """Examples:

\b
  eventwire propose --data output
  eventwire propose --data output --urls urls.tsv --out proposals.txt"""


@told_plainly()
def propose(
    data: Annotated[Path, typer.Option("--data", help="Output folder, a release in it, or an N-Quads file.")] = Path(
        "output"
    ),
    urls: Annotated[
        Path | None,
        typer.Option(help="Where the articles stand: lines of file stem, tab, URL. It becomes the reference."),
    ] = None,
    attributed: Annotated[
        bool, typer.Option("--attributed", help="Propose what one source says as well; its comment names the source.")
    ] = False,
    out: Annotated[Path | None, typer.Option(help="File to write to, in the place of the terminal.")] = None,
) -> None:
    """Propose new statements to Wikidata, as QuickStatements (version 1, tabs) for a person to review.

    Only what a publisher tells as so and nobody in the release disputes, about things whose links are accepted, with a
    verified property. Each line ends in a comment: the claim and its sentence. Nothing is uploaded.
    """
    from converters.proposals.find import proposals, undisputed
    from converters.proposals.quickstatements import line
    from converters.proposals.rules import rules
    from converters.proposals.urls import urls as read_urls
    from converters.query import open_release

    known = read_urls(urls)
    claims = list(undisputed(open_release(data)))
    found = [line(one) for one in proposals(claims, rules(), known, attributed=attributed)]
    text = "".join(f"{one}\n" for one in found)
    if out is None:
        typer.echo(text, nl=False)
    else:
        out.write_text(text, encoding="utf-8")
    told = f"{len(found)} proposed, out of {len(claims)} undisputed claims about things of Wikidata"
    typer.echo(told + ("" if known or not found else "; no --urls: they have no reference URL"), err=True)
