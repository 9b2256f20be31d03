"""Event nodes, and the safety rule of docs/model.md: nothing that only somebody claims is said of the event itself."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from converters.fusion.model import Edition, Event, Matter
from converters.graph.articles import LANGUAGE
from converters.graph.labels import label
from converters.graph.naming import Names
from converters.graph.nodes import Node, node
from converters.graph.terms import iri, name, text
from converters.reading.model import Claim

ACTOR_ROLES = frozenset({"agent", "participant", "host", "guest", "counterparty"})
PLACE_ROLES = frozenset({"place"})

Disputed = Mapping[str, Collection[Matter]]
"""By the key of an event, in what its accounts contradict each other."""

Backing = tuple[Names, int, Claim]
"""A claim about the event, its article's names and its position there."""


def event_node(
    event: Event, readings: Sequence[Names], effects: Mapping[str, Sequence[str]], disputed: Disputed
) -> Node:
    """What the graph says of an event: label, and class, actors, places, what it is part of and what it causes (see
    `told_effects`) as far as publishers tell them as facts.
    """
    told = list(backing(event, readings))
    own = event_iri(event, readings)
    return node(
        own,
        "ew:Event",
        ("rdf:type", [name(f"ew:{claim.type}") for _, _, claim in told if claim.type != "Event"]),
        ("rdfs:label", text(label(event, readings, disputed.get(event.key, ())), LANGUAGE)),
        ("ew:joinedBecause", [text(reason) for reason in event.reasons]),
        ("sem:hasActor", list(_fillers(told, ACTOR_ROLES))),
        ("sem:hasPlace", list(_fillers(told, PLACE_ROLES))),
        ("ew:partOf", list(_wholes(told, own))),
        ("ew:causes", list(effects.get(own, ()))),
    )


def disputed_matters(edition: Edition) -> Disputed:
    """Per event in what its accounts contradict each other."""
    found: dict[str, set[Matter]] = {}
    about = {ref: event.key for event in edition.events for ref in event.claims}
    for relation in edition.relations:
        if relation.matters:
            found.setdefault(about[relation.a], set()).update(relation.matters)
    return found


def told_effects(readings: Iterable[Names]) -> dict[str, list[str]]:
    """Per event those that publishers tell, as a fact, to come of it, if they tell both as facts themselves."""
    found: dict[str, set[str]] = {}
    for names in readings:
        told = [claim for claim in names.linked.reading.claims if claim.status == "publisher_fact"]
        facts = {claim.event for claim in told}
        for claim in told:
            for role in claim.roles:
                if role.role == "cause" and role.event in facts and role.event != claim.event:
                    found.setdefault(names.events[role.event], set()).add(names.events[claim.event])
    return {cause: sorted(came - {cause}) for cause, came in found.items()}


def event_iri(event: Event, readings: Sequence[Names]) -> str:
    return iri(readings[0].iris.event(event.key))


def backing(event: Event, readings: Sequence[Names]) -> Iterator[Backing]:
    """The claims that tell the event as a fact in a publisher's own voice."""
    for position, number in event.claims:
        names = readings[position]
        claim = names.linked.reading.claims[number]
        if claim.status == "publisher_fact":
            yield names, number, claim


def _wholes(told: Sequence[Backing], own: str) -> Iterator[str]:
    """The events that publishers tell, as a fact, this one to be part of, and tell as facts themselves."""
    for names, _, claim in told:
        claims = names.linked.reading.claims
        facts = {other.event for other in claims if other.status == "publisher_fact"}
        for role in claim.roles:
            if role.role == "part_of" and role.event in facts and names.events[role.event] != own:
                yield names.events[role.event]


def _fillers(told: Sequence[Backing], roles: frozenset[str]) -> Iterator[str]:
    for names, _, claim in told:
        for role in claim.roles:
            if role.role in roles and role.entity is not None and not role.inferred:
                yield names.entities[role.entity]
