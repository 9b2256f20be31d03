"""What reading one article yields: entities with their mentions, and claims with the words they stand in.

All values are local to one article. `entity` and `event` numbers are positions in `Reading.entities`
and shared numbers of events; IRIs come later (`converters.iris`). `None` always means: the text does not say.
Role names, stances and the other closed vocabularies are the contract's (ontology/modules/vocabularies.ttl).
"""

from dataclasses import dataclass
from typing import Literal

from converters.articles.model import Article, Span

MentionKind = Literal["name", "nominal", "pronoun", "demonym"]
Stance = Literal[
    "asserts", "reports", "denies", "confirms", "hedges", "predicts", "demands", "offers", "desires", "does_not_assert"
]
Modality = Literal["actual", "claimed", "planned", "conditional", "hypothetical", "desired"]
Polarity = Literal["positive", "negative"]
Status = Literal["publisher_fact", "attributed_claim", "non_factual", "asserted_negative"]
Precision = Literal[
    "minute", "hour", "day", "night", "week", "month", "season", "year", "decade", "interval", "unspecified"
]
Basis = Literal["explicit", "relative", "inferred", "none"]
Bound = Literal["exact", "approximate", "more_than", "at_least", "less_than", "at_most", "nearly", "vague"]


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that stand for an entity. `title` is the office or rank that is written right before a name."""

    span: Span
    kind: MentionKind
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """One referent within an article: `type` is a local name of an ontology class (Person, City, MilitaryUnit, …).

    `names` are its proper names as written, longest first; empty for what is only described ("seven people").
    `country` is an ISO 3166 alpha-2 code where the words themselves give it ("Russia's Defense Ministry" -> RU).
    `title` is an office or rank written with the name.
    """

    type: str
    label: str
    names: tuple[str, ...]
    mentions: tuple[Mention, ...]
    country: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time as written and its meaning; both ends inclusive, ISO date, minute or --MM-DD, None = open or unknown."""

    span: Span
    start: str | None
    end: str | None
    precision: Precision
    basis: Basis


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as written: `of` is what is counted in one word, open ends are None, `value` the number named."""

    span: Span
    of: str
    value: float | None
    low: float | None
    high: float | None
    bound: Bound
    unit: str | None


@dataclass(frozen=True, slots=True)
class Voice:
    """One link of the attribution chain. The publisher is the first and has no span.

    `source` is an entity number (None: the source is not named), `span` the source as written there,
    `cue` the reporting word or phrase, `content` the spans of what is said, `medium` a name.
    """

    source: int | None
    span: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    medium: str | None
    stance: Stance


@dataclass(frozen=True, slots=True)
class Role:
    """A participant: exactly one of `entity` and `event` is given. `inferred` = not in the words."""

    role: str
    entity: int | None
    event: int | None
    span: Span | None
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class Claim:
    """What one voice says about one event in one passage."""

    event: int
    type: str
    trigger: Span
    evidence: Span
    roles: tuple[Role, ...]
    time: TimeExpression | None
    quantities: tuple[Quantity, ...]
    voices: tuple[Voice, ...]
    modality: Modality
    polarity: Polarity
    status: Status
    entry: str = ""
    """Which lexicon entry fired, for `explain`."""


@dataclass(frozen=True, slots=True)
class Reading:
    """An article read: `publisher` is an entity number where the text names its publisher."""

    article: Article
    publisher: int | None
    entities: tuple[Entity, ...]
    claims: tuple[Claim, ...]
