"""Framed views: everything an article tells, and everything that is said about an event, each as one object.

Each view states nothing that the graph does not state, and loses nothing of what it frames: a node is embedded where it
is first spoken of, later ones refer to it.
"""

from collections.abc import Iterable, Mapping
from typing import Any

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


def by_article(chunk: Chunk, compactor: Compactor) -> tuple[dict[str, Json], dict[str, list[Json]]]:
    """The article, and under `claims` and `passages` what belongs to it (those passages that no claim rests on)."""
    article, *others = chunk.nodes
    waiting = {node.iri: node for node in others}
    claims = [waiting.pop(node.iri) for node in others if is_a(node, _CLAIM)]
    told = [tree(without(claim, "ew:inArticle"), waiting, compactor) for claim in claims]
    rest = [node for node in others if node.iri in waiting and is_a(node, _PASSAGE)]
    mentioned = [tree(without(waiting.pop(node.iri), "oa:hasSource"), waiting, compactor) for node in rest]
    return compactor.node(article), {"claims": told, "passages": mentioned}


def by_event(
    event: Node, stories: Iterable[Iterable[Node]], compactor: Compactor
) -> tuple[dict[str, Json], dict[str, list[Json]]]:
    """The event, and under `claims` what is said about it. A story is a claim and all that it is made of."""
    claims = []
    for claim, *parts in stories:
        waiting = {node.iri: node for node in parts}
        claims.append(tree(without(claim, "ew:about"), waiting, compactor))
    return compactor.node(event), {"claims": claims}


def tree(node: Node, waiting: dict[str, Node], compactor: Compactor) -> dict[str, Any]:
    """A node with the waiting nodes it speaks of inside it; they wait no longer."""

    def embed(iri: str) -> Json:
        return tree(waiting.pop(iri), waiting, compactor) if iri in waiting else None

    return compactor.node(node, embed)


def without(node: Node, prefixed: str) -> Node:
    """The node less the property that the view's own nesting says."""
    predicate = name(prefixed)
    return Node(node.iri, tuple(pair for pair in node.properties if pair[0] != predicate))


def is_a(node: Node, kind: str) -> bool:
    return (_TYPE, kind) in node.properties
