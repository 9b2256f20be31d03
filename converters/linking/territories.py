"""Countries and first-level regions: names and Wikidata ids from the `rigour` package (MIT)."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.metadata import version

from rigour.territories import get_territories
from rigour.territories.territory import Territory

from converters.linking.row import Row
from converters.linking.wordlists import country_names

_BRACKETS = re.compile(r"\s*\(.*\)$")


def territory_rows() -> Iterator[Row]:
    """A row for every country and region of today; what is one only in the view of another country is left out."""
    for territory in sorted(get_territories(), key=lambda t: t.code):
        agreed = territory.is_jurisdiction or not territory.claims
        if agreed and not territory.is_historical and territory.subregion and _country(territory):
            yield _row(territory)


@cache
def territories() -> Mapping[str, str]:
    """The Wikidata ids of territories by their ISO 3166 alpha-2 codes."""
    return {territory.code.upper(): territory.qid for territory in get_territories() if len(territory.code) == 2}


@cache
def _source() -> str:
    return f"rigour {version('rigour')} territories (MIT)"


def _country(territory: Territory) -> str | None:
    """The ISO 3166 alpha-2 code of a territory, or of the country it belongs to."""
    code = territory.code if len(territory.code) == 2 else territory.parent.code if territory.parent else ""
    return code.upper() if len(code) == 2 else None


def _row(territory: Territory) -> Row:
    country, full = _country(territory), _BRACKETS.sub("", territory.full_name)
    own = (_BRACKETS.sub("", territory.name), full)
    kind, common = ("Country", country_names(country)) if len(territory.code) == 2 else ("Region", ())
    names = tuple(dict.fromkeys((*own, *common)))
    whole = (territory.parent.qid,) if territory.parent and kind == "Region" else ()
    return Row(territory.qid, names[0], kind, names, country, None, 0, f"{_source()}, {territory.code}", part_of=whole)
