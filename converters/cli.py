"""The command `eventwire`: reads the command line, calls one function of the library, shows what came of it.

The exit codes are told by `--help` (CODES).
"""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Literal

import typer

from converters import __version__, cli_gazetteer, cli_lexicon, cli_propose, cli_publish, cli_review, cli_serve
from converters.cli_boundary import FAILED, NOTHING_PUBLISHED, told_plainly
from converters.cli_progress import showing_progress
from converters.cli_services import CacheOption, ContactOption, ServiceOption, live_settings, understood
from converters.settings import Engine, Settings

CODES = """Exit codes: 0 done; 1 done, but articles failed or a live service could not be asked; 2 the request cannot be
understood; 3 nothing was published or the data does not conform; 4 this installation lacks something;
130 interrupted."""
DEFAULTS = Settings()

app = typer.Typer(
    help="News articles in; validated, queryable linked data about who says what happened out.",
    epilog=CODES,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)

app.add_typer(cli_lexicon.app, name="lexicon")
app.add_typer(cli_gazetteer.app, name="gazetteer")
app.command(epilog=cli_review.EXAMPLES)(cli_review.review)
app.command(epilog=cli_propose.EXAMPLES)(cli_propose.propose)
app.command(epilog=cli_publish.EXAMPLES)(cli_publish.publish)
app.command(
    epilog="""Examples:

\b
  eventwire serve --data output
  eventwire serve --data output --host 0.0.0.0 --port 80 --workers 8 --timeout 10"""
)(cli_serve.serve)

Data = Annotated[Path, typer.Option("--data", help="Output folder, a release in it, or an N-Quads file.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON, nothing else.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print errors only.")]
EngineOption = Annotated[
    Engine, typer.Option(help="Who validates and infers: pyshacl and owlrl, the fast engines, or as the size asks.")
]


def main() -> None:
    """Runs the command."""
    app()


@app.callback(invoke_without_command=True)
def _eventwire(
    version: Annotated[bool, typer.Option("--version", help="Print the version.", is_eager=True)] = False,
) -> None:
    if version:
        typer.echo(f"eventwire {__version__}")
        raise typer.Exit


@app.command(
    epilog="""Examples:

\b
  eventwire convert seeds --out output
  eventwire convert a.txt b.txt --out output --base https://news.example/data/
  eventwire convert seeds --out output --gazetteer world.gazetteer
  eventwire convert seeds --out output --service wikidata --contact desk@news.example
  eventwire convert seeds --out output --readings kept --after output
  eventwire convert seeds --out output --json | jq .claims"""
)
@told_plainly()
def convert(
    inputs: Annotated[list[Path], typer.Argument(metavar="INPUT", help="Articles: files, or folders of *.txt.")],
    out: Annotated[Path, typer.Option("--out", help="Folder of releases; `latest` in it moves to the new one.")],
    base: Annotated[str, typer.Option(help="Where data IRIs live; ends in a slash.")] = DEFAULTS.base,
    model: Annotated[str, typer.Option(help="The spaCy pipeline to read with.")] = DEFAULTS.model,
    engine: EngineOption = DEFAULTS.engine,
    max_bytes: Annotated[
        int, typer.Option(min=1, help="Largest file still taken for an article.")
    ] = DEFAULTS.max_bytes,
    processes: Annotated[int, typer.Option(min=1, help="How many articles are read side by side.")] = 1,
    gazetteers: Annotated[
        list[Path] | None,
        typer.Option("--gazetteer", help="A gazetteer to link with beside the shipped one; repeatable."),
    ] = None,
    decisions: Annotated[
        Path | None,
        typer.Option(exists=True, dir_okay=False, help="Identities that a person decided; they always win."),
    ] = None,
    services: ServiceOption = None,
    contact: ContactOption = None,
    cache: CacheOption = None,
    linked: Annotated[float | None, typer.Option(help="Score from which a link is accepted, if not 0.7.")] = None,
    possible: Annotated[float | None, typer.Option(help="Score from which a link is shown, if not 0.5.")] = None,
    readings: Annotated[
        Path | None,
        typer.Option(
            file_okay=False,
            help="Folder where readings are kept, so that no article is read twice, and what joining them found.",
        ),
    ] = None,
    after: Annotated[
        Path | None,
        typer.Option(exists=True, help="An earlier release, or its output folder: say what became of its events."),
    ] = None,
    show: Annotated[int, typer.Option(min=0, help="How many claims to show.")] = 20,
    quiet: Quiet = False,
    as_json: AsJson = False,
) -> None:
    """Convert articles to a release of linked data.

    Every article becomes claims, each with its voices and the words it was read from. The release is validated;
    `latest` moves to it only if it conforms. An article that cannot be read is named and left out.
    """
    from converters import pipeline
    from converters.cli_render import print_outcomes, result_as_json

    with understood():
        settings = Settings(
            base,
            model,
            engine,
            max_bytes,
            processes,
            tuple(gazetteers or ()),
            decisions,
            linked,
            possible,
            live_settings(services, contact, cache),
            readings,
        )
    with showing_progress(quiet=quiet or as_json) as progress:
        result = pipeline.convert(inputs, out, settings, progress, after)
    if as_json:
        typer.echo(result_as_json(result))
    else:
        print_outcomes(result, show, quiet)
    if result.release is None:
        raise typer.Exit(NOTHING_PUBLISHED)
    if result.unasked or any(outcome.state == "failed" for outcome in result.outcomes):
        raise typer.Exit(FAILED)


