"""How much of the articles' words is quoted: the articles are not ours, so whoever serves a release may set a limit.

Words are cut when a release is loaded, so that nothing that is made of the store (pages, documents, answers, feeds,
search, extracts) has more of them than the limit allows.
"""

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, Quad

from converters.namespaces import OA

_EXACT = str(OA.exact)
CUT = "…"


def within(quads: Iterable[Quad], characters: int) -> Iterator[Quad]:
    """The quads, no quote in them longer than so many characters; one that is cut ends with `CUT`."""
    for quad in quads:
        value = quad.object
        if quad.predicate.value == _EXACT and isinstance(value, Literal) and len(value.value) > characters:
            yield Quad(quad.subject, quad.predicate, Literal(cut(value.value, characters)), quad.graph_name)
        else:
            yield quad


def cut(words: str, characters: int) -> str:
    """The beginning of words, ended between two of them if that loses less than half of it."""
    kept = words[: characters - len(CUT)]
    whole = kept.rpartition(" ")[0]
    return (whole if len(whole) * 2 > len(kept) else kept).rstrip() + CUT
