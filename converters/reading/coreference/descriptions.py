"""What a description can be of: what stands beside it, or what it takes up by office, by type, by repeating a noun."""

from converters.language.tree import Token
from converters.reading.coreference.cast import Draft
from converters.reading.mentions.model import BODIES, PLACES, Found
from converters.reading.mentions.nominals import plural
from converters.reading.mentions.words import entity_words

_POINTING = frozenset({"the", "this", "that", "these", "those"})
ARMED, _PRESS = frozenset({"MilitaryUnit", "ArmedGroup"}), frozenset({"Publisher", "NewsAgency", "Platform"})


def draft_of(found: Found) -> Draft:
    """A new entity as a description gives it."""
    head = found.head
    return Draft(found.type, None, _noun(head), _modifiers(head), plural(head), country=found.country)


def beside(head: Token) -> list[Token]:
    """What may be the name of a described thing: apposed to it, or behind "of" ("the town of Avon")."""
    near = [t for t in head.children if t.dep_ == "appos"] + ([head.head] if head.dep_ == "appos" else [])
    for inner in (t for c in head.children if c.lower_ == "of" for t in c.children):
        if head.lemma_.lower() in entity_words().introducers:
            near.append(inner)  # before what says where that lies ("the town of Avon, Estonia")
        near += [t for t in inner.children if t.dep_ == "appos"]
    return near


def written_title(found: Found) -> str:
    """The office in a description, without article and owner."""
    phrase = found.doc[found.first : found.last + 1]
    owned = max((t.i + 1 for t in phrase if t.tag_ in {"POS", "PRP$", "DT"}), default=found.first)
    return found.doc.part(owned, found.last + 1).text


def holds_office(new: Draft, found: Found, known: Draft) -> bool:
    """Whether a person has the office of a description, the end of the title written with the name."""
    if known.type != "Person" or known.title is None or new.type != "Person" or new.country:
        return False
    office = " ".join(t.lower_ for t in found.doc[found.first : found.last + 1] if t.dep_ != "det")
    words = [word.rstrip(".") for word in known.title.lower().split()]
    return " ".join(entity_words().abbreviations.get(word, word) for word in words).endswith(office)


def stands_for(new: Draft, found: Found, known: Draft) -> bool:
    """Whether a description stands for a name by its type ("the city"), or shares a word with it ("the corps")."""
    words, lemma = entity_words(), found.head.lemma_.lower()
    if new.plural or not known.names:
        return False
    if known.type in BODIES and any(name.lower().split()[-1] == lemma for name in known.names):
        return True
    by_type = known.type in words.anaphors.get(lemma, ()) and not words.listed("anaphors_by_name", lemma)
    return by_type and not new.modifiers


def repeats(new: Draft, _: Found, known: Draft) -> bool:
    """Whether a description repeats an earlier one, with no modifier that it had not."""
    return (
        known.lemma == new.lemma
        and not known.names
        and known.plural == new.plural
        and new.modifiers <= known.modifiers
        and new.country in {None, known.country}
    )


def compatible(a: str, b: str) -> bool:
    """Whether a description of type `a` can be of a thing of type `b`."""
    places = PLACES | {"Country"}
    bodies = a in BODIES and b in BODIES and ("Organisation" in {a, b} or {a, b} <= ARMED or {a, b} <= _PRESS)
    return a == b or (a in places and b in places) or bodies


def _noun(head: Token) -> str:
    lemma = head.lemma_.lower()
    return entity_words().synonyms.get(lemma, lemma)


def _modifiers(head: Token) -> frozenset[str]:
    before = [t for t in head.lefts if t.dep_ in {"amod", "compound", "nummod"}]
    return frozenset(t.lemma_.lower() for t in before if t.text.isalpha())


def definite(head: Token) -> bool:
    """Whether a noun phrase points at something known."""
    return any(t.dep_ == "det" and t.lower_ in _POINTING for t in head.lefts)
