"""Whether the words around a token are those that a lexicon entry asks for."""

import re
from collections.abc import Callable, Collection, Mapping

from converters.language.tree import Token
from converters.lexicon.model import Entry
from converters.reading.mentions.nominals import part_of
from converters.reading.mentions.words import entity_words
from converters.reading.predicates import bearers
from converters.reading.syntax.prepositions import prepositions
from converters.reading.syntax.relations import by_phrase, objects, possessors, subjects
from converters.reading.syntax.tree import appoints, children, infinitive, is_fronted, is_verbal

_DESIGNATION = re.compile(r"[A-Z][A-Za-z]*-\d+[A-Za-z]*")


def fits(token: Token, entry: Entry) -> bool:
    """Whether a token with the entry's lemma has the entry's particles, object head and company."""
    if entry.particles and not set(entry.particles) <= _company(token, entry):
        return False
    if entry.object_head and head_object(token, entry) is None:
        return False
    return _holds(token, entry)


def worded(token: Token, entry: Entry) -> list[Token]:
    """The tokens that the entry's wording takes in beside its lemma, so that they tell no event of their own."""
    inner = head_object(token, entry)
    return [c for c in token.children if c.lower_ in entry.particles] + ([inner] if inner is not None else [])


def head_object(token: Token, entry: Entry) -> Token | None:
    """The object that is part of the entry's wording ("take" + "control", "put" on + "trial"), if it is there."""
    if not entry.object_head:
        return None
    candidates = children(token, "dobj", "nsubjpass", "attr", "oprd", "pobj") + [
        o for p in children(token, "prep") if not is_fronted(p) for o in children(p, "pobj")
    ]
    candidates += [of for o in candidates if _only_counts(o) for of in filter(None, [part_of(o)])]
    return next((o for o in candidates if entry.object_head in {o.lemma, o.lower_}), None)


def _only_counts(noun: Token) -> bool:
    """Whether a noun only counts what follows its "of" ("thousands of lives")."""
    return entity_words().listed("partitives", noun.lemma)


def _company(token: Token, entry: Entry) -> set[str]:
    """The words that may be particles: a noun's modifiers; a verb's adverbs and prepositions, and what hangs on these.

    Prepositions of the object count if the entry is about an object ("drive troops out of"), those of an adverb if the
    adverb is a particle itself ("out of"). The "for" of an infinitive is a preposition ("called for it to end").
    """
    if token.pos_ in {"NOUN", "PROPN"}:
        return _modifiers(token) | {c.lower_ for c in children(token, "prep")}
    near = children(token, "prt", "prep", "advmod", "acomp", "oprd", "agent")
    # "On that side, she called it…" calls on nobody, "called a strike for Monday" for nothing
    near = [c for c in near if c.dep_ != "prep" or (c.i > token.i and not appoints(c))]
    near += [m for c in children(token, "advcl", "ccomp", "xcomp") for m in children(c, "mark") if m.lower_ == "for"]
    if entry.condition.object or entry.condition.not_object:
        near += [c for o in children(token, "dobj") for c in children(o, "prep")]
    open_ended = [c for c in near if c.dep_ != "advmod" or c.lower_ in entry.particles]
    return (
        infinitive(token)
        | {c.lower_ for c in near}
        | {i.lower_ for c in open_ended for i in children(c, "prep", "pobj", "pcomp")}
    )


def _holds(token: Token, entry: Entry) -> bool:
    for slot in entry.slots:
        present = _WORDS[slot.name](token)
        if slot.name == "object" and slot.wanted and not present:
            present = _behind(token, entry.particles)
        if (slot.wanted and slot.wanted.isdisjoint(present)) or not slot.forbidden.isdisjoint(present):
            return False
        if slot.filled and not present:
            return False
    return True


def _behind(token: Token, particles: Collection[str]) -> set[str]:
    """What the parser hangs on a particle as if it were a preposition ("rounding up villagers")."""
    return _described([o for p in children(token, "prt", "prep") if p.lower_ in particles for o in children(p, "pobj")])


def _described(tokens: list[Token]) -> set[str]:
    """Lemmas and forms of tokens, and the entity labels of the names among them (GPE, ORG, NORP, …).

    A part is described by its whole ("hundreds of villages"), a name also by the noun before it ("the ferry Avon"), a
    designation of letters and digits as a product ("a T-90").
    """
    found: set[str] = set()
    for token in tokens:
        meant = _whole(token)
        found |= {meant.lemma, meant.lower_}
        if meant.ent_type_:
            found.add(meant.ent_type_)
        whole = part_of(meant) if meant.ent_type_ == "PERCENT" else None
        if whole is not None and entity_words().nouns.get(whole.lemma) is None:
            found.add(whole.lemma)  # "took 43 percent of the vote", but of a neighbour nobody is taken
        if meant.pos_ == "PROPN":
            found.add(meant.lower_.removesuffix("s"))  # "Hostages freed": the tagger takes what opens a line for a name
            beside = children(meant, "compound", "appos", "nmod", "amod")
            found |= {c.lemma for c in beside if c.dep_ != "amod" or c.pos_ == "NOUN"}
        if _DESIGNATION.fullmatch(meant.text):
            found.add("PRODUCT")
    return found


def _whole(token: Token) -> Token:
    """What a word of quantity counts ("hundreds of villages"); any other word is itself."""
    words = entity_words()
    counts = token.pos_ == "NUM" or any(words.listed("partitives", word) for word in (token.lemma, token.lower_))
    return (part_of(token) if counts else None) or token


def _objects(token: Token) -> set[str]:
    if is_verbal(token):
        return _described(objects(token))
    return _described([o for name, o in prepositions(token) if name == "of"])


def _subjects(token: Token) -> set[str]:
    if is_verbal(token) and token.dep_ != "amod":
        return _described(subjects(token))
    if token.pos_ in {"NOUN", "PROPN"}:
        named = [
            who for clause in children(token, "acl") for who in by_phrase(clause)
        ]  # "a strike called by the union"
        return _described(possessors(token) + by_phrase(token) + named)
    return _described(bearers(token))


def _prepositions(token: Token) -> set[str]:
    return {name for name, _ in prepositions(token)} | {c.lower_ for c in children(token, "prep", "agent", "prt")}


def _complements(token: Token) -> set[str]:
    return _described([found for _, found in prepositions(token)])


def _modifiers(token: Token) -> set[str]:
    near = children(token, "amod", "compound", "poss", "nmod", "nummod", "npadvmod")
    inner = [m for c in near if c.dep_ == "compound" for m in children(c, "amod", "compound", "nmod")]
    return _described(near + inner)


def _doers(noun: Token) -> set[str]:
    """Who does what a verb does to a noun ("miners began a strike")."""
    verb = noun.head
    return _described(subjects(verb)) if noun.dep_ in {"dobj", "nsubjpass"} and is_verbal(verb) else set()


def _governors(token: Token) -> set[str]:
    head = token.head
    while head.dep_ in {"conj"} and not is_verbal(head):
        head = head.head
    if token.dep_ == "dobj" and children(head, "oprd"):
        return set()  # who "called the strike a crime" called none
    return {head.lemma} | ({head.head.lemma} if head.pos_ == "ADP" else set())


_WORDS: Mapping[str, Callable[[Token], set[str]]] = {
    "object": _objects,
    "subject": _subjects,
    "preposition": _prepositions,
    "complement": _complements,
    "modifier": _modifiers,
    "governor": _governors,
    "doer": _doers,
    "agent": _subjects,
}
"""What stands in each slot that a condition may ask about."""
