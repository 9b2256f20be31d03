"""Who says "I": the speaker of the quotation, or whoever spoke last before words without quotation marks."""

from converters.language.tree import Doc, Token
from converters.reading.mentions.words import entity_words
from converters.reading.speech.quotes import quotations


def speaker(token: Token) -> Token | None:
    """The subject's head of the nearest verb of saying outside the quotation that `token` is in, if there is one."""
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
    """The subject of a verb of saying, outside quotations; where the parse lost it, the nearest person before it."""
    outside = [t for t in verb.sent if not any(t.i in q for q in quotations(verb.doc))]
    own = next((t for t in outside if t.head is verb and t.dep_ == "nsubj"), None)
    named = (t for t in reversed(outside) if t.i < verb.i and t.ent_type_ == "PERSON")
    return own or next(named, None)


def _quoting(token: Token) -> Token | None:
    """The subject of the sentence that a quotation is a part of (the group commits to "defend our borders")."""
    quoted = any(token.i in q for q in quotations(token.doc))
    root = token.sent.root
    subject = _subject(root) if quoted else None
    return subject if subject is not None and subject.sent == token.sent else None


def first_speaker_number(token: Token, numbers: dict[int, int], before: Token | None) -> int | None:
    """The entity of whoever says `token`, from those of heads; `before` is the last speaker of earlier blocks."""
    who = speaker(token)
    if who is None:
        who = _quoting(token) or before
    return numbers.get(who.start) if who is not None else None
