"""A gazetteer built from a generated dump, searched, linked with: python benchmarks/gazetteer.py [--items 50000]

The dump has the form and roughly the weight of a true one (some 10 kB an item, labels in forty languages, statements
with qualifiers); two thirds of its items are wanted. Building runs in a process of its own, so that its peak memory is
its own. Time is the processor's.
"""

import argparse
import gzip
import random
import re
import resource
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import product
from pathlib import Path
from time import process_time
from typing import Any

import orjson

from converters.articles.read import read_article
from converters.linking.index import Index
from converters.pipeline import convert_article
from converters.settings import Settings

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
EARTH = "http://www.wikidata.org/entity/Q2"
LANGUAGES = [f"x{letter}{other}" for letter, other in product("abcdefgh", "abcde")]
SYLLABLES = ("ba", "den", "ki", "lor", "ma", "nes", "po", "ra", "shan", "tu", "vel", "wik", "xan", "yo", "zel")
CLASSES = {"Q5": 40, "Q90000001": 20, "Q43229": 6, "Q11173": 34}
"""People, towns (a class below cities), organisations, and chemical compounds, which nobody wants."""
LOOKUPS = 20_000
ROUNDS = 10
MEGABYTE = 1 << 20


def main() -> None:
    """Runs the benchmark and prints what it found."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--items", type=int, default=50_000)
    count: int = options.parse_args().items
    with tempfile.TemporaryDirectory() as folder:
        dump, out = Path(folder) / "wikidata-20260901-all.json.gz", Path(folder) / "made.gazetteer"
        size = write_dump(dump, count)
        seconds, peak = build(dump, out)
        print(f"{count} items, {size / MEGABYTE:.0f} MB of JSON, {dump.stat().st_size / MEGABYTE:.0f} MB packed")
        print(f"built in {seconds:.1f} s: {count / seconds:.0f} items/s, peak memory {peak:.0f} MB")
        index = Index(out)
        print(f"gazetteer: {out.stat().st_size / MEGABYTE:.1f} MB, {sum(index.counted()[0].values())} rows")
        print(f"look-ups: {look_up(index):.0f} names/s, {suggest(index):.0f} beginnings/s")
        link(out)


def write_dump(path: Path, count: int) -> int:
    """Writes a packed dump of `count` items, the same on every run; its size unpacked."""
    size = 0
    with gzip.open(path, "wb", compresslevel=1) as file:
        file.write(b"[\n")
        for number, item in enumerate(items(count), start=1):
            line = orjson.dumps(item)
            size += len(line) + 2
            file.write(line + (b",\n" if number < count else b"\n]\n"))
    return size


def items(count: int) -> Iterator[dict[str, Any]]:
    """Items in the form of a dump: first the class of towns, then things of all classes, mixed."""
    chance = random.Random(0)
    yield item("Q90000001", "market town", {"P279": ["Q515"]}, chance)
    kinds = chance.choices([*CLASSES], weights=[*CLASSES.values()], k=count - 1)
    for number, kind in enumerate(kinds, start=1):
        statements: dict[str, list[Any]] = {"P31": [kind], "P17": [chance.choice(["Q183", "Q30", "Q212", "Q159"])]}
        if kind == "Q90000001":
            at = {"latitude": chance.uniform(-60, 70), "longitude": chance.uniform(-180, 180), "globe": EARTH}
            statements |= {"P625": [at], "P1082": [{"amount": f"+{chance.randrange(200, 90_000)}", "unit": "1"}]}
        words = 2 if kind in ("Q5", "Q43229") else 1
        yield item(f"Q{10_000_000 + number}", " ".join(name(chance) for _ in range(words)), statements, chance)


def name(chance: random.Random) -> str:
    """An invented name; one in twenty is a word of the articles that are linked, so that many things bear it."""
    if chance.random() < 0.05:
        return chance.choice(_words())
    return "".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))).capitalize()


@cache
def _words() -> list[str]:
    """The capitalised words of the articles."""
    texts = (path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt")))
    return sorted({word for text in texts for word in re.findall(r"[A-Z][a-z]+", text)})


def item(qid: str, label: str, statements: dict[str, list[Any]], chance: random.Random) -> dict[str, Any]:
    """An item with statements that nobody asks for beside those that are."""
    ballast = {f"P{number}": ["Q42", "plain words of no use to anybody"] for number in range(5000, 5012)}
    labels = {language: {"language": language, "value": f"{label} {language}"} for language in LANGUAGES}
    return {
        "type": "item",
        "id": qid,
        "labels": {"en": {"language": "en", "value": label}, "de": {"language": "de", "value": label}, **labels},
        "descriptions": {"en": {"language": "en", "value": f"something called {label}"}},
        "aliases": {"en": [{"language": "en", "value": f"{label} {name(chance)}"}]},
        "claims": {
            property_: [claim(property_, value) for value in values]
            for property_, values in {**statements, **ballast}.items()
        },
        "sitelinks": {f"{language}wiki": {"site": f"{language}wiki", "title": label} for language in LANGUAGES[:9]},
        "lastrevid": 1,
    }


def claim(property_: str, value: Any) -> dict[str, Any]:
    plain = {"entity-type": "item", "id": value} if isinstance(value, str) and value[0] == "Q" else value
    snak = {"snaktype": "value", "property": property_, "datavalue": {"value": plain, "type": "some"}}
    return {"mainsnak": snak, "type": "statement", "rank": "normal", "qualifiers": {"P580": [snak]}}


def build(dump: Path, out: Path) -> tuple[float, float]:
    """Processor seconds and peak memory (MB) of `eventwire gazetteer build` in a process of its own."""
    command = [sys.executable, "-m", "converters", "gazetteer", "build", str(dump), "--out", str(out)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def look_up(index: Index) -> float:
    """Names per second, found and not found, in an order that no cache helps."""
    chance = random.Random(1)
    names = [" ".join(name(chance) for _ in range(2)).lower() for _ in range(LOOKUPS)]
    start = process_time()
    for one in names:
        index.find("name", one)
        index.find("last", one.rpartition(" ")[2], "person")
    return 2 * LOOKUPS / (process_time() - start)


def suggest(index: Index) -> float:
    """Beginnings of names per second."""
    chance = random.Random(2)
    beginnings = [name(chance).lower()[:5] for _ in range(LOOKUPS // 20)]
    start = process_time()
    for one in beginnings:
        index.starting(one, 9)
    return len(beginnings) / (process_time() - start)


def link(gazetteer: Path) -> None:
    """Milliseconds per article of linking, with the shipped gazetteer alone and with the built one beside it."""
    articles = [read_article(path, Settings().max_bytes) for path in sorted(SEEDS.glob("*.txt"))]
    for title, settings in (("shipped", Settings()), ("and built", Settings(gazetteers=(gazetteer,)))):
        stopwatch = Stopwatch()
        for number in range(ROUNDS + 1):
            if number == 1:  # everything is loaded
                stopwatch = Stopwatch()
            for article in articles:
                convert_article(article, settings, stopwatch.done)
        linking, model = (
            stopwatch.spent[stage] * 1000 / ROUNDS / len(articles) for stage in ("linking", "language model")
        )
        share = f"{linking / model:.1%} of the language model's {model:.0f} ms"
        print(f"linking, {title}: {linking:.1f} ms an article, {share}")


class Stopwatch:
    """Processor seconds per stage."""

    def __init__(self) -> None:
        self.spent: Counter[str] = Counter()
        self._before = process_time()

    def done(self, stage: str) -> None:
        now = process_time()
        self.spent[stage] += now - self._before  # type: ignore[assignment]
        self._before = now


if __name__ == "__main__":
    main()
