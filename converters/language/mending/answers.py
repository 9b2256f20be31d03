"""Answers to what was just said: "…, which he denies", "…, a claim the army rejects"."""

from converters.language.mending.tree import SUBJECT, hang, left_of, put_above
from converters.language.tokens import answerable_nouns, answering_verbs
from converters.language.tree import Token


def answer_behind_clause(verb: Token) -> None:
    """In "the man hit them, which he denies" the clause with "which" is a relative one, whatever it hangs on."""
    opening = left_of(verb)
    which = opening.lower_ == "which" and opening.head is verb and opening.dep_ == "dobj"
    if verb.dep_ != "advcl" or not which or opening.i < verb.sent.start + 2 or opening.nbor(-1).text != ",":
        return
    before = opening.nbor(-2)
    if before.pos_ in {"NOUN", "PROPN", "PRON"} and before.head is not verb:
        hang(verb, before, "relcl")


def claim_before_name(verb: Token) -> None:
    """In "troops burned it, a charge Avon rejects" Avon rejects the charge that they did: it has no name of its own."""
    if verb.lemma not in answering_verbs():
        return
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    if subject is None:
        return
    parts = [c for word in (subject, verb) for c in word.children if c.dep_ == "compound" and c.i < subject.i]
    claim = next((c for c in parts if c.lemma in answerable_nouns()), None)
    article = claim.nbor(-1) if claim is not None and claim.i > verb.sent.start + 1 else None
    if claim is None or article is None or article.tag_ != "DT" or article.nbor(-1).text != ",":
        return
    told = next((c for c in verb.children if c.dep_ == "ccomp" and c.i < article.i), None)
    if told is not None:
        put_above(told, verb)
    elif verb.dep_ == "conj":
        told = verb.head
    else:
        return
    for word in [c for c in verb.children if c.i < article.i and c is not told]:
        hang(word, told, word.dep_)
    hang(claim, told, "npadvmod")
    hang(article, claim, "det")
    hang(verb, claim, "relcl")


def claim_that_is_answered(verb: Token) -> None:
    """In "they did it, a claim that police dismissed" police dismissed the claim: "that" opens a relative clause."""
    claim = verb.head
    if verb.dep_ != "acl" or verb.lemma not in answering_verbs() or claim.lemma not in answerable_nouns():
        return
    that = next((c for c in verb.children if c.dep_ == "mark" and c.lower_ == "that"), None)
    whole = any(c.dep_ in {"dobj", "ccomp", "xcomp", "auxpass", "prep"} for c in verb.children)
    apposed = left_of(claim).i > claim.sent.start and left_of(claim).nbor(-1).text == ","
    if apposed and that is not None and not whole and any(c.dep_ in SUBJECT for c in verb.children):
        verb.dep_, that.dep_, that.tag_ = "relcl", "dobj", "WDT"


def claim_beside_object(verb: Token) -> None:
    """In "shot the envoy, a claim the army denies" nobody shot a claim: it sums up the clause before."""
    claim = verb.head
    above = claim.head
    if verb.dep_ not in {"relcl", "acl"} or claim.dep_ != "dobj" or above.pos_ not in {"VERB", "AUX"}:
        return
    if not any(c.dep_ == "dobj" and c.i < claim.i for c in above.children):
        return
    if verb.lemma in answering_verbs() and claim.lemma in answerable_nouns() and left_of(claim).nbor(-1).text == ",":
        claim.dep_ = "npadvmod"


def answer_beside_saying(verb: Token) -> None:
    """In "the army said it held the town, but rebels denied this" rebels deny what the army said, and it says no such
    thing of them.
    """
    said = verb.head
    above = said.head
    if verb.dep_ != "conj" or verb.lemma not in answering_verbs() or said.dep_ != "ccomp" or said.i < above.i:
        return
    link = next((c for c in said.children if c.dep_ == "cc" and said.i < c.i < verb.i), None)
    own = any(c.dep_ == "nsubj" and c.i < verb.i for c in verb.children)
    taken_up = any(c.dep_ == "dobj" and c.lower_ in {"this", "that", "it"} for c in verb.children)
    if link is not None and link.lower_ == "but" and own and taken_up and above.tag_ == verb.tag_:
        hang(link, above, "cc")
        hang(verb, above, "conj")


def claims_called_false(verb: Token) -> None:
    """In "dismissed as nonsense claims that troops fired" the claims are dismissed, and nobody claims anything."""
    if verb.lemma not in answering_verbs():
        return
    for claims in [c for c in verb.children if c.dep_ == "advcl" and c.tag_ == "VBZ" and c.lemma in answerable_nouns()]:
        mark = next((c for c in claims.children if c.lower_ == "as" and c.i == verb.i + 1), None)
        called = [c for word in (claims, *claims.children) for c in word.children if mark and mark.i < c.i < claims.i]
        if mark is None or not any(c.dep_ == "ccomp" for c in claims.children):
            continue
        claims.dep_, claims.pos_, claims.tag_ = "dobj", "NOUN", "NNS"
        hang(mark, verb, "prep")
        for label in [c for c in called if c.pos_ in {"NOUN", "ADJ"}][-1:]:
            hang(label, mark, "pobj")
        for told in [c for c in claims.children if c.dep_ == "ccomp"]:
            told.dep_ = "acl"
