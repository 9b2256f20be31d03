"""Which triggers of a block tell one event: "a strike hit the depot", "retaliated by firing" name theirs twice."""

from collections.abc import Mapping, Sequence

from converters.language.tree import Token
from converters.reading.syntax.relations import subjects
from converters.reading.syntax.tree import is_verbal
from converters.reading.triggers import Trigger


def event_numbers(triggers: Sequence[Trigger], first: int, superclass: Mapping[str, str]) -> dict[int, int]:
    """A number from `first` on for the event of each trigger, by its token index; a twice-told event has one."""
    numbers = {t.token.i: first + n for n, t in enumerate(triggers)}
    by_token = {t.token.i: t for t in triggers}
    for trigger in triggers:
        for other in _told_with(trigger.token):
            if other.i in by_token and _alike(trigger.entry.cls, by_token[other.i].entry.cls, superclass):
                numbers[trigger.token.i] = numbers[other.i]
    return numbers


def _told_with(token: Token) -> list[Token]:
    """The event nouns that are a verb's subject, and the verb that a "by …ing" spells out."""
    if not is_verbal(token):
        return []
    above = (
        [token.head.head] if token.dep_ == "pcomp" and token.head.lower_ == "by" and is_verbal(token.head.head) else []
    )
    return [s for s in subjects(token) if s.pos_ == "NOUN"] + above


def _alike(a: str, b: str, superclass: Mapping[str, str]) -> bool:
    return a == b or superclass.get(a) == b or superclass.get(b) == a
