"""What type a string of an article's names has: all evidence of the article, weighed."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from converters.language.demonyms import capitals
from converters.language.tree import Doc, Token
from converters.reading.mentions.marks import CERTAIN, GUESS, LIKELY, TELLING, Spot
from converters.reading.mentions.model import PLACES, head_of
from converters.reading.mentions.words import entity_words

_DESCRIBED = {kind: kind for kind in ("Person", "Village", "Region", "Island", "Vessel", "ArmedGroup", "Publisher")}
_DESCRIBED |= dict.fromkeys(("City", "Facility", "Area"), "City")
"""What a noun behind a name ("Avon, the port") says about the name's type."""


def types_of(docs: list[Doc], raw: list[list[Spot]]) -> dict[str, str]:
    """The type most evidence speaks for, for each string."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for doc, found in zip(docs, raw, strict=True):
        for spot in found:
            words = doc.part(spot.first, spot.last + 1).text
            if spot.local:
                continue
            if spot.type:
                votes[words][spot.type] += spot.weight
            if spot.type in {"Organisation", None} and (kind := entity_words().name_heads.get(doc[spot.last].lower_)):
                votes[words][kind] += TELLING
            if words in capitals():
                votes[words]["City"] += TELLING
            for kind in _cues(doc, spot):
                votes[words][kind] += LIKELY
    _share_surnames(votes)
    return {words: counts.most_common(1)[0][0] if counts else "Organisation" for words, counts in votes.items()}


def _share_surnames(votes: dict[str, Counter[str]]) -> None:
    """A person's surname alone is that person."""
    for words, counts in list(votes.items()):
        parts = words.split()
        if len(parts) > 1 and counts and counts.most_common(1)[0][0] == "Person" and len(parts[-1]) > 2:
            votes[parts[-1]]["Person"] += CERTAIN


def _cues(doc: Doc, spot: Spot) -> Iterator[str]:
    """What stands around a name: a title before it, a place preposition, "the", a verb of saying, a list of names."""
    words = entity_words()
    before = doc[spot.first - 1] if spot.first else None
    head = head_of(doc, spot.first, spot.last)
    if (
        before is not None
        and words.listed("titles", before.lower_.rstrip("."))
        and before.dep_ in {"compound", "nmod", "appos", "amod"}
    ):
        yield "Person"
        yield "Person"
    if before is not None and before.lower_ == "the" and spot.type == "City" and head.dep_ not in {"compound", "nmod"}:
        yield from ("Region", "Region")
    if spot.type == "PersonGroup" and head.dep_ == "compound" and words.listed("named_after", head.head.lemma_):
        yield "Person"
    if _is_where(head, "place_prepositions") and spot.type in {"Person", None}:
        yield "City"
    if spot.type == "Person" and spot.first == spot.last and _is_taken(head):
        yield "City"
    if _is_where(head, "town_prepositions") and _is_bare_guess(doc, spot):
        yield from ("City", "City")
    if head.dep_ == "pobj" and head.head.lower_ == "of" and head.head.head.lower_ in {"out", "outside", "inside"}:
        yield from ("City", "City")
    if spot.type in {"Person", "PersonGroup", None} and _whole_of_place(head):
        yield from ("City", "City")
    if beside := next(
        (k for t in head.children if t.dep_ == "appos" and (k := words.nouns.get(t.lemma_.lower()))), None
    ):
        yield from (_DESCRIBED[beside],) if beside in _DESCRIBED else ()
    if spot.type in {"Person", "PersonGroup", None} and _beside_places(head):
        yield "City"


def _is_where(head: Token, prepositions: str) -> bool:
    """Whether a name stands behind one of these, as no object of trust or money does ("invested in Acme")."""
    words, above = entity_words(), head.head
    placed = head.dep_ == "pobj" and words.listed(prepositions, above.lower_)
    return placed and not words.listed("trusting", above.head.lemma_.lower())


def _is_taken(head: Token) -> bool:
    """Whether a name is what troops took or shelled, or all of such ("captured X", "the capture of X")."""
    first = _listed_with(head)[0]
    deed = first.head.head if first.dep_ == "pobj" and first.head.lower_ == "of" else first.head
    direct = first.dep_ in {"dobj", "nsubjpass"} or deed is not first.head
    return direct and entity_words().listed("taking_places", deed.lemma_.lower())


def _is_bare_guess(doc: Doc, spot: Spot) -> bool:
    """Whether a name is only guessed to be one of an organisation, and neither short for one nor behind "the"."""
    article = spot.first > 0 and doc[spot.first - 1].lower_ == "the"
    guess = spot.type == "Organisation" and spot.weight == GUESS
    return guess and not article and not doc[spot.last].text.isupper()


def _whole_of_place(head: Token) -> bool:
    """Whether a name is what a coast, a suburb or the south belongs to ("off the coast of X")."""
    whole = head.dep_ == "pobj" and head.head.lower_ == "of" and head.head.dep_ == "prep"
    return whole and entity_words().listed("parts_of_places", head.head.head.lemma_.lower())


def _beside_places(head: Token) -> bool:
    """Whether a name is coordinated with a place ("X and its outskirts")."""
    others = [head.head] if head.dep_ == "conj" else []
    others += [t for t in _listed_with(head) if t != head]
    return any(t.ent_type_ == "GPE" or entity_words().nouns.get(t.lemma_) in PLACES for t in others)


def _listed_with(head: Token) -> list[Token]:
    """All words of the coordination that a word stands in, itself among them."""
    while head.dep_ == "conj":
        head = head.head
    found = [head]
    for word in found:
        found += [child for child in word.rights if child.dep_ == "conj"]
    return found
