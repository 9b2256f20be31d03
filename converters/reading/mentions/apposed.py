"""Names behind the noun that tells what they are, set off from it: "two villages, X and Y", "the tanker, the X,"."""

from collections.abc import Iterator
from itertools import islice

from converters.language.tree import Doc, Token
from converters.reading.mentions.marks import Spot
from converters.reading.mentions.model import head_of
from converters.reading.mentions.telling import listed
from converters.reading.mentions.words import entity_words
from converters.reading.quantities.words import quantity_words

_SET_OFF = frozenset({",", ":", "(", "-", "–", "—"})
_REACH = 3
"""How many words before a noun its number may stand ("two small Estonian towns")."""


def apposed(doc: Doc) -> Iterator[Spot]:
    """As many names as the noun before them counts, the last after "and", set off again; or one that is apposed to it.

    What goes on with a verb is no list of names: "In both towns, X and Y met".
    """
    for noun in doc[:-2]:
        kind = entity_words().introducers.get(noun.lower_)
        if kind is None or doc[noun.i + 1].text not in _SET_OFF:
            continue
        count = _count(doc, noun)
        names = list(islice(listed(doc, noun.i + 2, kind), count))
        if len(names) != count or not names:
            continue
        if _beside(doc, noun, names[0]) if count == 1 else _and_before(doc, names[-1].first) and _ends(doc, names[-1]):
            yield from names


def _count(doc: Doc, noun: Token) -> int:
    """The number that counts a noun; one of a noun in the singular, none of any other."""
    cardinals = quantity_words().patterns.words["CARDINAL"]
    for before in reversed(doc[max(noun.i - _REACH, 0) : noun.i]):
        if before.lower_ in cardinals:
            return int(cardinals[before.lower_])
        if before.text.isdigit():
            return int(before.text)
    return 1 if noun.tag_ == "NN" else 0


def _and_before(doc: Doc, first: int) -> bool:
    """Whether "and" joins a name to those before it, whatever article or quotation mark stands between."""
    i = first - 1
    while doc[i].lower_ == "the" or doc[i].is_quote:
        i -= 1
    return doc[i].lower_ == "and"


def _ends(doc: Doc, spot: Spot) -> bool:
    """Whether a name is followed by a mark or by nothing."""
    after = doc[spot.last + 1 : spot.last + 2]
    return all(token.is_punct or token.text == "-" for token in after)


def _beside(doc: Doc, noun: Token, spot: Spot) -> bool:
    head = head_of(doc, spot.first, spot.last)
    return head.dep_ == "appos" and head.head == noun
