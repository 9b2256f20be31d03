"""Gives each spoken quotation to the utterance that it belongs to."""

from dataclasses import replace

from converters.language.tokens import informing_verbs
from converters.language.tree import Doc, Token
from converters.reading.speech.model import Utterance
from converters.reading.speech.quotes import STOPS, Quotation, quotations
from converters.reading.syntax.tree import children

CLOSE = 12
"""As many words behind a quotation its speaker may still be named."""
_THIS = frozenset({"this", "that", "it"})


def with_quotations(doc: Doc, found: list[Utterance]) -> list[Utterance]:
    """Gives each spoken quotation to the utterance beside it, or to the one that spoke before in this block."""
    result = list(found)
    speaking: int | None = None
    for quotation in (q for q in quotations(doc) if q.speech):
        cues = [n for n, u in enumerate(result) if u.own_event and not u.answers and beside(u.cue, quotation)]
        if speaking is not None and doc[quotation.last].text == ".":
            cues = [n for n in cues if not _follows(result[n].cue, quotation)]  # another sentence, not "Why?" he asked.
        before = [n for n in cues if _goes_into(result[n].cue, quotation)]
        if before or (before := [n for n in cues if _opens(result[n].cue, quotation)]):
            speaking = before[-1]
        elif cues:
            after = [n for n in cues if result[n].cue.i > quotation.last]
            after = [n for n in after if result[n].source is not None] or after  # "…," he was quoted as saying
            speaking = after[0] if after and doc[result[after[0]].cue.i].sent.start <= quotation.last + 1 else cues[-1]
        elif speaking is None:
            speaking = next((n for n, u in enumerate(result) if _states(u) and _follows(u.cue, quotation)), None)
        if speaking is not None:
            cue = result[speaking].cue.i
            spoken = {i for i in range(quotation.first, quotation.last + 1) if not doc[i].is_punct}
            for n, utterance in enumerate(result):
                if n == speaking or cue in utterance.content:  # who passes it on says all of it
                    result[n] = replace(utterance, content=utterance.content | spoken)
    return [u for u in result if u.content]


def _states(utterance: Utterance) -> bool:
    return utterance.own_event and not utterance.answers and utterance.cls == "Statement"


def _opens(cue: Token, quotation: Quotation) -> bool:
    """Whether a cue stands right before a quotation ("he said that "…")."""
    between = cue.doc[cue.i + 1 : quotation.first - 1]
    return cue.i < quotation.first and all(t.is_punct or t.dep_ == "mark" for t in between)


def _goes_into(cue: Token, quotation: Quotation) -> bool:
    """Whether a sentence with a cue ends in a quotation, so that who speaks next did not say it."""
    doc = cue.doc
    ends = doc[quotation.last].text in STOPS or (
        quotation.last + 2 < len(doc) and doc[quotation.last + 2].text in STOPS
    )
    return ends and cue.i < quotation.first and cue.sent.start == doc[quotation.first].sent.start


def beside(cue: Token, quotation: Quotation) -> bool:
    """A cue outside a quotation, in a sentence in which the quotation begins or ends, or right behind it."""
    if cue.i in quotation:
        return False
    if any(o.lower_ in _THIS for o in children(cue, "dobj")) and quotation.last < cue.sent.start:
        return False  # "They fired." The army denied this.
    sentences = {cue.doc[quotation.first].sent.start, cue.doc[quotation.last].sent.start}
    return cue.sent.start in sentences or (_follows(cue, quotation) and not _says_more(cue))


def _follows(cue: Token, quotation: Quotation) -> bool:
    """Whether a cue stands early in the sentence right behind a quotation (`"Why?" he asked.`)."""
    return quotation.last < cue.i <= quotation.last + CLOSE and cue.sent.start <= quotation.last + 2


def _says_more(cue: Token) -> bool:
    """Whether something else is what it says ("The army said it had left"), not only who hears it."""
    kinds = {"ccomp", "xcomp"} if cue.lemma in informing_verbs() else {"ccomp", "xcomp", "dobj"}
    return any(c.i > cue.i and c.dep_ in kinds for c in cue.children)
