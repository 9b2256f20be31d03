"""Finds the times that a block tells and resolves them against the publication date.

Wording and word data: `ontology/lexicon/times.yaml`. Meaning: `times_rules`. Tense: `times_tense`. Durations ("for two
weeks") are quantities, not times.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from converters.articles.model import Span
from converters.language.model import OFFSET
from converters.reading.model import TimeExpression
from converters.reading.times_rules import Reference, When, clock_time, resolve
from converters.reading.times_tense import MODIFIERS, lies_ahead
from converters.reading.times_words import TimeWords, time_words
from converters.reading.wordpatterns import Hit

_LONGEST_OPENING = 40
"""Characters before a time in which a word that opens it ("no later than the") is looked for."""


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time expression and the tokens of its block it covers, `first` to `last`, both inclusive."""

    expression: TimeExpression
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one time: one hit, two ends of a stretch ("from … to …"), or a day with its time of day."""

    hit: Hit
    to: Hit | None = None
    clock: Hit | None = None
    lead: int = 0
    """Characters of the opening word ("from")."""

    @property
    def start(self) -> int:
        return min(h.start for h in (self.hit, self.clock) if h) - self.lead

    @property
    def end(self) -> int:
        return max(h.end for h in (self.hit, self.to, self.clock) if h)


def find_times(doc: Doc, published: date | None) -> tuple[TimeMention, ...]:
    """The times of a block in text order. Without a publication date a relative one keeps its words and has no dates."""
    words = time_words()
    hits = [h for h in words.patterns.find(doc.text) if _is_time(doc, h, words)]
    mentions: list[TimeMention] = []
    earlier: tuple[When, ...] = ()
    for wording in _wordings(doc.text, hits, words):
        tokens = _tokens(doc, wording.start, wording.end)
        when = _meaning(wording, Reference(published, lies_ahead(tokens.root), earlier))
        if when is None:
            continue
        earlier = (*earlier, when)
        mentions.append(_mention(doc, wording, tokens.root, when, words))
    return tuple(mentions)


def _tokens(doc: Doc, start: int, end: int) -> TokenSpan:
    found = doc.char_span(start, end, alignment_mode="expand")
    if found is None:
        raise ValueError(f"no tokens between {start} and {end} of a block of {len(doc.text)} characters")
    return found


# --- what is a time


def _is_time(doc: Doc, hit: Hit, words: TimeWords) -> bool:
    """Rules out names ("Good Friday"), verbs ("may", "march") and mere numbers that look like years."""
    tokens = _tokens(doc, hit.start, hit.end)
    if _is_name(doc, hit, tokens, words):
        return False
    if any(name in hit.where and not doc.text[hit.where[name][0]].isupper() for name in ("month", "weekday", "weekday2")):
        return False
    if hit.rule == "month" and set(hit.parts) == {"month"}:
        return tokens[-1].pos_ == "PROPN"
    if hit.rule == "year" and set(hit.parts) == {"year"}:
        return _is_year(tokens, words)
    return hit.rule != "season" or tokens[-1].dep_ != "compound"


def _is_name(doc: Doc, hit: Hit, tokens: TokenSpan, words: TimeWords) -> bool:
    around = doc.text[max(0, hit.start - 8) : hit.end + 12].lower()
    if any(name in around for name in words.names):
        return True
    entity = next((t for t in tokens if t.ent_type_ in words.entities), None)
    if entity is None:
        return False
    outside = [t for t in doc if t.ent_type_ == entity.ent_type_ and (t.i < tokens.start or t.i >= tokens.end)]
    return any(abs(t.i - edge) == 1 for t in outside for edge in (tokens.start, tokens.end - 1))


def _is_year(tokens: TokenSpan, words: TimeWords) -> bool:
    token = tokens[0]
    if token.dep_ == "nummod" and token.head.tag_ in {"NNS", "NNPS"}:
        return False
    before = token.nbor(-1).lower_ if token.i else ""
    return token.ent_type_ == "DATE" or (before in words.year_after and token.dep_ != "nummod")


# --- which hits are one time


def _wordings(text: str, hits: Sequence[Hit], words: TimeWords) -> Iterator[Wording]:
    """Joins hits that tell one time: the ends of a stretch, a day and its time of day."""
    rest = list(hits)
    while rest:
        hit, *rest = rest
        if text[hit.start - 1 : hit.start] == "-":
            continue  # the tail of a compound such as "post-2014"
        following = rest[0] if rest else None
        gap = " ".join(text[hit.end : following.start].lower().split()) if following else None
        if following and gap in words.clock_gaps and (hit.rule == "clock") != (following.rule == "clock"):
            day, clock = (following, hit) if hit.rule == "clock" else (hit, following)
            yield Wording(day, clock=clock)
            rest = rest[1:]
        elif following and _is_stretch(text, hit, gap, words):
            lead = words.opens.search(text, 0, hit.start)
            yield Wording(hit, to=following, lead=hit.start - lead.start() if lead else 0)
            rest = rest[1:]
        else:
            yield Wording(hit)


def _is_stretch(text: str, hit: Hit, gap: str | None, words: TimeWords) -> bool:
    if hit.rule == "clock":
        return False
    opening = words.opens.search(text, 0, hit.start)
    paired = opening and words.paired.get(opening["phrase"].lower())
    return gap == paired if paired else gap in words.ranges


# --- what they mean


def _meaning(wording: Wording, reference: Reference) -> When | None:
    if wording.to is not None:
        return _stretch(wording.hit, wording.to, reference)
    when = resolve(wording.hit.rule, wording.hit.parts, reference)
    if when is None or wording.clock is None:
        return when
    clock, precision = clock_time(wording.clock.parts)
    if when.day is None or when.start != when.end:
        return replace(when, precision=precision)
    return When(f"{when.start}T{clock}", f"{when.start}T{clock}", precision, when.basis)


def _stretch(first: Hit, last: Hit, reference: Reference) -> When | None:
    """From the start of one time to the end of the other; each leans on the other where only one says its year."""
    end = resolve(last.rule, last.parts, reference)
    start = resolve(first.rule, first.parts, reference)
    if start is None or end is None:
        return None
    if start.basis == "explicit" and start.day is not None and end.basis != "explicit":
        end = resolve(last.rule, last.parts, Reference(start.day, True, reference.earlier)) or end
    elif end.day is not None and start.basis != "explicit" or "year" not in first.parts:
        limit = date.fromisoformat(end.end) if end.day is not None and end.end is not None else None
        start = resolve(first.rule, first.parts, Reference(limit, False, reference.earlier)) or start
    explicit = start.basis == end.basis == "explicit" or (end.basis == "explicit" and "year" in last.parts)
    ordered = start.start is None or end.end is None or start.start <= end.end or start.day is None
    if not ordered:
        return None
    return When(start.start, end.end, "interval", "explicit" if explicit else end.basis)


@dataclass(frozen=True, slots=True)
class Opening:
    """Words that open one end of a time ("since", "until", "from … on"): `keeps` is the end that stays; `start` and `end` with them."""

    keeps: Literal["start", "end"]
    start: int
    end: int


def _opening(text: str, wording: Wording, modifies: bool, words: TimeWords) -> Opening | None:
    window = max(0, wording.start - _LONGEST_OPENING), wording.start
    opens = words.opens.search(text, *window)
    if opens and (onward := words.onward.match(text, wording.end)):
        return Opening("start", opens.start(), onward.end())
    if modifies or wording.to is not None:
        return None
    if begins := words.begins.search(text, *window):
        return Opening("start", begins.start(), wording.end)
    if ends := words.ends.search(text, *window):
        return Opening("end", ends.start(), wording.end)
    return None


def _opened(when: When, opening: Opening) -> When:
    if when.start is None and when.end is None:
        return when
    if opening.keeps == "start":
        return replace(when, end=None, precision="interval")
    return replace(when, start=None, precision="interval")


def _mention(doc: Doc, wording: Wording, root: Token, when: When, words: TimeWords) -> TimeMention:
    opening = _opening(doc.text, wording, root.dep_ in MODIFIERS, words)
    start, end = (opening.start, opening.end) if opening else (wording.start, wording.end)
    told = _opened(when, opening) if opening else when
    offset: int = doc.user_data[OFFSET]
    covered = _tokens(doc, start, end)
    expression = TimeExpression(Span(offset + start, offset + end), told.start, told.end, told.precision, told.basis)
    return TimeMention(expression, covered.start, covered.end - 1)
