"""Which services there are and how they are asked: `ontology/gazetteer/services.yaml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, cast, get_args

import yaml

from converters.errors import BadData, BadInput
from converters.resources import resource
from converters.services.model import Endpoint, Kind

FILE = "services.yaml"


@dataclass(frozen=True, slots=True)
class Manners:
    """How a service is asked; seconds, as the file says."""

    timeout: float
    attempts: int
    first_wait: float
    longest_wait: float
    maxlag: int


@dataclass(frozen=True, slots=True)
class Rules:
    """The file: services by name, manners, passing errors of the action API, and sizes of requests."""

    services: Mapping[str, Endpoint]
    manners: Manners
    passing: frozenset[str]
    entities: int
    queries: int
    candidates: int


@cache
def rules() -> Rules:
    """The shipped rules. Raises BadData if the file breaks its form."""
    data: Any = yaml.safe_load(resource("ontology", "gazetteer", FILE).read_text(encoding="utf-8"))
    try:
        services = {name: Endpoint(**one) for name, one in data.pop("services").items()}
        manners, passing = Manners(**data.pop("manners")), frozenset(data.pop("passing"))
        return Rules(services, manners, passing, **data)
    except (AttributeError, KeyError, TypeError) as error:
        raise BadData(f"{FILE}: not of the form of the shipped file: {error!r}") from error


def endpoint(text: str) -> Endpoint:
    """A service by its name, or as KIND=URL; a mere URL is that of a reconciliation service.

    Raises BadInput with what is wrong.
    """
    if named := rules().services.get(text):
        return named
    kind, url = text.split("=", 1) if text.split("=", 1)[0] in get_args(Kind) else ("reconciliation", text)
    if not url.startswith(("http://", "https://")):
        names = ", ".join(sorted(rules().services))
        raise BadInput(f"{text!r} is no service: give one of {names}, or KIND=URL (KIND: {', '.join(get_args(Kind))})")
    return Endpoint(cast(Kind, kind), url)
