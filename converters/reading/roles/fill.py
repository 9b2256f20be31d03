"""Who and what fills the roles of an event: entities and other events, from its own words and its cause's."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from converters.articles.model import Span
from converters.language.demonyms import countries
from converters.language.tokens import distances, inclusive_prepositions
from converters.language.tree import Token
from converters.lexicon.model import Lexicon
from converters.reading.clauses import happens_with
from converters.reading.mentions.nominals import part_of
from converters.reading.mentions.words import entity_words
from converters.reading.model import Role
from converters.reading.roles.arguments import UNDERGOERS, Argument, arguments
from converters.reading.roles.participants import (
    ACTORS,
    CRAFT,
    HARMFUL,
    MEANS,
    PEOPLE,
    PLACE_TYPES,
    SCENERY,
    SETTLED,
    Participants,
)
from converters.reading.roles.places import located, places
from converters.reading.roles.premises import has_premises, is_premises
from converters.reading.syntax import (
    accompanied,
    by_phrase,
    children,
    is_passive,
    is_verbal,
    owners,
    prepositions,
    surface_subjects,
    with_conjuncts,
)
from converters.reading.triggers import Trigger

_EXCLUSIVE = UNDERGOERS | {"agent", "place"}
"""Roles that leave no room for the same entity as a place."""
_REACHED = frozenset({"target", "patient", "destination"})
"""Roles of places in which what comes of the event happens too."""
_SCENES = _REACHED | {"theme"}
"""Those of places that an event is about which are its scene ("the battle for the town")."""
_OUTLETS = frozenset({"Publisher", "NewsAgency"})
_CORE = frozenset({"subject", "object", "indirect", "possessive", "by"})
_FITTING: Mapping[str, frozenset[str]] = {
    "place": PLACE_TYPES,
    "path": PLACE_TYPES,
    "destination": PLACE_TYPES,
    "endpoint": PLACE_TYPES,
    "medium": frozenset({"Document", "Platform", "Publisher", "NewsAgency"}),
}
"""Roles that only entities of some types can fill."""
_UNFIT: Mapping[str, frozenset[str]] = {"agent": SCENERY, "participant": MEANS, "content": ACTORS}
"""Roles that entities of some types cannot fill: nobody says, denies or wants people."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What the roles of a block's events are read from: its triggers and event numbers by token, who speaks at each
    cue, the author of each document that speaks, and the article's entities."""

    triggers: Mapping[int, Trigger]
    event: Mapping[int, int]
    speakers: Mapping[int, Token]
    authors: Mapping[int, int]
    who: Participants
    lexicon: Lexicon

    def told_at(self, verb: Token) -> Trigger | None:
        """The event that a verb tells, by itself or as the light verb of a noun ("carried out raids")."""
        own = self.triggers.get(verb.i)
        return own or next((self.triggers[c.i] for c in verb.children if self._is_light(verb, c)), None)

    def _is_light(self, verb: Token, noun: Token) -> bool:
        return noun.i in self.triggers and self.triggers[noun.i].light is verb

    def is_harm(self, trigger: Trigger) -> bool:
        """Whether an event is harm done to somebody or something."""
        return "Harm" in {trigger.entry.cls, self.lexicon.superclass.get(trigger.entry.cls)}


def participants(trigger: Trigger, scene: Scene) -> list[Argument]:
    """The words that fill roles of an event, each once per role."""
    found = [_as_cause(a, trigger, scene) for a in _own(trigger, scene)]
    found.extend(_told_again(trigger, found, scene))
    told = trigger.token.i in scene.speakers and _is_said(trigger, scene)
    around = places(trigger, [] if told else found, scene.who, scene.lexicon)
    found.extend([Argument("place", place) for place in around])
    found.extend([*_handed_on(trigger, found, scene)])
    if not any(a.role == "place" for a in found):
        found.extend(Argument("place", place) for place in _shared_places(trigger, scene))
    found.extend(_framing_places(trigger, found, scene))
    return list({(a.role, a.token): a for a in reversed(found) if a.token != trigger.token}.values())[::-1]


