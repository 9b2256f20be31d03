"""The report: what conforms means, as RDF, and for people."""

from dataclasses import replace
from itertools import permutations

import pytest
from rdflib import BNode, Graph, URIRef
from rdflib.namespace import RDF, SH

from converters.validation.model import Report, Severity, Violation
from converters.validation.shacl import validate
from converters.validation.writing import text, turtle
from tests.shapes.twins import base_graph, broken, twins

FOUND = Violation(
    severity="Violation",
    shape="<https://w3id.org/eventwire/shapes#claim-evidence>",
    component="<http://www.w3.org/ns/shacl#MinCountConstraintComponent>",
    focus="<http://example.org/claim/1>",
    path="<https://w3id.org/eventwire/ontology#evidence>",
    value=None,
    message='Say "why".\nThen again.',
)
WARNING = replace(FOUND, severity="Warning", value='"1"^^<http://www.w3.org/2001/XMLSchema#integer>')
BLANK = replace(FOUND, focus="_:blank", path=None)


@pytest.mark.parametrize(
    ("severities", "conforms"), [(["Info", "Warning"], True), (["Info", "Violation"], False), ([], True)]
)
def test_only_violations_block(severities: list[Severity], conforms: bool) -> None:
    assert Report.of(replace(FOUND, severity=severity) for severity in severities).conforms is conforms


def test_a_report_is_the_same_in_any_order_and_without_repetitions() -> None:
    reports = {Report.of([*order, FOUND]) for order in permutations([FOUND, WARNING, BLANK])}
    assert len(reports) == 1
    assert len(reports.pop().violations) == 3


def test_turtle_says_all_of_it_without_blank_nodes() -> None:
    graph = Graph().parse(data=Report.of([FOUND, WARNING, BLANK]).to_turtle(), format="turtle")
    assert not any(isinstance(term, BNode) for triple in graph for term in triple)
    report = graph.value(predicate=RDF.type, object=SH.ValidationReport)
    assert str(graph.value(report, SH.conforms)) == "false"
    results = list(graph.objects(report, SH.result))
    assert len(results) == 3
    assert {str(graph.value(result, SH.resultMessage)) for result in results} == {FOUND.message}
    warning = graph.value(predicate=SH.resultSeverity, object=SH.Warning)
    assert graph.value(warning, SH.focusNode) == URIRef("http://example.org/claim/1")
    assert graph.value(warning, SH.value).toPython() == 1  # type: ignore[union-attr]
    assert graph.value(warning, SH.sourceShape) == URIRef(FOUND.shape.strip("<>"))


def test_both_engines_write_the_same_bytes() -> None:
    data = "".join(broken(twin) for twin in twins()[:12])
    assert turtle(validate(data, "fast")) == turtle(validate(data, "reference"))
    assert turtle(validate(base_graph(), "fast")).count("sh:conforms true") == 1


def test_people_read_what_to_do_and_where() -> None:
    shown = text(Report.of([FOUND, WARNING, *(replace(FOUND, focus=f"<http://example.org/{n}>") for n in range(4))]), 3)
    assert shown.startswith("does not conform: 5 violations, 1 warning\n")
    assert shown.count("Then again.") == 2
    assert "5 x <https://w3id.org/eventwire/shapes#claim-evidence>" in shown
    assert "and 2 more" in shown
    assert '<http://example.org/claim/1> ("1"^^' in shown


def test_people_are_told_when_nothing_is_wrong() -> None:
    assert text(Report.of([])) == "conforms\n"
