"""Which hits of the time patterns are times, and which of them are one time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from converters.language.tree import Doc, TokenSpan
from converters.reading.times.words import TimeWords
from converters.reading.wordpatterns import Hit

_TURNS = {"weekday": 7, "month": 12, "year": 10_000}
"""After how many of its kind a time comes again."""


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one time: one hit, two ends of a stretch ("from … to …"), or a day with its time of day.

    `lead` counts the characters of an opening word ("from") and the blank after it.
    """

    hit: Hit
    to: Hit | None = None
    clock: Hit | None = None
    lead: int = 0

    @property
    def start(self) -> int:
        return min(h.start for h in (self.hit, self.clock) if h) - self.lead

    @property
    def end(self) -> int:
        return max(h.end for h in (self.hit, self.to, self.clock) if h)


def find_wordings(doc: Doc, words: TimeWords) -> Iterator[Wording]:
    """The times of a block in text order, as worded."""
    hits = [h for h in words.patterns.find(doc.text) if _is_time(doc, h, words)]
    return _joined(doc.text, hits, words)


def tokens_of(doc: Doc, start: int, end: int) -> TokenSpan:
    """The tokens that lie in or across the characters `start` to `end` of a block."""
    return doc.around(start, end)


def _is_time(doc: Doc, hit: Hit, words: TimeWords) -> bool:
    """Rules out names ("Good Friday"), verbs ("may", "march") and mere numbers that look like years."""
    tokens = tokens_of(doc, hit.start, hit.end)
    capitals = [doc.text[hit.where[part][0]] for part in ("month", "weekday", "weekday2") if part in hit.where]
    if _is_name(doc, hit, tokens, words) or not all(c.isupper() for c in capitals):
        return False
    match hit.rule, tuple(hit.parts):
        case "month", ("month",):
            return tokens[-1].pos_ == "PROPN"
        case "year", ("year",):
            return _is_year(tokens, words)
        case "offset" | "apart", _:
            return not any(
                t.dep_ == "pobj" and t.head.lower_ == "for" for t in tokens
            )  # "for two days before they left"
        case "weekday", _:
            return not tokens.start or tokens[0].nbor(-1).lower_ not in words.repeating
        case "season", _:
            return tokens[-1].dep_ != "compound"
    return True


def _is_name(doc: Doc, hit: Hit, tokens: TokenSpan, words: TimeWords) -> bool:
    """Whether the words are part of a listed name, or of a longer one that the language model sees."""
    around = doc.text[max(0, hit.start - words.longest_name) : hit.end + words.longest_name].lower()
    if any(name in around for name in words.names):
        return True
    beside = [doc[i] for i in (tokens.start - 1, tokens.end) if 0 <= i < len(doc)]
    label = tokens[0].ent_type_
    return label in words.entities and any(t.ent_type_ == label for t in beside)


def _is_year(tokens: TokenSpan, words: TimeWords) -> bool:
    token = tokens[0]
    if token.dep_ == "nummod" and token.head.tag_ in {"NNS", "NNPS"}:
        return False
    before = token.nbor(-1).lower_ if token.i else ""
    return token.ent_type_ == "DATE" or (before in words.year_after and token.dep_ != "nummod")


def _joined(text: str, hits: Sequence[Hit], words: TimeWords) -> Iterator[Wording]:
    rest = list(hits)
    while rest:
        hit = rest.pop(0)
        if text[hit.start - 1 : hit.start] == "-":
            continue  # the tail of a compound such as "post-2014"
        wording = _pair(text, hit, rest[0], words) if rest else None
        if wording:
            rest.pop(0)
        yield wording or Wording(hit)


def _pair(text: str, hit: Hit, following: Hit, words: TimeWords) -> Wording | None:
    """Two hits as one time, if the words between them say so."""
    gap = " ".join(text[hit.end : following.start].lower().split())
    clocks = (hit.rule == "clock", following.rule == "clock")
    if any(clocks):
        day, clock = (following, hit) if clocks[0] else (hit, following)
        return Wording(day, clock=clock) if gap in words.clock_gaps and not all(clocks) else None
    opening = words.opens.search(text, 0, hit.start)
    connectors = {words.paired[p]} if opening and (p := opening["phrase"].lower()) in words.paired else words.ranges
    if gap not in connectors and not (gap == "and" and _successive(hit, following)):
        return None
    return Wording(hit, to=following, lead=hit.start - opening.start() if opening else 0)


def _successive(hit: Hit, following: Hit) -> bool:
    """Whether two bare days of the week, months or years follow each other."""
    if tuple(hit.parts) != tuple(following.parts) or len(hit.parts) != 1:
        return False
    ((unit, first),) = hit.parts.items()
    turns = _TURNS.get(unit)
    return turns is not None and (int(following.parts[unit]) - int(first)) % turns == 1
