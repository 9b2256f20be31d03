"""Bodies that stand for the house they are in ("met at the ministry", "a blast outside the embassy")."""

from converters.language.tree import Token
from converters.reading.mentions.words import entity_words
from converters.reading.roles.participants import Participants

_HOUSED = frozenset({"Organisation", "GovernmentBody"})
"""Types of bodies that are where their house is."""


def is_premises(place: Token, who: Participants) -> bool:
    """Whether what happens at a body happens in its house.

    A name needs a preposition that leaves no other reading ("at the Pentagon", but not "in the Senate").
    """
    if who.type_of(place) not in _HOUSED:
        return False
    link = _link(place)
    if entity_words().listed("housing", link):
        return place.pos_ == "PROPN" or entity_words().listed("premises", place.lemma_.lower())
    return link == "in" and place.pos_ == "NOUN" and entity_words().listed("premises", place.lemma_.lower())


def has_premises(word: Token, who: Participants) -> bool:
    """Whether a word describes a body by the house that one can be brought to ("taken to schools")."""
    described = word.pos_ == "NOUN" and entity_words().listed("premises", word.lemma_.lower())
    return described and who.type_of(word) in _HOUSED


def _link(place: Token) -> str:
    """The preposition over a word, or over the first of those it is listed with."""
    while place.dep_ == "conj":
        place = place.head
    return place.head.lower_
