"""What an article asks of the gazetteer about one of its entities."""

import re
from collections import Counter
from functools import cache

from converters.language.demonyms import demonym_country
from converters.linking.context import told_country
from converters.linking.gazetteer import Gazetteer
from converters.linking.match import Query
from converters.linking.wording import wording
from converters.linking.wordlists import country_named, family, generic, government_seat
from converters.reading.model import Entity, Reading


def query(entity: Entity, reading: Reading, gazetteer: Gazetteer, context: Counter[str]) -> Query:
    """Names, best first, the type that their words and the words around them tell, the country, and the context."""
    names = tuple(dict.fromkeys(_plain_country(name, entity, gazetteer) for name in _ordered(entity)))
    says = _said_type(names, entity, gazetteer) or _said_after(entity, reading.article.body)
    title = entity.title if family(entity.type).name == "person" else None
    return Query(
        names,
        says or entity.type,
        told_country(entity),
        context,
        says is not None,
        title=title,
        day=reading.article.published,
    )


def _ordered(entity: Entity) -> list[str]:
    """A person's fullest name first (most words), others as given."""
    if family(entity.type).name != "person":
        return list(entity.names)
    return sorted(entity.names, key=lambda name: -wording(name, entity.type).core.count(" "))


def _plain_country(name: str, entity: Entity, gazetteer: Gazetteer) -> str:
    """The country's own name for a demonym or a seat of government that the reader took for a country."""
    if entity.type != "Country" or country_named(name):
        return name
    people = name.removeprefix("the ").removeprefix("The ")
    return gazetteer.country_label(demonym_country(people) or government_seat(name)) or name


def _said_type(names: tuple[str, ...], entity: Entity, gazetteer: Gazetteer) -> str | None:
    """The type told by a name's words, unless the whole name is a thing of the type that was read ("Xyz Republic")."""
    groups = family(entity.type).groups
    for name in names:
        told = wording(name, entity.type).says
        if told and not any(groups.get(row.type) == groups.get(entity.type) for row in gazetteer.named(name)):
            return told
    return None


@cache
def _area_words() -> re.Pattern[str]:
    """What follows a bare name that is a region's: "region" itself, or the rest of a list that ends in "regions"."""
    words = generic()["place"]
    name = r"(?:[a-z]+ )?[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?"
    rest = rf"(?:,(?: and| or)? {name}|,? (?:and|or) {name}|,? and [a-z]+ other){{0,6}}"
    one, many = ("|".join(sorted(words[key])) for key in ("after", "plural"))
    return re.compile(rf" (?:{one}|{many})\b|{rest} (?:{many})\b")


def _said_after(entity: Entity, body: str) -> str | None:
    """Region, where a bare name stands in a list that ends in such a word ("Xyz, Uvw and Rst regions")."""
    if family(entity.type).name != "place" or entity.type == "Country":
        return None
    ends = (mention.span.end for mention in entity.mentions if mention.kind == "name")
    return "Region" if any(_area_words().match(body, end) for end in ends) else None
