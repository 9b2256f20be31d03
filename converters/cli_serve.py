"""The command `eventwire serve`."""

import logging
from pathlib import Path
from typing import Annotated

import typer

from converters.cli_boundary import told_plainly
from converters.errors import MissingResource

NEEDED = ("starlette", "uvicorn", "uvloop", "jinja2")
MIB = 1 << 20


@told_plainly()
def serve(
    data: Annotated[Path, typer.Option("--data", help="Output folder (its `latest` is followed), or a release.")],
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port to listen on; 0 takes any that is free.")] = 8000,
    timeout: Annotated[float, typer.Option(min=0.1, help="Seconds that one query may take.")] = 30.0,
    workers: Annotated[int, typer.Option(min=1, help="How many queries are answered at the same time.")] = 2,
    memory: Annotated[int, typer.Option(min=64, help="MiB of memory that one query may take.")] = 1024,
    max_answer: Annotated[int, typer.Option(min=1, help="MiB of the largest answer to a query.")] = 64,
    max_request: Annotated[int, typer.Option(min=1, help="KiB of the largest request.")] = 1024,
    look: Annotated[float, typer.Option(min=0.05, help="Seconds between looks for a new release.")] = 2.0,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print errors only.")] = False,
) -> None:
    """Serve a release: a SPARQL endpoint, dereferenceable IRIs, feeds and pages, all read only.

    What is served follows `latest`. Ctrl-C or SIGTERM ends it when the requests that run are answered.
    """
    try:
        from converters.serving.model import Limits
        from converters.serving.server import Service
        from converters.serving.server import serve as run
    except ModuleNotFoundError as error:
        if error.name not in NEEDED:
            raise
        raise MissingResource(f"`eventwire serve` needs {error.name}: pip install 'eventwire[serve]'") from error

    logging.basicConfig(
        level=logging.WARNING if quiet else logging.INFO, format="%(asctime)s %(levelname)s %(message)s"
    )
    logging.getLogger("uvicorn").setLevel(logging.WARNING)
    limits = Limits(timeout, max_answer * MIB, max_request * 1024, memory * MIB, workers)
    run(Service(data, host, port, limits, look))
