"""What kind of source a file is, told by its beginning, and its licence and date."""

import re
from datetime import UTC, date, datetime
from pathlib import Path

from converters.errors import BadInput
from converters.gazetteers.geonames import COLUMNS
from converters.gazetteers.model import Kind, Mark, Source
from converters.gazetteers.recipe import Recipe
from converters.gazetteers.streams import opened, told

_START = 1 << 16
_DATED = re.compile(r"(?<!\d)(\d{4})-?(\d\d)-?(\d\d)(?!\d)")


def source_of(path: Path, recipe: Recipe, licence: str | None, day: date | None, type_: str | None) -> Source:
    """A file as a source. Without `day` its date is the one in its name, else the day on which it was last changed.

    `licence` and `type_` are those of tables. Raises BadInput if the file is none of the kinds.
    """
    kind = _kind(path)
    own = recipe.licences.get(kind)
    return Source(path, kind, own or licence or "", (day or _date(path)).isoformat(), type_)


def _kind(path: Path) -> Kind:
    with opened(path) as stream, told(path, Mark()):
        start = stream.read(_START).lstrip(b"\xef\xbb\xbf \r\n")
    if start.startswith(b"["):
        return "wikidata"
    first = start.partition(b"\n")[0]
    if start.startswith(b"{"):
        return "wikidata" if re.search(rb'^{"entities"|"type"\s*:\s*"(?:item|property)"', first) else "sparql"
    if first.count(b"\t") == COLUMNS - 1 and first.split(b"\t")[0].isdigit():
        return "geonames"
    if b"," in first or b"\t" in first:
        return "sparql" if re.search(rb'(?:^|[,\t"?])item\b', first) else "table"
    raise BadInput(f"{path}:1: neither a Wikidata dump, SPARQL results, a table (CSV, TSV) nor a GeoNames file")


def _date(path: Path) -> date:
    if match := _DATED.search(path.name):
        try:
            return date(*map(int, match.groups()))
        except ValueError as error:
            raise BadInput(f"{path}: {match.group()} in its name is no date; give --date") from error
    return datetime.fromtimestamp(path.stat().st_mtime, UTC).date()
