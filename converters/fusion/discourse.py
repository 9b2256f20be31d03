"""How one article takes up what it has told: "the attack", one sentence after the other, one speaker going on."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import islice

from converters.fusion.classes import Classes
from converters.fusion.facets import shared, strong
from converters.fusion.profile import Profile

Link = tuple[int, int, str]
"""Positions of two accounts in the list of profiles of one article, and why they are one."""
TAKEN_UP = "taken up by a definite noun"
"""Such a noun takes up whatever it means, also what is only wanted or denied."""
STEM = 4
"""As many letters a verb and its noun share: attack, visit; retreat."""
GAP = 5
"""No more characters lie between one sentence and the next."""


def taken_up(told: Sequence[Profile], known: Classes) -> Iterator[Link]:
    """Accounts of one article, in text order, that take up another."""
    published = {profile.evidence for profile in told if profile.type in known.publications}
    written = {n for n, profile in enumerate(told) if profile.written or profile.evidence in published}
    lone = len({profile.actors for profile in told if profile.cited and profile.type in known.sayings}) == 1
    for number, profile in enumerate(told):
        if lone or not (profile.type in known.speech and profile.word in known.plain):
            yield from _links(number, "the headline and what is below it", _headline(told, number))
        if profile.type in known.speech:
            before = None if profile.type not in known.sayings else _going_on(told, number, written, known)
            if before is not None:
                written.add(number)
            yield from _links(number, "one speaker goes on", before)
            continue
        if profile.type not in known.wide:
            yield from _links(number, "told again in the same sentence", _same_sentence(told, number, known))
            yield from _links(number, "a number, then the names", _names(told, number))
            yield from _links(number, "the same person in the next sentence", _same_person(told, number))
            yield from _links(number, "the same aim in one article", _same_aim(told, number))
        if _refers_back(profile, known):
            yield from _links(number, TAKEN_UP, _antecedent(told, number, known))


def answering(told: Sequence[Profile], known: Classes) -> list[Profile]:
    """The same accounts; a denial that does not say what it denies has as content what its sentence tells before it.

    What speaks of "the claim" has as content what was said in the sentence before, or in its own.
    """
    found = list(told)
    for number, profile in enumerate(told):
        if profile.type in known.denials and profile.vague:
            before = (
                p for p in reversed(told[:number]) if p.evidence == profile.evidence and p.type not in known.speech
            )
            found[number] = replace(profile, events=frozenset(p.event for p in islice(before, 1)))
        elif known.is_answer(profile.type) and not profile.events and profile.things & known.accounts:
            found[number] = replace(profile, events=_said_before(told, number, known))
    return found


def _said_before(told: Sequence[Profile], number: int, known: Classes) -> frozenset[int]:
    """What the utterance just before says, if it ends where the sentence of an answer begins, or in that sentence."""
    answer = told[number]
    before = (other for other in reversed(told[:number]) if other.type in known.speech and other.events)
    said = next(before, None)
    near = said is not None and answer.evidence.start - said.evidence.end <= GAP
    return said.events if said is not None and near else frozenset()


def _links(number: int, why: str, found: int | None) -> Iterator[Link]:
    if found is not None:
        yield found, number, why


def _refers_back(profile: Profile, known: Classes) -> bool:
    """A definite noun phrase that names nobody, or points; a place of its own must be that of what it takes up.

    What its words call another is not what was told.
    """
    mute = not (shared(profile.undergoers) - profile.spots or profile.places - profile.spots or profile.numbers)
    given = profile.noun and profile.definite and not profile.modifiers & known.another
    return given and (mute or profile.pointed) and profile.type not in known.topics


def _antecedent(told: Sequence[Profile], number: int, known: Classes) -> int | None:
    """The nearest account before that the noun can mean; if its class is new, those behind if all have one actor."""
    noun = told[number]
    before = [n for n in range(number - 1, -1, -1) if known.related(noun.type, told[n].type)]
    if before:
        return next((n for n in before if _means(noun, told[n], known)), None)
    behind = [
        n
        for n in range(number + 1, len(told))
        if not told[n].modifiers & known.another and (_is_called(noun, told[n]) or _means(noun, told[n], known))
    ]
    return behind[0] if behind and all(told[n].actors & told[behind[0]].actors for n in behind[1:]) else None


def _means(noun: Profile, other: Profile, known: Classes) -> bool:
    """A noun means an event told with a word like it, or any that its class is above or a general name for."""
    if noun.spots and not noun.spots & other.spots:
        return False
    if not known.related(noun.type, other.type) or other.bare or (other.noun and other.plural != noun.plural):
        return False
    wider = noun.type != other.type and noun.type in known.above[other.type]
    return noun.word[:STEM] == other.word[:STEM] or noun.type in known.general or wider


def _headline(told: Sequence[Profile], number: int) -> int | None:
    """The headline tells it with the same word, and this is the first account below that does.

    Who only says something in a headline is the one who speaks below if nobody else does.
    """
    same = [n for n in range(number) if _alike(told[n], told[number])]
    above = not told[number].headline and same and all(told[n].headline for n in same)
    return same[0] if above else None


def _alike(a: Profile, b: Profile) -> bool:
    """One class, and one word or a noun and its verb."""
    return a.type == b.type and a.word[:STEM] == b.word[:STEM]


def _same_aim(told: Sequence[Profile], number: int) -> int | None:
    """What is only planned or wanted is told before with the same word, of the same place or thing."""
    profile = told[number]
    undergone = strong(profile.undergoers)
    if profile.factual or not undergone:
        return None
    before = (n for n in range(number - 1, -1, -1) if _alike(told[n], profile) and not told[n].factual)
    return next((n for n in before if undergone & strong(told[n].undergoers)), None)


def _is_called(noun: Profile, other: Profile) -> bool:
    """A noun that is the name of the class can mean any event of the class."""
    other_number = other.noun and other.plural != noun.plural
    return noun.type == other.type and noun.word[:STEM] == noun.type[:STEM].lower() and not (other.bare or other_number)


def _same_sentence(told: Sequence[Profile], number: int, known: Classes) -> int | None:
    """In one sentence a class is told twice, once by a noun without any participant."""
    profile = told[number]
    for before in range(number - 1, -1, -1):
        other = told[before]
        if other.evidence != profile.evidence or profile.modifiers & known.another:
            return None
        if profile.event in other.events or other.event in profile.events:
            continue
        unsaid = (other.noun and other.bare) or (profile.noun and profile.bare)
        if unsaid and known.related(other.type, profile.type) and other.type not in known.speech:
            return before
    return None


def _names(told: Sequence[Profile], number: int) -> int | None:
    """The account before gives a number, and this one as many names: "two villages", then which."""
    profile = told[number]
    names = len(strong(profile.undergoers))
    if names < 2:
        return None
    for before in range(number - 1, -1, -1):
        other = told[before]
        if other.type == profile.type and not strong(other.undergoers) and other.speaker == profile.speaker:
            return before if names in {value for _, value in other.numbers} else None
    return None


def _same_person(told: Sequence[Profile], number: int) -> int | None:
    """The sentence before tells the same of the same person, and one of them says neither where nor whom."""
    profile = told[number]
    persons = {actor for actor in profile.actors if actor.startswith("person:")}
    for before in range(number - 1, -1, -1) if persons else ():
        other = told[before]
        if profile.evidence.start - other.evidence.end > GAP:
            return None
        vague = any(not shared(one.undergoers | one.places) for one in (profile, other))
        if persons & other.actors and vague and other.type == profile.type and other.evidence != profile.evidence:
            return before
    return None


def _going_on(told: Sequence[Profile], number: int, written: AbstractSet[int], known: Classes) -> int | None:
    """The utterance just before, if the same speaker goes on in the same document and is not named again."""
    profile = told[number]
    before = next((n for n in range(number - 1, -1, -1) if told[n].type == profile.type), None)
    if before is None or profile.negative or told[before].negative:
        return None
    other = told[before]
    if profile.event in other.events:
        return None
    if other.evidence == profile.evidence:
        return before if profile.bare and profile.word not in known.plain else None
    adjacent = profile.stretch.start - other.stretch.end <= GAP
    same = not profile.actors or bool(profile.actors & other.actors)
    in_document = number in written or before in written
    return before if in_document and adjacent and same and not (profile.cited and other.cited) else None
