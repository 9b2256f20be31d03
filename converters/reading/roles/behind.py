"""What an event takes from the events that it comes with or of: who did it, and where."""

from collections.abc import Iterable, Iterator, Sequence

from converters.language.tree import Token
from converters.reading.clauses import happens_with
from converters.reading.roles.arguments import UNDERGOERS, Argument, arguments
from converters.reading.roles.fitting import fits
from converters.reading.roles.own import own_arguments
from converters.reading.roles.participants import SETTLED
from converters.reading.roles.places import located, places
from converters.reading.roles.scene import Scene, is_said
from converters.reading.syntax.relations import accompanied
from converters.reading.syntax.tree import children, is_passive, is_verbal
from converters.reading.triggers import Trigger

_REACHED = frozenset({"target", "patient", "destination"})
"""Roles of places in which what comes of the event happens too."""
_SCENES = _REACHED | {"theme"}
"""Those of places that an event is about which are its scene ("the battle for the town")."""


def as_cause(argument: Argument, trigger: Trigger, scene: Scene) -> Argument:
    """An agent that is only the victim of what a clause comes with did nothing: that event did ("a car hit a mine,
    wounding two", "a ferry sank, killing ten").
    """
    host = _host(trigger, scene) if argument.role == "agent" else None
    if host is None:
        return argument
    told = [*own_arguments(host, scene)]
    roles_told = {a.role for a in told}
    harmed = any(a.token == argument.token and a.role in UNDERGOERS for a in told)
    brought = scene.is_harm(trigger) and _first(trigger.token).tag_ == "VBG"
    came_of_it = brought or not roles_told.isdisjoint({"instrument", "cause"})
    others = "agent" not in roles_told or is_passive(host.light or host.token)
    return Argument("cause", host.token, argument.slot) if harmed and came_of_it and others else argument


def told_again(trigger: Trigger, found: Sequence[Argument], scene: Scene) -> Iterator[Argument]:
    """Whom an event noun befalls, or where it was, as the verb behind it tells ("a strike hit the depot")."""
    verb = scene.triggers.get(trigger.token.head.i)
    twice = verb is not None and scene.event[verb.token.i] == scene.event[trigger.token.i]
    if verb is None or not twice or verb is trigger or any(a.role in UNDERGOERS for a in found):
        return
    yield from (a for a in own_arguments(verb, scene) if a.role in {*UNDERGOERS, "place"} and a.token != trigger.token)


def handed_on(trigger: Trigger, found: Sequence[Argument], scene: Scene) -> Iterator[Argument]:
    """What an event takes from the event behind it: who did it, if nobody else is named, and where."""
    same = [a.token for a in found if scene.event.get(a.token.i) == scene.event[trigger.token.i]]
    kinds = [scene.who.type_of(a.token) for a in found if a.role == "agent"]
    named = any(kind is not None and fits("agent", kind) for kind in kinds)
    host = _host(trigger, scene)
    same += [] if host is None else [host.token]
    engaged = named or any(a.slot == "subject" and a.role != "instrument" and a.token not in same for a in found)
    undergone = {a.token for a in found if a.role in UNDERGOERS}
    told = any(a.role == "place" for a in found)
    for behind in events_behind(trigger, found, scene):
        own = [*own_arguments(behind, scene)]
        for argument in own:
            if argument.role == "agent":
                yield from [] if engaged or argument.token in undergone else [argument]
            elif argument.role == "place":
                yield argument
            elif not told and argument.role in _REACHED and scene.who.type_of(argument.token) in SETTLED:
                yield Argument("place", argument.token)
        yield from (Argument("place", p) for p in places(behind, own, scene.who, scene.lexicon))


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


def _served(noun: Token, scene: Scene) -> Token | None:
    """The event that another is the means of ("answered with air strikes")."""
    host = scene.triggers.get(noun.head.head.i) if noun.dep_ == "pobj" and noun.head.lower_ == "with" else None
    means = [] if host is None else [a.token for a in arguments(host, scene.lexicon) if a.role == "instrument"]
    return noun.head.head if noun in means else None


def _host(trigger: Trigger, scene: Scene) -> Trigger | None:
    """The event that a participle or infinitive comes with."""
    above = accompanied(_first(trigger.token))
    return None if above is None else scene.told_at(above)


def _first(verb: Token) -> Token:
    """The first of the verbs in a row ("killing two and wounding six")."""
    while verb.dep_ == "conj" and is_verbal(verb.head):
        verb = verb.head
    return verb


def shared_places(trigger: Trigger, scene: Scene) -> Iterator[Token]:
    """Where the harm happened that is told behind it: last in a list ("two were killed and six wounded in Avon"), as
    what did it ("two died when a bomb went off in Avon"), or as what it did ("blew himself up, killing two in Avon").
    """
    harms = [scene.triggers[c.i] for c in children(trigger.token, "advcl") if c.tag_ == "VBG" and c.i in scene.triggers]
    for harm in [h for h in harms if scene.is_harm(h) and not is_said(trigger, scene)]:
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


def _places_with_cause(trigger: Trigger, scene: Scene) -> Iterator[Token]:
    """The places of an event, and those of what it names as its cause."""
    found = [*own_arguments(trigger, scene)]
    scenes = (
        frozenset() if scene.is_harm(trigger) else _REACHED
    )  # a village that is destroyed is no place of other harm
    reached = (a.token for a in found if a.role in scenes and scene.who.type_of(a.token) in SETTLED)
    yield from (*reached, *(a.token for a in found if a.role == "place"))
    yield from places(trigger, found, scene.who, scene.lexicon)
    for cause in (scene.triggers.get(a.token.i) for a in found if a.role == "cause"):
        if cause is not None and cause is not trigger:
            yield from places(cause, [*own_arguments(cause, scene)], scene.who, scene.lexicon)


def framing_places(trigger: Trigger, found: Sequence[Argument], scene: Scene) -> Iterator[Argument]:
    """Where it was, as only the larger event names the scene ("killed during an attack on the town")."""
    frame = None if trigger.within is None else scene.triggers.get(trigger.within.i)
    if frame is None or any(a.role == "place" for a in found):
        return
    for argument in own_arguments(frame, scene):
        if argument.role in _SCENES and scene.who.type_of(argument.token) in SETTLED:
            yield Argument("place", argument.token)
