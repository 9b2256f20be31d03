"""Negotiation: weights, precision, order, broader names, and what real clients send."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converters.serving.accept import choose
from converters.serving.media import DOCUMENTS, RDF, RESULTS

RDFLIB = (
    "application/rdf+xml,text/n3,text/turtle,application/n-triples,application/ld+json,application/trig,"
    "application/n-quads,application/trix"
)
RAPPER = "application/rdf+xml, text/rdf;q=0.6, application/n-triples, text/turtle, application/x-turtle, */*;q=0.1"
COMUNICA = "application/n-quads,application/trig;q=0.95,application/ld+json;q=0.9,text/turtle;q=0.6"
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8"


@pytest.mark.parametrize(
    ("accept", "extension"),
    [
        (None, "ttl"),
        ("", "ttl"),
        ("*/*", "ttl"),
        ("text/*", "ttl"),
        ("application/ld+json", "jsonld"),
        ("APPLICATION/LD+JSON; profile=x", "jsonld"),
        ("application/json", "jsonld"),
        ("text/turtle;q=0.2, application/n-triples;q=0.3", "nt"),
        ("text/turtle;q=0, */*", "jsonld"),
        ("text/html;q=0.5, */*;q=0.1", "html"),
        (RDFLIB, "rdf"),
        (RAPPER, "rdf"),
        (COMUNICA, "jsonld"),
        ("application/n-quads, text/turtle;q=0.4", "nq"),
        ("application/trig", "trig"),
        (BROWSER, "html"),
        ("rubbish, text/turtle", "ttl"),
        ("application/rdf+xml, text/turtle;q=nonsense", "rdf"),
    ],
)
def test_the_best_format_is_found(accept: str | None, extension: str) -> None:
    found = choose(accept, DOCUMENTS)
    assert found and found.extension == extension


@pytest.mark.parametrize("accept", ["image/png", "text/turtle;q=0", "*/*;q=0", "text/csv"])
def test_what_we_have_not_is_not_chosen(accept: str) -> None:
    assert choose(accept, RDF[:1]) is None


@pytest.mark.parametrize(
    ("accept", "extension"),
    [
        ("application/sparql-results+xml", "srx"),
        ("text/csv", "csv"),
        ("text/tab-separated-values;q=0.9,text/csv;q=0.8", "tsv"),
        ("application/sparql-results+json,application/json,text/javascript", "srj"),
        ("*/*", "srj"),
    ],
)
def test_results_are_negotiated_alike(accept: str, extension: str) -> None:
    found = choose(accept, RESULTS)
    assert found and found.extension == extension


@given(st.text(alphabet='abc/*;q=01.,+ "\\\t-', max_size=80))
def test_no_field_is_too_odd(accept: str) -> None:
    assert choose(accept, DOCUMENTS) in (None, *DOCUMENTS)
