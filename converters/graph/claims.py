"""Claims and what they are made of. Whatever a claim says is stated here and nowhere else."""

from collections.abc import Iterator
from functools import lru_cache

from converters.articles.model import Span
from converters.graph.naming import Names
from converters.graph.nodes import Node, node
from converters.graph.terms import boolean, decimal, integer, iri, name, text
from converters.reading.model import Claim, Quantity, Role, TimeExpression, Voice

Related = tuple[tuple[str, str], ...]
"""Relations of a claim to others: property and claim."""


def claim_nodes(names: Names, number: int, related: Related = ()) -> Iterator[Node]:
    """The claim at position `number` of the reading, then its roles, time, quantities and voices."""
    claim = names.linked.reading.claims[number]
    roles = [role_node(names, role) for role in participants(claim)]
    times = [time_node(names, claim.time)] if claim.time else []
    quantities = [quantity_node(names, quantity) for quantity in claim.quantities]
    voices = [voice_node(names, voice, depth) for depth, voice in enumerate(claim.voices)]
    yield node(
        names.claims[number],
        "ew:Claim",
        ("ew:inArticle", names.article),
        ("ew:about", names.events[claim.event]),
        ("ew:eventClass", name(f"ew:{claim.type}")),
        ("ew:status", name(f"ew:status-{claim.status}")),
        ("ew:modality", name(f"ew:modality-{claim.modality}")),
        ("ew:polarity", name(f"ew:polarity-{claim.polarity}")),
        ("ew:trigger", names.passage(claim.trigger)),
        ("ew:evidence", names.passage(claim.evidence)),
        ("ew:hasRole", [role.iri for role in roles]),
        ("ew:hasTime", [time.iri for time in times]),
        ("ew:hasQuantity", [quantity.iri for quantity in quantities]),
        ("ew:attributedTo", [voice.iri for voice in voices]),
        ("ew:content", content_events(names, claim)),
        *related,
        ("ew:firedBy", text(claim.entry) if claim.entry else None),
    )
    yield from (*roles, *times, *quantities, *voices)


def participants(claim: Claim) -> list[Role]:
    """All roles but the events that are its content: `ew:content` says those, once."""
    return [role for role in claim.roles if role.role != "content" or role.event is None]


def content_events(names: Names, claim: Claim) -> list[str]:
    """The events that are the content of this one."""
    return [names.events[role.event] for role in claim.roles if role.role == "content" and role.event is not None]


def role_node(names: Names, role: Role) -> Node:
    return node(
        names.part("role", role),
        "ew:RoleFilling",
        ("ew:role", name(f"ew:role-{role.role}")),
        ("ew:filler", None if role.entity is None else names.entities[role.entity]),
        ("ew:fillerEvent", None if role.event is None else names.events[role.event]),
        ("ew:passage", names.passages(role.span)),
        ("ew:inferred", boolean(True) if role.inferred else None),
    )


@lru_cache(maxsize=256)
def voice_node(names: Names, voice: Voice, depth: int) -> Node:
    """A link of the chain; the publisher, at depth 0, always has a source. Kept for the article in hand."""
    source = names.publisher if depth == 0 else None
    return node(
        names.part("voice", voice, depth),
        "ew:Voice",
        ("ew:depth", integer(depth)),
        ("ew:source", source if voice.source is None else names.entities[voice.source]),
        ("ew:stance", name(f"ew:stance-{voice.stance}")),
        ("ew:sourcePassage", names.passages(voice.span)),
        ("ew:cue", names.passages(voice.cue)),
        ("ew:contentPassage", names.passages(*voice.content)),
        ("ew:medium", None if voice.medium is None else text(voice.medium)),
    )


def time_node(names: Names, time: TimeExpression) -> Node:
    begin, end = (iri(names.iris.instant(value)) if value else None for value in (time.start, time.end))
    return node(
        names.part("time", time),
        "ew:TimeSpan",
        ("time:hasBeginning", begin),
        ("time:hasEnd", end),
        ("ew:precision", name(f"ew:precision-{time.precision}")),
        ("ew:basis", name(f"ew:basis-{time.basis}")),
        ("ew:passage", names.passage(time.span)),
    )


def quantity_node(names: Names, quantity: Quantity) -> Node:
    return node(
        names.part("quantity", quantity),
        "ew:Quantity",
        ("ew:counted", text(quantity.of)),
        ("ew:value", None if quantity.value is None else decimal(quantity.value)),
        ("ew:low", None if quantity.low is None else decimal(quantity.low)),
        ("ew:high", None if quantity.high is None else decimal(quantity.high)),
        ("ew:bound", name(f"ew:bound-{quantity.bound}")),
        ("ew:unit", None if quantity.unit is None else text(quantity.unit)),
        ("ew:passage", names.passage(quantity.span)),
    )


def claim_spans(claim: Claim) -> Iterator[Span]:
    """Every passage that a claim rests on, in the order in which a person would look them up."""
    yield from (claim.trigger, claim.evidence)
    yield from (role.span for role in participants(claim) if role.span)
    yield from (part.span for part in (claim.time, *claim.quantities) if part)
    for voice in claim.voices:
        yield from (span for span in (voice.span, voice.cue, *voice.content) if span)
