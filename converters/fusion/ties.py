"""Keys that accounts of one event share, strongest first: who, whom, where, when, how many, in which words."""

from collections.abc import Iterable, Iterator
from enum import IntEnum
from itertools import combinations

from converters.fusion.classes import Classes
from converters.fusion.facets import shared, strong
from converters.fusion.profile import Profile
from converters.fusion.wording import looked_up, sketch

THINGS = frozenset({"local", "other"})
"""Kinds of what one article speaks of again: people, buildings, vehicles, with a name or without."""


class Strength(IntEnum):
    """How much a shared key says.

    Of a wording or a quotation, the words are compared. A weak key does not join what one article tells as two events;
    nor does a day with a place, but for these figures may differ. A vague one, of an account that does not say whom or
    where, joins only if there is a single event that it can mean. A disputed one joins rival accounts alone.
    """

    WORDING = 0
    QUOTATION = 1
    STRONG = 2
    DAY_AND_PLACE = 3
    WEAK = 4
    VAGUE = 5
    DISPUTED = 6


Key = tuple[Strength, str]
"""A strength, and a text that begins with the reason, in words, and a colon."""

Blocks = dict[Strength, dict[str, list[int]]]
"""Accounts that share a key, by position: by how much it says, and by its text."""


def ties(profile: Profile, known: Classes) -> Iterator[Key]:
    """The keys of an account by itself."""
    family = _family(profile, known)
    return ((strength, f"{key} {family}") for strength, key in (*_said(profile), *_own(profile, known)))


def blocks(keys: Iterable[tuple[int, Iterable[Key]]]) -> Blocks:
    """The accounts under each key that more than one has, the strongest keys first."""
    alone: dict[Strength, dict[str, int]] = {strength: {} for strength in Strength}
    found: Blocks = {strength: {} for strength in Strength}
    for number, own in keys:
        for strength, key in own:
            first = alone[strength].setdefault(key, number)
            if first != number:
                found[strength].setdefault(key, [first]).append(number)
    return found


def event_ties(profile: Profile, parts: Iterable[int], known: Classes) -> Iterator[Key]:
    """The keys of an account by the events that take part in it, given by their clusters."""
    family = _family(profile, known)
    events = {f"event:{part}" for part in parts}
    return ((strength, f"{key} {family}") for strength, key in _of_events(profile, events, known))


def _family(profile: Profile, known: Classes) -> str:
    return f"{profile.type} {profile.word}" if profile.type in known.wide else known.family[profile.type]


def _of_events(profile: Profile, events: set[str], known: Classes) -> Iterator[Key]:
    if profile.type in known.once:
        yield from ((Strength.STRONG, f"befalls an event once: {event}") for event in sorted(events))
    if not (profile.type in known.speech and profile.negative):
        plain = profile.type in known.speech and profile.word in known.plain
        yield from _pairs(
            "same actor, about the same event",
            shared(profile.actors),
            events,
            Strength.WEAK if plain else Strength.STRONG,
        )


def _own(profile: Profile, known: Classes) -> Iterator[Key]:
    actors = shared(profile.actors)
    undergone = shared(profile.undergoers)
    if profile.type in known.speech:
        if not profile.negative:
            plain = profile.word in known.plain
            yield from _pairs(
                "one quotation of one speaker", strong(profile.actors), looked_up(profile.quotation), Strength.QUOTATION
            )
            yield from _pairs(
                "same speaker, same matter", actors, undergone, Strength.WEAK if plain else Strength.STRONG
            )
        return
    if profile.type in known.topics and _goes_on(profile):
        yield Strength.STRONG, f"goes on between the same sides: {sorted(profile.sides)}"
    if profile.factual:
        yield from ((Strength.STRONG, f"befalls the same: {one}") for one in sorted(_whom(profile, known)))
    yield from _pairs("same actor, same place or object", actors, strong(undergone | profile.places) | _local(profile))
    yield from ((Strength.STRONG, f"same two actors: {a} {b}") for a, b in combinations(sorted(strong(actors)), 2))
    yield from _pairs(
        "same actor, same figure", actors, {f"{of} {value}" for of, value in profile.numbers if value > 1}
    )
    if profile.dated and not profile.lasting:
        when = f"{profile.begun} {profile.over}"
        yield from _pairs("same actor, same day, same thing", actors, {f"{when} {thing}" for thing in profile.things})
        yield from (
            (Strength.DAY_AND_PLACE, f"same day, same place: {when} {where}") for where in sorted(profile.spots)
        )
    yield from ((Strength.DISPUTED, key) for key in _disputed(profile, known))
    yield from (
        (Strength.VAGUE, f"the only event that a vague account can mean: {actor} {profile.word}")
        for actor in sorted(actors)
    )
    if profile.speaker:
        yield from (
            (Strength.WEAK, f"one source tells the same of one place: {profile.speaker} {one}")
            for one in sorted(strong(profile.places))
        )
        yield Strength.WEAK, f"one source tells it with the same word: {profile.speaker} {profile.word}"


def _disputed(profile: Profile, known: Classes) -> Iterator[str]:
    """What rival accounts share: whom it befell, or what in one article; or the day, and the place or who met."""
    if not profile.factual or profile.lasting or profile.type not in known.blamed | known.one_place:
        return
    persons = sorted(one for one in profile.undergoers if one.startswith("person:"))
    yield from (f"voices differ on who did it or where, to one person: {one}" for one in persons)
    if profile.type in known.blamed:
        things = sorted(one for one in profile.undergoers if one.partition(":")[0] in THINGS)
        yield from (f"voices differ on who did it, to one thing: {profile.article} {one}" for one in things)
    if not profile.dated:
        return
    when = f"{profile.begun} {profile.over}"
    met = sorted(one for one in profile.actors if one.startswith("person:"))
    yield from (f"voices differ on where the same two met: {when} {a} {b}" for a, b in combinations(met, 2))
    if profile.type in known.blamed:
        yield from (f"voices differ on who did it, one day at one place: {when} {one}" for one in sorted(profile.spots))


def _whom(profile: Profile, known: Classes) -> set[str]:
    """What it befalls, where that says which event it is: not a place where much happens."""
    if profile.type in known.of_places:
        return strong(profile.undergoers | profile.places)
    return {one for one in strong(profile.undergoers) if not one.startswith("spot:")}


def _goes_on(profile: Profile) -> bool:
    """A mention of what the article takes as given: "the war", "talks"."""
    return profile.noun and (profile.factual or profile.definite) and not (profile.undergoers or profile.events)


def _said(profile: Profile) -> Iterator[Key]:
    """Runs of words of a speaker, the same choice for the same words: a sentence told twice shares some of them."""
    if profile.speaker:
        yield from (
            (Strength.WORDING, f"one source in the same words: {profile.speaker} {run}")
            for run in sketch(profile.wording)
        )


def _local(profile: Profile) -> set[str]:
    return {facet for facet in profile.undergoers | profile.places if facet.startswith("local:")}


def _pairs(reason: str, actors: Iterable[str], others: Iterable[str], how: Strength = Strength.STRONG) -> Iterator[Key]:
    yield from ((how, f"{reason}: {a} {b}") for a in sorted(actors) for b in sorted(others))
