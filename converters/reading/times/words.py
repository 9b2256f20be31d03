"""The words and patterns of times, loaded once from `ontology/lexicon/times.yaml`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from converters.errors import BadData
from converters.reading.wordpatterns import WordPatterns, load_patterns, phrase_before

FILE = "times.yaml"

Side = Literal["start", "end"]


@dataclass(frozen=True, slots=True)
class TimeWords:
    """What `times.yaml` says beside its patterns; the file explains each part."""

    patterns: WordPatterns
    begins: re.Pattern[str]
    ends: re.Pattern[str]
    opens: re.Pattern[str]
    near: re.Pattern[str]
    soon: re.Pattern[str]
    onward: re.Pattern[str]
    clauses: Mapping[str, Side]
    nouns: Mapping[str, Side]
    appointing: frozenset[str]
    phases: Mapping[str, Side]
    succeeding: frozenset[str]
    occurring: frozenset[str]
    staging: frozenset[str]
    point: frozenset[str]
    repeating: frozenset[str]
    ranges: frozenset[str]
    paired: Mapping[str, str]
    clock_gaps: frozenset[str]
    names: frozenset[str]
    longest_name: int
    entities: frozenset[str]
    stretches: Mapping[str, Mapping[str, tuple[int, int]]]
    year_after: frozenset[str]
    auxiliaries: frozenset[str]
    scheduled: frozenset[str]
    awaiting: frozenset[str]
    deferring: frozenset[str]
    deferred_to: frozenset[str]
    planners: frozenset[str]
    starters: frozenset[str]
    markers: frozenset[str]


@cache
def time_words() -> TimeWords:
    """Reads the file. Raises BadData if a part is missing."""
    patterns = load_patterns(FILE)
    data = patterns.tables
    try:
        future = data["future"]
        return TimeWords(
            patterns=patterns,
            begins=phrase_before(data["begins"]),
            ends=phrase_before(data["ends"]),
            opens=phrase_before(["from", *data["paired"]]),
            near=phrase_before(data["near"]),
            soon=phrase_before(data["soon"]),
            onward=re.compile(rf"\s+(?:{data['onward']})(?!\w)", re.IGNORECASE),
            clauses=data["clauses"],
            nouns=data["nouns"],
            appointing=frozenset(data["appointing"]),
            phases={verb: side for side, verbs in data["phases"].items() for verb in verbs},
            succeeding=frozenset(data["succeeding"]),
            occurring=frozenset(data["occurring"]),
            staging=frozenset(data["staging"]),
            point=frozenset(data["point"]),
            repeating=frozenset(data["repeating"]),
            ranges=frozenset(data["ranges"]),
            paired=data["paired"],
            clock_gaps=frozenset(data["clock_gaps"]),
            names=frozenset(data["names"]),
            longest_name=max(map(len, data["names"])),
            entities=frozenset(data["entities"]),
            stretches=data["stretches"],
            year_after=frozenset(data["year_after"]),
            auxiliaries=frozenset(future["auxiliaries"]),
            scheduled=frozenset(future["scheduled"]),
            awaiting=frozenset(future["awaiting"]),
            deferring=frozenset(future["deferring"]),
            deferred_to=frozenset(future["deferred_to"]),
            planners=frozenset(future["planners"]),
            starters=frozenset(future["starters"]),
            markers=frozenset(future["markers"]),
        )
    except KeyError as error:
        raise BadData(f"{FILE}: the part {error} is missing") from error
