"""Who or what a reconciliation query may mean: names, types, properties in, candidates out."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from converters.linking.judgement import judgement
from converters.linking.match import Query
from converters.linking.names import skeleton
from converters.linking.score import Scored, score
from converters.linking.settle import settled
from converters.reconciliation.model import PROPERTIES, Asked, Condition, Json, Thing
from converters.reconciliation.things import Things

PROPERTY_WEIGHT = 0.4
"""What a property counts beside the name, as in the Wikidata service."""
WRONG_TYPE = 0.5
"""What is left of the score of something that should be of another type."""
FULL_NAME = 0.9
"""From here on the name feature means that the whole name agrees, in any spelling."""
LONGEST = 300
"""Characters of the longest text that can be a name."""

Found = dict[str, tuple[Thing, Scored]]


def candidates(things: Things, asked: Asked) -> list[Json]:
    """The candidates for one query, the best first. Properties that nobody here knows count neither for nor against."""
    conditions = [one for one in asked.conditions if one.pid in PROPERTIES]
    if any(one.required for one in asked.conditions if one not in conditions):
        return []
    found: Found = {}
    for text in asked.names:
        if skeleton(text) and len(text) <= LONGEST:
            _find(things, text, asked, _country(conditions), found)
    certain = _certain(tuple(found.values()), asked)
    offered = [(thing, one) for thing, one in found.values() if thing.id in things.released]
    told = [_candidate(things, thing, one, asked, conditions, certain) for thing, one in offered]
    told += [_known(things, thing) for thing in map(things.get, asked.ids) if thing]
    kept = (one for one in told if one["score"] > 0 and _has_required(one, conditions))
    return sorted(kept, key=lambda one: (-one["score"], one["id"]))[: asked.limit]


def _find(things: Things, text: str, asked: Asked, country: str | None, found: Found) -> None:
    """Adds what a text may be the name of; of what is found twice the better."""
    for type_ in _asked_types(things, asked):
        rows = {thing.row: thing for thing in things.named(text, type_)}
        for one in score(Query((text,), type_, country, {}), tuple(rows)):
            best = found.get(things.id_of(one.row))
            if best is None or best[1].score < one.score:
                found[things.id_of(one.row)] = rows[one.row], one


def _certain(found: Sequence[tuple[Thing, Scored]], asked: Asked) -> Scored | None:
    """The one that is meant: the only one of that full name, or one that nothing comes near.

    None is certain if the articles speak of another that is called so as well.
    """
    full = [one for _, one in found if one.features["name"].value >= FULL_NAME]
    ranked = sorted((one for _, one in found), key=lambda one: -one.score)
    best = full[0] if len(full) == 1 else settled(ranked, judgement().thresholds)
    called = set(map(skeleton, asked.names))
    others = (thing for thing, one in found if one is not best and thing.articles)
    return None if any(called & set(map(skeleton, thing.row.names)) for thing in others) else best


def _candidate(
    things: Things, thing: Thing, one: Scored, asked: Asked, conditions: list[Condition], certain: Scored | None
) -> Json:
    agree = [_agrees(thing, condition) for condition in conditions]
    share = (one.score + PROPERTY_WEIGHT * sum(agree)) / (1 + PROPERTY_WEIGHT * len(agree))
    fits = [type_ in things.above(thing.row.type) for type_ in asked.types]
    right = not fits or (all(fits) if asked.strict == "all" else any(fits))
    features = [{"id": name, "value": feature.value} for name, feature in one.features.items()]
    features += [{"id": condition.pid, "value": value} for condition, value in zip(conditions, agree, strict=True)]
    told = 100 * share * (1 if right else WRONG_TYPE if asked.strict == "should" else 0)
    return _told(things, thing, round(told, 1), one is certain and right and all(agree), features)


def _known(things: Things, thing: Thing) -> Json:
    """A thing that was asked for by its id."""
    return _told(things, thing, 100.0, True, [{"id": "id", "value": 1.0}])


def _told(things: Things, thing: Thing, score_: float, certain: bool, features: list[Json]) -> Json:
    return {
        "id": thing.id,
        "name": thing.row.label,
        "description": thing.description,
        "type": [{"id": type_, "name": things.types[type_].name} for type_ in _types(things, thing)],
        "score": score_,
        "match": certain,
        "features": features,
    }


def _types(things: Things, thing: Thing) -> Iterator[str]:
    """The types of a thing, its own first."""
    own = thing.row.type
    yield own
    yield from sorted(type_ for type_ in things.above(own) if type_ != own and type_ in things.types)


def _asked_types(things: Things, asked: Asked) -> Iterable[str]:
    """The types to look for: those that the asked ones comprise, or all."""
    if not asked.types or asked.strict == "should":
        return sorted(things.kinds())
    return sorted(type_ for type_ in things.kinds() if things.above(type_) & set(asked.types))


def _agrees(thing: Thing, condition: Condition) -> float:
    """1 if the values of the property are as the condition wants, else 0."""
    known = {_plain(value) for held in PROPERTIES[condition.pid].values(thing) for value in held.values()}
    hits = [_plain(value) in known for value in condition.values]
    wanted = {"any": any(hits), "all": all(hits), "none": not any(hits)}
    return float(wanted[condition.quantifier])


def _has_required(told: Json, conditions: list[Condition]) -> bool:
    values = {feature["id"]: feature["value"] for feature in told["features"]}
    return all(values.get(one.pid, 1) for one in conditions if one.required)


def _plain(value: Any) -> str:
    """A value made comparable: the id of another thing, else the text of it."""
    return str(value.get("id") if isinstance(value, dict) else value).casefold()


def _country(conditions: list[Condition]) -> str | None:
    codes = [
        _plain(value).upper()
        for one in conditions
        if one.pid == "country" and one.quantifier != "none"
        for value in one.values
    ]
    return codes[0] if len(codes) == 1 else None