def roles(trigger: Trigger, found: Sequence[Argument], scene: Scene) -> Iterator[Role]:
    """The roles that words fill: those of events first-hand, those of entities where word and role agree."""
    who = scene.who
    taken: set[int] = set()
    filled: set[tuple[str, int]] = set()
    for role, token, slot in ((a.role, a.token, a.slot) for a in found):
        if token.i in scene.event:
            of_event = role == "patient" or (role == "target" and slot == "of")  # "the first deaths of the war"
            victim = of_event and trigger.entry.kind == "noun"
            if role not in _FITTING and not victim and scene.event[token.i] != scene.event[trigger.token.i]:
                yield Role("content" if role == "addressee" else role, None, scene.event[token.i], token.span)
            continue
        entity, span = who.number(token), who.span(token)
        if entity is None and (whole := _whole(token)) is not None:
            entity, span = who.number(whole), Span(span.start, who.span(whole).end)
        if entity is None or (role == "place" and entity in taken):
            continue
        if not (_fits(role, who.type(entity)) or _houses(role, token, trigger, scene)):
            continue
        if role == "place" and _is_state(token):
            continue
        if (role, entity) in filled:  # "he is to be tried himself"
            continue
        filled.add((role, entity))
        author = scene.authors.get(entity) if role == "agent" and trigger.token.i in scene.speakers else None
        if author is not None:
            yield Role("medium", entity, None, span)
            entity = author
        if role in _EXCLUSIVE:
            taken.add(entity)
        yield Role(role, entity, None, span)


def _houses(role: str, token: Token, trigger: Trigger, scene: Scene) -> bool:
    """Whether a body is where it has its house, or a house speaks for who is in it ("the museum said")."""
    if role == "agent":
        return scene.speakers.get(trigger.token.i) == token
    return (role == "place" and is_premises(token, scene.who)) or (
        role == "destination" and has_premises(token, scene.who)
    )


def _fits(role: str, kind: str) -> bool:
    return kind in _FITTING.get(role, {kind}) and kind not in _UNFIT.get(role, ())


def _is_state(token: Token) -> bool:
    """Whether a bare noun says how somebody is, and not where ("ten years in prison")."""
    return not token.children and entity_words().listed("institutions", token.lower_)


def _whole(token: Token) -> Token | None:
    """What a share or an amount is one of ("20 percent of the city", "200 tonnes of grain")."""
    way = token.dep_ == "pobj" and token.lemma in distances()  # "to within two miles of the city"
    return part_of(token) if token.ent_type_ in {"PERCENT", "QUANTITY"} and not way else None


def _own(trigger: Trigger, scene: Scene) -> Iterator[Argument]:
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


def _can_act(token: Token, trigger: Trigger, scene: Scene) -> bool:
    """Whether a doer is one: no scene, nor what a clause of harm only hangs on ("a raid on a bank that hurt two")."""
    kind = scene.who.type_of(token)
    clause = trigger.token
    while clause.dep_ == "conj":
        clause = clause.head
    hung = clause.head is token and clause.dep_ in {"relcl", "acl"}
    return kind in HARMFUL if hung and scene.is_harm(trigger) else kind not in SCENERY


def _shared_places(trigger: Trigger, scene: Scene) -> Iterator[Token]:
    """Where the harm happened that is told behind it: last in a list ("two were killed and six wounded in Avon"), as
    what did it ("two died when a bomb went off in Avon"), or as what it did ("blew himself up, killing two in Avon").
    """
    harms = [scene.triggers[c.i] for c in children(trigger.token, "advcl") if c.tag_ == "VBG" and c.i in scene.triggers]
    for harm in [h for h in harms if scene.is_harm(h) and not _is_said(trigger, scene)]:
        yield from _places_with_cause(harm, scene)
    if not scene.is_harm(trigger):
        return
    later = children(trigger.token, "conj")
    done = [c for verb in (trigger.token, *later) for c in children(verb, "advcl") if happens_with(c)]
    for verb in (*later, *done):
        told = scene.triggers.get(verb.i)
        if told is not None and (verb in done or scene.is_harm(told)):
            yield from _places_with_cause(told, scene)
        elif told is None and verb in done:
            for word in (verb, *children(verb, "dobj")):
                yield from located(word, scene.who)


def _is_said(trigger: Trigger, scene: Scene) -> bool:
    """Whether an event is an utterance."""
    return "Communication" in {trigger.entry.cls, scene.lexicon.superclass.get(trigger.entry.cls)}


