"""All questions over a release of the articles whose competency questions the scorer has, judged by `judge`.

The articles, the questions and the expected answers are read from the folder beside this project that has them.
"""

import json
from csv import DictReader
from pathlib import Path

import pytest
from pyoxigraph import Store

from converters.query import NamedQuery, open_release
from converters.query import rows as solutions
from tests.queries.answers import answer, level, questions, rows
from tests.queries.judge import Expected, Names, expected, faults
from tests.queries.seeds import convert_seeds

pytestmark = pytest.mark.slow
SHARED = Path(__file__).resolve().parents[3] / "shared"
ARTICLES = tuple(path.stem for path in sorted(SHARED.glob("seeds/*.txt")))
SCORERS = SHARED / "score" / "gold" / "questions.jsonl"
TRAPS = [question for question in questions() if level(question) == 4]
NAMES = "SELECT ?label ?name { ?entity rdfs:label ?label ; skos:altLabel ?name ; ew:hasLink ?link }"
RIGHT = 40
"""How many of the 50 are answered right, traps among them. May rise, must not fall."""


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Store:
    if not ARTICLES or not SCORERS.exists():
        pytest.skip("the scorer's articles and questions are not beside this project")
    out = tmp_path_factory.mktemp("real-seeds")
    convert_seeds(out, SHARED / "seeds")
    return open_release(out)


@pytest.fixture(scope="module")
def gold(real: Store) -> dict[str, Expected]:
    """What is expected of each of our questions."""
    theirs = {
        asked["id"]: expected(asked) for asked in map(json.loads, SCORERS.read_text(encoding="utf-8").splitlines())
    }
    with Path(__file__).with_name("gold.tsv").open(encoding="utf-8") as table:
        return {row["question"]: theirs[row["gold"]] for row in DictReader(table, delimiter="\t")}


def test_most_questions_are_answered_right(real: Store, gold: dict[str, Expected]) -> None:
    names = names_in(real)
    wrong = {
        question.name: found
        for question in questions()
        if (found := faults(gold[question.name], rows(answer(real, question.sparql)), ARTICLES, names))
    }
    assert len(gold) - len(wrong) >= RIGHT, wrong


@pytest.mark.parametrize("trap", TRAPS, ids=[trap.name for trap in TRAPS])
def test_no_trap_is_answered(trap: NamedQuery, real: Store, gold: dict[str, Expected]) -> None:
    assert not gold[trap.name].answers
    assert not rows(answer(real, trap.sparql))


def names_in(store: Store) -> Names:
    """All names that the release knows entities by, for each of their labels."""
    names: dict[str, set[str]] = {}
    for row in solutions(store, NAMES):
        names.setdefault(row["label"], set()).add(row["name"])
    return {label: frozenset(others) for label, others in names.items()}
