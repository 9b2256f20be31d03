"""Participles that only say who or what is meant, and verbs that the parser takes for such."""

from converters.language.mending.tree import (
    AUXILIARY,
    SUBJECT,
    hang,
    is_finite,
    left_of,
    objects,
    put_above,
    right_of,
)
from converters.language.tokens import (
    hearsay_verbs,
    transitive_verbs,
)
from converters.language.tree import Token


def reduced_participle(verb: Token) -> None:
    """What narrows a noun without a subject of its own is a participle ("a man shot dead by an officer")."""
    if verb.dep_ != "acl" or verb.tag_ != "VBD":
        return
    if not any(c.dep_ in {*SUBJECT, "dobj", *AUXILIARY} for c in verb.children):
        verb.tag_ = "VBN"


def participle_of_root(verb: Token) -> None:
    """In "A tourist injured in the crash dies" the tourist dies: who was injured says which tourist."""
    main = next((c for c in verb.children if c.i > verb.i and c.dep_ == "dep" and c.tag_ in {"VBZ", "VBP"}), None)
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    bare = not any(c.dep_ in {*AUXILIARY, "dobj", "cc", "mark"} for c in verb.children)
    if main is None or subject is None or not bare or verb.dep_ != "ROOT" or verb.lemma not in transitive_verbs():
        return
    if any(c.dep_ in SUBJECT for c in main.children):
        return
    _put_main_above(main, verb, subject)


def _put_main_above(main: Token, participle: Token, subject: Token) -> None:
    """Makes a verb the main one, of whose subject another only says which it is."""
    put_above(main, participle)
    for child in [c for c in participle.children if c.i > main.i]:
        hang(child, main, child.dep_)
    hang(subject, main, "nsubj")
    hang(participle, subject, "acl")
    participle.tag_ = "VBN"


def participle_of_deed(verb: Token) -> None:
    """In "An attack blamed on rebels killed ten" the attack did: what has an object is no passive, so that it narrows
    nobody who only has a part in the deed.
    """
    whole = verb.sent.root
    object_behind = any(c.i > verb.i for c in objects(verb))
    if (
        verb.dep_ != "acl"
        or verb.tag_ not in {"VBN", "VBD"}
        or verb.lemma not in transitive_verbs()
        or not object_behind
    ):
        return
    if whole.pos_ not in {"NOUN", "PROPN"} or verb.head is whole or left_of(verb).i != verb.head.i + 1:
        return
    if any(c.dep_ in {"nsubj", "nsubjpass", "cop"} for c in whole.children) or not verb.sent[-1].is_punct:
        return
    put_above(verb, whole)
    hang(whole, verb, "nsubj")
    verb.tag_ = "VBD"
    for child in [c for c in whole.children if c.i > verb.i]:
        hang(child, verb, child.dep_)


def verb_like_an_attribute(verb: Token) -> None:
    """In "killed and injured worshippers" worshippers are killed as well: two deeds share their object."""
    noun = verb.head
    first = noun.head
    link = verb.nbor(-1) if verb.i > verb.sent.start + 1 else verb
    if verb.dep_ != "amod" or verb.tag_ != "VBN" or noun.dep_ != "conj" or link.dep_ != "cc" or link.head is not first:
        return
    if first.tag_ == "VBD" and first.i == link.i - 1 and {first.lemma, verb.lemma} <= transitive_verbs():
        hang(verb, first, "conj")
        hang(noun, verb, "dobj")
        verb.tag_ = "VBD"


def participle_before_verb(verb: Token) -> None:
    """In "a post shared on Monday claims that …" the post claims it, which was shared."""
    if verb.tag_ != "VBD":
        return
    main = next((c for c in verb.children if c.dep_ == "dep" and c.i > verb.i and c.tag_ in {"VBZ", "VBP"}), None)
    if main is None or any(c.dep_ in SUBJECT for c in main.children):
        return
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    if subject is None or any(c.dep_ in {*AUXILIARY, "dobj", "ccomp", "xcomp"} for c in verb.children):
        return
    _put_main_above(main, verb, subject)


def participle_like_a_subject(verb: Token) -> None:
    """In "a man wanted over a raid was arrested" the man was arrested: no clause without a "that" is a subject, nor is
    what stands right before an auxiliary without one something said ("two men abducted from a school have been freed").
    """
    main = verb.head
    if verb.tag_ not in {"VBD", "VBN"} or not (
        verb.dep_ in {*SUBJECT, "csubj", "csubjpass"} or _stands_for_subject(verb, main)
    ):
        return
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    if subject is None or any(c.dep_ in {*AUXILIARY, "mark", "dobj", "ccomp", "xcomp"} for c in verb.children):
        return
    if subject.tag_ in {"WP", "WDT"} or any(c.tag_ in {"WRB", "WP", "WDT"} for c in verb.children):
        return
    hang(subject, main, "nsubjpass" if any(c.dep_ == "auxpass" for c in main.children) else "nsubj")
    hang(verb, subject, "acl")
    verb.tag_ = "VBN"


def _stands_for_subject(clause: Token, main: Token) -> bool:
    """Whether a clause stands where the subject of a verb without one would."""
    first = next((c for c in main.children if c.dep_ in AUXILIARY), main)
    right_before = clause.i < main.i and right_of(clause).i == first.i - 1
    return clause.dep_ == "ccomp" and right_before and not any(c.dep_ in {*SUBJECT, "expl"} for c in main.children)


def main_verb_behind_aside(verb: Token) -> None:
    """In "the blast, thought to be an accident, injured ten" the blast injured them: what is thought is an aside."""
    subject = next((c for c in verb.children if c.dep_ in SUBJECT and verb.nbor(-1).text == ","), None)
    bare = verb.tag_ == "VBN" and not any(c.dep_ in {*AUXILIARY, "dobj", "agent"} for c in verb.children)
    if subject is None or not bare or verb.lemma not in hearsay_verbs() or subject.i > verb.i:
        return
    behind = [c for c in (*verb.children, *verb.head.children) if c.dep_ == "conj" and c.i > verb.i]
    lacking = [c for c in behind if (is_finite(c) or objects(c)) and not any(s.dep_ in SUBJECT for s in c.children)]
    for main in [c for c in lacking if left_of(c).nbor(-1).text == ","][:1]:
        if main.tag_ == "VBN" and not is_finite(main):
            main.tag_ = "VBD"
        if main.head is verb:
            put_above(main, verb)
        else:
            hang(main, verb.head, verb.dep_)
        for word in [c for c in verb.children if c.i < subject.i]:
            hang(word, main, word.dep_)  # "when a drone, believed to be theirs, hit the port"
        hang(subject, main, "nsubjpass" if any(c.dep_ == "auxpass" for c in main.children) else "nsubj")
        hang(verb, subject, "acl")
