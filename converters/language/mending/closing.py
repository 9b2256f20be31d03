"""Who says, at the end of a sentence, all that stands before."""

from converters.language.mending.tree import (
    FINITE,
    SUBJECT,
    hang,
    is_below,
    is_finite,
    left_of,
    objects,
    put_above,
    right_of,
)
from converters.language.tokens import (
    closing_verbs,
    informing_verbs,
    speaking_verbs,
    transitive_verbs,
)
from converters.language.tree import Token

_OF_NAMES = frozenset({"DT", "JJ", "NN", "NNS", "NNP", "NNPS", "POS", "PRP$", "CD", "CC", "HYPH"})
_VERBAL = frozenset({"VERB", "AUX"})
_OF_DEEDS = frozenset({"VBD", "VBZ", "VBP", "VBG"})


def speakers_behind_deeds(verb: Token) -> None:
    """In "they hit the town, near the border, killing ten people, police and a doctor told the paper" two speak.

    So too in "troops and gunmen, known as hawks, shot ten men, police and a doctor said": a verb that is said to be
    beside a noun shows that the parser took what is told for who tells it.
    """
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    if subject is None or verb.lemma not in closing_verbs() | informing_verbs() or verb.tag_ not in FINITE:
        return
    start = verb.i
    while start > subject.i and verb.doc[start - 1].tag_ in _OF_NAMES:
        start -= 1
    speakers = verb.doc[start : verb.i]
    heads = [word for word in speakers if not start <= word.head.i < verb.i]
    tags = [word.tag_ for word in speakers]
    if "CC" not in tags or tags[0] == "CC" or start <= subject.i + 1 or verb.doc[start - 1].text != ",":
        return
    told = verb.doc[subject.i + 3 : start - 1]
    deed = next((w for w in told if w.tag_ in _OF_DEEDS and (_is_beside_noun(w) or _follows_alias(w))), None)
    if deed is None or len(heads) != 1 or not (is_below(heads[0], subject) and is_below(deed, subject)):
        return
    hang(heads[0], verb, "nsubj")
    clause = next((c for c in verb.children if c.dep_ == "ccomp" and c.i < subject.i), None)
    if deed.tag_ != "VBG":
        for alias in [c for c in deed.children if c.dep_ == "nsubj"]:
            hang(alias, alias.nbor(-1), "pobj")
        hang(deed, verb, "ccomp")
        hang(subject, deed, "nsubj")
    elif clause is not None:
        hang(deed, clause, "advcl")
        hang(subject, clause, "npadvmod")


def speaker_behind_quotation(verb: Token) -> None:
    """In `"… will go, but we stay," the mayor told the paper.` the mayor told all of it."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    if subject is None or verb.dep_ != "conj" or verb.lemma not in closing_verbs() | informing_verbs():
        return
    above, before = verb.sent.root, left_of(subject).nbor(-1)
    closed = before.is_quote and before.nbor(-1).is_punct
    if closed and verb.tag_ in FINITE and says_nothing_behind(verb) and above.i < verb.i:
        put_above(verb, above)
        above.dep_ = "ccomp"


def _is_beside_noun(deed: Token) -> bool:
    return deed.dep_ == "conj" and deed.head.pos_ not in _VERBAL


def _follows_alias(deed: Token) -> bool:
    """Whether the subject of a verb is what somebody is known as ("soldiers, known as hawks, shot ten men")."""
    alias = deed.nbor(-2)
    return deed.nbor(-1).text == "," and alias.head is deed and alias.dep_ == "nsubj" and alias.nbor(-1).lower_ == "as"


def closing_speaker(verb: Token) -> None:
    """What stands before ", the agency reported" at the end of a sentence is what the agency reported."""
    above = verb.head
    if verb.dep_ != "ccomp" or above.dep_ != "ROOT" or above.i > verb.i or verb.lemma not in closing_verbs():
        return
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    if subject is None or any(c.dep_ in {"xcomp", "mark"} for c in verb.children):
        return
    said = [c for c in verb.children if c.dep_ == "ccomp"]
    if not all(above.i < left_of(c).i and right_of(c).i < subject.i for c in said):
        return
    last = all(t.is_punct for t in verb.doc[right_of(verb).i + 1 : verb.sent.end])
    if last and left_of(subject).nbor(-1).text == ",":
        for clause in said:
            hang(clause, above, "ccomp")
        put_above(verb, above)
        above.dep_ = "ccomp"


def both_who_speak(verb: Token) -> None:
    """In "… in the north, a mayor and two residents said" both say it: the mayor is no part of what they say."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    if subject is None or verb.lemma not in closing_verbs():
        return
    if not any(c.dep_ == "ccomp" and c.i < subject.i for c in verb.children):
        return
    link = left_of(subject).nbor(-1) if left_of(subject).i > verb.sent.start else verb
    first = link.head
    if link.dep_ != "cc" or first.pos_ not in {"NOUN", "PROPN"} or right_of(first) is not link:
        return
    if left_of(first).i > verb.sent.start and left_of(first).nbor(-1).text == ",":
        hang(first, verb, "nsubj")
        hang(subject, first, "conj")


def both_behind_list(verb: Token) -> None:
    """In "killed six traders, villagers and reporters said" both say it: a list of the killed would need its own "and".

    So too in "hit it with rockets, teachers and parents told the paper".
    """
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    if subject is None or verb.lemma not in closing_verbs() | informing_verbs() or left_of(subject).i < 3:
        return
    link = left_of(subject).nbor(-1)
    first = link.head
    if link.lower_ != "and" or link.dep_ != "cc" or first.dep_ != "conj" or right_of(first) is not link:
        return
    if _ends_list(first) and says_nothing_behind(verb) and left_of(first).nbor(-1).text == ",":
        hang(first, verb, "nsubj")
        hang(subject, first, "conj")


