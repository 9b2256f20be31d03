"""Who says it, and what is said."""

from converters.language.mending.tree import (
    AUXILIARY,
    FINITE,
    SUBJECT,
    auxiliaries,
    hang,
    is_finite,
    is_whole_that_clause,
    left_of,
    objects,
    put_above,
    right_of,
)
from converters.language.tokens import (
    answering_verbs,
    believing_verbs,
    citing_verbs,
    closing_verbs,
    informing_verbs,
    naming_verbs,
    parts_of_day,
    past_adverbs,
    reasoning_words,
    sayings,
    speaking_verbs,
    subordinating_prepositions,
    telling_verbs,
    transitive_verbs,
    weekdays,
)
from converters.language.tree import Token

_BEFORE = ["but", "not", "before"]
_OWN = frozenset({*SUBJECT, *AUXILIARY, "mark"})
_PERFECT = frozenset({"has", "have"})
_PRESENT = frozenset({"do", "does", "will", "can", "may"})
_TENSES = {"VBD": {"VBD"}, "VBZ": {"VBZ", "VBP"}, "VBP": {"VBZ", "VBP"}}
"""Tags of verbs in the same tense."""


def speaker_behind_apposition(verb: Token) -> None:
    """In "it killed the mayor, Ana Holm, a rebel source said" no comma parts the last phrase from its verb: it is the
    subject, and what stands before it belongs to the clause that is said.
    """
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    clause = next((c for c in verb.children if c.dep_ == "ccomp" and c.i < verb.i), None)
    if subject is None or clause is None or clause.i > subject.i:
        return
    last = subject.children[-1] if subject.children else subject
    if last.dep_ != "appos" or right_of(last).i != verb.i - 1 or left_of(last).nbor(-1).text != ",":
        return
    hang(last, verb, "nsubj")
    hang(subject, next(iter(objects(clause)), clause), "appos")


def verb_before_name(verb: Token) -> None:
    """In "prosecutors allege Holm had planned it" the word before the name is a verb, and what prosecutors do."""
    name = next((c for c in verb.children if c.dep_ in SUBJECT and c.pos_ == "PROPN" and c.i < verb.i), None)
    said = name.children[0] if name is not None and name.children else verb
    if said is verb or said.dep_ != "compound" or said.lower_ not in sayings():
        return
    subject = said.nbor(-1) if said.i > said.sent.start else said
    while subject.dep_ == "compound":
        subject = subject.head
    if subject.tag_ != "NNS" or subject.dep_ != "nsubj" or subject.head not in {said, verb}:
        return
    put_above(said, verb)
    verb.dep_, said.pos_, said.tag_ = "ccomp", "VERB", "VBP"
    hang(subject, said, "nsubj")


def speaker_behind(verb: Token) -> None:
    """ "…, said state agency AVON, adding …": the noun right behind the verb of what is said is who says it."""
    if verb.lemma != "say" or any(c.dep_ in SUBJECT for c in verb.children):
        return
    if not any(c.dep_ == "ccomp" and c.i < verb.i for c in verb.children):
        return
    for noun in [c for c in verb.children if c.i > verb.i and c.dep_ in {"ccomp", "dobj", "attr", "npadvmod"}]:
        if noun.pos_ in {"NOUN", "PROPN"} and left_of(noun).i == verb.i + 1 and noun.ent_type_ not in {"DATE", "TIME"}:
            noun.dep_ = "nsubj"
            for child in [c for c in noun.children if c.dep_ == "nsubj"]:
                child.dep_ = "compound"
            return


def speaker_behind_name(verb: Token) -> None:
    """In "it killed the leader of the State, Col. Ana Holm, the spokeswoman, told reporters" she told them so: the verb
    has no other subject.
    """
    if verb.lemma not in closing_verbs() | informing_verbs() or any(c.dep_ in SUBJECT for c in verb.children):
        return
    said = next((c for c in verb.children if c.dep_ == "ccomp" and c.i < verb.i), None)
    if said is None or verb.nbor(-1).text != "," or any(c.dep_ in AUXILIARY for c in verb.children):
        return
    label = verb.nbor(-2)
    while label.dep_ not in {"appos", "ROOT"} and label.head.i > said.i:
        label = label.head
    name = label.head
    whole = label.dep_ == "appos" and label.i < verb.i and right_of(label).i >= verb.i - 2
    if not whole or name.ent_type_ != "PERSON" or not said.i < name.i < verb.i:
        return
    above = name.head
    for word in [c for c in name.children if c.i < name.i and any(t.text == "," for t in name.doc[c.i : name.i])]:
        hang(word, above, name.dep_ if word.dep_ == "nmod" else "punct")  # "and the Levant, Col. Ana Holm"
    hang(name, verb, "nsubj")


