"""Why words that the lexicon lists tell no event: which condition of which entry they do not meet."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, fields, replace

from converters.articles.model import Span
from converters.language.model import Document
from converters.language.tree import Token
from converters.lexicon.model import Condition, Entry, Lexicon
from converters.reading.conditions import fits
from converters.reading.triggers import in_a_name, is_label, wordings

SHOWN = 6
"""Of the words that a condition lists, how many a reason names."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Words that tell no event although `entry` lists them, and why it did not fire."""

    words: str
    span: Span
    entry: str
    reasons: tuple[str, ...]


def refusals(document: Document, triggers: Collection[Span], lexicon: Lexicon) -> Iterator[Refusal]:
    """Every word of the text that some entry lists and that is none of the `triggers`, once for each entry."""
    for block in document.blocks:
        for token in block.doc:
            span = token.span
            if span in triggers:
                continue
            general = _general(token)
            for wording in wordings(token):
                for entry in lexicon.entries.get(wording, ()):
                    reasons = general or tuple(_unmet(token, entry)) or ("other words tell this event",)
                    yield Refusal(token.text, span, entry.id, reasons)


def _general(token: Token) -> tuple[str, ...]:
    """What keeps every entry away."""
    if is_label(token.doc):
        return ("the heading only names a topic",)
    return ("it is part of a name",) if in_a_name(token) else ()


def _unmet(token: Token, entry: Entry) -> Iterator[str]:
    """The parts of an entry that alone keep it from firing, in words."""
    bare = replace(entry, particles=(), object_head=None, condition=Condition())
    if not fits(token, replace(bare, particles=entry.particles, condition=_about_objects(entry))):
        yield f"it goes with {' '.join(entry.particles)!r}"
    if not fits(token, replace(bare, object_head=entry.object_head)):
        yield f"its object is {entry.object_head!r}"
    for field in fields(Condition):
        words: frozenset[str] = getattr(entry.condition, field.name)
        if words and not fits(token, replace(bare, condition=Condition(**{field.name: words}))):
            yield _in_words(field.name, words)


def _about_objects(entry: Entry) -> Condition:
    """Forbids an object that nobody writes: an entry with a wish about objects takes their prepositions for its own."""
    asks = entry.condition.object or entry.condition.not_object
    return Condition(not_object=frozenset({""})) if asks else Condition()


def _in_words(name: str, words: frozenset[str]) -> str:
    listed = ", ".join(sorted(words)[:SHOWN]) + (f" and {len(words) - SHOWN} more" if len(words) > SHOWN else "")
    if name == "requires":
        return f"it needs: {listed}"
    if name.startswith("not_"):
        return f"its {name.removeprefix('not_')} must not be one of {listed}"
    return f"its {name} must be one of {listed}"
