"""Times told from an event that is dated itself: "two days after the raid on Monday", "the night of the attack"."""

from converters.language.tree import Token
from converters.reading.mentions.nominals import left_edge
from converters.reading.syntax.tree import children
from converters.reading.times.calendar import around, plus
from converters.reading.times.model import Parts, When, closed, count_of
from converters.reading.times.words import time_words

_HOURS = 24
_THE = frozenset({"the", "that", "this"})


def landmark(link: Token) -> Token | None:
    """The event behind "after", "before" or "of": a noun, or the verb of the clause that the word opens."""
    if link.dep_ == "mark":
        return link.head
    return next((c for c in link.children if c.dep_ in {"pobj", "pcomp"}), None)


def dated(time: Token) -> Token:
    """The noun or verb that a time expression with this head hangs on."""
    node = time.head
    while node.pos_ in {"ADP", "SCONJ"} and node.head is not node:
        node = node.head
    return node


def known_by(word: Token) -> str | None:
    """The noun by which an event dated at this word is taken up: its own, or that of what a verb says took place."""
    if word.pos_ == "NOUN":
        return word.lemma_.lower()
    happens = word.lemma in time_words().occurring or any(c.lower_ == "place" for c in children(word, "dobj"))
    subjects = [c for c in children(word, "nsubj") if happens and c.pos_ == "NOUN"]
    return subjects[0].lemma_.lower() if subjects else None


def told_before(event: Token) -> str | None:
    """The word under which an event is known that a definite noun takes up ("the attack")."""
    return event.lemma_.lower() if event.doc[left_edge(event)].lower_ in _THE else None


def moved(when: When, parts: Parts) -> When | None:
    """A day so many units from the day of an event; None if the event has no day of its own."""
    day = when.day
    if day is None or day != when.last_day:
        return None
    count, unit = parts["turn"] * count_of(parts), parts.get("unit", "day")
    if unit == "hour":
        count, unit = int(count / _HOURS), "day"
    return closed(around(unit, plus(day, unit, count)), unit, "inferred")
