"""Every question that ships is answered over the seeds as it was when a person last checked the answer.

After a change of the reader: `python -m tests.queries.record`, then hold what changed against the seeds.
"""

import json
from collections import Counter
from csv import DictReader
from pathlib import Path

import pytest
from pyoxigraph import Store
from rdflib.plugins.sparql import prepareQuery

from converters.query import NamedQuery, named_queries
from tests.queries.answers import STORED, answer, level, questions, rows, unanswered

QUESTIONS = questions()
TRAPS = [question for question in QUESTIONS if level(question) == 4]
GOLD = Path(__file__).with_name("gold.tsv")
"""Which of the scorer's competency questions each of ours asks, in other words and about the seeds of this project."""

BITES = {
    "trap-date-of-the-land-swap": {"ew:status-attributed_claim": "ew:status-non_factual"},
    "trap-hit-by-missiles": {"ew:MissileStrike": "ew:DroneStrike"},
    "trap-killed-in-tver": {"wd:Q2288": "wd:Q237206"},
    "trap-land-conceded-by-ukraine": {"?told IN": "?told NOT IN", "ew:polarity-positive": "?any"},
    "trap-platform-of-the-sso": {"Special Operations Forces": "Vladyslav Haivanenko"},
    "trap-russia-approved-a-ceasefire": {"?told IN": "?told NOT IN"},
    "trap-russian-drones-shot-down": {'"RU"': '"UA"'},
    "trap-ukraine-behind-the-odesa-outage": {"wd:Q171852": "wd:Q2288"},
    "trap-ukrainian-withdrawal": {"ew:Withdrawal": "ew:Capture", '"UA"': '"RU"'},
    "trap-visit-of-journalists": {"FILTER(REGEX": "FILTER(!REGEX"},
    "trap-weapon-against-the-vessels": {"ew:Vessel": "ew:Country"},
}
"""A change to each trap that makes it ask about what the seeds do tell: a trap that cannot answer proves nothing."""


def named(query: NamedQuery) -> str:
    return query.name


def changed(sparql: str, changes: dict[str, str]) -> str:
    """The query with each text replaced by another; every one of them has to stand in it."""
    for asked, told in changes.items():
        assert asked in sparql
        sparql = sparql.replace(asked, told)
    return sparql


@pytest.mark.parametrize("query", named_queries(), ids=named)
def test_a_shipped_query_says_what_it_asks_and_is_sparql_elsewhere_too(query: NamedQuery) -> None:
    assert query.question
    prepareQuery(query.sparql)


@pytest.mark.parametrize("question", QUESTIONS, ids=named)
def test_a_question_names_no_claim_or_event(question: NamedQuery) -> None:
    asked = [line for line in question.sparql.splitlines() if not line.startswith("#")]
    assert not [line for line in asked if "localhost" in line]


def test_the_questions_are_of_all_levels() -> None:
    assert Counter(map(level, QUESTIONS)) == {1: 13, 2: 14, 3: 12, 4: 11}
    assert {path.stem for path in STORED.glob("*.tsv")} == set(map(named, QUESTIONS))


@pytest.mark.slow
@pytest.mark.parametrize("question", QUESTIONS, ids=named)
def test_the_seeds_answer_as_stored(question: NamedQuery, seeds: Store) -> None:
    stored = (STORED / f"{question.name}.tsv").read_text(encoding="utf-8")
    assert answer(seeds, question.sparql) == stored
    silent = level(question) == 4 or unanswered(question)
    assert bool(rows(stored)) != silent, "a trap has no answer, any other question has one or says at its head why not"


@pytest.mark.slow
@pytest.mark.parametrize("trap", TRAPS, ids=named)
def test_a_trap_would_answer_if_the_seeds_told_it(trap: NamedQuery, seeds: Store) -> None:
    assert rows(answer(seeds, changed(trap.sparql, BITES[trap.name])))


def test_the_questions_are_those_of_the_scorer(project: Path) -> None:
    scorers = project.parent / "shared" / "score" / "gold" / "questions.jsonl"
    if not scorers.exists():
        pytest.skip("the scorer's questions are not here")
    gold = {asked["id"]: asked for asked in map(json.loads, scorers.read_text(encoding="utf-8").splitlines())}
    with GOLD.open(encoding="utf-8") as lines:
        ours = {row["question"]: gold[row["gold"]] for row in DictReader(lines, delimiter="\t")}
    assert ours.keys() == set(map(named, QUESTIONS))
    assert sorted(asked["id"] for asked in ours.values()) == sorted(gold)
    for question in QUESTIONS:
        stored = (STORED / f"{question.name}.tsv").read_text(encoding="utf-8")
        assert ours[question.name]["difficulty"] == level(question), question.name
        cells = {cell for row in rows(stored) for cell in row}
        assert cells.isdisjoint(ours[question.name]["wrong_answers"]), question.name
