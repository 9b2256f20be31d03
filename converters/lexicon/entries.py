"""Event entries: `events/*.yaml`. Turns what a linguist writes into complete `Entry` values.

A phrase is `lemma`, `lemma particle`, or `lemma + object head`; for nouns the words before the last are its modifiers.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, get_args

from converters.errors import BadData
from converters.lexicon import strict
from converters.lexicon.model import Condition, Entry, TriggerKind
from converters.lexicon.sheets import NO_ROLE, Sheet, parse_roles, quantity_of, roles_of
from converters.lexicon.wordclasses import Words, expand

CONDITION_KEYS = frozenset(field.name for field in fields(Condition))
ENTRY_KEYS = CONDITION_KEYS | {"roles", "quantity"}
SLOTS = frozenset({"object", "subject", "agent", "preposition"})
KINDS: tuple[TriggerKind, ...] = get_args(TriggerKind)


def entries(cls: str, sheets: Mapping[str, Sheet], tree: Mapping[str, str], words: Words) -> Iterator[Entry]:
    """All entries of one class, complete with inherited roles. Raises BadData naming file, entry and rule."""
    sheet = sheets[cls]
    for kind in KINDS:
        base = Entry(
            "", cls, kind, "", roles=roles_of(cls, kind, sheets, tree), quantity=quantity_of(cls, sheets, tree)
        )
        for phrases, body in _written(sheet, kind):
            where = f"{sheet.where}: {phrases}"
            for phrase in phrases.split(","):
                yield _entry(base, " ".join(phrase.split()), strict.mapping(body, where, ENTRY_KEYS), words, where)


def _written(sheet: Sheet, kind: TriggerKind) -> Iterator[tuple[str, object]]:
    """Each item of a word list: a phrase, or one phrase (or several, separated by commas) with its particulars."""
    items = sheet.body.get(f"{kind}s", [])
    if not isinstance(items, list):
        raise BadData(f"{sheet.where}: {kind}s must be a list")
    for item in items:
        if isinstance(item, str):
            yield item, {}
        elif isinstance(item, Mapping) and len(item) == 1:
            yield from item.items()
        else:
            raise BadData(f"{sheet.where}: {kind}s: a phrase, or one phrase with its particulars, not {item!r}")


def _entry(base: Entry, phrase: str, body: Mapping[str, Any], words: Words, where: str) -> Entry:
    if not phrase or phrase != phrase.lower():
        raise BadData(f"{where}: {phrase!r} must be lower-case words")
    wording = _wording(base.kind, phrase)
    given = {key: strict.words(body[key], f"{where}: {key}") for key in CONDITION_KEYS & set(body)}
    for slot in given.get("requires", ()):
        strict.one_of(slot, SLOTS, f"{where}: requires")
    asked = given | {"modifier": given.get("modifier", ()) + wording.modifiers}
    roles = dict(base.roles) | parse_roles(body.get("roles", {}), f"{where}: roles")
    marks = sorted(key for key in given if not key.startswith("not_"))
    return replace(
        base,
        id=f"{base.cls}/{base.kind}/{phrase}" + (f" ({', '.join(marks)})" if marks else ""),
        lemma=wording.lemma,
        particles=wording.particles,
        object_head=wording.object_head,
        condition=Condition(**{key: expand(value, words, f"{where}: {key}") for key, value in asked.items()}),
        roles={slot: role for slot, role in roles.items() if role != NO_ROLE},
        quantity=body.get("quantity", base.quantity),
    )


@dataclass(frozen=True, slots=True)
class _Wording:
    lemma: str
    particles: tuple[str, ...]
    modifiers: tuple[str, ...]
    object_head: str | None


def _wording(kind: TriggerKind, phrase: str) -> _Wording:
    head, _, object_head = (part.strip() for part in phrase.partition(" + "))
    parts = tuple(head.split())
    if kind == "noun":
        return _Wording(parts[-1], (), parts[:-1], object_head or None)
    return _Wording(parts[0], parts[1:], (), object_head or None)


def specific_first(entry: Entry) -> tuple[int, int, int]:
    """Sort key: the entry that asks for more comes first, a word of its wording counting twice.

    Of two that ask for as much, the one with more words, then the one with the shorter lists.
    """
    wording = len(entry.particles) + (entry.object_head is not None)
    wanted = [getattr(entry.condition, key) for key in CONDITION_KEYS if not key.startswith("not_")]
    return -(2 * wording + sum(map(bool, wanted))), -wording, sum(map(len, wanted))
