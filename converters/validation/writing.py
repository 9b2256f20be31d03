"""A report for machines (sh:ValidationReport in Turtle) and for people."""

from itertools import groupby

from converters.iris import fingerprint
from converters.validation.model import SEVERITIES, Report, Violation

_REPORT = "https://w3id.org/eventwire/report/"
_BLANK = "<https://w3id.org/.well-known/genid/eventwire-blank>"
"""Stands for any blank node found (RDF 1.1 Concepts 3.5): a report has none of its own."""


def turtle(report: Report) -> str:
    """SHACL 3.6, with IRIs that follow from content: the same results give the same bytes.

    `sh:conforms` is `Report.conforms`; SHACL alone would let a mere warning turn it false.
    """
    results = [(_name(violation), violation) for violation in report.violations]
    whole = f"<{_REPORT}{fingerprint(*(name for name, _ in results))}>"
    statements = ["a sh:ValidationReport", f"sh:conforms {str(report.conforms).lower()}"]
    if results:
        statements.append("sh:result " + " ,\n        ".join(name for name, _ in results))
    nodes = [_node(whole, statements), *(_node(name, _statements(violation)) for name, violation in results)]
    return "@prefix sh: <http://www.w3.org/ns/shacl#> .\n\n" + "\n".join(nodes)


def text(report: Report, limit: int = 10) -> str:
    """What is wrong, what to do, and where: grouped by rule, at most `limit` nodes for each."""
    counts = {severity: sum(v.severity == severity for v in report.violations) for severity in SEVERITIES}
    tally = ", ".join(f"{n} {name.lower()}{'s' * (n != 1)}" for name, n in counts.items() if n)
    lines = [("conforms" if report.conforms else "does not conform") + (f": {tally}" if tally else "")]
    for (severity, shape, message), group in groupby(report.violations, lambda v: (v.severity, v.shape, v.message)):
        found = list(group)
        lines += ["", f"{severity}: {message}", f"  {len(found)} x {shape}"]
        lines += [f"    {_place(violation)}" for violation in found[:limit]]
        if len(found) > limit:
            lines.append(f"    and {len(found) - limit} more")
    return "\n".join(lines) + "\n"


def _name(violation: Violation) -> str:
    return f"<{_REPORT}result-{fingerprint(violation)}>"


def _node(name: str, statements: list[str]) -> str:
    return f"{name} " + " ;\n    ".join(statements) + " .\n"


def _statements(violation: Violation) -> list[str]:
    rows = (
        ("sh:resultSeverity", f"sh:{violation.severity}"),
        ("sh:focusNode", violation.focus),
        ("sh:resultPath", violation.path),
        ("sh:value", violation.value),
        ("sh:sourceShape", violation.shape),
        ("sh:sourceConstraintComponent", violation.component),
        ("sh:resultMessage", _literal(violation.message)),
    )
    stated = [f"{name} {_BLANK if term.startswith('_:') else term}" for name, term in rows if term is not None]
    return ["a sh:ValidationResult", *stated]


def _literal(message: str) -> str:
    escaped = message.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r")
    return f'"{escaped}"'


def _place(violation: Violation) -> str:
    value = "" if violation.value is None or violation.value == violation.focus else f" ({violation.value})"
    return f"{violation.focus}{value}"
