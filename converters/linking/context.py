"""Which countries an article speaks of: the context in which its other names are understood."""

from collections import Counter
from collections.abc import Sequence

from converters.language.demonyms import demonym_country
from converters.linking.gazetteer import Gazetteer
from converters.linking.score import SMOOTHING, weight
from converters.linking.wording import wording
from converters.linking.wordlists import country_named, family
from converters.reading.model import Entity

DOMINANT = 0.8
"""Share from which the best known bearer of a place's name tells its country to the rest of the article."""


def context_of(entities: Sequence[Entity], gazetteer: Gazetteer) -> tuple[Counter[str], ...]:
    """For each entity, how often its mentions speak of which country (ISO 3166 alpha-2)."""
    return tuple(_countries(entity, gazetteer) for entity in entities)


def _countries(entity: Entity, gazetteer: Gazetteer) -> Counter[str]:
    country = told_country(entity) or _place_country(entity, gazetteer)
    return Counter({country: max(1, len(entity.mentions))}) if country else Counter()


def told_country(entity: Entity) -> str | None:
    """The country that the entity's own words tell: as read, in its name, or in the title that goes with it."""
    if entity.country:
        return entity.country
    for name in entity.names:
        if family(entity.type).name == "organisation" and (country := wording(name, entity.type).country):
            return country
    words = (entity.title or "").split()
    groups = [" ".join(words[start:end]) for start in range(len(words)) for end in range(start + 1, len(words) + 1)]
    told = (country_named(group) or demonym_country(group) for group in groups)
    return next(filter(None, told), None)


def _place_country(entity: Entity, gazetteer: Gazetteer) -> str | None:
    """The country of a country, people or place whose name has one bearer by far."""
    for name in entity.names:
        if entity.type in ("Country", "PersonGroup") and (country := country_named(name) or demonym_country(name)):
            return country
    if family(entity.type).name != "place":
        return None
    rows = [row for name in entity.names[:1] for row in gazetteer.find(name, entity.type)]
    best = max(rows, key=weight, default=None)
    return best.country if best and weight(best) >= DOMINANT * (sum(map(weight, rows)) + SMOOTHING) else None
