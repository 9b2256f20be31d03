"""What people and things are left as, or said to be ("left ten dead and six wounded")."""

from converters.language.mending.tree import AUXILIARY, SUBJECT, hang, left_of, objects, right_of
from converters.language.tokens import (
    feared_states,
    kinds_of_victims,
    leaving_verbs,
    transitive_verbs,
)
from converters.language.tree import Token

_UNCOUNTED = frozenset({"many", "several", "others", "some"})
_WHOLE = frozenset({*SUBJECT, *AUXILIARY, "mark", "expl", "csubj"})


def counted_state(state: Token) -> None:
    """In "counted 15 dead" and "leaves at least five dead" those that the number counts are dead."""
    verb = state.head
    if state.dep_ not in {"ccomp", "oprd"} or verb.pos_ != "VERB" or state.lower_ not in kinds_of_victims():
        return
    if state.pos_ != "ADJ" and verb.lemma not in leaving_verbs():
        return
    for number in [c for c in state.children if c.dep_ in {"nummod", "npadvmod"} and c.ent_type_ == "CARDINAL"]:
        number.dep_ = "nsubj"


def counted_behind_with(state: Token) -> None:
    """In "put it at ten, with more than 60 wounded" that many are wounded."""
    number = state.nbor(-1) if state.i > state.sent.start else state
    behind = number.dep_ == "pobj" and number.head.lower_ == "with" and number.pos_ == "NUM"
    if behind and state.dep_ in {"advcl", "acomp", "oprd"} and state.lower_ in {*kinds_of_victims(), *feared_states()}:
        hang(state, number, "amod")


def left_so(verb: Token) -> None:
    """In "left three people injured" the people are, whoever or whatever left them so."""
    if verb.lemma not in leaving_verbs():
        return
    for state in [c for c in verb.children if c.dep_ == "advcl" and c.tag_ in {"VBN", "VBD"}]:
        alone = not any(c.dep_ in {*_WHOLE, "dobj", "agent"} for c in state.children)
        behind = any(right_of(o).i == left_of(state).i - 1 for o in objects(verb))  # "left ten seriously injured"
        if alone and behind and state.lemma in transitive_verbs():
            state.dep_, state.tag_ = "oprd", "VBN"
    befallen = [c for c in _states(verb) if c.lower_ in kinds_of_victims() or c.lemma in transitive_verbs()]
    for state in [c for c in befallen if not objects(verb)]:
        for number in [c for c in state.children if c.dep_ == "nummod" and c.i == state.i - 1]:
            hang(number, verb, "dobj")  # "left at least 30 dead"
    for state in objects(verb)[:1]:
        for number in [c for c in state.children if c.dep_ == "nummod" and state.lower_ in kinds_of_victims()]:
            hang(number, verb, "dobj")
            hang(state, verb, "oprd")  # "leaves six dead after a crash"
    for number in objects(verb)[:1]:
        for state in [c for c in number.children if c.dep_ == "amod" and c.i == number.i + 1]:
            if state.lower_ in kinds_of_victims():
                hang(state, verb, "oprd")  # "leaving at least 60 dead, among them many children"
    for state in [c for s in _states(verb) for c in s.children if c.dep_ == "conj" and c.tag_ in {"JJ", "VBN"}]:
        for some in [c for c in state.children if c.dep_ == "amod" and c.lower_ in _UNCOUNTED]:
            some.dep_ = "nsubj"  # "left ten injured and many homeless"
    for number in [c for c in verb.children if c.dep_ == "conj" and c.ent_type_ == "CARDINAL" and objects(verb)]:
        if any(c.dep_ in {"amod", "acl"} and c.i == number.i + 1 for c in number.children):
            number.dep_ = "dobj"  # "left ten dead and two missing"
    for state in [c for c in verb.children if c.dep_ == "conj" and c.tag_ in {"VBN", "VBD"} and objects(verb)]:
        who = [c for c in state.children if c.dep_ == "nsubj" and c.i < state.i]
        alone = not any(c.dep_ in {*AUXILIARY, "dobj", "agent"} for c in state.children)
        if alone and who and state.lemma in transitive_verbs():
            state.tag_, who[0].dep_ = "VBN", "nsubjpass"  # "left ten dead and scores wounded"
    for number in [c for c in objects(verb) if c.ent_type_ == "CARDINAL" and c is not objects(verb)[0]]:
        for state in [c for c in number.children if c.dep_ == "acl" and c.i == number.i + 1]:
            if state.tag_ in {"VBN", "VBD"} and state.lemma in transitive_verbs():
                hang(state, verb, "conj")  # "leaving two dead and six wounded"
                hang(number, state, "nsubjpass")
    for other in [c for word in (verb, *objects(verb)) for c in word.children if c.dep_ == "conj" and c.pos_ == "NOUN"]:
        for state in [c for c in other.children if c.dep_ == "acl" and c.tag_ == "VBN" and c.i == other.i + 1]:
            if state.lemma in transitive_verbs() and any(so.i < other.i for so in _states(verb)):
                hang(state, verb, "conj")  # "left two guards dead and a driver injured"
                hang(other, state, "nsubjpass")
    for so in _states(verb)[-1:]:
        clause = _clause_behind(so)
        if clause is not None and clause.dep_ == "relcl" and clause.lemma in transitive_verbs() and not objects(clause):
            hang(clause, verb, "conj")  # "an attack in Avon that left the mayor dead and a general wounded"
            clause.tag_, next(c for c in clause.children if c.dep_ == "nsubj").dep_ = "VBN", "nsubjpass"
    for state in _states_beside(verb):
        hang(state, verb, "conj")


