"""What an utterance says: the complement of its cue, the clause around it, less what is the reporter's own."""

from converters.language.tokens import (
    inclusive_prepositions,
    leaving_verbs,
    perceiving_verbs,
    preceding_prepositions,
    speaking_verbs,
    transitive_verbs,
)
from converters.language.tree import Token
from converters.lexicon.model import Lexicon, Reporting
from converters.reading.factuality.forms import is_definite
from converters.reading.mentions.nominals import noun_type, part_of
from converters.reading.mentions.words import entity_words
from converters.reading.speech.quotes import Quotation
from converters.reading.syntax.relations import subjects
from converters.reading.syntax.tree import children, infinitive, is_fronted, is_verbal, stands_alone, with_conjuncts

_ABOUT = frozenset({"of", "for", "with", "over", "on", "to", "about", "as", "against"})
"""Prepositions after which an accusation or a demand says what it is about."""
_BESIDE = frozenset({"prt", "prep", "advmod", "dobj", "acomp", "oprd"})
_AFTER_THE_FACT = frozenset({"Accusation", "Apology", "Praise"})
"""Utterances for something that is there already."""
ASIDE = frozenset({"as", "while", "although", "though", "whereas"})
"""Conjunctions of what is told beside what is said."""
_AMID = frozenset({"as", "when", "while"})
"""Conjunctions of what went on at the same time."""
_WANTING = frozenset({"demands", "desires", "offers"})
_SPEAKERS = frozenset(
    {"Person", "PersonGroup", "GovernmentBody", "MilitaryUnit", "ArmedGroup", "Organisation", "Country"}
)
_PEOPLE = frozenset({"person", "group", "first", "first_group"})
"""Kinds of pronouns for people."""
_ANYTHING = frozenset({"anything"})
"""In the lexicon, stands for any object."""
_PLACES = frozenset(
    {"Facility", "Area", "Place", "Region", "City", "Village", "Vehicle", "Vessel", "Aircraft", "Object"}
)
_WHY = frozenset({"because", "since", "that", "although"})


def entry_of(verb: Token, lexicon: Lexicon, thing: Token | None = None) -> Reporting | None:
    """What the lexicon says of a verb of saying; `thing` is an object that stands elsewhere ("a claim they reject")."""
    options = lexicon.reporting.get(verb.lemma, ())
    if not options:
        return _unlisted(verb, lexicon)
    nearby = {c.lower_ for c in verb.children if c.dep_ in _BESIDE and not is_fronted(c) and not _tells_when(c)}
    parts = {c.lower_ for c in children(verb, "prt")}
    nearby |= {n.lower_ for c in children(verb, "acomp", "oprd") for n in children(c, "neg")}  # "pleaded not guilty"
    nearby |= infinitive(verb) | ({"for"} if any(_is_called_for(c) for c in children(verb, "advcl")) else set())
    things = [*children(verb, "dobj", "nsubjpass"), *narrowed(verb), *([thing] if thing else [])]
    inner = [whole for t in things if entity_words().listed("partitives", t.lemma) and (whole := part_of(t))]
    objects = {t.lemma for t in (*things, *inner)}  # "claimed thousands of lives"
    some = objects | _ANYTHING if objects else objects
    who = {s.lemma for s in subjects(verb)} if any(e.subject for e in options) else set()
    fitting = [
        e
        for e in options
        if set(e.particles) <= nearby
        and (not e.particles or parts <= set(e.particles))  # who "called off" did not call on anybody
        and (not e.object or e.object & some)
        and not e.not_object & some
        and (not e.subject or e.subject & who)
    ]
    return max(fitting, key=lambda e: len(e.particles), default=None)


