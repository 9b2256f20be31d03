"""Keys of things that have no identifier elsewhere: the same for the same thing in every article."""

from converters.linking.match import Query
from converters.linking.names import skeleton
from converters.linking.wordlists import country_named, family, generic, government_seat, usual_name
from converters.reading.model import Entity


def own_key(entity: Entity, asked: Query, digest: str) -> str:
    """A key from the name and family of an entity.

    What is only described, and a person of whom only a surname is given, is known within its article alone: two
    articles that speak of "a soldier" or of a Smith do not speak of the same one.
    """
    if not asked.names or not skeleton(asked.names[0]):
        return f"d-{digest}-{_first(entity)}"
    if country := government(entity, asked):
        return f"government-{country.lower()}"
    words, kind = asked.words, family(asked.type).name
    if kind == "organisation" and (usual := next(filter(None, map(usual_name, asked.names)), None)):
        return f"n-{skeleton(usual).replace(' ', '-')}-{kind}"
    country = words.country or (asked.country if words.generic else None)
    parts = [words.core.replace(" ", "-"), country.lower() if country else "", kind]
    if kind == "person" and " " not in words.core:
        parts.append(digest)
    return "-".join(["n", *filter(None, parts)])


def _first(entity: Entity) -> str:
    """Where an entity is first mentioned; one that the text never mentions is told apart by its type and label."""
    if not entity.mentions:
        return f"{entity.type}-{skeleton(entity.label).replace(' ', '-')}".casefold().rstrip("-")
    first = min(mention.span for mention in entity.mentions)
    return f"{first.start}-{first.end}"


def government(entity: Entity, asked: Query) -> str | None:
    """The country whose government this is: "the Xyz government", or its capital standing for it."""
    if entity.type != "GovernmentBody" or not asked.names:
        return None
    words = asked.words
    if words.core == generic()["organisation"]["government"]:
        return words.country or asked.country
    seats = {seat for name in asked.names if not country_named(name) and (seat := government_seat(name))}
    return seats.pop() if len(seats) == 1 else None