def both_killed(verb: Token) -> None:
    """In "came to two men killed and three women wounded" all of them are, alike."""
    who = next((c for c in verb.children if c.dep_ == "nsubj" and c.i == verb.i - 1), None)
    if verb.dep_ != "conj" or verb.tag_ not in {"VBD", "VBN"} or who is None or verb.lemma not in transitive_verbs():
        return
    link = left_of(who).nbor(-1) if left_of(who).i > verb.sent.start else who
    for first in [c for c in link.head.children if link.dep_ == "cc" and c.dep_ == "acl" and c.i == link.i - 1]:
        if first.i == link.head.i + 1 and first.lemma in transitive_verbs() and not objects(verb):
            hang(verb, first, "conj")
            verb.tag_, first.tag_, who.dep_ = "VBN", "VBN", "nsubjpass"


def _states(verb: Token) -> list[Token]:
    return [c for c in verb.children if c.dep_ == "oprd"]


def _clause_behind(word: Token) -> Token | None:
    """The past tense whose subject stands right behind a word and "and", with nothing but that subject before it."""
    if word.i + 2 >= word.sent.end or word.nbor(1).lower_ != "and":
        return None
    subject = word.nbor(2)
    while subject.dep_ in {"det", "poss", "compound", "amod", "nummod"}:
        subject = subject.head
    whole = subject.dep_ == "nsubj" and left_of(subject).i == word.i + 2 and left_of(subject.head) is left_of(subject)
    return subject.head if whole and subject.head.tag_ in {"VBD", "VBN"} else None


def _states_beside(verb: Token) -> list[Token]:
    """The participles of those who are left so, that hang beside the verb ("leaving two dead and six wounded")."""
    if verb.dep_ != "advcl" or not any(c.dep_ == "oprd" for c in verb.children):
        return []
    beside = [c for c in verb.head.children if c.dep_ == "conj" and c.i > verb.i and c.tag_ in {"VBN", "VBD"}]
    whole = _WHOLE - SUBJECT | {"dobj"}
    return [c for c in beside if c.lemma in transitive_verbs() and not any(word.dep_ in whole for word in c.children)]


def states_in_a_row(verb: Token) -> None:
    """In "left many dead or injured" those who are injured are the same many."""
    if verb.lemma not in leaving_verbs() or not objects(verb):
        return
    for state in [c for c in verb.children if c.dep_ == "oprd" and c.lower_ in kinds_of_victims()]:
        for other in [c for c in state.children if c.dep_ == "conj" and c.tag_ == "VBN" and not c.children]:
            other.pos_, other.tag_, other.lemma = "ADJ", "JJ", other.lower_
            hang(other, verb, "oprd")