def _unlisted(verb: Token, lexicon: Lexicon) -> Reporting | None:
    """Whoever does something "that …" says so, whatever the verb ("thundered that troops had fired"), unless that is
    known, felt or brought about.
    """
    told = any(m.lower_ == "that" for c in children(verb, "ccomp") if c.i > verb.i for m in children(c, "mark"))
    if not told or not is_verbal(verb) or verb.lemma in lexicon.governors or verb.lemma in lexicon.words["factive"]:
        return None
    speaks = any(_is_somebody(who) for who in children(verb, "nsubj"))
    return Reporting(verb.lemma, (), "asserts", "Statement", frozenset({"clause"})) if speaks else None


def _is_somebody(who: Token) -> bool:
    named = who.pos_ == "PROPN" or entity_words().pronouns.get(who.lower_) in _PEOPLE
    return named or noun_type(who) in _SPEAKERS


def narrowed(verb: Token) -> list[Token]:
    """What a passive narrows ("drones charged with shrapnel", "an attack which was claimed by the group")."""
    relative = verb.dep_ == "relcl" and any(s.tag_ == "WDT" for s in children(verb, "nsubjpass"))
    return [verb.head] if relative or (verb.dep_ == "acl" and verb.tag_ == "VBN") else []


def told_of(verb: Token, entry: Reporting) -> list[Token]:
    """What a participle tells to have been reported ("with ten deaths reported")."""
    last = noun = verb.head
    while noun.dep_ == "conj":
        noun = noun.head
    beside = noun.dep_ == "pobj" and noun.head.lower_ == "with" and not is_definite(noun)
    bare = not children(verb, "ccomp", "xcomp", "oprd", "dobj") and verb.tag_ == "VBN"
    told = beside and bare and verb.dep_ == "acl" and verb.i > last.i
    return with_conjuncts([noun]) if told and entry.cls == "Statement" and "object" in entry.complement else []


def _tells_when(preposition: Token) -> bool:
    """ "On Monday"."""
    behind = children(preposition, "pobj")
    return bool(behind) and all(thing.ent_type_ in {"DATE", "TIME"} for thing in behind)


def complement(verb: Token, entry: Reporting) -> set[int]:
    found = {i for child in verb.children for part in reported(child, entry) for i in subtree(part)}
    apart = {i for c in verb.subtree if c != verb and _stands_apart(c, verb, entry) for i in subtree(c)}
    return found - apart - _before_semicolon(verb) - {verb.i}


def behind_semicolon(verb: Token, found: set[int]) -> set[int]:
    """What comes after "…, X said;": whoever said what stands before does not say that too."""
    stops = [t.i for t in verb.sent if t.text == ";" and t.i > verb.i]
    return set(range(stops[0], verb.sent.end)) if stops and found and min(found) < verb.i else set()


def _before_semicolon(verb: Token) -> set[int]:
    """A clause closed by a semicolon is not what a verb says that has a clause or an object of its own behind it
    ("rebels say they did it; the army blames others"), or behind which nothing but the subject of the verb stands
    ("two were jailed; a third was acquitted").
    """
    clauses = children(verb, "ccomp")
    around = len(clauses) > 1 and clauses[0].i < verb.i < clauses[-1].i
    if len(clauses) == 1 and clauses[0].i < verb.i and (children(verb, "auxpass") or _has_own_object(verb)):
        around = any(t.text == ";" for t in verb.doc[clauses[0].i : verb.i])
    stops = [t.i for t in verb.doc[clauses[0].i : verb.i] if t.text == ";"] if around else []
    return set(range(verb.sent.start, stops[-1] + 1)) if stops else set()


