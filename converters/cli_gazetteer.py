"""The commands `eventwire gazetteer …`: one's own gazetteers on disk built, described and checked."""

import json
from collections.abc import Callable
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from converters.cli_boundary import NOTHING_PUBLISHED, told_plainly
from converters.cli_progress import showing_progress
from converters.cli_services import ContactOption, live_settings, understood

app = typer.Typer(
    no_args_is_help=True, rich_markup_mode=None, help="Build, describe or verify gazetteers for `convert --gazetteer`."
)
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON, nothing else.")]
RecipeFile = Annotated[
    Path | None, typer.Option("--recipe", help="Which classes, languages and features to take, if not as shipped.")
]
SHOWN = 50


@app.command(
    epilog="""Examples:

\b
  eventwire gazetteer build wikidata-20260901-all.json.bz2 --out world.gazetteer
  eventwire gazetteer build ships.tsv --type Vessel --licence CC0-1.0 --out ships.gazetteer
  eventwire gazetteer build officials.json cities500.zip own.csv --out mine.gazetteer"""
)
@told_plainly()
def build(
    sources: Annotated[
        list[Path],
        typer.Argument(
            metavar="SOURCE",
            help="Wikidata JSON dumps, SPARQL results (JSON, CSV), tables (CSV, TSV), GeoNames files; .gz, .bz2, .zip.",
        ),
    ],
    out: Annotated[Path, typer.Option("--out", help="The gazetteer to write; an old one stays until all is well.")],
    licence: Annotated[str | None, typer.Option(help="Licence of tables that do not tell it.")] = None,
    date: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="Date of the sources, if not in their names or when last changed."),
    ] = None,
    type_: Annotated[
        str | None, typer.Option("--type", help="Class of all rows of tables without that column.")
    ] = None,
    recipe_file: RecipeFile = None,
    as_json: AsJson = False,
) -> None:
    """Build a gazetteer from sources, in constant memory; the first source decides, later ones add.

    A run that was broken off goes on where it stopped if it is started again.
    """
    from converters.gazetteers.build import build as built
    from converters.gazetteers.detect import source_of
    from converters.gazetteers.recipe import recipe

    rules = recipe(recipe_file)
    day = date.date() if date else None
    found = [source_of(path, rules, licence, day, type_) for path in sources]
    with showing_progress(quiet=as_json) as progress:
        result = built(found, out, rules, _lines(progress))
    for text in result.left_out.told:
        typer.echo(f"left out: {text}", err=True)
    if result.left_out.count > len(result.left_out.told):
        typer.echo(f"left out: {result.left_out.count - len(result.left_out.told)} more of this kind", err=True)
    _tell(_described(out), as_json)


@app.command(
    epilog="""Examples:

\b
  eventwire gazetteer info
  eventwire gazetteer info world.gazetteer --json"""
)
@told_plainly()
def info(
    file: Annotated[Path | None, typer.Argument(help="A gazetteer, if not the one that ships.")] = None,
    as_json: AsJson = False,
) -> None:
    """Say what a gazetteer holds: rows by type, sources with licence and date, its hash."""
    _tell(_described(file) if file else _shipped(), as_json)


@app.command(
    epilog="""Examples:

\b
  eventwire gazetteer verify --dump wikidata-20260901-all.json.gz
  eventwire gazetteer verify world.gazetteer --dump wikidata-20261001-all.json.bz2 --json
  eventwire gazetteer verify --service wikidata --contact desk@news.example"""
)
@told_plainly()
def verify(
    dump: Annotated[
        Path | None, typer.Option("--dump", help="A whole Wikidata JSON dump, or an answer of wbgetentities.")
    ] = None,
    file: Annotated[Path | None, typer.Argument(help="A gazetteer, if not the one that ships.")] = None,
    service: Annotated[
        str | None, typer.Option(help="A live service instead: wikidata, or wikibase=URL; 50 ids a request.")
    ] = None,
    contact: ContactOption = None,
    recipe_file: RecipeFile = None,
    as_json: AsJson = False,
) -> None:
    """Compare every Wikidata id with a dump: which are deleted, redirected, renamed, or another kind of thing now.

    A live service is asked instead if one is named; it is told who asks.
    """
    from converters.gazetteers.recipe import recipe
    from converters.linking.gazetteer import load
    from converters.linking.index import open_index

    if (dump is None) == (service is None):
        raise typer.BadParameter("with what to compare? Give either --dump or --service")
    with understood():
        live = live_settings([service] if service else None, contact, None)
    rows, rules = open_index(file) if file else load(), recipe(recipe_file)
    with showing_progress(quiet=as_json) as progress:
        if live is not None:
            from converters.services.verify import verify as verified_live

            result = verified_live(rows, live, rules, _lines(progress))
        elif dump is not None:
            from converters.gazetteers.verify import verify as verified

            result = verified(rows, dump, rules, _lines(progress))
    if as_json:
        findings = [asdict(finding) for finding in result.findings]
        typer.echo(json.dumps({"checked": result.checked, "findings": findings}, ensure_ascii=False, indent=2))
    else:
        for finding in result.findings:
            typer.echo(finding.text)
        told = ", ".join(f"{count} {problem}" for problem, count in sorted(result.counts.items()))
        typer.echo(f"{result.checked} ids checked: {told or 'all are as they were'}")
    if result.findings:
        raise typer.Exit(NOTHING_PUBLISHED)


def _lines(progress: Callable[[str, int, int], None] | None) -> Callable[[str, int], None]:
    """Progress by lines, of which nobody knows how many there will be."""
    return (lambda stage, done: None) if progress is None else (lambda stage, done: progress(stage, done, done))


def _described(file: Path) -> dict[str, Any]:
    from converters.linking.index import Index

    index = Index(file)
    types, sources, names = index.counted()
    size = file.stat().st_size
    return {
        "file": str(file),
        "bytes": size,
        "sha256": index.digest,
        "names": names,
        "types": types,
        "sources": sources,
    }


def _shipped() -> dict[str, Any]:
    from collections import Counter

    from converters.linking.gazetteer import load

    gazetteer = load()
    rows = list(gazetteer.rows())
    types, sources = (Counter(getattr(row, field) for row in rows) for field in ("type", "source"))
    return {
        "file": "the shipped gazetteer, without settlements that have no Wikidata id",
        "sha256": gazetteer.digest,
        "names": sum(len(row.names) for row in rows),
        "types": dict(types.most_common()),
        "sources": dict(sources.most_common()),
    }


def _tell(about: dict[str, Any], as_json: bool) -> None:
    if as_json:
        typer.echo(json.dumps(about, ensure_ascii=False, indent=2))
        return
    size = f", {about['bytes'] / 1e6:.1f} MB" if "bytes" in about else ""
    typer.echo(f"{about['file']}: {sum(about['types'].values())} rows, {about['names']} names{size}")
    typer.echo(f"sha256 {about['sha256']}")
    for title in ("types", "sources"):
        shown = list(about[title].items())
        for name, count in shown[:SHOWN]:
            typer.echo(f"{count:9} {name}")
        if len(shown) > SHOWN:
            typer.echo(f"          and {len(shown) - SHOWN} more {title}")
