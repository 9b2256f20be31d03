"""An edition seen from its claims: who says each, for which country, about which event, and what it has as content."""

import re
from collections.abc import Iterator, Mapping, Sequence

from converters.articles.model import Span
from converters.fusion.cluster import Summary
from converters.fusion.facets import Facet, facets
from converters.fusion.model import ClaimRef, Event
from converters.iris import unnamed_publisher
from converters.linking.model import LinkedReading
from converters.reading.model import Claim, Quantity

WORD = re.compile(r"\w+")
DOERS = frozenset({"agent"})
PLACES = frozenset({"place"})
ALIKE = 0.6
"""Share of words that two sentences of one speaker have in common when they are the same sentence, told twice."""


class Voices:
    """Looks up claims of joined readings.

    `parts` are accounts of the events that take part in what a claim is about, `summaries` what all accounts of an
    event say together.
    """

    def __init__(
        self,
        readings: Sequence[LinkedReading],
        events: Sequence[Event],
        parts: Mapping[ClaimRef, Sequence[ClaimRef]],
        summaries: Mapping[str, Summary],
    ) -> None:
        self.readings = readings
        self.events = events
        self.about = {ref: event for event in events for ref in event.claims}
        self._parts = parts
        self._summaries = summaries
        self._sentences: dict[tuple[int, Span], tuple[str, ...]] = {}

    def summary(self, event: Event) -> Summary:
        return self._summaries[event.key]

    def claim(self, ref: ClaimRef) -> Claim:
        return self.readings[ref[0]].reading.claims[ref[1]]

    def doers(self, ref: ClaimRef) -> frozenset[Facet]:
        """Who does it, as a claim tells it."""
        return frozenset(self._named(ref, DOERS))

    def speakers(self, ref: ClaimRef) -> frozenset[Facet]:
        """Who says it, as facets; none if that is the publisher."""
        source = self._source(ref)
        return frozenset() if source is None else frozenset(facets(self.readings[ref[0]], source))

    def disowned(self, ref: ClaimRef) -> frozenset[Facet]:
        """The doer that the innermost voice of a claim says it is not."""
        return self.doers(ref) & self.speakers(ref) if is_denied(self.claim(ref)) else frozenset()

    def spots(self, ref: ClaimRef) -> frozenset[Facet]:
        """The towns and villages where a claim places it."""
        return frozenset(facet for facet in self._named(ref, PLACES) if facet.startswith("spot:"))

    def _named(self, ref: ClaimRef, roles: frozenset[str]) -> Iterator[Facet]:
        linked = self.readings[ref[0]]
        for role in self.claim(ref).roles:
            if role.entity is not None and role.role in roles:
                yield from facets(linked, role.entity)

    def order(self, ref: ClaimRef) -> tuple[str, ClaimRef]:
        """Articles in the order of their dates, those without one first."""
        published = self.readings[ref[0]].reading.article.published
        return published.isoformat() if published else "", ref

    def voice(self, ref: ClaimRef) -> str:
        """The innermost source; a publisher without a name is its article's."""
        source = self._source(ref)
        if source is None:
            return f"article {ref[0]} {'' if len(self.claim(ref).voices) == 1 else 'unnamed'}"
        return self.readings[ref[0]].identities[source].key

    def source(self, ref: ClaimRef) -> str:
        """The key of the innermost source that bears a name or is of a country, or else of the publisher."""
        linked = self.readings[ref[0]]
        reading = linked.reading
        cited = (voice.source for voice in reversed(self.claim(ref).voices) if voice.source is not None)
        known = (one for one in cited if reading.entities[one].names or linked.identities[one].country)
        source = next(known, reading.publisher)
        return unnamed_publisher(reading.article) if source is None else linked.identities[source].key

    def sentence(self, ref: ClaimRef) -> tuple[str, ...]:
        """The words of the sentence that a claim was read from."""
        place = ref[0], self.claim(ref).evidence
        if place not in self._sentences:
            body = self.readings[ref[0]].reading.article.body
            self._sentences[place] = tuple(WORD.findall(place[1].of(body).lower()))
        return self._sentences[place]

    def country(self, ref: ClaimRef) -> str | None:
        """The country that the innermost source belongs to."""
        source = self._source(ref)
        if source is None:
            return None
        linked = self.readings[ref[0]]
        return linked.identities[source].country or linked.reading.entities[source].country

    def contents(self, ref: ClaimRef) -> Iterator[Event]:
        """The events that a claim's event is about."""
        return (self.about[part] for part in self._parts.get(ref, ()))

    def told_as_real(self, ref: ClaimRef) -> bool:
        """Somebody says that it happened, or happens."""
        claim = self.claim(ref)
        told = claim.status in {"publisher_fact", "attributed_claim"} and claim.polarity == "positive"
        return told and claim.voices[-1].stance != "denies"

    def same_sentence(self, a: ClaimRef, b: ClaimRef) -> bool:
        return a[0] == b[0] and self.claim(a).evidence == self.claim(b).evidence

    def copied(self, a: ClaimRef, b: ClaimRef) -> bool:
        """Two articles carry the same sentence."""
        mine, yours = (set(self._words(ref)) for ref in (a, b))
        return len(mine & yours) >= ALIKE * len(mine | yours)

    def _words(self, ref: ClaimRef) -> list[str]:
        body = self.readings[ref[0]].reading.article.body
        return [word for span in quoted(self.claim(ref)) for word in WORD.findall(span.of(body).lower())]

    def _source(self, ref: ClaimRef) -> int | None:
        return self.claim(ref).voices[-1].source


def is_denied(claim: Claim) -> bool:
    """Whether the innermost voice says that it is not so."""
    return claim.voices[-1].stance == "denies" or claim.polarity == "negative"


def word_of(claim: Claim) -> str:
    """The word of the lexicon that a claim was read from."""
    return claim.entry.rpartition("/")[2].partition(" (")[0]


def quoted(claim: Claim) -> list[Span]:
    """What the innermost voice says in the sentence of a claim, or the whole sentence."""
    sentence = claim.evidence
    said = [span for span in claim.voices[-1].content if span.overlaps(sentence)]
    return [Span(max(s.start, sentence.start), min(s.end, sentence.end)) for s in said] or [sentence]


def counts_clash(a: Claim, b: Claim) -> bool:
    """Both count the same thing, and their figures cannot both be right."""
    return any(q.of == other.of and _apart(q, other) for q in a.quantities for other in b.quantities)


def _apart(a: Quantity, b: Quantity) -> bool:
    (low, high), (least, most) = _interval(a), _interval(b)
    return high < least or most < low


def _interval(quantity: Quantity) -> tuple[float, float]:
    """The smallest and the largest number that the words allow."""
    if quantity.low is None and quantity.high is None and quantity.value is not None:
        return quantity.value, quantity.value
    low = float("-inf") if quantity.low is None else quantity.low
    return low, float("inf") if quantity.high is None else quantity.high
