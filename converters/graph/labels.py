"""What an event is called: its class, how it is told, and who, whom, where and about what, as far as is known.

`Drone strike (claimed) on a market in Torova by Norway`. A label names and does not assert: it says how the event is
told unless a publisher tells it as a fact, and names nothing but what those say who tell it so. What accounts
contradict each other in is left out. Prepositions are data: `ontology/lexicon/labels.yaml`.
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from textwrap import shorten

from converters.fusion.model import Event, Matter
from converters.graph.naming import Names
from converters.lexicon import strict
from converters.lexicon.classes import ROOT
from converters.reading.model import Claim, Role
from converters.resources import resource

LONGEST = 60
"""Characters of one name."""
STEM = 4
"""As many letters a class shares with a word that says no more than it: war, "warfare"."""
ABOUT = frozenset({"content", "topic"})
"""Roles in which an event is told by what it is called itself."""
TELL: Mapping[Matter, frozenset[str]] = {
    "participants": frozenset({"agent", "participant", "host", "guest"}),
    "place": frozenset({"place", "source", "destination", "endpoint", "path"}),
}
"""The roles that tell a property of an event."""
TELLINGS: Mapping[str, Callable[[Claim], bool]] = {
    "": lambda claim: claim.status == "publisher_fact",
    "claimed": lambda claim: claim.status == "attributed_claim" and not _denied(claim),
    "denied": lambda claim: claim.status == "attributed_claim" and _denied(claim),
    "did not happen": lambda claim: claim.status == "asserted_negative",
    "not factual": lambda claim: claim.status == "non_factual",
}
"""How claims tell an event, strongest first: the label says so unless a publisher tells it as a fact."""

Told = tuple[Names, Claim]
"""A claim with the names of its article."""


@dataclass(frozen=True, slots=True)
class Style:
    """What `labels.yaml` says, and the classes that `identity.yaml` holds to be wide.

    `parts` are the prepositions of roles, part by part, `prepositions` others by class; what begins with one of the
    words `small` has no capital.
    """

    parts: tuple[Mapping[str, str], ...]
    prepositions: Mapping[str, Mapping[str, str]]
    small: frozenset[str]
    wide: frozenset[str]


def label(event: Event, readings: Sequence[Names], disputed: Collection[Matter]) -> str:
    """The label of an event; `disputed` is what its accounts contradict each other in."""
    told = [(readings[position], readings[position].linked.reading.claims[number]) for position, number in event.claims]
    telling, chosen = _strongest(sorted(told, key=_order))
    parts = list(_parts(event.type, chosen, lambda claim, role: any(_tells(role, claim, one) for one in disputed)))
    called = f"{_spaced(event.type)} ({telling})" if telling else _spaced(event.type)
    return " ".join((called, *_words(event.type, chosen, parts), *parts))


def _strongest(told: Sequence[Told]) -> tuple[str, list[Told]]:
    for telling, is_told in TELLINGS.items():
        if chosen := [(names, claim) for names, claim in told if is_told(claim)]:
            return telling, chosen
    raise ValueError("claims of no status")


def _denied(claim: Claim) -> bool:
    """A voice says that it is not so."""
    return claim.polarity == "negative" or any(voice.stance == "denies" for voice in claim.voices)


def _words(cls: str, told: Sequence[Told], parts: Sequence[str]) -> Iterator[str]:
    """The words of the first claim, where class and parts say little."""
    names, claim = told[0]
    words = _short(claim.trigger.of(names.article_value.body))
    if (cls in _style().wide or not parts) and words[:STEM].lower() != cls[:STEM].lower():
        yield f"“{words}”"


def _parts(cls: str, told: Sequence[Told], is_hidden: Callable[[Claim, Role], bool]) -> Iterator[str]:
    """Each part with its preposition; what is named already is not named again."""
    style = _style()
    given = {role.role for _, claim in told for role in claim.roles}
    named: set[str] = set()
    for part in style.parts:
        for role in filter(given.__contains__, part):
            fillers = _fillers(role, told, is_hidden)
            if fillers and not named & set(fillers):
                named.update(fillers)
                yield f"{style.prepositions.get(cls, {}).get(role, part[role])} {_listed(fillers)}"
                break


def _tells(role: Role, claim: Claim, matter: Matter) -> bool:
    """Whether a role tells what accounts contradict each other in: a doer, a place, or how many."""
    if matter == "numbers":
        return role.span is not None and any(one.span.overlaps(role.span) for one in claim.quantities)
    return role.role in TELL[matter]


def _fillers(role: str, told: Sequence[Told], is_hidden: Callable[[Claim, Role], bool]) -> list[str]:
    """What fills a role in the first claim that names it, or else in the first that tells of it."""
    found: list[str] = []
    for names, claim in told:
        roles = [one for one in claim.roles if one.role == role and not one.inferred and not is_hidden(claim, one)]
        roles = [one for one in roles if one.event is not None and role in ABOUT] or roles
        fillers = list(dict.fromkeys(filter(None, (_filler(names, one) for one in roles))))
        if fillers and any(_is_named(names, one) for one in roles):
            return fillers
        found = found or fillers
    return found


def _filler(names: Names, role: Role) -> str:
    if role.entity is not None:
        return _small(_short(names.linked.identities[role.entity].label))
    return _content(names, role.event) if role.event is not None and role.role in ABOUT else ""


def _is_named(names: Names, role: Role) -> bool:
    return role.entity is not None and bool(names.linked.reading.entities[role.entity].names)


def _content(names: Names, event: int) -> str:
    """What an event of the same article is called within a label: in short, and not what it is about in its turn."""
    told = [(names, claim) for claim in names.linked.reading.claims if claim.event == event]
    cls = told[0][1].type
    parts = list(islice(_parts(cls, told, lambda _, role: role.role in ABOUT), 2))
    called = () if cls in _style().wide else (_spaced(cls).lower(),)
    return " ".join((*called, *_words(cls, told, parts), *parts))


def _listed(fillers: Sequence[str]) -> str:
    """One, or both, or the first of several."""
    return " and ".join(fillers) if len(fillers) < 3 else f"{fillers[0]} and others"


def _small(name: str) -> str:
    return name[0].lower() + name[1:] if name.partition(" ")[0].lower() in _style().small else name


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= LONGEST else shorten(words, LONGEST, placeholder="…")


def _spaced(cls: str) -> str:
    """`DroneStrike` as `Drone strike`."""
    return re.sub(r"(?<!^)(?=[A-Z])", " ", cls).capitalize()


def _order(told: Told) -> tuple[object, ...]:
    """By stem and place, whatever the order of arrival."""
    names, claim = told
    return names.article_value.stem, names.article_value.digest, claim.trigger, claim.type


@cache
def _style() -> Style:
    path, identity = (resource("ontology", "lexicon", name) for name in ("labels.yaml", "identity.yaml"))
    data = strict.mapping(strict.read(path), path.name, frozenset({"parts", "prepositions", "small"}))
    parts = tuple(strict.mapping(part, path.name) for part in data["parts"])
    other = {cls: strict.mapping(value, cls) for cls, value in strict.mapping(data["prepositions"], path.name).items()}
    wide = strict.words(strict.read(identity)["wide"], identity.name)
    return Style(parts, other, frozenset(strict.words(data["small"], path.name)), frozenset((*wide, ROOT)))
