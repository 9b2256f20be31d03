"""Who says what: the utterances of a block, each with its source, its cue and the tokens that it says.

An utterance is found by a reporting verb with a clause, an infinitive or a quotation, by a phrase such as
"according to", or by a reporting noun ("claims of …"). Longer quotations belong to the utterance beside them.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from converters.language.model import Block
from converters.language.tree import Doc
from converters.lexicon.model import Lexicon
from converters.reading.speech.answers import with_answers
from converters.reading.speech.headings import headline, quoted_words
from converters.reading.speech.hedges import hedged, is_hedge
from converters.reading.speech.model import Utterance
from converters.reading.speech.nouns import is_reporting_noun, said_by_noun
from converters.reading.speech.phrases import phrase_at, phrases_of, said_by_phrase
from converters.reading.speech.quoted import with_quotations
from converters.reading.speech.quotes import is_sentence, quotations
from converters.reading.speech.said import entry_of, subtree
from converters.reading.speech.sources import can_speak, source_of
from converters.reading.speech.verbs import own_part, part_of_others, passed_on, said_by_verb
from converters.reading.syntax.tree import is_verbal

_ADVERBIAL = frozenset({"advmod", "npadvmod", "dep", "acomp"})
_FIRST_PERSON = frozenset({"i", "we", "my", "our", "me", "us"})


def find_utterances(blocks: Iterable[Block], lexicon: Lexicon) -> list[list[Utterance]]:
    """The utterances of each block, in text order. A quotation that fills a block goes on from the block before."""
    found: list[list[Utterance]] = []
    before: Utterance | None = None
    announced = fresh = False
    for block in blocks:
        own = with_answers(_untangled([*_block_utterances(block.doc, lexicon)]), block.doc, lexicon)
        own = with_quotations(block.doc, own)
        said = headline(block.doc, lexicon) if block.kind == "heading" else None
        if said is not None and not any(u.cue is said.cue for u in own):
            own = [*(u for u in own if u.cue is not said.source), said]  # "Report: army planned coup"
        if block.kind == "heading":
            told = {i for u in own for i in u.content}
            own += [u for u in quoted_words(block.doc) if told.isdisjoint(u.content)]
        speech = announced and _is_plain_speech(block, fresh)
        going_on = speech or _is_all_quoted(block.doc) or (not own and _continues(block, announced))
        fresh = False
        if before is not None and going_on:
            before = replace(before, content=_without_punctuation(block.doc), own_event=False, goes_on=block.doc)
            found.append([before, *own])  # what a quotation quotes is said within it
            continue
        if not own and not _is_all_quoted(block.doc):
            announced = False
        found.append([*own, *_unowned(block.doc, own, before)])
        if own:
            fresh = block.doc.text.rstrip().endswith(":")
            announced = fresh or (announced and not own[-1].own_event)
            before = _last_outside(block.doc, own)
        elif (opening := _introduction(block.doc, lexicon)) is not None:
            before, announced, fresh = opening, True, True
        elif not (announced and _in_first_person(block.doc)):
            before = None
    return found


def _last_outside(doc: Doc, own: Sequence[Utterance]) -> Utterance:
    """The last utterance of a block that is no part of what somebody is quoted to say; else its last."""
    spoken = [q for q in quotations(doc) if q.speech]
    outside = [u for u in own if u.cue.doc is not doc or not any(u.cue.i in q for q in spoken)]
    return (outside or own)[-1]


def _introduction(doc: Doc, lexicon: Lexicon) -> Utterance | None:
    """What a block such as "The mayor said on Monday:" announces, of which the next block tells the words."""
    if not doc.text.rstrip().endswith(":"):
        return None
    verb = doc[-1].sent.root
    entry = entry_of(verb, lexicon) if is_verbal(verb) else None
    source = source_of(verb, lexicon) if entry is not None else None
    if entry is None or source is None or entry.stance != "asserts" or not can_speak(source, lexicon):
        return None
    return Utterance(verb, verb, source, entry.stance, entry.cls, frozenset(), own_event=False)


def _unowned(doc: Doc, own: Sequence[Utterance], before: Utterance | None) -> Iterator[Utterance]:
    """Quoted sentences that nobody in the block is said to say: whoever was quoted just before, if they open it, or
    else somebody unnamed.
    """
    told = {i for u in own for i in u.content}
    for quotation in quotations(doc):
        content = frozenset(i for i in range(quotation.first, quotation.last + 1) if not doc[i].is_punct)
        if not is_sentence(doc, quotation) or not told.isdisjoint(content):
            continue
        if quotation.first == 1 and before is not None and _is_quoted(before):
            yield replace(before, content=content, own_event=False, goes_on=doc)
        else:
            mark = doc[quotation.first - 1]
            yield Utterance(mark, mark, None, "asserts", "Statement", content, own_event=False)


def _is_quoted(utterance: Utterance) -> bool:
    spoken = utterance.goes_on is not None
    return spoken or any(q.speech and q.first in utterance.content for q in quotations(utterance.cue.doc))


def _untangled(found: Sequence[Utterance]) -> list[Utterance]:
    """Of two that would say each other the later says the earlier ("X warned them to go, the agency said").

    But "according to the agency, quoting X" says what X says.
    """
    telling = [v for v in found if v.stance != "reports"]
    above = [[v for v in telling if v.cue.i > u.cue.i and v.says(u.cue)] for u in found]
    return [
        replace(u, content=u.content - {i for v in over for i in _words(v)})
        for u, over in zip(found, above, strict=True)
    ]


def _words(utterance: Utterance) -> set[int]:
    """The cue and whose words it reports; nothing if nobody is named."""
    return set() if utterance.source is None else {utterance.cue.i} | subtree(utterance.source)


def _continues(block: Block, announced: bool) -> bool:
    """A block in quotation marks, or in the first person after "X said:", has the speaker of the block before."""
    return _is_all_quoted(block.doc) or (announced and block.kind == "paragraph" and _in_first_person(block.doc))


def _is_plain_speech(block: Block, fresh: bool) -> bool:
    """Whether a block without quotation marks, right behind "X said:" or in the first person, is what X said, whatever
    others are told to say in it.
    """
    plain = block.kind == "paragraph" and not any(q.speech for q in quotations(block.doc))
    return plain and (fresh or _in_first_person(block.doc))


def _is_all_quoted(doc: Doc) -> bool:
    spoken = {i for q in quotations(doc) if q.speech for i in range(q.first, q.last + 1)}
    return bool(spoken) and all(t.i in spoken or t.is_punct or t.text.isspace() for t in doc)


def _in_first_person(doc: Doc) -> bool:
    return any(t.lower_ in _FIRST_PERSON for t in doc)


def _without_punctuation(doc: Doc) -> frozenset[int]:
    return frozenset(t.i for t in doc if not t.is_punct)


def _block_utterances(doc: Doc, lexicon: Lexicon) -> Iterator[Utterance]:
    spoken = [q for q in quotations(doc) if q.speech]
    phrases = phrases_of(lexicon)
    told = -1
    for token in doc:
        if token.i <= told:
            continue
        if phrase := phrase_at(token, phrases):
            told = phrase[0].i
            if utterance := said_by_phrase(token, phrase, lexicon):
                yield utterance
        elif is_verbal(token):
            entry = entry_of(token, lexicon)
            if entry and (utterance := said_by_verb(token, entry, spoken, lexicon)):
                yield utterance
                yield from passed_on(utterance, lexicon)
            if entry and (owned := own_part(token, entry, lexicon) or part_of_others(token, entry, lexicon)):
                yield owned
        elif is_reporting_noun(token) and (noun := lexicon.reporting_nouns.get(token.lemma_.lower())):
            if utterance := said_by_noun(token, noun, lexicon):
                yield utterance
        elif token.dep_ in _ADVERBIAL and is_hedge(token, lexicon) and (scope := hedged(token)):
            yield Utterance(token, token, None, "hedges", "Statement", frozenset(scope), own_event=False)
