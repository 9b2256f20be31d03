"""Who and what fills the roles of an event: entities and other events, from its own words and its cause's."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from converters.language.model import span_of
from converters.lexicon.model import Lexicon
from converters.reading.arguments import Argument, arguments
from converters.reading.model import Role
from converters.reading.participants import MEANS, PLACE_TYPES, SETTLED, Participants
from converters.reading.places import places
from converters.reading.syntax import children, owners, prepositions, with_conjuncts
from converters.reading.triggers import Trigger

_UNDERGOERS = frozenset({"patient", "target", "theme", "beneficiary"})
_EXCLUSIVE = _UNDERGOERS | {"agent", "place"}
"""Roles that leave no room for the same entity as a place."""
_FITTING: Mapping[str, frozenset[str]] = {
    "place": PLACE_TYPES,
    "path": PLACE_TYPES,
    "destination": PLACE_TYPES,
    "endpoint": PLACE_TYPES,
    "medium": frozenset({"Document", "Platform", "Publisher", "NewsAgency"}),
}
"""Roles that only entities of some types can fill."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What the roles of a block's events are read from: its triggers and event numbers by token, who speaks at each
    cue, and the article's entities."""

    triggers: Mapping[int, Trigger]
    event: Mapping[int, int]
    speakers: Mapping[int, Token]
    who: Participants
    lexicon: Lexicon


def participants(trigger: Trigger, scene: Scene) -> list[Argument]:
    """The words that fill roles of an event, each once per role."""
    found = [a for own in arguments(trigger, scene.lexicon) for a in _meant(own, scene)]
    found = _spoken(trigger, found, scene)
    found.extend(Argument("place", place) for place in places(trigger, found, scene.who))
    found.extend(_handed_on(trigger, found, scene))
    return list(dict.fromkeys(a for a in found if a.token != trigger.token))


def roles(trigger: Trigger, found: Sequence[Argument], scene: Scene) -> Iterator[Role]:
    """The roles that words fill: those of events first-hand, those of entities where word and role agree."""
    taken: set[int] = set()
    for role, token in ((a.role, a.token) for a in found):
        if token.i in scene.event:
            if role not in _FITTING:
                yield Role(role, None, scene.event[token.i], span_of(token))
            continue
        entity = scene.who.number(token)
        if entity is None or scene.who.type(entity) not in _FITTING.get(role, {scene.who.type(entity)}):
            continue
        if role == "place" and entity in taken:
            continue
        if role in _EXCLUSIVE:
            taken.add(entity)
        yield Role(role, entity, None, scene.who.span(token))


def _meant(argument: Argument, scene: Scene) -> Iterator[Argument]:
    """What an argument comes to: each member of a list, an event as a cause, a weapon as an instrument of its owner."""
    for token in _members(argument.token, scene.who):
        if argument.role != "agent":
            yield Argument(argument.role, token)
        elif token.i in scene.event:
            yield Argument("cause", token)
        elif scene.who.type_of(token) in MEANS:
            yield Argument("instrument", token)
            yield from (Argument("agent", owner) for owner in owners(token))
        else:
            yield Argument("agent", token)


def _members(token: Token, who: Participants) -> Iterator[Token]:
    """A word, and the others that it introduces or counts with the first ("the villages of A and B")."""
    yield token
    number = who.number(token)
    for name, first in prepositions(token):
        if name == "of" and number is not None and who.number(first) == number:
            yield from with_conjuncts(children(first, "conj"))
            return


def _spoken(trigger: Trigger, found: list[Argument], scene: Scene) -> list[Argument]:
    """The speaker of an utterance is its agent and fills no other role of it."""
    speaker = scene.speakers.get(trigger.token.i)
    if speaker is None:
        return found
    kept = [a for a in found if a.token != speaker]
    agents = [a.token for a in found if a.role == "agent"]
    if speaker not in agents:
        kept = [a for a in kept if a.role != "agent"]
        agents = with_conjuncts([speaker])
    return [*(Argument("agent", t) for t in agents), *(a for a in kept if a.role != "agent")]


def _handed_on(trigger: Trigger, found: Iterable[Argument], scene: Scene) -> Iterator[Argument]:
    """What an event takes from the event that causes it: who did it, and where."""
    causes = [a.token for a in found if a.role == "cause" and a.token.i in scene.triggers]
    has_agent = any(a.role == "agent" for a in found)
    for cause in causes:
        if cause == trigger.token:
            continue
        for argument in (a for own in arguments(scene.triggers[cause.i], scene.lexicon) for a in _meant(own, scene)):
            if argument.role == "agent" and not has_agent:
                yield argument
            elif argument.role in {"target", "patient"} and scene.who.type_of(argument.token) in SETTLED:
                yield Argument("place", argument.token)
        yield from (Argument("place", p) for p in places(scene.triggers[cause.i], [], scene.who))
