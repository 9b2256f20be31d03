"""Words that make less than a fact of what depends on them, and aims, demands and fears as which it is told."""

from converters.language.tree import Token
from converters.lexicon.model import Governor, Lexicon
from converters.reading.factuality.forms import is_definite
from converters.reading.model import Modality
from converters.reading.syntax.tree import appoints, children, is_fronted

_GOVERNED = frozenset(
    {"xcomp", "ccomp", "dobj", "pobj", "pcomp", "prep", "acl", "attr", "nsubjpass", "acomp", "csubj", "oprd"}
)


def governor_of(node: Token, path: str, lexicon: Lexicon) -> Governor | None:
    """The governor that a word is, alone or with a preposition of its own ("call for")."""
    if path == "dobj" and lexicon.light_verbs.get(node.lemma, {}).get("subject") == "agent":
        return None  # "pressed an offensive" did it
    if node.pos_ in {"NOUN", "PROPN"} and node.lemma in lexicon.words["suspect"]:
        return None  # "the suspect in the killing"
    if path == "xcomp" and is_achieved(node, lexicon):
        return None
    phrasal = [f"{node.lemma} {p.lower_}" for p in children(node, "prt")]  # "set off" is not "set"
    if path == "nsubjpass" and node.lemma in lexicon.words["purposing"] and _is_known(node):
        return None  # "the operation is aimed at the rebels"
    bidden = [f"{node.lemma} infinitive"] if path == "xcomp" else []  # "about to leave"
    linked = [f"{node.lemma} {p.lower_}" for p in children(node, "prep", "pcomp") if not (is_fronted(p) or appoints(p))]
    behind = [f"{phrase} {p.lower_}" for phrase in phrasal for p in children(node, "prep")]  # "held off on a raid"
    words = [*behind, *phrasal] or [*bidden, *linked, node.lemma]
    found = (lexicon.governors.get(word) for word in words) if path in _GOVERNED else ()
    return next((governor for governor in found if governor is not None), None)


def aimed_at(noun: Token, lexicon: Lexicon) -> Modality | None:
    """ "The aim is the release of the hostages", "a condition for it is a truce": no more is there than an aim is."""
    if noun.dep_ != "attr" or noun.head.lemma != "be":
        return None
    return next((aim for subject in children(noun.head, "nsubj") if (aim := aim_of(subject, lexicon))), None)


def aim_of(noun: Token, lexicon: Lexicon) -> Modality | None:
    """What is an aim, a plan or a fear of somebody, if the noun is one."""
    governor = governor_of(noun, "prep", lexicon)
    return governor.modality if governor is not None else None


def is_achieved(word: Token, lexicon: Lexicon) -> bool:
    """Whether who was able to do something did it ("were able to flee"), and not only might."""
    copula = word.head
    auxiliaries = children(copula, "aux")
    before = copula.tag_ == "VBD" or any(a.lemma == "have" for a in auxiliaries)
    could = copula.lemma == "be" and before and not any(a.lower_ in lexicon.modals for a in auxiliaries)
    return could and word.lemma in lexicon.words["achieving"]


def _is_known(verb: Token) -> bool:
    """Whether the subject of a verb is spoken of as known."""
    return any(is_definite(s) for s in children(verb, "nsubjpass"))
