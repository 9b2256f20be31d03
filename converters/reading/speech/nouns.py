"""Utterances that a noun tells of ("claims of fraud", "a report that …", "a year in jail for it")."""

from converters.language.tokens import charging_verbs, giving_verbs, inclusive_prepositions, receiving_verbs, verdicts
from converters.language.tree import Token
from converters.lexicon.model import Lexicon, Reporting
from converters.reading.factuality.forms import negates
from converters.reading.model import Stance
from converters.reading.speech.model import Utterance
from converters.reading.speech.said import entry_of, is_infinitive, subtree
from converters.reading.speech.sources import can_speak, giver
from converters.reading.syntax.prepositions import is_in_preposition
from converters.reading.syntax.relations import by_phrase, possessors
from converters.reading.syntax.tree import CLAUSAL, children, is_verbal

_ABOUT = frozenset({"of", "about", *inclusive_prepositions()})
"""What stands before that which a noun tells ("charges of fraud", "charges including fraud")."""

_PUNISHING = frozenset({"Trial", "Sanction"})
"""Classes of what is done to somebody for something."""


def said_by_noun(noun: Token, entry: Reporting, lexicon: Lexicon) -> Utterance | None:
    """What a noun tells that somebody says or is sentenced for; None if it says nothing here."""
    parts = [part for link in children(noun, "prep") for part in children(link, "pobj")]
    if is_in_preposition(noun) or any(part.lemma in entry.not_object for part in parts) or _is_judged(noun, lexicon):
        return None  # "in charge of", "a count of ballots"
    owners = possessors(noun) or [
        c for c in children(noun, "amod", "compound", "nmod") if c.ent_type_ in {"NORP", "GPE", "ORG", "PERSON"}
    ]
    content: set[int] = set()
    clauses = {"acl", "ccomp", "relcl"} if noun.dep_ == "nsubj" else {"acl", "ccomp"}
    for child in noun.children:
        told = children(child, "mark") or is_infinitive(child) or _is_whole(child)
        if told and (child.dep_ in clauses or (child.dep_ == "relcl" and _is_whole(child))):
            content |= subtree(child)
        elif child.dep_ == "relcl" and "clause" in entry.complement and _lacks_nothing(child):
            content |= subtree(child)  # "a claim it showed a raid"
        elif child.dep_ == "prep" and child.lower_ in _ABOUT and "preposition" in entry.complement:
            content |= subtree(child) - {child.i}
        elif child.dep_ == "conj" and child.pos_ == "NUM" and "preposition" in entry.complement:
            content |= {
                i for link in children(child, "prep") if link.lower_ == "of" for i in subtree(link)
            }  # "and one of"
    if noun.dep_ == "nsubj" and noun.head.lemma == "be":  # "their account is that rebels fired"
        content |= {i for clause in children(noun.head, "ccomp") if clause.i > noun.i for i in subtree(clause)}
    if noun.dep_ in {"nsubj", "nsubjpass"} and entry_of(noun.head, lexicon) is None:
        content |= {i for clause in _behind_verb(noun) for i in subtree(clause)}
    if entry.cls in _PUNISHING:
        owners, content = [], _punished_deed(noun)  # "his sentence" is not his word
    elif entry.cls == "Accusation":
        content |= _punished_deed(noun)  # "faces charges for killing two"
    if not content:
        return None
    source = owners[0] if owners else giver(noun, lexicon)
    if source is not None and not can_speak(source, lexicon):
        source = None
    source = next((who for who in by_phrase(noun) if can_speak(who, lexicon)), source)
    if source is None and entry.cls == "Sanction":
        return None  # "is under sanctions for it"
    denied = any(negates(d, lexicon) for d in children(noun, "det"))
    if denied and any(part.lemma in lexicon.words["owned"] for part in parts):
        content.clear()  # "no claim of responsibility for the blast, which killed ten"
    stance: Stance = "does_not_assert" if denied else _meant(noun, entry)  # "no evidence that"
    return Utterance(noun, noun, source, stance, entry.cls, frozenset(content), own_event=entry.cls not in _PUNISHING)


def _meant(noun: Token, entry: Reporting) -> Stance:
    """The stance of a noun: nobody demands what is past ("a call that gunmen shot at villagers")."""
    past = any(c.dep_ in {"acl", "ccomp", "relcl"} and children(c, "mark") and c.tag_ == "VBD" for c in noun.children)
    behind = any(c.tag_ == "VBD" for c in _behind_verb(noun)) if noun.dep_ in {"nsubj", "nsubjpass"} else False
    return "asserts" if entry.stance == "demands" and (past or behind) else entry.stance


def _is_judged(noun: Token, lexicon: Lexicon) -> bool:
    """Whether a verdict says what a charge is of ("convicted of two counts of murder", "guilty on all charges of")."""
    above = noun.head.head
    judging = above.lemma in charging_verbs() or any(word.lemma in verdicts() for word in (above, *above.children))
    return noun.dep_ == "pobj" and noun.lemma in lexicon.words["court_charge"] and judging


def is_reporting_noun(token: Token) -> bool:
    """Whether a word is a common noun, or stands where the tagger takes any noun for a name ("Word spread that …")."""
    return token.pos_ == "NOUN" or (token.pos_ == "PROPN" and token.is_sent_start and not token.ent_type_)


def _behind_verb(noun: Token) -> list[Token]:
    """The clause of a noun that stands behind its verb ("reports emerged that troops had fled")."""
    clauses = [c for c in noun.head.children if c.dep_ in CLAUSAL and c.i > noun.head.i]
    return [c for c in clauses if c.left_edge.lower_ == "that" and c.left_edge.head is c and children(c, "mark")]


def _is_whole(clause: Token) -> bool:
    """Whether a clause without "that" lacks nothing ("claims soldiers burned it"), so that it narrows no noun."""
    subject = children(clause, "nsubj", "nsubjpass")
    bare = bool(subject) and subject[0].tag_ not in {"WDT", "WP"} and clause.left_edge.lower_ != "that"
    finite = clause.tag_ in {"VBD", "VBZ", "VBP", "VBN"} or any(a.tag_ == "MD" for a in children(clause, "aux"))
    return bare and finite and bool(children(clause, "dobj", "auxpass"))


def _lacks_nothing(clause: Token) -> bool:
    """Whether what the parser takes for a relative clause has no relative word, and all that it needs."""
    close = clause.left_edge.i == clause.head.i + 1
    return close and not clause.left_edge.tag_.startswith("W") and _is_whole(clause)


def _punished_deed(punishment: Token) -> set[int]:
    """What a punishment is for ("a term for killing two", "got a year for it"), unless it is spoken of as known."""
    link = punishment.head
    verb = link if punishment.dep_ in {"dobj", "nsubjpass"} else punishment
    if punishment.dep_ == "pobj" and is_verbal(link.head) and link.i > link.head.i:
        verb = link.head  # "went on trial on Monday for killing two"
    if punishment.ent_type_ == "DATE" and verb.lemma not in giving_verbs() | receiving_verbs():
        return set()  # "worked a year for peace"
    links = [link for word in dict.fromkeys((punishment, verb)) for link in children(word, "prep")]
    punished = [whom for link in links if link.lower_ == "on" for whom in children(link, "pobj")]
    links += [link for whom in punished for link in children(whom, "prep")]  # "sanctions on ten men for abuses"
    deeds = [deed for link in links if link.lower_ == "for" for deed in children(link, "pcomp", "pobj")]
    return {i for deed in deeds if not children(deed, "det", "poss") for i in subtree(deed)}
