"""Who says, at the end of a sentence, all that stands before."""

from converters.language.mending.speech import says_nothing_behind
from converters.language.mending.tree import FINITE, hang, is_below, left_of, put_above
from converters.language.tokens import closing_verbs, informing_verbs
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