def reported(child: Token, entry: Reporting) -> list[Token]:
    """What of a reporting verb's child is said, as the entry has it."""
    kinds = entry.complement
    match child.dep_:
        case "ccomp" if kinds & {"clause", "quote"}:
            apart = (stands_alone(child) and _has_own_object(child.head)) or bool(children(child.head, "oprd"))
            found = "object" in kinds or entry.cls == "Verification"  # "…, the men were found"
            return [] if apart or (found and _has_subject_between(child)) else [child]
        case "xcomp" if "infinitive" in kinds or (_is_gerund(child) and "object" in kinds) or is_hearsay(child):
            return [child]
        case "xcomp" if _is_gerund(child) and child.lemma in perceiving_verbs():
            return [child]  # "described seeing soldiers shoot"
        case "prep" if child.lower_ == "as" and (said := _saying(child)):  # "quoted him as saying"
            return said
        case "dobj" | "nsubjpass" if "object" in kinds and child.tag_ not in {"WDT", "WP"}:
            aside = child.lower_ == "it" and child.head.dep_ == "parataxis"  # "the junta, it is alleged, shelled it"
            return [] if aside else [child]
        case "dobj" if "indefinite" in kinds and not is_definite(child) and child.pos_ == "NOUN":
            return [child]
        case "dobj" if "predicate" in kinds and children(child, "dobj"):
            return children(child, "dobj")  # "called it an act of terror", one hung on the other
        case "dobj" if "preposition" in kinds:  # "accuse both sides of killing", where the parser hangs "of" on "sides"
            kept = ("pcomp", "pobj") if entry.cls == "Accusation" else ("pcomp",)
            about = [of for side in with_conjuncts([child]) for of in children(side, "prep") if of.lower_ in _ABOUT]
            return [p for of in about for p in children(of, *kept)]
        case "acomp" if "clause" in kinds and child.lower_ in entry.particles:  # "is certain that"
            return children(child, "ccomp")
        case "oprd" if "predicate" in kinds:
            return [child]
        case "oprd" | "acomp" if (
            entry.cls == "Statement" and entry.stance in {"asserts", "confirms"} and is_hearsay(child)
        ):
            return [child]
        case "prep" if child.lower_ == "with" and child.nbor(-1).text == ",":
            return []  # "was blamed on them, with the war in its third year"
        case "prep" if ("preposition" in kinds and child.lower_ in _ABOUT) or (
            kinds & {"object", "predicate"} and child.lower_ == "as"
        ):
            return children(child, "pcomp", "pobj")
        case "advcl" if "preposition" in kinds and _is_called_for(child):
            return [child]
        case "advcl" if "object" in kinds and any(m.lower_ == "as" for m in children(child, "mark")):
            return [] if children(child, "nsubj", "nsubjpass") and not _is_circumstance(child) else [child]
        case "advcl" if "object" in kinds and _is_circumstance(child):
            return [child]
        case "conj" if kinds & {"clause", "quote"} and _goes_on(child):
            return [child]
    return []


def _is_circumstance(clause: Token) -> bool:
    """Whether a clause says amid what came about that "was reported" ("clashes were reported when troops moved in")."""
    reported_thing = bool(children(clause.head, "auxpass")) and bool(children(clause.head, "nsubjpass"))
    amid = any(m.lower_ in _AMID for m in children(clause, "mark", "advmod"))
    return reported_thing and amid and clause.i > clause.head.i and not children(clause.head, "agent")


def called_untrue(verb: Token, lexicon: Lexicon) -> set[int]:
    """What a verb calls untrue ("called the attack a fabrication", "described the report as false")."""
    as_what = [w for p in children(verb, "prep") if p.lower_ == "as" for w in children(p, "pobj", "amod", "pcomp")]
    untrue = any(w.lemma in lexicon.words["untrue"] for w in (*children(verb, "oprd"), *as_what))
    return {i for thing in children(verb, "dobj") for i in subtree(thing)} if untrue else set()


def _is_called_for(clause: Token) -> bool:
    """ "Called for the rebels to leave"."""
    for_ = any(m.lower_ == "for" for m in children(clause, "mark"))
    return for_ and is_infinitive(clause) and bool(children(clause, "nsubj", "nsubjpass"))


def _has_own_object(verb: Token) -> bool:
    return any(c.i > verb.i and c.dep_ in {"dobj", "ccomp", "xcomp"} for c in verb.children)


def _has_subject_between(clause: Token) -> bool:
    """What comes before a passive with a subject of its own is not what it says ("…; no casualties were reported")."""
    return any(clause.i < s.i < clause.head.i and s.lower_ != "it" for s in children(clause.head, "nsubjpass"))


