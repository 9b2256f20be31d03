"""What follows from the data: owlrl is the oracle, the rules and every way of cutting the data must agree with it."""

from collections import defaultdict
from itertools import chain
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rdflib import Graph

from converters.errors import BadData
from converters.graph import inference, inference_fast, inference_reference
from converters.graph.inference import infer
from converters.graph.inference_axioms import axioms, ontology, read
from converters.graph.nodes import Node
from converters.settings import Engine

HERE = Path(__file__).parent
TOY = "http://example.org/toy#"
TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
SAME_AS = "<http://www.w3.org/2002/07/owl#sameAs>"
BASE = HERE.parent / "shapes" / "base.ttl"

Terms = tuple[str, str, str]
CLASSES = ("Boat", "Vessel", "Ship", "Red", "Blue", "Navy")
PROPERTIES = (
    "mooredAt", "locatedIn", "contains", "near", "beside", "tows", "towedBy", "pulls", "drags", "captainOf", "worksIn"
)  # fmt: skip


def toy() -> Graph:
    return read([HERE / "toy.ttl"])


def line(subject: str, predicate: str, value: str) -> str:
    """A statement; names with a capital are the toy ontology's, `a` is rdf:type, quoted values are literals."""

    def term(name: str) -> str:
        return name if name.startswith(('"', "<")) else f"<{TOY}{name}>"

    return f"{term(subject)} {TYPE if predicate == 'a' else term(predicate)} {term(value)} ."


def described(data: list[str]) -> list[Node]:
    """Lines of N-Triples as a part of a graph."""
    about: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for one in data:
        subject, predicate, value = one.removesuffix(" .").split(" ", 2)
        about[subject].append((predicate, value))
    return [Node(subject, tuple(pairs)) for subject, pairs in about.items()]


def inferred(parts: list[list[str]], engine: Engine, known: Graph | None = None) -> list[str]:
    """What follows from the lines of several parts."""
    return list(chain.from_iterable(infer(map(described, parts), engine, known)))


def follows(data: list[str], engine: Engine) -> set[str]:
    return set(inferred([data], engine, toy()))


def twin() -> list[str]:
    """The valid twin of all shapes."""
    return [f"{quad.triple} ." for quad in ox.parse(path=BASE)]


def nodes(prefix: str) -> st.SearchStrategy[str]:
    return st.integers(0, 4).map(lambda number: f"{prefix}{number}")


def statements(prefix: str, others: st.SearchStrategy[str]) -> st.SearchStrategy[list[str]]:
    """Random statements about the nodes of one article (or the shared ones), with objects among `others`."""
    typed = st.builds(line, nodes(prefix), st.just("a"), st.sampled_from(CLASSES))
    linked = st.builds(line, nodes(prefix), st.sampled_from(PROPERTIES), others)
    coloured = st.builds(line, nodes(prefix), st.just("colour"), st.sampled_from(["red", "blue"]))
    named = st.builds(line, nodes(prefix), st.just("name"), st.sampled_from(['"1.0"', '"x"@en', '"a . b"']))
    return st.lists(st.one_of(typed, linked, linked, coloured, named), max_size=12)


ANY = st.one_of(nodes("s"), nodes("p"), nodes("q"))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(first=statements("p", ANY), second=statements("q", ANY), shared=statements("s", ANY))
def test_rules_article_by_article_give_what_owlrl_gives_at_once(
    first: list[str], second: list[str], shared: list[str]
) -> None:
    everything = follows([*first, *second, *shared], "reference")
    by_article = inferred([first, second, shared], "fast", toy())
    assert set(by_article) == everything
    assert len(by_article) == len(set(by_article)), "a statement was given twice"


