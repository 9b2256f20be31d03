"""The words whose times an event shares: its own, those of its other tellings, and those above it."""

from collections.abc import Iterable, Mapping

from converters.language.tree import Token
from converters.reading.clauses import came_before, happens_with, sets_apart
from converters.reading.scopes import UPWARD
from converters.reading.syntax.tree import children
from converters.reading.times.words import time_words
from converters.reading.triggers import Trigger


def reach(trigger: Trigger, events: Mapping[int, int]) -> Iterable[Token]:
    """The trigger, its light verb, its own modifiers, then the words above it as far as they tell the same thing."""
    yield trigger.token
    if trigger.light is not None:
        yield trigger.light
    if trigger.head_object is not None:
        yield trigger.head_object
    for child in children(trigger.token, "advcl", "acl"):
        if child.tag_ == "VBG" and not children(child, "dobj", "nsubj"):
            yield child  # "starting on …"
        if came_before(child) and child.i not in events:
            yield child  # "the raid carried out on …"
    yield from _retold(trigger.token, events)
    yield from _subject_events(trigger.token, events)
    if trigger.within is not None:
        yield trigger.within
        yield from _retold(trigger.within, events)
    yield from circumstances(trigger.token)
    node = trigger.token
    clause = node
    while clause.dep_ == "conj":
        clause = clause.head
    if clause.dep_ == "relcl" and clause.head.i in events:
        yield clause.head  # "the attack of May 2, which killed three and wounded four"
    while node.head != node and (node.dep_ in UPWARD or node.dep_ == "ccomp") and node is not trigger.apart:
        if (node.dep_ == "advcl" and not (_is_participle(node) or happens_with(node))) or sets_apart(node):
            return
        node = node.head
        yield node
        yield from _subject_events(node, events)


def circumstances(verb: Token) -> list[Token]:
    """The verbs that tell what happened at the time of a verb ("killed when a fire broke out on Sunday")."""
    return [clause for clause in children(verb, "advcl") if happens_with(clause)]


def _subject_events(verb: Token, events: Mapping[int, int]) -> Iterable[Token]:
    """The event that a verb tells what came of, and its other tellings ("the raid on Monday killed three")."""
    for event in children(verb, "nsubj"):
        if event.i in events and verb.lemma not in time_words().succeeding:
            yield event
            yield from _retold(event, events)


def _retold(noun: Token, events: Mapping[int, int]) -> Iterable[Token]:
    """The verbs behind an event noun that tell the same event once more ("the quake that struck on Monday")."""
    occurring, staging = time_words().occurring, time_words().staging
    for clause in children(noun, "relcl"):
        light = clause.i not in events and any(t.dep_ == "dobj" and t.lower_ == "place" for t in clause.children)
        light = light or clause.lemma in occurring or (clause.lemma in staging and bool(children(clause, "auxpass")))
        if light or events.get(clause.i) == events[noun.i]:
            yield clause


def _is_participle(node: Token) -> bool:
    return node.tag_ in {"VBG", "VBN"} and not children(node, "mark")
