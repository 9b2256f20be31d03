"""Gives every entity of an article an identity: a known thing, or a stable key of its own."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from converters.linking.context import context_of
from converters.linking.decisions import NONE, Decided, Decision, Decisions
from converters.linking.gazetteer import Gazetteer
from converters.linking.keys import government, own_key
from converters.linking.match import Query
from converters.linking.model import Identity, Link, LinkedReading
from converters.linking.query import query
from converters.linking.row import Row
from converters.linking.score import Scored, score
from converters.linking.wordlists import family
from converters.reading.model import Entity, Reading

LINKED = 0.7
"""From this score on a row is accepted, if no other row comes within MARGIN."""
POSSIBLE = 0.5
MARGIN = 0.09
UNKNOWN = Link(
    state="none", wikidata=None, score=0.0, reason="the gazetteer knows nothing of this name and kind", source=""
)
UNNAMED = replace(UNKNOWN, reason="described, not named")


def link(reading: Reading, gazetteer: Gazetteer, decisions: Decisions = NONE) -> LinkedReading:
    """Adds an identity for each entity, in the same order. The same arguments give the same identities."""
    countries = context_of(reading.entities, gazetteer)
    total = sum(countries, Counter[str]())
    digest = reading.article.digest[:16]
    identities = []
    for entity, own in zip(reading.entities, countries, strict=True):
        asked = query(entity, reading, gazetteer, total - own)
        decided = decisions.of(asked, reading.article.stem)
        identity = _identity(entity, asked, gazetteer, digest, decided)
        identities.append(_as_decided(identity, entity, gazetteer, decided, decisions.source))
    return LinkedReading(reading, tuple(identities))


def _as_decided(found: Identity, entity: Entity, gazetteer: Gazetteer, decided: Decided, source: str) -> Identity:
    """The identity that a person accepted, if one did; no link if a person says that there is no item."""
    if decided.nothing:
        return replace(found, link=replace(UNKNOWN, reason="a person decided: there is no item", source=source))
    if decided.accepted is None:
        return found
    one = decided.accepted
    row = gazetteer.row(one.wikidata) or Row(
        one.wikidata, found.label, found.type, (found.label,), found.country, None, 0, source
    )
    told = Link("linked", one.wikidata, 1.0, _told(one), source)
    return _known(found, entity, row, told)


def _told(one: Decision) -> str:
    done = "accepted" if one.decision == "accept" else f"put in the place of {one.instead}"
    return f"a person decided: {done}" + (f" ({one.note})" if one.note else "")


def _identity(entity: Entity, asked: Query, gazetteer: Gazetteer, digest: str, decided: Decided) -> Identity:
    """The identity of one entity, which is none of the items that a person rejected."""
    own = Identity(
        key=own_key(entity, asked, digest),
        type=asked.type,
        label=entity.label,
        alternatives=_others(entity, entity.label),
        link=UNKNOWN if asked.names else UNNAMED,
        country=asked.country,
    )
    if not asked.names or decided.nothing:
        return own
    if country := government(entity, asked):
        return replace(own, label=gazetteer.government_label(country), alternatives=(*entity.names,), country=country)
    scored = [one for one in candidates(asked, gazetteer) if one.row.qid not in decided.rejected]
    best = settled(scored)
    if best is None:
        return replace(own, link=_guess(scored))
    row = best.row
    found = Link("linked" if row.qid else "none", row.qid, best.score, best.reason, row.source)
    return _known(own, entity, row, found)


def candidates(asked: Query, gazetteer: Gazetteer) -> tuple[Scored, ...]:
    """The rows that any of the names may stand for, best first; a person's full name alone decides."""
    names = asked.names[:1] if family(asked.type).name == "person" else asked.names
    found: dict[Row, Scored] = {}
    for name in names:
        for one in score(replace(asked, names=(name,)), gazetteer.find(name, asked.type)):
            found[one.row] = max(one, found.get(one.row, one), key=lambda scored: scored.score)
    return tuple(sorted(found.values(), key=lambda one: (-one.score, one.row.qid or "~", one.row.source)))


def settled(scored: Sequence[Scored]) -> Scored | None:
    """The best row, if it is good enough and no other comes near.

    A place without a Wikidata id must also lie in a country that the article speaks of: villages bear all names.
    """
    if not scored or scored[0].score < LINKED:
        return None
    if len(scored) > 1 and scored[0].score - scored[1].score < MARGIN:
        return None
    elsewhere = scored[0].row.qid is None and scored[0].features["country"].value < 0.7
    return None if elsewhere else scored[0]


def _known(own: Identity, entity: Entity, row: Row, found: Link) -> Identity:
    """The identity of a thing that is known as a row."""
    groups = family(row.type).groups
    same_kind = groups.get(own.type) == groups[row.type]
    return Identity(
        key=row.qid or f"gn-{row.place.geonames if row.place else row.label}",
        type=own.type if same_kind else row.type,
        label=row.label,
        alternatives=_others(entity, row.label),
        link=found,
        country=row.country or own.country,
        place=row.place,
    )


def _guess(scored: Sequence[Scored]) -> Link:
    """A possible link, if any row is near enough to be shown to a person."""
    for one in scored:
        if one.row.qid and one.score >= POSSIBLE:
            return Link("possible", one.row.qid, one.score, one.reason, one.row.source)
    return UNKNOWN


def _others(entity: Entity, label: str) -> tuple[str, ...]:
    """The names as written that are not the label, in order of the alphabet."""
    return tuple(sorted({*entity.names} - {label}))
