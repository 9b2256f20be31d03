"""A mention before it has an entity, and the facts about names that hold for the whole article."""

from dataclasses import dataclass

from converters.articles.model import Span
from converters.language.model import span_between
from converters.language.tree import Doc, Token
from converters.reading.model import MentionKind

PLACES = frozenset({"City", "Village", "Region", "Area", "Sea", "River", "Island", "Mountain", "Facility"})
BODIES = frozenset(
    {"Organisation", "GovernmentBody", "MilitaryUnit", "ArmedGroup", "PoliticalParty", "Publisher", "NewsAgency"}
)


@dataclass(frozen=True, slots=True)
class Found:
    """Tokens `first`..`last` (inclusive) of a block that stand for something of a type, with the token that heads them.

    `name` is the proper name without article, possessive and country ("Defense Ministry"), None for descriptions;
    `country` an ISO code given by the words; `title` an office written with the name; `sure` the type is written there.
    `written` is the mention's span in the body (a demonym may be part of a token: "U.S.-led").
    """

    doc: Doc
    first: int
    last: int
    head: Token
    kind: MentionKind
    type: str
    name: str | None = None
    country: str | None = None
    title: str | None = None
    sure: bool = False
    part: Span | None = None

    @property
    def span(self) -> Span:
        return self.part or span_between(self.doc[self.first], self.doc[self.last])

    @property
    def place(self) -> int:
        """Where its head stands in the body."""
        return self.head.start


def head_of(doc: Doc, first: int, last: int) -> Token:
    """The syntactic head of a stretch of tokens."""
    return doc.part(first, last + 1).root
