"""Which numbers belong to an event: attached along the dependency tree."""

from collections.abc import Sequence
from math import inf

from converters.language.tokens import inclusive_prepositions
from converters.language.tree import Token
from converters.reading.attach.beside import beside
from converters.reading.mentions.words import entity_words
from converters.reading.quantities.find import QuantityMention
from converters.reading.quantities.words import quantity_words
from converters.reading.roles.arguments import Argument
from converters.reading.syntax.tree import is_verbal
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
    by_token = {argument.token.i: argument for argument in reversed(found) if _is_counted(argument)}
    own = {trigger.token.i} | ({trigger.head_object.i} if trigger.head_object is not None else set())
    result: list[tuple[QuantityMention, Argument | None]] = []
    near = beside(trigger.token, quantities)
    for mention in near:
        counted = mention.counted if mention.counted is not None else mention.last
        token = _valued(trigger.token.doc[counted])
        if mention.share == ("part" if token in trigger.token.ancestors else "whole"):
            continue  # two of the five ships that sank
        if mention.dimension is None and _is_of_fraction(token):
            continue
        narrow = trigger.token.dep_ in {"amod", "acl"} and token.dep_ == "conj" and token.i > trigger.token.i
        if narrow and token.i not in by_token:
            continue  # "the wounded man and two guards"
        if token.i not in own and (argument := _argument_over(token, by_token)):
            if not _is_among(mention, token, near):
                result.append((mention, argument))
            elif mention.counted is not None:
                result.append((mention, None))  # children are not the killed of "five people, two of them children"
        elif token.i in own or _measures(mention, token, trigger.token) or _lasts(mention, token, trigger):
            result.append((mention, None))
    return result


def _is_counted(argument: Argument) -> bool:
    """Whether a number of an argument is one of the event: of who takes part, whom it befalls, of charges."""
    if argument.role in _COUNTED_ROLES or argument.slot == "object":
        return True
    return argument.role == "topic" and argument.token.lemma_.lower() in quantity_words().charges


def _is_of_fraction(token: Token) -> bool:
    """Whether a counted word is the whole of which only a part is told of ("half of the 600 inmates escaped")."""
    fraction = token.head.head
    return token.dep_ == "pobj" and token.head.lower_ == "of" and fraction.lemma_.lower() in quantity_words().fractions


def _valued(token: Token) -> Token:
    """What an amount is the value of ("an aid package worth $2 billion"); else the word itself."""
    value = token.head
    if token.dep_ != "npadvmod" or value.lower_ not in quantity_words().values or value.i == token.sent.start:
        return token
    return value.left_edge.nbor(-1)


def _is_among(mention: QuantityMention, counted: Token, near: Sequence[QuantityMention]) -> bool:
    """Whether a number breaks down another ("five people, three women and two men", "six, including two children")."""
    while counted.dep_ == "conj":
        counted = counted.head
    if counted.dep_ == "pobj":
        return counted.head.lower_ in inclusive_prepositions()
    over = [m.quantity for m in near if counted.head.i in {m.counted, m.last}] if counted.dep_ == "appos" else []
    whole = next(iter(over), None)
    return whole is not None and (mention.quantity.value or 0) < (whole.value or inf)


def _measures(mention: QuantityMention, token: Token, trigger: Token) -> bool:
    """Whether an amount tells how long, how far or how much; what a number of places or means is, it does not."""
    if token.dep_ == "poss" and mention.dimension == "TIME":
        token = token.head  # "sentenced to two years' imprisonment"
    if token.head == trigger:
        return token.dep_ in {"npadvmod", "dobj", "pobj", "appos"}
    amount = mention.counted is None or mention.dimension is not None
    return amount and token.dep_ in {"pobj", "npadvmod"} and token.head.pos_ == "ADP" and token.head.head == trigger


def _lasts(mention: QuantityMention, token: Token, trigger: Trigger) -> bool:
    """Whether a stretch of time hangs on the verb that tells how an event stood or how long it went on.

    "Were without power for a day", "had control of it for a year", "the siege lasted a week", "which lasted a week".
    """
    if mention.dimension != "TIME" or token.dep_ not in {"pobj", "npadvmod", "dobj"}:
        return False
    verb = token.head.head if token.head.pos_ == "ADP" else token.head
    word = trigger.token
    above = word.head.head if word.dep_ == "pobj" else word.head
    if verb == trigger.light:
        return True
    words = quantity_words()
    if verb.dep_ == "relcl" and verb.head == word and verb.lemma in words.lasting:
        return True
    stood = word.dep_ in {"acomp", "prep", "attr", "pobj"} and verb.lemma in words.standing
    return verb == above and (stood or (word.dep_ == "nsubj" and verb.lemma in words.lasting))


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
    """Whether a word is some of what stands behind it ("three of", "two acres of"), or all of it ("a crew of")."""
    if word.lemma_.lower() in quantity_words().companies:
        return True
    return word.pos_ == "NUM" or word.ent_type_ in _MEASURES or entity_words().listed("partitives", word.lemma_.lower())
