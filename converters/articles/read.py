"""Reads articles in the seed format (CONTRACT section 2): UTF-8, ` date YYYY-MM-DD `, then the body.

The body is what follows the marker and its one space, unchanged: no newline translation, no normalisation, so that
offsets count the code points of the text as received. A byte order mark is not part of the text. A file without the
marker is all body and has no date.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from converters.articles.find import Source
from converters.articles.model import Arrival, Article
from converters.errors import BadInput

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_MARKER = re.compile(r"\s*date (?P<day>\d+-\d+-\d+)(?P<space> ?)")
_DIGEST_SHOWN = 8


def read_articles(sources: Iterable[Source], max_bytes: int) -> Iterator[Arrival]:
    """One arrival per source, one article in memory at a time; a text that came before is skipped.

    A reason does not repeat the path, which the arrival has, so that it reads the same wherever the files lie. Files of
    one run with the same stem get the start of their digest added to it, so that a stem names one article.
    """
    seen: dict[str, Path] = {}
    for source in sources:
        try:
            article = _article_of(source, max_bytes)
        except BadInput as error:
            yield Arrival(source.path, refused="failed", reason=str(error))
            continue
        if article.digest in seen:
            yield Arrival(source.path, refused="skipped", reason=f"the same text as {seen[article.digest].name}")
        else:
            seen[article.digest] = source.path
            yield Arrival(source.path, article)


def read_article(path: Path, max_bytes: int) -> Article:
    """The article in the file `path`. Raises BadInput, naming the reason."""
    body, published = split_marker(decode(_bytes_of(path, max_bytes)))
    return Article(_stem_of(path), body, published)


def decode(content: bytes) -> str:
    """The text of `content` without byte order mark. Raises BadInput if it is not UTF-8 text, naming the byte."""
    if (nul := content.find(b"\0")) >= 0:
        raise BadInput(f"binary or UTF-16, not UTF-8 text: NUL at byte {nul}")
    try:
        return content.removeprefix(_BYTE_ORDER_MARK).decode()
    except UnicodeDecodeError as error:
        offset = error.start + len(content) - len(error.object)
        raise BadInput(f"not UTF-8: byte 0x{content[offset]:02X} at byte {offset}") from error


def split_marker(text: str) -> tuple[str, date | None]:
    """Body and date of a text in the seed format. Raises BadInput on a broken marker and on a text without words."""
    marker = _MARKER.match(text)
    body = text[marker.end() :] if marker else text
    published = _date_of(marker) if marker else None
    if not body.strip():
        raise BadInput("there is no text in it")
    return body, published


def _date_of(marker: re.Match[str]) -> date:
    day = marker["day"]
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", day):
        raise BadInput(f"the date marker reads {day}, not YYYY-MM-DD")
    if not marker["space"]:
        raise BadInput(f"the date marker {day} is not followed by one space")
    try:
        return date.fromisoformat(day)
    except ValueError as error:
        raise BadInput(f"the date marker names an impossible date, {day}: {error}") from error


def _article_of(source: Source, max_bytes: int) -> Article:
    if source.problem:
        raise BadInput(source.problem)
    article = read_article(source.path, max_bytes)
    if not source.shared_stem:
        return article
    return replace(article, stem=f"{article.stem}-{article.digest[:_DIGEST_SHOWN]}")


def _bytes_of(path: Path, max_bytes: int) -> bytes:
    """The bytes of a file; one byte more than allowed is enough to refuse it."""
    try:
        with path.open("rb") as file:
            content = file.read(max_bytes + 1)
    except OSError as error:
        raise BadInput(f"cannot be read: {error.strerror}") from error
    if len(content) > max_bytes:
        raise BadInput(f"larger than {max_bytes:,} bytes, the limit for one article (--max-bytes)")
    if not content:
        raise BadInput("the file is empty")
    return content


def _stem_of(path: Path) -> str:
    """The file name without its ending. Raises BadInput for a name that is not UTF-8: it could not be published."""
    try:
        path.stem.encode()
    except UnicodeEncodeError as error:
        raise BadInput("the file name is not UTF-8") from error
    return path.stem
