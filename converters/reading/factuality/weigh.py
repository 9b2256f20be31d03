"""How a text commits itself to an event: modality and polarity, read off what stands above the trigger.

The walk goes from the trigger up to the cue of the utterance that says it (what lies above belongs to the utterance
itself), or to the end of a relative clause.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from converters.language.tokens import preceding_prepositions, topical_prepositions
from converters.language.tree import Token
from converters.lexicon.model import Lexicon
from converters.reading.factuality.coming import to_come
from converters.reading.factuality.forms import (
    SUBJECT,
    is_as_told,
    is_definite,
    is_nonfinite,
    is_past,
    is_perfect,
    is_singled_out,
)
from converters.reading.factuality.governors import governor_of
from converters.reading.factuality.known import is_attribute, is_given, is_taken_for_granted, presupposes
from converters.reading.factuality.modality import is_left_open, modality_at, uncertain, wished_for
from converters.reading.factuality.negation import is_denied, negated_at
from converters.reading.model import Modality, Polarity
from converters.reading.syntax.tree import children, is_absolute, is_fronted, is_verbal, stands_alone

_BEHIND = frozenset({"behind", "of", "in", "for"})
"""Between who is sought and what they did."""


@dataclass(frozen=True, slots=True)
class Factuality:
    """`modality` None: nothing in the words takes the event out of fact."""

    modality: Modality | None
    polarity: Polarity


def factuality(trigger: Token, cue: Token | None, lexicon: Lexicon) -> Factuality:
    """Modality and polarity of the event that `trigger` tells in the utterance of `cue` (None: the publisher's)."""
    modality: Modality | None = "desired" if _is_negotiated(trigger, lexicon) else to_come(trigger, lexicon)
    negative = means = False
    if apart := _must_come_with(trigger, lexicon):
        modality = "hypothetical"
    below = trigger
    for node, path in _path(trigger, cue, lexicon):
        apart = apart or (path == "pcomp" and node.lower_ in preceding_prepositions())  # "has yet to X after Y-ing"
        apart = apart or is_singled_out(node, lexicon)  # "is not the first to resign"
        if (path in SUBJECT or not path) and is_left_open(node, lexicon):
            modality = modality or "conditional"
        if path == "nsubj" and modality is None:
            modality = wished_for(node, lexicon)
        if node != trigger and (
            is_taken_for_granted(trigger, node, lexicon) or presupposes(node, path, trigger, lexicon)
        ):
            break
        if path == "prep" and below.lower_ in {"over", "against"} and node.lemma in lexicon.words["reacting"]:
            break  # "banned a planned protest over a killing"
        fronted = path == "prep" and (is_fronted(below) or below.lower_ == "at")  # "agreed at talks in Avon to meet"
        governor = governor_of(node, path, lexicon) if path and not fronted else None
        if governor is not None and governor.modality == "planned" and path == "ccomp" and is_past(below):
            governor = None  # "decided that he had done it"
        apart = apart or (governor is not None and governor.ends)  # "did not stop shelling"
        if path and _is_impossible(node, path, lexicon):
            negative = True  # "was not able to enter" did not
            modality = None if modality == "desired" else modality
            continue
        if path == "pcomp" and _is_cut_short(node, lexicon):
            break
        if path == "prep" and below.lower_ in _BEHIND and node.lemma in lexicon.words["suspect"]:
            break  # "vowed to arrest the masterminds behind an attack"
        if path == "ccomp" and node.lemma in lexicon.words["reminding"] and children(node, "auxpass"):
            break  # "it will be recalled that the town was shelled"
        topic = path == "prep" and below.lower_ in topical_prepositions()  # "asked about the attack" wants none
        below = node
        modality = modality or (None if topic else modality_at(node, path, governor, trigger, cue, lexicon))
        means = means or (path == "pcomp" and node.lower_ == "by")  # "prevented the march by arresting its leaders"
        against = governor is not None and governor.polarity == "negative"
        if not apart and not negative and not (means and against):
            negative = against or negated_at(node, path, trigger, lexicon)
    return Factuality(modality, "negative" if negative else "positive")


def _must_come_with(trigger: Token, lexicon: Lexicon) -> bool:
    """ "Cannot return without facing arrest": that it would come about is told, not that it has not."""
    link = next((a for a in trigger.ancestors if a.pos_ in {"ADP", "SCONJ"}), trigger)
    return link.lower_ == "without" and is_verbal(link.head) and is_denied(link.head, lexicon)


def _is_cut_short(before: Token, lexicon: Lexicon) -> bool:
    """ "Tried to flee before being shot": who only tried was shot."""
    tried = before.head.head
    told = before.head.dep_ == "xcomp" and not any(a.tag_ == "MD" for a in children(tried, "aux"))
    passive = any(children(deed, "auxpass") for deed in children(before, "pcomp"))
    return before.lower_ == "before" and told and passive and tried.lemma in lexicon.words["trying"]


def _is_negotiated(noun: Token, lexicon: Lexicon) -> bool:
    """What talks are to bring about is not there yet ("talks on a release of captives", "discussed new sanctions")."""
    agreed = lexicon.words["negotiable"]
    while noun.dep_ in {"compound", "nmod", "conj"} and noun.head.pos_ == "NOUN" and noun.lemma in agreed:
        noun = noun.head  # "discussed a truce and prisoner release deal"
    above = noun.head
    gerund = noun.dep_ == "pcomp" and noun.tag_ == "VBG"  # "talks on ending the war"
    known = any(is_perfect(clause) for clause in children(noun, "relcl"))
    fresh = not is_definite(noun) and any(c.lower_ in lexicon.words["further"] for c in children(noun, "amod"))
    if not gerund and (known or not (fresh or noun.lemma in agreed)):
        return False
    topic = (gerund or noun.dep_ == "pobj") and above.lower_ in lexicon.words["negotiated_by"]
    governor = above.head if topic else above
    return (topic or noun.dep_ == "dobj") and governor.lemma in lexicon.words["negotiating"]


def _is_impossible(node: Token, path: str, lexicon: Lexicon) -> bool:
    """A denied possibility: "not possible to verify", "not able to enter"."""
    if path not in {"xcomp", "acl", "ccomp"}:
        return False
    words = [node, *children(node, "acomp")]
    governors = [lexicon.governors.get(word.lemma) for word in words if word.pos_ == "ADJ"]
    denied = children(node, "neg") or (node.dep_ == "acomp" and children(node.head, "neg"))
    return bool(denied) and any(g is not None and g.modality == "hypothetical" for g in governors)


def _path(trigger: Token, cue: Token | None, lexicon: Lexicon) -> Iterator[tuple[Token, str]]:
    """Each node from the trigger upwards, with the label of the edge we came by ("" for the trigger itself)."""
    node, came_by = trigger, ""
    while True:
        yield node, came_by
        ends = (
            node.dep_ in {"ROOT", "parataxis"}
            or (node.dep_ == "relcl" and not is_singled_out(node, lexicon))
            or is_attribute(node)
            or is_given(node, lexicon)
            or is_absolute(node)
            or is_as_told(node)
        )
        if ends or node.head == node or node.head == cue or stands_alone(node):
            return
        came_by, node = node.dep_, _above(node)


def weighed(deed: Token, cue: Token, lexicon: Lexicon) -> Modality | None:
    """What a deed is that a cue only says may or may not be ("has not ruled out boycotting it")."""
    if deed.head is not cue or (deed.pos_ == "NOUN" and is_definite(deed)):
        return None
    governors = (lexicon.governors.get(f"{cue.lemma} {p.lower_}") for p in children(cue, "prt"))
    return next((g.modality for g in governors if g is not None and g.modality == "hypothetical"), None)


def _above(node: Token) -> Token:
    """What stands above a word; a finite verb is not coordinated with an infinitive ("planned to stay but left"), nor
    does a past depend on one ("was trying to leave when he was shot").
    """
    above = node.head
    past = is_past(node)
    finite = node.tag_ in {"VBD", "VBZ"} or (node.tag_ == "VBN" and above.tag_ == "VB")
    if (node.dep_ == "conj" and finite) or (node.dep_ == "advcl" and past):
        while is_nonfinite(above) and above.dep_ in {"xcomp", "ccomp", "advcl", "acl"}:
            above = above.head
    return above


def hedge(trigger: Token, cue: Token | None, lexicon: Lexicon) -> Token | None:
    """The modifier that makes an event somebody's unnamed claim ("alleged", "reported")."""
    nodes = (node for node, _ in _path(trigger, cue, lexicon) if not is_verbal(node))
    return next((word for node in nodes for word, modality in uncertain(node, lexicon) if modality == "claimed"), None)
