"""Forms of verbs and nouns that say how far what they tell is there."""

from converters.language.tree import Token
from converters.lexicon.model import Lexicon
from converters.reading.mentions.nominals import noun_type
from converters.reading.syntax.tree import children

IN_SCOPE = frozenset({"xcomp", "dobj", "attr", "acomp", "pobj", "prep", "pcomp", "nsubjpass", "oprd", "agent"})
"""Labels of what shares the modality and the negation of the word above it."""
SUBJECT = frozenset({"nsubj", "nsubjpass"})
_HAVE = (["has"], ["have"], ["had"])
_DOERS = frozenset(
    {"Person", "PersonGroup", "MilitaryUnit", "ArmedGroup", "GovernmentBody", "Organisation", "Country", "City"}
    | {"Vessel", "Vehicle", "Aircraft"}
)
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})


def negates(word: Token, lexicon: Lexicon) -> bool:
    """ "No", "never", "little"; but Mr Little denies nothing by his name."""
    return word.lower_ in lexicon.negators and word.ent_type_ != "PERSON"


def is_bare_infinitive(verb: Token) -> bool:
    """ "To leave"."""
    return any(a.lower_ == "to" and a.tag_ == "TO" for a in children(verb, "aux"))


def is_singled_out(verb: Token, lexicon: Lexicon) -> bool:
    """Whether an infinitive tells what one of several did ("the first woman to win", "the latest official to go")."""
    who = verb.head
    doing = noun_type(who) in _DOERS or who.ent_type_ == "PERSON" or who.lower_ in {"one", "ones"}
    if verb.dep_ not in {"acl", "relcl"} or not is_bare_infinitive(verb) or not doing:
        return False
    marks = children(who, "amod", "nummod")
    return any(m.ent_type_ == "ORDINAL" or m.tag_ == "JJS" or m.lower_ in lexicon.words["singling"] for m in marks)


def is_nonfinite(verb: Token) -> bool:
    """An infinitive, a gerund or a subjunctive ("leave", "leaving", "be left")."""
    first = [a for a in children(verb, "aux", "auxpass") if a.tag_ != "TO"][:1] or [verb]
    return first[0].tag_ in {"VB", "VBG"}


def is_past(verb: Token) -> bool:
    """ "Left", "was left", "had left"."""
    return verb.tag_ == "VBD" or any(a.tag_ == "VBD" for a in children(verb, "aux", "auxpass"))


def is_definite(noun: Token) -> bool:
    """Whether a noun is spoken of as known ("the war", "his offensive")."""
    return bool(children(noun, "poss")) or any(c.lower_ in _DEFINITE for c in children(noun, "det"))


def is_indefinite(trigger: Token) -> bool:
    """ "A strike", "any air strike", and bare "strikes", "fighting"."""
    known = children(trigger, "det", "poss", "nummod") or children(trigger, "compound", "nmod")
    return trigger.pos_ == "NOUN" and all(a.lower_ in {"a", "an", "any"} for a in known)


def is_perfect(clause: Token) -> bool:
    """ "Has taken", "had taken", "has been going on"."""
    auxiliaries = [a.lower_ for a in children(clause, "aux")]
    form = {"VBN": [], "VBG": ["been"]}.get(clause.tag_)
    return form is not None and auxiliaries[:1] in _HAVE and auxiliaries[1:] == form


def is_as_told(clause: Token) -> bool:
    """ "Refused to leave, as demanded by the union", "left as agreed": that was demanded, whatever came of it."""
    bare = clause.dep_ == "advcl" and clause.tag_ == "VBN" and not children(clause, "aux", "auxpass", *SUBJECT)
    return bare and any(m.lower_ == "as" for m in children(clause, "mark"))
