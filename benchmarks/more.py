"""One article more, joined to an edition whose chains are kept: python benchmarks/more.py [--claims 10000] [FOLDER…]

Against joining all anew, in processor time, on made-up claims (see fusion.py) and on the articles in the folders that
are named. Each of some articles is the new one in turn.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path
from statistics import mean
from time import process_time

from fusion import made_up

from converters.articles.find import find_sources
from converters.articles.read import read_article
from converters.fusion.join import join
from converters.fusion.kept import KeptChains
from converters.lexicon import load as lexicon
from converters.linking.model import LinkedReading
from converters.pipeline import convert_article
from converters.settings import Settings

SAMPLE = 3
"""Articles that are the new one in turn."""


def main() -> None:
    """Prints a line for each size and each folder."""
    parser = argparse.ArgumentParser(description="One article more, joined to an edition whose chains are kept.")
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
    """Joins all anew, and each of some articles to the rest."""
    anew, _ = spent(readings, None)
    every = len(readings) // SAMPLE
    tries = [one_more(readings, number * every) for number in range(SAMPLE)]
    print(
        f"{name}: {len(readings)} articles; joining all anew {1000 * anew:.0f} ms, one more "
        f"{1000 * mean(taken for taken, _ in tries):.0f} ms; {mean(share for _, share in tries):.1%} of chains fused"
    )


def one_more(readings: Sequence[LinkedReading], number: int) -> tuple[float, float]:
    """Seconds to join the article at this position to all others, and the share of chains that this fuses."""
    _, rest = spent([*readings[:number], *readings[number + 1 :]], KeptChains({}))
    taken, kept = spent(readings, KeptChains(rest.now if rest else {}))
    fresh = [name for name in kept.now if name not in kept.before] if kept else []
    return taken, len(fresh) / len(kept.now) if kept else 1.0


def spent(readings: Sequence[LinkedReading], kept: KeptChains | None) -> tuple[float, KeptChains | None]:
    """Processor seconds to join, and the chains as they are after it."""
    started = process_time()
    join(readings, lexicon.load().superclass, kept)
    return process_time() - started, kept


if __name__ == "__main__":
    main()
