"""The cells of tables and of query results, by what they hold, each row with its line."""

import csv
import json
import re
from collections.abc import Iterator, Mapping
from io import StringIO
from unicodedata import category

from converters.errors import BadInput
from converters.gazetteers.model import Source
from converters.gazetteers.recipe import Recipe
from converters.gazetteers.streams import text_of

Cells = Mapping[str, str]
_TERM = re.compile(r'<([^>]*)>|"(.*)"(?:@[\w-]+|\^\^<[^>]*>)?')


def lines(source: Source, recipe: Recipe) -> Iterator[tuple[int, Cells]]:
    """Each row as cells by what they hold, with its line (of a JSON result: its number).

    Raises BadInput with file and line.
    """
    text = text_of(source.path)
    rows = _bindings(source, text) if text.lstrip()[:1] == "{" else _cells(source, text)
    for line, cells in rows:
        held: dict[str, str] = {}
        for column, value in cells.items():
            name = recipe.columns.get(column)
            if name is None:
                known = ", ".join(sorted(recipe.columns))
                raise BadInput(f"{source.path}:1: the column {column!r} is none of {known}")
            held[name] = " ".join(value.split())
            if any(category(character) == "Cc" for character in held[name]):
                raise BadInput(f"{source.path}:{line}: a control character in {column} {held[name]!r}")
        yield line, held


def _cells(source: Source, text: str) -> Iterator[tuple[int, Cells]]:
    tabs = "\t" in text.partition("\n")[0]
    reader = csv.reader(
        StringIO(text, newline=""),
        delimiter="\t" if tabs else ",",
        quoting=csv.QUOTE_NONE if tabs else csv.QUOTE_MINIMAL,
        strict=True,
    )
    began = 1
    try:
        first = next(reader, [])
        began = reader.line_num + 1
        terms = bool(first) and first[0].startswith("?")
        header = [column.removeprefix("?") for column in first]
        for cells in reader:
            if cells and not cells[0].startswith("#"):
                if len(cells) != len(header):
                    told = f"{len(cells)} cells under a header of {len(header)}"
                    raise BadInput(f"{source.path}:{reader.line_num}: {told}")
                plain = [_plain(cell) for cell in cells] if terms else cells
                yield reader.line_num, dict(zip(header, plain, strict=True))
            began = reader.line_num + 1
    except csv.Error as error:
        raise BadInput(f"{source.path}:{began}: {error}, in the row that begins here") from error


def _plain(term: str) -> str:
    """A term of SPARQL 1.1 Query Results TSV without what marks it as an IRI or a literal."""
    match = _TERM.fullmatch(term)
    return next(filter(None, match.groups()), "") if match else term


def _bindings(source: Source, text: str) -> Iterator[tuple[int, Cells]]:
    """SPARQL 1.1 Query Results JSON: the number of a result stands for its line."""
    try:
        bindings = json.loads(text)["results"]["bindings"]
    except json.JSONDecodeError as error:
        raise BadInput(f"{source.path}:{error.lineno}: the results are cut off or no JSON: {error.msg}") from error
    except (KeyError, TypeError) as error:
        raise BadInput(f"{source.path}:1: no SPARQL results (no results.bindings)") from error
    for number, binding in enumerate(bindings, start=1):
        try:
            yield number, {name: str(term["value"]) for name, term in binding.items()}
        except (AttributeError, KeyError, TypeError) as error:
            raise BadInput(f"{source.path}: result {number} has not the form of SPARQL results: {error!r}") from error
