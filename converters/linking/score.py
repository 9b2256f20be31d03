"""How well a row fits an entity: named features from 0 to 1, their weights, and the reason in words."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from converters.linking.names import same_person, skeleton
from converters.linking.row import Row
from converters.linking.wording import Wording, wording
from converters.linking.wordlists import family

WEIGHTS: Mapping[str, float] = {"name": 0.4, "type": 0.2, "country": 0.17, "prior": 0.23}
NEAR = 0.4
"""Agreement of two types that readers confuse (families.yaml)."""
SMOOTHING = 50_000
"""Inhabitants that every name is granted beyond those known: a small place of a rare name is not certain either."""


@dataclass(frozen=True, slots=True)
class Query:
    """What the linker knows of an entity. `names` as written, best first; `type` as its words say, else as read.

    `country` is told by the entity's own words; `context` counts the mentions of countries elsewhere in the article.
    """

    names: tuple[str, ...]
    type: str
    country: str | None
    context: Mapping[str, int]
    says: bool = False
    """Whether the type is told by the words of the name ("Xyz region")."""

    @property
    def words(self) -> Wording:
        return wording(self.names[0], self.type)


@dataclass(frozen=True, slots=True)
class Feature:
    """How far one aspect agrees, and the same in words."""

    value: float
    why: str


@dataclass(frozen=True, slots=True)
class Scored:
    """A row with its features, by name."""

    row: Row
    features: Mapping[str, Feature]

    @property
    def score(self) -> float:
        return round(sum(WEIGHTS[name] * feature.value for name, feature in self.features.items()), 3)

    @property
    def reason(self) -> str:
        return "; ".join(feature.why for feature in self.features.values())


def score(query: Query, rows: tuple[Row, ...]) -> tuple[Scored, ...]:
    """The rows that are not ruled out, best first; equal ones in the order of their Wikidata ids."""
    known = [(row, found) for row in rows if (found := _features(query, row)) is not None]
    total = Counter[int | None]()
    for row, _ in known:
        total[_group(row.type, row)] += weight(row)
    scored = [Scored(row, {**found, "prior": prior(row, total[_group(row.type, row)])}) for row, found in known]
    return tuple(sorted(scored, key=lambda one: (-one.score, one.row.qid or "~", one.row.source)))


def _features(query: Query, row: Row) -> dict[str, Feature] | None:
    """All features that need no other row, or None if one of them rules the row out."""
    found = {
        "name": name_match(query, row),
        "type": type_agreement(query, row),
        "country": country_agreement(query, row),
    }
    return {key: value for key, value in found.items() if value} if all(found.values()) else None


def name_match(query: Query, row: Row) -> Feature | None:
    """The best name against the row's names: as written, in another spelling, its proper part, or a surname alone."""
    written = query.names[0]
    if row.type == "Person":
        return _person_match(written, row)
    if written.casefold() in {name.casefold() for name in row.names}:
        return Feature(1.0, f"named {written!r}")
    if skeleton(written) in set(map(skeleton, row.names)):
        return Feature(0.9, f"{written!r} is a spelling of {row.label!r}")
    words, known = query.words, [wording(name, row.type) for name in row.names]
    if words.core not in {one.core for one in known}:
        return Feature(0.6, f"{written!r} is another name of {row.label!r}") if row.qid is None else None
    if family(row.type).name != "organisation":
        return _part_of_place(query, row)
    if query.country is None and row.country is not None and any(one.country for one in known):
        return Feature(0.25, f"{written!r} without a country may be {row.label!r}")
    return Feature(0.9, f"{written!r} is a wording of {row.label!r}")


def _part_of_place(query: Query, row: Row) -> Feature | None:
    """A place by its proper part: a bare "Xyz" is not the Xyz region, unless it was read as a region."""
    same_kind = _group(query.type, row) == _group(row.type, row)
    return Feature(1.0, f"{query.names[0]!r} is a wording of {row.label!r}") if same_kind else None


def _person_match(written: str, row: Row) -> Feature | None:
    """A full name must be the row's full name; a surname alone counts little."""
    core = wording(written, "Person").core
    if " " in core:
        same = any(core == skeleton(name) or same_person(core, name) for name in row.names)
        return Feature(1.0, f"full name {written!r}") if same else None
    surname = core in {skeleton(name).rpartition(" ")[2] for name in row.names}
    return Feature(0.48, f"surname {written!r} alone") if surname else None


def type_agreement(query: Query, row: Row) -> Feature | None:
    """Equal types agree, types that readers confuse nearly do, others rule the row out."""
    if _group(query.type, row) is None:
        return None
    if _group(query.type, row) == _group(row.type, row):
        return Feature(1.0, f"a {row.type}")
    return None if query.says else Feature(NEAR, f"a {row.type}, read as {query.type}")


def _group(type_: str, row: Row) -> int | None:
    return family(row.type).groups.get(type_)


def country_agreement(query: Query, row: Row) -> Feature | None:
    """The country that the entity's words tell must be the row's; else how much the article speaks of that country."""
    if row.country is None:
        return Feature(0.6, "of no one country")
    if query.country is not None:
        return Feature(1.0, f"of {row.country}, as written") if query.country == row.country else None
    if row.type == "Country":
        return Feature(0.8, "a country")
    mentions, total = query.context.get(row.country, 0), sum(query.context.values())
    if mentions:
        return Feature(0.7 + 0.3 * mentions / total, f"{row.country} is mentioned")
    return Feature(0.2, f"{row.country} is not mentioned") if total else Feature(0.5, "no country is mentioned")


def weight(row: Row) -> int:
    """How well known a thing is, in inhabitants."""
    return row.population or (1 if row.qid is None else family(row.type).weight)


def prior(row: Row, total: int) -> Feature:
    """The share of this row among all of its name and kind, which weigh `total`: the best known is meant most often.

    A city does not compete with the region that it is the capital of: their types tell them apart.
    """
    share = weight(row) / (total + SMOOTHING)
    if weight(row) == total:
        return Feature(share, "the only one of this name and kind")
    return Feature(
        share, f"the best known of this name ({share:.0%})" if share > 0.5 else f"one of several ({share:.0%})"
    )