def _ends_list(noun: Token) -> bool:
    """Whether the list that a noun hangs on is whole without it."""
    last = noun.head
    if last.dep_ in SUBJECT or last.pos_ not in {"NOUN", "PROPN"}:
        return False
    if any(c.dep_ in {"cc", "conj"} and c is not noun and last.i < c.i < noun.i for c in last.children):
        return False
    return last.dep_ != "conj" or any(c.dep_ == "cc" and c.i < last.i for c in last.head.children)


def says_nothing_behind(verb: Token) -> bool:
    """Whether what stands behind a verb of saying is only who hears it, where and when ("told a paper on Monday")."""
    heard = {"dobj", "dative"} if verb.lemma in informing_verbs() else set()
    behind = [c for c in verb.children if c.i > verb.i and not c.is_punct and c.dep_ not in heard]
    return all(c.dep_ in {"prep", "npadvmod", "advmod"} and c.lower_ not in {"of", "about"} for c in behind)


def closing_speaker_elsewhere(verb: Token) -> None:
    """In "they sell if it lifts the ban, the mayor told reporters" the mayor told all that: no ban is narrowed."""
    if verb.dep_ not in {"relcl", "conj"} or verb.lemma not in closing_verbs() | informing_verbs():
        return
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    if subject is None:
        return
    opening = left_of(verb)
    parted = opening is left_of(subject) and opening.i > verb.sent.start and opening.nbor(-1).text == ","
    whole = subject.tag_ in {"WDT", "WP"} or any(c.dep_ in {"ccomp", "xcomp"} for c in verb.children)
    last = all(t.is_punct for t in verb.doc[right_of(verb).i + 1 : verb.sent.end])
    above = verb.sent.root
    if parted and last and not whole and above.i < verb.i and above.pos_ in {"VERB", "AUX"}:
        put_above(verb, above)
        above.dep_ = "ccomp"


def reported_by_at_end(verb: Token) -> None:
    """In "troops left the town, reported by Avon Radio." Avon Radio reported all that."""
    above = verb.sent.root
    agents = [c for c in verb.children if c.dep_ == "agent" and c.i == verb.i + 1]
    if verb.tag_ not in {"VBN", "VBD"} or verb.lemma not in closing_verbs() or not agents or above.i > verb.i:
        return
    last = all(t.is_punct for t in verb.doc[right_of(agents[0]).i + 1 : verb.sent.end])
    own = any(c is not agents[0] and not c.is_punct for c in verb.children)
    if verb.dep_ in {"advcl", "acl", "conj"} and verb.nbor(-1).text == "," and last and not own:
        put_above(verb, above)
        above.dep_, verb.tag_ = "ccomp", "VBN"


def speaker_behind_relative(verb: Token) -> None:
    """In "were killed where the protests held on Monday, the mayor said" the mayor says all that: a verb has one
    subject, and what stands before the comma has a verb of its own.
    """
    subjects = [c for c in verb.children if c.dep_ in SUBJECT and c.i < verb.i]
    above = verb.sent.root
    if len(subjects) != 2 or verb.dep_ != "relcl" or verb.lemma not in closing_verbs() | informing_verbs():
        return
    noun, (first, speaker) = verb.head, subjects
    deed = next((c for c in first.children if c.dep_ == "acl" and c.tag_ == "VBN" and c.i == first.i + 1), None)
    if deed is None or left_of(speaker).nbor(-1).text != "," or not says_nothing_behind(verb) or above.i > noun.i:
        return
    hang(deed, noun, "relcl")
    hang(first, deed, "nsubj")
    for word in [c for c in verb.children if c.i < first.i]:
        hang(word, deed, word.dep_)
    put_above(verb, above)
    above.dep_ = "ccomp"


def clauses_before_speaker(verb: Token) -> None:
    """In "police called on them to leave, but they fired, the mayor said" the mayor says both, unless one is quoted."""
    first = verb.head
    if verb.dep_ != "conj" or verb.lemma not in closing_verbs() or first.lemma in closing_verbs() | speaking_verbs():
        return
    subject = next((c for c in verb.children if c.dep_ in SUBJECT and c.i < verb.i), None)
    second = next((c for c in verb.children if c.dep_ == "ccomp" and c.i < verb.i), None)
    if subject is None or second is None or not first.i < left_of(second).i <= second.i < left_of(subject).i:
        return
    quoted = any(t.is_quote for t in verb.doc[verb.sent.start : verb.i])
    joined = any(c.dep_ == "cc" and first.i < c.i < second.i for c in first.children)
    if first.dep_ == "ROOT" and is_finite(first) and joined and not quoted and left_of(subject).nbor(-1).text == ",":
        put_above(verb, first)
        first.dep_ = "ccomp"
        hang(second, first, "conj")


def victims_before_speakers(verb: Token) -> None:
    """In "a blast hit the town, killing ten people, police and doctors said" ten people are killed, and say nothing."""
    first = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    if verb.lemma not in closing_verbs() or first is None or left_of(first).i == first.sent.start:
        return
    deed = left_of(first).nbor(-1)
    speakers = [c for c in first.children if c.dep_ == "conj"]
    parted = any(c.text == "," and speakers and first.i < c.i < speakers[0].i for c in first.children)
    if deed.tag_ != "VBG" or objects(deed) or deed.lemma not in transitive_verbs() or not parted:
        return
    hang(speakers[0], verb, "nsubj")
    hang(first, deed, "dobj")
