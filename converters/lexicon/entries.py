"""Event entries: `events/*.yaml`. Turns what a linguist writes into complete `Entry` values.

A phrase is `lemma`, `lemma particle`, or `lemma + object head`; for nouns the words before the last are its modifiers.
A class inherits the roles of the class above it; `none` takes an inherited role away.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, get_args

from converters.errors import BadData
from converters.lexicon import strict
from converters.lexicon.classes import line_of_descent
from converters.lexicon.model import Condition, Entry, TriggerKind
from converters.lexicon.wordclasses import Words, expand

ROLES = frozenset(
    "agent patient target theme beneficiary place source destination endpoint path participant host guest addressee "
    "counterparty experiencer instrument medium topic cause purpose condition manner result occasion part_of content".split()
)
"""The roles of the contract, section 4."""

NO_ROLE = "none"
CLASS_KEYS = frozenset(
    {"roles", "verb_roles", "noun_roles", "adjective_roles", "quantity", "verbs", "nouns", "adjectives"}
)
CONDITION_KEYS = frozenset(field.name for field in fields(Condition))
ENTRY_KEYS = CONDITION_KEYS | {"roles", "quantity"}
SLOTS = frozenset({"object", "subject", "agent", "preposition"})
KINDS: tuple[TriggerKind, ...] = get_args(TriggerKind)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One class as written: the file it is in and its keys."""

    file: str
    cls: str
    body: Mapping[str, Any]

    @property
    def where(self) -> str:
        return f"{self.file}: {self.cls}"


def read_sheet(file: str, cls: str, body: object, tree: Mapping[str, str]) -> Sheet:
    """One class of a file. Raises BadData for a class outside the ontology or an unknown key."""
    if cls not in tree and cls not in tree.values():
        raise BadData(f"{file}: {cls} is not a class of the ontology")
    return Sheet(file, cls, strict.mapping(body, f"{file}: {cls}", CLASS_KEYS))


def roles_of(cls: str, kind: TriggerKind, sheets: Mapping[str, Sheet], tree: Mapping[str, str]) -> dict[str, str]:
    """The default roles of a class for verbs, nouns or adjectives: those of all classes above it, then its own."""
    found: dict[str, str] = {}
    for name in line_of_descent(cls, tree):
        if name in sheets:
            for key in ("roles", f"{kind}_roles"):
                found |= _roles(sheets[name].body.get(key, {}), f"{sheets[name].where}: {key}")
    return {slot: role for slot, role in found.items() if role != NO_ROLE}


def _roles(value: object, where: str) -> dict[str, str]:
    """Slot -> role as written. Slots separated by commas share the role that follows: `{in, at: place}`.

    Inside braces YAML reads `in, at: place` as `in` without a value, then `at: place`: such slots wait for the next role.
    """
    found: dict[str, str] = {}
    waiting: list[str] = []
    for key, role in strict.mapping(value, where).items():
        waiting += [slot.strip() for slot in key.split(",")]
        if role == "":
            continue
        strict.one_of(role, ROLES | {NO_ROLE}, f"{where}: {key}")
        if twice := [slot for slot in waiting if slot in found]:
            raise BadData(f"{where}: {', '.join(twice)} is given twice")
        found |= dict.fromkeys(waiting, role)
        waiting = []
    if waiting:
        raise BadData(f"{where}: {', '.join(waiting)} has no role")
    return found


def entries(cls: str, sheets: Mapping[str, Sheet], tree: Mapping[str, str], words: Words) -> Iterator[Entry]:
    """All entries of one class, complete with inherited roles. Raises BadData naming file, entry and rule."""
    sheet = sheets[cls]
    for kind in KINDS:
        base = Entry("", cls, kind, "", roles=roles_of(cls, kind, sheets, tree), quantity=_quantity(cls, sheets, tree))
        for phrases, body in _written(sheet, kind):
            where = f"{sheet.where}: {phrases}"
            for phrase in phrases.split(","):
                yield _entry(base, " ".join(phrase.split()), strict.mapping(body, where, ENTRY_KEYS), words, where)


def _quantity(cls: str, sheets: Mapping[str, Sheet], tree: Mapping[str, str]) -> str | None:
    given = [sheets[name].body["quantity"] for name in line_of_descent(cls, tree) if name in sheets
             and "quantity" in sheets[name].body]  # fmt: skip
    return given[-1] if given else None


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
            raise BadData(f"{sheet.where}: {kind}s: a phrase or one phrase with its particulars is needed, not {item!r}")


def _entry(base: Entry, phrase: str, body: Mapping[str, Any], words: Words, where: str) -> Entry:
    if not phrase or phrase != phrase.lower():
        raise BadData(f"{where}: {phrase!r} must be lower-case words")
    head, _, object_head = (part.strip() for part in phrase.partition(" + "))
    *before, last = head.split()
    lemma, particles, own = (last, (), tuple(before)) if base.kind == "noun" else (head.split()[0], head.split()[1:], ())
    given = {key: strict.words(body[key], f"{where}: {key}") for key in CONDITION_KEYS & set(body)}
    _known_slots(given.get("requires", ()), where)
    modifier = tuple(given.get("modifier", ())) + own
    condition = Condition(**{key: _set(value, words, where) for key, value in (given | {"modifier": modifier}).items()})
    roles = dict(base.roles) | _roles(body.get("roles", {}), f"{where}: roles")
    marks = sorted(key for key in given if not key.startswith("not_"))
    return replace(
        base,
        id=f"{base.cls}/{base.kind}/{phrase}" + (f" ({', '.join(marks)})" if marks else ""),
        lemma=lemma,
        particles=tuple(particles),
        object_head=object_head or None,
        condition=condition,
        roles={slot: role for slot, role in roles.items() if role != NO_ROLE},
        quantity=body.get("quantity", base.quantity),
    )


def _set(value: tuple[str, ...], words: Words, where: str) -> frozenset[str]:
    return expand(value, words, where)


def _known_slots(requires: tuple[str, ...], where: str) -> None:
    for slot in requires:
        strict.one_of(slot, SLOTS, f"{where}: requires")


def specific_first(entry: Entry) -> tuple[int, int]:
    """Sort key: entries that ask for more words come before those that ask for fewer (Panini's rule)."""
    wording = len(entry.particles) + (entry.object_head is not None)
    asked = sum(1 for key in CONDITION_KEYS if getattr(entry.condition, key) and not key.startswith("not_"))
    return -wording, -asked
