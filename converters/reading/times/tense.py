"""Whether a time lies ahead: decided by the words that govern it ("will meet on Monday", "met on Monday")."""

from itertools import pairwise

from converters.language.tree import Token
from converters.reading.syntax.tree import CLAUSAL, children, is_verbal
from converters.reading.times.words import TimeWords, time_words

_PASSED_ON = CLAUSAL | {"conj", "prep"}
MODIFIERS = frozenset({"poss", "compound", "nmod", "nummod", "amod", "det"})


def lies_ahead(token: Token) -> bool:
    """True if the words above the head of a time put it in the future; a time is past unless something says so."""
    words = time_words()
    if _is_marked(token, words) or _is_appointed(token, words) or is_deferred(token, words):
        return True
    for below, node in pairwise([token, *token.ancestors]):
        if _is_future(node, below, words) or _is_arranged(node, below, token):
            return True
        if _closes(node, below):
            return False
    return False


def _is_marked(token: Token, words: TimeWords) -> bool:
    """ "ahead of Monday's vote", "the upcoming summit on Monday"."""
    for node in [token, *token.ancestors]:
        if node.lower_ in words.markers or any(c.lower_ in words.markers for c in children(node, "amod")):
            return True
        if is_verbal(node):
            return False
    return False


def _is_appointed(token: Token, words: TimeWords) -> bool:
    """ "called a strike for Monday" """
    return token.dep_ == "pobj" and token.head.lower_ in words.appointing


def is_deferred(token: Token, words: TimeWords) -> bool:
    """ "postponed the vote until Monday" """
    link = token.head
    return token.dep_ == "pobj" and link.lower_ in words.deferred_to and link.head.lemma in words.deferring


def _is_future(node: Token, below: Token, words: TimeWords) -> bool:
    lemma = node.lemma_.lower()
    if below.tag_ == "VB" and below.dep_ in CLAUSAL and lemma in words.planners:
        return True
    if lemma in words.scheduled and node.tag_ != "VBD" and node.dep_ not in MODIFIERS:
        return True
    if not is_verbal(node):
        return False
    auxiliaries = [node, *children(node, "aux")] if node.tag_ == "MD" else children(node, "aux")
    if any(a.lower_ in words.auxiliaries for a in auxiliaries):
        unable = bool(children(node, "neg")) and any(a.lower_ == "could" for a in auxiliaries)
        return not (unable or any(a.lemma_ == "have" for a in auxiliaries))  # "could not be confirmed"
    if any(c.lower_ in words.awaiting for c in children(node, "advmod", "mark")):
        finite = [node, *children(node, "aux", "auxpass")]
        return node.dep_ == "advcl" and any(t.tag_ in {"VBZ", "VBP"} and t.lemma != "have" for t in finite)
    return node.tag_ in {"VBZ", "VBP"} and lemma in words.starters and node.dep_ in {"ROOT", "ccomp", "conj"}


def _is_arranged(node: Token, below: Token, token: Token) -> bool:
    """ "The leaders are meeting on Saturday" """
    hung = below in {token, token.head} and below.dep_ in {"npadvmod", "prep"}
    now = node.tag_ == "VBG" and any(a.lower_ in {"is", "are", "am"} for a in children(node, "aux"))
    return hung and now and not children(node, "dobj")


def _closes(node: Token, below: Token) -> bool:
    """Whether nothing above `node` can make the time a future one."""
    if not is_verbal(node):
        return below.dep_ in MODIFIERS and node.dep_ != "nsubj"
    auxiliaries = children(node, "aux", "auxpass")
    past = node.tag_ == "VBD" or any(a.tag_ == "VBD" or a.lemma_ == "have" for a in auxiliaries)
    return past or (node.tag_ == "VBN" and node.dep_ in {"acl", "amod"}) or node.dep_ not in _PASSED_ON