def _led_to(trigger: Trigger, scene: Scene) -> Token | None:
    """What did it, told before a participle ("shelled the town, resulting in ten deaths"), not who did it."""
    verb = trigger.light or trigger.token
    if verb.dep_ != "advcl" or verb.tag_ != "VBG":
        return None
    above = verb.head
    return next((t for t in (above, *children(above, "dobj", "nsubjpass")) if t.i in scene.event), None)


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
        elif slot == "modifier" and kind in PLACE_TYPES and (kind != "Country" or _is_scene(token)):
            yield Argument("place", token, slot)
        elif role == "place" and token.i in scene.event and scene.is_harm(trigger):
            yield Argument("cause", token, slot)  # "the death toll in the quake"
        elif role == "cause" and kind in PLACE_TYPES and token.i not in scene.event:
            if slot != "subject":
                yield Argument("place", token, slot)  # "killed in strikes in Avon", all hung on the verb
            elif kind == "Country":
                yield Argument("cause", token, slot)  # "Avon caused many deaths"
        elif role != "agent":
            yield Argument(role, token, slot)
        elif token.i in scene.event or entity_words().listed("natural_forces", token.lemma_.lower()):
            yield Argument("cause", token, slot)
        elif kind in MEANS or (slot == "modifier" and kind in CRAFT) or (kind == "Document" and _is_way(token)):
            yield Argument("instrument", token, slot)
            yield from (Argument("agent", owner, slot) for owner in _wielders(token, scene.who))
        else:
            yield Argument("agent", token, slot)


def _is_way(token: Token) -> bool:
    """Whether a bare noun behind "by" tells how it was done, and not by whom ("sacked by decree")."""
    return token.head.lower_ == "by" and token.tag_ == "NN" and not children(token, "det", "poss", "compound")


def _wielders(weapon: Token, who: Participants) -> list[Token]:
    """Whose weapon it is: its owners, or who fired it ("a rocket fired by rebels", "a shot by police")."""
    fired = [weapon, *(c for c in children(weapon, "acl") if c.tag_ == "VBN")]
    return owners(weapon) or [t for verb in fired for t in by_phrase(verb) if who.type_of(t) in ACTORS]


def _places_with_cause(trigger: Trigger, scene: Scene) -> Iterator[Token]:
    """The places of an event, and those of what it names as its cause."""
    found = [*_own(trigger, scene)]
    scenes = (
        frozenset() if scene.is_harm(trigger) else _REACHED
    )  # a village that is destroyed is no place of other harm
    reached = (a.token for a in found if a.role in scenes and scene.who.type_of(a.token) in SETTLED)
    yield from (*reached, *(a.token for a in found if a.role == "place"))
    yield from places(trigger, found, scene.who, scene.lexicon)
    for cause in (scene.triggers.get(a.token.i) for a in found if a.role == "cause"):
        if cause is not None and cause is not trigger:
            yield from places(cause, [*_own(cause, scene)], scene.who, scene.lexicon)


def _is_scene(country: Token) -> bool:
    """Whether a country's name before a deed says where it was ("the Syria raid"), as no adjective or "US" does."""
    name = country.text
    return name in countries() and len(name) > 3 and not name.isupper() and "." not in name


def _event_at(place: Token, scene: Scene) -> Token | None:
    """The event that a scene is told with, which does what that cannot ("an attack on a market that killed six")."""
    if place.i in scene.event:
        return place
    above = place
    while above.dep_ in {"pobj", "prep"} and above.head is not above:
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


def _first(verb: Token) -> Token:
    """The first of the verbs in a row ("killing two and wounding six")."""
    while verb.dep_ == "conj" and is_verbal(verb.head):
        verb = verb.head
    return verb


def _host(trigger: Trigger, scene: Scene) -> Trigger | None:
    """The event that a participle or infinitive comes with."""
    above = accompanied(_first(trigger.token))
    return None if above is None else scene.told_at(above)


