"""Loads the lexicon from `ontology/lexicon/` and refuses whatever is unclear.

classes              ontology/modules/events.ttl: which classes there are, and their tree
events/*.yaml        class -> roles, verbs, nouns, adjectives
reporting.yaml       verbs, nouns and phrases that report speech
factuality.yaml      governors, modals, markers, negators, hedges
light-verbs.yaml     light verb -> roles
refinements.yaml     class -> subclass -> instrument or modifier words
media.yaml           name of a medium -> its words
words.yaml           word classes
"""

from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path

from converters.errors import BadData
from converters.lexicon import strict
from converters.lexicon.classes import superclasses
from converters.lexicon.entries import entries, specific_first
from converters.lexicon.factuality import load_factuality
from converters.lexicon.model import Entry, Lexicon, TriggerKind
from converters.lexicon.sheets import ROLES, Sheet, read_sheet, roles_of
from converters.lexicon.speech import load_speech
from converters.lexicon.wordclasses import Words, expand, load_words
from converters.resources import resource


@cache
def load(folder: Path | None = None) -> Lexicon:
    """The lexicon in `folder`, or the one that ships with eventwire. Raises BadData naming file, entry and rule."""
    home = folder or resource("ontology", "lexicon")
    tree = superclasses(resource("ontology", "modules", "events.ttl"))
    classes = frozenset(tree) | frozenset(tree.values())
    words = load_words(home / "words.yaml")
    sheets = _sheets(home, tree)
    speech = load_speech(home / "reporting.yaml", classes, words)
    factuality = load_factuality(home / "factuality.yaml")
    return Lexicon(
        entries=_by_trigger([entry for cls in sheets for entry in entries(cls, sheets, tree, words)]),
        reporting=speech.verbs,
        reporting_nouns=speech.nouns,
        reporting_phrases=speech.phrases,
        governors=factuality.governors,
        modals=factuality.modals,
        **factuality.lists,
        uncertain_modifiers=factuality.uncertain_modifiers,
        light_verbs=_light_verbs(home / "light-verbs.yaml"),
        words=words,
        refinements=_refinements(home / "refinements.yaml", classes, words),
        superclass=tree,
        media=_media(home / "media.yaml"),
        class_roles={cls: _class_roles(cls, sheets, tree) for cls in sorted(classes)},
        digest=_digest(home),
    )


def _class_roles(cls: str, sheets: Mapping[str, Sheet], tree: Mapping[str, str]) -> dict[str, str]:
    """The default roles of a class for verbs, and for slots that only nouns have, for nouns."""
    return roles_of(cls, "noun", sheets, tree) | roles_of(cls, "verb", sheets, tree)


def _sheets(home: Path, tree: Mapping[str, str]) -> dict[str, Sheet]:
    found: dict[str, Sheet] = {}
    for path in sorted((home / "events").glob("*.yaml")):
        for cls, body in strict.read(path).items():
            sheet = read_sheet(path.name, cls, body, tree)
            if cls in found:
                raise BadData(f"{path.name}: {cls} is also in {found[cls].file}")
            found[cls] = sheet
    return found


def _by_trigger(listed: list[Entry]) -> dict[tuple[TriggerKind, str], tuple[Entry, ...]]:
    found: dict[tuple[TriggerKind, str], list[Entry]] = {}
    seen: dict[tuple[object, ...], Entry] = {}
    for entry in listed:
        wording = (entry.kind, entry.lemma, entry.particles, entry.object_head, entry.condition)
        if wording in seen:
            raise BadData(f"{entry.id}: the same wording and condition as {seen[wording].id}")
        if any(entry.id == other.id for other in seen.values() if other.lemma == entry.lemma):
            raise BadData(f"{entry.id}: two entries with this id; join them")
        seen[wording] = entry
        found.setdefault((entry.kind, entry.lemma), []).append(entry)
    return {trigger: tuple(sorted(group, key=specific_first)) for trigger, group in sorted(found.items())}


def _light_verbs(path: Path) -> dict[str, dict[str, str]]:
    found = {}
    for verb, roles in strict.read(path).items():
        where = f"{path.name}: {verb}"
        found[verb] = {slot: strict.one_of(role, ROLES, where) for slot, role in strict.mapping(roles, where).items()}
    return found


def _refinements(path: Path, classes: frozenset[str], words: Words) -> tuple[tuple[str, frozenset[str], str], ...]:
    found = []
    for cls, finer in strict.read(path).items():
        strict.one_of(cls, classes, path.name)
        for subclass, listed in strict.mapping(finer, f"{path.name}: {cls}").items():
            where = f"{path.name}: {cls}: {subclass}"
            strict.one_of(subclass, classes, where)
            found.append((cls, expand(strict.words(listed, where), words, where), subclass))
    return tuple(found)


def _media(path: Path) -> dict[str, str]:
    """The longest words first: "telegram channel" before "telegram"."""
    found: dict[str, str] = {}
    for name, listed in strict.read(path).items():
        for word in strict.words(listed, f"{path.name}: {name}"):
            if found.setdefault(word, name) != name:
                raise BadData(f"{path.name}: {word!r} is both {found[word]} and {name}")
    return {word: found[word] for word in sorted(found, key=len, reverse=True)}


def _digest(home: Path) -> str:
    """A hash over names and contents of all files of the lexicon, in the order of their names."""
    total = sha256()
    for path in sorted(home.rglob("*.yaml"), key=lambda p: p.relative_to(home).as_posix()):
        total.update(f"{path.relative_to(home).as_posix()}\n".encode() + path.read_bytes())
    return total.hexdigest()
