"""The command `eventwire publish`."""

import json
import os
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from converters.cli_boundary import told_plainly
from converters.cli_progress import showing_progress
from converters.errors import MissingResource

if TYPE_CHECKING:
    from converters.remote.model import Credentials, Published

USER, PASSWORD = "EVENTWIRE_PUBLISH_USER", "EVENTWIRE_PUBLISH_PASSWORD"
NEEDED = ("httpx", "tenacity")
EXAMPLES = f"""A user and a password are read from {USER} and {PASSWORD}; they are sent to a server
that asks for them (Basic or Digest).

Examples:

\b
  eventwire publish --data output --to http://localhost:7878/
  eventwire publish --to http://localhost:3030/news/query \\
    --update http://localhost:3030/news/update --graphs http://localhost:3030/news/data"""


@told_plainly()
def publish(
    to: Annotated[str, typer.Option(metavar="URL", help="Root of an Oxigraph or Virtuoso; or a query endpoint.")],
    data: Annotated[Path, typer.Option("--data", help="Output folder (its `latest`), or a release in it.")] = Path(
        "output"
    ),
    update: Annotated[str | None, typer.Option(metavar="URL", help="Where updates go, if --to is for queries.")] = None,
    graphs: Annotated[
        str | None, typer.Option(metavar="URL", help="Where graphs go (Graph Store Protocol), if --to is for queries.")
    ] = None,
    timeout: Annotated[float, typer.Option(min=1, help="Seconds that one request may take.")] = 300.0,
    attempts: Annotated[int, typer.Option(min=1, help="How often a request is tried that fails for a moment.")] = 5,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print errors only.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON, nothing else.")] = False,
) -> None:
    """Put a release into a SPARQL 1.1 server: its named graphs and the ontology, instead of those published before.

    Graphs are sent beside the old ones, compared with the release by a query, and put in place by one update. Other
    graphs of the server are left alone.
    """
    try:
        from converters.remote.layouts import checked, endpoints_below
        from converters.remote.model import Endpoints, Patience
        from converters.remote.publish import publish as run
        from converters.remote.server import Server, connected
    except ModuleNotFoundError as error:
        if error.name not in NEEDED:
            raise
        raise MissingResource(f"`eventwire publish` needs {error.name}: pip install 'eventwire[publish]'") from error

    patience = Patience(seconds=timeout, attempts=attempts)
    with connected(_credentials(), patience) as http, showing_progress(quiet or as_json) as progress:
        if update or graphs:
            endpoints = Endpoints(checked(to), update and checked(update), graphs and checked(graphs))
        else:
            endpoints = endpoints_below(to, http)
        published = run(data, Server(http, endpoints, patience), progress or (lambda *_: None))
    if as_json:
        typer.echo(json.dumps(asdict(published), indent=2))
    elif not quiet:
        _print(published)


def _credentials() -> "Credentials | None":
    from converters.remote.model import Credentials

    user, password = os.environ.get(USER), os.environ.get(PASSWORD)
    if (user is None) != (password is None):
        raise typer.BadParameter(f"set both {USER} and {PASSWORD}, or neither")
    return Credentials(user, password) if user is not None and password is not None else None


def _print(published: "Published") -> None:
    statements = sum(published.graphs.values())
    typer.echo(f"release {published.version}: {statements} statements in {len(published.graphs)} graphs")
    typer.echo(f"ask it at {published.endpoints.query}")
    for graph in published.dropped:
        typer.echo(f"removed, no longer part of it: {graph}")
    if published.rewritten:
        told = f"note: this server keeps some values in another form than sent, in {len(published.rewritten)} graphs"
        typer.echo(f"{told} (--json names them)")
    if not published.at_once:
        typer.echo("note: the server takes no updates, so that graphs were replaced one after the other")
