"""HTTP/1.1 of uvicorn with a short way: an answer that is at hand is written as soon as a request's head is read.

The long way (a task, an event, two messages) costs more than most of such answers. It is left for whatever may have to
wait: a body that is to come, an answer before it that is not sent yet, a client that does not read.
"""

import logging
from collections.abc import Callable

from starlette.types import Scope
from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol

from converters.serving.answers import SOUGHT, Given
from converters.serving.patience import HEAD_SECONDS, Impatient

log = logging.getLogger("eventwire.serve")

_METHODS = (b"GET", b"HEAD")
_LONG = frozenset((b"content-length", b"expect", b"transfer-encoding", b"upgrade", b"x-forwarded-for"))
"""Fields that ask for more than an answer. Of what a proxy passes on, uvicorn finds out whose it is on the long way."""


def prompt(at_hand: Callable[[Scope], Given | None], seconds: float) -> type[HttpToolsProtocol]:
    """Sends what `at_hand` finds, and has the application answer the rest. A client has `seconds` for a head."""

    class Connection(_Prompt):
        head_seconds = min(seconds, HEAD_SECONDS)

        def find(self, scope: Scope) -> Given | None:
            return at_hand(scope)

    return Connection


class _Prompt(Impatient):
    _had = False
    """Whether one of the requests that came together had its answer: the others wait until everybody had a turn."""
    _answered = False

    def find(self, scope: Scope) -> Given | None:
        """What is at hand for a request."""
        return None

    def data_received(self, data: bytes) -> None:
        self._had = False
        super().data_received(data)

    def on_headers_complete(self) -> None:
        given = self._found()
        if given is None:
            super().on_headers_complete()
            return
        self.head_came()
        self._had = self._answered = True
        self._write(given)
        self.on_response_complete()

    def on_message_complete(self) -> None:
        if not self._answered:
            super().on_message_complete()
        self._answered = False

    def _found(self) -> Given | None:
        busy = self.cycle is not None and not self.cycle.response_complete
        if self._had or busy or self.flow.write_paused or not self._is_plain():
            return None
        path, _, query = self.url.partition(b"?")
        method = self.parser.get_method().decode()
        told = {"method": method, "path": path.decode("latin-1"), "raw_path": path, "query_string": query}
        self.scope[SOUGHT] = True  # type: ignore[literal-required]
        try:
            return self.find({**self.scope, **told})
        except Exception:  # the long way does without, or meets it again and answers with 500
            log.exception("nothing at hand for %s", path)
            return None

    def _is_plain(self) -> bool:
        """Whether nothing is asked for but an answer."""
        return (
            self.parser.get_method() in _METHODS
            and self.parser.get_http_version() == "1.1"
            and self.parser.should_keep_alive()
            and self.url.startswith(b"/")
            and b"#" not in self.url
            and _LONG.isdisjoint(name for name, _ in self.headers)
        )

    def _write(self, given: Given) -> None:
        head = [STATUS_LINE[given.status]]
        for name, value in (*self.server_state.default_headers, *given.headers):
            head += (name, b": ", value, b"\r\n")
        body = given.body if self.parser.get_method() != b"HEAD" else b""
        self.transport.write(b"".join((*head, b"\r\n", body)))
