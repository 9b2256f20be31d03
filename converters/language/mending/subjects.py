"""Whose verb it is."""

from converters.language.mending.tree import (
    AUXILIARY,
    FINITE,
    SUBJECT,
    auxiliaries,
    hang,
    is_finite,
    left_of,
    objects,
    put_above,
    right_of,
)
from converters.language.tokens import (
    closing_verbs,
    speaking_verbs,
    transitive_verbs,
)
from converters.language.tree import Token

_COUNTERS = frozenset({"amod", "nummod", "quantmod", "advmod"})
_PLURAL = frozenset({"are", "were", "have"})
_SINGULAR = frozenset({"is", "was", "has"})


def words_of_auxiliary(verb: Token) -> None:
    """What the parser hangs on an auxiliary is the main verb's ("that the junta was massing troops")."""
    if verb.dep_ in AUXILIARY:
        for child in list(verb.children):
            hang(child, verb.head, child.dep_)


def one_subject(verb: Token) -> None:
    """Of two subjects the one beside the verb is its own.

    The other is coordinated with it ("eight rebels and four soldiers were killed"), or the object of the clause before
    ("rebels killed 60 troops near the town, a report said").
    """
    found = [c for c in verb.children if c.dep_ in SUBJECT and c.i < verb.i]
    if len(found) != 2:
        return
    first, second = found
    link = left_of(second).nbor(-1) if left_of(second).i > verb.sent.start else first
    listed = link.head if link.dep_ == "cc" and link.head.dep_ in {"appos", "conj"} else first
    if listed.head is first or any(c.dep_ == "cc" and first.i < c.i < second.i for c in first.children):
        if listed.head is first:
            listed.dep_ = "conj"  # "two boys, ten men in a bus, and a nun were hurt"
        hang(second, first, "conj")
        return
    between = next((c for c in verb.children if c.dep_ == "ccomp" and first.i < c.i < second.i), None)
    if between is not None:
        hang(first, between, "npadvmod")  # "Near Avon, planes struck a depot, the command said"
        return
    opening = left_of(second)
    before = first.doc[left_of(first).i - 1] if left_of(first).i > first.sent.start else None
    parted = opening.i > first.sent.start and opening.nbor(-1).text == ","
    if parted and before is not None and before.pos_ == "VERB" and not objects(before):
        hang(first, before, "dobj")
    elif parted and second.i == verb.i - 1 and "CARDINAL" in {second.ent_type_, opening.ent_type_}:
        hang(first, verb, "npadvmod")  # "Ferry sinking in lake, at least 60 drowned"


def subject_behind_mark(verb: Token) -> None:
    """In the headings "Blast at hall; officials rule out attack" and "Witnesses: police opened fire" who does it stands
    behind the mark.
    """
    found = [c for c in verb.children if c.dep_ in SUBJECT and c.i < verb.i]
    for first in found[:-1]:
        if any(t.text in {";", ":"} for t in verb.doc[first.i : found[-1].i]):
            first.dep_ = "dep"


def verb_like_a_subject(verb: Token) -> None:
    """In the heading "Defector claims general ordered it" the defector claims that: no verb is a subject."""
    subjects = [c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i]
    for cue in subjects[:-1]:
        own = any(c.dep_ == "nsubj" for c in cue.children)
        if cue.tag_ in FINITE and own and cue.lemma in speaking_verbs() | closing_verbs():
            put_above(cue, verb)
            verb.dep_ = "ccomp"
            return


def stolen_subject(verb: Token) -> None:
    """The last of coordinated nouns, right before a finite verb with no subject, is its subject, not one more object.

    "Smoke rose from the area and residents said …", "we lost one soldier and several others were injured".
    """
    if not is_finite(verb) or any(c.dep_ in {*SUBJECT, "mark", "expl", "csubj"} for c in verb.children):
        return
    group = [c for c in verb.children if c.dep_ in {*AUXILIARY, "neg", "advmod"} and c.i < verb.i]
    first = min([verb, *group], key=lambda token: token.i)
    noun = first.nbor(-1) if first.i > verb.sent.start else verb
    while noun.dep_ in {"compound", "pobj", "prep"} and noun.head.dep_ != "conj" and noun.head is not noun:
        noun = noun.head
    if noun.dep_ != "conj" or noun.pos_ not in {"NOUN", "PROPN"} or right_of(noun).i != first.i - 1:
        return
    if not any(c.dep_ == "cc" and c.i == left_of(noun).i - 1 for c in noun.head.children):
        return
    hang(noun, verb, "nsubjpass" if any(c.dep_ == "auxpass" for c in verb.children) else "nsubj")
    if verb.dep_ == "advcl":
        verb.dep_ = "conj"


