"""A request that is not answered as asked: the status that says so, and words that help."""

from collections.abc import Mapping

GONE = 499
"""For the log: the client went before the answer was there."""


class Refused(Exception):
    """Ends a request with an error status (RFC 9110, section 15); never a fault of the server's own code."""

    def __init__(self, status: int, message: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.message = message
        self.headers = dict(headers or {})
