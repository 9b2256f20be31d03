"""Which time and which numbers belong to an event: both are attached along the dependency tree."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from math import inf
from typing import TypeVar

from converters.language.tokens import inclusive_prepositions
from converters.language.tree import Doc, Token
from converters.reading.clauses import happens_with, sets_apart
from converters.reading.mentions.words import entity_words
from converters.reading.quantities.find import QuantityMention
from converters.reading.roles.arguments import Argument
from converters.reading.scopes import UPWARD
from converters.reading.syntax import children, is_passive, is_verbal
from converters.reading.times.find import TimeMention
from converters.reading.times.openings import opened
from converters.reading.times.words import time_words
from converters.reading.triggers import Trigger

M = TypeVar("M", TimeMention, QuantityMention)

_INWARD = frozenset({"pobj", "prep", "dobj", "acl", "advcl", "pcomp", "attr", "nsubjpass", "oprd", "dative"})
_SPECIFIC = frozenset({"det", "poss", "amod", "compound", "nummod"})
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


def time_of(
    trigger: Trigger, times: Sequence[TimeMention], cues: frozenset[int], events: Mapping[int, int]
) -> TimeMention | None:
    """The time expression of an event: its own, else one above it that dates the same thing, else one further below.

    What dates the saying (`cues`: reporting words) does not date what is said, unless it is a stretch put first:
    "from May 2 to June 3, the army said, it lost 40 men". `events` numbers the tokens that tell events: a time on one
    of them dates no other.
    """
    doc = trigger.token.doc
    beside = _beside(trigger.token, times)
    near = {mention: anchors for mention in beside if (anchors := _anchors(doc, mention, events))}
    hours: list[TimeMention] = []
    for node in _reach(trigger, events):
        at = [m for m, anchors in near.items() if anchors[0] == node.i and _dates(m, node, trigger)]
        if node.i in cues:
            ahead = next((m for m in at if _is_stretch(m, doc) and m.last < node.i), None)
            if ahead is not None:
                return ahead
            break
        if node == trigger.token and _speaks(trigger, cues):
            at = [m for m in at if not (_is_stretch(m, doc) and m.last < node.i)]
        at = sorted(at, key=_is_hour)  # "Monday's blast struck shortly after noon"
        if at and not _is_hour(at[0]):
            return _as_phase(at[0], node, trigger)
        hours.extend(at)
        own = node in {trigger.token, trigger.light, trigger.within}
        below = [m for m, anchors in near.items() if own and node.i in anchors[1:]]
        if below:
            return below[0]
    if hours:
        return hours[0]
    shared = [v.i for v in children(trigger.token, "conj") if is_passive(v) and not children(v, "auxpass", "mark")]
    for mention, anchors in near.items():
        if anchors[0] in shared:
            return mention  # "two were killed and six wounded on Monday"
    last = _last_of_list(trigger.token)
    return next((m for m, anchors in near.items() if last.i in anchors and _is_stretch(m, doc)), None)


def _is_hour(mention: TimeMention) -> bool:
    """Whether a time tells the hour of a day that is told elsewhere."""
    time = mention.expression
    return time.start is None and time.end is None and time.precision in {"minute", "hour"}


def _as_phase(mention: TimeMention, verb: Token, trigger: Trigger) -> TimeMention:
    """The time of what begins or ends then ("the war that began in 2014"): one end of it is open."""
    keeps = time_words().phases.get(verb.lemma)
    if keeps is None or trigger.light is verb or not _passes(trigger.token, verb):
        return mention
    if trigger.token.i < mention.first and mention.last < verb.i:
        return mention  # "the talks last week ended"
    return replace(mention, expression=opened(mention.expression, keeps))


def _passes(event: Token, verb: Token) -> bool:
    """Whether a verb tells that an event began or ended: as its subject, or as its object if somebody does it."""
    moves = "dobj" if children(verb, "dobj") else "nsubj"
    if verb.dep_ == "relcl" and moves == "nsubj":
        return True
    while (event.dep_ == "conj" and not is_verbal(event)) or (event.dep_ == "pobj" and event.head.lower_ == "of"):
        event = event.head if event.dep_ == "conj" else event.head.head
    return event.head is verb and event.dep_ in {moves, "nsubjpass"}


def _beside(token: Token, mentions: Sequence[M]) -> Sequence[M]:
    """The mentions, in text order, that end in the sentence of a token: no tree reaches further."""
    first = bisect_left(mentions, token.sent.start, key=_last)
    return mentions[first : bisect_left(mentions, token.sent.end, lo=first, key=_last)]


def _last(mention: TimeMention | QuantityMention) -> int:
    return mention.last


def _last_of_list(verb: Token) -> Token:
    """The last of the verbs that share a subject with a verb: a stretch of time behind it dates them all."""
    while verb.dep_ == "conj" and is_verbal(verb.head) and not children(verb, "nsubj", "nsubjpass"):
        verb = verb.head
    while later := [c for c in children(verb, "conj") if is_verbal(c) and not children(c, "nsubj", "nsubjpass")]:
        verb = later[-1]
    return verb


def _speaks(trigger: Trigger, cues: frozenset[int]) -> bool:
    return any(child.i in cues or child.dep_ == "ccomp" for child in trigger.token.children)


def _is_stretch(mention: TimeMention, doc: Doc) -> bool:
    """ "From … to …" and "between … and …"."""
    time = mention.expression
    two_ends = time.start is not None and time.end is not None and time.start != time.end
    return two_ends and doc[mention.first].pos_ in {"ADP", "SCONJ"} and mention.last - mention.first > 2


def _dates(mention: TimeMention, node: Token, trigger: Trigger) -> bool:
    """A time reached over a coordination must stand before both verbs or after the trigger to date both."""
    if node == trigger.token or node == trigger.light:
        return True
    coordinated = any(step.dep_ == "conj" and step.head == node for step in _steps(trigger.token, node))
    return not coordinated or mention.last < node.i or mention.first > trigger.token.i


def _steps(token: Token, above: Token) -> Iterable[Token]:
    while token != above and token.head != token:
        yield token
        token = token.head


def _anchors(doc: Doc, mention: TimeMention, events: Mapping[int, int]) -> list[int]:
    """What a time expression dates: the word it hangs on, then the verbs above which it may date as well."""
    node = doc.part(mention.first, mention.last + 1).root
    while node.head != node and (node.dep_ in {"pobj", "pcomp"} or node.head.pos_ == "ADP" or _is_listed(node)):
        node = node.head
    node = node.head
    if _begins(mention) and _is_record(node):
        return []
    while (bare := _is_bare(node)) or (_is_listed(node) and node.i not in events):
        node = node.head.head if bare else node.head
    found = [node.i]
    while node.i not in events and node.head != node and node.dep_ in _INWARD and not _is_apart(node):
        node = node.head
        if is_verbal(node) or node.i in events:
            found.append(node.i)
    return found


def _begins(mention: TimeMention) -> bool:
    return mention.expression.start is not None and mention.expression.end is None


def _is_record(node: Token) -> bool:
    """Whether a time since which nothing was like it is said of a thing ("the first attack", "was the worst flood")."""
    said = [mark for noun in (node, *children(node, "attr")) for mark in children(noun, "amod")]
    return any(mark.ent_type_ == "ORDINAL" or mark.tag_ == "JJS" or _is_most(mark) for mark in said)


def _is_most(adjective: Token) -> bool:
    return any(adverb.tag_ == "RBS" for adverb in children(adjective, "advmod"))


def _is_bare(noun: Token) -> bool:
    """Whether a noun is no single event, so that a time behind it is the verb's ("charged with murder on Friday")."""
    return noun.tag_ == "NN" and noun.dep_ == "pobj" and not children(noun, *_SPECIFIC)