def subject_behind_phrase(verb: Token) -> None:
    """In "with the support of the coalition, the army has moved on" the army has: what stands behind a preposition
    without an object is that, and the last name set off from it the subject.
    """
    subject = next((c for c in verb.children if c.dep_ in SUBJECT and c.i < verb.i), None)
    first = left_of(subject) if subject is not None else verb
    link = first.nbor(-1) if first.i > verb.sent.start else first
    if subject is None or link.dep_ != "prep" or link.head is not verb or link.children:
        return
    set_off = [t for t in verb.doc[subject.i : verb.i] if t.dep_ == "appos" and subject in t.ancestors]
    for other in set_off[-1:]:
        if left_of(other).nbor(-1).text == ",":
            hang(other, verb, subject.dep_)
            hang(subject, link, "pobj")


def those_on_board(thing: Token) -> None:
    """In "no one on board the train was hurt" nobody is hurt, and not the train: it is what they are on board of."""
    opening, verb = left_of(thing), thing.head
    if thing.dep_ not in SUBJECT or opening.i < thing.sent.start + 3 or opening.nbor(-1).lower_ != "board":
        return
    link = opening.nbor(-2)
    who = link.nbor(-1)
    if link.lower_ != "on" or who.pos_ not in {"NOUN", "PRON", "PROPN", "NUM", "DET"}:
        return
    label = thing.dep_
    if verb.dep_ == "relcl" and verb.head is who:
        put_above(verb, who)
        for child in [c for c in who.children if c.i > verb.i]:
            hang(child, verb, child.dep_)
        who.dep_ = label
    elif who.head is link and link.head is verb:
        hang(who, verb, label)
        hang(link, who, "prep")
    elif who.head is not verb or link.head is not who:
        return
    hang(thing, link, "pobj")


def finite_complement(verb: Token) -> None:
    """A participle or adjective with the subject of the finite verb behind it only narrows that.

    "Said troops guarding it fled", "said men responsible for it were held".
    """
    clauses = [c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i]
    if len(clauses) != 2:
        return
    participle, finite = clauses
    subject = next((c for c in participle.children if c.dep_ == "nsubj"), None)
    worded = " ".join([participle.lemma, *(c.lower_ for c in participle.children if c.dep_ == "prt")])
    whole = any(c.dep_ in {"aux", "auxpass", "cc", "neg"} for c in participle.children)
    mark = next((c for c in participle.children if c.dep_ == "mark"), None)
    if mark is not None and mark.lower_ == "that" and worded in transitive_verbs():
        hang(mark, finite, "mark")  # "said that the plane shot down on Monday carried arms"
    else:
        whole = whole or mark is not None
    narrow = participle.tag_ == "VBG" or (participle.tag_ in {"VBD", "VBN", "JJ"} and not objects(participle))
    bare = narrow and not whole
    gapped = is_finite(finite) and not any(c.dep_ in {*SUBJECT, "mark", "expl", "csubj"} for c in finite.children)
    between = verb.doc[right_of(participle).i + 1 : left_of(finite).i]
    aside = [t for t in between if not t.is_punct and t.ent_type_ not in {"GPE", "LOC"} and t.dep_ != "npadvmod"]
    if subject is None or not bare or not gapped or aside:
        return
    hang(subject, finite, "nsubjpass" if any(c.dep_ == "auxpass" for c in finite.children) else "nsubj")
    hang(participle, subject, "acl")
    participle.tag_ = "VBN" if participle.tag_ == "VBD" else participle.tag_


def subject_like_an_object(verb: Token) -> None:
    """In "said debris from the raid had hit a house" the debris hit it: what is said is no thing, but the clause."""
    if verb.lemma not in closing_verbs() | speaking_verbs():
        return
    thing = next((c for c in objects(verb) if c.i > verb.i), None)
    clause = next((c for c in verb.children if c.dep_ == "ccomp" and thing is not None and c.i > thing.i), None)
    if thing is None or clause is None or not is_finite(clause):
        return
    between = [c for c in verb.children if thing.i < c.i < clause.i]
    whole = any(c.dep_ in {*SUBJECT, "mark", "expl", "csubj"} for c in clause.children)
    passive = any(c.dep_ == "auxpass" for c in clause.children)
    beside = right_of((thing, *between)[-1]).i == left_of(clause).i - 1
    if verb.lemma not in closing_verbs() and not passive:
        return  # "claimed a prize had gone"
    if beside and not whole and all(c.dep_ == "prep" for c in between):
        for link in between:
            hang(link, thing, "prep")
        hang(thing, clause, "nsubjpass" if passive else "nsubj")


