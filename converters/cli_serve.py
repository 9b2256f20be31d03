"""The command `eventwire serve`."""

import logging
import tomllib
from pathlib import Path
from typing import Annotated, Literal

import typer

from converters.cli_boundary import told_plainly
from converters.errors import MissingResource

NEEDED = ("starlette", "uvicorn", "uvloop", "jinja2", "prometheus_client")
ENV = "EVENTWIRE_SERVE"
MIB = 1 << 20


Look = Annotated[float, typer.Option(min=0.05, envvar=f"{ENV}_LOOK", help="Seconds between looks for a new release.")]
QuoteLength = Annotated[
    int,
    typer.Option(
        min=0,
        envvar=f"{ENV}_QUOTE_LENGTH",
        help="Characters of a passage that are quoted at most; 0: all. With a limit files of releases are not offered.",
    ),
]


InMemory = Annotated[
    int,
    typer.Option(
        min=0,
        envvar=f"{ENV}_IN_MEMORY",
        help="Statements of a release that is held in memory as well (some 550 bytes each); 0: never.",
    ),
]


def _configure(context: typer.Context, path: Path | None) -> Path | None:
    """Takes the options of a TOML file for defaults; the command line and the environment come before them."""
    if path is not None:
        try:
            told = tomllib.loads(path.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise typer.BadParameter(f"{path}: {error}") from error
        known = {parameter.name for parameter in context.command.params}
        unknown = {name for name in told if name.replace("-", "_") not in known}
        if unknown:
            raise typer.BadParameter(f"{path}: no such option: {', '.join(sorted(unknown))}")
        context.default_map = {name.replace("-", "_"): value for name, value in told.items()}
    return path


@told_plainly()
def serve(
    data: Annotated[
        Path,
        typer.Option("--data", envvar=f"{ENV}_DATA", help="Output folder (its `latest` is followed), or a release."),
    ],
    host: Annotated[str, typer.Option(envvar=f"{ENV}_HOST", help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[
        int, typer.Option(min=0, max=65535, envvar=f"{ENV}_PORT", help="Port to listen on; 0 takes any that is free.")
    ] = 8000,
    timeout: Annotated[
        float, typer.Option(min=0.1, envvar=f"{ENV}_TIMEOUT", help="Seconds that one query may take.")
    ] = 30.0,
    workers: Annotated[
        int, typer.Option(min=1, envvar=f"{ENV}_WORKERS", help="How many queries are answered at the same time.")
    ] = 2,
    memory: Annotated[
        int, typer.Option(min=64, envvar=f"{ENV}_MEMORY", help="MiB of memory that one query may take.")
    ] = 1024,
    max_answer: Annotated[
        int, typer.Option(min=1, envvar=f"{ENV}_MAX_ANSWER", help="MiB of the largest answer to a query.")
    ] = 64,
    max_request: Annotated[
        int, typer.Option(min=1, envvar=f"{ENV}_MAX_REQUEST", help="KiB of the largest request.")
    ] = 1024,
    in_memory: InMemory = 1_000_000,
    quote_length: QuoteLength = 0,
    look: Look = 2.0,
    log: Annotated[
        Literal["text", "json"], typer.Option(envvar=f"{ENV}_LOG", help="Form of the log on stderr.")
    ] = "text",
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Log warnings and errors only.")] = False,
    config: Annotated[
        Path | None,
        typer.Option(
            is_eager=True,
            callback=_configure,
            help="TOML file of these options, for what is not said otherwise.",
        ),
    ] = None,
) -> None:
    """Serve a release: a SPARQL endpoint, dereferenceable IRIs, feeds and pages, all read only.

    What is served follows `latest`. Ctrl-C or SIGTERM ends it when the requests that run are answered.
    """
    try:
        from converters.serving.model import Limits
        from converters.serving.observing import JsonLines, PlainLines
        from converters.serving.server import Service
        from converters.serving.server import serve as run
    except ModuleNotFoundError as error:
        if error.name not in NEEDED:
            raise
        raise MissingResource(f"`eventwire serve` needs {error.name}: pip install 'eventwire[serve]'") from error

    handler = logging.StreamHandler()
    handler.setFormatter(JsonLines() if log == "json" else PlainLines())
    logging.basicConfig(level=logging.WARNING if quiet else logging.INFO, handlers=[handler])
    logging.getLogger("uvicorn").setLevel(logging.WARNING)
    limits = Limits(
        timeout, max_answer * MIB, max_request * 1024, memory * MIB, workers, quoted=quote_length, resident=in_memory
    )
    run(Service(data, host, port, limits, look))
