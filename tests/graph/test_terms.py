"""Terms: what every parser reads back."""

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Graph

from converters.graph.terms import decimal, instant, iri, name, text, wkt_point


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_string_is_one_line_and_comes_back(value: str) -> None:
    line = f"<a:a> <a:b> {text(value)} .\n"
    assert len(line.splitlines()) == 1
    (quad,) = ox.parse(line.encode(), format=ox.RdfFormat.N_TRIPLES)
    assert isinstance(quad.object, ox.Literal)
    assert quad.object.value == value
    ((_, _, literal),) = Graph().parse(data=line, format="nt")
    assert str(literal) == value


@pytest.mark.parametrize(
    ("value", "lexical"),
    [
        (1027.0, "1027"),
        (0.97, "0.97"),
        (1e21, "1" + "0" * 21),
        (1e-7, "0.0000001"),
        (-0.0, "0"),
        (2.50, "2.5"),
        (100.0, "100"),
    ],
)
def test_decimals_are_canonical(value: float, lexical: str) -> None:
    assert decimal(value) == f'"{lexical}"^^<http://www.w3.org/2001/XMLSchema#decimal>'


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2031-05-09", ("time:inXSDDate", '"2031-05-09"^^<http://www.w3.org/2001/XMLSchema#date>')),
        ("2031-05-09T10:30", ("ew:inDateTime", '"2031-05-09T10:30:00"^^<http://www.w3.org/2001/XMLSchema#dateTime>')),
        ("--02-29", ("ew:inMonthDay", '"--02-29"^^<http://www.w3.org/2001/XMLSchema#gMonthDay>')),
    ],
)
def test_instants(value: str, expected: tuple[str, str]) -> None:
    assert instant(value) == expected


@pytest.mark.parametrize("value", ["2031-02-30", "--13-01", "2031", "soon", "2031-05-09T25:00", ""])
def test_what_is_no_instant_is_refused(value: str) -> None:
    with pytest.raises(ValueError):
        instant(value)


@pytest.mark.parametrize("value", ["a b", "<a>", 'a"b', "a\nb", "a{b}", "a\\b"])
def test_what_is_no_iri_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match="not an IRI"):
        iri(value)


def test_a_prefix_that_nobody_declared_is_refused() -> None:
    with pytest.raises(KeyError):
        name("nobody:x")


def test_points_are_longitude_first() -> None:
    assert wkt_point(49.5, -0.25).startswith('"POINT(-0.25 49.5)"^^')