def _goes_on(conjunct: Token) -> bool:
    """Whether a verb that the parser coordinates with the cue goes on with what is said: "found that he had ordered two
    killings, murdered four people and raped a woman"; but who "denied that he had gone and demanded proof" demanded it.
    """
    cue = conjunct.head
    if {cue.lemma, conjunct.lemma} <= speaking_verbs():
        return False
    said = [c for c in children(cue, "ccomp") if cue.i < c.i < conjunct.i]
    perfect = bool(said) and any(a.lemma == "have" for a in children(said[-1], "aux"))
    return (
        perfect
        and conjunct.tag_ in {"VBD", "VBN"}
        and not children(conjunct, "nsubj", "nsubjpass", "aux", "ccomp", "xcomp")
    )


def _is_gerund(verb: Token) -> bool:
    """ "Denied firing", "confirmed having fired"."""
    return verb.tag_ == "VBG" or any(a.tag_ == "VBG" for a in children(verb, "aux", "auxpass"))


def is_hearsay(told: Token) -> bool:
    """ "Was said to have fled", "were reported killed", "are reported to be advancing": unlike "was told to leave"."""
    if not children(told.head, "nsubjpass"):
        return False
    auxiliaries = {a.lemma for a in children(told, "aux", "auxpass")}
    if not auxiliaries:
        return told.tag_ == "VBN" or told.dep_ in {"oprd", "acomp"}
    return "to" in auxiliaries and (bool({"have", "be"} & auxiliaries) or told.lemma == "be")


def quotes(verb: Token) -> bool:
    """ "Quoted him as saying", "was cited as telling"."""
    return any(_saying(p) for p in children(verb, "prep") if p.lower_ == "as")


def clause_shared(verb: Token, source: Token | None) -> set[int]:
    """The clause before a verb of saying that only shares its subject ("Rebels deny it, say talks go on")."""
    clauses = children(verb, "ccomp")
    return subtree(clauses[0]) if source is not None and len(clauses) > 1 and source.head == clauses[0] else set()


def _saying(preposition: Token) -> list[Token]:
    said = [c for c in children(preposition, "pcomp") if c.tag_ == "VBG"]
    return [c for c in said if children(c, "ccomp") or (c.lemma in speaking_verbs() and children(c, "xcomp", "dobj"))]


def _stands_apart(token: Token, verb: Token, entry: Reporting) -> bool:
    """What is known anyway in what is not simply stated: an aside ("accused of the raid, which killed three"), and what
    a noun phrase speaks of as known below the thing denied, demanded or blamed ("denied a role in the raid").
    """
    link = token.head
    if token.dep_ not in {"pobj", "relcl"}:
        return False
    if link.i and not inclusive_prepositions().isdisjoint({link.lower_, f"{link.nbor(-1).lower_} {link.lower_}"}):
        return False  # "accused of crimes, including the execution of captives"
    known = children(token, "poss") or any(d.lower_ in {"the", "this", "these"} for d in children(token, "det"))
    if token.dep_ == "pobj" and token.head.lower_ == "for" and token.pos_ == "NOUN":
        of_noun = (
            token.head.head.pos_ == "NOUN" and token.head.head.head is verb
        )  # "claimed responsibility for the raid"
        return bool(known) and (of_noun or entry.cls in _AFTER_THE_FACT)  # "blamed them for the raid"
    if entry.cls == "Statement":
        return False
    if token.dep_ == "relcl":
        return token.left_edge.i > 0 and token.left_edge.nbor(-1).text == "," and not _harms_like_a_deed(token)
    return token.dep_ == "pobj" and token.pos_ == "NOUN" and bool(known) and token.head.head.pos_ == "NOUN"