def gapped_subject(verb: Token) -> None:
    """ "Five were killed and many more injured", "one was killed and another hurt": what counts is the subject."""
    if verb.dep_ != "conj" or verb.tag_ != "VBN" or any(c.dep_ in {*SUBJECT, "dobj"} for c in verb.children):
        return
    for child in verb.children:
        counted = any(c.dep_ in _COUNTERS and c.i < child.i for c in child.children)
        more = child.lower_ in {"more", "others"} and child.dep_ in {"advmod", "npadvmod"} and counted
        if child.i < verb.i and (more or (child.lower_ == "another" and child.dep_ == "det")):
            child.dep_, child.pos_ = "nsubjpass", "NOUN"
            return


def gapped_clause(verb: Token) -> None:
    """ "Two were killed and a child injured": the participle is the second verb, not an attribute of its subject."""
    noun = verb.head
    first = noun.head
    if verb.dep_ != "acl" or verb.tag_ != "VBN" or noun.dep_ != "conj" or first.tag_ != "VBN":
        return
    if any(c.dep_ == "auxpass" for c in first.children) and first.pos_ in {"VERB", "AUX"}:
        hang(verb, first, "conj")
        hang(noun, verb, "nsubjpass")


def parted_main_verb(verb: Token) -> None:
    """In "rebels holding 20 men, including three doctors, clashed with troops" rebels clashed."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    bare = verb.tag_ == "VBG" and verb.dep_ in {"ROOT", "ccomp"} and not any(c.dep_ in AUXILIARY for c in verb.children)
    if subject is None or not bare:
        return
    behind = [t for t in verb.doc[verb.i + 2 : verb.sent.end] if t.dep_ == "acl" and verb in t.ancestors]
    main = next((t for t in behind if t.tag_ in {"VBN", "VBD"} and t.nbor(-1).text in {",", "–", "—", "-"}), None)
    if main is None or any(c.dep_ in {"agent", *SUBJECT, *AUXILIARY} for c in main.children):
        return
    put_above(main, verb)
    main.tag_ = "VBD"
    for child in [c for c in verb.children if c.i > main.i]:
        hang(child, main, child.dep_)
    hang(subject, main, "nsubj")
    hang(verb, subject, "acl")


def verb_behind_participle(verb: Token) -> None:
    """In "two men abducted last week have been freed" they were freed: who was abducted says which men."""
    first = verb.head
    if verb.dep_ != "conj" or first.tag_ not in {"VBN", "VBD"} or first.lemma not in transitive_verbs():
        return
    leads = [c for c in verb.children if c.i < verb.i]
    subject = next((c for c in first.children if c.dep_ == "nsubj" and c.i == first.i - 1), None)
    finite = is_finite(verb) and any(c.dep_ in AUXILIARY for c in leads)
    if not finite or subject is None or any(c.dep_ in SUBJECT for c in leads):
        return
    if any(c.dep_ in {*AUXILIARY, "dobj", "cc", "ccomp"} for c in first.children):
        return
    opening = min(c.i for c in leads if c.dep_ in AUXILIARY)
    if any(t.text == "," for t in verb.doc[first.i : opening]):
        return
    put_above(verb, first)
    for child in [c for c in first.children if c.i > verb.i]:
        hang(child, verb, child.dep_)
    for child in [c for c in leads if c.i < opening]:
        hang(child, first, child.dep_)
    hang(subject, verb, "nsubjpass" if any(c.dep_ == "auxpass" for c in leads) else "nsubj")
    hang(first, subject, "acl")
    first.tag_ = "VBN"


def agreeing_conjunct(verb: Token) -> None:
    """A singular verb is not coordinated with a plural one ("it hit men who were firing and was closing in")."""
    other = verb.head
    if verb.dep_ != "conj" or not auxiliaries(verb) & _SINGULAR or not auxiliaries(other) & _PLURAL:
        return
    if any(c.dep_ in {*SUBJECT, "expl"} for c in verb.children) or other.dep_ not in {"relcl", "advcl"}:
        return
    above = other.head
    while above.pos_ not in {"VERB", "AUX"} and above.head is not above:
        above = above.head
    hang(verb, above, "conj")


def deed_behind_perfect(verb: Token) -> None:
    """In "a raid hit Avon, where troops have fought for a year, and killed ten" the raid killed: what an aside tells in
    the perfect does not go on in the past.
    """
    aside = verb.head
    if verb.dep_ != "conj" or verb.tag_ != "VBD" or aside.dep_ != "relcl" or not auxiliaries(aside) & {"has", "have"}:
        return
    if any(c.dep_ in {*SUBJECT, *AUXILIARY, "mark"} for c in verb.children) or left_of(aside).nbor(-1).text != ",":
        return
    above = aside.head
    while above.pos_ not in {"VERB", "AUX"} and above.head is not above:
        above = above.head
    link = next((c for c in aside.children if c.dep_ == "cc" and aside.i < c.i < verb.i), None)
    if above.tag_ == "VBD" and link is not None and link.nbor(-1).text == ",":
        hang(link, above, "cc")
        hang(verb, above, "conj")


def deed_of_the_list(verb: Token) -> None:
    """In "they say it is part of the war, which has killed ten, burned two towns and hurt many" the war burned them: a
    list goes on with the perfect it began with.
    """
    if verb.dep_ not in {"ccomp", "conj"} or verb.tag_ not in {"VBD", "VBN"} or left_of(verb) is not verb:
        return
    link = verb.nbor(-1) if verb.i > verb.sent.start + 1 else verb
    asides = [t for t in verb.doc[verb.sent.start : link.i] if t.dep_ == "relcl" and right_of(t).i == link.i - 1]
    listed = {c.dep_ for c in verb.children if c.i > verb.i} >= {"cc", "conj"}
    for clause in asides[-1:]:
        perfect = clause.tag_ == "VBN" and not auxiliaries(clause).isdisjoint({"has", "have", "had"})
        passive = any(c.dep_ in {"auxpass", "nsubjpass"} for c in clause.children)
        if link.text == "," and listed and perfect and not passive and objects(clause) and objects(verb):
            hang(verb, clause, "conj")
            verb.tag_ = "VBN"


def list_of_infinitives(verb: Token) -> None:
    """In "called on them to choose talks, to stop firing" they are to stop: infinitives in a row are a list."""
    above = verb.head
    if verb.dep_ != "xcomp" or above.dep_ not in {"xcomp", "advcl"} or not objects(above):
        return
    to = next((c for c in verb.children if c.dep_ == "aux" and c.tag_ == "TO"), None)
    listed = any(c.dep_ == "aux" and c.tag_ == "TO" for c in above.children)
    if to is not None and listed and to.nbor(-1).text == ",":
        hang(verb, above, "conj")


def past_behind_infinitive(verb: Token) -> None:
    """In "asked them to leave and promised talks" who asked promised: a past is not coordinated with an infinitive."""
    above = verb.head
    if verb.dep_ != "conj" or verb.tag_ != "VBD" or above.tag_ != "VB":
        return
    if any(c.dep_ in {*SUBJECT, *AUXILIARY, "mark"} for c in verb.children):
        return
    while above.tag_ in {"VB", "VBG"} and above.dep_ in {"xcomp", "ccomp", "advcl", "acl", "conj"}:
        above = above.head
    if above.tag_ == "VBD" and above.i < verb.i:
        hang(verb, above, "conj")


def many_who(who: Token) -> None:
    """In "three nurses of the agency, who were abducted" the nurses were: no agency is the subject of a plural."""
    clause = who.head
    noun = clause.head
    plural = clause.lower_ in _PLURAL or not auxiliaries(clause).isdisjoint(_PLURAL)
    if who.dep_ not in SUBJECT or clause.dep_ != "relcl" or not plural or noun.tag_ not in {"NN", "NNP"}:
        return
    if noun.dep_ != "pobj" or any(c.dep_ == "conj" for c in noun.children):
        return
    above = noun.head
    while above.dep_ in {"prep", "pobj", "acl"} and above.tag_ not in {"NNS", "NNPS"}:
        above = above.head
    if above.tag_ in {"NNS", "NNPS"} and above.i < noun.i:
        hang(clause, above, "relcl")


def chosen_of_two(verb: Token) -> None:
    """In "it was rebels, not soldiers, who fired" rebels fired."""
    other = verb.head
    meant = other.head
    if verb.dep_ == "relcl" and other.dep_ in {"appos", "conj"}:
        denied = (meant, other)
        if any(c.dep_ == "neg" and meant.i < c.i < other.i for word in denied for c in word.children):
            hang(verb, meant, "relcl")


def both_before_comma(verb: Token) -> None:
    """In the headline "Government, rebels sign ceasefire" both sign it."""
    if verb.dep_ != "ROOT" or verb.sent[-1].is_punct or verb.tag_ not in {"VBP", "VB"}:
        return
    first = verb.sent[0]
    while first.dep_ == "compound" and first.head.i > first.i:
        first = first.head
    other = next((c for c in verb.children if c.dep_ == "nsubj" and c is not first), None)
    if other is None or first.head is not verb or first.pos_ not in {"NOUN", "PROPN"}:
        return
    if first.dep_ in {"npadvmod", "dep", "nsubj"} and left_of(other).i == first.i + 2 and first.nbor(1).text == ",":
        first.dep_ = "nsubj"
        hang(other, first, "conj")
