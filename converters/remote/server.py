"""A SPARQL 1.1 server at a URL: asked, updated, and its graphs replaced; tried again when it fails for a moment.

SPARQL 1.1 Protocol (2.1.3, 2.2.2) and Graph Store HTTP Protocol (5.3 to 5.5, indirect identification).
"""

from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from typing import Any

import httpx
from tenacity import Retrying, retry_if_exception_type, stop_after_attempt, wait_random_exponential

from converters.errors import CannotPublish
from converters.remote.model import Credentials, Endpoints, Patience

TURTLE = "text/turtle"
"""The type that N-Triples are sent under: they are Turtle, which every server of graphs reads."""

UPDATE = "application/sparql-update"
_JSON = "application/sparql-results+json"
_FOR_A_MOMENT = frozenset({408, 429, 502, 503, 504})
_LONGEST_WAIT = 30.0
_TOLD = 300


class _Transient(CannotPublish):
    """It may go well if it is tried again."""


class WhenAsked(httpx.Auth):
    """Sends credentials only to a server that asks for them, by Digest if that is what it asks for, else by Basic."""

    def __init__(self, credentials: Credentials) -> None:
        self._credentials = credentials
        self._chosen: httpx.Auth | None = None

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        if self._chosen is None:
            response = yield request
            if response.status_code != 401:
                return
            wanted = response.headers.get("www-authenticate", "").lower()
            kind = httpx.DigestAuth if wanted.startswith("digest") else httpx.BasicAuth
            self._chosen = kind(self._credentials.user, self._credentials.password)
        yield from self._chosen.auth_flow(request)


class Server:
    """A server whose `endpoints` are known. Methods raise CannotPublish with server, graph, status and its words."""

    def __init__(self, http: httpx.Client, endpoints: Endpoints, patience: Patience) -> None:
        self.endpoints = endpoints
        self.patience = patience
        self._http = http

    def select(self, sparql: str) -> Iterator[dict[str, str]]:
        """The solutions of a SELECT, values as strings."""
        answer = self._tried("POST", self.endpoints.query, "", data={"query": sparql}, headers={"Accept": _JSON})
        try:
            bindings = answer.json()["results"]["bindings"]
        except (ValueError, KeyError, TypeError) as error:
            raise CannotPublish(f"{self.endpoints.query}: answers a query, but not with SPARQL results") from error
        yield from ({name: term["value"] for name, term in row.items()} for row in bindings)

    def update(self, sparql: str, graph: str = "", is_done: Callable[[], bool] | None = None) -> None:
        """Executes an update. If that failed for a moment and `is_done` says that it was executed, it is not again."""
        body = sparql.encode()
        self._tried("POST", self.endpoints.update, graph, is_done, content=body, headers={"Content-Type": UPDATE})

    def send(self, graph: str, triples: bytes, *, replace: bool) -> None:
        """Puts N-Triples into a graph: instead of what it holds, or beside it."""
        method = "PUT" if replace else "POST"
        self._graph(method, graph, content=triples, headers={"Content-Type": TURTLE})

    def drop(self, graph: str) -> None:
        """Removes a graph; one that does not exist is as good as removed."""
        self._graph("DELETE", graph, fine=frozenset({404}))

    def _graph(self, method: str, graph: str, **request: Any) -> None:
        self._tried(method, self.endpoints.graphs, graph, params={"graph": graph}, **request)

    def _tried(
        self,
        method: str,
        url: str | None,
        graph: str,
        is_done: Callable[[], bool] | None = None,
        fine: frozenset[int] = frozenset(),
        **request: Any,
    ) -> httpx.Response:
        if url is None:
            raise CannotPublish(f"{self.endpoints.query}: no URL is known where this server could be changed")
        for attempt in Retrying(
            stop=stop_after_attempt(self.patience.attempts),
            wait=wait_random_exponential(self.patience.first_wait, _LONGEST_WAIT),
            retry=retry_if_exception_type(_Transient),
            reraise=True,
        ):
            with attempt:
                if is_done and attempt.retry_state.attempt_number > 1 and is_done():
                    return httpx.Response(200)
                return _accepted(self._http, method, url, graph, fine, request)
        raise AssertionError("tenacity tries at least once")


@contextmanager
def connected(credentials: Credentials | None, patience: Patience) -> Iterator[httpx.Client]:
    """An HTTP client that logs in if it is asked to."""
    auth = WhenAsked(credentials) if credentials else None
    with httpx.Client(auth=auth, timeout=patience.seconds, follow_redirects=False) as http:
        yield http


def _accepted(
    http: httpx.Client, method: str, url: str, graph: str, fine: frozenset[int], request: dict[str, Any]
) -> httpx.Response:
    what = f"{url}: {method}{f' of <{graph}>' if graph else ''}"
    try:
        response = http.request(method, url, **request)
    except httpx.TransportError as error:
        raise _Transient(f"{what}: {type(error).__name__}: {error}") from error
    if response.is_success or response.status_code in fine:
        return response
    kind = _Transient if response.status_code in _FOR_A_MOMENT else CannotPublish
    raise kind(f"{what}: status {response.status_code} {response.reason_phrase}{_words(response)}")


def _words(response: httpx.Response) -> str:
    """What helps: that a user is needed, or what the server says."""
    if response.status_code == 401:
        return "; it wants a user and a password (see `eventwire publish --help`), or takes these for wrong"
    told = " ".join(response.text.split())
    return f": {told[:_TOLD]}" if told else ""
