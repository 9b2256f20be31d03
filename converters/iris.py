"""The only code that mints IRIs. Every IRI follows from content alone, never from order, clock or place of a run."""

from dataclasses import dataclass
from hashlib import sha256
from urllib.parse import quote

from converters.articles.model import Article, Span


def fingerprint(*parts: object, length: int = 16) -> str:
    """A short content hash of `parts`, stable over runs and machines."""
    return sha256("\x1f".join(map(str, parts)).encode()).hexdigest()[:length]


def unnamed_publisher(article: Article) -> str:
    """The key of the publisher of an article that does not name it."""
    return f"publisher-{article.digest[:16]}"


@dataclass(frozen=True, slots=True)
class Iris:
    """Mints data IRIs under `base`, which ends in a slash (CONTRACT section 1)."""

    base: str

    def article(self, article: Article) -> str:
        return f"{self.base}article/{article.digest[:16]}"

    def graph(self, name: str) -> str:
        """A named graph: `events`, `provenance`, `inferred`, or an article's digest."""
        return f"{self.base}graph/{name}"

    def passage(self, article: Article, span: Span) -> str:
        return f"{self.base}passage/{article.digest[:16]}/{span.start}-{span.end}"

    def claim(self, article: Article, *parts: object) -> str:
        return f"{self.base}claim/{article.digest[:16]}/{fingerprint(*parts)}"

    def part(self, article: Article, kind: str, *parts: object) -> str:
        """Something a claim is made of (kind: role, voice, time, quantity); equal parts of one article are one node."""
        return f"{self.base}claim/{article.digest[:16]}/{kind}-{fingerprint(*parts)}"

    def event(self, key: str) -> str:
        return f"{self.base}event/{quote(key, safe='')}"

    def entity(self, key: str) -> str:
        return f"{self.base}entity/{quote(key, safe='')}"

    def origin(self, key: str) -> str:
        """What goes back to one source, which has this key as an entity."""
        return f"{self.base}origin/{quote(key, safe='')}"

    def instant(self, value: str) -> str:
        """A day or minute, shared by all times that begin or end there."""
        return f"{self.base}time/{quote(value, safe='')}"
