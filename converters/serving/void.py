"""The dataset as VoID describes it, with counts."""

from collections.abc import Iterator

from converters.graph.nodes import Node
from converters.graph.terms import integer, iri, text
from converters.namespaces import EW, PREFIXES
from converters.serving.distributions import download_url
from converters.serving.model import Loaded
from converters.serving.statistics import Statistics
from converters.serving.vocabulary import said

_DUMP = "graph.nq"
_ENTITIES = ("Article", "Claim", "Event")
_NOT_VOCABULARIES = frozenset({"wd", "gn", "xsd", "rdf"})


def void_of(
    loaded: Loaded, counts: Statistics, examples: tuple[str, ...]
) -> Iterator[tuple[str, str | tuple[str, ...]]]:
    """What VoID says of the dataset: prefixed properties with their terms."""
    base, files = loaded.base, loaded.index["files"]
    yield from (
        ("void:sparqlEndpoint", iri(f"{base}sparql")),
        ("void:dataDump", tuple(iri(download_url(loaded, file)) for file in files if file["name"] == _DUMP)),
        ("void:uriSpace", text(base)),
        ("void:vocabulary", tuple(iri(PREFIXES[one]) for one in sorted(PREFIXES.keys() - _NOT_VOCABULARIES))),
        ("void:exampleResource", tuple(map(iri, examples))),
        ("void:triples", integer(counts.triples)),
        ("void:distinctSubjects", integer(counts.subjects)),
        ("void:distinctObjects", integer(counts.objects)),
        ("void:classes", integer(len(counts.classes))),
        ("void:properties", integer(len(counts.properties))),
        ("void:entities", integer(sum(counts.classes.get(str(EW[name]), 0) for name in _ENTITIES))),
        ("void:classPartition", tuple(iri(f"{base}#class-{n}") for n in range(len(counts.classes)))),
        ("void:propertyPartition", tuple(iri(f"{base}#property-{n}") for n in range(len(counts.properties)))),
    )


def partitions(base: str, counts: Statistics) -> Iterator[Node]:
    """How many instances each class has, and how many triples each property."""
    for n, (name, entities) in enumerate(counts.classes.items()):
        yield said(f"{base}#class-{n}", ("void:class", iri(name)), ("void:entities", integer(entities)))
    for n, (name, triples) in enumerate(counts.properties.items()):
        yield said(f"{base}#property-{n}", ("void:property", iri(name)), ("void:triples", integer(triples)))
