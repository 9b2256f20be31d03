"""Answers that were given, ready to be sent again as they are: no document changes as long as the release is served.

An answer is found by path, query and Accept field, before anything else is looked at. A handler says with `keep` that
its answer depends on nothing else.
"""

import re
from collections import OrderedDict
from dataclasses import dataclass
from typing import NamedTuple

from starlette.requests import Request
from starlette.types import Message, Scope, Send

from converters.serving.model import MIB

MOST = 64 * MIB
LARGEST = MIB // 4
"""Bytes of all answers that are kept, and of one."""

SOUGHT = "eventwire.sought"
"""Stands in the scope of a request for which nothing was at hand when its head came."""

_OVERHEAD = 2000
_KEPT_STATUS = (200, 303)
_OF_THE_BODY = (b"content-length", b"content-type")

_TAG = re.compile(rb'"[^",]*"')

Key = tuple[bytes, bytes, bytes]
Headers = list[tuple[bytes, bytes]]


@dataclass(frozen=True, slots=True)
class Given:
    """An answer as it was sent, with its fields as ASGI has them."""

    status: int
    headers: Headers
    body: bytes
    etag: bytes | None

    def to(self, condition: bytes | None) -> "Given":
        """What to send; to a client whose If-None-Match names it, only that it has not changed."""
        if condition is None or condition != self.etag:
            return self
        return Given(304, [pair for pair in self.headers if pair[0] not in _OF_THE_BODY], b"", self.etag)

    async def send(self, send: Send) -> None:
        await send({"type": "http.response.start", "status": self.status, "headers": self.headers})
        await send({"type": "http.response.body", "body": self.body})


class Answers:
    """The last answers, up to `MOST` bytes together."""

    def __init__(self) -> None:
        self._given: OrderedDict[Key, Given] = OrderedDict()
        self._bytes = 0

    def get(self, key: Key) -> Given | None:
        given = self._given.get(key)
        if given is not None:
            self._given.move_to_end(key)
        return given

    def put(self, key: Key, given: Given) -> None:
        if len(given.body) > LARGEST or key in self._given:
            return
        self._given[key] = given
        self._bytes += _size(key, given)
        while self._bytes > MOST:
            self._bytes -= _size(*self._given.popitem(last=False))


class Asked(NamedTuple):
    """What of a request a kept answer is found by; `condition` is its If-None-Match."""

    key: Key
    condition: bytes | None


def asked(scope: Scope) -> Asked | None:
    """None if no kept answer can be the answer: not only reading, or with a condition that is not one strong tag."""
    if scope["method"] not in ("GET", "HEAD"):
        return None
    accept, condition = b"", None
    for name, value in scope["headers"]:
        if name == b"accept":
            accept += value + b","
        elif name == b"if-none-match" and condition is None and _TAG.fullmatch(value):
            condition = value
        elif name == b"if-none-match" or name == b"if-modified-since":
            return None
    return Asked((scope["raw_path"], scope["query_string"], accept), condition)


def keep(request: Request) -> None:
    """Says that the answer depends on path, query and Accept field alone, so that it may be given again."""
    request.scope["state"]["keep"] = True


class Keeper:
    """Watches an answer go out, and keeps it if it may be kept."""

    def __init__(self, answers: Answers, key: Key, scope: Scope) -> None:
        self.answers = answers
        self.key = key
        self.scope = scope
        self.start: Message = {}

    def whole(self, message: Message) -> bool:
        """Whether the message has all of the body: one that comes in parts is too large to be kept."""
        said = dict(self.start["headers"]).get(b"content-length", b"")
        return not message.get("more_body") and said == str(len(message.get("body", b""))).encode()

    def see(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.start = message
        elif self.scope["state"].get("keep") and self.start["status"] in _KEPT_STATUS and self.whole(message):
            headers: Headers = list(self.start["headers"])
            etag = next((value for name, value in headers if name == b"etag"), None)
            self.answers.put(self.key, Given(self.start["status"], headers, message.get("body", b""), etag))


def _size(key: Key, given: Given) -> int:
    return len(given.body) + len(key[1]) + len(key[2]) + _OVERHEAD