def _is_past(node: Token) -> bool:
    """Whether a participle tells what came before its noun did or bore anything ("a woman born in May")."""
    return node.dep_ == "acl" and node.tag_ == "VBN"


def _is_apart(node: Token) -> bool:
    """Whether a clause has a time of its own: a past ("a woman born in May") or finite one ("when he left in May")."""
    return _is_past(node) or (node.dep_ == "advcl" and node.tag_ != "VBG")


def _is_listed(node: Token) -> bool:
    return node.dep_ == "conj" and not is_verbal(node)


def _reach(trigger: Trigger, events: Mapping[int, int]) -> Iterable[Token]:
    """The trigger, its light verb, its own modifiers, then the words above it as far as they tell the same thing."""
    yield trigger.token
    if trigger.light is not None:
        yield trigger.light
    if trigger.head_object is not None:
        yield trigger.head_object
    for child in children(trigger.token, "advcl", "acl"):
        if child.tag_ == "VBG" and not children(child, "dobj", "nsubj"):
            yield child  # "starting on …"
        if _is_past(child) and child.i not in events:
            yield child  # "the raid carried out on …"
    yield from _retold(trigger.token, events)
    yield from _subject_events(trigger.token, events)
    if trigger.within is not None:
        yield trigger.within
        yield from _retold(trigger.within, events)
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


