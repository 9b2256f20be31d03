"""What kind of word it is."""

from converters.language.mending.tree import hang, is_whole_that_clause
from converters.language.tree import Token


def verb_like_a_noun(noun: Token) -> None:
    """In "state media report that …" and "the party disputes that …" the last word before "that" is a verb."""
    clause = next((c for c in noun.children if c.dep_ in {"acl", "relcl"} and is_whole_that_clause(c)), None)
    subject = noun.nbor(-1) if noun.i > noun.sent.start else noun
    plural = subject.tag_ in {"NNS", "NNPS"} or subject.lower_ == "media"
    agrees = plural if noun.tag_ == "NN" else noun.tag_ == "NNS" and subject.tag_ in {"NN", "NNP"}
    if noun.dep_ != "ROOT" or clause is None or subject.dep_ != "compound" or not agrees:
        return
    noun.pos_, noun.tag_, subject.dep_ = "VERB", "VBP" if plural else "VBZ", "nsubj"
    clause.dep_ = "ccomp"
    for child in [c for c in noun.children if c.i < subject.i]:
        hang(child, subject, child.dep_)
