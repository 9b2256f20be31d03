"""The service description of /sparql (SPARQL 1.1 Service Description), with counts."""

from converters.graph.nodes import Node
from converters.graph.terms import integer, iri, text
from converters.serving.media import RDF, RESULTS
from converters.serving.site import Opened
from converters.serving.vocabulary import term
from converters.serving.writing import DEFAULT, Description

MOST_GRAPHS = 1000
"""Named graphs that are listed; of more than these only the largest."""

_FORMATS = {
    "turtle": "Turtle",
    "trig": "TriG",
    "nquads": "N-Quads",
    "ntriples": "N-Triples",
    "jsonld": "JSON-LD",
    "rdfxml": "RDF_XML",
    "json": "SPARQL_Results_JSON",
    "xml": "SPARQL_Results_XML",
    "csv": "SPARQL_Results_CSV",
    "tsv": "SPARQL_Results_TSV",
}
"""Local names below http://www.w3.org/ns/formats/."""

Statements = list[tuple[str, str]]


def describe(opened: Opened, endpoint: str) -> Description:
    """The description of the endpoint at the URL `endpoint`, whose parts are named by fragments of it."""
    counts = opened.statistics
    dataset, default = iri(f"{endpoint}#dataset"), iri(f"{endpoint}#default-graph")
    service: Statements = [
        (term("rdf:type"), term("sd:Service")),
        (term("sd:endpoint"), iri(endpoint)),
        (term("sd:supportedLanguage"), term("sd:SPARQL11Query")),
        (term("sd:feature"), term("sd:UnionDefaultGraph")),
        *((term("sd:resultFormat"), term(f"formats:{_FORMATS[one.writer]}")) for one in (*RESULTS, *RDF)),
        (term("sd:defaultDataset"), dataset),
        (term("sd:availableGraphs"), iri(f"{endpoint}#available")),
    ]
    largest = sorted(sorted(counts.graphs, key=lambda graph: -counts.graphs[graph])[:MOST_GRAPHS])
    named = {graph: iri(f"{endpoint}#graph-{number}") for number, graph in enumerate(largest)}
    listed: Statements = [(term("sd:namedGraph"), node) for node in named.values()]
    nodes = [
        Node(iri(endpoint), tuple(service)),
        Node(
            dataset,
            (
                (term("rdf:type"), term("sd:Dataset")),
                (term("dcterms:title"), text(f"eventwire release {opened.loaded.version}", "en")),
                (term("sd:defaultGraph"), default),
                *listed,
            ),
        ),
        Node(iri(f"{endpoint}#available"), ((term("rdf:type"), term("sd:GraphCollection")), *listed)),
        _graph(default, counts.triples, (term("void:distinctSubjects"), integer(counts.subjects))),
    ]
    for graph, node in named.items():
        nodes.append(_named(node, graph, iri(f"{node[1:-1]}-content")))
        nodes.append(_graph(iri(f"{node[1:-1]}-content"), counts.graphs[graph]))
    return Description("SPARQL service description", opened.loaded.base, {DEFAULT: tuple(nodes)})


def _named(node: str, graph: str, content: str) -> Node:
    return Node(
        node,
        ((term("rdf:type"), term("sd:NamedGraph")), (term("sd:name"), iri(graph)), (term("sd:graph"), content)),
    )


def _graph(node: str, triples: int, *more: tuple[str, str]) -> Node:
    return Node(node, ((term("rdf:type"), term("sd:Graph")), (term("void:triples"), integer(triples)), *more))
