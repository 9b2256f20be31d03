"""How English reports speech: `reporting.yaml`, in groups that share class, stance and kinds of complement."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast, get_args

from converters.errors import BadData
from converters.lexicon import strict
from converters.lexicon.model import Reporting
from converters.lexicon.sheets import ROLES
from converters.lexicon.wordclasses import Words, expand
from converters.reading.model import Stance

STANCES = frozenset(get_args(Stance))
COMPLEMENTS = frozenset({"clause", "object", "infinitive", "quote", "preposition", "predicate", "indefinite"})
TAKEN = ("assumes", "lays")
"""Keys that name a role in what is said."""
GROUP_KEYS = frozenset(
    {"class", "stance", "complement", "object", "not_object", "subject", "assumes", "deeds", "lays", "verbs", "nouns"}
)


@dataclass(frozen=True, slots=True)
class Speech:
    """Reporting verbs by lemma, reporting nouns, and phrases that name a source ("according to")."""

    verbs: Mapping[str, tuple[Reporting, ...]]
    nouns: Mapping[str, Reporting]
    phrases: Mapping[str, Stance]


def load_speech(path: Path, classes: frozenset[str], words: Words) -> Speech:
    """What `reporting.yaml` holds. Raises BadData for unknown keys or closed words, and for a verb of
    which an earlier group takes every case.
    """
    data = strict.mapping(strict.read(path), path.name, frozenset({"groups", "phrases"}))
    verbs: dict[str, tuple[Reporting, ...]] = {}
    nouns: dict[str, Reporting] = {}
    for number, group in enumerate(data.get("groups", []), start=1):
        where = f"{path.name}: group {number}"
        for verb in _members(group, "verbs", classes, words, where):
            alike = (other for other in verbs.get(verb.lemma, ()) if verb.particles == other.particles)
            if any(not other.object | other.not_object | other.subject for other in alike):
                raise BadData(f"{where}: {' '.join((verb.lemma, *verb.particles))} is in an earlier group")
            known = (*verbs.get(verb.lemma, ()), verb)
            verbs[verb.lemma] = tuple(sorted(known, key=lambda reporting: -len(reporting.particles)))
        for noun in _members(group, "nouns", classes, words, where):
            name = " ".join((*noun.particles, noun.lemma))
            if name in nouns:
                raise BadData(f"{where}: {name} is in an earlier group")
            nouns[name] = noun
    return Speech(verbs, nouns, _phrases(data.get("phrases", {}), path.name))


def _members(group: object, key: str, classes: frozenset[str], known: Words, where: str) -> Iterator[Reporting]:
    body = strict.mapping(group, where, GROUP_KEYS)
    cls = strict.one_of(body.get("class"), classes, f"{where}: class")
    stance = cast(Stance, strict.one_of(body.get("stance"), STANCES, f"{where}: stance"))
    complement = strict.words(body.get("complement"), f"{where}: complement")
    for kind in complement:
        strict.one_of(kind, COMPLEMENTS, f"{where}: complement")
    assumes, lays = (strict.one_of(body[key], ROLES, f"{where}: {key}") if key in body else None for key in TAKEN)
    deeds = tuple(strict.one_of(deed, classes, f"{where}: deeds") for deed in body.get("deeds", ()))
    objects, but, who = (
        expand(strict.words(body.get(slot, []), f"{where}: {slot}"), known, where)
        for slot in ("object", "not_object", "subject")
    )
    for word in strict.words(body.get(key, []), f"{where}: {key}"):
        lemma, *rest = word.split()
        yield Reporting(lemma, tuple(rest), stance, cls, frozenset(complement), objects, but, who, assumes, deeds, lays)


def _phrases(value: Any, where: str) -> dict[str, Stance]:
    found: dict[str, Stance] = {}
    for stance, listed in strict.mapping(value, f"{where}: phrases", STANCES).items():
        for phrase in strict.words(listed, f"{where}: phrases: {stance}"):
            if phrase in found:
                raise BadData(f"{where}: phrases: {phrase!r} is given twice")
            found[phrase] = cast(Stance, stance)
    return found
