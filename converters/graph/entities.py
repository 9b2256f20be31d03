"""Entities: who and what claims speak of, and why they are linked to what is known elsewhere."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache

from converters.graph.naming import Names
from converters.graph.nodes import Node, node
from converters.graph.scripts import language_of
from converters.graph.terms import day, decimal, name, text, wkt_point
from converters.iris import fingerprint
from converters.linking.model import Identity, Link, Office


@lru_cache(maxsize=1024)
def entity_nodes(entity: str, identity: Identity) -> tuple[Node, ...]:
    """The entity, its link (`owl:sameAs` if that is accepted, `skos:closeMatch` if it is possible), and its offices.

    Many articles speak of the same.
    """
    link, place = identity.link, identity.place
    tenures = tuple(_tenure(entity, office, link.source) for office in identity.offices)
    target = name(f"wd:{link.wikidata}") if link.wikidata else None
    reasons = f"{entity[:-1]}#link>"
    return (
        node(
            entity,
            f"ew:{identity.type}",
            ("rdfs:label", text(identity.label, language_of(identity.label)) if identity.label else None),
            ("skos:altLabel", [text(other, language_of(other)) for other in identity.alternatives]),
            ("schema:addressCountry", text(identity.country) if identity.country else None),
            ("geo:asWKT", wkt_point(place.lat, place.lon) if place else None),
            ("ew:geonames", name(f"gn:{place.geonames}") if place and place.geonames else None),
            ("owl:sameAs", target if link.state == "linked" else None),
            ("skos:closeMatch", target if link.state == "possible" else None),
            ("ew:hasLink", reasons),
            ("ew:hasTenure", [tenure.iri for tenure in tenures]),
        ),
        node(
            reasons,
            "ew:Link",
            ("ew:linkState", name(f"ew:link-{link.state}")),
            ("ew:linkTarget", target),
            ("ew:linkTargetPartOf", [name(f"wd:{whole}") for whole in identity.part_of]),
            ("ew:linkScore", decimal(link.score) if target else None),
            ("ew:linkReason", text(link.reason) if link.reason else None),
            ("ew:linkSource", text(link.source) if link.source else None),
            ("ew:linkMethod", text(link.method) if link.state != "not_tried" else None),
            ("ew:linkDate", day(date.fromisoformat(link.date)) if link.date else None),
            *((f"ew:feature{feature.capitalize()}", decimal(value)) for feature, value in link.features),
        ),
        *tenures,
    )


def _tenure(entity: str, office: Office, source: str) -> Node:
    """An office that somebody held, as the source of the link tells it."""
    return node(
        f"{entity[:-1]}#office-{fingerprint(office.label, office.start, office.end, length=8)}>",
        "ew:Tenure",
        ("rdfs:label", text(office.label, language_of(office.label))),
        ("ew:heldFrom", text(office.start) if office.start else None),
        ("ew:heldUntil", text(office.end) if office.end else None),
        ("ew:stillHeldIn", text(office.told) if office.told else None),
        ("ew:linkSource", text(source)),
    )


def identities(readings: Iterable[Names]) -> dict[str, Identity]:
    """One identity per entity of all articles, by IRI in order, unnamed publishers included."""
    found: dict[str, list[Identity]] = {}
    for names in readings:
        for entity, identity in zip(names.entities, names.linked.identities, strict=True):
            found.setdefault(entity, []).append(identity)
        if names.linked.reading.publisher is None:
            found.setdefault(names.publisher, [_unnamed(names.publisher)])
    return {entity: _joined(found[entity]) for entity in sorted(found)}


def _unnamed(publisher: str) -> Identity:
    nobody = Link(state="not_tried", wikidata=None, score=0.0, reason="the text does not name its publisher", source="")
    return Identity(key=publisher, type="Publisher", label="", alternatives=(), link=nobody)


def _joined(same: Sequence[Identity]) -> Identity:
    """What several articles know of one entity: the most frequent label and class, all names, the surest link."""
    if all(one == same[0] for one in same):
        return same[0]
    best = max(
        same, key=lambda one: (one.link.state == "linked", one.link.score, one.link.wikidata or "", repr(one.link))
    )
    label = _most(one.label for one in same)
    others = {other for one in same for other in (one.label, *one.alternatives)} - {label, ""}
    places = [one.place for one in same if one.place]
    return Identity(
        key=same[0].key,
        type=_most(one.type for one in same),
        label=label,
        alternatives=tuple(sorted(others)),
        link=best.link,
        country=_most(country) if (country := [one.country for one in same if one.country]) else None,
        place=max(places, key=repr) if places else None,
        offices=best.offices,
        part_of=best.part_of,
    )


def _most(values: Iterable[str]) -> str:
    """The most frequent value; among equals the first of the alphabet."""
    return min(Counter(values).items(), key=lambda pair: (-pair[1], pair[0]))[0]
