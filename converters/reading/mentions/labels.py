"""Names are labelled anew by what the whole article says of them, for the model sees only the sentence."""

from collections.abc import Iterable

from converters.reading.mentions.model import BODIES, PLACES, Found

_LABELS = dict.fromkeys(PLACES, "LOC") | dict.fromkeys(("Country", "City", "Village", "Region"), "GPE")
_LABELS |= dict.fromkeys(BODIES, "ORG") | {"Facility": "FAC", "Person": "PERSON"}
"""How the language model labels names of a type."""

_CONFUSED = frozenset({"PERSON", "GPE", "ORG", "LOC", "FAC", "NORP", "PRODUCT", ""})


def relabel(names: Iterable[Found]) -> None:
    """Sets the label of each word of a name to that of its type ("the village of X" here, so no person X there)."""
    for found in names:
        label = _LABELS.get(found.type)
        if label is None or found.kind != "name":
            continue
        for token in found.doc.part(found.first, found.last + 1):
            if token.ent_type_ in _CONFUSED:
                token.ent_type_ = label
