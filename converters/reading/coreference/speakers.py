"""Who says "I": the speaker of the quotation, or whoever spoke last before words without quotation marks."""

from functools import lru_cache

from converters.language.tree import Doc, Token
from converters.reading.mentions.words import entity_words
from converters.reading.speech.quotes import quotations, quoted


def speaker(token: Token) -> Token | None:
    """The subject's head of the nearest verb of saying outside the quotation that `token` is in, if there is one."""
    said = _sayings(token.doc)
    around = next((q for q in quotations(token.doc) if token.i in q), None)
    if around is None or not said:
        return None
    verb = min(said, key=lambda v: min(abs(v.i - around.first), abs(v.i - around.last)))
    return said[verb]


def last_speaker(doc: Doc) -> Token | None:
    """The subject of the last verb of saying of a block."""
    return next(reversed(_sayings(doc).values()), None)


@lru_cache(maxsize=2)
def _sayings(doc: Doc) -> dict[Token, Token]:
    """The verbs of saying outside all speech in quotation marks, each with its subject, kept for the block in hand."""
    inside = {i for q in quotations(doc) if q.speech for i in range(q.first, q.last + 1)}
    listed = (t for t in doc if t.pos_ == "VERB" and entity_words().listed("speech_verbs", t.lemma_))
    return {verb: who for verb in listed if verb.i not in inside and (who := _subject(verb)) is not None}


def _subject(verb: Token) -> Token | None:
    """The subject of a verb of saying, outside quotations; where the parse lost it, the nearest person before it."""
    outside = [t for t in verb.sent if t.i not in quoted(verb.doc)]
    own = next((t for t in outside if t.head is verb and t.dep_ == "nsubj"), None)
    named = (t for t in reversed(outside) if t.i < verb.i and t.ent_type_ == "PERSON")
    return own or next(named, None)


def _quoting(token: Token) -> Token | None:
    """The subject of the sentence that a quotation is a part of (the group commits to "defend our borders")."""
    subject = _subject(token.sent.root) if token.i in quoted(token.doc) else None
    return subject if subject is not None and subject.sent == token.sent else None


def first_speaker_number(token: Token, numbers: dict[int, int], before: Token | None) -> int | None:
    """The entity of whoever says `token`, from those of heads; `before` is the last speaker of earlier blocks."""
    who = speaker(token)
    if who is None:
        who = _quoting(token) or before
    return numbers.get(who.start) if who is not None else None
