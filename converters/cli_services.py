"""The options of commands that may ask live services."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from converters.errors import MissingResource
from converters.settings import Live

ENV = "EVENTWIRE"
ServiceOption = Annotated[
    list[str] | None,
    typer.Option(
        "--service",
        envvar=f"{ENV}_SERVICES",
        help="A live service to ask about names that no gazetteer settles: wikidata, wikidata-reconciliation, "
        "wikidata-sparql, or KIND=URL (wikibase, reconciliation, sparql); repeatable. None is asked by default.",
    ),
]
ContactOption = Annotated[
    str | None,
    typer.Option(envvar=f"{ENV}_CONTACT", help="Your mail address or web page, told to live services; they need it."),
]
CacheOption = Annotated[
    Path | None,
    typer.Option(
        envvar=f"{ENV}_CACHE", file_okay=False, help="Folder that keeps what live services answered, if not your cache."
    ),
]


def live_settings(services: list[str] | None, contact: str | None, cache: Path | None) -> Live | None:
    """Which services are asked, None if none is. Raises ValueError without a contact, MissingResource."""
    return Live(tuple(services), contact or "", cache or _own_cache()) if services else None


def _own_cache() -> Path:
    """Where this system keeps caches of a user's programs."""
    try:
        from platformdirs import user_cache_path
    except ModuleNotFoundError as error:
        raise MissingResource(f"asking services needs {error.name}: pip install 'eventwire[services]'") from error
    return user_cache_path("eventwire", appauthor=False) / "services"


@contextmanager
def understood() -> Iterator[None]:
    """A setting that means nothing is told as the mistake in the command line that it is."""
    try:
        yield
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error
