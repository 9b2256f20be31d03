"""Event nodes, and the safety rule of docs/model.md: nothing that only somebody claims is said of the event itself."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from converters.fusion.model import Event
from converters.graph.articles import LANGUAGE
from converters.graph.naming import Names
from converters.graph.nodes import Node, node
from converters.graph.terms import iri, name, text
from converters.reading.model import Claim, Status

STANDING: dict[Status, str | None] = {
    "publisher_fact": None,
    "attributed_claim": "claimed",
    "asserted_negative": "did not happen",
    "non_factual": "not factual",
}
"""How an event stands, strongest first: the label says so unless a publisher tells it as a fact."""

ACTOR_ROLES = frozenset({"agent", "participant", "host", "guest", "counterparty"})
PLACE_ROLES = frozenset({"place"})

Backing = tuple[Names, int, Claim]
"""A claim about the event, its article's names and its position there."""


def event_node(event: Event, readings: Sequence[Names], effects: Mapping[str, Sequence[str]]) -> Node:
    """What the graph says of an event: label, and class, actors, places, what it is part of and what it causes (see
    `told_effects`) as far as publishers tell them as facts.
    """
    told = list(backing(event, readings))
    own = event_iri(event, readings)
    return node(
        own,
        "ew:Event",
        ("rdf:type", [name(f"ew:{claim.type}") for _, _, claim in told if claim.type != "Event"]),
        ("rdfs:label", text(label(event, readings), LANGUAGE)),
        ("ew:joinedBecause", [text(reason) for reason in event.reasons]),
        ("sem:hasActor", list(_fillers(told, ACTOR_ROLES))),
        ("sem:hasPlace", list(_fillers(told, PLACE_ROLES))),
        ("ew:partOf", list(_wholes(told, own))),
        ("ew:causes", list(effects.get(own, ()))),
    )


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


def label(event: Event, readings: Sequence[Names]) -> str:
    """`Recapture (claimed): recaptured`: class, standing, and the words of the first claim by stem and place."""
    claims = [(readings[position], number) for position, number in event.claims]
    told = [(names.article_value, names.linked.reading.claims[number]) for names, number in claims]
    article, first = min(told, key=lambda pair: (pair[0].stem, pair[1].trigger, pair[1].type))
    standing = STANDING[min((claim.status for _, claim in told), key=list(STANDING).index)]
    words = " ".join(first.trigger.of(article.body).split())
    return f"{event.type} ({standing}): {words}" if standing else f"{event.type}: {words}"


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
