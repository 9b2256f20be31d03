"""Denials and confirmations of what was just said ("which the ministry denies")."""

from dataclasses import replace

from converters.language.tree import Doc, Token
from converters.lexicon.model import Lexicon
from converters.reading.speech.model import Utterance
from converters.reading.speech.said import entry_of, is_reported_by_relative, subtree
from converters.reading.syntax import children, is_verbal, subjects

_ANSWERING = frozenset({"denies", "confirms", "does_not_assert"})


def with_answers(found: list[Utterance], doc: Doc, lexicon: Lexicon) -> list[Utterance]:
    """Adds "which X denies" and "a claim that X refuted", which answer what was said last, or the clause above."""
    cues = {u.cue.i for u in found}
    result = list(found)
    for token in doc:
        if token.i in cues or not is_verbal(token) or token.dep_ != "relcl":
            continue
        entry = entry_of(token, lexicon)
        if (
            entry is None
            or entry.stance not in _ANSWERING
            or not (is_reported_by_relative(token) or _is_bare_relative(token, lexicon))
        ):
            continue
        said = [u for u in result if u.cue.i < token.i and u.cue.sent.start == token.sent.start and not u.answers]
        scope = said[-1].content if said else frozenset(subtree(token.sent.root) - subtree(token))
        source = subjects(token)
        cut = frozenset(i for i in scope if i < token.left_edge.i)
        if source and cut:
            result = [replace(u, content=u.content - subtree(token)) for u in result]
            result.append(
                Utterance(token, token, source[0], entry.stance, entry.cls, cut, own_event=True, answers=True)
            )
    return sorted(result, key=lambda u: u.cue.i)


def _is_bare_relative(clause: Token, lexicon: Lexicon) -> bool:
    """ "A charge the ministry denied": a word for something said, and a clause that lacks its object."""
    said = (
        clause.head.dep_ in {"appos", "dobj", "npadvmod", "dep", "attr"}
        and clause.head.lemma in lexicon.reporting_nouns
    )
    return said and not children(clause, "dobj", "ccomp", "xcomp")
