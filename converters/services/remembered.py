"""What services answered, kept on disk: the same question is asked once, and the same answers give the same graph.

One answer is kept for each name or id, not for each request, so that the same name in another batch is not asked again.
SQLite keeps them, as it keeps gazetteers: caches of HTTP keep whole requests. Only sound answers are ever put in.
"""

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Any

import orjson

from converters.errors import BadInput

FILE = "answers.sqlite"
Fetch = Callable[[Sequence[str]], Mapping[str, Any]]
"""Asks a service about several things at once: an answer for each of them."""


class Remembered:
    """Answers by service, question and thing. Raises BadInput if the folder cannot keep any."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._connection = sqlite3.connect(self._path)
            self._connection.execute(
                "CREATE TABLE IF NOT EXISTS answers (service TEXT, question TEXT, about TEXT, answer BLOB NOT NULL, "
                "PRIMARY KEY (service, question, about)) WITHOUT ROWID"
            )
        except (OSError, sqlite3.Error) as error:
            raise BadInput(f"{self._path}: answers of services cannot be kept here: {error}") from error

    def close(self) -> None:
        self._connection.close()

    def ask(self, service: str, question: str, things: Sequence[str], fetch: Fetch, size: int) -> Mapping[str, Any]:
        """An answer for each thing, in their order: the kept one, else fetched, `size` things at a time, and kept.

        Raises what `fetch` raises; the batches before are kept.
        """
        wanted = dict.fromkeys(things)
        known = {thing: answer for thing in wanted if (answer := self.kept(service, question, thing)) is not None}
        missing = iter([thing for thing in wanted if thing not in known])
        while batch := list(islice(missing, size)):
            fetched = {thing: orjson.dumps(answer) for thing, answer in fetch(batch).items()}
            with self._connection:
                self._connection.executemany(
                    "INSERT OR REPLACE INTO answers VALUES (?, ?, ?, ?)",
                    [(service, question, thing, answer) for thing, answer in fetched.items()],
                )
            known |= {thing: orjson.loads(answer) for thing, answer in fetched.items()}
        return {thing: known[thing] for thing in wanted}

    def kept(self, service: str, question: str, thing: str) -> Any:
        """The kept answer, None if there is none."""
        found = self._connection.execute(
            "SELECT answer FROM answers WHERE service = ? AND question = ? AND about = ?", (service, question, thing)
        ).fetchone()
        return None if found is None else orjson.loads(found[0])


def digest(answer: Any) -> str:
    """What an answer is known by in the data: the beginning of the SHA-256 of its JSON, keys sorted."""
    return sha256(orjson.dumps(answer, option=orjson.OPT_SORT_KEYS)).hexdigest()[:16]
