"""Which time and which numbers belong to an event: both are attached along the dependency tree."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from converters.language.tree import Doc, Token
from converters.reading.clauses import happens_with, sets_apart
from converters.reading.mentions.words import entity_words
from converters.reading.quantities.find import QuantityMention
from converters.reading.roles.arguments import Argument
from converters.reading.syntax import children, is_passive, is_verbal
from converters.reading.times.find import TimeMention
from converters.reading.triggers import Trigger

M = TypeVar("M", TimeMention, QuantityMention)

_UPWARD = frozenset(
    {"advcl", "conj", "xcomp", "dobj", "nsubj", "nsubjpass", "pobj", "prep", "acomp", "attr", "pcomp", "agent"}
)
_INWARD = frozenset({"pobj", "prep", "dobj", "acl", "advcl", "pcomp", "attr", "nsubjpass", "oprd", "dative"})
_MEASURES = frozenset({"CARDINAL", "PERCENT", "QUANTITY"})
_COUNTED_ROLES = ("patient", "target", "theme", "beneficiary", "participant", "instrument", "agent")


def time_of(
    trigger: Trigger, times: Sequence[TimeMention], cues: frozenset[int], events: Mapping[int, int]
) -> TimeMention | None:
    """The time expression of an event: its own, else one above it that dates the same thing, else one further below.

    What dates the saying (`cues`: reporting words) does not date what is said, unless it is a stretch put first:
    "from May 2 to June 3, the army said, it lost 40 men". `events` numbers the tokens that tell events: a time on one
    of them dates no other.
    """
    doc = trigger.token.doc
    near = {mention: _anchors(doc, mention, events) for mention in _beside(trigger.token, times)}
    for node in _reach(trigger, events):
        at = [m for m, anchors in near.items() if anchors[0] == node.i and _dates(m, node, trigger)]
        if node.i in cues:
            ahead = next((m for m in at if _is_stretch(m, doc) and m.last < node.i), None)
            if ahead is not None:
                return ahead
            break
        if node == trigger.token and _speaks(trigger, cues):
            at = [m for m in at if not (_is_stretch(m, doc) and m.last < node.i)]
        if at:
            return at[0]
        below = [m for m, anchors in near.items() if node.i in anchors[1:] and node == trigger.token]
        if below:
            return below[0]
    shared = [v.i for v in children(trigger.token, "conj") if is_passive(v) and not children(v, "auxpass", "mark")]
    for mention, anchors in near.items():
        if anchors[0] in shared:
            return mention  # "two were killed and six wounded on Monday"
    last = _last_of_list(trigger.token)
    return next((m for m, anchors in near.items() if last.i in anchors and _is_stretch(m, doc)), None)


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
    found = [node.head.i]
    node = node.head
    while node.i not in events and node.head != node and node.dep_ in _INWARD and not _is_apart(node):
        node = node.head
        if is_verbal(node) or node.i in events:
            found.append(node.i)
    return found


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
    node = trigger.token
    clause = node
    while clause.dep_ == "conj":
        clause = clause.head
    if clause.dep_ == "relcl" and clause.head.i in events:
        yield clause.head  # "the attack of May 2, which killed three and wounded four"
    while node.head != node and (node.dep_ in _UPWARD or node.dep_ == "ccomp"):
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
    for clause in children(noun, "relcl"):
        light = clause.i not in events and any(t.dep_ == "dobj" and t.lower_ == "place" for t in clause.children)
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
    for mention in _beside(trigger.token, quantities):
        counted = mention.counted if mention.counted is not None else mention.last
        token = trigger.token.doc[counted]
        if counted not in own and (argument := _argument_over(token, by_token)):
            result.append((mention, argument))
        elif counted in own or _measures(token, trigger.token):
            result.append((mention, None))
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
        if node.lower_ == "of" and not _is_share(node.head):
            return None
        node = node.head
    return None


def _is_share(word: Token) -> bool:
    """Whether a word is some of what stands behind it ("three of", "dozens of", "two acres of")."""
    return word.pos_ == "NUM" or word.ent_type_ in _MEASURES or entity_words().listed("partitives", word.lemma_.lower())
