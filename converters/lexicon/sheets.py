"""A class of the lexicon as written, and the roles and quantity it inherits from the classes above it.

A class inherits the roles of the class above it; `none` takes an inherited role away.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from converters.errors import BadData
from converters.lexicon import strict
from converters.lexicon.classes import line_of_descent
from converters.lexicon.model import TriggerKind

# fmt: off
ROLES = frozenset({
    "addressee", "agent", "beneficiary", "cause", "condition", "content", "counterparty", "destination", "endpoint",
    "experiencer", "guest", "host", "instrument", "manner", "medium", "occasion", "part_of", "participant", "path",
    "patient", "place", "purpose", "result", "source", "target", "theme", "topic",
})
# fmt: on
"""The roles of the contract, section 4."""

NO_ROLE = "none"
CLASS_KEYS = frozenset(
    {"roles", "verb_roles", "noun_roles", "adjective_roles", "quantity", "verbs", "nouns", "adjectives"}
)


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
                found |= parse_roles(sheets[name].body.get(key, {}), f"{sheets[name].where}: {key}")
    return {slot: role for slot, role in found.items() if role != NO_ROLE}


def parse_roles(value: object, where: str) -> dict[str, str]:
    """Slot -> role as written. Slots separated by commas share the role that follows: `{in, at: place}`.

    Inside braces YAML reads `in, at: place` as `in` without a value and `at: place`: such slots wait for the next role.
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


def quantity_of(cls: str, sheets: Mapping[str, Sheet], tree: Mapping[str, str]) -> str | None:
    """What numbers on the object of the class's triggers count, the class's own word or the nearest one above."""
    above = [sheets[name].body for name in line_of_descent(cls, tree) if name in sheets]
    given: list[str] = [body["quantity"] for body in above if "quantity" in body]
    return given[-1] if given else None
