"""From an edition to the graph, chunk by chunk: articles by stem, events and entities, the ledger, provenance.

Nothing here keeps more than one chunk; `to_dataset` is for people and tests.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from rdflib import Dataset

from converters.articles.model import Span
from converters.fusion.model import ClaimRef, Edition
from converters.graph.articles import article_node, mentions, passage_nodes
from converters.graph.claims import Related, claim_nodes, claim_spans
from converters.graph.entities import entity_nodes, identities
from converters.graph.events import disputed_matters, event_iri, event_node, told_effects
from converters.graph.history import Earlier, history_nodes
from converters.graph.instants import instant_node, instants
from converters.graph.ledger import Ledger
from converters.graph.naming import Names, name_readings
from converters.graph.nodes import Chunk, Node
from converters.graph.origins import origin_nodes
from converters.graph.provenance import Origin, provenance_nodes
from converters.graph.terms import iri
from converters.iris import Iris
from converters.linking.model import Identity

SLICE = 1000
"""Events, or entities, in one chunk."""


@dataclass(frozen=True, slots=True)
class Assembly:
    """An edition with everything in it named, ready to be stated."""

    edition: Edition
    iris: Iris
    origin: Origin
    readings: tuple[Names, ...]
    related: dict[ClaimRef, Related]
    identities: dict[str, Identity]
    earlier: Earlier | None = None


def prepare(edition: Edition, iris: Iris, origin: Origin, earlier: Earlier | None = None) -> Assembly:
    """Names everything; `earlier` is the release before. Raises ValueError if claims and events do not fit together."""
    readings = name_readings(edition, iris)
    stated = _stated(edition, readings, iris)
    return Assembly(edition, iris, origin, readings, stated, identities(readings), earlier)


def chunks(assembly: Assembly) -> Iterator[Chunk]:
    """All of the graph, in an order that follows from content alone."""
    iris = assembly.iris
    ledger = Ledger(iri(iris.graph("ledger")))
    for chunk in article_chunks(assembly):
        ledger.hear(chunk)
        yield chunk
    yield from event_chunks(assembly)
    for chunk in entity_chunks(assembly):
        ledger.learn(chunk)
        yield chunk
    yield from ledger.chunks()
    yield from history_chunks(assembly)
    made = tuple(provenance_nodes(iris, [assembly.readings[i] for i in by_stem(assembly)], assembly.origin))
    yield Chunk(iri(iris.graph("provenance")), "provenance", "where the data comes from", made)


def by_stem(assembly: Assembly) -> list[int]:
    """Positions of the articles, in the order of every file of a release."""
    articles = [names.article_value for names in assembly.readings]
    return sorted(range(len(articles)), key=lambda i: (articles[i].stem, articles[i].digest))


def article_chunks(assembly: Assembly) -> Iterator[Chunk]:
    for position in by_stem(assembly):
        yield article_chunk(assembly, position)


def article_chunk(assembly: Assembly, position: int) -> Chunk:
    """One article: its claims in the order of the text, each with its parts and passages behind it."""
    names = assembly.readings[position]
    article = names.article_value
    nodes = {node.iri: node for node in (article_node(names), *_told(assembly, position))}
    return Chunk(
        graph=names.graph,
        kind="article",
        title=f"{article.stem}, {article.published or 'no date'}",
        nodes=tuple(nodes.values()),
        context=tuple(_surroundings(assembly, position)),
        remarks={iri: _remark(names, number) for number, iri in enumerate(names.claims)},
        prefixes=tuple((kind, f"{assembly.iris.base}{kind}/{article.digest[:16]}/") for kind in ("claim", "passage")),
    )


def event_chunks(assembly: Assembly) -> Iterator[Chunk]:
    """Slices of events by IRI."""
    readings, events = assembly.readings, assembly.edition.events
    ordered = sorted(events, key=lambda event: event_iri(event, readings))
    effects, disputed = told_effects(readings), disputed_matters(assembly.edition)
    for start in range(0, len(ordered), SLICE):
        part = ordered[start : start + SLICE]
        nodes = tuple(event_node(event, readings, effects, disputed) for event in part)
        yield Chunk(iri(assembly.iris.graph("events")), "events", "events", nodes)


def entity_chunks(assembly: Assembly) -> Iterator[Chunk]:
    """Slices of entities by IRI, then the origins of claims and the instants."""
    graph = iri(assembly.iris.graph("events"))
    ordered = list(assembly.identities.items())
    for start in range(0, len(ordered), SLICE):
        nodes = [node for entity, what in ordered[start : start + SLICE] for node in entity_nodes(entity, what)]
        yield Chunk(graph, "entities", "entities", tuple(nodes))
    origins = tuple(origin_nodes(assembly.edition, assembly.iris))
    if origins:
        yield Chunk(graph, "origins", "where claims come from", origins)
    values = set[str]().union(*(instants(names.linked.reading.claims) for names in assembly.readings))
    if values:
        yield Chunk(graph, "instants", "days and times", tuple(instant_node(assembly.iris, v) for v in sorted(values)))


def history_chunks(assembly: Assembly) -> Iterator[Chunk]:
    """What became of the events of the earlier release, if there is one and anything became of them."""
    if assembly.earlier is None:
        return
    events = {
        claim: names.events[told.event]
        for names in assembly.readings
        for claim, told in zip(names.claims, names.linked.reading.claims, strict=True)
    }
    if nodes := tuple(history_nodes(assembly.earlier, events)):
        yield Chunk(iri(assembly.iris.graph("history")), "history", "what became of earlier events", nodes)


def claim_story(assembly: Assembly, reference: ClaimRef, told: set[Span]) -> Iterator[Node]:
    """A claim, its parts, and the passages that they rest on, but for those that are `told`; afterwards all are."""
    position, number = reference
    names = assembly.readings[position]
    yield from claim_nodes(names, number, assembly.related.get(reference, ()))
    for span in claim_spans(names.linked.reading.claims[number]):
        if span not in told:
            told.add(span)
            yield from passage_nodes(names, span)


def shared(assembly: Assembly) -> str:
    """Events, entities and instants as N-Triples: what articles speak of, for validation and inference."""
    return "".join(chunk.ntriples() for part in (event_chunks, entity_chunks) for chunk in part(assembly))


def to_dataset(assembly: Assembly) -> Dataset:
    """All named graphs in rdflib, for people; releases are written without it."""
    dataset = Dataset()
    dataset.parse(data=b"".join(chunk.nquads() for chunk in chunks(assembly)), format="nquads")
    return dataset


def _told(assembly: Assembly, position: int) -> Iterator[Node]:
    """Claims, and passages that no claim rests on but that stand for an entity."""
    names = assembly.readings[position]
    claims = names.linked.reading.claims
    told: set[Span] = set()
    for number in sorted(range(len(claims)), key=lambda n: (_place(claims[n].trigger), claims[n].type, n)):
        yield from claim_story(assembly, (position, number), told)
    for span in sorted(mentions(names).keys() - told, key=_place):
        yield from passage_nodes(names, span)


def _place(span: Span) -> tuple[int, int]:
    """What spans are ordered by, cheaper to compare than they are."""
    return span.start, span.end


def _remark(names: Names, number: int) -> str:
    claim = names.linked.reading.claims[number]
    return f"{claim.type}: {claim.trigger.of(names.article_value.body)}"


def _surroundings(assembly: Assembly, position: int) -> Iterator[Node]:
    """The entities, without why they are linked, and the instants that the article speaks of."""
    names = assembly.readings[position]
    for entity in sorted({*names.entities, names.publisher}):
        yield entity_nodes(entity, assembly.identities[entity])[0]
    for value in sorted(instants(names.linked.reading.claims)):
        yield instant_node(assembly.iris, value)


def _property(relation: str) -> str:
    """`cannot_verify` becomes `ew:cannotVerify`."""
    first, *rest = relation.split("_")
    return f"ew:{first}{''.join(map(str.capitalize, rest))}"


def _stated(edition: Edition, readings: tuple[Names, ...], iris: Iris) -> dict[ClaimRef, Related]:
    """What the edition says of a claim: relations to others, where it is from."""
    found: dict[ClaimRef, set[tuple[str, str]]] = {}
    for relation in edition.relations:
        other = readings[relation.b[0]].claims[relation.b[1]]
        stated = _property(relation.relation), *(f"ew:contradicts{matter.capitalize()}" for matter in relation.matters)
        found.setdefault(relation.a, set()).update((one, other) for one in stated)
    for reference, origin in edition.origins.items():
        here = found.setdefault(reference, set())
        here.add(("prov:hadPrimarySource", iri(iris.origin(origin.source))))
        if origin.copied:
            here.add(("prov:wasQuotedFrom", readings[origin.copied[0]].claims[origin.copied[1]]))
    return {reference: tuple(sorted(told)) for reference, told in found.items()}
