"""How a name in an article agrees with the names of a row."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from converters.linking.names import skeleton
from converters.linking.nearby import Nearby
from converters.linking.row import Row
from converters.linking.wording import Wording, wording
from converters.linking.wordlists import family


@dataclass(frozen=True, slots=True)
class Query:
    """What the linker knows of an entity. `names` as written, best first; `type` as its words say, else as read.

    `country` is told by the entity's own words, or as `told` says; `context` counts the mentions of countries elsewhere
    in the article, `near` are the places of it that are known, `known` what this entity was known as so far. `title` is
    the office or rank written with a name, `day` that of the article.
    """

    names: tuple[str, ...]
    type: str
    country: str | None
    context: Mapping[str, int]
    says: bool = False
    """Whether the type is told by the words of the name ("Xyz region")."""
    told: str = "as written"
    near: Nearby | None = None
    known: Row | None = None
    title: str | None = None
    day: date | None = None

    @property
    def words(self) -> Wording:
        return wording(self.names[0], self.type)


@dataclass(frozen=True, slots=True)
class Feature:
    """How far one aspect agrees, and the same in words."""

    value: float
    why: str


def name_match(query: Query, row: Row) -> Feature | None:
    """The best name of something that is no person against the row's names: as written, respelled, its proper part."""
    written = query.names[0]
    if _any_bodys(query) and row.country not in (None, *query.context):
        return Feature(0.25, f"{written!r} without a country may be {row.label!r}")
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
    same_kind = group(query.type, row) == group(row.type, row)
    return Feature(1.0, f"{query.names[0]!r} is a wording of {row.label!r}") if same_kind else None


def _any_bodys(query: Query) -> bool:
    """Whether a body is called, without a country, by words that those of many bear ("Department of Health")."""
    return family(query.type).name == "organisation" and query.words.generic and query.country is None


def group(type_: str, row: Row) -> int | None:
    """The number of a type's line in the family of a row, None if it is of another family."""
    return family(row.type).groups.get(type_)
