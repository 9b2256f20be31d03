"""Who and what fills the roles of an event: entities and other events, from its own words and its cause's."""

from collections.abc import Iterator, Sequence

from converters.articles.model import Span
from converters.language.tokens import distances
from converters.language.tree import Token
from converters.reading.mentions.nominals import part_of
from converters.reading.mentions.words import entity_words
from converters.reading.model import Role
from converters.reading.roles.arguments import UNDERGOERS, Argument
from converters.reading.roles.behind import as_cause, framing_places, handed_on, shared_places, told_again
from converters.reading.roles.fitting import FITTING, fits
from converters.reading.roles.own import own_arguments
from converters.reading.roles.places import places
from converters.reading.roles.premises import has_premises, is_premises
from converters.reading.roles.scene import Scene, is_said
from converters.reading.triggers import Trigger

_EXCLUSIVE = UNDERGOERS | {"agent", "place"}
"""Roles that leave no room for the same entity as a place."""


def participants(trigger: Trigger, scene: Scene) -> list[Argument]:
    """The words that fill roles of an event, each once per role."""
    found = [as_cause(a, trigger, scene) for a in own_arguments(trigger, scene)]
    found.extend(told_again(trigger, found, scene))
    told = trigger.token.i in scene.speakers and is_said(trigger, scene)
    around = places(trigger, [] if told else found, scene.who, scene.lexicon)
    found.extend([Argument("place", place) for place in around])
    found.extend([*handed_on(trigger, found, scene)])
    if not any(a.role == "place" for a in found):
        found.extend(Argument("place", place) for place in shared_places(trigger, scene))
    found.extend(framing_places(trigger, found, scene))
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
            meets = (
                role == "participant" and slot == "with" and trigger.entry.kind == "verb"
            )  # "met with plans to go on"
            if (
                role not in FITTING
                and not victim
                and not meets
                and scene.event[token.i] != scene.event[trigger.token.i]
            ):
                yield Role("content" if role == "addressee" else role, None, scene.event[token.i], token.span)
            continue
        entity, span = who.number(token), who.span(token)
        if entity is None and (whole := _whole(token)) is not None:
            entity, span = who.number(whole), Span(span.start, who.span(whole).end)
        if entity is None or (role == "place" and entity in taken):
            continue
        if not (fits(role, who.type(entity)) or _houses(role, token, trigger, scene)):
            continue
        if role == "place" and _is_state(token):
            continue
        if role == "agent" and _does_nothing(token, trigger, scene):
            if not scene.is_harm(trigger):
                continue
            role = "cause"  # "the rise in violence killed ten"
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


def _does_nothing(token: Token, trigger: Trigger, scene: Scene) -> bool:
    """Whether a noun that names neither people nor what they act with is said to act ("a decision", "the rise in")."""
    speaks = trigger.token.i in scene.speakers
    return token.pos_ == "NOUN" and not speaks and scene.who.type_of(token) == "Object"


def _is_state(token: Token) -> bool:
    """Whether a bare noun says how somebody is, and not where ("ten years in prison")."""
    return not token.children and entity_words().listed("institutions", token.lower_)


def _whole(token: Token) -> Token | None:
    """What a share or an amount is one of ("20 percent of the city", "200 tonnes of grain")."""
    way = token.dep_ == "pobj" and token.lemma in distances()  # "to within two miles of the city"
    return part_of(token) if token.ent_type_ in {"PERCENT", "QUANTITY"} and not way else None