def reporter_behind(verb: Token) -> None:
    """In "troops seized the port, reported Avon Radio." the name at the very end is who reports it: nothing that troops
    report is a name alone. So too in "…, announced the ministry.", where nothing joins the two verbs.
    """
    name = next(iter(objects(verb)), None)
    first = verb.head
    if name is None or verb.lemma not in closing_verbs() - informing_verbs() or verb.nbor(-1).text != ",":
        return
    ends = all(t.is_punct for t in verb.doc[right_of(name).i + 1 : verb.sent.end])
    own = any(c.dep_ in {*SUBJECT, *AUXILIARY, "mark", "prep"} for c in verb.children)
    if own or not ends or left_of(name).i != verb.i + 1 or verb.tag_ not in FINITE:
        return
    told = verb.tag_ == "VBD" and verb.sent[-1].is_punct and left_of(name).lower_ in {"the", "a", "an"}
    if name.pos_ != "PROPN" and not (told and verb.dep_ == "conj" and first.tag_ in FINITE):
        return
    if verb.dep_ == "conj" and first.dep_ == "ROOT" and not any(c.dep_ == "cc" for c in first.children):
        put_above(verb, first)
        first.dep_ = "ccomp"
    if any(c.dep_ == "ccomp" and c.i < verb.i for c in verb.children):
        name.dep_ = "nsubj"


def clause_behind_medium(verb: Token) -> None:
    """What is said in a statement, or at a time, hangs on the verb ("said in a statement that ships had left", "said at
    the time that ships had left").
    """
    if verb.lemma not in speaking_verbs() | closing_verbs() or any(c.dep_ in {"ccomp", "dobj"} for c in verb.children):
        return
    links = [c for c in verb.children if c.dep_ == "prep" and c.i > verb.i]
    for medium in [noun for link in links for noun in link.children if noun.dep_ == "pobj"]:
        for clause in [c for c in medium.children if c.dep_ in {"acl", "relcl"} and c.tag_ in FINITE | {"VBN", "VBG"}]:
            that = next((c for c in clause.children if c.lower_ == "that"), None)
            if that is not None and that.dep_ in ({"mark"} if clause.dep_ == "acl" else {"mark", "advmod"}):
                hang(clause, verb, "ccomp")
                that.dep_ = "mark"


def closing_speaker(verb: Token) -> None:
    """What stands before ", the agency reported" at the end of a sentence is what the agency reported."""
    above = verb.head
    if verb.dep_ != "ccomp" or above.dep_ != "ROOT" or above.i > verb.i or verb.lemma not in closing_verbs():
        return
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    if subject is None or any(c.dep_ in {"xcomp", "mark"} for c in verb.children):
        return
    said = [c for c in verb.children if c.dep_ == "ccomp"]
    if not all(above.i < left_of(c).i and right_of(c).i < subject.i for c in said):
        return
    last = all(t.is_punct for t in verb.doc[right_of(verb).i + 1 : verb.sent.end])
    if last and left_of(subject).nbor(-1).text == ",":
        for clause in said:
            hang(clause, above, "ccomp")
        put_above(verb, above)
        above.dep_ = "ccomp"


