"""Where well-known servers take queries, updates and graphs, below their root; found out by asking."""

from urllib.parse import urljoin, urlsplit

import httpx

from converters.errors import CannotPublish
from converters.remote.model import Endpoints

_LAYOUTS = {
    "Oxigraph": Endpoints("query", "update", "store"),
    "Virtuoso": Endpoints("sparql", "sparql-auth", "sparql-graph-crud-auth"),
}
"""Those that the tests publish to. For any other the endpoints are said on the command line."""

_PROBE = "SELECT * WHERE { } LIMIT 1"
_JSON = "application/sparql-results+json"


def endpoints_below(root: str, http: httpx.Client) -> Endpoints:
    """The endpoints of the server at `root`. Raises CannotPublish if it is down or none of those we know."""
    root = f"{checked(root).rstrip('/')}/"
    for layout in _LAYOUTS.values():
        found = _below(root, layout)
        if _answers(found.query, http):
            return found
    raise CannotPublish(
        f"{root}: no SPARQL endpoint where {' or '.join(_LAYOUTS)} have one; if --to is the query endpoint itself, "
        "say with --update and --graphs where updates and graphs go"
    )


def checked(url: str) -> str:
    """The URL. Raises CannotPublish for one that is not http(s), or that holds a password, which logs would tell."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.netloc:
        raise CannotPublish(f"{url}: not the http or https URL of a server")
    if "@" in parts.netloc:
        raise CannotPublish(f"{parts.hostname}: user and password belong into the environment, not into the URL")
    return url


def _below(root: str, layout: Endpoints) -> Endpoints:
    update, graphs = (urljoin(root, path) if path else None for path in (layout.update, layout.graphs))
    return Endpoints(urljoin(root, layout.query), update, graphs)


def _answers(url: str, http: httpx.Client) -> bool:
    try:
        response = http.post(url, data={"query": _PROBE}, headers={"Accept": _JSON})
    except httpx.TransportError as error:
        raise CannotPublish(f"{url}: {type(error).__name__}: {error}") from error
    return response.is_success and "json" in response.headers.get("content-type", "")
