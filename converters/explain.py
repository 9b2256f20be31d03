"""Why a release says what it says of a claim, event, entity or article; asked by `ontology/queries/explain/*.rq`."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple

from pyoxigraph import NamedNode, Store

from converters.errors import BadInput
from converters.query import rows
from converters.resources import resource

Kind = Literal["claim", "event", "entity", "article"]
_KINDS: dict[str, Kind] = {"claim": "claim", "event": "event", "entity": "entity", "article": "article"}


@dataclass(frozen=True, slots=True)
class Part:
    """Words of a claim: `part` says what they are (trigger, a role, time, quantity), `value` what was made of them."""

    part: str
    text: str | None
    start: int | None
    end: int | None
    iri: str | None
    label: str | None
    value: str | None


@dataclass(frozen=True, slots=True)
class VoiceLink:
    """One link of a chain of voices, as told; `source` is the entity's IRI."""

    depth: int
    source: str | None
    label: str | None
    text: str | None
    stance: str
    cue: str | None
    medium: str | None


class Tenure(NamedTuple):
    """An office with its time (ISO 8601); `still` is the last time at which it is known to be held."""

    label: str | None
    start: str | None
    end: str | None
    still: str | None
    source: str | None


class Whole(NamedTuple):
    """An item of which a linked thing is a part, with its label where the release speaks of it."""

    iri: str
    label: str | None


@dataclass(frozen=True, slots=True)
class LinkReason:
    """An entity's link to what is known about it elsewhere, and why it was made or not."""

    entity: str
    label: str | None
    state: str
    target: str | None
    score: str | None
    reason: str | None
    origin: str | None


@dataclass(frozen=True, slots=True)
class RelatedClaim:
    """Another claim that denies, contradicts, bears out … this one, or (`from_this`) the other way round."""

    relation: str
    from_this: bool
    claim: str
    about: str
    article: str
    who: str
    quote: str


@dataclass(frozen=True, slots=True)
class ClaimExplanation:
    """A claim in words: the sentence at `start` of the article, its parts, voices, links and lexicon entries."""

    iri: str
    article: str
    published: str | None
    event: str
    cls: str
    status: str
    modality: str
    polarity: str
    quote: str
    start: int
    parts: tuple[Part, ...]
    voices: tuple[VoiceLink, ...]
    links: tuple[LinkReason, ...]
    entries: tuple[str, ...]
    relations: tuple[RelatedClaim, ...]


@dataclass(frozen=True, slots=True)
class Saying:
    """A claim in an entry of the ledger: how it tells what the entry is about, who says so, when, in which words."""

    how: str
    claim: str
    who: str
    article: str
    published: str | None
    quote: str


@dataclass(frozen=True, slots=True)
class Standing:
    """How an event, or the property `aspect` of it, stands: the verdict, its rule in words, what it rests on."""

    entry: str
    aspect: str | None
    standing: str
    origins: int | None
    rule: str
    reason: str
    sayings: tuple[Saying, ...]


@dataclass(frozen=True, slots=True)
class FigureRange:
    """What `counts` differing counts of one thing come to, by a rule; `total`: they are running totals."""

    figure: str
    counted: str
    unit: str | None
    low: str
    best: str | None
    high: str
    total: bool
    rule: str
    reason: str
    counts: int


@dataclass(frozen=True, slots=True)
class Explanation:
    """What `explain` tells: a node, what it is called, and the claims that speak of it (of a claim: itself).

    `reasons` tell why several accounts are held to be of one event; `ledger` and `figures` are an event's, `tenures` a
    linked person's, `wholes` those of which a linked thing is a part.
    """

    iri: str
    kind: Kind
    label: str | None
    names: tuple[str, ...]
    types: tuple[str, ...]
    reasons: tuple[str, ...]
    links: tuple[LinkReason, ...]
    claims: tuple[ClaimExplanation, ...]
    ledger: tuple[Standing, ...] = ()
    figures: tuple[FigureRange, ...] = ()
    tenures: tuple[Tenure, ...] = ()
    wholes: tuple[Whole, ...] = ()


def explain(store: Store, iri: str) -> Explanation:
    """Everything the release knows about why `iri` is in it. Raises BadInput if the release does not know `iri`."""
    kind = kind_of(store, iri)
    node = _look_up(store, "node", iri)
    claims = (iri,) if kind == "claim" else claims_of(store, iri)
    return Explanation(
        iri,
        kind,
        node[0].get("label") if node else None,
        _distinct(row.get("name") for row in node),
        _distinct(row.get("type") for row in node),
        _distinct(row.get("reason") for row in node),
        () if kind == "claim" else _links(store, iri),
        tuple(explain_claim(store, claim) for claim in claims),
        standings_of(store, iri) if kind == "event" else (),
        figures_of(store, iri) if kind == "event" else (),
        tenures_of(store, iri) if kind == "entity" else (),
        wholes_of(store, iri) if kind == "entity" else (),
    )


def kind_of(store: Store, iri: str) -> Kind:
    """What `iri` is in the release. Raises BadInput if it is no IRI, or none of the release."""
    found = [row["kind"] for row in _look_up(store, "kind", iri)]
    if not found:
        raise BadInput(f"{iri}: no claim, event, entity or article of this release has this IRI")
    return _KINDS[found[0]]


def reasons_of(store: Store, iri: str) -> tuple[str, ...]:
    """Why several accounts are held to be of the event `iri`, in words."""
    return _distinct(row.get("reason") for row in _look_up(store, "node", iri))


