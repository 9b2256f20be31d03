"""Articles and their passages."""

from functools import lru_cache

from converters.articles.model import Span
from converters.graph.naming import Names
from converters.graph.nodes import Node, node
from converters.graph.terms import day, integer, name, text

LANGUAGE = "en"
"""The language of the lexicon, and so of every article that can be read."""


def article_node(names: Names) -> Node:
    """The article: what identifies it, not its text, which is not republished."""
    article = names.article_value
    return node(
        names.article,
        "ew:Article",
        ("dcterms:identifier", text(article.stem)),
        ("schema:datePublished", day(article.published) if article.published else None),
        ("schema:inLanguage", text(LANGUAGE)),
        ("schema:publisher", names.publisher if names.linked.reading.publisher is not None else None),
        ("ew:sha256", text(article.digest)),
        ("ew:bodyLength", integer(len(article.body))),
    )


def passage_nodes(names: Names, span: Span) -> tuple[Node, Node]:
    """A passage, and one selector that gives both its position and its words (Web Annotation, 4.2.4 and 4.2.5)."""
    passage = names.passage(span)
    selector = f"{passage[:-1]}#selector>"
    stands_for = mentions(names).get(span, {})
    return (
        node(
            passage,
            "ew:Passage",
            ("oa:hasSource", names.article),
            ("oa:hasSelector", selector),
            ("ew:mentions", stands_for),
            ("ew:mentionKind", next(iter(stands_for.values()), None)),
            ("ew:title", text(title) if (title := titles(names).get(span)) else None),
        ),
        node(
            selector,
            "oa:TextPositionSelector",
            ("rdf:type", name("oa:TextQuoteSelector")),
            ("oa:start", integer(span.start)),
            ("oa:end", integer(span.end)),
            ("oa:exact", text(span.of(names.article_value.body))),
        ),
    )


@lru_cache(maxsize=32)
def titles(names: Names) -> dict[Span, str]:
    """The office or rank written with the words that stand for an entity, by span. Kept for the articles in hand."""
    every = (mention for entity in names.linked.reading.entities for mention in entity.mentions)
    return {mention.span: mention.title for mention in every if mention.title}


@lru_cache(maxsize=32)
def mentions(names: Names) -> dict[Span, dict[str, str]]:
    """Which words stand for which entities: kind of mention by entity, by span. Kept for the articles in hand.

    The same words are of one kind, whatever they stand for; should a reading disagree, its first entity decides.
    """
    found: dict[Span, dict[str, str]] = {}
    for entity, iri in zip(names.linked.reading.entities, names.entities, strict=True):
        for mention in entity.mentions:
            found.setdefault(mention.span, {})[iri] = name(f"ew:mention-{mention.kind}")
    return found
