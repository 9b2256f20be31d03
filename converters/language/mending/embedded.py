"""What is said of a noun, in the clause that narrows it: "a raid that police say killed ten"."""

from converters.language.mending.tree import AUXILIARY, FINITE, SUBJECT, hang, put_above
from converters.language.tokens import sayings
from converters.language.tree import Token

_RELATIVE = frozenset({"that", "which", "who"})
_BEFORE_NOUN = frozenset({"det", "amod", "compound", "poss", "nummod", "nmod", "quantmod", "advmod", "case"})
_PLACES = frozenset({"GPE", "LOC", "DATE"})
_NOUNS = frozenset({"NOUN", "PROPN", "NUM"})
_SUBJECT_OF = {True: "nsubjpass", False: "nsubj"}


def said_of_noun(deed: Token) -> None:
    """In "a man police say killed two" the man did: a finite verb right behind a verb of saying lacks its subject, and
    that is the noun which all this narrows.
    """
    words = [c for c in deed.children if c.dep_ in {*AUXILIARY, "neg"} and c.i < deed.i and c.lemma not in sayings()]
    first = min([deed, *words], key=lambda word: word.i)
    said = first.nbor(-1) if first.i > deed.sent.start + 2 else deed
    if said is deed or said.lemma not in sayings():
        return
    start = _start(said)
    who = start.nbor(-1) if start.i > said.sent.start else said
    if start.tag_ not in FINITE or who is said or not _lacks_subject(deed, said, first, who):
        return
    opening = _opening(who, said)
    noun = _narrowed(who, opening)
    if noun is None or opening.tag_ == "WP$" or deed.head is deed or noun in {deed, said} or deed in noun.children:
        return
    main = deed.head
    if said.head is said and main.head is said and deed.dep_ in {"csubj", "csubjpass"}:
        put_above(main, said)  # "The man police say planted it was arrested"
        _take_modifiers(noun)
        hang(noun, main, _SUBJECT_OF[deed.dep_ == "csubjpass"])
    if said.head is said:
        return
    before = opening.nbor(-1) if opening.i > said.sent.start else noun
    _put_out(noun, deed, said)
    if any(word in {deed, said} for word in noun.ancestors):
        return
    said.pos_ = "VERB"
    hang(said, noun, "relcl")
    hang(who, said, "nsubj")
    hang(deed, said, "ccomp")
    deed.tag_ = "VBD" if deed.tag_ == "VBN" and not words else deed.tag_
    if before.lower_ in _RELATIVE:
        hang(before, deed, _SUBJECT_OF[any(c.dep_ == "auxpass" for c in deed.children)])


def _start(said: Token) -> Token:
    """The first word of a verb of saying ("has said", "previously said")."""
    start = said
    while start.i > said.sent.start and start.nbor(-1).head is said and start.nbor(-1).dep_ in AUXILIARY:
        start = start.nbor(-1)
    return start


def _lacks_subject(deed: Token, said: Token, first: Token, who: Token) -> bool:
    """Whether a finite verb has no subject of its own behind the verb of saying."""
    finite = first.tag_ in FINITE or (first is deed and deed.tag_ == "VBN")
    behind = any(c.dep_ in {*SUBJECT, "mark", "expl", "csubj"} and c.i > said.i for c in deed.children)
    return finite and not behind and who.pos_ in {*_NOUNS, "PRON"}


def _opening(who: Token, said: Token) -> Token:
    """The first word of who says it."""
    word = who
    while word.i > said.sent.start and word.nbor(-1).dep_ in _BEFORE_NOUN and _is_below(word.nbor(-1), who):
        word = word.nbor(-1)
    return word


def _is_below(word: Token, noun: Token) -> bool:
    while word.dep_ in _BEFORE_NOUN and word.head is not noun and word.head.i > word.i:
        word = word.head
    return word.head is noun


def _narrowed(who: Token, opening: Token) -> Token | None:
    """The noun that is said to do it: before the relative pronoun, or right before who says so."""
    before = opening.nbor(-1) if opening.i > who.sent.start else opening
    inner = who.nbor(-1) if who.i > opening.i else who
    if before.lower_ in _RELATIVE and before.i > who.sent.start:
        before = before.nbor(-1)
        before = before.nbor(-1) if before.text == "," and before.i > who.sent.start else before
    elif before is opening or before.pos_ == "VERB" or before.dep_ == "prep" or inner.tag_ == "NNS":
        before = inner  # "a gun officers believe was used"
        if before.dep_ != "compound" or before.pos_ != "NOUN" or who.tag_ != "NNS":
            return None
    while before.ent_type_ in _PLACES and before.dep_ == "pobj" and before.head.head.pos_ in _NOUNS:
        before = before.head.head
    return before if before.pos_ in _NOUNS else None


def _put_out(noun: Token, deed: Token, said: Token) -> None:
    """Hangs a noun that the parser has below what is said of it where that hung."""
    above = next((word for word in (said, deed) if word in noun.ancestors and word.head not in {said, deed}), None)
    if above is None or above.i < noun.i:
        return
    _take_modifiers(noun)
    hang(noun, above.head, "pobj" if above.head.dep_ == "prep" else "dobj" if above.head.i < noun.i else "nsubj")


def _take_modifiers(noun: Token) -> None:
    """Gives a noun that the parser took to modify the next one what stands before it."""
    for word in [c for c in noun.head.children if noun.dep_ == "compound" and c.i < noun.i]:
        hang(word, noun, word.dep_)
