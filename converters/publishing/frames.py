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

_TYPE, _CLAIM, _PASSAGE = name("rdf:type"), name("ew:Claim"), name("ew:Passage")
_ARTICLE, _SOURCE, _ABOUT = name("ew:inArticle"), name("oa:hasSource"), name("ew:about")


class Told:
    """An article's chunk, taken apart for the views. Each view omits the property that its own nesting says."""

    def __init__(self, chunk: Chunk, compactor: Compactor) -> None:
        self.compactor = compactor
        self.article, *others = chunk.nodes
        self.claims = [node for node in others if is_a(node, _CLAIM)]
        self.parts = {node.iri: node for node in others if not is_a(node, _CLAIM)}
        self._passages: dict[str, str] = {}

    def by_article(self) -> dict[str, list[str]]:
        """Under `claims` and `passages` what belongs to the article (those passages that no claim rests on)."""
        seen: set[str] = set()
        claims = [self._tree(claim, seen, _ARTICLE) for claim in self.claims]
        passages = [part for part in self.parts.values() if part.iri not in seen and is_a(part, _PASSAGE)]
        return {"claims": claims, "passages": [self._tree(passage, seen, _SOURCE) for passage in passages]}

    def by_event(self) -> Iterator[tuple[str, str]]:
        """Each claim with all that it is made of, as it stands under its event."""
        return ((claim.iri, self._tree(claim, set(), _ABOUT)) for claim in self.claims)

    def _tree(self, node: Node, seen: set[str], less: str | None = None) -> str:
        """A node with those parts inside it that it is the first to speak of."""

        def embed(iri: str) -> str | None:
            part = None if iri in seen else self.parts.get(iri)
            if part is None:
                return None
            seen.add(iri)
            return self._passage(part) if is_a(part, _PASSAGE) else self._tree(part, seen)

        return self.compactor.text(node, embed, less)

    def _passage(self, node: Node) -> str:
        """A passage with its selector, which nothing else speaks of: the same wherever it is embedded."""
        known = self._passages.get(node.iri)
        if known is None:
            known = self._passages[node.iri] = self._tree(node, {node.iri})
        return known


def is_a(node: Node, kind: str) -> bool:
    return (_TYPE, kind) in node.properties