def both_who_speak(verb: Token) -> None:
    """In "… in the north, a mayor and two residents said" both say it: the mayor is no part of what they say."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    if subject is None or verb.lemma not in closing_verbs():
        return
    if not any(c.dep_ == "ccomp" and c.i < subject.i for c in verb.children):
        return
    link = left_of(subject).nbor(-1) if left_of(subject).i > verb.sent.start else verb
    first = link.head
    if link.dep_ != "cc" or first.pos_ not in {"NOUN", "PROPN"} or right_of(first) is not link:
        return
    if left_of(first).i > verb.sent.start and left_of(first).nbor(-1).text == ",":
        hang(first, verb, "nsubj")
        hang(subject, first, "conj")


def both_behind_list(verb: Token) -> None:
    """In "killed six traders, villagers and reporters said" both say it: a list of the killed would need its own "and".

    So too in "hit it with rockets, teachers and parents told the paper".
    """
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    if subject is None or verb.lemma not in closing_verbs() | informing_verbs() or left_of(subject).i < 3:
        return
    link = left_of(subject).nbor(-1)
    first = link.head
    if link.lower_ != "and" or link.dep_ != "cc" or first.dep_ != "conj" or right_of(first) is not link:
        return
    if _ends_list(first) and says_nothing_behind(verb) and left_of(first).nbor(-1).text == ",":
        hang(first, verb, "nsubj")
        hang(subject, first, "conj")


def _ends_list(noun: Token) -> bool:
    """Whether the list that a noun hangs on is whole without it."""
    last = noun.head
    if last.dep_ in SUBJECT or last.pos_ not in {"NOUN", "PROPN"}:
        return False
    if any(c.dep_ in {"cc", "conj"} and c is not noun and last.i < c.i < noun.i for c in last.children):
        return False
    return last.dep_ != "conj" or any(c.dep_ == "cc" and c.i < last.i for c in last.head.children)


def says_nothing_behind(verb: Token) -> bool:
    """Whether what stands behind a verb of saying is only who hears it, where and when ("told a paper on Monday")."""
    heard = {"dobj", "dative"} if verb.lemma in informing_verbs() else set()
    behind = [c for c in verb.children if c.i > verb.i and not c.is_punct and c.dep_ not in heard]
    return all(c.dep_ in {"prep", "npadvmod", "advmod"} and c.lower_ not in {"of", "about"} for c in behind)


def closing_speaker_elsewhere(verb: Token) -> None:
    """In "they sell if it lifts the ban, the mayor told reporters" the mayor told all that: no ban is narrowed."""
    if verb.dep_ not in {"relcl", "conj"} or verb.lemma not in closing_verbs() | informing_verbs():
        return
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    if subject is None:
        return
    opening = left_of(verb)
    parted = opening is left_of(subject) and opening.i > verb.sent.start and opening.nbor(-1).text == ","
    whole = subject.tag_ in {"WDT", "WP"} or any(c.dep_ in {"ccomp", "xcomp"} for c in verb.children)
    last = all(t.is_punct for t in verb.doc[right_of(verb).i + 1 : verb.sent.end])
    above = verb.sent.root
    if parted and last and not whole and above.i < verb.i and above.pos_ in {"VERB", "AUX"}:
        put_above(verb, above)
        above.dep_ = "ccomp"


def clause_behind_aside(verb: Token) -> None:
    """In "the man fled, the mayor said, and was held" the mayor says both, unless the first is a quotation; so
    too in "the raid is over, police said, but not before ten died".
    """
    if verb.dep_ != "conj" or verb.lemma in speaking_verbs():
        return
    said = verb.head
    subject = next((c for c in said.children if c.dep_ in SUBJECT and c.i < said.i), None)
    before = [c for c in said.children if c.dep_ == "ccomp" and c.i < said.i]
    above = said.head if said.dep_ == "parataxis" else before[-1] if before else said
    if subject is None or above is said or above.i > subject.i:
        return
    link = next((c for c in said.children if c.dep_ == "cc" and said.i < c.i < verb.i), None)
    opening = left_of(subject)
    plain = opening.nbor(-1).text == "," and not opening.nbor(-2).is_quote if opening.i > verb.sent.start + 1 else False
    joined = link is not None and (link.lower_ == "and" or [t.lower_ for t in link.doc[link.i : link.i + 3]] == _BEFORE)
    if plain and link is not None and joined and link.nbor(-1).text == ",":
        hang(link, above, "cc")
        hang(verb, above, "conj")


def speaking_conjunct(verb: Token) -> None:
    """Who speaks goes on speaking ("condemned the raid that killed ten and called for talks", "said the plan was wrong
    and demanded another", "stressed that it must end and urged them to talk"): what a relative clause tells of a thing,
    a copula, what had been before, what is now and what ought to be are not coordinated with speech in the past.
    """
    clause = verb.head
    going_on = verb.tag_ == "VBG" and not auxiliaries(verb).isdisjoint({"is", "are"})  # "and are demanding"
    if _says_nothing_more(verb):
        _go_on(verb, clause.head)
        return
    if verb.dep_ != "conj" or not (going_on or verb.tag_ in {"VBD", "VBZ"}) or verb.lemma not in speaking_verbs():
        return
    if any(c.dep_ in SUBJECT or (c.dep_ in AUXILIARY and not going_on) for c in verb.children):
        return
    if _is_of_now(clause, verb) and (teller := _teller_of(clause, verb)) is not None:
        _go_on(verb, teller)
        return
    tenses = _TENSES["VBP" if going_on else "VBD"]
    of_thing = clause.dep_ == "relcl" and any(
        c.lower_ in {"that", "which"} for c in clause.children if c.dep_ in SUBJECT
    )
    before = clause.tag_ == "VBN" and "had" in auxiliaries(clause)
    if verb.tag_ == "VBZ" or (not of_thing and not (clause.dep_ == "ccomp" and (clause.lemma == "be" or before))):
        return
    above = clause.head
    while above.pos_ not in {"VERB", "AUX"} and above.head is not above:
        above = above.head
    if above.tag_ in tenses and above.lemma in speaking_verbs() and above.i < clause.i:
        _go_on(verb, above)


def _go_on(verb: Token, above: Token) -> None:
    """Coordinates a verb with one above that with which the parser does."""
    for word in [c for c in verb.head.children if c.dep_ == "cc" and verb.head.i < c.i < verb.i]:
        hang(word, above, "cc")
    hang(verb, above, "conj")


def _is_of_now(clause: Token, verb: Token) -> bool:
    """Whether a whole clause tells of what is to be, or of the present where the verb behind it is in the past."""
    helping = next((c for c in clause.children if c.dep_ in AUXILIARY), clause)
    subject = any(c.dep_ in SUBJECT and c.tag_ not in {"WDT", "WP"} for c in clause.children)
    now = verb.tag_ == "VBD" and helping.tag_ in {"VBZ", "VBP"}
    return subject and (now or (helping.tag_ == "MD" and clause is not helping))


def _teller_of(clause: Token, verb: Token) -> Token | None:
    """The verb in the tense of another that says a clause ("said that it ends", "welcomed the fact that it ends")."""
    above = clause.head
    if clause.dep_ == "acl" and is_whole_that_clause(clause) and above.dep_ == "dobj":
        above = above.head
    elif clause.dep_ != "ccomp":
        return None
    return above if above.tag_ == verb.tag_ and above.i < clause.i else None


def _says_nothing_more(verb: Token) -> bool:
    """Whether who said something is told not to say or know more ("said two had fled but could not say where")."""
    clause = verb.head
    said = clause.head
    silent = verb.tag_ == "VB" and any(c.dep_ == "neg" for c in verb.children)
    if verb.dep_ != "conj" or not silent or verb.lemma not in closing_verbs() | answering_verbs():
        return False
    own = any(c.dep_ in SUBJECT for c in verb.children)
    told = clause.dep_ == "ccomp" and said.i < clause.i and said.tag_ == "VBD"
    return told and not own and any(c.dep_ == "nsubj" for c in said.children)


def speaker_beside_speaker(verb: Token) -> None:
    """In "police said they held a man and the mayor said all was calm" the mayor says so, and not police of him."""
    if verb.dep_ not in {"conj", "ccomp"} or verb.lemma not in closing_verbs() or verb.tag_ not in _TENSES:
        return
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    said = any(c.dep_ == "ccomp" and c.i > verb.i for c in verb.children)
    if subject is None or subject.pos_ == "PRON" or not said or any(c.dep_ == "mark" for c in verb.children):
        return
    clause = verb.head
    if verb.dep_ == "ccomp":
        link = left_of(verb).nbor(-1) if left_of(verb).i > verb.sent.start else verb
        before = any(c.dep_ == "ccomp" and clause.i < c.i < link.i for c in clause.children)
        if link.dep_ == "cc" and before and clause.lemma in closing_verbs() and clause.tag_ in _TENSES[verb.tag_]:
            hang(link, clause, "cc")
            hang(verb, clause, "conj")
        return
    above = None
    while clause.dep_ in {"conj", "ccomp"} and clause.head.i < clause.i and not clause.nbor(-1).is_quote:
        clause = clause.head
        if clause.tag_ in _TENSES[verb.tag_] and clause.lemma in closing_verbs():
            above = clause
    if above is None or above is verb.head:
        return
    for word in [c for c in verb.head.children if c.dep_ == "cc" and verb.head.i < c.i < verb.i]:
        hang(word, above, "cc")
    hang(verb, above, "conj")


def speaking_participle(verb: Token) -> None:
    """In "admitted that troops fired, blaming the team" who admits also blames; in "reported that they had, citing a
    source" who reports also cites; and in "…, said a man who asked not to be named, adding …" the man adds.
    """
    clause = verb.head
    while clause.dep_ == "conj":
        clause = clause.head
    said = clause.head
    set_off = left_of(verb).i > verb.sent.start and left_of(verb).nbor(-1).text == ","
    telling = speaking_verbs() | closing_verbs() if verb.lemma in citing_verbs() else speaking_verbs()
    if verb.tag_ != "VBG" or verb.dep_ not in {"advcl", "conj"} or not set_off:
        return
    if verb.lemma not in speaking_verbs() | citing_verbs():
        return
    speaker = clause.head
    if clause.dep_ == "relcl" and verb.lemma in speaking_verbs() and _speaks_behind_quotation(speaker):
        hang(verb, speaker.head, "advcl")
        return
    if clause.dep_ == "ccomp" and said.tag_ in FINITE and said.lemma in telling and said.i < clause.i:
        hang(verb, said, "advcl")


def _speaks_behind_quotation(noun: Token) -> bool:
    """Whether a noun is who says what stands before (" … , said the man who fled, adding …")."""
    said = noun.head
    quoted = any(c.dep_ == "ccomp" and c.i < said.i for c in said.children)
    return noun.dep_ in SUBJECT and said.lemma in speaking_verbs() and said.i < noun.i and quoted


def past_conjunct(verb: Token) -> None:
    """A past is coordinated with the past of who speaks, not with the present said ("he said it does not and left")."""
    said = verb.head
    if verb.dep_ != "conj" or verb.tag_ != "VBD" or any(c.dep_ in {*SUBJECT, *AUXILIARY} for c in verb.children):
        return
    present = said.tag_ in {"VBZ", "VBP"} or (said.tag_ == "VB" and auxiliaries(said) & _PRESENT)
    if any(c.lower_ in past_adverbs() for c in verb.children):
        return  # "warned that it fires at ships, and recently sank one"
    perfect = said.lower_ in _PERFECT  # "said they have regained land and pushed on", however that is parsed
    if present and not perfect and said.dep_ == "ccomp" and said.head.tag_ == "VBD" and said.head.i < said.i:
        hang(verb, said.head, "conj")


def past_beside_present(verb: Token) -> None:
    """In "police say the blast killed two and wounded six" the blast wounded them: nobody says now and did it then."""
    above = verb.head
    if verb.dep_ != "conj" or verb.tag_ != "VBD" or above.tag_ not in {"VBZ", "VBP"}:
        return
    if above.lemma not in speaking_verbs() | closing_verbs() or any(c.dep_ in _OWN for c in verb.children):
        return
    told = [c for c in above.children if c.dep_ == "ccomp" and c.tag_ == "VBD" and above.i < c.i < verb.i]
    for link in [c for c in above.children if told and c.dep_ == "cc" and told[-1].i < c.i < verb.i]:
        hang(link, told[-1], "cc")
    if told:
        hang(verb, told[-1], "conj")


def list_of_what_is_told(verb: Token) -> None:
    """A list goes on with what is told ("described how troops stopped men, loaded them into trucks, and shot them")."""
    if verb.dep_ != "conj" or verb.tag_ != "VBD" or any(c.dep_ in {*SUBJECT, *AUXILIARY} for c in verb.children):
        return
    above = verb.head
    told = [
        c
        for c in above.children
        if c.dep_ == "ccomp" and c.tag_ == "VBD" and above.i < c.i < verb.i and c.lemma != "be"
    ]
    if not told:
        return
    joined = any(c.dep_ == "cc" and told[-1].i < c.i < verb.i for c in (*above.children, *told[-1].children))
    if not joined and any(c.dep_ == "conj" and c.tag_ == "VBD" for c in verb.children):
        hang(verb, told[-1], "conj")


def harm_of_what_is_told(verb: Token) -> None:
    """What is told did the harm, not who tells it.

    "Reported an air strike, killing ten", "was blamed for bombing a bus, killing ten", "a man accused of bombing a bus,
    killing ten, was freed".
    """
    told = verb.head
    if verb.dep_ == "acl":
        told = next((c for c in told.children if c.dep_ == "acl" and told.i < c.i < verb.i), told)
    links = [p for p in told.children if p.dep_ == "prep" and p.lower_ in {"for", "of"} and p.i < verb.i]
    deed = next((c for p in links for c in p.children if c.dep_ == "pcomp"), None)
    thing = next((c for c in objects(told) if c.i < verb.i and c.pos_ == "NOUN"), None)
    harms = (
        verb.dep_ in {"advcl", "acl"} and verb.tag_ == "VBG" and verb.lemma in transitive_verbs() and verb.i > told.i
    )
    if not harms or told.lemma not in telling_verbs() or any(c.dep_ in {"ccomp", *AUXILIARY} for c in verb.children):
        return
    if deed is not None:
        hang(verb, deed, "advcl")
    elif thing is not None and verb.dep_ == "advcl":
        hang(verb, thing, "acl")


def clauses_before_speaker(verb: Token) -> None:
    """In "police called on them to leave, but they fired, the mayor said" the mayor says both, unless one is quoted."""
    first = verb.head
    if verb.dep_ != "conj" or verb.lemma not in closing_verbs() or first.lemma in closing_verbs() | speaking_verbs():
        return
    subject = next((c for c in verb.children if c.dep_ in SUBJECT and c.i < verb.i), None)
    second = next((c for c in verb.children if c.dep_ == "ccomp" and c.i < verb.i), None)
    if subject is None or second is None or not first.i < left_of(second).i <= second.i < left_of(subject).i:
        return
    quoted = any(t.is_quote for t in verb.doc[verb.sent.start : verb.i])
    joined = any(c.dep_ == "cc" and first.i < c.i < second.i for c in first.children)
    if first.dep_ == "ROOT" and is_finite(first) and joined and not quoted and left_of(subject).nbor(-1).text == ",":
        put_above(verb, first)
        first.dep_ = "ccomp"
        hang(second, first, "conj")


def called_by_two(verb: Token) -> None:
    """In "what Avon calls an operation, Lorn calls a massacre" Avon calls something so: "what" belongs to no name."""
    if verb.lemma not in naming_verbs():
        return
    what = next((w for c in verb.children for w in c.children if c.dep_ == "nsubj" and w.lower_ == "what"), None)
    if what is None or what.dep_ != "det":
        return
    for label in objects(verb):
        label.dep_ = "oprd"
    hang(what, verb, "dobj")


def speaker_in_the_act(verb: Token) -> None:
    """In `"…," said a man speaking to the crowd` the man says it: a participle narrows the noun behind the verb."""
    before = [c for c in verb.children if c.dep_ == "ccomp" and c.i < verb.i]
    if verb.lemma not in speaking_verbs() or not before or any(c.dep_ in SUBJECT for c in verb.children):
        return
    for act in [c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i and c.tag_ in {"VBG", "VBN"}]:
        speaker = next((c for c in act.children if c.dep_ == "nsubj"), None)
        if speaker is not None and left_of(speaker).i == verb.i + 1 and act.i == right_of(speaker).i + 1:
            hang(speaker, verb, "nsubj")
            hang(act, speaker, "acl")
            return


def speaker_before_day(verb: Token) -> None:
    """In "the military Wednesday said …" the military says it, on that day."""
    day = verb.nbor(-1) if verb.i > verb.sent.start else verb
    if day.lower_ not in weekdays() or day.head is not verb or any(c.dep_ in SUBJECT for c in verb.children):
        return
    noun = day.nbor(-1) if day.i > day.sent.start else day
    if noun.head is day and noun.dep_ in {"amod", "compound", "nmod", "poss"}:
        for word in [c for c in day.children if c is not noun and c.i < noun.i]:
            hang(word, noun, word.dep_)
        hang(noun, verb, "nsubjpass" if any(c.dep_ == "auxpass" for c in verb.children) else "nsubj")
        noun.pos_ = "PROPN" if noun.tag_ == "NNP" else "NOUN"
        day.dep_ = "npadvmod"


def day_of_saying(verb: Token) -> None:
    """In "said on Monday its ships sank a boat" that was said on Monday: no comma parts the day from the verb. So too
    in "said Monday rockets hit a base".
    """
    if verb.lemma not in speaking_verbs() | closing_verbs():
        return
    day = verb.nbor(1) if verb.i + 2 < verb.sent.end else verb
    if day.lower_ in weekdays() and day.dep_ in {"compound", "npadvmod", "nmod"} and day.head.i > day.i:
        clause = day.head
        while clause.head is not clause and clause.head is not verb:
            clause = clause.head
        if clause.dep_ == "ccomp" and not day.children and day.nbor(1).ent_type_ not in {"DATE", "TIME"}:
            hang(day, verb, "npadvmod")
    for clause in [c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i]:
        subject = next((c for c in clause.children if c.dep_ in SUBJECT and c.i < clause.i), None)
        for link in [c for c in clause.children if c.i == verb.i + 1 and c.dep_ == "prep" and c.lower_ == "on"]:
            days = [c for c in link.children if c.dep_ == "pobj" and c.lower_ in weekdays()]
            if days and subject is not None and right_of(link).i == left_of(subject).i - 1:
                hang(link, verb, "prep")
    _bare_day_of_saying(verb)


def _bare_day_of_saying(verb: Token) -> None:
    """In "said Monday rebels shelled it", "said late Monday …" and "said Monday night …" as well."""
    doc, last = verb.doc, verb.sent.end - 1
    i = verb.i + 1 + (verb.i < last and doc[verb.i + 1].lower_ in {"late", "early"})
    if i >= last - 1 or doc[i].lower_ not in weekdays():
        return
    day = doc[i + 1] if doc[i + 1].lower_ in parts_of_day() else doc[i]
    behind, lost = doc[day.i + 1], day.head
    clause = lost if lost.dep_ == "ccomp" else lost.head
    if behind.is_punct or behind.pos_ == "ADP" or behind.tag_ == "POS" or behind.lower_ == "that":
        return
    if lost is verb or clause.dep_ != "ccomp" or clause.head is not verb:
        return
    if day.dep_ in SUBJECT and not _subject_like_a_verb(lost, verb):
        return  # "said Monday was a hard day"
    for word in doc[verb.i + 1 : day.i]:
        hang(word, day, "amod" if word.lower_ in {"late", "early"} else "compound")
    hang(day, verb, "npadvmod")


def _subject_like_a_verb(noun: Token, verb: Token) -> bool:
    """In "said Monday airstrikes killed ten" airstrikes did, and strike nothing themselves."""
    clauses = (c for c in verb.children if c.dep_ in {"ccomp", "advcl"} and c.i > noun.i and is_finite(c))
    deed = next(clauses, None)
    if noun.tag_ != "VBZ" or deed is None or any(c.dep_ in SUBJECT for c in deed.children):
        return False
    noun.tag_, noun.pos_ = "NNS", "NOUN"
    hang(noun, deed, "nsubj")
    deed.dep_ = "ccomp"
    return True


def hearsay_in_the_act(verb: Token) -> None:
    """In "the soldiers, it was reported, looted shops" the soldiers looted: the hearsay is an aside."""
    subjects = [c for c in verb.children if c.dep_ in SUBJECT and c.i < verb.i]
    if len(subjects) != 2 or subjects[1].lower_ != "it":
        return
    deed = next((c for c in verb.children if c.dep_ == "conj" and verb.i < left_of(c).i <= verb.i + 2), None)
    if deed is None or verb.nbor(1).text != ",":
        return
    if subjects[1].nbor(-1).text == "," and not any(c.dep_ in SUBJECT for c in deed.children):
        put_above(deed, verb)
        hang(subjects[0], deed, "nsubjpass" if any(c.dep_ == "auxpass" for c in deed.children) else "nsubj")
        verb.dep_ = "parataxis"


def reason_behind_aside(verb: Token) -> None:
    """In "the road was closed, the mayor said, because rebels had mined it" that is why it was closed, as he said; and
    "after rebels had mined it" when.
    """
    if verb.lemma not in closing_verbs():
        return
    before = [c for c in verb.children if c.dep_ == "ccomp" and c.i < verb.i]
    said = verb.head if verb.dep_ == "parataxis" else before[-1] if before else verb
    subject = next((c for c in verb.children if c.dep_ in SUBJECT and c.i < verb.i), None)
    if said is verb or subject is None or said.i > subject.i:
        return
    for reason in [c for c in verb.children if c.dep_ == "advcl" and left_of(c).i == verb.i + 2]:
        links = reasoning_words() | subordinating_prepositions()
        if left_of(reason).lower_ in links and verb.nbor(1).text == ",":
            hang(reason, said, "advcl")


def clause_with_aside(verb: Token) -> None:
    """In "claimed its fighters, whom it praised, attacked the base" it claimed that they attacked; so too in "said the
    men, riding on camels, attacked it".
    """
    cue = verb.head
    if verb.dep_ != "conj" or verb.tag_ != "VBD" or cue.lemma not in speaking_verbs():
        return
    own = any(c.dep_ in {*SUBJECT, *AUXILIARY} for c in verb.children)
    said = any(c.dep_ in {"cc", "ccomp", "xcomp"} for c in cue.children)
    if own or said or verb.nbor(-1).text != ",":
        return
    for subject in [c for c in objects(cue) if cue.i < c.i < verb.i]:
        doing = _aside_between(subject, verb)
        if right_of(subject).i >= verb.i - 2 and any(c.dep_ == "relcl" for c in subject.children):
            hang(verb, cue, "ccomp")
            hang(subject, verb, "nsubj")
            return
        if doing is not None:
            hang(verb, cue, "ccomp")
            hang(doing, subject, "acl")
            hang(subject, verb, "nsubj")
            return


def _aside_between(noun: Token, verb: Token) -> Token | None:
    """The participle that all words between the commas behind a noun and before a verb hang on."""
    doing = next((c for c in verb.children if c.dep_ in {"csubj", "advcl"} and noun.i < c.i < verb.i), None)
    if doing is None or doing.tag_ not in {"VBG", "VBN"} or right_of(noun).i > doing.i:
        return None
    whole = left_of(doing).i == right_of(noun).i + 2 and left_of(doing).nbor(-1).text == ","
    return doing if whole and right_of(doing).i >= verb.i - 2 else None


def that_beside_that(verb: Token) -> None:
    """In "claimed that two had died, and that troops burned it" both are claimed: no main clause begins with "that"."""
    cue = verb.head
    first = [c for c in cue.children if c.dep_ == "ccomp" and cue.i < c.i < verb.i and _is_that_clause(c)]
    if verb.dep_ != "conj" or not first or not is_whole_that_clause(verb):
        return
    for link in [c for c in cue.children if c.dep_ == "cc" and first[-1].i < c.i < verb.i]:
        hang(link, first[-1], "cc")
    hang(verb, first[-1], "conj")


def _is_that_clause(clause: Token) -> bool:
    return any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.children)


def quoted_as_saying(verb: Token) -> None:
    """In "…, the paper quoted police as saying" police say what stands before."""
    before = next((c for c in verb.children if c.dep_ == "ccomp" and c.i < verb.i), None)
    for link in [c for c in verb.children if c.dep_ == "prep" and c.lower_ == "as" and c.i > verb.i]:
        for said in [c for c in link.children if c.dep_ == "pcomp" and c.tag_ == "VBG"]:
            if before is not None and not any(c.dep_ in {"ccomp", "dobj"} for c in said.children):
                hang(before, said, "ccomp")
                return


def saying_of_quoted(verb: Token) -> None:
    """In "the paper quoted the mayor saying that two had died" the mayor says so, just as who is quoted "as saying"."""
    whom = next(iter(objects(verb)), None)
    for said in [c for c in verb.children if c.dep_ == "advcl" and c.tag_ == "VBG" and c.lemma in speaking_verbs()]:
        if whom is not None and verb.lemma in citing_verbs() and right_of(whom).i == said.i - 1:
            hang(said, whom, "acl")


def clause_behind_hearer(verb: Token) -> None:
    """In "told a radio station that two men had died" the clause is what is told, and narrows no station, whatever
    "that" is to the parser ("told it that the mayor had fled").
    """
    if verb.lemma not in informing_verbs():
        return
    for clause in [c for c in verb.children if c.dep_ == "ccomp"]:
        opening, own = left_of(clause), any(c.dep_ in SUBJECT for c in clause.children)
        if own and opening.lower_ == "that" and opening.dep_ == "dobj":
            opening.dep_ = "mark"
    if any(c.dep_ == "ccomp" for c in verb.children):
        return
    for hearer in [c for c in verb.children if c.dep_ in {"dobj", "dative"} and c.i > verb.i]:
        for clause in [c for c in hearer.children if c.dep_ == "relcl" and c.i > hearer.i]:
            that = next((c for c in clause.children if c.lower_ == "that" and c.dep_ in {"dobj", "advmod"}), None)
            own = any(c.dep_ in SUBJECT and c is not that for c in clause.children)
            if that is not None and own and left_of(clause) is that:
                hang(clause, verb, "ccomp")
                that.dep_ = "mark"
                return
    _hang_clause_behind([c for c in verb.children if c.dep_ in {"dobj", "dative"}], verb)


def clause_with_that(verb: Token) -> None:
    """In "reported, without giving names, that two had died" the clause with "that" is reported, and no aside."""
    if verb.lemma not in speaking_verbs() | closing_verbs() or any(c.dep_ in {"ccomp", "dobj"} for c in verb.children):
        return
    for clause in [c for c in verb.children if c.dep_ == "advcl" and c.i > verb.i]:
        that = next((c for c in clause.children if c.dep_ == "mark" and c.lower_ == "that"), None)
        if that is None or that.nbor(-1).text != "," or not any(c.dep_ in SUBJECT for c in clause.children):
            continue
        for aside in [c for c in clause.children if verb.i < c.i < that.i]:
            hang(aside, verb, aside.dep_)
        clause.dep_ = "ccomp"


def clause_behind_doer(verb: Token) -> None:
    """In "were told by the police that two men had died" the clause is what is told, and narrows no police."""
    if verb.lemma not in informing_verbs() | believing_verbs() or any(c.dep_ == "ccomp" for c in verb.children):
        return
    links = [c for c in verb.children if c.dep_ in {"agent", "prep"} and c.lower_ == "by"]
    _hang_clause_behind([who for link in links for who in link.children if who.dep_ == "pobj"], verb)


def clause_behind_claims(verb: Token) -> None:
    """In "no comment on claims soldiers burned it" soldiers burned it, by the claims: no plural narrows a noun."""
    if verb.dep_ != "conj" or verb.tag_ != "VBD":
        return
    subject = verb.nbor(-1) if verb.i > verb.sent.start + 1 else verb
    claims = subject.nbor(-1) if subject is not verb else verb
    bare = not any(c.dep_ in {*SUBJECT, *AUXILIARY, "mark"} for c in verb.children)
    joined = any(c.dep_ == "cc" and c.i < verb.i for c in verb.head.children)
    if not bare or joined or verb.head.i > claims.i:
        return
    if (
        subject.dep_ in {"pobj", "dobj"}
        and claims.head is subject
        and claims.dep_ == "compound"
        and claims.tag_ == "NNS"
    ):
        hang(claims, subject.head, subject.dep_)
        hang(subject, verb, "nsubj")
        hang(verb, claims, "acl")


def clause_behind_cited(verb: Token) -> None:
    """In "said, citing two sources, that two men had died" the clause is what is said, and narrows no sources."""
    if verb.lemma not in speaking_verbs() | closing_verbs() or any(c.dep_ == "ccomp" for c in verb.children):
        return
    for aside in [c for c in verb.children if c.dep_ == "advcl" and c.lemma in citing_verbs() and c.tag_ == "VBG"]:
        _hang_clause_behind(objects(aside), verb)


def _hang_clause_behind(nouns: list[Token], verb: Token) -> None:
    """Hangs a whole clause that stands below nouns behind a verb, or below what narrows them, on that verb."""
    narrowing = [c for noun in nouns if noun.i > verb.i for c in noun.children if c.dep_ in {"relcl", "acl"}]
    clauses = narrowing + [c for clause in narrowing for c in clause.children if c.dep_ == "ccomp"]
    for clause in [c for c in clauses if is_whole_that_clause(c)][:1]:
        hang(clause, verb, "ccomp")
        next(c for c in clause.children if c.lower_ == "that").dep_ = "mark"


def victims_before_speakers(verb: Token) -> None:
    """In "a blast hit the town, killing ten people, police and doctors said" ten people are killed, and say nothing."""
    first = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    if verb.lemma not in closing_verbs() or first is None or left_of(first).i == first.sent.start:
        return
    deed = left_of(first).nbor(-1)
    speakers = [c for c in first.children if c.dep_ == "conj"]
    parted = any(c.text == "," and speakers and first.i < c.i < speakers[0].i for c in first.children)
    if deed.tag_ != "VBG" or objects(deed) or deed.lemma not in transitive_verbs() or not parted:
        return
    hang(speakers[0], verb, "nsubj")
    hang(first, deed, "dobj")
