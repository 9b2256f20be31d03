"""The form that chooses events, the same above the list, the map, the timeline and the voices."""

from dataclasses import dataclass
from typing import Any

from converters.serving.extracts import FORMS
from converters.serving.pages.page import render
from converters.serving.selection import FACETS, Choice, Register, Selection
from converters.serving.site import Opened

VIEWS = {"events": "List", "map": "Map", "timeline": "Timeline", "voices": "Who says what"}


@dataclass(frozen=True, slots=True)
class Field:
    """A facet as a field: its choices, and what is chosen if anything is."""

    name: str
    choices: tuple[Choice, ...]
    chosen: str


def chosen_page(
    opened: Opened, register: Register, chosen: Selection, name: str, template: str, **values: Any
) -> bytes:
    """A view of the events chosen, with the form, the other views and the files."""
    fields = [_field(register, chosen, facet) for facet in FACETS]
    common = {
        "fields": fields,
        "chosen": chosen,
        "total": register.count(chosen),
        "views": VIEWS,
        "forms": FORMS,
        "view": name,
    }
    return render(opened, name, template, **common, **values)


def _field(register: Register, chosen: Selection, facet: str) -> Field:
    choices, value = register.choices(chosen, facet), chosen.value(facet)
    if value and value not in {choice.value for choice in choices}:
        choices.append(Choice(value, register.name(facet, value) or value, 0))
    return Field(facet, tuple(choices), value)
