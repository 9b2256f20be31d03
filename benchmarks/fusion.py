"""Fusing against writing, and how fusing grows: python benchmarks/fusion.py [--claims 10000 100000]

Claims are made up: a tenth as many events, each an act of one country in one town on one day, told by articles of ten
claims in varying words; a third of the accounts lacks the actor or the day. Time is the processor's. Writing is naming
and stating the same claims as N-Triples, as a release does, without validation.
"""

import argparse
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from tempfile import TemporaryFile
from time import process_time

from converters.articles.model import Article, Span
from converters.fusion.join import join
from converters.fusion.model import Edition
from converters.graph.assemble import chunks, prepare
from converters.graph.provenance import Origin
from converters.iris import Iris
from converters.lexicon import load as lexicon
from converters.linking.model import Identity, Link, LinkedReading, Place
from converters.reading.model import Claim, Entity, Mention, Quantity, Reading, Role, TimeExpression, Voice

CLASSES = {"Capture": "captured", "Strike": "struck", "Killing": "killed", "Visit": "visited", "Meeting": "met in"}
COUNTRIES = [f"{first}{second}" for first in "ABCDEFGHIJ" for second in "KLMNO"]
TOWNS = 2000
PER_ARTICLE = 10
TOLD_PER_EVENT = 10
FIRST_DAY = date(2020, 1, 1)
NO_LINK = Link("none", None, 0.0, "made up", "benchmark")
PUBLISHER = Voice(None, None, None, (), None, "asserts")


@dataclass(frozen=True, slots=True)
class Happening:
    """What the articles tell of."""

    cls: str
    country: str
    town: int
    day: date
    count: int


def main() -> None:
    """Runs the benchmark and prints a line per size."""
    parser = argparse.ArgumentParser(description="Fusing against writing, and how fusing grows.")
    parser.add_argument("--claims", type=int, nargs="+", default=[10_000, 100_000])
    before: tuple[int, float] | None = None
    for size in parser.parse_args().claims:
        readings = list(made_up(size))
        edition, fusing = fuse(readings)
        writing = write(edition)
        print(
            f"{size} claims over {size // TOLD_PER_EVENT} events: {len(edition.events)} found, "
            f"fusing {fusing:.2f} s, writing {writing:.2f} s, {fusing / writing:.2f} times the writing"
        )
        if before:
            print(f"  {size / before[0]:.1f} times the claims take {fusing / before[1]:.1f} times the time")
        before = size, fusing


def fuse(readings: list[LinkedReading]) -> tuple[Edition, float]:
    """The edition and the seconds it took."""
    started = process_time()
    edition = join(readings, lexicon.load().superclass)
    return edition, process_time() - started


def write(edition: Edition) -> float:
    """Seconds to name and write everything as N-Triples."""
    started = process_time()
    with TemporaryFile("w", encoding="utf-8") as file:
        for chunk in chunks(prepare(edition, Iris("http://localhost:8000/"), Origin("benchmark", ()))):
            file.write(chunk.ntriples())
    return process_time() - started


def made_up(size: int) -> Iterator[LinkedReading]:
    """Articles with `size` claims in all, the same on every run."""
    chance = random.Random(0)
    happenings = [_happening(chance, size) for _ in range(size // TOLD_PER_EVENT)]
    told = sorted((chance.choice(happenings) for _ in range(size)), key=lambda happening: happening.day)
    for start in range(0, size, PER_ARTICLE):
        yield _article(start, told[start : start + PER_ARTICLE], chance)


def _happening(chance: random.Random, size: int) -> Happening:
    day = FIRST_DAY + timedelta(days=chance.randrange(max(30, size // 100)))
    return Happening(
        chance.choice(list(CLASSES)), chance.choice(COUNTRIES), chance.randrange(TOWNS), day, chance.randrange(2, 90)
    )


def _article(number: int, told: list[Happening], chance: random.Random) -> LinkedReading:
    """An article that tells these, one sentence each."""
    body: list[str] = []
    claims: list[Claim] = []
    entities: list[Entity] = []
    identities: list[Identity] = []
    start = 0
    for event, happening in enumerate(told):
        country, town = happening.country, f"Town{happening.town}"
        verb, day = CLASSES[happening.cls], happening.day.isoformat()
        sentence = f"{country} {verb} {town} on {day}, {happening.count} people say."
        spans = {
            word: Span(start + sentence.index(word), start + sentence.index(word) + len(word))
            for word in (country, verb, town, day, str(happening.count))
        }
        entities += [_entity("Country", country, spans[country]), _entity("City", town, spans[town])]
        place = Place(happening.town // 50 * 1.0, happening.town % 50 * 1.0)
        identities += [
            Identity(country, "Country", country, (), NO_LINK, country),
            Identity(town, "City", town, (), NO_LINK, None, place),
        ]
        actor, spot = Role("agent", 2 * event, None, spans[country]), Role("place", 2 * event + 1, None, spans[town])
        time = TimeExpression(spans[day], day, day, "day", "explicit")
        count = happening.count
        claims.append(
            Claim(
                event=event,
                type=happening.cls,
                trigger=spans[verb],
                evidence=Span(start, start + len(sentence)),
                roles=(spot,) if chance.random() < 1 / 6 else (actor, spot),
                time=None if chance.random() < 1 / 6 else time,
                quantities=(Quantity(spans[str(count)], "people", count, count, count, "exact", "person"),),
                voices=(PUBLISHER,),
                modality="actual",
                polarity="positive",
                status="publisher_fact",
                entry=f"{happening.cls}/verb/{verb.split()[0]}",
            )
        )
        body.append(sentence)
        start += len(sentence) + 1
    article = Article(f"{number:07}", " ".join(body), max(happening.day for happening in told))
    return LinkedReading(Reading(article, None, tuple(entities), tuple(claims)), tuple(identities))


def _entity(kind: str, name: str, span: Span) -> Entity:
    return Entity(kind, name, (name,), (Mention(span, "name"),))


if __name__ == "__main__":
    main()
