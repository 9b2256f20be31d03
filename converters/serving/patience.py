"""How long a client may take to say what it wants: one that sends its head slower is cut off and keeps no place."""

from asyncio import TimerHandle, Transport

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

HEAD_SECONDS = 15.0


def impatient(seconds: float) -> type[HttpToolsProtocol]:
    """HTTP/1.1 of uvicorn with a time for each head; uvicorn itself limits only rests between requests."""

    class Hasty(_Impatient):
        head_seconds = min(seconds, HEAD_SECONDS)

    return Hasty


class _Impatient(HttpToolsProtocol):
    head_seconds = HEAD_SECONDS
    _waiting: TimerHandle | None = None

    def connection_made(self, transport: Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._wait()

    def on_message_begin(self) -> None:
        super().on_message_begin()
        if self._waiting is None:
            self._wait()

    def on_headers_complete(self) -> None:
        self._have()
        super().on_headers_complete()

    def connection_lost(self, exc: Exception | None) -> None:
        self._have()
        super().connection_lost(exc)

    def _wait(self) -> None:
        self._waiting = self.loop.call_later(self.head_seconds, self.transport.close)

    def _have(self) -> None:
        if self._waiting is not None:
            self._waiting.cancel()
            self._waiting = None
