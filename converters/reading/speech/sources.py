"""Who says it: the source of a reporting word."""

from itertools import takewhile

from converters.language.tree import Token
from converters.lexicon.model import Lexicon
from converters.reading.factuality.forms import negates
from converters.reading.mentions.words import entity_words
from converters.reading.speech.quotes import Quotation
from converters.reading.syntax.prepositions import prepositions
from converters.reading.syntax.relations import by_phrase, objects, subjects
from converters.reading.syntax.tree import children, is_verbal, with_conjuncts


def source_of(verb: Token, lexicon: Lexicon) -> Token | None:
    if verb.dep_ == "pcomp" and verb.head.lower_ == "as" and is_verbal(verb.head.head):
        return next(iter(objects(verb.head.head)), None)  # "quoted him as saying"
    if before := _clause_before(verb):
        return next(iter(subjects(before)), None)
    named = subjects(verb)
    if named and _goes_on_about(verb, named[0], lexicon):
        return source_of(verb.head.head, lexicon)
    if named and not (verb.dep_ == "conj" and not children(verb, "nsubj") and _name_before(verb, lexicon)):
        return named[0]
    return _name_before(verb, lexicon) or (named[0] if named else None)


def is_nobody(source: Token | None, lexicon: Lexicon) -> bool:
    """ "Nobody claimed", "no group has said"."""
    return source is not None and any(negates(t, lexicon) for t in (source, *children(source, "det")))


def _goes_on_about(verb: Token, subject: Token, lexicon: Lexicon) -> bool:
    """Whether who speaks goes on after what is said of a thing ("confirmed that a missile fell and said …")."""
    clause = verb.head
    said = verb.dep_ == "conj" and clause.dep_ == "ccomp" and clause.head.lemma in lexicon.reporting
    return said and not children(verb, "nsubj", "nsubjpass") and not can_speak(subject, lexicon)


def _clause_before(verb: Token) -> Token | None:
    """The first of two clauses that share a subject without a conjunction ("Rebels deny it, say talks go on")."""
    clauses = children(verb, "ccomp")
    shared = len(clauses) > 1 and clauses[0].i < verb.i < clauses[-1].i and not children(verb, "nsubj", "nsubjpass")
    return clauses[0] if shared and children(clauses[0], "nsubj") else None


def _name_before(verb: Token, lexicon: Lexicon) -> Token | None:
    """In "…, NAME, the head of the region, wrote" the parser often loses the subject: it is the phrase right before."""
    narrows = verb.dep_ == "acl" and verb.tag_ == "VBN" and bool(children(verb, "prep", "xcomp"))  # "X, accused of it"
    if children(verb, "nsubj", "nsubjpass") or verb.i == verb.sent.start or narrows:
        return None
    before = verb.nbor(-1)
    while before.i > verb.sent.start and (before.is_punct or before.pos_ == "ADV" or before.dep_ in {"aux", "neg"}):
        before = before.nbor(-1)
    if before.pos_ not in {"NOUN", "PROPN"}:
        return None
    set_off = any(t.is_punct for t in verb.doc[before.i + 1 : verb.i])  # "NAME, the governor, wrote"
    inside = {"compound", "pobj", "prep", "poss", *(["appos"] if set_off else [])}
    while before.dep_ in inside and not is_verbal(before.head):
        if before.ent_type_ == "PERSON" and before.dep_ == "appos" and before.head.ent_type_ != "PERSON":
            break  # a name set beside something else altogether
        before = before.head
    named = before.ent_type_ in {"PERSON", "ORG"}
    return before if named or (before.dep_ == "appos" and can_speak(before, lexicon)) else None


def capitalised_before(verb: Token, spoken: list[Quotation]) -> Token | None:
    """In `"…," NAME, in a coat, said` the parser may take the name for an adverb: it is the capitalised word left."""
    near = [c for c in verb.lefts if c.dep_ != "nsubjpass" and not any(c.i in q for q in spoken)]
    left = [c for c in near if c.text[:1].isupper()]
    if left and spoken:
        return left[-1]
    return None if children(verb, "nsubj", "nsubjpass") else _name_behind(verb, spoken)


def _name_behind(verb: Token, spoken: list[Quotation]) -> Token | None:
    """The last word of the name right behind a quotation, and set off from its verb (`"…," NAME, who …, told`)."""
    before = [q for q in spoken if q.last < verb.i]
    behind = list(verb.doc[before[-1].last + 1 : verb.i]) if before else []
    while behind and behind[0].is_punct:
        behind = behind[1:]
    named = list(takewhile(lambda token: token.pos_ == "PROPN", behind))
    return named[-1] if named and len(named) < len(behind) and behind[len(named)].text == "," else None


def giver(noun: Token, lexicon: Lexicon) -> Token | None:
    """Who makes the claim that a noun names ("the group issued a threat to …")."""
    head = noun.head
    if noun.dep_ == "dobj" and lexicon.light_verbs.get(head.lemma, {}).get("subject") == "agent":
        found = subjects(head)
        return found[0] if found else None
    return None


def beside(source: Token) -> list[Token]:
    """Who speaks with a source ("the mayor and the governor said").

    Neither what it is as well ("the founder and owner"), nor its other name ("or SSO"), nor who may stand behind a
    comma for something else ("according to A, B and C did").
    """
    others = with_conjuncts([source])[1:]
    joined = {c.lower_ for other in (source, *others) for c in children(other, "cc")}
    listed = source.dep_ == "pobj" and any(children(other, "punct") for other in (source, *others))
    return [] if listed or "or" in joined else [other for other in others if _is_another(other)]


def _is_another(person: Token) -> bool:
    return person.tag_ != "NN" or bool(children(person, "det", "poss", "nummod"))


def author(source: Token) -> Token:
    """Who is behind a document that is named with its author ("a statement by the ministry")."""
    sent = [o for name, o in prepositions(source) if name == "from" and o.ent_type_ not in {"GPE", "LOC"}]
    makers = by_phrase(source) or sent  # but "media reports from Avonia" are no word of the country's
    return makers[0] if makers else source


def can_speak(source: Token, lexicon: Lexicon) -> bool:
    """People, bodies and documents can; events and things cannot."""
    named = source.ent_type_ in {"PERSON", "ORG", "GPE", "NORP"} or source.pos_ in {"PROPN", "PRON"}
    if named or source.lemma in lexicon.words["speaker"]:
        return True
    words = entity_words()
    return words.listed("speaking_types", words.nouns.get(source.lemma, ""))
