"""Who and what an event's own words name, and what that comes to."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from converters.language.demonyms import countries
from converters.language.tokens import inclusive_prepositions, locative_prepositions
from converters.language.tree import Token
from converters.reading.mentions.nominals import part_of
from converters.reading.mentions.words import entity_words
from converters.reading.roles.arguments import SUFFERING, UNDERGOERS, Argument, arguments
from converters.reading.roles.participants import (
    ACTORS,
    CRAFT,
    HARMFUL,
    MEANS,
    PEOPLE,
    PLACE_TYPES,
    SCENERY,
    Participants,
)
from converters.reading.roles.premises import has_premises
from converters.reading.roles.scene import Scene
from converters.reading.syntax.prepositions import prepositions
from converters.reading.syntax.relations import by_phrase, owners, surface_subjects
from converters.reading.syntax.tree import children, is_verbal, with_conjuncts
from converters.reading.triggers import Trigger

_OUTLETS = frozenset({"Publisher", "NewsAgency"})
_WAYS = CRAFT | {"Document"}
"""What is no doer as a bare noun behind "by" ("rescued by helicopter", "sacked by decree")."""
_SETTLEMENTS = frozenset({"City", "Village", "Region", "Area"})
"""What somebody attacks "on" or "in" and is "at"."""
_CORE = frozenset({"subject", "object", "indirect", "possessive", "by"})


def own_arguments(trigger: Trigger, scene: Scene) -> Iterator[Argument]:
    """The participants that the event's own words name. The speaker of an utterance is its agent and nothing else."""
    found = arguments(trigger, scene.lexicon)
    speaker = scene.speakers.get(trigger.token.i)
    found = [_companion(a, trigger, found, scene.who) for a in found]
    if speaker is None:
        yield from (meant for a in found for meant in _meant(a, trigger, scene))
        return
    agents = [a.token for a in found if a.role == "agent"]
    yield from (Argument("agent", t) for t in (agents if speaker in agents else with_conjuncts([speaker])))
    phrase = trigger.token.dep_ == "prep"  # nobody hears what is so "according to" a report
    others = [a for a in found if a.role not in {"agent", *(["addressee"] if phrase else [])} and a.token != speaker]
    yield from (meant for a in others for meant in _meant(a, trigger, scene))


def _companion(argument: Argument, trigger: Trigger, found: Sequence[Argument], who: Participants) -> Argument:
    """People are no means: they share the lot of the grammatical subject ("she died along with her guard")."""
    if argument.role != "instrument" or who.type_of(argument.token) not in PEOPLE:
        return argument
    leading = surface_subjects(trigger.token)
    own = "agent" if argument.token in leading else "participant"
    if argument.slot == "with" and any(a.slot == "object" and a.token not in leading for a in found):
        return replace(argument, role="participant")  # "seized a ship with a crew of ten"
    role = next((a.role for a in found if a.token in leading and a.role != "instrument"), own)
    return replace(argument, role=role)


def _meant(argument: Argument, trigger: Trigger, scene: Scene) -> Iterator[Argument]:
    """What an argument comes to: each member of a list, an event as a cause, a weapon as an instrument of its owner."""
    role, slot = argument.role, argument.slot
    if role == "agent" and not _can_act(argument.token, trigger, scene) and (event := _event_at(argument.token, scene)):
        yield Argument("cause", event, slot)
        return
    if role == "cause" and slot == "subject" and (deed := _led_to(trigger, scene)) is not None:
        yield Argument("cause", deed, slot)
        return
    for token in _members(_counted(argument.token, scene), scene.who):
        kind = scene.who.type_of(token)
        if argument.token.i in scene.event and token.i not in scene.event and kind in PEOPLE:
            continue  # "died in the strike, including two civilians"
        if (kind == "Platform" and slot not in _CORE) or (
            kind in _OUTLETS and role == "topic" and slot in {"on", "over"}
        ):
            yield Argument("medium", token, slot)
        elif slot == "modifier" and role == "agent" and (undergone := _undergone(token, trigger, scene)):
            yield Argument(undergone, token, slot)
        elif slot == "modifier" and kind in PLACE_TYPES and (kind != "Country" or _is_scene(token)):
            yield Argument("place", token, slot)
        elif role == "source" and slot == "object" and kind in PEOPLE:
            yield Argument("patient", token, slot)  # "evacuated two villages and 300 people"
        elif role == "place" and token.i in scene.event and scene.is_harm(trigger):
            yield Argument("cause", token, slot)  # "the death toll in the quake"
        elif role == "cause" and kind in PEOPLE and token.i not in scene.event:
            continue  # "killed in the raid, two men", all hung on the verb
        elif role == "cause" and kind in PLACE_TYPES and token.i not in scene.event:
            if slot in locative_prepositions():
                yield Argument("place", token, slot)  # "killed in strikes in Avon", all hung on the verb
            elif slot == "subject" and kind == "Country":
                yield Argument("cause", token, slot)  # "Avon caused many deaths"
        elif role == "target" and slot == "at" and kind in _SETTLEMENTS and trigger.entry.kind == "noun":
            yield Argument("place", token, slot)  # "an attack at Avon"
        elif role != "agent":
            yield Argument(role, token, slot)
        elif slot == "from" and kind in PLACE_TYPES:
            yield Argument("source", token, slot)  # "fire from the hill", but "fire from rebels"
        elif token.i in scene.event or entity_words().listed("natural_forces", token.lemma_.lower()):
            yield Argument("cause", token, slot)
        elif kind in MEANS or (slot == "modifier" and kind in CRAFT) or (kind in _WAYS and _is_way(token)):
            yield Argument("instrument", token, slot)
            yield from (Argument("agent", owner, slot) for owner in _wielders(token, scene.who))
        else:
            yield Argument("agent", token, slot)