def _harms_like_a_deed(clause: Token) -> bool:
    """Whether an aside tells what a deed did, and not the place it was done to ("of bombing a market, which killed
    ten").
    """
    place = clause.head
    harm = clause.lemma in transitive_verbs() | leaving_verbs() and bool(children(clause, "dobj"))
    which = any(s.lower_ == "which" for s in children(clause, "nsubj"))
    return harm and which and place.dep_ == "dobj" and is_verbal(place.head) and noun_type(place) in _PLACES


def host(verb: Token, source: Token | None, heard: bool) -> set[int]:
    """What a parenthetical or sentence-final "X said" says: the clause it stands in. `heard`: its object hears it."""
    own = subtree(verb)
    has_content = {"ccomp", "xcomp", "oprd"} if heard else {"ccomp", "xcomp", "oprd", "dobj"}
    if verb.dep_ == "advcl" and any(m.lower_ == "as" for m in children(verb, "mark")) and source is not None:
        other = [c for c in children(verb, *has_content) if c.i > verb.i and c.pos_ != "PRON"]
        bare = verb.nbor(1).tag_ == "VB"  # "as lawyers vow appeal"
        return set() if other or bare else subtree(verb.head) - own  # "as the army put it"
    if verb.dep_ in {"parataxis", "dep"}:
        later = [c for c in children(verb.head, "conj") if c.i > verb.i and not _is_joined(c)]
        return subtree(verb.head) - own - {i for c in later for i in subtree(c)}
    last_of_sentence = (
        verb.dep_ == "conj"
        and is_verbal(verb.head)
        and not any(c.i > verb.i and c.dep_ in has_content for c in verb.children)
    )
    if last_of_sentence and not children(verb.head, "cc") and verb.nbor(-1).text != "and":
        start = min(own | ({source.left_edge.i} if source is not None else set()))
        return {i for i in subtree(verb.head) - own if i < start}
    return _clause_before(verb, source, has_content)


def _is_joined(clause: Token) -> bool:
    """Whether a clause goes on with what is said before "X said": it has no subject of its own, or stands behind "and"
    and tells of nobody else's words.
    """
    if not children(clause, "nsubj", "nsubjpass"):
        return True
    return clause.left_edge.nbor(-1).lower_ == "and" and clause.lemma not in speaking_verbs()


def _clause_before(verb: Token, source: Token | None, has_content: set[str]) -> set[int]:
    """What stands before ", X said" where the parser hangs it elsewhere: the sentence, or what a semicolon leaves."""
    if source is None or source.i > verb.i or any(c.i > verb.i and c.dep_ in has_content for c in verb.children):
        return set()
    sent, start = verb.sent, source.left_edge.i
    stops = [t.i for t in sent if t.text == ";"]
    first = max((i + 1 for i in stops if i < start), default=sent.start)
    last = min((i for i in stops if i > verb.i), default=sent.end)
    if any(c.tag_ == "VBN" and c.i < start for c in children(verb, "advcl")):
        return set()  # "asked whether it did, she said no"
    before, behind = verb.doc[first : max(first, start - 1)], verb.doc[verb.i + 1 : last]
    parted = start > first and verb.doc[start - 1].text == ","
    if not parted or not any(t.tag_ in {"VBD", "VBZ", "VBP"} for t in before):
        return set()
    return set() if any(is_verbal(t) for t in behind) else {t.i for t in before}


def broken_clause(verb: Token, entry: Reporting) -> set[int]:
    """What follows a verb of saying when the parser made no clause of it ("said the port bore guilt because …")."""
    reasons = [
        c for c in children(verb, "advcl") if c.i > verb.i and any(m.lower_ in _WHY for m in children(c, "mark"))
    ]
    if not reasons or entry.cls != "Statement" or "object" in entry.complement or "clause" not in entry.complement:
        return set()
    return {t.i for t in verb.subtree if t.i > verb.i}


