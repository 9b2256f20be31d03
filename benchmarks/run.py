"""Time per stage and peak memory of a whole conversion: python benchmarks/run.py [--articles 300] [--sample 12]

The articles are made from `seeds/`: each is one of them with its paragraphs in another order, under another date. Time
is the processor's, so that other work on the machine does not count. The reference engines are measured on a sample,
beside the fast ones on the same sample, because on everything they would take too long.
"""

import argparse
import random
import resource
import tempfile
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from time import process_time

from converters.articles.read import read_article
from converters.pipeline import convert
from converters.settings import Engine, Settings

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
SETTINGS = Settings(engine="fast")
ENGINES: tuple[Engine, ...] = ("fast", "reference")
BY_ENGINE = ("inference", "validation")
OUTPUT = (*BY_ENGINE, "writing")
FIRST_DAY = date(2026, 1, 1)


def main() -> None:
    """Runs the benchmark and prints its tables."""
    options = _options()
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        write_articles(home / "warm", 1)
        measure(home / "warm", home / "out", SETTINGS)  # loads model, lexicon and gazetteer
        loaded = peak_megabytes()
        write_articles(home / "all", options.articles)
        spent, claims = measure(home / "all", home / "out", SETTINGS)
        peak = peak_megabytes()
        print(f"{options.articles} articles, {claims} claims, {spent.total():.1f} s, fast engines")
        print(f"peak memory {peak:.0f} MB (after one article {loaded:.0f} MB)\n")
        print_stages(spent)
        print(f"\nlanguage model: {share(spent, 'language model')}")
        print(f"inference, validation, writing: {share(spent, *OUTPUT)}")
        if options.sample:
            write_articles(home / "sample", options.sample)
            compare_engines(home, options.sample)


def write_articles(folder: Path, count: int) -> None:
    """`count` articles with different texts, the same on every run."""
    folder.mkdir()
    chance = random.Random(0)
    seeds = [read_article(path, SETTINGS.max_bytes).body for path in sorted(SEEDS.glob("*.txt"))]
    for number in range(count):
        paragraphs = seeds[number % len(seeds)].split("\n\n")
        chance.shuffle(paragraphs)
        day = FIRST_DAY + timedelta(days=number)
        text = f" date {day.isoformat()} " + "\n\n".join(paragraphs)
        (folder / f"{number:05}.txt").write_text(text, encoding="utf-8", newline="")


def measure(inputs: Path, out: Path, settings: Settings) -> tuple[Counter[str], int]:
    """Seconds per stage and the number of claims. Raises RuntimeError if the release does not conform."""
    spent, told = _stopwatch()
    result = convert([inputs], out, settings, told)
    if result.release is None:
        raise RuntimeError("the benchmark's release does not conform")
    return spent, sum(outcome.claims or 0 for outcome in result.outcomes)


def compare_engines(home: Path, sample: int) -> None:
    """What the reference engines take beside the fast ones, on a sample."""
    print(f"\nengines on a sample of {sample} articles, seconds and share of the whole run")
    for engine in ENGINES:
        spent, _ = measure(home / "sample", home / engine, replace(SETTINGS, engine=engine))
        print(
            f"  {engine:10}"
            + "".join(f"{stage} {spent[stage]:8.2f} s {share(spent, stage):>6}   " for stage in BY_ENGINE)
        )


def print_stages(spent: Counter[str]) -> None:
    """A line per stage, the longest first."""
    for stage, seconds in spent.most_common():
        print(f"  {stage:18}{seconds:8.2f} s{share(spent, stage):>8}")


def share(spent: Counter[str], *stages: str) -> str:
    """The part of the whole that these stages take."""
    return f"{sum(spent[stage] for stage in stages) / spent.total():.1%}"


def peak_megabytes() -> float:
    """The most memory that this process has held so far (Linux counts in KiB)."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _stopwatch() -> tuple[Counter[str], Callable[[str, int, int], None]]:
    """Seconds by stage, filled by a progress function: the time since the call before is the stage's that it names."""
    spent: Counter[str] = Counter()
    last = process_time()

    def told(stage: str, done: int, total: int) -> None:
        nonlocal last
        now = process_time()
        spent[stage] += now - last  # type: ignore[assignment]  # typeshed's Counter counts in whole numbers
        last = now

    return spent, told


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Time per stage and peak memory of a whole conversion.")
    parser.add_argument("--articles", type=int, default=300)
    parser.add_argument("--sample", type=int, default=12)
    return parser.parse_args()


if __name__ == "__main__":
    main()
