"""Validation of texts, editions and files; what each shape means is tested in tests/shapes."""

import re
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import RDF, Graph

from converters.errors import BadInput, MissingResource
from converters.settings import Engine
from converters.validation import engines, shacl
from converters.validation.engines import REFERENCE_BELOW, fast, reference
from converters.validation.shacl import validate, validate_edition, validate_file
from tests.shapes.twins import Twin, base_graph, broken, constraint, twins

PART = re.compile(r"<http://example\.org/(?:[a-z0-9-]+/)?(?:article|passage)/([A-Z])")
OWNER = re.compile(r"<http://example\.org/(?:[a-z0-9-]+/)?(?:article|passage|claim)/([A-Z])")
PROVENANCE = re.compile(r"<http://example\.org/(?:[a-z0-9-]+/)?(?:graph/.*|lexicon|eventwire|other)>$")

UNFINISHED = twins()[1]


def split(text: str) -> tuple[dict[str, str], str]:
    """A graph as an edition: the statements of each article and of the provenance, and those of events and entities."""
    parts: dict[str, str] = {"shared": ""}
    for line in text.splitlines():
        subject = line.split(" ", 1)[0]
        owner = OWNER.match(subject)
        name = owner.group(1) if owner else "provenance" if PROVENANCE.match(subject) else "shared"
        parts[name] = parts.get(name, "") + f"{line}\n"
    shared = parts.pop("shared")
    return parts, shared


def is_cut(parts: dict[str, str], shared: str) -> bool:
    """Whether one article uses a part of another, or a blank node has no place of its own."""
    crossing = any(set(PART.findall(part)) > {name} for name, part in parts.items() if name != "provenance")
    return crossing or "\n_:" in f"\n{shared}"


@pytest.mark.parametrize("twin", twins(), ids=lambda twin: twin.name)
def test_an_edition_in_parts_gets_the_report_of_the_whole(twin: Twin) -> None:
    whole = broken(twin)
    parts, shared = split(whole)
    at_once, in_parts = validate(whole, "fast"), validate_edition(parts.values(), shared, "fast")
    assert in_parts.conforms == at_once.conforms
    assert is_cut(parts, shared) or in_parts == at_once


def test_an_event_may_be_a_fact_by_the_word_of_another_article() -> None:
    """Article B merely mentions the event that A tells as a fact; B's part alone would not justify its class."""
    parts, shared = split(base_graph())
    base = "http://example.org/"
    parts["B"] += f"<{base}claim/B/negative> <https://w3id.org/eventwire/ontology#content> <{base}event/recapture> .\n"
    assert validate_edition(parts.values(), shared, "fast").violations == ()


@pytest.mark.parametrize("engine", ["reference", "fast"])
def test_a_graph_is_as_good_as_its_text(engine: Engine) -> None:
    text = broken(UNFINISHED)
    assert validate(Graph().parse(data=text, format="nt"), engine) == validate(text, engine)
    assert not validate(text, engine).conforms


def test_auto_chooses_by_size(monkeypatch: pytest.MonkeyPatch) -> None:
    assert engines.pick("auto", REFERENCE_BELOW - 1) is reference
    assert engines.pick("auto", REFERENCE_BELOW) is fast
    assert engines.pick("reference", 10**9) is reference
    assert engines.pick("fast", 0) is fast


def test_auto_does_without_the_fast_engine_where_it_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(*_: object) -> None:
        raise MissingResource("no wheel")

    monkeypatch.setattr(engines, "_fast_shapes", missing)
    assert engines.pick("auto", REFERENCE_BELOW) is reference
    with pytest.raises(MissingResource):
        validate(base_graph(), "fast")


def test_an_edition_of_many_small_parts_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    monkeypatch.setattr(shacl, "pick", lambda engine, size: asked.append(size) or fast)
    part = base_graph()
    validate_edition([part] * 30, "", "auto")
    assert REFERENCE_BELOW <= asked[0] < REFERENCE_BELOW + part.count("\n"), "looks no further ahead than it must"


@pytest.mark.parametrize(
    ("name", "syntax"),
    [
        ("data.ttl", ox.RdfFormat.TURTLE),
        ("data.nt", ox.RdfFormat.N_TRIPLES),
        ("data.nq", ox.RdfFormat.N_QUADS),
        ("data.trig", ox.RdfFormat.TRIG),
        ("data.jsonld", ox.RdfFormat.JSON_LD),
    ],
)
def test_a_file_in_any_syntax(name: str, syntax: ox.RdfFormat, tmp_path: Path) -> None:
    text = broken(UNFINISHED)
    quads = ox.parse(text, format=ox.RdfFormat.N_TRIPLES)
    if syntax.supports_datasets:
        quads = (ox.Quad(*quad.triple, ox.NamedNode("http://example.org/graph")) for quad in quads)
    ox.serialize(quads, tmp_path / name, format=syntax)
    assert validate_file(tmp_path / name, "fast") == validate(text, "fast")


def test_bad_syntax_is_told_with_file_and_line(tmp_path: Path) -> None:
    path = tmp_path / "data.ttl"
    path.write_text("<http://example.org/a> a <http://example.org/B> .\n<http://example.org/a> a\n", encoding="utf-8")
    with pytest.raises(BadInput, match=r"data\.ttl, line [23]: "):
        validate_file(path)


@pytest.mark.parametrize(("name", "reason"), [("data.csv", "not RDF by its name"), ("gone.ttl", "No such file")])
def test_what_is_no_data_is_refused(name: str, reason: str, tmp_path: Path) -> None:
    (tmp_path / "data.csv").write_text("a,b\n", encoding="utf-8")
    with pytest.raises(BadInput, match=f"{name}.*{reason}"):
        validate_file(tmp_path / name)


def test_a_large_graph_is_taken_apart_with_the_same_result(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shacl, "WHOLE", 10**9)
    data = "".join(broken(twin) for twin in twins()[::4] if not is_cut(*split(broken(twin))))
    whole = validate(data, "fast")
    assert len(whole.violations) > 50
    monkeypatch.setattr(shacl, "WHOLE", 10)
    assert set(validate(data, "fast").violations) == set(whole.violations)


def test_a_part_of_an_article_under_a_foreign_iri_keeps_the_graph_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    """Taken apart, the time would be checked without the claim and the date that make it wrong."""
    monkeypatch.setattr(shacl, "WHOLE", 10)
    twin = next(twin for twin in twins() if twin.fires[0][0] == "time-not-publication")
    data = broken(twin).replace("/claim/A/new>", "/elsewhere>")
    assert any("time-not-publication" in found.shape for found in validate(data, "fast").violations)


def test_an_event_that_an_article_describes_itself_is_checked_with_it() -> None:
    """Shapes about events are spared with articles that only mention some, not with one that has an instance."""
    event = "<http://example.org/event/own>"
    article = f"{event} <{RDF.type}> <https://w3id.org/eventwire/ontology#DroneStrike> .\n"
    shapes = {constraint(found)[0] for found in validate_edition([article], "", "fast").violations}
    assert shapes == {"event-label", "event-claimed", "event-class-fact"}


def test_targets_know_the_classes_below_them() -> None:
    ew = "https://w3id.org/eventwire/ontology#"
    assert f"<{ew}DroneStrike>" in engines.targets()[f"<{ew}Event>"]
    assert engines.targets()[f"<{ew}Claim>"] == {f"<{ew}Claim>"}
