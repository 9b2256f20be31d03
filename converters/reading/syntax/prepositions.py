"""What stands behind prepositions, of one word or several."""

from collections.abc import Iterator

from converters.language.tokens import (
    compound_prepositions,
    distances,
)
from converters.language.tree import Token
from converters.reading.syntax.tree import children, with_conjuncts


def prepositions(word: Token) -> Iterator[tuple[str, Token]]:
    """Each prepositional object of a word with its preposition, of one word or several ("north of", "out of")."""
    for child in word.children:
        if child.dep_ == "prep" and _ends_distance(child):
            continue
        if child.dep_ in {"prep", "agent"} or (child.dep_ == "dative" and child.pos_ == "ADP"):
            yield from _objects_of(child, "")
        elif child.dep_ in {"advmod", "prt", "npadvmod"} and not children(child, "npadvmod"):  # no "90 km south of"
            for inner in children(child, "prep"):
                yield from _objects_of(inner, child.lower_ + " ")


def reckoned_from(word: Token) -> Iterator[Token]:
    """The places from which it is told how far away something is ("90 km south of Avon", "six miles from the town")."""
    for child in word.children:
        if not child.children:
            continue
        if child.dep_ in {"advmod", "npadvmod"} and children(child, "npadvmod", "compound", "nmod"):
            for inner in children(child, "prep"):
                yield from (place for _, place in _objects_of(inner, ""))
        elif child.dep_ == "prep" and _ends_distance(child):
            yield from (place for _, place in _objects_of(child, ""))


def is_in_preposition(noun: Token) -> bool:
    """Whether a noun is only part of a preposition ("in front of", "in order to")."""
    if noun.dep_ != "pobj" or noun.i + 1 >= len(noun.doc):
        return False
    return f"{noun.head.lower_} {_worded(noun)} {noun.nbor(1).lower_}" in compound_prepositions()


def _ends_distance(preposition: Token) -> bool:
    """ "Thirty miles (50 km) from the town": nothing comes from there."""
    before = preposition.nbor(-1) if preposition.i > 0 else preposition
    if before.pos_ in {"PUNCT", "SPACE"}:
        before = before.head
    return preposition.lower_ == "from" and before.lemma in distances()


def _objects_of(preposition: Token, before: str) -> Iterator[tuple[str, Token]]:
    name = before + preposition.lower_
    for found in with_conjuncts(children(preposition, "pobj")):
        if inner := _compound(name, found):
            yield from _objects_of(inner, f"{name} {_worded(found)} ")
            continue
        yield name, found
        if found.ent_type_ == "QUANTITY":
            yield from ((name, place) for _, place in prepositions(found))
    for inner in children(preposition, "prep"):
        yield from _objects_of(inner, name + " ")
    for twin in children(preposition, "conj"):
        yield from _objects_of(twin, "")


def _compound(name: str, noun: Token) -> Token | None:
    """The second preposition of one that has a noun in it ("in front of")."""
    whole = (c for c in children(noun, "prep") if f"{name} {_worded(noun)} {c.lower_}" in compound_prepositions())
    return next(whole, None)


def _worded(noun: Token) -> str:
    return " ".join([*(c.lower_ for c in children(noun, "det")), noun.lower_])