@app.command(
    epilog="""Examples:

\b
  eventwire query --list
  eventwire query "SELECT ?claim WHERE { ?claim ew:status ew:status-non_factual }" --data output
  eventwire query my.rq --data output --format csv > my.csv"""
)
@told_plainly()
def query(
    asked: Annotated[str | None, typer.Argument(metavar="SPARQL|FILE|NAME", help="What to ask.")] = None,
    data: Data = Path("output"),
    form: Annotated[
        Literal["table", "csv", "tsv", "json", "turtle"], typer.Option("--format", help="turtle is for CONSTRUCT.")
    ] = "table",
    list_: Annotated[bool, typer.Option("--list", help="List the queries that ship.")] = False,
) -> None:
    """Ask a release with SPARQL: text, a file, or the name of a query that ships.

    The prefixes of eventwire are declared already, and the default graph is all graphs together with the ontology.
    """
    from converters.cli_render import print_answer, print_queries
    from converters.query import ask, named_queries, open_release, sparql_of

    if list_:
        print_queries(named_queries())
        return
    if asked is None:
        raise typer.BadParameter("what to ask? SPARQL, a file, or a name from `eventwire query --list`")
    sparql = sparql_of(asked)
    print_answer(ask(open_release(data), sparql), form)


@app.command(
    epilog="""Examples:

\b
  eventwire validate output
  eventwire validate graph.ttl --engine reference --report report.ttl"""
)
@told_plainly()
def validate(
    data: Annotated[Path, typer.Argument(metavar="DATA", help="Output folder, release, or a file of RDF.")],
    engine: EngineOption = DEFAULTS.engine,
    report: Annotated[Path | None, typer.Option(help="Write the sh:ValidationReport here, as Turtle.")] = None,
    quiet: Quiet = False,
    as_json: AsJson = False,
) -> None:
    """Check data against the shapes: a report for people here, an sh:ValidationReport in a file."""
    from converters.cli_render import report_as_json
    from converters.query import graph_file
    from converters.validation.shacl import validate_file
    from converters.validation.writing import text, turtle

    found = validate_file(graph_file(data), engine)
    if report is not None:
        report.write_text(turtle(found), encoding="utf-8")
    if as_json:
        typer.echo(report_as_json(found))
    elif not (quiet and found.conforms):
        typer.echo(text(found), nl=False)
    if not found.conforms:
        raise typer.Exit(NOTHING_PUBLISHED)


@app.command(
    epilog="""Examples:

\b
  eventwire explain http://localhost:8000/claim/0123456789abcdef/fedcba9876543210 --data output
  eventwire explain http://localhost:8000/entity/Q42 --data output --json
  eventwire explain seeds/khartiia-counterattack.txt"""
)
@told_plainly()
def explain(
    asked: Annotated[
        str, typer.Argument(metavar="IRI|FILE", help="A claim, event, entity or article of the release; or an article.")
    ],
    data: Data = Path("output"),
    as_json: AsJson = False,
) -> None:
    """Say in words why the release says what it says about an IRI, or what an article yields and what it does not.

    Shows the sentences with their parts marked, the chain of voices, why each link was made and which lexicon entries
    fired. Of an article's file it also tells of which words no event was made, and why.
    """
    from converters.cli_explain import print_explanation
    from converters.explain import explain as explained
    from converters.query import open_release

    if Path(asked).is_file():
        from converters.articles.read import read_article
        from converters.cli_trial import print_trial
        from converters.trial import try_text

        article = read_article(Path(asked), DEFAULTS.max_bytes)
        print_trial(try_text(article.body, article.published, DEFAULTS), as_json)
        return
    explanation = explained(open_release(data), asked)
    if as_json:
        typer.echo(json.dumps(asdict(explanation), ensure_ascii=False, indent=2))
    else:
        print_explanation(explanation)
