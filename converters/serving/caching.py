"""What a client may keep: entity tags, conditional requests (RFC 9110, section 13); and the bodies that we keep."""

from collections import OrderedDict
from collections.abc import Hashable
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from starlette.datastructures import Headers

from converters.serving.model import MIB, Loaded

MOST = 32 * MIB
LARGEST = MIB // 4
"""Bytes of one body that is kept."""


class Kept(NamedTuple):
    """A body that was sent, with what must be told about it."""

    content: bytes
    content_type: str = ""
    extension: str = ""


class Bodies:
    """The last bodies that were sent, up to `MOST` bytes together, each under what was asked for."""

    def __init__(self) -> None:
        self._found: OrderedDict[Hashable, Kept] = OrderedDict()
        self._bytes = 0

    def get(self, key: Hashable) -> Kept | None:
        kept = self._found.get(key)
        if kept is not None:
            self._found.move_to_end(key)
        return kept

    def put(self, key: Hashable, kept: Kept) -> None:
        if len(kept.content) > LARGEST:
            return
        former = self._found.pop(key, None)
        self._bytes += len(kept.content) - (len(former.content) if former else 0)
        self._found[key] = kept
        while self._bytes > MOST:
            self._bytes -= len(self._found.popitem(last=False)[1].content)


def validators(loaded: Loaded, extension: str) -> dict[str, str]:
    """The ETag and date of a document: it changes only with the release, the ontology or the program."""
    tag = f'"{loaded.name}-{_program()}-{extension}"'
    return {"etag": tag, "last-modified": format_datetime(loaded.modified, usegmt=True)}


def is_fresh(headers: Headers, current: dict[str, str]) -> bool:
    """Whether the client has this already, so that 304 is the answer."""
    tags = headers.get("if-none-match")
    if tags is not None:
        known = {tag.strip().removeprefix("W/") for tag in tags.split(",")}
        return bool(known & {"*", current["etag"]})
    since = _date(headers.get("if-modified-since"))
    modified = since and _date(current.get("last-modified"))
    return since is not None and modified is not None and modified <= since


def _date(field: str | None) -> datetime | None:
    """An HTTP date; None for none or for what is no date, which RFC 9110 (13.1.3) has us pass over."""
    try:
        found = parsedate_to_datetime(field) if field else None
    except ValueError:
        return None
    return found.replace(tzinfo=UTC) if found and found.tzinfo is None else found


@cache
def _program() -> str:
    """A hash of the code and the templates that make documents."""
    digest = sha256()
    for path in sorted(Path(__file__).parent.rglob("*")):
        if path.is_file() and path.suffix != ".pyc":
            digest.update(path.read_bytes())
    return digest.hexdigest()[:8]