def claims_of(store: Store, iri: str) -> tuple[str, ...]:
    """The claims about an event, of an article, or that name an entity, in the order of the articles."""
    return tuple(dict.fromkeys(row["claim"] for row in _look_up(store, "claims", iri)))


def links_of(store: Store, iri: str) -> tuple[LinkReason, ...]:
    """The links of an entity, or of all entities that a claim names."""
    return _links(store, iri)


def tenures_of(store: Store, iri: str) -> tuple[Tenure, ...]:
    """The offices that a person held, as the source of the link tells them."""
    keys = ("label", "start", "end", "still", "source")
    return tuple(Tenure(*(row.get(key) for key in keys)) for row in _look_up(store, "tenures", iri))


def wholes_of(store: Store, iri: str) -> tuple[Whole, ...]:
    """The items of which an entity is a part, as the source of the link tells them."""
    return tuple(Whole(row["whole"], row.get("label")) for row in _look_up(store, "wholes", iri))


def standings_of(store: Store, iri: str) -> tuple[Standing, ...]:
    """How an event and its properties stand, the event first."""
    entries: dict[str, list[dict[str, str]]] = {}
    for row in _look_up(store, "ledger", iri):
        entries.setdefault(row["entry"], []).append(row)
    return tuple(_standing(entry, told) for entry, told in entries.items())


def figures_of(store: Store, iri: str) -> tuple[FigureRange, ...]:
    """What the counts in the accounts of an event come to."""
    return tuple(_figure(row) for row in _look_up(store, "figures", iri))


def explain_claim(store: Store, iri: str) -> ClaimExplanation:
    """The claim `iri` in words. Raises BadInput if it lacks what every claim has."""
    found = _look_up(store, "claim", iri)
    if not found:
        raise BadInput(f"{iri}: the claim is not complete; run `eventwire validate`")
    claim = found[0]
    words = _passages(store, iri)
    return ClaimExplanation(
        iri,
        claim["article"],
        claim.get("published"),
        claim["event"],
        claim["class"],
        claim["status"],
        claim["modality"],
        claim["polarity"],
        claim["quote"],
        int(claim["start"]),
        _parts(store, iri, words),
        tuple(_voice(row, words) for row in _look_up(store, "voices", iri)),
        _links(store, iri),
        _distinct(row.get("entry") for row in found),
        tuple(_related(row) for row in _look_up(store, "relations", iri)),
    )


def _passages(store: Store, claim: str) -> dict[str, dict[str, str]]:
    """The words that the parts and voices of a claim stand in, by passage."""
    return {row["passage"]: row for row in _look_up(store, "passages", claim)}


def _parts(store: Store, claim: str, words: Mapping[str, dict[str, str]]) -> tuple[Part, ...]:
    """The parts of a claim in the order of the words; those that stand in no words come first."""
    found = (_part(row, words.get(row.get("passage", ""), {})) for row in _look_up(store, "parts", claim))
    return tuple(sorted(found, key=_place))


def _place(part: Part) -> tuple[int, int, str, str]:
    start, end = (-1 if place is None else place for place in (part.start, part.end))
    return start, end, part.part, part.iri or ""


def _part(row: dict[str, str], words: dict[str, str]) -> Part:
    start, end = (int(words[key]) if key in words else None for key in ("start", "end"))
    return Part(row["part"], words.get("text"), start, end, row.get("is"), row.get("label"), row.get("value"))


def _voice(row: dict[str, str], words: Mapping[str, dict[str, str]]) -> VoiceLink:
    named, cue = (words.get(row.get(key, ""), {}).get("text") for key in ("named", "cue"))
    kept = {key: row.get(key) for key in ("source", "label", "medium")}
    return VoiceLink(int(row["depth"]), stance=row["stance"], text=named, cue=cue, **kept)


def _standing(entry: str, told: list[dict[str, str]]) -> Standing:
    first = told[0]
    origins = int(first["origins"]) if "origins" in first else None
    sayings = (
        Saying(row["how"], row["claim"], row["who"], row["article"], row.get("published"), row["quote"]) for row in told
    )
    verdict, rule, reason = (first[key] for key in ("standing", "rule", "reason"))
    return Standing(entry, first.get("aspect"), verdict, origins, rule, reason, tuple(sayings))


def _figure(row: dict[str, str]) -> FigureRange:
    return FigureRange(
        row["figure"],
        row["counted"],
        row.get("unit"),
        row["low"],
        row.get("best"),
        row["high"],
        row.get("total") == "true",
        row["rule"],
        row["reason"],
        int(row["counts"]),
    )


def _related(row: dict[str, str]) -> RelatedClaim:
    told = (row[key] for key in ("other", "about", "article", "who", "quote"))
    return RelatedClaim(row["relation"], row["from"] == "this", *told)


def _links(store: Store, iri: str) -> tuple[LinkReason, ...]:
    keys = ("label", "target", "score", "reason", "origin")
    return tuple(
        LinkReason(row["entity"], state=row["state"], **{key: row.get(key) for key in keys})
        for row in _look_up(store, "links", iri)
    )


def _distinct(values: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))


def _look_up(store: Store, query: str, iri: str) -> list[dict[str, str]]:
    try:
        this = NamedNode(iri)
    except ValueError as error:
        raise BadInput(f"{iri}: not an IRI: {error}") from error
    return list(rows(store, _sparql(query), this))


@cache
def _sparql(name: str) -> str:
    return resource("ontology", "queries", "explain", f"{name}.rq").read_text(encoding="utf-8")
