"""Which rows an entity may be, and which one it certainly is, if any."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from converters.linking.judgement import Thresholds, judgement
from converters.linking.match import Query
from converters.linking.row import Row
from converters.linking.score import SPOKEN_OF, UNSPOKEN_OF, Scored, score, weight
from converters.linking.wordlists import family

Find = Callable[[str, str], tuple[Row, ...]]
"""The rows that a name of something of a type may stand for."""


def candidates(asked: Query, find: Find) -> tuple[Scored, ...]:
    """The rows that any of the names may stand for, best first; a person's full name alone decides."""
    names = asked.names[:1] if family(asked.type).name == "person" else asked.names
    found: dict[Row, Scored] = {}
    for name in names:
        for one in score(replace(asked, names=(name,)), find(name, asked.type)):
            found[one.row] = max(one, found.get(one.row, one), key=lambda scored: scored.score)
    kept = _less_far_bynames(asked, list(found.values()))
    return tuple(sorted(kept, key=lambda one: (-one.score, one.row.qid or "~", one.row.source)))


def _less_far_bynames(asked: Query, found: list[Scored]) -> list[Scored]:
    """Less what has the name as a by-name in a country not spoken of, if what is called so lies in one that is."""
    if not any(one.row.label in asked.names and one.features["country"].value >= SPOKEN_OF for one in found):
        return found
    return [one for one in found if one.row.label in asked.names or one.features["country"].value > UNSPOKEN_OF]


def settled(scored: Sequence[Scored], limits: Thresholds) -> Scored | None:
    """The best row, if it is good enough and no other comes near.

    A place without a Wikidata id must also lie in a country that the article speaks of: villages bear all names.
    What no source tells the kind of is never certain.
    """
    if not scored or scored[0].score < limits.linked or not scored[0].row.typed:
        return None
    best, *others = scored
    if any(best.score - other.score < limits.margin and not _outshone(other, best) for other in others):
        return None
    elsewhere = best.row.qid is None and best.features["country"].value < SPOKEN_OF
    return None if elsewhere else best


def _outshone(other: Scored, best: Scored) -> bool:
    """Whether a little place has no claim to a name that a great one is known by, as it is near nothing else named."""
    rules = judgement()
    return (
        other.row.qid is None
        and "near" not in other.features
        and best.features["prior"].value >= rules.share
        and weight(best.row) >= rules.rival * weight(other.row)
    )
