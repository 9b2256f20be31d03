"""What validation finds: results, and a report of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Severity = Literal["Violation", "Warning", "Info"]
SEVERITIES: tuple[Severity, ...] = ("Violation", "Warning", "Info")


@dataclass(frozen=True, slots=True)
class Violation:
    """One sh:ValidationResult (SHACL 3.6.2), whatever its severity; `message` says what is wrong and what to do.

    Terms are in N-Triples syntax, so that engines compare; a blank node is `_:blank`, since its label means nothing.
    """

    severity: Severity
    shape: str
    component: str
    focus: str
    path: str | None
    value: str | None
    message: str

    @property
    def order(self) -> tuple[int, str, str, str, str, str]:
        """Gravest first, then by shape, so that a report reads well and always the same."""
        rank = SEVERITIES.index(self.severity)
        return rank, self.shape, self.focus, self.component, self.path or "", self.value or ""


@dataclass(frozen=True, slots=True)
class Report:
    """All results, each once, in a fixed order. Build it with `of`."""

    violations: tuple[Violation, ...]

    @classmethod
    def of(cls, violations: Iterable[Violation]) -> "Report":
        """A report of `violations` in any order, with repetitions."""
        return cls(tuple(sorted(set(violations), key=lambda violation: violation.order)))

    @property
    def conforms(self) -> bool:
        """Nothing of severity sh:Violation; warnings and infos are listed but block nothing."""
        return not any(violation.severity == "Violation" for violation in self.violations)

    def to_turtle(self) -> str:
        """The report as an sh:ValidationReport in Turtle."""
        from converters.validation.writing import turtle

        return turtle(self)
