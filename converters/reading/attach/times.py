"""Which time belongs to an event: attached along the dependency tree."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from converters.language.tree import Doc, Token
from converters.reading.attach.anchors import anchors
from converters.reading.attach.beside import beside
from converters.reading.attach.reach import circumstances, reach
from converters.reading.syntax.tree import children, is_passive, is_verbal
from converters.reading.times.find import TimeMention
from converters.reading.times.openings import opened
from converters.reading.times.words import time_words
from converters.reading.triggers import Trigger


def time_of(
    trigger: Trigger, times: Sequence[TimeMention], cues: frozenset[int], events: Mapping[int, int]
) -> TimeMention | None:
    """The time expression of an event: its own, else one above it that dates the same thing, else one further below.

    What dates the saying (`cues`: reporting words) does not date what is said, unless it is a stretch put first:
    "from May 2 to June 3, the army said, it lost 40 men". `events` numbers the tokens that tell events: a time on one
    of them dates no other.
    """
    doc = trigger.token.doc
    told = ((mention, anchors(doc, mention, events)) for mention in beside(trigger.token, times))
    near = {mention: words for mention, words in told if words}
    own = {trigger.token, trigger.light, trigger.within, *circumstances(trigger.token)}
    hours: list[TimeMention] = []
    for node in reach(trigger, events):
        at = [m for m, words in near.items() if words[0] == node.i and _dates(m, node, trigger)]
        if node.i in cues:
            goes_on = _is_beside(trigger.token, node) and not children(trigger.token, "nsubj", "nsubjpass")
            ahead = next((m for m in at if (goes_on or _is_stretch(m, doc)) and m.last < node.i), None)
            if ahead is not None:
                return ahead
            break
        if node == trigger.token and _speaks(trigger, cues):
            at = [m for m in at if not (_is_stretch(m, doc) and m.last < node.i)]
        below = [m for m, words in near.items() if node in own and node.i in words[1:]]
        found = _first([m for m in at if not _is_hour(m)], below, node)
        if found is not None:
            return _as_phase(found, node, trigger)
        hours.extend(m for m in at if _is_hour(m))  # "Monday's blast struck shortly after noon"
    if hours:
        return hours[0]
    if (day := _told_of(trigger.token)) is not None:
        return next((m for m in times if m.first <= day.i <= m.last and m.expression.end is not None), None)
    shared = [v.i for v in children(trigger.token, "conj") if is_passive(v) and not children(v, "auxpass", "mark")]
    for mention, words in near.items():
        if words[0] in shared:
            return mention  # "two were killed and six wounded on Monday"
    last = _last_of_list(trigger.token)
    return next((m for m, words in near.items() if last.i in words and _is_stretch(m, doc)), None)


def _told_of(verb: Token) -> Token | None:
    """The date of which a clause tells ("until March 3, when troops shelled the town")."""
    while verb.dep_ == "conj" and is_verbal(verb.head):
        verb = verb.head
    when = verb.dep_ == "relcl" and any(c.lower_ == "when" for c in children(verb, "advmod"))
    return verb.head if when and verb.head.ent_type_ == "DATE" else None


def _first(at: Sequence[TimeMention], below: Sequence[TimeMention], node: Token) -> TimeMention | None:
    """The first of the times that hang on a word, before those that hang below it; of two behind it, the nearer."""
    known = [m for m in at if m.expression.start is not None or m.expression.end is not None]
    hung, under = next(iter(known or at), None), next(iter(below), None)  # "a day after the raid, they said Monday"
    if hung is None or under is None:
        return hung or under
    return under if node.i < under.first < hung.first else hung  # "jailed for two years on Friday for theft in 2020"


def _is_beside(token: Token, verb: Token) -> bool:
    """Whether a word is coordinated with a verb, by itself or what it hangs on."""
    return any(step.dep_ == "conj" and step.head == verb for step in _steps(token, verb))


def _is_hour(mention: TimeMention) -> bool:
    """Whether a time tells the hour of a day that is told elsewhere."""
    time = mention.expression
    return time.start is None and time.end is None and time.precision in {"minute", "hour"}


def _as_phase(mention: TimeMention, node: Token, trigger: Trigger) -> TimeMention:
    """The time of what begins or ends then ("the war that began in 2014"): one end of it is open.

    So too if the time hangs above the verb that tells it ("signed a pact on Monday, ending a war").
    """
    for step in _steps(trigger.token, node):
        keeps = time_words().phases.get(step.head.lemma)
        if keeps is not None and step.dep_ == "dobj" and step.head is not node and step.head is not trigger.light:
            return replace(mention, expression=opened(mention.expression, keeps))
    return _as_phase_of(node, mention, trigger)


def _as_phase_of(verb: Token, mention: TimeMention, trigger: Trigger) -> TimeMention:
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
    return not _is_beside(trigger.token, node) or mention.last < node.i or mention.first > trigger.token.i


def _steps(token: Token, above: Token) -> Iterable[Token]:
    while token != above and token.head != token:
        yield token
        token = token.head
