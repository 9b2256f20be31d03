"""Where articles stand on the web: a file of two columns, the file stem of an article and its URL, divided by a tab."""

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

from converters.errors import BadInput


def urls(path: Path | None) -> Mapping[str, str]:
    """URLs by file stem; none without a file. Raises BadInput with file and line."""
    if path is None:
        return {}
    found: dict[str, str] = {}
    for number, line in enumerate(_lines(path), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        stem, tab, url = line.partition("\t")
        if not tab or not _is_url(url.strip()):
            raise BadInput(f"{path.name}:{number}: a line is the file stem of an article, a tab, and its URL (http…)")
        if found.setdefault(stem.strip(), url.strip()) != url.strip():
            raise BadInput(f"{path.name}:{number}: {stem.strip()} has another URL above")
    return found


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(f"{path}: {error}") from error


def _is_url(text: str) -> bool:
    parts = urlsplit(text)
    return parts.scheme in ("http", "https") and bool(parts.netloc) and not any(c.isspace() or c == '"' for c in text)
