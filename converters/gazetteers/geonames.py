"""GeoNames files (cities*.txt, allCountries.txt): 19 columns, tab-separated, no header (its readme.txt)."""

from converters.errors import BadInput
from converters.gazetteers.model import Entry, Mark, Source
from converters.gazetteers.names import usable
from converters.gazetteers.recipe import Recipe
from converters.linking.model import Place
from converters.linking.row import Row

COLUMNS = 19


def feature(mark: Mark, line: bytes, source: Source, recipe: Recipe) -> Entry | None:
    """The row of a line, or None if the recipe does not want such features. Raises BadInput with file and line."""
    try:
        cells = line.decode().rstrip("\r\n").split("\t")
        if len(cells) != COLUMNS:
            raise ValueError(f"{len(cells)} cells, GeoNames has {COLUMNS}")
        number, name, plain, others, lat, lon, kind, code, country = cells[:9]
        type_ = recipe.geonames.get(f"{kind}.{code}") or recipe.geonames.get(kind)
        if type_ is None:
            return None
        if not number.isdecimal():
            raise ValueError(f"{number!r} is no GeoNames id")
        place = Place(float(lat), float(lon), number)
        names = (name, *usable([plain, *others.split(",")], name))
        row = Row(None, name, type_, names, country or None, place, int(cells[14] or 0), source.text)
    except ValueError as error:
        raise BadInput(f"{source.path}:{mark.line}: {error}") from error
    return Entry(mark.line, row)
