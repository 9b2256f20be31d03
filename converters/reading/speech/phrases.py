"""Utterances that a phrase such as "according to" tells of."""

from collections import defaultdict

from converters.language.tree import Token
from converters.lexicon.model import Lexicon
from converters.reading.factuality.forms import negates
from converters.reading.model import Stance
from converters.reading.speech.hedges import is_opposed
from converters.reading.speech.model import Utterance
from converters.reading.speech.said import ASIDE, complement, entry_of, reports_itself, subtree
from converters.reading.speech.sources import author, can_speak, giver
from converters.reading.syntax.tree import children, is_verbal, with_conjuncts

Phrases = dict[str, list[tuple[list[str], Stance]]]
"""Reporting phrases with their stance, by their first word."""
_THAT = frozenset({"that", "this", "it"})


def phrases_of(lexicon: Lexicon) -> Phrases:
    """The lexicon's reporting phrases in its order, by the first of their words."""
    found: Phrases = defaultdict(list)
    for phrase, stance in lexicon.reporting_phrases.items():
        words = phrase.split()
        found[words[0]].append((words, stance))
    return found


def phrase_at(token: Token, phrases: Phrases) -> tuple[Token, Stance] | None:
    """The last word of a phrase such as "according to" that begins at this token, with its stance."""
    for words, stance in phrases.get(token.lower_, ()):
        end = token.i + len(words)
        if [t.lower_ for t in token.doc[token.i : end]] == words:
            return token.doc[end - 1], stance
    return None


def said_by_phrase(token: Token, phrase: tuple[Token, Stance], lexicon: Lexicon) -> Utterance | None:
    """What the source that a phrase names is told to say; `phrase` is its last word, with its stance."""
    last, stance = phrase
    named = with_conjuncts(children(last, "pobj", "dobj") or _who_told_what(last))
    surely = stance == "asserts" and last is not token  # "according to", but not "per"
    if not named or named[0].lemma in lexicon.words["rules"] or not (surely or can_speak(named[0], lexicon)):
        return None
    if token.dep_ == "pcomp" and negates(token.head, lexicon):
        return None  # "without citing sources"
    if named[0].tag_ == "WDT":
        return _told_in_text(token, last, stance, lexicon)
    own = subtree(token) | subtree(last)
    head = token.head
    while not is_verbal(head) and head.head != head:
        head = head.head
    if before := _sentence_before(head):
        return Utterance(token, last, author(named[0]), stance, "Statement", before, own_event=True)
    ends = max(own) >= token.sent.end - 2
    while (
        head.dep_ in {"conj", "advcl"} and (ends or not children(head, "nsubj", "nsubjpass")) and not is_opposed(head)
    ):
        head = head.head
    scope = subtree(token.sent.root if ends and not is_opposed(head) else head) - own
    for clause in children(head, "advcl"):
        beside = any(m.lower_ in ASIDE for m in children(clause, "mark"))
        if beside and clause.i > last.i and reports_itself(clause, lexicon):
            scope -= subtree(clause)  # "according to the UN, while a study says otherwise"
    cites = stance == "reports" or token.i == head.i + 1  # "he said according to the media ten had died"
    if cites and (entry := entry_of(head, lexicon)) and complement(head, entry):
        scope = complement(head, entry) - own  # who cites says so in its own voice
    return Utterance(token, last, author(named[0]), stance, "Statement", frozenset(scope), own_event=True)


def _told_in_text(token: Token, last: Token, stance: Stance, lexicon: Lexicon) -> Utterance | None:
    """What a text tells ("issued a statement according to which the town had fallen")."""
    clause = next((a for a in last.ancestors if a.dep_ == "relcl"), None)
    text = token.nbor(-1) if clause is None else clause.head
    source = (giver(text, lexicon) or author(text)) if text.pos_ == "NOUN" else None
    told = {t.i for t in token.sent} if clause is None else subtree(clause)
    return Utterance(
        token, last, source, stance, "Statement", frozenset(i for i in told if i > last.i + 1), own_event=False
    )


def _who_told_what(preposition: Token) -> list[Token]:
    """ "According to what the mayor said"."""
    clauses = [c for c in children(preposition, "pcomp") if any(w.lower_ == "what" for w in c.children)]
    return [who for clause in clauses for who in children(clause, "nsubj")]


def _sentence_before(verb: Token) -> frozenset[int]:
    """What "That is according to the navy" speaks of: the sentence before."""
    bare = verb.lemma == "be" and any(s.lower_ in _THAT for s in children(verb, "nsubj")) and not children(verb, "attr")
    if not bare or verb.sent.start == 0:
        return frozenset()
    return frozenset(t.i for t in verb.doc[verb.sent.start - 1].sent if not t.is_punct)
