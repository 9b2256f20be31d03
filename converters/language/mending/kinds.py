"""What kind of word it is."""

from converters.language.mending.tree import SUBJECT, hang
from converters.language.tree import Token


def verb_like_a_noun(noun: Token) -> None:
    """In "state media report that …" a plural stands before the verb: "report" is no noun."""
    clause = next((c for c in noun.children if c.dep_ == "acl" and any(m.lower_ == "that" for m in c.children)), None)
    subject = noun.nbor(-1) if noun.i > noun.sent.start else noun
    plural = subject.tag_ in {"NNS", "NNPS"} or subject.lower_ == "media"
    if noun.dep_ != "ROOT" or noun.tag_ != "NN" or clause is None or subject.dep_ != "compound" or not plural:
        return
    noun.pos_, noun.tag_, subject.dep_ = "VERB", "VBP", "nsubj"
    clause.dep_ = "ccomp"
    for child in [c for c in noun.children if c.i < subject.i]:
        hang(child, subject, child.dep_)


def name_like_a_verb(verb: Token) -> None:
    """ "IS" where not all is written in capitals is the name of a group, the subject of the verb behind it."""
    deed = verb.head
    if verb.text != "IS" or not any(t.text.islower() for t in verb.sent):
        return
    if deed is verb or deed.i < verb.i or verb.children:
        return
    if any(c.dep_ in SUBJECT for c in deed.children) or deed.tag_ not in {"VBD", "VBN"}:
        return
    verb.dep_, verb.pos_, verb.tag_, verb.lemma = "nsubj", "PROPN", "NNP", verb.text
    deed.tag_ = "VBD"
