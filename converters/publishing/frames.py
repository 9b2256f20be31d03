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
    """An article's chunk, taken apart for the views. Each view omits the property that its own nesting says.

    A part is put where the text of a node refers to it. No other string of an article reads like such a reference:
    the IRIs of its parts bear the hash of its text.
    """

    def __init__(self, chunk: Chunk, compactor: Compactor, texts: Mapping[str, str]) -> None:
        """`texts` are the nodes as objects that only refer to each other, by IRI."""
        self.compactor = compactor
        self.article, *others = chunk.nodes
        self.claims = [node for node in others if node.kind == _CLAIM]
        self.passages = [node for node in others if node.kind == _PASSAGE]
        parts = {node.iri for node in others if node.kind != _CLAIM}
        self._texts = dict(texts)
        self._parts = {iri: [value for _, value in pairs if value in parts] for iri, pairs in others}
        for node in self.passages:  # the same wherever they are, as nothing else has their selector
            self._texts[node.iri], self._parts[node.iri] = self._tree(node.iri, {node.iri}), []

    def by_article(self) -> dict[str, list[str]]:
        """Under `claims` and `passages` what belongs to the article (those passages that no claim rests on)."""
        seen: set[str] = set()
        claims = [self._less(_ARTICLE, claim, self._tree(claim.iri, seen)) for claim in self.claims]
        rest = [self._less(_SOURCE, node, self._texts[node.iri]) for node in self.passages if node.iri not in seen]
        return {"claims": claims, "passages": rest}

    def by_event(self) -> Iterator[tuple[str, str]]:
        """Each claim with all that it is made of, as it stands under its event."""
        return ((claim.iri, self._less(_ABOUT, claim, self._tree(claim.iri, set()))) for claim in self.claims)

    def _tree(self, iri: str, seen: set[str]) -> str:
        """A node with those parts inside it that it is the first to speak of."""
        text = self._texts[iri]
        for part in self._parts[iri]:
            if part not in seen:
                seen.add(part)
                text = text.replace(self.compactor.references[part], self._tree(part, seen), 1)
        return text

    def _less(self, predicate: str, node: Node, text: str) -> str:
        """The text of a node without the one value of a property."""
        value = next(value for stated, value in node.properties if stated == predicate)
        return text.replace(f", {self.compactor.member(predicate, value)}", "", 1)
