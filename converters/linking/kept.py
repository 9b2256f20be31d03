"""Readings kept from run to run, so that an article is read once: a new one then costs its own reading and joining.

A reading follows from the article, the settings and the code; all of them name its file, so a change of any makes
another file and old ones are never read.
"""

import os
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from converters.articles.model import Article
from converters.errors import BadData
from converters.iris import fingerprint
from converters.linking.model import LinkedReading

READ_BY = ("articles", "language", "lexicon", "reading", "linking")
"""The packages that make a reading."""


@dataclass(frozen=True, slots=True)
class KeptReadings:
    """Readings in `folder`; `state` says in a word with what they were made."""

    folder: Path
    state: str

    def find(self, article: Article) -> LinkedReading | None:
        """The reading of an article if it is kept. Raises BadData, naming the file, if that holds none."""
        path = self._path(article)
        try:
            return _adapter().validate_json(path.read_bytes())
        except FileNotFoundError:
            return None
        except ValidationError as error:
            raise BadData(f"{path}: not a kept reading, remove it: {error.errors()[0]['msg']}") from error

    def keep(self, linked: LinkedReading) -> None:
        """Writes a reading."""
        write_at_once(self._path(linked.reading.article), _adapter().dump_json(linked))

    def _path(self, article: Article) -> Path:
        return self.folder / f"{fingerprint(self.state, code(*READ_BY), article.digest, article.stem, length=32)}.json"


def write_at_once(path: Path, content: bytes) -> None:
    """Writes a file so that whoever looks for it finds all of it or what was there before; makes its folder."""
    part = path.with_suffix(f".{os.getpid()}")
    path.parent.mkdir(parents=True, exist_ok=True)
    part.write_bytes(content)
    part.replace(path)


@cache
def code(*packages: str) -> str:
    """A hash of the code of some packages."""
    home = Path(__file__).parent.parent
    files = sorted(path for package in packages for path in (home / package).rglob("*.py"))
    return sha256(b"\0".join(path.read_bytes() for path in files)).hexdigest()


@cache
def _adapter() -> TypeAdapter[LinkedReading]:
    return TypeAdapter(LinkedReading)
