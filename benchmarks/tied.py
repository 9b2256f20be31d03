"""How much of an edition is tied to one article: python benchmarks/tied.py [--claims 10000] [ARTICLES…]

Accounts that share a key, directly or over others, are tied: what becomes of one can matter for all of them. Only the
rest could be kept when an article comes. Made-up claims (see fusion.py) are measured, and the articles in the folders
that are named.
"""

import argparse
from collections import Counter
from collections.abc import Sequence
from itertools import chain
from pathlib import Path
from statistics import mean
from time import process_time

from fusion import made_up

from converters.articles.find import find_sources
from converters.articles.read import read_article
from converters.fusion.classes import classes
from converters.fusion.discourse import answering, taken_up
from converters.fusion.join import join
from converters.fusion.telling import profiles
from converters.fusion.ties import ties
from converters.lexicon import load as lexicon
from converters.linking.model import LinkedReading
from converters.pipeline import convert_article
from converters.settings import Settings

SAMPLE = 200
"""Articles that are asked what is tied to them."""


def main() -> None:
    """Prints a line for each size and each folder."""
    parser = argparse.ArgumentParser(description="How much of an edition is tied to one article.")
    parser.add_argument("folders", type=Path, nargs="*")
    parser.add_argument("--claims", type=int, nargs="*", default=[10_000])
    options = parser.parse_args()
    for folder in options.folders:
        tell(folder.name, read(folder))
    for size in options.claims:
        tell("made up", list(made_up(size)))


def read(folder: Path) -> list[LinkedReading]:
    settings = Settings()
    bodies = (read_article(source.path, settings.max_bytes) for source in find_sources([folder]))
    return [convert_article(article, settings, lambda _: None) for article in bodies]


def tell(name: str, readings: Sequence[LinkedReading]) -> None:
    """Joins all, and counts what is tied to an article."""
    shares, accounts, largest = tied(readings)
    started = process_time()
    join(readings, lexicon.load().superclass)
    spent = process_time() - started
    print(
        f"{name}: {len(readings)} articles, {accounts} accounts; joining all takes {spent:.2f} s, "
        f"{1000 * spent / len(readings):.1f} ms an article; {mean(shares):.0%} of the rest is tied to an article, "
        f"{largest} accounts to each other at most"
    )


def tied(readings: Sequence[LinkedReading]) -> tuple[list[float], int, int]:
    """The share of other articles' accounts that is tied to each of some; all accounts; the most that are tied."""
    known = classes(lexicon.load().superclass)
    told = [answering(list(profiles(n, reading)), known) for n, reading in enumerate(readings)]
    above = list(range(sum(map(len, told))))

    def root(number: int) -> int:
        while above[number] != number:
            above[number] = number = above[above[number]]
        return number

    first: dict[object, int] = {}
    start = 0
    for article in told:
        place = {profile.event: start + n for n, profile in enumerate(article)}
        for n, profile in enumerate(article, start):
            within = (place[event] for event in profile.events if event in place)
            for other in chain((first.setdefault(key, n) for key in ties(profile, known)), within):
                above[root(other)] = root(n)
        for a, b, _ in taken_up(article, known):
            above[root(start + a)] = root(start + b)
        start += len(article)
    sizes = Counter(map(root, range(start)))
    shares, start = [], 0
    for article in told[:SAMPLE]:
        mine = {root(n) for n in range(start, start + len(article))}
        shares.append((sum(sizes[one] for one in mine) - len(article)) / max(len(above) - len(article), 1))
        start += len(article)
    return shares, len(above), max(sizes.values())


if __name__ == "__main__":
    main()
