"""Who speaks through a document: "the statement said" is said by whoever issued the statement."""

from collections.abc import Callable, Iterable, Mapping

from converters.language.tree import Token
from converters.lexicon.load import load
from converters.reading.speech.model import Utterance
from converters.reading.speech.sources import author
from converters.reading.syntax.prepositions import prepositions
from converters.reading.syntax.relations import possessors, subjects
from converters.reading.syntax.tree import children, is_verbal

DOCUMENT = "Document"


def authors(
    utterances: Iterable[Utterance], number: Callable[[Token], int | None], type_of: Callable[[int], str]
) -> Mapping[int, int]:
    """For each document that is the source of an utterance: the person or body behind it, where the text says who.

    A document that somebody spoke in is theirs; "the statement", of which nothing else is told, is that of whoever
    spoke last. A report is not: others wrote it.
    """
    found: dict[int, int] = {}
    speaker: int | None = None
    spoke: Utterance | None = None
    for utterance in utterances:
        source = number(utterance.source) if utterance.source is not None else None
        if source is None:
            continue
        issuer = _issuer(utterance.source)
        issued_by = number(issuer) if issuer is not None else None
        if type_of(source) == DOCUMENT and issued_by is not None:
            found.setdefault(source, issued_by)
        if type_of(source) != DOCUMENT:
            speaker, spoke = source, utterance
            for document in _documents_of(utterance.cue, number, type_of):
                found.setdefault(document, source)
        elif (
            source not in found
            and speaker is not None
            and _tells(utterance.source)
            and not _is_far(spoke, utterance)
            and (_is_definite(utterance.source) or _is_next(spoke, utterance))
        ):
            found[source] = speaker
    return found


def _documents_of(cue: Token, number: Callable[[Token], int | None], type_of: Callable[[int], str]) -> Iterable[int]:
    near = [o for _, o in prepositions(cue)] + [o for c in cue.children for _, o in prepositions(c)]
    near += [o for word in near for o in children(word, "pobj")]
    numbers = [number(word) for word in near]
    return [n for n in numbers if n is not None and type_of(n) == DOCUMENT]


def _issuer(source: Token | None) -> Token | None:
    """Who is said to be behind a document ("a statement by the ministry", "the ministry issued a statement")."""
    if source is not None and (named := author(source)) is not source:
        return named
    if source is not None and (owners := [o for o in possessors(source) if o.pos_ != "PRON"]):
        return owners[0]  # "the army's statement"
    verb = source.head if source is not None and source.dep_ == "dobj" and is_verbal(source.head) else None
    return next(iter(subjects(verb)), None) if verb is not None and verb.lemma in load().words["issuing"] else None


def _tells(source: Token | None) -> bool:
    """Whether the words name what somebody has just told ("the statement"), not a report, a plan or a treaty."""
    return source is not None and source.lemma_.lower() in load().words["own_words"]


def _is_definite(source: Token | None) -> bool:
    return source is not None and any(d.lower_ == "the" for d in children(source, "det"))


def _is_far(spoke: Utterance | None, utterance: Utterance) -> bool:
    """Whether other sentences of the paragraph stand between somebody's words and "the statement said"."""
    return spoke is None or (spoke.cue.doc is not utterance.cue.doc and utterance.cue.sent.start > 0)


def _is_next(spoke: Utterance | None, utterance: Utterance) -> bool:
    """Whether "a statement said" is the sentence after somebody's words in one paragraph, so that it is theirs."""
    if spoke is None or spoke.cue.doc is not utterance.cue.doc or utterance.source is None:
        return False
    named = any(True for _ in prepositions(utterance.source)) or children(utterance.source, "acl", "relcl", "poss")
    between = spoke.cue.doc.part(spoke.cue.sent.end, utterance.cue.sent.start)
    return not named and not between.text.strip() and utterance.source.lemma_.lower() == "statement"
