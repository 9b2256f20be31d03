"""Finds what is well-formed but doubtful in a lexicon: entries that can never fire or that rival each other."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from itertools import combinations
from typing import Literal

from converters.lexicon.model import Condition, Entry, Lexicon

ProblemKind = Literal["duplicate", "unreachable", "clash", "disagreement", "unsplit"]
_WANTED = tuple(field.name for field in fields(Condition) if not field.name.startswith("not_"))
_FORBIDDEN = tuple(field.name for field in fields(Condition) if field.name.startswith("not_"))


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with an entry, and the entry it gets in the way of, if any."""

    kind: ProblemKind
    entry: str
    message: str


def check(lexicon: Lexicon, fixed_tokens: frozenset[str] = frozenset()) -> list[Problem]:
    """All problems, in the order of the entries. `fixed_tokens` are the hyphenated words that stay one token."""
    found: list[Problem] = []
    for group in lexicon.entries.values():
        for entry in group:
            found.extend(_impossible(entry, fixed_tokens))
        for earlier, later in combinations(group, 2):
            found.extend(_rivals(earlier, later))
    return found + list(_disagreements(lexicon))


def _impossible(entry: Entry, fixed_tokens: frozenset[str]) -> Iterator[Problem]:
    """Conditions that nothing meets, and words that no token ever is."""
    for name in _WANTED:
        wanted = getattr(entry.condition, name)
        if wanted and name != "requires" and wanted <= getattr(entry.condition, f"not_{name}"):
            yield Problem("unreachable", entry.id, f"everything that {name} asks for is also forbidden")
    for word in (entry.lemma, *entry.particles, *filter(None, [entry.object_head])):
        if "-" in word and word not in fixed_tokens:
            yield Problem("unsplit", entry.id, f"the tokenizer cuts {word!r} at its hyphen; list it in tokens.yaml")


def _rivals(earlier: Entry, later: Entry) -> Iterator[Problem]:
    """`later` never fires if `earlier` asks for nothing more; two classes for the same wording and wants clash."""
    same_wording = (earlier.particles, earlier.object_head) == (later.particles, later.object_head)
    if not same_wording or any(getattr(earlier.condition, name) != getattr(later.condition, name) for name in _WANTED):
        return
    if all(getattr(earlier.condition, name) <= getattr(later.condition, name) for name in _FORBIDDEN):
        kind: ProblemKind = "duplicate" if earlier.cls == later.cls else "unreachable"
        yield Problem(kind, later.id, f"{earlier.id} always fires first")
    elif earlier.cls != later.cls:
        yield Problem("clash", later.id, f"{earlier.id} asks for the same words")


def _disagreements(lexicon: Lexicon) -> Iterator[Problem]:
    """A reporting verb whose only unconditional entry as an event is of another class than the utterance."""
    for lemma, group in lexicon.reporting.items():
        for reporting in group:
            for entry in lexicon.entries.get(("verb", lemma), ()):
                plain = entry.condition == Condition() and entry.object_head is None
                if plain and entry.particles == reporting.particles and entry.cls != reporting.cls:
                    yield Problem("disagreement", entry.id, f"as a reporting verb it is a {reporting.cls}")