def _can_act(token: Token, trigger: Trigger, scene: Scene) -> bool:
    """Whether a doer is one: no scene, nor what a clause of harm only hangs on ("a raid on a bank that hurt two")."""
    kind = scene.who.type_of(token)
    clause = trigger.token
    while clause.dep_ == "conj":
        clause = clause.head
    first = token
    while first.dep_ == "conj" and not is_verbal(first.head):
        first = first.head
    hung = clause.head is first and clause.dep_ in {"relcl", "acl"}
    return kind in HARMFUL if hung and scene.is_harm(trigger) else kind not in SCENERY


def _led_to(trigger: Trigger, scene: Scene) -> Token | None:
    """What did it, told before a participle ("shelled the town, resulting in ten deaths"), not who did it."""
    verb = trigger.light or trigger.token
    if verb.dep_ != "advcl" or verb.tag_ != "VBG":
        return None
    above = verb.head
    return next((t for t in (above, *children(above, "dobj", "nsubjpass")) if t.i in scene.event), None)


def _is_way(token: Token) -> bool:
    """Whether a bare noun behind "by" tells how it was done, and not by whom ("sacked by decree")."""
    return token.head.lower_ == "by" and token.tag_ == "NN" and not children(token, "det", "poss", "compound")


def _undergone(noun: Token, trigger: Trigger, scene: Scene) -> str | None:
    """The role of a house in the deed that it only names ("the embassy bombing"): it suffers that."""
    if not has_premises(noun, scene.who):
        return None
    return next((r for slot in SUFFERING if (r := trigger.entry.roles.get(slot)) in UNDERGOERS), None)


def _wielders(weapon: Token, who: Participants) -> list[Token]:
    """Whose weapon it is: its owners, or who fired it ("a rocket fired by rebels", "a shot by police")."""
    fired = [weapon, *(c for c in children(weapon, "acl") if c.tag_ == "VBN")]
    return owners(weapon) or [t for verb in fired for t in by_phrase(verb) if who.type_of(t) in ACTORS]


def _is_scene(country: Token) -> bool:
    """Whether a country's name before a deed says where it was ("the Syria raid"), as no adjective or "US" does."""
    name = country.text
    behind = country.nbor(1)
    if behind.dep_ == "amod" and entity_words().nouns.get(behind.lower_) == "MilitaryUnit":
        return False  # "a Chad military raid"
    return name in countries() and len(name) > 3 and not name.isupper() and "." not in name


def _event_at(place: Token, scene: Scene) -> Token | None:
    """The event that a scene is told with, which does what that cannot ("an attack on a market that killed six")."""
    if place.i in scene.event:
        return place
    above = place
    while above.dep_ in {"pobj", "prep", "conj"} and above.head is not above:
        above = above.head
        if above.i in scene.event and not is_verbal(above):
            return above  # but in "blamed them for the fire that killed six" no blame killed
    return None


def _counted(token: Token, scene: Scene) -> Token:
    """The event that a counting word counts ("a series of attacks")."""
    inner = part_of(token)
    counts = inner is not None and inner.i in scene.event and entity_words().listed("partitives", token.lemma_.lower())
    return inner if inner is not None and counts else token


def _members(token: Token, who: Participants) -> Iterator[Token]:
    """A word, or the names it bears ("ships named A and B"), and what it introduces ("the villages of A and B")."""
    names = [n for c in children(token, "acl") for n in children(c, "oprd") if n.pos_ == "PROPN"]
    yield from with_conjuncts(names) or [token]
    number = who.number(token)
    for name, first in prepositions(token):
        if name in inclusive_prepositions() and who.number(first) is not None:
            yield first
        if name == "of" and number is not None and who.number(first) == number:
            yield from with_conjuncts(children(first, "conj"))
            number = None
