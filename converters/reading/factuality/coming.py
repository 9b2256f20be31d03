"""Deeds that are still to come about, as said of them by the verb whose subject they are."""

from converters.language.tree import Token
from converters.lexicon.model import Lexicon
from converters.reading.factuality.forms import is_bare_infinitive
from converters.reading.factuality.governors import governor_of
from converters.reading.model import Modality
from converters.reading.syntax.tree import children

_SUBJECT = frozenset({"nsubj", "nsubjpass"})


def to_come(deed: Token, lexicon: Lexicon) -> Modality | None:
    """What a deed is if it is only said when it is to be: "the trial is set to begin", "an election is due in June"."""
    clauses = [*children(deed, "acl"), *([deed.head] if deed.dep_ in _SUBJECT and deed.head.dep_ == "advcl" else [])]
    if any(is_bare_infinitive(clause) and _comes_about(clause, lexicon) for clause in clauses):
        return "planned"  # "with talks to begin this week"
    if _is_any_more(deed, lexicon):
        return "hypothetical"
    if deed.dep_ not in _SUBJECT:
        return None
    said, then = _said_of(deed)
    if then is None:
        governor = governor_of(said, "prep", lexicon) if said is not deed.head else None
        return "planned" if governor is not None and governor.modality == "planned" else None
    if not _comes_about(then, lexicon):
        return None
    if said.lemma == "be":
        return "planned"  # "the strike is to begin"
    governor = governor_of(said, "xcomp", lexicon)
    return governor.modality if governor is not None else None


def _is_any_more(deed: Token, lexicon: Lexicon) -> bool:
    """Whether a noun speaks of what may still come ("any further attack")."""
    if deed.dep_ == "amod":
        return any(c.lower_ == "any" for c in children(deed.head, "det"))  # "to search for any missing students"
    some = any(c.lower_ == "any" for c in children(deed, "det"))
    return some and any(c.lower_ in lexicon.words["further"] | {"future", "such"} for c in children(deed, "amod"))


def is_to_do(deed: Token, lexicon: Lexicon) -> bool:
    """Whether more is foreseen of a deed than that it comes about ("the raid is expected to raise tension")."""
    then = _said_of(deed)[1] if deed.dep_ in _SUBJECT else None
    return then is not None and not _comes_about(then, lexicon)


def _said_of(deed: Token) -> tuple[Token, Token | None]:
    """What is said of a subject ("set", "due"), and the verb of what it is said to do then, if there is one."""
    verb = deed.head
    said = next(iter(children(verb, "acomp")), verb) if verb.lemma == "be" else verb
    behind = [c for c in children(said, "xcomp") if any(a.tag_ == "TO" for a in children(c, "aux"))]
    return said, next(iter(behind), None)


def _comes_about(verb: Token, lexicon: Lexicon) -> bool:
    """Whether a verb says of its subject that it comes about ("begin", "take place", "be held")."""
    phrases = {verb.lemma, *(f"{verb.lemma} {p.lower_}" for p in children(verb, "prt"))}
    held = bool(children(verb, "auxpass")) and not phrases.isdisjoint(lexicon.light_verbs)
    return held or verb.lemma in lexicon.words["occurring"]