def publishers_own(verb: Token, content: set[int], spoken: list[Quotation], lexicon: Lexicon) -> set[int]:
    """What stands in a reported clause but is the reporter's: what others say, comments, asides in another tense."""
    own: set[int] = set()
    entry = entry_of(verb, lexicon)
    asked = entry is not None and entry.stance in _WANTING  # "demanded that it end, as police fired on crowds"
    past = verb.tag_ in {"VBD", "VBN"} and _is_past(_content_head(verb))
    bare = not children(verb, "ccomp")  # "denies killing her as trial begins", "denies looting as talks stall"
    for token in (verb.doc[i] for i in sorted(content)):
        if any(token.i in q for q in spoken):
            continue
        comma = token.left_edge.i > 0 and token.left_edge.nbor(-1).text == ","
        if token.dep_ == "relcl":
            denied = entry is not None and entry.stance == "denies" and _tells_what_was(token)
            if denied or reports_itself(token, lexicon) or (past and comma and _is_present(token)):
                own |= subtree(token)
        elif token.dep_ == "advcl" and any(m.lower_ in ASIDE for m in children(token, "mark")):
            beside = any(m.lower_ == "while" for m in children(token, "mark"))
            now = not beside and (past or bare) and _is_present(token) and token.tag_ != "VBN"
            if now or (asked and token.tag_ == "VBD") or (token.i > verb.i and reports_itself(token, lexicon)):
                own |= subtree(token)
        elif token.i > verb.i and comma and _comes_at(token):
            own |= subtree(token)  # "rebels fired, the army said, hours after a truce began"
        elif asked and token.dep_ == "advcl" and token.tag_ == "VBD" and _comes_first(token):
            own |= subtree(token)  # "people hoping to leave after the army ordered it"
        elif (
            token.dep_ in {"appos", "npadvmod", "dep", "dobj"}
            and comma
            and token.i > verb.i
            and token.lemma in lexicon.words.get("summary", ())
        ):
            own |= subtree(token)
    return own


def _tells_what_was(clause: Token) -> bool:
    """Whether a relative clause only says which thing is meant ("denied planting the bomb that killed ten")."""
    who = any(s.lower_ in {"that", "which", "who"} for s in children(clause, "nsubj"))
    return who and clause.tag_ == "VBD" and is_definite(clause.head)


def _comes_at(clause: Token) -> bool:
    """Whether a clause opens with how long before or after something it was."""
    marked = any(m.lower_ in {"after", "before"} for m in children(clause, "mark"))
    return clause.dep_ == "advcl" and marked and clause.left_edge.ent_type_ in {"DATE", "TIME"}


def _comes_first(clause: Token) -> bool:
    return any(m.lower_ in preceding_prepositions() for m in children(clause, "mark"))


def reports_itself(clause: Token, lexicon: Lexicon) -> bool:
    """Whether a clause tells what somebody else says ("a city that they claim to hold", "while others put it at 9")."""
    entry = entry_of(clause, lexicon)
    if entry is None or not any(s.tag_ not in {"WDT", "WP"} for s in children(clause, "nsubj")):
        return False  # "footage which showed" shows it within what is said
    return is_reported_by_relative(clause) or any(reported(child, entry) for child in clause.children)


def is_reported_by_relative(clause: Token) -> bool:
    return any(c.dep_ in {"dobj"} and c.lower_ in {"which", "that"} for c in clause.children)


def is_infinitive(verb: Token) -> bool:
    return any(a.tag_ == "TO" for a in children(verb, "aux"))


def _content_head(verb: Token) -> Token | None:
    clauses = children(verb, "ccomp")
    return clauses[0] if clauses else None


def _is_past(clause: Token | None) -> bool:
    return clause is not None and any(
        t.tag_ == "VBD" or t.lower_ == "would" for t in (clause, *children(clause, "aux", "auxpass"))
    )


def _is_present(clause: Token) -> bool:
    """In the present tense, without an auxiliary that says otherwise."""
    first = [*children(clause, "aux", "auxpass"), clause][0]
    return first.tag_ in {"VBZ", "VBP"}


def subtree(token: Token) -> set[int]:
    return {t.i for t in token.subtree}
