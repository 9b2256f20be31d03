"""The chain of voices behind a claim: publisher first, then whoever it cites, and so on inwards."""

from collections.abc import Callable, Iterable, Sequence
from itertools import islice, product

from converters.articles.model import Span
from converters.language.model import span_between
from converters.language.tree import Doc, Token
from converters.reading.model import Voice
from converters.reading.speech.model import Utterance
from converters.reading.speech.sources import beside

MOST = 64
"""As many voices tell one event in one sentence."""
_DISOWNING = frozenset({"denies", "does_not_assert"})
Resolve = Callable[[Token], tuple[int | None, Span]]
"""Entity number and body span of the participant that a head word stands for."""


def chain(token: Token, utterances: Sequence[Utterance]) -> list[Utterance]:
    """The utterances that say what `token` tells, outermost first."""
    saying = [u for u in utterances if u.says(token) and u.cue != token]

    def depth(utterance: Utterance) -> tuple[int, int, int]:
        return sum(_is_outside(o, utterance) for o in saying), -len(utterance.content), utterance.cue.i

    return sorted(saying, key=depth)


def _is_outside(outer: Utterance, inner: Utterance) -> bool:
    return _cites(outer.cue, inner) or (outer.says(inner.cue) and not _cites(inner.cue, outer))


def _cites(cue: Token, inner: Utterance) -> bool:
    """Whether an utterance is what the one of `cue` rests on ("said …, citing A", "according to B, citing A")."""
    beside = inner.cue.head is cue.head and inner.cue.head is not inner.cue and cue.i < inner.cue.i
    return inner.stance == "reports" and (inner.cue.head is cue or beside)


def publisher_voice(publisher: int | None, cited: bool) -> Voice:
    """The publisher's link: it asserts what it tells itself and only reports what it cites."""
    return Voice(publisher, None, None, (), None, "reports" if cited else "asserts")


def voicings(links: Sequence[Sequence[Voice]]) -> list[list[Voice]]:
    """The cited links of a chain, once for each who speaks: "the mayor and the governor said" is the word of two.

    No more than `MOST`: where one list of speakers cites another, they multiply.
    """
    return [_without_repetition(chosen) for chosen in islice(product(*links), MOST)]


def voices_of(utterance: Utterance, doc: Doc, resolve: Resolve) -> list[Voice]:
    """One cited link of the chain, once for each who speaks."""
    cue, content = span_between(utterance.cue, utterance.cue_last), content_spans(utterance, doc)
    if utterance.source is None:
        return [Voice(None, None, cue, content, utterance.medium, utterance.stance)]
    found: dict[int | None, Span] = {}
    for source, span in map(resolve, (utterance.source, *beside(utterance.source))):
        if not found or source is not None:
            found.setdefault(source, span)
    return [Voice(source, span, cue, content, utterance.medium, utterance.stance) for source, span in found.items()]


def _without_repetition(voices: Sequence[Voice]) -> list[Voice]:
    """A speaker who speaks twice in a row is one voice, with the inner stance ("he said he denied it"), unless the
    outer one denies that ("he denied ordering it").
    """
    found: list[Voice] = []
    for voice in voices:
        again = bool(found) and voice.source is not None and found[-1].source == voice.source
        if not again:
            found.append(voice)
        elif found[-1].stance not in _DISOWNING:
            found[-1] = voice
    return found


def content_spans(utterance: Utterance, doc: Doc) -> tuple[Span, ...]:
    """The stretches of text that an utterance says, one per sentence run."""
    spans: list[Span] = []
    for group in _runs(sorted(utterance.content), doc):
        first, last = doc[group[0]], doc[group[-1]]
        if not (first == last and first.is_punct):
            spans.append(span_between(first, last))
    return tuple(spans)


def _runs(indexes: Sequence[int], doc: Doc) -> Iterable[list[int]]:
    run: list[int] = []
    for i in indexes:
        if run and any(not t.is_punct and not t.text.isspace() for t in doc[run[-1] + 1 : i]):
            yield run
            run = []
        run.append(i)
    if run:
        yield run
