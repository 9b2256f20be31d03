"""One thing that the gazetteer knows."""

from dataclasses import dataclass

from converters.linking.model import Place


@dataclass(frozen=True, slots=True)
class Row:
    """`names` begins with the label; `country` is an ISO 3166 alpha-2 code; `population` and `sitelinks`
    (pages about it in Wikipedias and their sisters) 0 mean not known.

    `qid` is None for what has coordinates but no known Wikidata id.
    """

    qid: str | None
    label: str
    type: str
    names: tuple[str, ...]
    country: str | None
    place: Place | None
    population: int
    source: str
    sitelinks: int = 0
