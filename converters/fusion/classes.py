"""What the classes of events mean for identity: `ontology/lexicon/identity.yaml` over the tree of classes."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache

from converters.errors import BadData
from converters.lexicon import strict
from converters.lexicon.classes import ROOT
from converters.resources import resource

_LISTS = (
    "speech",
    "sayings",
    "topics",
    "once",
    "of_places",
    "blamed",
    "one_place",
    "denials",
    "publications",
    "not_seen",
)
_WORDS = ("plain", "accounts", "another", "disproving")
_KEYS = frozenset({"also_called", "wide", "against", "answers", "stances", *_WORDS, *_LISTS})

POLARITIES = frozenset({"positive", "negative"})


@dataclass(frozen=True, slots=True)
class Classes:
    """`above`: all classes an account of a class may be told under. The sets are explained in identity.yaml.

    `contending` are the classes of accounts whose events may be of one that rules others out.
    """

    above: Mapping[str, frozenset[str]]
    family: Mapping[str, str]
    wide: frozenset[str]
    general: frozenset[str]
    speech: frozenset[str]
    sayings: frozenset[str]
    plain: frozenset[str]
    topics: frozenset[str]
    once: frozenset[str]
    of_places: frozenset[str]
    blamed: frozenset[str]
    one_place: frozenset[str]
    denials: frozenset[str]
    publications: frozenset[str]
    not_seen: frozenset[str]
    against: frozenset[tuple[str, str]]
    contending: frozenset[str]
    answers: Mapping[tuple[str, str], str]
    accounts: frozenset[str]
    another: frozenset[str]
    disproving: frozenset[str]
    stances: Mapping[str, str]

    def is_answer(self, cls: str) -> bool:
        """Whether an event of a class speaks of what somebody claims."""
        return any((cls, polarity) in self.answers for polarity in POLARITIES)

    def shared(self, found: AbstractSet[str]) -> str:
        """The finest class of accounts of one event; of different kinds of a class, the class."""
        finest = found - {wider for cls in found for wider in self.above[cls] if wider != cls}
        if len(finest) == 1:
            return min(finest)
        common = frozenset.intersection(*(self.above[cls] for cls in found))
        return max(common, key=lambda cls: (len(self.above[cls]), cls), default=min(finest))

    def kin(self, a: str, b: str) -> bool:
        """Whether two voices can tell one event as an `a` and as a `b`: also as different kinds of one class."""
        return self.related(a, b) or self.family[a] == self.family[b]

    def related(self, a: str, b: str) -> bool:
        """Whether one event can be told as an `a` and as a `b`."""
        return a == b or b in self.above.get(a, ()) or a in self.above.get(b, ())


def classes(superclass: Mapping[str, str]) -> Classes:
    """The knowledge over a tree of classes. Raises BadData naming what is unclear."""
    return _classes(tuple(sorted(superclass.items())))


@cache
def _classes(tree: tuple[tuple[str, str], ...]) -> Classes:
    superclass = dict(tree)
    path = resource("ontology", "lexicon", "identity.yaml")
    data = strict.mapping(strict.read(path), path.name, _KEYS)
    called = {k: _known(v, superclass) for k, v in _mapping(data, "also_called", path.name)}
    wide = _known(data["wide"], superclass) | {ROOT}
    lists = {key: _below(_known(data[key], superclass), superclass) for key in _LISTS}
    against = frozenset(
        (a, b)
        for a, those in _mapping(data, "against", path.name)
        for b in _below(_known(those, superclass), superclass)
    )
    answers = {cls: strict.mapping(value, cls, POLARITIES) for cls, value in _mapping(data, "answers", path.name)}
    above = {cls: _above(cls, superclass, called) - wide for cls in superclass}
    rivals = {cls for pair in against for cls in pair}
    told_as = {wider for cls in rivals for wider in above[cls]}
    return Classes(
        above=above,
        wide=wide,
        **{key: frozenset(strict.words(data[key], path.name)) for key in _WORDS},
        general=frozenset(called),
        family={cls: min(above[cls], key=lambda c: (len(above.get(c, ())), c), default=cls) for cls in superclass},
        against=against,
        contending=frozenset(cls for cls in superclass if {cls, *above[cls]} & rivals or cls in told_as),
        answers={(cls, polarity): relation for cls, answer in answers.items() for polarity, relation in answer.items()},
        stances=strict.mapping(data["stances"], path.name),
        **lists,
    )


def _mapping(data: Mapping[str, object], key: str, where: str) -> list[tuple[str, object]]:
    return sorted(strict.mapping(data[key], where).items())


def _known(value: object, superclass: Mapping[str, str]) -> frozenset[str]:
    found = frozenset(strict.words(value, "identity.yaml"))
    if unknown := found - set(superclass):
        raise BadData(f"identity.yaml: {', '.join(sorted(unknown))}: no such class of events")
    return found


def _above(cls: str, superclass: Mapping[str, str], called: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """The classes above one, and those whose name may stand for it or for one above it."""
    line = {cls}
    while (cls := superclass.get(cls, ROOT)) != ROOT:
        line.add(cls)
    general = {word for word, finer in called.items() if finer & line}
    return frozenset(line | general)


def _below(found: frozenset[str], superclass: Mapping[str, str]) -> frozenset[str]:
    return found | {cls for cls in superclass if _above(cls, superclass, {}) & found}
