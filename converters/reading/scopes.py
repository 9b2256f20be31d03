"""Which events share the time and place of what they depend on: what is only spoken of or punished has its own."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from converters.language.tokens import framing_news, framing_prepositions, parting_from_deeds
from converters.language.tree import Token
from converters.lexicon.model import Lexicon
from converters.reading.mentions.words import entity_words
from converters.reading.syntax.tree import children, is_fronted, is_verbal
from converters.reading.times.words import time_words
from converters.reading.triggers import Trigger, light_name

UPWARD = frozenset(
    {"advcl", "conj", "xcomp", "dobj", "nsubj", "nsubjpass", "csubj", "pobj", "prep", "acomp", "attr", "pcomp", "agent"}
)
"""Labels of what may share the time and place of the word above it."""
_SLOTS = {"dobj": "object", "nsubj": "subject", "nsubjpass": "object"}
_INDEFINITE = frozenset({"a", "an"})
_MATTERS = frozenset({"topic", "purpose"})
"""Roles of events that another is about."""


def scoped(triggers: Sequence[Trigger], lexicon: Lexicon) -> list[Trigger]:
    """The triggers of a block, each with the word that sets it apart and the event that it happens at."""
    hosts = {t.light.i: t for t in triggers if t.light is not None} | {t.token.i: t for t in triggers}
    return [replace(t, apart=_apart(t, hosts, lexicon), within=_within(t, hosts, lexicon)) for t in triggers]


def _apart(trigger: Trigger, hosts: Mapping[int, Trigger], lexicon: Lexicon) -> Token | None:
    """The word at which the climb from an event comes to another that is about it ("protested over the arrest")."""
    node = trigger.token
    if node.dep_ == "prep" and node.tag_ == "VBG":
        return node  # "according to"
    while node.dep_ in UPWARD and node.head is not node:
        host = hosts.get(node.head.i)
        told_twice = host is None or host is trigger or host.entry.cls == trigger.entry.cls
        if host is not None and not told_twice and _is_about(node, host, lexicon):
            return node
        if host is not None and _is_old_harm(node, trigger, host, lexicon):
            return node
        if _is_promised(node) or _is_spoken_of(node, trigger, host, lexicon):
            return node
        if host is None and _belongs(node):
            return node.head
        node = node.head
    return None


def _belongs(word: Token) -> bool:
    """Whether an event only tells whose or which something is ("a suspect in the bombing")."""
    words, noun = entity_words(), word.head
    counts = any(words.listed(name, noun.lemma_.lower()) for name in ("partitives", "no_entity", "stages"))
    return word.dep_ == "prep" and noun.pos_ == "NOUN" and not counts and noun.ent_type_ != "PERCENT"


def _is_promised(verb: Token) -> bool:
    """Whether a verb tells what somebody agreed, asked or wants to do: then and there it was only agreed."""
    words = time_words()
    plans = verb.head.lemma in words.planners - words.scheduled
    return plans and verb.dep_ == "xcomp" and any(mark.tag_ == "TO" for mark in children(verb, "aux"))


def _is_spoken_of(word: Token, deed: Trigger, host: Trigger | None, lexicon: Lexicon) -> bool:
    """Whether a deed is only that of which somebody speaks elsewhere ("in the raid, he said in Avon, two died")."""
    return host is not None and is_fronted(word) and _does_not_speak_at(deed.token, host, lexicon)


def _does_not_speak_at(deed: Token, host: Trigger, lexicon: Lexicon) -> bool:
    """Whether an event is an utterance that is not made at a deed, as it may be at talks or in an interview."""
    speaks = lexicon.superclass.get(host.entry.cls, host.entry.cls) == "Communication"
    return speaks and deed.lemma in lexicon.words["deadly"]


def _is_about(word: Token, host: Trigger, lexicon: Lexicon) -> bool:
    slot = word.lower_ if word.dep_ == "prep" else _SLOTS.get(word.dep_, "")
    lent = lexicon.light_verbs.get(light_name(host.token, host.light, lexicon), {}) if host.light is word.head else {}
    role = lent.get(slot) or host.entry.roles.get(slot)
    return role in _MATTERS or (role == "cause" and not _is_harm(host, lexicon))


def _is_old_harm(word: Token, trigger: Trigger, host: Trigger, lexicon: Lexicon) -> bool:
    """Whether a harm came before the one that it leads to ("died on Monday of injuries")."""
    led = word.dep_ == "prep" and word.lower_ in parting_from_deeds() and is_verbal(host.token)
    return led and host is not trigger and _is_harm(trigger, lexicon) and _is_harm(host, lexicon)


def _is_harm(trigger: Trigger, lexicon: Lexicon) -> bool:
    return "Harm" in {trigger.entry.cls, lexicon.superclass.get(trigger.entry.cls)}


def _within(trigger: Trigger, hosts: Mapping[int, Trigger], lexicon: Lexicon) -> Token | None:
    """The event at which another happens ("arrested during a march in Avon on Monday")."""
    frames = [p for p in children(trigger.token, "prep") if not _is_about(p, trigger, lexicon)]
    within = ((p, o) for p in frames for o in children(p, "pobj") if o.i in hosts)
    events = [(p, o) for p, o in within if not _does_not_speak_at(o, trigger, lexicon)]
    return next((event for frame, event in events if _frames(frame, event)), None)


def _frames(preposition: Token, event: Token) -> bool:
    if preposition.lower_ in framing_news():
        opens = preposition.i == preposition.sent.start
        return opens or all(c.lower_ in _INDEFINITE for c in children(event, "det", "poss"))
    return preposition.lower_ in framing_prepositions()
