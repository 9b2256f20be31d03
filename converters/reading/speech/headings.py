"""Who says a headline: "Minister: Talks Have Failed", "Talks have failed - minister", "…, minister says".

What stands in quotation marks is somebody's word, whoever that is: "Rebels 'kill 20'".
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from converters.language.tree import Doc, Token
from converters.lexicon.model import Lexicon
from converters.reading.mentions.words import entity_words
from converters.reading.speech.model import Utterance
from converters.reading.speech.said import entry_of
from converters.reading.speech.sources import can_speak
from converters.reading.syntax.tree import is_verbal

SOURCE_LENGTH = 6
"""The name of a source before a colon or behind a dash has up to so many words."""


_NAMED = frozenset({"PERSON", "ORG", "GPE"})
"""Labels of those who can be the source of a headline by name."""


def headline(doc: Doc, lexicon: Lexicon) -> Utterance | None:
    """The utterance that a heading is, if it sets its source apart by a colon or a dash; None if it does not."""
    for comma in [t for t in doc[:-1] if t.text == ","]:
        if cue := _closing(doc[comma.i + 1 :], lexicon):
            labels = [t.i for t in doc[: comma.i] if t.text == ":" and t.nbor(-1).ent_type_ == "GPE"]
            return cue(doc[labels[0] + 1 if labels else 0 : comma.i])  # "Chad: Siege Ends, Official Says"
    for mark in doc[:-1]:
        before, behind = doc[: mark.i], doc[mark.i + 1 :]
        if mark.text == ":" and (source := _source(before, lexicon)):
            return _said(mark, source, behind)
        if mark.text == ":" and (source := _source(behind, lexicon)) and not any(t.tag_ == "CD" for t in behind):
            return _said(mark, source, before)
        apart = mark.text in {"-", "--", "—"} and doc.text.startswith(" ", mark.idx + len(mark.text))
        if apart and (source := _source(behind, lexicon)):
            return _said(mark, source, before)
    return None


def _closing(words: Sequence[Token], lexicon: Lexicon) -> Callable[[Sequence[Token]], Utterance] | None:
    """Says what stands before, if the words are who says it and a verb of saying ("minister says", "says minister")."""
    for verb, others in ((words[-1], words[:-1]), (words[0], words[1:])):
        entry = entry_of(verb, lexicon)
        source = _source(others, lexicon) if entry is not None else None
        if entry is not None and source is not None and "preposition" not in entry.complement:
            cls, stance, who, cue = entry.cls, entry.stance, source, verb
            return lambda said: replace(_said(cue, who, said), stance=stance, cls=cls, own_event=True)
    return None


def quoted_words(doc: Doc) -> Iterator[Utterance]:
    """What a heading gives in quotation marks, single or double: somebody says so."""
    marks = [t for t in doc if t.is_quote and t.tag_ in {"``", "''"}]
    for opening, closing in zip(marks[::2], marks[1::2], strict=False):
        words = doc[opening.i + 1 : closing.i]
        if words:
            content = frozenset(t.i for t in words if not t.is_punct)
            yield Utterance(opening, opening, None, "asserts", "Statement", content, own_event=False)


def _source(words: Sequence[Token], lexicon: Lexicon) -> Token | None:
    """The last word of a short phrase without a verb, if it names somebody or something that speaks."""
    if not words or len(words) > SOURCE_LENGTH or any(is_verbal(t) or t.is_punct for t in words):
        return None
    last = words[-1]
    if last.i < len(last.doc) - 1 and last.nbor(1).text == ":":
        last = next((t for t in words if t.nbor(1).lower_ in {"of", "for", "in"}), last)  # "Head of the army: …"
    speaks = can_speak(last, lexicon) if last.pos_ == "NOUN" else last.lemma in lexicon.words["speaker"]
    speaks = speaks or last.lower_ in lexicon.reporting_nouns
    named = last.ent_type_ in _NAMED or words[0].doc.part(words[0].i, last.i + 1).text in entity_words().known
    return last if speaks or named else None


def _said(mark: Token, source: Token, words: Sequence[Token]) -> Utterance:
    content = frozenset(t.i for t in words if not t.is_punct)
    return Utterance(mark, mark, source, "asserts", "Statement", content, own_event=False)
