"""Where an event happens: the places told around its words, every level of them ("near the town, in the north")."""

from collections.abc import Iterator, Sequence

from converters.language.tokens import (
    connecting_prepositions,
    enclosing_prepositions,
    framing_prepositions,
    locative_prepositions,
    surface_prepositions,
)
from converters.language.tree import Token
from converters.lexicon.model import Lexicon
from converters.reading.clauses import sets_apart
from converters.reading.mentions.nominals import noun_type, part_of, plural
from converters.reading.mentions.words import entity_words
from converters.reading.roles.arguments import Argument
from converters.reading.roles.participants import CRAFT, Participants
from converters.reading.roles.premises import is_premises
from converters.reading.scopes import UPWARD
from converters.reading.syntax.prepositions import prepositions, reckoned_from
from converters.reading.syntax.tree import children, is_fronted, is_passive, is_verbal, with_conjuncts
from converters.reading.times.words import time_words
from converters.reading.triggers import Trigger

_WIDE = frozenset({"Country", "Region", "Sea", "Island"})
_HOLDERS = frozenset(
    {
        "agent",
        "counterparty",
        "patient",
        "target",
        "theme",
        "host",
        "destination",
        "source",
        "place",
        "path",
        "participant",
        "instrument",
    }
)
_GOVERNED = frozenset({"Country", "Region", "City"})
_STANDING = CRAFT | {"Object", "Organisation", "GovernmentBody"}
"""Types of what stands somewhere and is no place itself."""
_SPOTS = frozenset({"source", "destination", "place"})
_CARRIERS = frozenset({"patient", "target", "host"})
_UPWARD = UPWARD | {"oprd"}
_CLAUSE = frozenset({"conj", "xcomp", "acomp", "attr", "nsubj", "dobj", "nsubjpass"})


def places(trigger: Trigger, found: Sequence[Argument], who: Participants, lexicon: Lexicon) -> Iterator[Token]:
    """The words for places of an event, in no order of rank.

    They stand beside its trigger and the verbs above, inside its participants, before "where", before "he said".
    """
    fronted = set(_fronted(trigger.token, who))
    spoken = "Communication" in {trigger.entry.cls, lexicon.superclass.get(trigger.entry.cls)}
    for word, first in _scopes(trigger, who, lexicon):
        around = (place for place in located(word, who) if not _is_meant(place, word, who))
        yield from (
            place
            for place in around
            if place not in fronted
            and not word.i < place.i < first
            and not (spoken and _is_of_deed(place, word, lexicon))
        )
        if "between" not in trigger.entry.roles:
            yield from _ends(word, who)
    for argument in found:
        if argument.role in (_SPOTS if spoken else _HOLDERS):  # who condemns a raid near the town is not there
            yield from _inside(argument, who, lexicon)
    for told in children(trigger.token, "relcl"):
        staged = told.lemma in time_words().staging and bool(children(told, "auxpass"))
        if staged or told.lemma in lexicon.words["erupting"]:
            yield from located(told, who)  # "the fire that broke out in a factory"
    clause = _climb(trigger.token)
    if clause.dep_ == "relcl" and any(c.lower_ == "where" for c in clause.children):
        yield clause.head
    elif clause.dep_ == "ccomp" and clause.i > clause.head.i:
        yield from _fronted(clause.head, who)


def _is_of_deed(place: Token, word: Token, lexicon: Lexicon) -> bool:
    """Whether a place is that of a deed of which somebody speaks ("in the raid on the town, he said, two died")."""
    while place is not word and place.head is not place:
        place = place.head
        if place.lemma in lexicon.words["deadly"] and is_fronted(place.head):
            return True
    return False


def located(word: Token, who: Participants) -> Iterator[Token]:
    """The places that hang on a word by a preposition of place or as "here" and "there", each with what it lies in.

    Without any it is that to which a distance is told ("90 km south of Avon").
    """
    found = list(_placed(word, who))
    yield from found or _reckoned_from(word, who)
    for adverb in children(word, "advmod"):
        if adverb.tag_ != "WRB" and who.is_place(adverb):
            yield adverb


def _placed(word: Token, who: Participants) -> Iterator[Token]:
    """The places that hang on a word by a preposition, each with what it lies in."""
    for name, place in prepositions(word):
        if name in framing_prepositions() - locative_prepositions():
            yield from located(place, who)  # "collided during a flight off the coast"
        if name not in locative_prepositions() or (name == "by" and is_passive(word)) or _is_idiom(place):
            continue
        if place.tag_ == "WDT" and not _stands_for_place(place, who):
            continue  # "the protests, in which six died"
        place = _named(place, who)
        if name in surface_prepositions() and is_verbal(word) and who.type_of(place) in _GOVERNED:
            continue  # "called on Avonia"
        if who.is_place(place) or is_premises(place, who):
            yield place
            yield from _members(place, who)
            yield from _around(place, who)
        elif who.number(place) is None or (name in enclosing_prepositions() and who.type_of(place) in _STANDING):
            yield from located(place, who)


def _stands_for_place(which: Token, who: Participants) -> bool:
    """Whether the noun that a relative pronoun stands for is a place."""
    clause = next((a for a in which.ancestors if a.dep_ == "relcl"), None)
    return clause is not None and who.is_place(clause.head)


def _members(place: Token, who: Participants) -> list[Token]:
    """The others that a noun introduces ("near the towns of Avon, Lorn and Holm")."""
    name = part_of(place) if plural(place) else None
    named = name is not None and who.number(place) is not None and who.number(place) == who.number(name)
    return [c for c in with_conjuncts(children(name, "conj")) if who.is_place(c)] if named and name is not None else []


