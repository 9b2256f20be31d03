"""Accounts of events as pages show them: the words with their parts marked, who says so, and why it was read so."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from pyoxigraph import NamedNode, Store

from converters.explain import ClaimExplanation, LinkReason, Part, explain_claim
from converters.namespaces import EW, PROV

_FROM = (NamedNode(PROV.hadPrimarySource), NamedNode(PROV.wasQuotedFrom))
_SOURCE = NamedNode(EW.source)
MOST = 60
"""Accounts on one page; a query finds the others."""

SIDES = {
    "fact": "Told as fact",
    "claimed": "Claimed",
    "denied": "Denied",
    "unreal": "Planned, wanted, supposed",
}
"""The sides that accounts of an event take, in the order in which they are shown."""

TONES = {
    "publisher_fact": ("fact", "told as fact"),
    "attributed_claim": ("claimed", "claimed"),
    "non_factual": ("unreal", "not said to be so"),
    "asserted_negative": ("denied", "said not to be so"),
}
"""Of each status: the tone of its card, and what it means in a few words."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a sentence; `part` says what it is read as, None for the rest.

    Read as several things, it is the innermost; of equals the trigger.
    """

    text: str
    part: str | None


@dataclass(frozen=True, slots=True)
class Account:
    """A claim, ready to be shown."""

    claim: ClaimExplanation
    pieces: tuple[Piece, ...]
    parts: tuple[Part, ...]
    tone: str
    meaning: str
    denied: bool
    origins: tuple[str, ...] = ()
    """Where it comes from beyond its article: the source that it goes back to, claims that its words are a copy of."""

    @property
    def side(self) -> str:
        """The side it takes: `denied`, or the tone that it is told in."""
        return "denied" if self.denied else self.tone

    @property
    def anchor(self) -> str:
        """Its place on the page."""
        return anchor(self.claim.iri)

    @property
    def article(self) -> str:
        """The IRI of the article that it stands in: a claim's IRI is the article's and a hash."""
        return self.claim.iri.rpartition("/")[0].replace("/claim/", "/article/")

    @property
    def links(self) -> tuple[LinkReason, ...]:
        return tuple(link for link in self.claim.links if link.state != "not_tried")


def anchor(claim: str) -> str:
    """The fragment under which a claim stands on a page."""
    return f"claim-{claim.rpartition('/')[2]}"


def accounts(store: Store, claims: Iterable[str]) -> tuple[Account, ...]:
    """The accounts that claims give, in their order."""
    return tuple(replace(_account(explain_claim(store, claim)), origins=_origins(store, claim)) for claim in claims)


def _origins(store: Store, claim: str) -> tuple[str, ...]:
    """The entities that its origins go back to, and the claims that it is a copy of."""
    found = []
    for predicate in _FROM:
        for quad in store.quads_for_pattern(NamedNode(claim), predicate, None):
            if isinstance(quad.object, NamedNode):
                sources = store.quads_for_pattern(quad.object, _SOURCE, None)
                found += [one.object.value for one in sources if isinstance(one.object, NamedNode)] or [
                    quad.object.value
                ]
    return tuple(dict.fromkeys(found))


def _account(claim: ClaimExplanation) -> Account:
    tone, meaning = TONES[claim.status]
    denied = any(voice.stance == "denies" for voice in claim.voices) or claim.polarity == "negative"
    parts = tuple(part for part in claim.parts if part.part != "trigger")
    return Account(claim, tuple(pieces(claim)), parts, tone, meaning, denied)


def pieces(claim: ClaimExplanation) -> Iterator[Piece]:
    """The sentence, cut wherever a part begins or ends."""
    spans = [
        (part.start - claim.start, part.end - claim.start, part.part)
        for part in claim.parts
        if part.start is not None and part.end is not None
    ]
    inside = [span for span in spans if 0 <= span[0] < span[1] <= len(claim.quote)]
    cuts = sorted({0, len(claim.quote), *(place for start, end, _ in inside for place in (start, end))})
    for start, end in pairwise(cuts):
        covering = [
            (last - first, name != "trigger", name) for first, last, name in inside if first <= start and end <= last
        ]
        yield Piece(claim.quote[start:end], min(covering)[2] if covering else None)
