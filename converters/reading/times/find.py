"""Finds the times that a block tells and resolves them against the publication date.

Wording and word data: `ontology/lexicon/times.yaml`. Meaning: `times_rules`. Tense: `times_tense`. Durations ("for two
weeks") are quantities, not times.
"""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from converters.articles.model import Span
from converters.language.tree import Doc, Token
from converters.reading.model import TimeExpression
from converters.reading.times.apart import dated, known_by, landmark, moved, told_before
from converters.reading.times.hits import Wording, find_wordings, tokens_of
from converters.reading.times.model import Reference, When, undated
from converters.reading.times.openings import clause_opening, is_near, opened, opening_of
from converters.reading.times.rules import clock_time, resolve
from converters.reading.times.tense import lies_ahead
from converters.reading.times.words import TimeWords, time_words
from converters.reading.wordpatterns import Hit


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time expression and the tokens of its block that it covers, `first` to `last`, both inclusive."""

    expression: TimeExpression
    first: int
    last: int


@dataclass(slots=True)
class Dated:
    """What the blocks before have dated: events, by the nouns that take them up, and the last times."""

    events: dict[str, When] = field(default_factory=dict)
    times: tuple[When, ...] = ()


def find_times(doc: Doc, published: date | None, before: Dated | None = None) -> tuple[TimeMention, ...]:
    """The times of a block in text order. Without a publication date a relative one keeps its words and has no dates.

    A time that dates a clause of since, after, until or before is told twice: for the clause as it stands, and with
    the words of the clause, one end open, for what the clause depends on. What the blocks `before` have dated is
    taken up; what this one dates is added to it.
    """
    words = time_words()
    mentions: list[TimeMention] = []
    before = Dated() if before is None else before
    earlier, first = before.times, len(before.times)
    here: dict[int, When] = {}
    apart = {tokens_of(doc, w.start, w.end)[-1]: w for w in find_wordings(doc, words) if w.hit.rule == "apart"}
    for wording in find_wordings(doc, words):
        root = tokens_of(doc, wording.start, wording.end).root
        near = wording.clock is not None and is_near(doc.text, wording, words)
        told = replace(wording, clock=None) if near else wording  # "shortly before midnight on Saturday"
        when = None if wording in apart.values() else _meaning(told, Reference(published, lies_ahead(root), earlier))
        if when is not None:
            earlier = (*earlier, when)
            here[dated(root).i] = when
            mentions.extend(
                [_mention(doc, wording.start, wording.end, when)]
                if near
                else _mentions(doc, wording, when, words, apart)
            )
    before.times = earlier[first:] or earlier
    before.events.update({noun: when for i, when in here.items() if (noun := known_by(doc[i])) is not None})
    mentions.extend(_told_from(doc, link, wording, here, before.events) for link, wording in apart.items())
    return tuple(sorted(mentions, key=lambda mention: mention.last))


def _told_from(
    doc: Doc, link: Token, wording: Wording, here: Mapping[int, When], known: Mapping[str, When]
) -> TimeMention:
    """A time told from an event that is dated beside it, or was before; without dates if it is not."""
    event = landmark(link)
    day = None if event is None else here.get(event.i) or known.get(told_before(event) or "")
    when = None if day is None else moved(day, wording.hit.parts)
    return _mention(doc, wording.start, wording.end, when or undated("unspecified"))


def _mentions(
    doc: Doc, wording: Wording, when: When, words: TimeWords, apart: Container[Token]
) -> Iterator[TimeMention]:
    tokens = tokens_of(doc, wording.start, wording.end)
    if opening := opening_of(doc.text, wording, tokens, words):
        yield _mention(doc, opening.start, opening.end, opened(when, opening.keeps))
        return
    yield _mention(doc, wording.start, wording.end, when)
    clause = clause_opening(tokens, words)
    if clause is not None and clause[0] not in apart:
        mark, keeps = clause
        soon = words.soon.search(doc.text, 0, mark.idx)
        yield _mention(doc, mark.idx, wording.end, when if soon else opened(when, keeps))


def _mention(doc: Doc, start: int, end: int, when: When) -> TimeMention:
    offset: int = doc.offset
    tokens = tokens_of(doc, start, end)
    span = Span(offset + start, offset + end)
    expression = TimeExpression(span, when.start, when.end, when.precision, when.basis)
    return TimeMention(expression, tokens.start, tokens.end - 1)


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
    """From the start of one time to the end of the other; where only one says its year, the other leans on it."""
    start = resolve(first.rule, first.parts, reference)
    end = resolve(last.rule, last.parts, reference)
    if start is None or end is None:
        return None
    if start.day and start.basis == "explicit" and end.basis != "explicit":
        end = resolve(last.rule, last.parts, replace(reference, today=start.day, ahead=True)) or end
    elif (end.day and start.basis != "explicit") or not start.day:
        start = resolve(first.rule, first.parts, replace(reference, today=end.last_day, ahead=False)) or start
    if start.day and end.last_day and start.day > end.last_day:
        return None
    both = "explicit" if "explicit" in (start.basis, end.basis) else end.basis
    return When(start.start, end.end, "interval", both)
