"""How the server and its workers talk: a question is a line of JSON, an answer a few frames (kind, length, content).

A small answer is two of them: what it is, and all of it.
"""

import json
from dataclasses import dataclass
from struct import Struct
from typing import Any

HEAD, DATA, END, ERROR = b"H", b"D", b"E", b"X"
"""What an answer is; a part of it; the last part; it is not to be had (status and words)."""

PREFIX = Struct("!cI")
PART = 1 << 16


@dataclass(frozen=True, slots=True)
class Question:
    """A SPARQL query with its dataset (None: the whole store) and the Accept field of whoever asks."""

    query: str
    default_graphs: tuple[str, ...] | None = None
    named_graphs: tuple[str, ...] | None = None
    accept: str | None = None


def frame(kind: bytes, content: bytes) -> bytes:
    return PREFIX.pack(kind, len(content)) + content


def dumps(value: Question | dict[str, Any]) -> bytes:
    if isinstance(value, Question):
        value = {name: getattr(value, name) for name in Question.__slots__}
    return json.dumps(value).encode()


def question(line: bytes) -> Question:
    told = json.loads(line)
    for graphs in ("default_graphs", "named_graphs"):
        told[graphs] = None if told[graphs] is None else tuple(told[graphs])
    return Question(**told)
