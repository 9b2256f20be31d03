"""Every constraint of `shapes/` fires on its invalid twin, alone, and in both engines; none fires on the valid one."""

from typing import get_args

import pyoxigraph as ox
import pytest
from pyshacl.helper.path_helper import shacl_path_to_sparql_path
from pyshacl.shapes_graph import ShapesGraph
from rdflib import BNode, Graph, URIRef
from rdflib.collection import Collection
from rdflib.namespace import RDF, RDFS, SH

from converters.linking.model import LinkState
from converters.namespaces import PREFIXES
from converters.reading.model import Basis, Bound, MentionKind, Modality, Polarity, Precision, Stance, Status
from converters.resources import resource
from converters.validation.engines import background, shapes
from converters.validation.model import Violation
from converters.validation.shacl import validate
from tests.shapes.twins import SHAPES, Constraint, Twin, base_graph, constraint, results, twins

PARAMETERS = {
    SH[name[0].lower() + name[1:]]: name
    for name in (
        "MinCount", "MaxCount", "Datatype", "Class", "In", "Pattern", "NodeKind", "LessThan", "LessThanOrEquals",
        "MinInclusive", "MaxInclusive", "MinLength", "QualifiedMinCount", "QualifiedMaxCount", "UniqueLang", "Sparql",
        "Or", "Xone", "Equals",
    )
}  # fmt: skip
NOT_CONSTRAINTS = {
    RDF.type, SH.path, SH.message, SH.severity, SH.property, SH.targetClass, SH.targetObjectsOf, SH.targetSubjectsOf,
    SH.qualifiedValueShape,
}  # fmt: skip


@pytest.fixture(scope="module", params=["fast", "reference"])
def found(request: pytest.FixtureRequest) -> dict[str, set[Violation]]:
    """What the engine finds in each broken graph, by the twin's name."""
    return results(request.param)


def shapes_graph() -> Graph:
    return Graph().parse(data=shapes(), format="nt")


def named_shapes(graph: Graph) -> list[URIRef]:
    kinds = (SH.NodeShape, SH.PropertyShape)
    return sorted(shape for kind in kinds for shape in graph.subjects(RDF.type, kind) if isinstance(shape, URIRef))


def constraints() -> list[Constraint]:
    """All constraints of all shapes; a shape that says something unknown to this test is an error of the test."""
    graph = shapes_graph()
    found = []
    for shape in named_shapes(graph):
        for parameter in set(graph.predicates(shape)) - NOT_CONSTRAINTS:
            component = PARAMETERS[parameter]
            found.append((shape.removeprefix(SHAPES), "SPARQL" if component == "Sparql" else component))
    return sorted(found)


@pytest.mark.parametrize("twin", twins(), ids=lambda twin: f"{twin.name}-{'-'.join(twin.fires[0])}")
def test_the_invalid_twin_breaks_its_constraint_alone(twin: Twin, found: dict[str, set[Violation]]) -> None:
    assert {constraint(violation) for violation in found[twin.name]} == set(twin.fires)


@pytest.mark.parametrize("engine", ["fast", "reference"])
def test_the_valid_twin_breaks_nothing(engine: str) -> None:
    assert validate(base_graph(), engine).violations == ()  # type: ignore[arg-type]


def test_both_engines_give_the_same_results_down_to_values_and_messages() -> None:
    assert results("fast") == results("reference")


def test_every_constraint_has_an_invalid_twin() -> None:
    assert {twin.fires[0] for twin in twins()} == set(constraints())
    assert len(constraints()) > 180


def test_the_valid_twin_has_what_every_constraint_is_about() -> None:
    """A base graph without the target or the path would satisfy a constraint by having nothing to check."""
    graph, base = shapes_graph(), Graph().parse(data=base_graph() + background(), format="nt")
    parents = {prop: node for node, prop in graph.subject_objects(SH.property)}
    missing = []
    for shape in named_shapes(graph):
        target = parents.get(shape, shape)
        path = graph.value(shape, SH.path)
        forbidden = graph.value(shape, SH.maxCount) is not None and int(str(graph.value(shape, SH.maxCount))) == 0
        nodes = set(targets(graph, base, target))
        if not nodes or (
            path and not forbidden and not any(leads_somewhere(graph, base, node, path) for node in nodes)
        ):
            missing.append(shape)
    assert missing == []


def leads_somewhere(graph: Graph, base: Graph, node: URIRef, path: URIRef | BNode) -> bool:
    """Whether a path of the shapes (SHACL 2.3.1) has a value in `base` at that node."""
    return bool(
        base.query(f"ASK {{ {node.n3()} {shacl_path_to_sparql_path(ShapesGraph(graph), path)} ?value }}").askAnswer
    )


def targets(graph: Graph, base: Graph, shape: URIRef) -> list[URIRef]:
    """The nodes of `base` that a shape is about (SHACL 2.1.3)."""
    roots = graph.objects(shape, SH.targetClass)
    classes = [cls for root in roots for cls in base.transitive_subjects(RDFS.subClassOf, root)]
    instances = [node for cls in classes for node in base.subjects(RDF.type, cls)]
    subjects = [node for path in graph.objects(shape, SH.targetSubjectsOf) for node in base.subjects(path)]
    objects = [node for path in graph.objects(shape, SH.targetObjectsOf) for node in base.objects(None, path)]
    return [*instances, *subjects, *objects]


def test_every_constraint_has_an_iri_and_says_what_to_do() -> None:
    graph = shapes_graph()
    assert [s for s in graph.subjects(SH.property / SH.path) if not isinstance(s, URIRef)] == []
    for shape in named_shapes(graph):
        assert str(shape).startswith(SHAPES)
        messages = [*graph.objects(shape, SH.message), *graph.objects(shape, SH.sparql / SH.message)]
        assert len(messages) == 1, shape
        assert len(set(graph.objects(shape, SH.sparql))) <= 1, shape


@pytest.mark.parametrize(
    ("shape", "prefix", "words"),
    [
        ("claim-modality", "modality", Modality),
        ("claim-polarity", "polarity", Polarity),
        ("claim-status", "status", Status),
        ("voice-stance", "stance", Stance),
        ("time-precision", "precision", Precision),
        ("time-basis", "basis", Basis),
        ("quantity-bound", "bound", Bound),
        ("passage-mention-kind", "mention", MentionKind),
        ("link-state", "link", LinkState),
    ],
)
def test_a_closed_vocabulary_is_the_one_of_the_model(shape: str, prefix: str, words: object) -> None:
    graph = shapes_graph()
    allowed = Collection(graph, graph.value(URIRef(SHAPES + shape), SH["in"]))
    assert {str(term).split("#")[1] for term in allowed} == {f"{prefix}-{word}" for word in get_args(words)}


def test_the_roles_are_those_of_the_ontology() -> None:
    graph = shapes_graph()
    vocabulary = ox.Store()
    vocabulary.load(path=resource("ontology", "modules", "vocabularies.ttl"))
    roles = vocabulary.query(f"SELECT ?role {{ ?role <{PREFIXES['skos']}inScheme> <{PREFIXES['ew']}Roles> }}")
    allowed = Collection(graph, graph.value(URIRef(SHAPES + "role-name"), SH["in"]))
    assert {str(term) for term in allowed} == {solution["role"].value for solution in roles}  # type: ignore[union-attr]
