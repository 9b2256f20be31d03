"""The graph of the invented edition keeps to the shapes."""

from converters.graph.assemble import chunks, shared
from converters.validation.shacl import validate_edition
from tests.fixtures.edition import assembly


def test_the_edition_conforms() -> None:
    made = assembly()
    texts = [chunk.ntriples() for chunk in chunks(made) if chunk.kind in ("article", "provenance")]
    report = validate_edition(texts, shared(made), "reference")
    assert [found for found in report.violations if found.severity != "Info"] == []


def test_a_claim_turned_into_a_fact_would_not_conform() -> None:
    made = assembly()
    texts = [chunk.ntriples() for chunk in chunks(made) if chunk.kind == "article"]
    fact = (
        "<http://localhost:8000/event/retaking> <http://semanticweb.cs.vu.nl/2009/11/sem/hasActor> "
        "<http://localhost:8000/entity/orlan-guard> .\n"
    )
    report = validate_edition(texts, shared(made) + fact, "reference")
    assert not report.conforms
