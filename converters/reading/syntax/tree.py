"""What hangs on a word and what form it has.

Labels are those of the ClearNLP scheme that spaCy's English pipelines use.
"""

from collections.abc import Iterator

from converters.language.tree import Token

CLAUSAL = frozenset({"ccomp", "xcomp", "advcl", "relcl", "acl", "parataxis", "pcomp", "csubj", "csubjpass"})
_OWN = frozenset({"aux", "auxpass", "nsubj", "nsubjpass", "csubj", "mark"})
"""Labels of what no command has."""
_BEFORE_COMMAND = frozenset({"advmod", "neg", "intj", "aux", "npadvmod"})
_VERBAL = frozenset({"VERB", "AUX"})


def children(token: Token, *labels: str) -> list[Token]:
    """The children of a token with one of these labels, in text order."""
    return [child for child in token.children if child.dep_ in labels] if token.children else []


def stands_alone(clause: Token) -> bool:
    """Whether a semicolon parts a clause from the verb behind it, which the parser may take to govern it."""
    if clause.dep_ != "ccomp" or clause.i > clause.head.i:
        return False
    return any(mark.text == ";" for mark in clause.doc[clause.i : clause.head.i])


def is_verbal(token: Token) -> bool:
    return token.pos_ in _VERBAL or token.tag_ in {"VBD", "VBN", "VBG", "VBZ", "VBP"}


def with_conjuncts(tokens: list[Token]) -> list[Token]:
    """Each token and what is coordinated with it ("A, B and C"), in text order."""
    found: list[Token] = []
    for token in tokens:
        found.append(token)
        found.extend(with_conjuncts([c for c in children(token, "conj", "appos_list") if not is_verbal(c)]))
    return found


def is_passive(verb: Token) -> bool:
    """Whether the verb's grammatical subject is its deep object."""
    if children(verb, "nsubjpass", "auxpass", "csubjpass"):
        return True
    if verb.tag_ != "VBN" or children(verb, "aux"):
        return False
    if verb.dep_ == "conj":  # "two were killed and six injured" lacks its second auxiliary
        gapped = not children(verb, "nsubj") or not children(verb, "dobj")
        return gapped and is_verbal(verb.head) and is_passive(verb.head)
    return verb.dep_ in {"acl", "acomp", "amod", "advcl", "xcomp", "oprd", "ROOT"} and not children(verb, "nsubj")


def is_gerund(token: Token) -> bool:
    """Whether an -ing form right behind a preposition was parsed as an attribute ("in retaking towns")."""
    if token.tag_ != "VBG" or token.dep_ not in {"amod", "compound"} or token.i == token.sent.start:
        return False
    return token.nbor(-1).pos_ == "ADP" and token.nbor(-1) == token.head.head


def is_command(verb: Token) -> bool:
    """Whether a verb tells somebody to do something ("Leave now," the mayor told them): nobody has done it."""
    first = verb
    while first.dep_ == "conj" and first.tag_ == "VB" and not children(first, "aux", "nsubj"):
        first = first.head
    if first.tag_ != "VB" or any(c.dep_ in _OWN and c.lower_ != "do" for c in first.children):
        return False
    fronted = first.dep_ == "ROOT" or (first.dep_ in {"ccomp", "advcl"} and first.i < first.head.i)
    before = first.doc[first.left_edge.i : first.i]
    parted = first.left_edge.i == first.sent.start or first.left_edge.nbor(-1).is_punct
    begins = parted and all(word.is_punct or word.dep_ in _BEFORE_COMMAND for word in before)
    return fronted and begins


def is_absolute(clause: Token) -> bool:
    """Whether a participle says what goes on beside: "they left, with officials reporting losses"."""
    doer = clause.head
    told = doer.head if clause.dep_ == "acl" and doer.dep_ == "pobj" else doer
    own = clause.dep_ == "acl" or (clause.dep_ == "pcomp" and bool(children(clause, "nsubj")))
    return own and clause.tag_ == "VBG" and told.lower_ == "with"


def appoints(preposition: Token) -> bool:
    """ "For Monday", "for next week": when something is to be, and nothing that is called for."""
    behind = children(preposition, "pobj")
    days = [t for t in behind if t.ent_type_ in {"DATE", "TIME"} and t.pos_ == "PROPN"]  # no "for nine years"
    return preposition.lower_ == "for" and bool(days) and days == behind


def is_fronted(word: Token) -> bool:
    """Whether a preposition stands before its verb: "On that side, she called it…" calls on nobody."""
    return word.dep_ == "prep" and word.i < word.head.i and word.tag_ != "TO"


def infinitive(verb: Token) -> set[str]:
    """What the lexicon calls an infinitive that depends on a verb ("told them to leave"), if there is one."""
    told = any(t.lower_ == "to" for c in children(verb, "xcomp") for t in children(c, "aux"))
    return {"infinitive"} if told else set()


def clause_head(token: Token) -> Token:
    """The nearest verb at or above a token, or the root of its sentence."""
    while not is_verbal(token) and token.head != token:
        token = token.head
    return token


def ancestors(token: Token) -> Iterator[Token]:
    """The token and all above it, up to the root."""
    yield token
    while token.head != token:
        token = token.head
        yield token
