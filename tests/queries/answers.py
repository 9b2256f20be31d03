"""The questions that ship, and their answers as they are stored beside this file."""

from pathlib import Path

from pyoxigraph import QuerySolutions, Store

from converters.query import NamedQuery, ask, named_queries
from converters.resources import resource

STORED = Path(__file__).parent / "answers"


def questions() -> tuple[NamedQuery, ...]:
    """The shipped queries that ask about the seeds, sorted by name."""
    names = {path.stem for path in resource("ontology", "queries", "questions").glob("*.rq")}
    return tuple(query for query in named_queries() if query.name in names)


def level(query: NamedQuery) -> int:
    """How hard the question is, 1 to 4, from its head ("# Level 2."); at 4 the right answer is that there is none."""
    (line,) = [line for line in query.sparql.splitlines() if line.startswith("# Level ")]
    return int(line.removeprefix("# Level ").rstrip("."))


def unanswered(query: NamedQuery) -> bool:
    """Whether the head says that the seeds of this project do not answer it ("# Unanswered over seeds/: why")."""
    return any(line.startswith("# Unanswered over seeds/: ") for line in query.sparql.splitlines())


def answer(store: Store, sparql: str) -> str:
    """The answer to a SELECT as a table: the names of its variables, then its rows, sorted, cells parted by tabs."""
    solutions = ask(store, sparql)
    assert isinstance(solutions, QuerySolutions)
    header = "\t".join(variable.value for variable in solutions.variables)
    told = ["\t".join(cell.value if cell else "" for cell in solution) for solution in solutions]
    return "\n".join((header, *sorted(told))) + "\n"


def rows(told: str) -> list[list[str]]:
    """The cells of an answer without its header."""
    return [line.split("\t") for line in told.splitlines()[1:]]
