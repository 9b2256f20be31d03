"""The numbers by which links are judged: `ontology/gazetteer/judgement.yaml`."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from typing import Any

import yaml

from converters.errors import BadData
from converters.resources import resource

FILE = "judgement.yaml"


@dataclass(frozen=True, slots=True)
class Thresholds:
    """From `linked` on the best row is accepted if it is ahead by `margin`; from `possible` on it is shown."""

    linked: float
    possible: float
    margin: float

    @property
    def text(self) -> str:
        return f"accepted from {self.linked:g} on, shown from {self.possible:g} on"


@dataclass(frozen=True, slots=True)
class Judgement:
    """`weights` of the features, `thresholds`; `rival`, `share` and `near` as the file says."""

    weights: Mapping[str, float]
    thresholds: Thresholds
    rival: float
    share: float
    near: float


@cache
def judgement() -> Judgement:
    """The shipped numbers. Raises BadData if the file breaks its form."""
    data: Any = yaml.safe_load(resource("ontology", "gazetteer", FILE).read_text(encoding="utf-8"))
    expected = {"features", *(field.name for field in fields(Judgement))} - {"weights"}
    if set(data) != expected:
        raise BadData(f"{FILE}: its keys are {', '.join(sorted(expected))}")
    weights = {name: feature["weight"] for name, feature in data["features"].items()}
    if any(set(feature) != {"weight", "means"} for feature in data["features"].values()):
        raise BadData(f"{FILE}: a feature has a weight and says what it means")
    return Judgement(weights, Thresholds(**data["thresholds"]), data["rival"], data["share"], data["near"])


def thresholds(linked: float | None, possible: float | None) -> Thresholds:
    """The shipped thresholds, or others where they are given."""
    shipped = judgement().thresholds
    return Thresholds(linked or shipped.linked, possible or shipped.possible, shipped.margin)
