"""How many, and who among them."""

from converters.language.mending.tree import (
    AUXILIARY,
    SUBJECT,
    hang,
    objects,
    put_above,
)
from converters.language.tokens import (
    attacking_verbs,
    bounding_prepositions,
    inclusive_prepositions,
    telling_verbs,
    transitive_verbs,
    yielding_verbs,
)
from converters.language.tree import Token

_SOME = frozenset({"some", "many", "others", "several", "most"})


def more_of_them(verb: Token) -> None:
    """In "wounded 11 more" eleven more are wounded, in "displaced two million" two million displaced."""
    for more in [c for c in verb.children if c.i > verb.i and c.dep_ in {"advmod", "npadvmod"}]:
        counted = more.lower_ == "more" and any(c.dep_ == "nummod" or c.ent_type_ == "CARDINAL" for c in more.children)
        number = more.ent_type_ == "CARDINAL" and verb.lemma in transitive_verbs()
        if objects(verb) or not (counted or number):
            continue
        number_behind_than(more)
        if more.dep_ in {"advmod", "npadvmod"}:
            more.dep_ = "dobj"
            for many in [c for c in more.children if c.dep_ == "npadvmod"]:
                many.dep_ = "nummod"


def bounded_number(verb: Token) -> None:
    """In "injuring over 80" eighty are injured, and "over" bounds the number."""
    if verb.lemma not in transitive_verbs() or objects(verb):
        return
    for bound in [
        c for c in verb.children if c.dep_ == "prep" and c.i == verb.i + 1 and c.lower_ in bounding_prepositions()
    ]:
        for number in [c for c in bound.children if c.dep_ == "pobj" and c.ent_type_ == "CARDINAL"]:
            hang(number, verb, "dobj")
            hang(bound, number, "quantmod")


def particle_before_number(verb: Token) -> None:
    """In "handed over ten hostages" they are handed over, and not more than ten."""
    over = verb.nbor(1) if verb.i + 2 < verb.sent.end else verb
    if verb.lemma not in yielding_verbs() or over.lower_ != "over" or over.head.tag_ != "CD":
        return
    hang(over, verb, "prt")
    over.ent_type_ = ""


def number_behind_than(more: Token) -> None:
    """In "injured more than a dozen" the dozen is the object, and "more than" bounds it."""
    for than in [c for c in more.children if c.lower_ == "than" and c.i == more.i + 1]:
        for number in [c for c in than.children if c.dep_ == "pobj" and c.ent_type_ == "CARDINAL"]:
            hang(number, more.head, "dobj")
            hang(more, number, "amod")
            hang(than, number, "quantmod")


def all_that_undergo(verb: Token) -> None:
    """In "killing all on board" all of them are killed."""
    if objects(verb) or verb.lemma not in transitive_verbs():
        return
    for link in [c for c in verb.children if c.dep_ == "prep" and c.i == verb.i + 2]:
        for all_ in [c for c in link.children if c.lower_ == "all" and c.i == verb.i + 1]:
            hang(all_, verb, "dobj")
            hang(link, all_, "prep")
            return


def doer_behind_with(verb: Token) -> None:
    """In "with some throwing bottles" some throw, and no bottles do."""
    noun = verb.head
    link = noun.head
    some = verb.nbor(-1)
    if verb.dep_ != "amod" or verb.tag_ != "VBG" or noun.dep_ != "pobj" or link.lower_ != "with":
        return
    if some.dep_ == "det" and some.lower_ in _SOME and some.nbor(-1) is link and noun.tag_ == "NNS":
        put_above(verb, noun)
        hang(some, verb, "nsubj")
        verb.dep_, noun.dep_, verb.pos_ = "pcomp", "dobj", "VERB"


def some_who(verb: Token) -> None:
    """In "Some blocked roads, others threw stones" some did the one and others the other, and no roads are blocked."""
    noun, some = verb.head, verb.nbor(-1)
    if verb.dep_ != "amod" or verb.tag_ != "VBN" or noun.head.i < noun.i or noun.tag_ not in {"NNS", "NN"}:
        return
    others = noun.nbor(2)
    if some.dep_ == "det" and some.lower_ in _SOME and noun.nbor(1).text == "," and others.lower_ == "others":
        put_above(verb, noun)
        hang(some, verb, "nsubj")
        verb.pos_, verb.tag_, noun.dep_ = "VERB", "VBD", "dobj"
        some.pos_ = "PRON"
        if verb.dep_ != "ROOT":
            verb.dep_ = "ccomp"


