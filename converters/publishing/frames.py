"""Framed views: everything an article tells, and everything that is said about an event, each as one object.

Each view states nothing that the graph does not state, and loses nothing of what it frames: a node is embedded where it
is first spoken of, later ones refer to it.
"""

from collections.abc import Iterator, Mapping

from converters.graph.nodes import Chunk, Node
from converters.graph.terms import name
from converters.publishing.jsonld import Compactor, Json

BY_ARTICLE: Mapping[str, Json] = {
    "claims": {"@reverse": "ew:inArticle", "@type": "@id"},
    "passages": {"@reverse": "oa:hasSource", "@type": "@id"},
}
BY_EVENT: Mapping[str, Json] = {"claims": {"@reverse": "ew:about", "@type": "@id"}}
"""Terms that a view adds to the context."""

_CLAIM, _PASSAGE = name("ew:Claim"), name("ew:Passage")
_ARTICLE, _SOURCE, _ABOUT = name("ew:inArticle"), name("oa:hasSource"), name("ew:about")


class Told:
    """An article's chunk, taken apart for the views. Each view omits the property that its own nesting says."""

    def __init__(self, chunk: Chunk, compactor: Compactor, texts: Mapping[str, str]) -> None:
        """`texts` are the nodes as objects that only refer to each other, by IRI."""
        self.compactor = compactor
        self.article, *others = chunk.nodes
        self.claims = [node for node in others if node.kind == _CLAIM]
        self.passages = [node for node in others if node.kind == _PASSAGE]
        self.parts = {node.iri: node for node in others if node.kind != _CLAIM}
        self._links = {node.iri: self._linked(node) for node in others}
        self._same = {iri: texts[iri] for iri in self.parts if not self._links[iri]}
        """What is the same wherever it is: nodes without parts, and passages, as nothing else has their selector."""
        self._same.update([(node.iri, self._tree(node, {node.iri})) for node in self.passages])

    def by_article(self) -> dict[str, list[str]]:
        """Under `claims` and `passages` what belongs to the article (those passages that no claim rests on)."""
        seen: set[str] = set()
        claims = [self._tree(claim, seen, _ARTICLE) for claim in self.claims]
        passages = [self._tree(node, seen, _SOURCE) for node in self.passages if node.iri not in seen]
        return {"claims": claims, "passages": passages}

    def by_event(self) -> Iterator[tuple[str, str]]:
        """Each claim with all that it is made of, as it stands under its event."""
        return ((claim.iri, self._tree(claim, set(), _ABOUT)) for claim in self.claims)

    def _tree(self, node: Node, seen: set[str], less: str | None = None) -> str:
        """A node with those parts inside it that it is the first to speak of."""
        pairs = list(self.compactor.pairs(node))
        for place, part in self._links[node.iri]:
            if part not in seen:
                seen.add(part)
                pairs[place] = pairs[place][0], self._same.get(part) or self._tree(self.parts[part], seen)
        if less is not None:
            pairs = [pair for pair, (predicate, _) in zip(pairs, node.properties, strict=True) if predicate != less]
        return self.compactor.object(node.iri, pairs)

    def _linked(self, node: Node) -> list[tuple[int, str]]:
        """The parts that a node speaks of, with the places of those statements."""
        return [(place, value) for place, (_, value) in enumerate(node.properties) if value in self.parts]
