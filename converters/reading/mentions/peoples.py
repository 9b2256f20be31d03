"""Countries that are not named by their own name: people's adjectives, capitals that act."""

from collections.abc import Iterator
from functools import cache

from converters.articles.model import Span
from converters.language.demonyms import capitals, countries, demonym_country, demonyms
from converters.language.tree import Doc, Token
from converters.reading.mentions.model import Found
from converters.reading.mentions.words import entity_words

_PARTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "conj", "attr", "appos"})
_ONE = frozenset({"a", "an", "one", "another"})
_COLLECTIVE = ("ese", "sh", "ch", "s")
"""How the names of peoples end that stand for all of them ("the Japanese", "the Dutch", "the Estonians")."""


def peoples(doc: Doc, inside: set[int]) -> Iterator[Found]:
    """Adjectives and names of peoples that are no part of a name, "U.S." in "U.S.-led", "European"."""
    words = entity_words()
    skip = -1
    for token in doc:
        if token.i in inside or token.i <= skip:
            continue
        pair = doc.part(token.i, token.i + 2).text if token.text in _first_of_two() else ""
        length = 2 if pair != token.text and demonym_country(pair) else 1
        text = pair if length == 2 else token.text
        if is_one_of_people(token):
            continue
        if code := demonym_country(text):
            skip = token.i + length - 1
            yield Found(doc, token.i, skip, doc[skip], "demonym", "Country", None, code)
        elif region := words.region_adjectives.get(token.text):
            yield Found(doc, token.i, token.i, token, "demonym", "Region", region)
        elif "-" in token.text and (kind := words.known.get(token.text.split("-")[0])):
            name = token.text.split("-")[0]
            start = token.start
            yield Found(doc, token.i, token.i, token, "name", kind, name, part=Span(start, start + len(name)))
        elif "-" in token.text and (code := countries().get(token.text.split("-")[0])):
            start = token.start
            yield Found(
                doc,
                token.i,
                token.i,
                token,
                "name",
                "Country",
                token.text.split("-")[0],
                code,
                part=Span(start, start + len(token.text.split("-")[0])),
            )


def is_one_of_people(people: Token) -> bool:
    """Whether a people's name stands for one of them ("a Palestinian was killed", but "the French said")."""
    if people.dep_ not in _PARTS or people.text in countries() or demonym_country(people.text) is None:
        return False
    before = {c.lower_ for c in people.lefts}
    one = not before.isdisjoint(_ONE) or any(c.dep_ == "nummod" for c in people.lefts)
    return one or ("the" in before and not people.lower_.endswith(_COLLECTIVE))


@cache
def _first_of_two() -> frozenset[str]:
    """The first words of people's names that have two ("South Avonian")."""
    return frozenset(words.split()[0] for words in demonyms() if " " in words)


def is_government(found: Found) -> str | None:
    """The country whose government a capital stands for here ("Paris said", "Rome's demands", "talks with Oslo")."""
    if found.name is None or (code := capitals().get(found.name)) is None or found.sure:
        return None
    return code if _acts(found.head) else None


def _acts(head: Token) -> bool:
    words, governor = entity_words(), head.head
    match head.dep_:
        case "nsubj" | "nsubjpass":
            return words.listed("government_verbs", governor.lemma_)
        case "poss":
            return words.listed("government_nouns", governor.lemma_)
        case "dobj":
            return words.listed("government_objects", governor.lemma_)
        case "pobj" if governor.lower_ in {"with", "between"}:
            return words.listed("talk_nouns", governor.head.lemma_)
        case "conj":
            return _acts(governor)
    return False
