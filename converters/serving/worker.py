"""Answers SPARQL queries in a process of its own: the engine cannot be interrupted, a process can.

    python -m converters.serving.worker STORE LIMITS

LIMITS is JSON of `Limits`, with the base of relative IRIs and the prefixes that need no declaration. Questions come on
stdin, answers go to stdout (`converters.serving.frames`). The process ends with its stdin, by the alarm of a query, or
when memory runs out.
"""

import json
import resource
import signal
import sys
from io import RawIOBase
from pathlib import Path
from typing import IO, Any, BinaryIO, cast

import pyoxigraph as ox

from converters.serving.evaluating import evaluate, write
from converters.serving.frames import DATA, END, ERROR, HEAD, PART, Question, dumps, frame, question
from converters.serving.refusals import Refused
from converters.serving.scan import uses

_OTHERS = frozenset({"SERVICE"})
GRACE = 5
"""Seconds after which a query whose server is gone ends by itself."""


class Answer(RawIOBase):
    """Where the engine writes an answer: cut into frames. Raises Refused when it grows beyond what is allowed."""

    def __init__(self, out: BinaryIO, most: int) -> None:
        self.out = out
        self.left = most
        self.most = most
        self.held = bytearray()

    def write(self, data: Any) -> int:
        self.left -= len(data)
        if self.left < 0:
            raise Refused(403, f"the answer is larger than {self.most} bytes: ask for less of it (LIMIT, OFFSET)")
        self.held += data
        if len(self.held) >= PART:
            self.pass_on()
        return len(data)

    def pass_on(self) -> None:
        self.out.write(frame(DATA, bytes(self.held)))
        self.held.clear()


def main(store: Path, limits: dict[str, Any]) -> None:
    """Answers until stdin ends."""
    resource.setrlimit(resource.RLIMIT_DATA, (limits["memory_bytes"], limits["memory_bytes"]))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the server says when to end
    opened = ox.Store.read_only(str(store / "quads"))
    sys.stdout.buffer.write(frame(END, b""))  # ready
    sys.stdout.buffer.flush()
    for line in sys.stdin.buffer:
        signal.setitimer(signal.ITIMER_REAL, limits["seconds"] + GRACE)
        try:
            last = frame(END, answer(opened, question(line), limits, sys.stdout.buffer))
        except Refused as refused:
            last = frame(ERROR, dumps({"status": refused.status, "message": refused.message}))
        sys.stdout.buffer.write(last)
        sys.stdout.buffer.flush()
        signal.setitimer(signal.ITIMER_REAL, 0)


def answer(store: ox.Store, asked: Question, limits: dict[str, Any], out: BinaryIO) -> bytes:
    """Writes the frames of an answer, but for the last, whose content is returned. Raises Refused if there is none."""
    if uses(asked.query, _OTHERS):
        raise Refused(403, "SERVICE is switched off here: this endpoint asks no other; federate on your side")
    found, chosen = evaluate(store, asked, limits["base"], limits["prefixes"])
    written = Answer(out, limits["answer_bytes"])
    out.write(frame(HEAD, dumps({"type": chosen.content_type, "extension": chosen.extension})))
    write(found, chosen, cast(IO[bytes], written), limits["prefixes"])
    return bytes(written.held)


if __name__ == "__main__":
    main(Path(sys.argv[1]), json.loads(sys.argv[2]))
