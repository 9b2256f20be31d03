"""Which numbers belong to an event: attached along the dependency tree."""

from collections.abc import Sequence
from math import inf

from converters.language.tokens import inclusive_prepositions
from converters.language.tree import Token
from converters.reading.attach.beside import beside
from converters.reading.mentions.words import entity_words
from converters.reading.quantities.find import QuantityMention
from converters.reading.roles.arguments import Argument
from converters.reading.syntax import is_verbal
from converters.reading.triggers import Trigger

_MEASURES = frozenset({"CARDINAL", "PERCENT", "QUANTITY"})
_COUNTED_ROLES = frozenset(
    {
        "patient",
        "target",
        "theme",
        "beneficiary",
        "participant",
        "counterparty",
        "source",
        "destination",
        "instrument",
        "agent",
    }
)


def quantities_of(
    trigger: Trigger, found: Sequence[Argument], quantities: Sequence[QuantityMention]
) -> list[tuple[QuantityMention, Argument | None]]:
    """The numbers that count a participant of the event (with it), or the event itself (with None)."""
    by_token = {argument.token.i: argument for argument in reversed(found) if argument.role in _COUNTED_ROLES}
    own = {trigger.token.i} | ({trigger.head_object.i} if trigger.head_object is not None else set())
    result: list[tuple[QuantityMention, Argument | None]] = []
    near = beside(trigger.token, quantities)
    for mention in near:
        counted = mention.counted if mention.counted is not None else mention.last
        token = trigger.token.doc[counted]
        if mention.share == ("part" if token in trigger.token.ancestors else "whole"):
            continue  # two of the five ships that sank
        if counted not in own and (argument := _argument_over(token, by_token)):
            if not _is_among(mention, token, near):
                result.append((mention, argument))
            elif mention.counted is not None:
                result.append((mention, None))  # children are not the killed of "five people, two of them children"
        elif counted in own or _measures(mention, token, trigger.token):
            result.append((mention, None))
    return result


def _is_among(mention: QuantityMention, counted: Token, near: Sequence[QuantityMention]) -> bool:
    """Whether a number breaks down another ("five people, three women and two men", "six, including two children")."""
    while counted.dep_ == "conj":
        counted = counted.head
    if counted.dep_ == "pobj":
        return counted.head.lower_ in inclusive_prepositions()
    whole = next((m.quantity for m in near if m.counted == counted.head.i), None) if counted.dep_ == "appos" else None
    return whole is not None and (mention.quantity.value or 0) < (whole.value or inf)


def _measures(mention: QuantityMention, token: Token, trigger: Token) -> bool:
    """Whether an amount tells how long, how far or how much; what a number of places or means is, it does not."""
    if token.head == trigger:
        return token.dep_ in {"npadvmod", "dobj", "pobj", "appos"}
    amount = mention.counted is None or mention.dimension is not None
    return amount and token.dep_ in {"pobj", "npadvmod"} and token.head.pos_ == "ADP" and token.head.head == trigger


def _argument_over(token: Token, by_token: dict[int, Argument]) -> Argument | None:
    """The participant that a counted word is, or is a measure of ("three of the ships", "parts of the town")."""
    node = token
    for _ in range(4):
        if node.i in by_token:
            return by_token[node.i]
        if node.dep_ not in {"pobj", "prep", "conj", "nummod", "compound", "quantmod", "appos"} or is_verbal(node.head):
            return None
        if node.lower_ == "of" and not _is_share(node.head):
            return None
        node = node.head
    return None


def _is_share(word: Token) -> bool:
    """Whether a word is some of what stands behind it ("three of", "dozens of", "two acres of")."""
    return word.pos_ == "NUM" or word.ent_type_ in _MEASURES or entity_words().listed("partitives", word.lemma_.lower())
