"""Which time and which numbers belong to an event: both are attached along the dependency tree."""

from collections.abc import Iterable, Sequence

from spacy.tokens import Token

from converters.reading.arguments import Argument
from converters.reading.quantities import QuantityMention
from converters.reading.syntax import children, is_verbal
from converters.reading.times import TimeMention
from converters.reading.triggers import Trigger

_UPWARD = frozenset({"advcl", "conj", "xcomp", "dobj", "nsubj", "nsubjpass", "pobj", "prep", "acomp", "attr", "pcomp", "agent"})
_COUNTED_ROLES = ("patient", "target", "theme", "beneficiary", "participant", "instrument", "agent")


def time_of(trigger: Trigger, times: Sequence[TimeMention], cues: frozenset[int]) -> TimeMention | None:
    """The time expression nearest above or below the trigger, never one that dates the saying (`cues`: reporting words)."""
    anchored = {anchor(trigger.token.doc[_head(t, trigger.token)], t): t for t in reversed(times)}
    for node in _reach(trigger, cues):
        if node.i in anchored:
            return anchored[node.i]
    return None


def _head(mention: TimeMention, token: Token) -> int:
    span = token.doc[mention.first : mention.last + 1]
    return span.root.i


def anchor(head: Token, mention: TimeMention) -> int:
    """The verb or noun that a time expression dates."""
    node = head
    while node.head != node:
        above = node.head
        if mention.first <= above.i <= mention.last or above.pos_ == "ADP" or node.dep_ in {"pobj", "pcomp"}:
            node = above
            continue
        if node.dep_ == "conj" and not is_verbal(node):
            node = above
            continue
        return above.i
    return node.i


def _reach(trigger: Trigger, cues: frozenset[int]) -> Iterable[Token]:
    """The trigger, its light verb, its own modifiers, then the words above it as far as they tell the same thing."""
    yield trigger.token
    if trigger.light is not None:
        yield trigger.light
    if trigger.head_object is not None:
        yield trigger.head_object
    for child in children(trigger.token, "advcl", "acl"):
        if child.tag_ == "VBG" and not children(child, "dobj", "nsubj"):
            yield child  # "starting on …"
    node = trigger.token
    while node.dep_ in _UPWARD and node.head != node:
        if node.dep_ == "advcl" and not _is_participle(node):
            return
        node = node.head
        if node.i in cues:
            return
        yield node


def _is_participle(node: Token) -> bool:
    return node.tag_ in {"VBG", "VBN"} and not children(node, "mark")


def quantities_of(
    trigger: Trigger, found: Sequence[Argument], quantities: Sequence[QuantityMention]
) -> list[tuple[QuantityMention, Argument | None]]:
    """The numbers that count a participant of the event (with it), or the event itself (with None)."""
    by_token = {argument.token.i: argument for argument in reversed(found) if argument.role in _COUNTED_ROLES}
    own = {trigger.token.i} | ({trigger.head_object.i} if trigger.head_object is not None else set())
    result: list[tuple[QuantityMention, Argument | None]] = []
    for mention in quantities:
        counted = mention.counted if mention.counted is not None else mention.last
        token = trigger.token.doc[counted]
        if counted in own or _measures(token, trigger.token):
            result.append((mention, None))
        elif argument := _argument_over(token, by_token):
            result.append((mention, argument))
    return result


def _measures(token: Token, trigger: Token) -> bool:
    return token.dep_ in {"npadvmod", "dobj", "pobj", "appos"} and (
        token.head == trigger or (token.head.pos_ == "ADP" and token.head.head == trigger)
    )


def _argument_over(token: Token, by_token: dict[int, Argument]) -> Argument | None:
    """The participant that a counted word is, or is a measure of ("three of the ships", "parts of the town")."""
    node = token
    for _ in range(4):
        if node.i in by_token:
            return by_token[node.i]
        if node.dep_ not in {"pobj", "prep", "conj", "nummod", "compound", "quantmod", "appos"} or is_verbal(node.head):
            return None
        node = node.head
    return None
