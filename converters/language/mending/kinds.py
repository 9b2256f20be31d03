"""What kind of word it is."""

from converters.language.mending.tree import SUBJECT, hang, is_whole_that_clause
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


def number_like_a_date(number: Token) -> None:
    """In "eleven were hurt" a number in words does or undergoes something: it is no date."""
    beside = [number.nbor(step) for step in (-1, 1) if number.sent.start <= number.i + step < number.sent.end]
    alone = not any(t.ent_type_ == number.ent_type_ for t in beside)
    if number.ent_type_ in {"DATE", "TIME"} and number.text.isalpha() and number.dep_ in SUBJECT and alone:
        number.ent_type_ = "CARDINAL"
