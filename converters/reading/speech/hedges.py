"""What an adverb gives as hearsay ("reportedly", "allegedly")."""

from converters.language.tree import Token
from converters.lexicon.model import Lexicon
from converters.reading.speech.said import subtree
from converters.reading.syntax.tree import children


def is_hedge(adverb: Token, lexicon: Lexicon) -> bool:
    """ "Reportedly", "almost certainly"."""
    phrases = (" ".join((*(c.lower_ for c in children(adverb, "advmod")), adverb.lower_)), adverb.lower_)
    return any(phrase in lexicon.hedging_adverbs for phrase in phrases)


def hedged(adverb: Token) -> set[int]:
    """What an adverb makes less than certain: all of its clause, but of what something is said to be ("the attack was
    most likely an accident") or where ("they were likely behind it") only that.
    """
    verb = adverb.head
    said = children(verb, "attr") if verb.lemma == "be" else []
    if adverb.dep_ == "acomp" and not said and not children(adverb, "xcomp", "ccomp"):
        return {i for link in children(verb, "prep") if link.i > adverb.i for i in subtree(link)}
    if adverb.dep_ == "acomp" and not said:
        return set()
    topic = {i for subject in children(verb, "nsubj") for i in subtree(subject)} if said else set()
    return subtree(verb) - {adverb.i} - topic - _set_against(adverb)


def is_opposed(clause: Token) -> bool:
    """Whether a clause with a subject of its own is set against the one before ("…, but the toll is higher")."""
    joined = any(c.lower_ == "but" and c.i < clause.i for c in children(clause.head, "cc"))
    return clause.dep_ == "conj" and joined and bool(children(clause, "nsubj", "nsubjpass"))


def _set_against(adverb: Token) -> set[int]:
    """What "but" sets against the clause in which an adverb stands: "was reportedly held, but he is free"."""
    verb = adverb.head
    own = [c for c in children(verb, "conj") if children(c, "nsubj", "nsubjpass") and adverb.i < c.i]
    before = children(verb, "nsubj", "nsubjpass")
    if not before or adverb.i < before[0].i or not any(c.lower_ == "but" for c in children(verb, "cc")):
        return set()
    return {i for clause in own for i in subtree(clause)}
