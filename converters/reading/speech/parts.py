"""Who takes or denies a part in a deed told before: "IS claimed responsibility", "the rebels denied any role"."""

from collections.abc import Callable, Iterator, Sequence

from converters.language.tree import Token
from converters.lexicon.classes import line_of_descent
from converters.lexicon.model import Lexicon, Reporting
from converters.reading.speech.answers import heads
from converters.reading.speech.model import Utterance
from converters.reading.speech.said import entry_of
from converters.reading.speech.sources import is_nobody, source_of
from converters.reading.syntax.tree import children, is_verbal
from converters.reading.triggers import Trigger

BACK = 3
"""As many sentences before, a deed is still what is spoken of."""


_CHARGING = frozenset({"Accusation", "Trial"})
Same = Callable[[Token, Token], bool]
"""Whether two words stand for one entity."""


def with_parts(
    utterances: Sequence[Utterance], triggers: Sequence[Trigger], same: Same, lexicon: Lexicon
) -> list[Utterance]:
    """The utterances of a block, those of a part in nothing named being about the deed that was told before."""
    parts = {part.cue.i: part for part in _parts(utterances, triggers, same, lexicon)}
    return sorted([*(u for u in utterances if u.cue.i not in parts), *parts.values()], key=lambda u: u.cue.i)


def _parts(
    utterances: Sequence[Utterance], triggers: Sequence[Trigger], same: Same, lexicon: Lexicon
) -> Iterator[Utterance]:
    for cue in (t.light or t.token for t in triggers):
        entry = entry_of(cue, lexicon) if is_verbal(cue) else None
        if entry is None or entry.assumes is None or not (_is_told(cue) and _is_bare(cue)):
            continue
        source = source_of(cue, lexicon)
        if source is None or is_nobody(source, lexicon):
            continue
        deed = _laid_on(source, cue, utterances, triggers, same) or _deed(cue, entry, triggers, lexicon)
        if deed is None:
            continue
        yield Utterance(
            cue,
            cue,
            source,
            entry.stance,
            entry.cls,
            frozenset({deed.i}),
            own_event=True,
            answers=True,
            assumes=(deed, entry.assumes),
        )


def _is_told(cue: Token) -> bool:
    """Whether it is told that it was said, and not that it should be."""
    return (
        cue.dep_ != "xcomp"
        and not children(cue, "neg")
        and all(a.tag_ not in {"MD", "TO"} for a in children(cue, "aux"))
    )


def _is_bare(cue: Token) -> bool:
    """Whether nothing says what the part is in, but perhaps a pronoun ("claimed responsibility for it")."""
    behind = [c for word in (cue, *children(cue, "dobj")) for c in children(word, "prep", "acl", "relcl", "ccomp")]
    return all(child.dep_ == "prep" and all(o.pos_ == "PRON" for o in child.rights) for child in behind)


def _laid_on(
    source: Token, cue: Token, utterances: Sequence[Utterance], triggers: Sequence[Trigger], same: Same
) -> Token | None:
    """The deed that was last laid on a source before."""
    deeds = {t.token for t in triggers}
    for utterance in reversed(utterances):
        if utterance.cue.i >= cue.i:
            continue
        if utterance.blamed is not None and utterance.assumes is not None and same(utterance.blamed, source):
            return utterance.assumes[0]
        if utterance.cls in _CHARGING and any(same(accused, source) for accused in _accused(utterance.cue)):
            charged = [word for word in heads(utterance) if word in deeds]
            if charged:
                return charged[0]
    return None


def _accused(cue: Token) -> list[Token]:
    """Whom a verb accuses ("was charged with it", "accused him of it", "two men accused of it")."""
    return children(cue, "nsubjpass") or children(cue, "dobj") or ([cue.head] if cue.dep_ == "acl" else [])


def _deed(cue: Token, entry: Reporting, triggers: Sequence[Trigger], lexicon: Lexicon) -> Token | None:
    """The deed in the nearest sentence before that tells one; what was done there rather than the harm that it did."""
    start = cue.sent.start
    for _ in range(BACK):
        start = cue.doc[max(0, start - 1)].sent.start
        here = [t for t in triggers if start <= t.token.i < cue.sent.start]
        deeds = [t for kind in entry.deeds for t in here if kind in line_of_descent(t.entry.cls, lexicon.superclass)]
        if deeds:
            return deeds[0].token
    return None
