"""The order of all stages: articles in, a validated release out."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from converters.articles.model import Outcome
from converters.settings import Settings
from converters.validation.model import Report

Progress = Callable[[str, int, int], None]
"""Called with a stage's name, how much of it is done, and how much there is."""


@dataclass(frozen=True, slots=True)
class RunResult:
    """What a run did: an outcome per input, the release folder (None: nothing was published) and the SHACL report."""

    outcomes: tuple[Outcome, ...]
    release: Path | None
    report: Report | None


def convert(inputs: Iterable[Path], out: Path, settings: Settings, progress: Progress | None = None) -> RunResult:
    """Converts every article of `inputs` into one release below `out`; `out/latest` moves only if it conforms.

    Raises MissingResource, CannotPublish, BadData. A bad article is an outcome, never an error.
    """
    raise NotImplementedError("the stages are being written")
