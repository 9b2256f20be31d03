"""How long a client may take to say what it wants: one that sends its head slower is cut off and keeps no place."""

from asyncio import TimerHandle, Transport

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

HEAD_SECONDS = 15.0


class Impatient(HttpToolsProtocol):
    """HTTP/1.1 of uvicorn with a time for each head; uvicorn itself limits only rests between requests."""

    head_seconds = HEAD_SECONDS
    _waiting: TimerHandle | None = None
    _begun = False

    def connection_made(self, transport: Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._wait()

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        if self._begun and self._waiting is None:
            self._wait()

    def on_message_begin(self) -> None:
        super().on_message_begin()
        self._begun = True

    def on_headers_complete(self) -> None:
        self.head_came()
        super().on_headers_complete()

    def connection_lost(self, exc: Exception | None) -> None:
        self.head_came()
        super().connection_lost(exc)

    def send_400_response(self, msg: str) -> None:
        """Tells also what is most often wrong: the parser reads no longer address."""
        super().send_400_response(f"{msg} An address may have 64 KiB at most; a long query is sent by POST.\n")

    def _wait(self) -> None:
        self._waiting = self.loop.call_later(self.head_seconds, self.transport.close)

    def head_came(self) -> None:
        """Nothing is waited for any more."""
        self._begun = False
        if self._waiting is not None:
            self._waiting.cancel()
            self._waiting = None
