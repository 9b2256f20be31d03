"""What courts find and what they hand down."""

from converters.language.mending.tree import (
    AUXILIARY,
    SUBJECT,
    hang,
    objects,
    put_above,
)
from converters.language.tokens import (
    believing_verbs,
    finding_verbs,
    giving_verbs,
    punishments,
    verdicts,
)
from converters.language.tree import Token


def verdict(verb: Token) -> None:
    """In "found two men guilty of murder" two men are found so, of murder; as in "were found" and "pleaded guilty"."""
    word = next((c for c in verb.children if c.i > verb.i and c.lower_ in verdicts()), None)
    if verb.lemma not in finding_verbs() or word is None:
        return
    bare = not any(c.dep_ in {*SUBJECT, *AUXILIARY, "dobj", "ccomp"} for c in verb.children) and word.dep_ == "oprd"
    if verb.dep_ == "conj" and bare and any(c.dep_ == "auxpass" for c in verb.head.children):
        verb.tag_ = "VBN"  # "was acquitted of treason but found guilty of fraud"
    if word.dep_ in {"ccomp", "dobj"}:
        before = [c for c in word.children if c.i < word.i]
        whom = next((c for c in before if c.dep_ == "nsubj"), before[-1] if before and word.dep_ == "dobj" else None)
        if whom is None:
            return
        for other in [c for c in before if c.i < whom.i]:
            hang(other, whom, other.dep_)
        hang(whom, verb, "dobj")
        word.dep_ = "oprd"
    for link in [c for c in word.children if c.dep_ == "prep"]:
        hang(link, verb, "prep")


def conviction(verb: Token) -> None:
    """Who "is convinced that" something is so believes it, as who is sure of it does: nobody convinces them here."""
    if verb.lemma not in believing_verbs():
        return
    if verb.dep_ == "acomp":
        verb.pos_, verb.tag_ = "ADJ", "JJ"
    auxiliary = next((c for c in verb.children if c.dep_ == "auxpass" and c.lemma == "be"), None)
    clause = any(c.dep_ == "ccomp" and c.i > verb.i for c in verb.children)
    by = any(c.dep_ in {"agent", "aux"} for c in verb.children)
    if auxiliary is None or not clause or by:
        return
    put_above(auxiliary, verb)
    verb.dep_, verb.pos_, verb.tag_ = "acomp", "ADJ", "JJ"
    for child in [c for c in verb.children if c.i < auxiliary.i or c.dep_ == "neg" or (c.is_punct and c.i > verb.i)]:
        hang(child, auxiliary, "nsubj" if child.dep_ == "nsubjpass" else child.dep_)


def handed_punishment(verb: Token) -> None:
    """In the headline "Minister handed life sentence" the minister gets it: nobody is named who gets it from him."""
    headline = verb.dep_ == "ROOT" and not verb.sent[-1].is_punct
    if not headline or verb.tag_ not in {"VBD", "VBN"} or verb.lemma not in giving_verbs():
        return
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    own = any(c.dep_ in {*AUXILIARY, "dative"} or c.lower_ == "to" for c in verb.children)
    if subject is not None and not own and any(o.lemma in punishments() for o in objects(verb)):
        verb.tag_, subject.dep_ = "VBN", "nsubjpass"


def punishment_behind(verb: Token) -> None:
    """In "hands a leader five years in jail" a leader gets five years."""
    if verb.lemma not in giving_verbs():
        return
    behind = [c for c in verb.children if c.i > verb.i and c.dep_ in {"appos", "dobj", "npadvmod", "oprd"}]
    term = next((c for c in behind if c.lemma in punishments()), None)
    whom = next((c for c in behind if term is not None and c.i < term.i and c.pos_ in {"NOUN", "PROPN", "PRON"}), None)
    if term is not None and whom is None and term.lemma in {"life", "year", "month"}:  # "gives man life in prison"
        whom = next((c for c in term.children if c.dep_ == "compound" and c.i == verb.i + 1), None)
        if whom is not None:
            hang(whom, verb, "dative")
    if term is not None and whom is not None:
        whom.dep_, term.dep_ = "dative", "dobj"
