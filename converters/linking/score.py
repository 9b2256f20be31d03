"""How well a row fits an entity: named features from 0 to 1, their weights, and the reason in words."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from converters.linking.judgement import judgement
from converters.linking.match import Feature, Query, group, name_match
from converters.linking.offices import office
from converters.linking.persons import person_match
from converters.linking.row import Row
from converters.linking.wordlists import family

NEAR = 0.4
"""Agreement of two types that readers confuse (families.yaml)."""
SMOOTHING = 50_000
"""Inhabitants that every name is granted beyond those known: a small place of a rare name is not certain either."""
SITELINK = 10_000
"""What a page about a thing without inhabitants counts, in inhabitants."""


SPOKEN_OF, UNSPOKEN_OF = 0.7, 0.2
"""How far a row's country agrees if the article speaks of it (at least), and if it speaks of others alone."""


@dataclass(frozen=True, slots=True)
class Scored:
    """A row with its features, by name, and their weighted sum."""

    row: Row
    features: Mapping[str, Feature]
    score: float

    @property
    def reason(self) -> str:
        return "; ".join(feature.why for feature in self.features.values())


def score(query: Query, rows: tuple[Row, ...]) -> tuple[Scored, ...]:
    """The rows that are not ruled out, best first; equal ones in the order of their Wikidata ids."""
    known = [(row, found) for row in rows if (found := _features(query, row)) is not None]
    total = Counter[int | None]()
    for row, _ in known:
        total[group(row.type, row)] += weight(row)
    scored = [
        _weighed(
            row,
            {
                **found,
                "prior": prior(row, total[group(row.type, row)]),
                **nearness(query, row),
                **office(query, row),
                **matched(row),
            },
        )
        for row, found in known
    ]
    return tuple(sorted(scored, key=lambda one: (-one.score, one.row.qid or "~", one.row.source)))


def _weighed(row: Row, features: Mapping[str, Feature]) -> Scored:
    weights = judgement().weights
    total = sum(weights[name] * feature.value for name, feature in features.items())
    return Scored(row, features, round(min(1.0, total), 3))


def _features(query: Query, row: Row) -> dict[str, Feature] | None:
    """All features that need no other row, or None if one of them rules the row out."""
    found = {
        "name": (person_match if row.type == "Person" else name_match)(query, row),
        "type": type_agreement(query, row),
        "country": country_agreement(query, row),
    }
    return {key: value for key, value in found.items() if value} if all(found.values()) else None


def type_agreement(query: Query, row: Row) -> Feature | None:
    """Equal types agree, types that readers confuse nearly do, others rule the row out.

    One that no source tells agrees with nothing, and rules nothing out.
    """
    if group(query.type, row) is None:
        return None
    if not row.typed:
        return Feature(0.0, "its source does not say of what kind it is")
    if group(query.type, row) == group(row.type, row):
        return Feature(1.0, f"a {row.type}")
    return None if query.says else Feature(NEAR, f"a {row.type}, read as {query.type}")


def country_agreement(query: Query, row: Row) -> Feature | None:
    """The country that the entity's words tell must be the row's; else how much the article speaks of that country."""
    if row.country is None:
        return Feature(0.6, "of no one country") if row.matched is None else Feature(0.5, "its country is not told")
    if query.country is not None:
        return Feature(1.0, f"of {row.country}, {query.told}") if query.country == row.country else None
    if row.type == "Country":
        return Feature(0.8, "a country")
    mentions, total = query.context.get(row.country, 0), sum(query.context.values())
    if mentions:
        return Feature(SPOKEN_OF + 0.3 * mentions / total, f"{row.country} is mentioned")
    return Feature(UNSPOKEN_OF, f"{row.country} is not mentioned") if total else Feature(0.5, "no country is mentioned")


def nearness(query: Query, row: Row) -> dict[str, Feature]:
    """Whether a place of the kind that was read lies near another place of the article; nothing if it does not."""
    if row.place is None or query.near is None or group(query.type, row) != group(row.type, row):
        return {}
    found = query.near.nearest(row.place, (row, query.known))
    return {"near": Feature(1.0, f"{found[0]:.0f} km from {found[1].label}")} if found else {}


def matched(row: Row) -> dict[str, Feature]:
    """Whether a reconciliation service is sure itself."""
    return {"match": Feature(1.0, "the service is sure itself")} if row.matched else {}


def weight(row: Row) -> int:
    """How well known a thing is, in inhabitants; hardly, if nobody vouches for it and nothing is told of that."""
    vouched = row.qid is not None and row.method == "gazetteer"
    return row.population or row.sitelinks * SITELINK or (family(row.type).weight if vouched else 1)


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
