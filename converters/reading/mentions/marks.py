"""A place where a name may stand, and what capitals, titles and people's adjectives look like."""

from dataclasses import dataclass

from converters.language.demonyms import countries, demonym_country
from converters.language.tree import Doc, Token
from converters.reading.mentions.words import EntityWords, entity_words

CERTAIN, TELLING, LIKELY, GUESS = 10, 4, 2, 1
"""Weights of evidence for a type: a known name, a noun in or before the name, a cue around it, a spaCy label."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Tokens `first`..`last` of a block that may be a name, the type this speaks for (None: no idea) and how strongly.

    A `local` one says nothing about the same string elsewhere.
    """

    first: int
    last: int
    type: str | None
    weight: int
    local: bool = False


def is_adjective(words: str) -> bool:
    """Whether words speak of a people or a country without naming it ("Estonian", "European", "U.S.-led")."""
    return bool(
        demonym_country(words)
        or words in entity_words().region_adjectives
        or (words.split("-")[0] in countries() and "-" in words)
    )


def capital(token: Token) -> bool:
    """Whether a token is written like a part of a name."""
    return token.text[:1].isupper() and token.pos_ not in {"DET", "PRON", "ADP", "CCONJ", "SCONJ", "AUX", "VERB", "ADV"}


def title_ends(doc: Doc, i: int, words: EntityWords) -> bool:
    """Whether token i ends an office or rank ("Secretary", "Gov.") or begins one of two words ("Press Secretary")."""
    return words.listed("titles", doc[i].lower_.rstrip(".")) or words.listed("titles", doc.part(i, i + 2).text.lower())
