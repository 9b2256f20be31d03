"""The day on which something is said, which is no day of what is said."""

from converters.language.mending.tree import (
    SUBJECT,
    hang,
    is_finite,
    left_of,
    right_of,
)
from converters.language.tokens import (
    closing_verbs,
    parts_of_day,
    speaking_verbs,
    weekdays,
)
from converters.language.tree import Token


def day_of_saying(verb: Token) -> None:
    """In "said on Monday its ships sank a boat" that was said on Monday: no comma parts the day from the verb. So too
    in "said Monday rockets hit a base".
    """
    if verb.lemma not in speaking_verbs() | closing_verbs():
        return
    day = verb.nbor(1) if verb.i + 2 < verb.sent.end else verb
    if day.lower_ in weekdays() and day.dep_ in {"compound", "npadvmod", "nmod"} and day.head.i > day.i:
        clause = day.head
        while clause.head is not clause and clause.head is not verb:
            clause = clause.head
        if clause.dep_ == "ccomp" and not day.children and day.nbor(1).ent_type_ not in {"DATE", "TIME"}:
            hang(day, verb, "npadvmod")
    for clause in [c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i]:
        subject = next((c for c in clause.children if c.dep_ in SUBJECT and c.i < clause.i), None)
        for link in [c for c in clause.children if c.i == verb.i + 1 and c.dep_ == "prep" and c.lower_ == "on"]:
            days = [c for c in link.children if c.dep_ == "pobj" and c.lower_ in weekdays()]
            if days and subject is not None and right_of(link).i == left_of(subject).i - 1:
                hang(link, verb, "prep")
    _bare_day_of_saying(verb)


def _bare_day_of_saying(verb: Token) -> None:
    """In "said Monday rebels shelled it", "said late Monday …" and "said Monday night …" as well."""
    doc, last = verb.doc, verb.sent.end - 1
    i = verb.i + 1 + (verb.i < last and doc[verb.i + 1].lower_ in {"late", "early"})
    if i >= last - 1 or doc[i].lower_ not in weekdays():
        return
    day = doc[i + 1] if doc[i + 1].lower_ in parts_of_day() else doc[i]
    behind, lost = doc[day.i + 1], day.head
    clause = lost if lost.dep_ == "ccomp" else lost.head
    if behind.is_punct or behind.pos_ == "ADP" or behind.tag_ == "POS" or behind.lower_ == "that":
        return
    if lost is verb or clause.dep_ != "ccomp" or clause.head is not verb:
        return
    if day.dep_ in SUBJECT and not _subject_like_a_verb(lost, verb):
        return  # "said Monday was a hard day"
    for word in doc[verb.i + 1 : day.i]:
        hang(word, day, "amod" if word.lower_ in {"late", "early"} else "compound")
    hang(day, verb, "npadvmod")


def _subject_like_a_verb(noun: Token, verb: Token) -> bool:
    """In "said Monday airstrikes killed ten" airstrikes did, and strike nothing themselves."""
    clauses = (c for c in verb.children if c.dep_ in {"ccomp", "advcl"} and c.i > noun.i and is_finite(c))
    deed = next(clauses, None)
    if noun.tag_ != "VBZ" or deed is None or any(c.dep_ in SUBJECT for c in deed.children):
        return False
    noun.tag_, noun.pos_ = "NNS", "NOUN"
    hang(noun, deed, "nsubj")
    deed.dep_ = "ccomp"
    return True
