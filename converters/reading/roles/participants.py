"""What the reader asks of an article's entities when it fills a role: which one a word stands for, of which type."""

from collections.abc import Callable
from dataclasses import dataclass

from converters.articles.model import Span
from converters.language.tree import Token

SETTLED = frozenset({"Country", "Region", "City", "Village", "Island"})
"""Types of place that an event on them happens in: what hits a town happens there."""
PLACE_TYPES = SETTLED | {"Place", "Area", "Sea", "River", "Mountain", "Facility"}
SCENERY = PLACE_TYPES - {"Place", "Country", "Region", "City"}
"""Types of place that never stand for those who live or rule there."""
PEOPLE = frozenset({"Person", "PersonGroup"})
"""Types of those who are no means to anything."""
ACTORS = PEOPLE | {"Country", "MilitaryUnit", "Organisation", "GovernmentBody", "ArmedGroup", "PoliticalParty"}
"""Types of those who can do something and be blamed for it."""
MEANS = frozenset({"Weapon"})
"""Types of thing that act only in somebody's hands: as doers they are instruments."""
HARMFUL = PEOPLE | MEANS | {"MilitaryUnit", "ArmedGroup"}
"""Types of those who do harm rather than that it is done where they are."""
CRAFT = frozenset({"Vehicle", "Vessel", "Aircraft"})
"""Types of thing that are a means where they only name the kind of an event ("car bombing")."""


@dataclass(frozen=True, slots=True)
class Participants:
    """Access to the article's entities by head word: number and type, and the span of the words."""

    number: Callable[[Token], int | None]
    span: Callable[[Token], Span]
    type: Callable[[int], str]

    def type_of(self, token: Token) -> str | None:
        """The type of the entity that a word stands for, None if it stands for none."""
        number = self.number(token)
        return None if number is None else self.type(number)

    def same(self, a: Token, b: Token) -> bool:
        """Whether two words stand for one entity."""
        return self.number(a) is not None and self.number(a) == self.number(b)

    def is_place(self, token: Token) -> bool:
        return self.type_of(token) in PLACE_TYPES
