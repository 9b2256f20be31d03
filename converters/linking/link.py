"""Gives every entity of an article an identity: a known thing, or a stable key of its own."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from converters.linking.context import context_of
from converters.linking.decisions import NONE, Decided, Decision, Decisions
from converters.linking.evidence import told_by_others
from converters.linking.gazetteer import Gazetteer
from converters.linking.judgement import Thresholds, judgement
from converters.linking.keys import government, own_key
from converters.linking.match import Query
from converters.linking.model import Identity, Link, LinkedReading, LinkState
from converters.linking.query import query
from converters.linking.row import Row
from converters.linking.score import Scored
from converters.linking.settle import Find, candidates, settled
from converters.linking.wordlists import family
from converters.reading.model import Entity, Reading

UNKNOWN = Link(
    state="none", wikidata=None, score=0.0, reason="the gazetteer knows nothing of this name and kind", source=""
)
UNNAMED = replace(UNKNOWN, reason="described, not named")


def link(
    reading: Reading, gazetteer: Gazetteer, decisions: Decisions = NONE, thresholds: Thresholds | None = None
) -> LinkedReading:
    """Adds an identity for each entity, in the same order. The same arguments give the same identities.

    Every entity is judged alone first; what is certain then tells something about the others, and all are judged anew.
    """
    limits = thresholds or judgement().thresholds
    countries = context_of(reading.entities, gazetteer)
    total = sum(countries, Counter[str]())
    pairs = zip(reading.entities, countries, strict=True)
    alone = [query(entity, reading, gazetteer, total - own if own else total) for entity, own in pairs]
    find = cache(gazetteer.find)
    decided = [decisions.of(asked, reading.article.stem) for asked in alone]
    scored = [_not_rejected(asked, find, one) for asked, one in zip(alone, decided, strict=True)]
    known = [_certain(one, found, gazetteer, limits) for one, found in zip(decided, scored, strict=True)]
    told = told_by_others(reading, alone, known)
    again = [
        found if asked is before else _not_rejected(asked, find, one)
        for asked, before, one, found in zip(told, alone, decided, scored, strict=True)
    ]
    digest = reading.article.digest[:16]
    identities = []
    for entity, asked, one, found in zip(reading.entities, told, decided, again, strict=True):
        identity = _identity(entity, asked, gazetteer, found, limits, digest)
        identities.append(_as_decided(identity, entity, gazetteer, one, decisions.source))
    return LinkedReading(reading, tuple(identities))


def _certain(decided: Decided, scored: Sequence[Scored], gazetteer: Gazetteer, limits: Thresholds) -> Row | None:
    """What is certain about an entity alone."""
    if decided.accepted is not None:
        return gazetteer.row(decided.accepted.wikidata)
    best = settled(scored, limits)
    return best.row if best else None


def _not_rejected(asked: Query, find: Find, decided: Decided) -> Sequence[Scored]:
    """The candidates without the items that a person rejected."""
    if decided.nothing or not asked.names:
        return ()
    return [one for one in candidates(asked, find) if one.row.qid not in decided.rejected]


def _as_decided(found: Identity, entity: Entity, gazetteer: Gazetteer, decided: Decided, source: str) -> Identity:
    """The identity that a person accepted, if one did; no link if a person says that there is no item.

    A row that tells what the person did not (offices, wholes) is named as a source as well.
    """
    if decided.nothing:
        none = replace(
            UNKNOWN, reason="a person decided: there is no item", source=source, method="person", date=decided.date
        )
        return replace(found, link=none)
    if decided.accepted is None:
        return found
    one = decided.accepted
    row = gazetteer.row(one.wikidata) or Row(
        one.wikidata, found.label, found.type, (found.label,), found.country, None, 0, source
    )
    sources = f"{source}; {row.source}" if row.offices or row.part_of else source
    told = Link("linked", one.wikidata, 1.0, _told(one), sources, "person", date=decided.date)
    return _known(found, entity, row, told)


def _told(one: Decision) -> str:
    done = "accepted" if one.decision == "accept" else f"put in the place of {one.instead}"
    return f"a person decided: {done}" + (f" ({one.note})" if one.note else "")


def _identity(
    entity: Entity, asked: Query, gazetteer: Gazetteer, scored: Sequence[Scored], limits: Thresholds, digest: str
) -> Identity:
    """The identity of one entity, out of its candidates."""
    own = Identity(
        key=own_key(entity, asked, digest),
        type=asked.type,
        label=entity.label,
        alternatives=_others(entity, entity.label),
        link=UNKNOWN if asked.names else UNNAMED,
        country=asked.country,
    )
    if not asked.names:
        return own
    if country := government(entity, asked):
        return replace(own, label=gazetteer.government_label(country), alternatives=(*entity.names,), country=country)
    best = settled(scored, limits)
    if best is None:
        return replace(own, link=_guess(scored, limits))
    row = best.row
    state: LinkState = "linked" if row.qid else "none"
    found = Link(state, row.qid, best.score, best.reason, row.source, row.method, _numbers(best), row.read_on)
    return _known(own, entity, row, found)


def _numbers(one: Scored) -> tuple[tuple[str, float], ...]:
    return tuple((name, round(feature.value, 3)) for name, feature in one.features.items())


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
        offices=row.offices if row.qid else (),
        part_of=tuple(whole for whole in row.part_of if row.qid not in (None, whole)),
    )


def _guess(scored: Sequence[Scored], limits: Thresholds) -> Link:
    """A possible link, if any row is near enough to be shown to a person."""
    for one in scored:
        if one.row.qid and one.score >= limits.possible:
            row = one.row
            return Link("possible", row.qid, one.score, one.reason, row.source, row.method, _numbers(one), row.read_on)
    return UNKNOWN


def _others(entity: Entity, label: str) -> tuple[str, ...]:
    """The names as written that are not the label, in order of the alphabet."""
    return tuple(sorted({*entity.names} - {label}))
