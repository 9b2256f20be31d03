"""Names made comparable: spelling variants of one name share a skeleton, different names do not.

A similarity threshold cannot do this: by Jaro-Winkler, Niger and Nigeria are closer than Volodymyr and Vladimir.
What no rule of spelling relates (Kyiv and Kiev) is left to the alternate names in the gazetteer.
"""

import re
from functools import lru_cache

from normality import ascii_text

_POSSESSIVE = re.compile(r"['’ʼ]s?(?=\s|$)", re.IGNORECASE)
_DOTTED = re.compile(r"\b(?:\w\.){2,}")
_APOSTROPHE = re.compile(r"['’ʼ`\"”]")
_NOT_LETTER = re.compile(r"[^a-z0-9]+")
ACRONYM = 4
"""Up to this length doubled letters tell words apart: ISS is not IS."""
_RULES = (
    # Odessa, Odesa; vowels stay: Moon is not Mon
    (re.compile(r"([b-df-hj-np-tv-xz])\1+"), r"\1"),
    # Zaporizhzhia, Zaporizhia
    (re.compile(r"(?<=zh)zh"), ""),
    # Zelenskyy, Zelenskiy; Khartiia, Khartia; Kupiansk, Kupyansk, Kupjansk
    (re.compile(r"(?<=[a-z])(?:[iy]j?)+|(?<=[b-df-hj-np-tv-z])j(?=[aeou])"), "i"),
    # Mukhamed, Muhamed
    (re.compile(r"kh"), "h"),
)


@lru_cache(maxsize=65536)
def skeleton(name: str) -> str:
    """`name` without what differs between ways to write the same name: case, accents, apostrophes, romanisation.

    Words are separated by single spaces. Idempotent. Empty if the name has no letter or digit.
    """
    plain = ascii_text(_DOTTED.sub(lambda match: match.group().replace(".", ""), _POSSESSIVE.sub("", name)))
    words = _NOT_LETTER.sub(" ", _APOSTROPHE.sub("", plain).casefold()).split()
    return " ".join(map(_reduce, words))


def _reduce(word: str) -> str:
    """One lower-case word reduced until no rule applies any more."""
    while True:
        before = word
        for pattern, replacement in _RULES if len(word) > ACRONYM else _RULES[1:]:
            word = pattern.sub(replacement, word)
        if word == before:
            return word


def words(name: str) -> tuple[str, ...]:
    """The words of a name's skeleton, in order."""
    return tuple(skeleton(name).split())


def same_person(written: str, known: str) -> bool:
    """Whether two full personal names agree: first and last word equal, what is between them no contradiction.

    Initials and left-out middle names are no contradiction ("Ann B. Cole", "Ann Cole"), other given names are.
    """
    one, two = words(written), words(known)
    if min(len(one), len(two)) < 2:
        return False
    shorter, longer = sorted((_without_initials(one), _without_initials(two)), key=len)
    ends = len(shorter) > 1 and (shorter[0], shorter[-1]) == (longer[0], longer[-1])
    return ends and set(shorter) <= set(longer)


def _without_initials(parts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(part for part in parts if len(part) > 1)