def _subject_events(verb: Token, events: Mapping[int, int]) -> Iterable[Token]:
    """The event that a verb tells what came of, and its other tellings ("the raid on Monday killed three")."""
    for event in children(verb, "nsubj"):
        if event.i in events:
            yield event
            yield from _retold(event, events)


def _retold(noun: Token, events: Mapping[int, int]) -> Iterable[Token]:
    """The verbs behind an event noun that tell the same event once more ("the quake that struck on Monday")."""
    occurring = time_words().occurring
    for clause in children(noun, "relcl"):
        light = clause.i not in events and any(t.dep_ == "dobj" and t.lower_ == "place" for t in clause.children)
        light = light or clause.lemma in occurring
        if light or events.get(clause.i) == events[noun.i]:
            yield clause


def _is_participle(node: Token) -> bool:
    return node.tag_ in {"VBG", "VBN"} and not children(node, "mark")


def quantities_of(
    trigger: Trigger, found: Sequence[Argument], quantities: Sequence[QuantityMention]
) -> list[tuple[QuantityMention, Argument | None]]:
    """The numbers that count a participant of the event (with it), or the event itself (with None)."""
    by_token = {argument.token.i: argument for argument in reversed(found) if argument.role in _COUNTED_ROLES}
    own = {trigger.token.i} | ({trigger.head_object.i} if trigger.head_object is not None else set())
    result: list[tuple[QuantityMention, Argument | None]] = []
    beside = _beside(trigger.token, quantities)
    for mention in beside:
        counted = mention.counted if mention.counted is not None else mention.last
        token = trigger.token.doc[counted]
        if mention.share == ("part" if token in trigger.token.ancestors else "whole"):
            continue  # two of the five ships that sank
        if counted not in own and (argument := _argument_over(token, by_token)):
            if not _is_among(mention, token, beside):
                result.append((mention, argument))
            elif mention.counted is not None:
                result.append((mention, None))  # children are not the killed of "five people, two of them children"
        elif counted in own or _measures(mention, token, trigger.token):
            result.append((mention, None))
    return result


def _is_among(mention: QuantityMention, counted: Token, beside: Sequence[QuantityMention]) -> bool:
    """Whether a number breaks down another ("five people, three women and two men", "six, including two children")."""
    while counted.dep_ == "conj":
        counted = counted.head
    if counted.dep_ == "pobj":
        return counted.head.lower_ in inclusive_prepositions()
    whole = next((m.quantity for m in beside if m.counted == counted.head.i), None) if counted.dep_ == "appos" else None
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
