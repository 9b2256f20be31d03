"""The ledger: how events and their properties stand, and what their counts come to, by the rules of `ontology/rules`.

The rules see the claims about some events at a time, each as its article states it, and the claims that speak of these.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from tempfile import SpooledTemporaryFile

from pyoxigraph import QueryTriples, RdfFormat, Store, serialize

from converters.graph.nodes import Chunk, Node, Property
from converters.graph.terms import name
from converters.resources import resource

CLAIMS = 2000
"""Claims that the rules look at together, about."""
HELD = 1 << 24
"""Bytes of claims that wait in memory; more wait on the disk."""

_CLAIM, _TYPE = name("ew:Claim"), name("rdf:type")
_PARTS = frozenset(map(name, ("ew:attributedTo", "ew:hasRole", "ew:hasTime", "ew:hasQuantity", "ew:inArticle")))
_ENDS = frozenset(map(name, ("time:hasBeginning", "time:hasEnd")))
_ORIGIN, _FROM, _SOURCE = name("ew:Origin"), name("prov:hadPrimarySource"), name("ew:source")
_COUNTRY = name("schema:addressCountry")
_SPOKEN = re.compile(rf" (?:{_SOURCE}|{name('ew:filler')}) (\S+) \.\n".encode())
"""A statement of who speaks, or who fills a role."""
_LINKS = frozenset(map(name, ("ew:denies", "ew:contradicts", "ew:verifies", "ew:cannotVerify")))
_READ = frozenset(
    {
        *_PARTS, *_ENDS, *_LINKS, _FROM, _SOURCE,
        *map(name, (
            "ew:about", "ew:eventClass", "ew:evidence",
            "ew:contradictsNumbers", "ew:contradictsParticipants", "ew:contradictsPlace",
            "ew:status", "ew:polarity", "ew:corroborates",
            "schema:datePublished", "ew:depth", "ew:stance", "ew:role", "ew:filler", "ew:precision",
            "time:inXSDDate", "ew:inDateTime", "ew:counted", "ew:value", "ew:low", "ew:high", "ew:unit",
        )),
    }
)  # fmt: skip
"""The properties that rules read."""


class Ledger:
    """Hears the chunks of all articles, then tells how the events in them stand."""

    def __init__(self, graph: str) -> None:
        self.graph = graph
        self._file = SpooledTemporaryFile(max_size=HELD)  # noqa: SIM115  closed when the last chunk is made
        self._places: dict[str, tuple[int, int]] = {}
        self._about: dict[str, list[str]] = defaultdict(list)
        self._answers: dict[str, list[str]] = defaultdict(list)
        self._from: dict[str, str] = {}
        self._origins: dict[str, str] = {}
        self._countries: dict[str, str] = {}

    def hear(self, article: Chunk) -> None:
        """Keeps what rules read of an article's claims."""
        nodes = {node.iri: node for node in chain(article.context, article.nodes)}
        start, told = self._file.tell(), dict[str, str]()
        for node in article.nodes:
            if node.kind == _CLAIM:
                text = _read(node, nodes, told).encode()
                self._file.write(text)
                self._places[node.iri] = start, len(text)
                start += len(text)
                self._index(node)

    def learn(self, shared: Chunk) -> None:
        """Keeps which country entities belong to, and the sources of origins."""
        for node in shared.nodes:
            said = dict(node.properties)
            if node.kind == _ORIGIN:
                self._origins[node.iri] = _statement(node.iri, _SOURCE, said[_SOURCE])
            elif _COUNTRY in said:
                self._countries[node.iri] = _statement(node.iri, _COUNTRY, said[_COUNTRY])

    def chunks(self) -> Iterator[Chunk]:
        """The entries, by event; to be called once, at the end."""
        for events in self._slices():
            claims = self._seen(events)
            origins = {self._from[claim] for claim in claims if claim in self._from}
            told = [*map(self._text, claims), *(self._origins[origin].encode() for origin in origins)]
            made = _entries(_apply((*told, *self._known(told))), events)
            if made:
                yield Chunk(self.graph, "ledger", "how events stand, by rule", made)
        self._file.close()

    def _index(self, claim: Node) -> None:
        for predicate, value in claim.properties:
            if predicate == name("ew:about"):
                self._about[value].append(claim.iri)
            elif predicate in _LINKS:
                self._answers[value].append(claim.iri)
            elif predicate == _FROM:
                self._from[claim.iri] = value

    def _slices(self) -> Iterator[frozenset[str]]:
        """Events in the order of their IRIs, some claims at a time."""
        events: list[str] = []
        size = 0
        for event in sorted(self._about):
            events.append(event)
            size += len(self._about[event])
            if size >= CLAIMS:
                yield frozenset(events)
                events, size = [], 0
        if events:
            yield frozenset(events)

    def _seen(self, events: Iterable[str]) -> set[str]:
        claims = {claim for event in events for claim in self._about[event]}
        return claims | {answer for claim in claims for answer in self._answers.get(claim, ())}

    def _known(self, told: Iterable[bytes]) -> Iterator[bytes]:
        """The countries of everybody who is spoken of."""
        spoken = {entity.decode() for text in told for entity in _SPOKEN.findall(text)}
        return (self._countries[iri].encode() for iri in sorted(spoken) if iri in self._countries)

    def _text(self, claim: str) -> bytes:
        start, length = self._places[claim]
        self._file.seek(start)
        return self._file.read(length)


