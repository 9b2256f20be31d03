"""Whether what depends on a word shares its time and place."""

from converters.language.tokens import joining_conjunctions, parting_from_deeds, parting_prepositions
from converters.language.tree import Token
from converters.reading.syntax.tree import children


def sets_apart(word: Token) -> bool:
    """Whether a word is a preposition whose object has a time and place of its own ("freed after", "jailed for")."""
    if word.dep_ != "prep":
        return False
    deed = bool(children(word, "pcomp")) and word.lower_ in parting_from_deeds()
    return deed or word.lower_ in parting_prepositions()


def happens_with(clause: Token) -> bool:
    """Whether an adverbial clause tells what happens at the time of the main one ("when a shell hit them")."""
    return any(c.lower_ in joining_conjunctions() for c in children(clause, "advmod", "mark"))


def came_before(node: Token) -> bool:
    """Whether a participle tells what came before its noun did or bore anything ("a woman born in May")."""
    return node.dep_ == "acl" and node.tag_ == "VBN"
