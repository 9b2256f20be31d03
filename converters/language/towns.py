"""Names of larger towns, as data: `ontology/gazetteer/places.tsv.gz`. Which town it is, is linking's business."""

import csv
import gzip
from functools import cache

from converters.resources import resource


@cache
def towns() -> frozenset[str]:
    """The usual names of the world's larger towns, without capitals ("aleppo")."""
    text = gzip.decompress(resource("ontology", "gazetteer", "places.tsv.gz").read_bytes()).decode()
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return frozenset(row["label"].casefold() for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
