"""Who says "I": the speaker of the quotation, or whoever spoke last before words without quotation marks."""

from spacy.tokens import Doc, Token

from converters.language.model import span_of
from converters.reading.mentions_words import entity_words
from converters.reading.quotes import quotations


def speaker(token: Token) -> Token | None:
    """The head of the subject of the nearest verb of saying outside the quotation that `token` is in; None if there is none."""
    said = [v for v in speech_verbs(token.doc) if _subject(v) is not None]
    quoted = next((q for q in quotations(token.doc) if token.i in q), None)
    if quoted is None or not said:
        return None
    return _subject(min(said, key=lambda v: min(abs(v.i - quoted.first), abs(v.i - quoted.last))))


def last_speaker(doc: Doc) -> Token | None:
    """The subject of the last verb of saying of a block."""
    return next((s for v in reversed(speech_verbs(doc)) if (s := _subject(v)) is not None), None)


def speech_verbs(doc: Doc) -> list[Token]:
    """The verbs of saying outside all quotations."""
    inside = {i for q in quotations(doc) if q.speech for i in range(q.first, q.last + 1)}
    return [
        t for t in doc if t.pos_ == "VERB" and entity_words().listed("speech_verbs", t.lemma_) and t.i not in inside
    ]


def _subject(verb: Token) -> Token | None:
    return next((c for c in verb.children if c.dep_ == "nsubj"), None)


def first_speaker_number(token: Token, numbers: dict[int, int], before: Token | None) -> int | None:
    """The entity number of whoever says `token`, from the entities of heads; `before` is the last speaker of earlier blocks."""
    who = speaker(token) or before
    return numbers.get(span_of(who).start) if who is not None else None