def apply(store: Store) -> set[str]:
    """What all rules make of a store, each after the other, as lines of N-Triples; the store has it afterwards."""
    made: set[str] = set()
    for rule in rules().values():
        found = store.query(rule)
        if not isinstance(found, QueryTriples):
            raise TypeError("a rule is not a CONSTRUCT query")
        text = found.serialize(format=RdfFormat.N_TRIPLES) or b""
        store.load(text, RdfFormat.N_TRIPLES, lenient=True)
        made.update(text.decode().splitlines())
    return made


@cache
def rules() -> Mapping[str, str]:
    """The text of every rule by its name, in the order in which they are applied."""
    paths = sorted(resource("ontology", "rules").glob("*.rq"))
    return {path.stem.partition("-")[2]: path.read_text(encoding="utf-8") for path in paths}


def _apply(texts: Iterable[bytes]) -> set[str]:
    store = Store()
    store.load(_classes(), RdfFormat.N_TRIPLES)
    store.load(b"".join(texts), RdfFormat.N_TRIPLES, lenient=True)  # our own text: valid
    return apply(store)


@cache
def _classes() -> bytes:
    """The ontology's tree of classes, as N-Triples."""
    store = Store()
    for path in sorted(resource("ontology", "modules").glob("*.ttl")):
        store.load(path=path)
    above = name("rdfs:subClassOf")
    return serialize((q.triple for q in store if str(q.predicate) == above), format=RdfFormat.N_TRIPLES) or b""


def _read(claim: Node, nodes: Mapping[str, Node], told: dict[str, str]) -> str:
    """What rules read of a claim and of what it is made of, as N-Triples; `told` are the parts that are written."""
    return "".join(_lines(claim)) + "".join(
        _part(value, nodes, told) for predicate, value in claim.properties if predicate in _PARTS
    )


def _part(iri: str, nodes: Mapping[str, Node], told: dict[str, str]) -> str:
    if iri not in told:
        node = nodes[iri]
        ends = (_part(value, nodes, told) for predicate, value in node.properties if predicate in _ENDS)
        told[iri] = "".join((*_lines(node), *ends))
    return told[iri]


def _lines(node: Node) -> Iterator[str]:
    return (_statement(node.iri, predicate, value) for predicate, value in node.properties if predicate in _READ)


def _statement(subject: str, predicate: str, value: str) -> str:
    return f"{subject} {predicate} {value} .\n"


def _entries(made: Iterable[str], events: frozenset[str]) -> tuple[Node, ...]:
    """The entries about these events, by IRI."""
    found: dict[str, list[Property]] = defaultdict(list)
    for line in made:
        subject, predicate, value = line.removesuffix(" .").split(" ", 2)
        found[subject].append((predicate, value))
    own = sorted(iri for iri in found if f"{iri.partition('#')[0]}>" in events)
    return tuple(Node(iri, tuple(sorted(found[iri], key=_order))) for iri in own)


def _order(stated: Property) -> tuple[bool, Sequence[str]]:
    """The class first."""
    return stated[0] != _TYPE, stated