def counted_between(verb: Token) -> None:
    """In "killed between five and eight soldiers" that many are killed."""
    for link in [c for c in verb.children if c.lower_ == "between" and c.dep_ == "prep" and c.i == verb.i + 1]:
        for noun in [c for c in link.children if c.dep_ == "pobj" and not objects(verb)]:
            numbers = [c for c in noun.children if c.dep_ == "nummod" and c.i == link.i + 1]
            for number in [n for n in numbers if any(c.dep_ == "conj" for c in n.children)]:
                hang(noun, verb, "dobj")
                hang(link, number, "quantmod")


def counted_between_before(verb: Token) -> None:
    """In "between five and eight soldiers were killed" that many are, and nothing is between them."""
    for link in [c for c in verb.children if c.lower_ == "between" and c.dep_ == "prep" and c.i + 4 < verb.i]:
        first, noun = link.nbor(1), link.nbor(4)
        several = noun.tag_ == "NNS" or (noun.dep_ == "compound" and noun.head.tag_ == "NNS")
        if first.tag_ != "CD" or link.nbor(2).lower_ != "and" or link.nbor(3).tag_ != "CD" or not several:
            continue
        noun = noun.head if noun.dep_ == "compound" else noun
        if noun.head is link and not any(c.dep_ in SUBJECT for c in verb.children):
            hang(noun, verb, "nsubjpass" if any(c.dep_ == "auxpass" for c in verb.children) else "nsubj")
        if noun.head is verb and noun.dep_ in SUBJECT:
            hang(first, noun, "nummod")
            hang(link, first, "quantmod")


def toll_of_the_attack(verb: Token) -> None:
    """In "ambushed a patrol of soldiers killing two of them" who ambushed them killed two."""
    noun = verb.head
    counted = any(o.tag_ == "CD" or any(c.dep_ == "nummod" for c in o.children) for o in objects(verb))
    if verb.dep_ != "acl" or verb.tag_ != "VBG" or verb.lemma not in transitive_verbs() or not counted:
        return
    if noun.dep_ == "pobj" and noun.head.lower_ == "of":
        noun = noun.head.head
    if noun.dep_ == "dobj" and noun.head.lemma in attacking_verbs() and noun.head.i < noun.i:
        hang(verb, noun.head, "advcl")


def included_among_many(verb: Token) -> None:
    """In "ten were killed in the attack, including two guards" guards are among the ten: one attack includes no two."""
    many = next((c for c in verb.children if c.dep_ in {"nsubjpass", "dobj"} and c.tag_ in {"NNS", "CD"}), None)
    if many is None:
        return
    nouns = [c for c in verb.children if c.dep_ == "prep" and c.i > verb.i]
    while nouns:
        phrase = nouns.pop()
        nouns += [c for c in phrase.children if c.i > phrase.i and c.dep_ in {"pobj", "prep"}]
        link = phrase.lower_ in inclusive_prepositions() and phrase.nbor(-1).text == ","
        counted = [c for c in phrase.children if c.dep_ == "pobj" and any(n.tag_ == "CD" for n in c.children)]
        if link and counted and phrase.head.tag_ == "NN" and counted[0].tag_ == "NNS":
            hang(phrase, many, "prep")
            return


def reported_killed(verb: Token) -> None:
    """In "the country reported 360 killed and 900 injured" so many were, and the country was not."""
    if verb.lemma not in telling_verbs():
        return
    for told in [c for c in verb.children if c.dep_ == "ccomp" and c.tag_ == "VBN" and c.lemma in transitive_verbs()]:
        bare = not any(c.dep_ in {*SUBJECT, *AUXILIARY, "mark", "dobj"} for c in told.children)
        for number in [c for c in told.children if bare and c.dep_ == "nummod" and c.i < told.i]:
            number.dep_ = "nsubjpass"
