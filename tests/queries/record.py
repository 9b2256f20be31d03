"""`python -m tests.queries.record`: reads the seeds and stores the answer to every question, for a person to review."""

import tempfile
from pathlib import Path

from converters.query import open_release
from tests.queries.answers import STORED, answer, questions
from tests.queries.seeds import convert_seeds


def record(data: Path) -> None:
    """Stores the answers that the release in `data` gives; answers to questions that are gone are removed."""
    store = open_release(data)
    STORED.mkdir(exist_ok=True)
    told = {f"{question.name}.tsv": answer(store, question.sparql) for question in questions()}
    for stale in {path.name for path in STORED.glob("*.tsv")} - told.keys():
        (STORED / stale).unlink()
    for name, text in told.items():
        (STORED / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        convert_seeds(Path(folder))
        record(Path(folder))