@pytest.mark.parametrize("engine", ["reference", "fast"])
@pytest.mark.parametrize(
    ("stated", "derived"),
    [
        ([("x", "a", "Boat")], [("x", "a", "Vessel"), ("x", "a", "Ship"), ("x", "a", "Thing")]),
        ([("x", "a", "Ship")], [("x", "a", "Vessel"), ("x", "a", "Thing")]),
        ([("x", "a", "Red")], [("x", "colour", "red")]),
        ([("x", "colour", "blue")], [("x", "a", "Blue")]),
        ([("x", "a", "Navy")], [("x", "a", "Blue"), ("x", "colour", "blue")]),
        ([("x", "beside", "y")], [("x", "near", "y"), ("y", "near", "x"), ("x", "a", "Thing"), ("y", "a", "Thing")]),
        ([("x", "towedBy", "y")], [("y", "tows", "x"), ("y", "pulls", "x"), ("y", "drags", "x")]),
        ([("x", "drags", "y")], [("x", "pulls", "y")]),
        (
            [("x", "locatedIn", "y"), ("z", "contains", "y")],
            [("y", "locatedIn", "z"), ("x", "locatedIn", "z"), ("y", "contains", "x"), ("z", "contains", "x")],
        ),
        ([("x", "captainOf", "y"), ("y", "locatedIn", "z")], [("x", "worksIn", "z"), ("z", "contains", "y")]),
        ([("x", "name", '"1.0"')], [("x", "called", '"1.0"'), ("x", "a", "Thing")]),
        ([("red", "near", "x")], [("x", "near", "red"), ("x", "a", "Thing")]),
    ],
    ids=str,
)
def test_each_kind_of_axiom(stated: list[Terms], derived: list[Terms], engine: Engine) -> None:
    assert follows([line(*one) for one in stated], engine) == {line(*one) for one in derived}


@pytest.mark.parametrize("engine", ["reference", "fast"])
def test_an_identity_link_copies_nothing(engine: Engine) -> None:
    stated = [line("x", "a", "Boat"), f"<{TOY}x> {SAME_AS} <http://www.wikidata.org/entity/Q1> ."]
    assert follows(stated, engine) == follows(stated[:1], engine)


def test_a_transitive_relation_holds_over_three_parts() -> None:
    parts = [[line("p", "locatedIn", "q")], [line("q", "mooredAt", "s")], [line("s", "locatedIn", "t")]]
    found = inferred(parts, "fast", toy())
    assert line("p", "locatedIn", "t") in found
    assert line("t", "contains", "p") in found


def test_both_engines_agree_on_the_valid_twin_under_the_real_ontology() -> None:
    reference, fast = (set(inferred([twin()], engine)) for engine in ("reference", "fast"))
    assert reference == fast
    assert f"<http://example.org/event/recapture> {TYPE} <https://w3id.org/eventwire/ontology#MilitaryAction> ." in fast
    assert not fast & set(twin())


def test_nothing_merely_claimed_becomes_a_fact_by_inference() -> None:
    """The safety rule outlives inference: an event without a stated class gets none but that of every event."""
    event, kinds = "<http://example.org/event/sinking>", set()
    for one in inferred([twin()], "fast"):
        if one.startswith(f"{event} {TYPE} <https://w3id.org/eventwire/"):
            kinds.add(one)
    assert kinds == set()


@pytest.mark.parametrize(
    "axiom",
    [
        ":p a owl:FunctionalProperty .",
        ":C owl:unionOf ( :A :B ) .",
        ":C rdfs:subClassOf [ owl:onProperty :p ; owl:someValuesFrom :D ] .",
        ":C rdfs:subClassOf [ owl:onProperty :p ; owl:hasValue 1 ] .",
    ],
)
def test_an_axiom_that_no_rule_covers_is_refused(axiom: str) -> None:
    prefixes = "".join(
        f"@prefix {name}: <{iri}> .\n"
        for name, iri in {
            "": TOY,
            "owl": "http://www.w3.org/2002/07/owl#",
            "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        }.items()
    )
    with pytest.raises(BadData, match="inference rules know"):
        axioms(Graph().parse(data=prefixes + axiom, format="turtle"))


def test_our_ontology_is_within_what_the_rules_know() -> None:
    known = axioms(ontology())
    ew = "https://w3id.org/eventwire/ontology#"
    assert (f"{ew}DroneStrike", f"{ew}Event") in known.types
    assert (f"{ew}denies", f"{ew}relatesTo") in known.straight
    assert f"{ew}partOf" in known.transitive


@pytest.mark.parametrize(("size", "engine"), [(10, "reference"), (inference.REFERENCE_BELOW, "fast")])
def test_auto_chooses_by_size(size: int, engine: str, monkeypatch: pytest.MonkeyPatch) -> None:
    chosen = []
    monkeypatch.setattr(inference_reference, "derive", lambda *_: chosen.append("reference") or set())
    monkeypatch.setattr(inference_fast, "derive", lambda *_: chosen.append("fast") or [])
    inferred([[line(f"x{number}", "near", "y")] for number in range(size)], "auto", toy())
    assert chosen == [engine]