def _reckoned_from(word: Token, who: Participants) -> Iterator[Token]:
    """The places to which a distance is told ("90 km south of Avon"), each with what it lies in."""
    for place in reckoned_from(word):
        if who.is_place(place):
            yield place
            yield from _around(place, who)


def _ends(word: Token, who: Participants) -> Iterator[Token]:
    """The places between which something happens ("derailed between Avon and Lorn")."""
    ends = [place for name, place in prepositions(word) if name in connecting_prepositions()]
    if len(ends) == 1 and plural(ends[0]) and who.is_place(ends[0]):
        yield from (ends[0], *_around(ends[0], who))  # "between the towns of Avon and Lorn"
    if len(ends) > 1 and all(who.is_place(end) and who.type_of(end) != "Country" for end in ends):
        yield from ends


def _named(place: Token, who: Participants) -> Token:
    """The place that a word for who governs it stands for ("the state of Avonia")."""
    name = part_of(place) if entity_words().listed("territories", place.lemma_.lower()) else None
    return name if name is not None and who.is_place(name) else place


def _is_meant(place: Token, word: Token, who: Participants) -> bool:
    """Whether an event is directed at a place and need not be there ("sanctions on Avonia")."""
    directed = place.head.lower_ in surface_prepositions() and place.head.head is word
    return directed and who.type_of(place) in _GOVERNED


def _is_idiom(place: Token) -> bool:
    """Whether a noun stands there as in a set phrase ("in part", "in place")."""
    alone = not children(place, "det", "poss", "amod", "compound", "nummod") and part_of(place) is None
    return place.tag_ == "NN" and noun_type(place) == "Area" and alone


def _around(place: Token, who: Participants) -> Iterator[Token]:
    """What a place lies in or near: "a suburb of the capital", "Avon, in the north"."""
    for name, outer in ((name, _named(outer, who)) for name, outer in prepositions(place)):
        if (name == "of" or name in locative_prepositions()) and who.is_place(outer):
            if name != "of" or who.number(outer) != who.number(place):  # but not "thousands of houses"
                yield outer
            yield from _around(outer, who)
        elif name in connecting_prepositions() and who.is_place(outer):
            yield outer  # "the road between Avon and Lorn"
        elif name == "of":
            yield from located(outer, who)  # "the headquarters of the agency in Avon"
    yield from _reckoned_from(place, who)
    for outer in children(place, "appos", "npadvmod"):
        if who.is_place(outer):
            yield outer
            yield from _around(outer, who)


def _inside(argument: Argument, who: Participants, lexicon: Lexicon) -> Iterator[Token]:
    """Places inside a participant's own words ("a base near the town", "planes carrying troops over the sea")."""
    word = argument.token
    if who.is_place(word):
        yield from _around(word, who)
    elif word.lemma not in lexicon.words["suspect"] or all(who.is_place(thing) for _, thing in prepositions(word)):
        # but not "the suspect in a raid near the town"
        around = (place for place in located(word, who) if not is_premises(place, who))  # no "clerk at the bank"
        yield from (place for place in around if not _is_meant(place, word, who))
    whole = part_of(word) if argument.role in _CARRIERS else None
    if whole is not None and not who.is_place(whole):
        yield from located(whole, who)  # "held the leader of a gang in Avon"
    if argument.role in _CARRIERS:
        for clause in children(word, "acl"):
            if not children(clause, "agent"):  # "fighters supported by Avonia" are not there
                yield from located(clause, who)
            for carried in children(clause, "dobj"):
                yield from located(carried, who)


def _fronted(verb: Token, who: Participants) -> Iterator[Token]:
    """Wide places at the head of a sentence that are the scene of what is said ("In Avonia, she said, they …")."""
    if not any(c.dep_ == "ccomp" and c.i > verb.i for c in verb.children):
        return
    subject = min((s.i for s in children(verb, "nsubj", "nsubjpass")), default=verb.i)
    for place in located(verb, who):
        if place.i < subject and who.type_of(place) in _WIDE:
            yield place


def _climb(clause: Token) -> Token:
    while clause.dep_ in _CLAUSE and clause.head != clause:
        clause = clause.head
    return clause


def _stands_apart(verb: Token) -> bool:
    """Whether a coordinated verb has a subject and an auxiliary of its own, or needs none ("and 12 wounded" does)."""
    gapped = children(verb, "nsubjpass") and not children(verb, "auxpass")
    return bool(children(verb, "nsubj", "nsubjpass")) and not gapped


def _scopes(trigger: Trigger, who: Participants, lexicon: Lexicon) -> Iterator[tuple[Token, int]]:
    """The trigger, its light verb, and the verbs above in the same clause chain.

    Each comes with the place in the text of the first verb below it that is coordinated with it: what stands behind the
    one and before the other belongs to the one alone, unless the other tells the harm done there and no place of it.
    """
    harm = "Harm" in {trigger.entry.cls, lexicon.superclass.get(trigger.entry.cls)}
    first, shares = 0, harm and not any(True for _ in located(trigger.token, who))
    yield trigger.token, first
    if trigger.light is not None:
        yield trigger.light, first
    if trigger.head_object is not None:
        yield trigger.head_object, first
    if trigger.within is not None:
        yield trigger.within, first
    for clause in children(trigger.token, "acl"):
        if clause.tag_ == "VBN" and clause.lemma in lexicon.light_verbs:
            yield clause, first  # "the summit, held in Avon"
    node = trigger.token
    while node.dep_ in _UPWARD and node.head != node and node is not trigger.apart:
        if node.dep_ == "advcl" and not (node.tag_ in {"VBG", "VBN"} and not children(node, "mark")):
            return
        if (node.dep_ == "conj" and _stands_apart(node)) or sets_apart(node):
            return
        if node.dep_ == "conj" and is_verbal(node) and not shares:
            first = node.i
        node = node.head
        if is_verbal(node):
            yield node, first
