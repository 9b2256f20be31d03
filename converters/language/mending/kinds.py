"""What kind of word it is."""

from converters.language.mending.tree import SUBJECT, hang, is_finite, is_whole_that_clause, put_above
from converters.language.tokens import deeds_of_headings, noun_prefixes, those_upon_whom, transitive_verbs
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


def former_holder(prefix: Token) -> None:
    """In "an ex-minister" the minister is meant: what stands before the hyphen only says which one."""
    if prefix.lower_ not in noun_prefixes() or prefix.i + 2 >= prefix.sent.end or prefix.nbor(1).text != "-":
        return
    hyphen, noun = prefix.nbor(1), prefix.nbor(2)
    if noun.head is not prefix.head or noun.dep_ != prefix.dep_:
        return
    for child in [*prefix.children, *hyphen.children]:
        hang(child, noun, child.dep_)
    hang(prefix, noun, "compound")
    hang(hyphen, noun, "punct")


def missing(verb: Token) -> None:
    """In "forty people are missing" nobody misses anything: it is how they are."""
    if verb.lower_ != "missing" or any(c.dep_ == "dobj" for c in verb.children):
        return
    be = next((c for c in verb.children if c.dep_ == "aux" and c.lemma == "be"), None)
    if be is None:
        return
    put_above(be, verb)
    for child in [c for c in verb.children if c.dep_ in SUBJECT or c.is_punct or c.dep_ == "advcl"]:
        hang(child, be, child.dep_)
    verb.dep_, verb.pos_, verb.tag_ = "acomp", "ADJ", "JJ"
    verb.lemma = verb.lemma_ = verb.lower_


def deed_of_heading(word: Token) -> None:
    """In headings without another verb a word between who and whom is one ("Army shells town", "Court jails mayor")."""
    if word.dep_ != "compound" or word.i == word.sent.start or word.sent[-1].is_punct:
        return
    thing, subject = word.head, word.nbor(-1)
    while thing.dep_ == "compound":
        thing = thing.head
    plural = subject.tag_ in {"NNS", "NNPS"} or subject.lower_ == "police"
    upon = thing.lower_ in those_upon_whom().get(word.lemma, ())  # "US sanctions firms", but not "sanctions talks"
    verb = word.tag_ in {"VBZ", "VBP"} or (
        (upon or word.lemma in transitive_verbs() | deeds_of_headings())
        and word.tag_ == ("NN" if plural else "NNS")
        and subject.tag_ in {"NN", "NNP", "NNS", "NNPS"}
    )
    if not verb or thing.i < word.i or any(is_finite(t) for t in _between_semicolons(word) if t is not word):
        return
    put_above(word, thing)
    word.dep_ = word.dep_ if word.dep_ == "ROOT" else "parataxis"
    word.pos_, word.tag_, thing.dep_ = "VERB", "VBP" if plural else "VBZ", "dobj"
    for child in [c for c in thing.children if c.i < word.i and c is not subject]:
        hang(child, subject, child.dep_)
    for child in [c for c in thing.children if c.i > thing.i and c.dep_ in {"prep", "advcl"} and c.lower_ != "of"]:
        hang(child, word, child.dep_)
    hang(subject, word, "nsubj")


def _between_semicolons(word: Token) -> tuple[Token, ...]:
    marks = [t.i for t in word.sent if t.text == ";"]
    first = max((i + 1 for i in marks if i < word.i), default=word.sent.start)
    return word.doc[first : min((i for i in marks if i > word.i), default=word.sent.end)]


def demand_of_heading(verb: Token) -> None:
    """In the heading "Mediator urges end to siege" the mediator urges, and no urges end."""
    if verb.dep_ != "ROOT" or verb.tag_ != "VB" or verb.sent[-1].is_punct:
        return
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i == verb.i - 1), None)
    if subject is None:
        return
    who = [c for c in subject.children if c.dep_ == "compound"]
    if subject.tag_ != "NNS" or subject.lemma not in deeds_of_headings() or not who:
        return
    put_above(subject, verb)
    subject.pos_, subject.tag_ = "VERB", "VBZ"
    verb.pos_, verb.tag_, verb.dep_ = "NOUN", "NN", "dobj"
    for child in [c for c in subject.children if c.i < who[-1].i]:
        hang(child, who[-1], child.dep_)
    who[-1].dep_ = "nsubj"


def number_like_a_date(number: Token) -> None:
    """In "eleven were hurt" a number in words does or undergoes something: it is no date."""
    beside = [number.nbor(step) for step in (-1, 1) if number.sent.start <= number.i + step < number.sent.end]
    alone = not any(t.ent_type_ == number.ent_type_ for t in beside)
    if number.ent_type_ in {"DATE", "TIME"} and number.text.isalpha() and number.dep_ in SUBJECT and alone:
        number.ent_type_ = "CARDINAL"