def _as_cause(argument: Argument, trigger: Trigger, scene: Scene) -> Argument:
    """An agent that is only the victim of what a clause comes with did nothing: that event did ("a car hit a mine,
    wounding two", "a ferry sank, killing ten").
    """
    host = _host(trigger, scene) if argument.role == "agent" else None
    if host is None:
        return argument
    told = [*_own(host, scene)]
    roles_told = {a.role for a in told}
    harmed = any(a.token == argument.token and a.role in UNDERGOERS for a in told)
    brought = scene.is_harm(trigger) and _first(trigger.token).tag_ == "VBG"
    came_of_it = brought or not roles_told.isdisjoint({"instrument", "cause"})
    others = "agent" not in roles_told or is_passive(host.light or host.token)
    return Argument("cause", host.token, argument.slot) if harmed and came_of_it and others else argument


def _handed_on(trigger: Trigger, found: Sequence[Argument], scene: Scene) -> Iterator[Argument]:
    """What an event takes from the event behind it: who did it, if nobody else is named, and where."""
    same = [a.token for a in found if scene.event.get(a.token.i) == scene.event[trigger.token.i]]
    kinds = [scene.who.type_of(a.token) for a in found if a.role == "agent"]
    named = any(kind is not None and _fits("agent", kind) for kind in kinds)
    host = _host(trigger, scene)
    same += [] if host is None else [host.token]
    engaged = named or any(a.slot == "subject" and a.role != "instrument" and a.token not in same for a in found)
    undergone = {a.token for a in found if a.role in UNDERGOERS}
    told = any(a.role == "place" for a in found)
    for behind in events_behind(trigger, found, scene):
        own = [*_own(behind, scene)]
        for argument in own:
            if argument.role == "agent":
                yield from [] if engaged or argument.token in undergone else [argument]
            elif argument.role == "place":
                yield argument
            elif not told and argument.role in _REACHED and scene.who.type_of(argument.token) in SETTLED:
                yield Argument("place", argument.token)
        yield from (Argument("place", p) for p in places(behind, own, scene.who, scene.lexicon))


def _framing_places(trigger: Trigger, found: Sequence[Argument], scene: Scene) -> Iterator[Argument]:
    """Where it was, as only the larger event names the scene ("killed during an attack on the town")."""
    frame = None if trigger.within is None else scene.triggers.get(trigger.within.i)
    if frame is None or any(a.role == "place" for a in found):
        return
    for argument in _own(frame, scene):
        if argument.role in _SCENES and scene.who.type_of(argument.token) in SETTLED:
            yield Argument("place", argument.token)


def _told_again(trigger: Trigger, found: Sequence[Argument], scene: Scene) -> Iterator[Argument]:
    """Whom an event noun befalls, or where it was, as the verb behind it tells ("a strike hit the depot")."""
    verb = scene.triggers.get(trigger.token.head.i)
    twice = verb is not None and scene.event[verb.token.i] == scene.event[trigger.token.i]
    if verb is None or not twice or verb is trigger or any(a.role in UNDERGOERS for a in found):
        return
    yield from (a for a in _own(verb, scene) if a.role in {*UNDERGOERS, "place"} and a.token != trigger.token)


def _served(noun: Token, scene: Scene) -> Token | None:
    """The event that another is the means of ("answered with air strikes")."""
    host = scene.triggers.get(noun.head.head.i) if noun.dep_ == "pobj" and noun.head.lower_ == "with" else None
    means = [] if host is None else [a.token for a in arguments(host, scene.lexicon) if a.role == "instrument"]
    return noun.head.head if noun in means else None


def events_behind(trigger: Trigger, found: Iterable[Argument], scene: Scene) -> Iterator[Trigger]:
    """The events named as a cause, the one that this one comes with ("hit the town, killing two"), and the one that it
    is the means of ("answered with air strikes").
    """
    causes = [a.token for a in found if a.role == "cause"]
    verb = trigger.token
    if (served := _served(verb, scene)) is not None:
        causes.append(served)
    while verb.dep_ == "conj" and verb.head.i in scene.triggers:
        verb = verb.head
    if (host := accompanied(verb)) is not None:
        causes.append(host)
    causes.extend(c for cause in causes for c in children(cause, "relcl", "acl") if cause.i not in scene.triggers)
    told = (scene.told_at(cause) for cause in causes if cause != trigger.token)
    yield from (event for event in told if event is not None and event is not trigger)
