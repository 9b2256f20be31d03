"""Clauses that tell when or with what result, where the parser hangs them or their subjects elsewhere."""

from converters.language.mending.tree import (
    AUXILIARY,
    SUBJECT,
    hang,
    is_finite,
    left_of,
    objects,
    right_of,
)
from converters.language.tokens import (
    attacking_verbs,
    closing_verbs,
    speaking_verbs,
    subordinating_prepositions,
    transitive_verbs,
    weekdays,
)
from converters.language.tree import Token


def number_behind_day(verb: Token) -> None:
    """In "by Monday six had been released" six had: a number is part of no day of the week."""
    leads = [c for c in verb.children if c.dep_ in AUXILIARY and c.i < verb.i]
    first = min([verb, *leads], key=lambda word: word.i)
    number = first.nbor(-1) if first.i > verb.sent.start + 1 else verb
    if number.tag_ != "CD" or number.nbor(-1).lower_ not in weekdays() or not is_finite(verb):
        return
    if not any(c.dep_ in SUBJECT for c in verb.children):
        hang(number, verb, "nsubjpass" if any(c.dep_ == "auxpass" for c in leads) else "nsubj")
        number.ent_type_ = "CARDINAL"


def deed_behind_conjunction(verb: Token) -> None:
    """ "As shelling went on": a gerund between the conjunction and a finite verb without a subject is that subject."""
    if not is_finite(verb) or any(c.dep_ in SUBJECT for c in verb.children):
        return
    for mark in [c for c in verb.children if c.dep_ == "mark"]:
        for deed in [c for c in mark.children if c.dep_ == "pcomp" and c.tag_ == "VBG" and mark.i < c.i < verb.i]:
            hang(deed, verb, "nsubj")
            deed.tag_, deed.pos_, deed.lemma = "NN", "NOUN", deed.lower_


def clause_after_preposition(verb: Token) -> None:
    """A finite verb right behind the noun of "after" has that as its subject ("after a blast killed six")."""
    if verb.dep_ not in {"acl", "relcl"} or verb.tag_ not in {"VBD", "VBZ", "VBP"} or not objects(verb):
        return
    noun = verb.head if verb.dep_ == "acl" else verb.nbor(-1)
    link = noun.head
    own = verb.dep_ == "relcl" and any(c.dep_ in {*SUBJECT, "mark"} for c in verb.children)
    if noun.dep_ != "pobj" or own or link.lower_ not in subordinating_prepositions():
        return
    beside = left_of(verb) is verb and verb.i - 1 in {noun.i, *_rights(noun, verb)}
    if beside:
        hang(verb, link.head, "advcl")
        hang(noun, verb, "nsubj")
        hang(link, verb, "mark")


def passive_after_preposition(verb: Token) -> None:
    """In "were missing after 29 were rescued" that many were rescued, and the clause tells when; so too with a time in
    between ("comes after the army earlier this week confirmed that").
    """
    first = left_of(verb)
    before = first.nbor(-1) if first.i > verb.sent.start else verb
    if verb.dep_ not in {"advcl", "conj", "ccomp"} or not is_finite(verb) or before is verb:
        return
    timely = verb.tag_ == "VBD" and any(c.ent_type_ == "DATE" and left_of(c) is first for c in verb.children)
    if any(c.dep_ in {*SUBJECT, "mark", "cc"} for c in verb.children) or not (first.dep_ in AUXILIARY or timely):
        return
    noun = before
    while noun.dep_ != "pobj" and noun.head.i > first.i - 6 and noun.head is not noun:
        noun = noun.head
    link = noun.head
    if noun.dep_ == "pobj" and right_of(noun) is before and link.lower_ in subordinating_prepositions():
        hang(verb, link.head, "advcl")
        hang(noun, verb, "nsubjpass" if any(c.dep_ == "auxpass" for c in verb.children) else "nsubj")
        hang(link, verb, "mark")


def clause_of_soon(verb: Token) -> None:
    """In "as soon as rebels fire" the clause hangs on the main verb, as behind "when"."""
    for soon in [c for c in verb.children if c.dep_ == "advmod" and c.lower_ == "soon"]:
        for clause in [c for c in soon.children if c.dep_ == "advcl"]:
            hang(clause, verb, "advcl")
            hang(soon, clause, "mark")


def clause_of_time(verb: Token) -> None:
    """A clause with "when" behind the main verb tells when that was, and is no attribute of a noun before the verb."""
    noun = verb.head
    if verb.dep_ != "relcl" or not any(c.lower_ == "when" and c.dep_ == "advmod" for c in verb.children):
        return
    above = noun.head
    if above.pos_ in {"VERB", "AUX"} and noun.i < above.i < verb.i:
        hang(verb, above, "advcl")


def _rights(noun: Token, but: Token) -> list[int]:
    """The places where what follows a noun ends, less one of its children."""
    return [right_of(child).i for child in noun.children if child.i > noun.i and child is not but]


def result_of_the_deed(verb: Token) -> None:
    """In "police fired at men who had stormed the house, killing two" the men had done so before: the police killed; so
    did who attacked in "attacked the camp, in which 300 lived, killing ten".
    """
    if verb.dep_ != "relcl":
        return
    before = any(c.dep_ == "aux" and c.lower_ == "had" for c in verb.children)
    above = verb.head
    while above.pos_ != "VERB" and above.head is not above:
        above = above.head
    for result in [c for c in verb.children if c.dep_ == "advcl" and c.tag_ == "VBG" and c.i > verb.i]:
        behind = left_of(result)
        deadly = attacking_verbs() | transitive_verbs()
        harmless = above.lemma in deadly and verb.lemma not in deadly and result.lemma in deadly
        if not (before or harmless):
            continue
        if above.pos_ == "VERB" and above.i < verb.i and behind.nbor(-1).text == ",":
            hang(result, above, "advcl")


def clause_before_semicolon(verb: Token) -> None:
    """In "They may strike; the union has called a vote" nobody calls that they may strike."""
    told = [c for c in verb.children if c.dep_ == "ccomp"]
    if verb.lemma in speaking_verbs() | closing_verbs():
        return
    for clause in [c for c in told if c.i < verb.i and is_finite(c)]:
        between = verb.doc[right_of(clause).i + 1 : verb.i]
        if any(mark.text == ";" and mark.head is verb for mark in between):
            clause.dep_ = "parataxis"
