"""Who says it, and what is said."""

from converters.language.mending.tree import (
    AUXILIARY,
    FINITE,
    SUBJECT,
    auxiliaries,
    hang,
    is_whole_that_clause,
    left_of,
    objects,
    put_above,
    right_of,
)
from converters.language.tokens import (
    believing_verbs,
    citing_verbs,
    closing_verbs,
    informing_verbs,
    naming_verbs,
    reasoning_words,
    speaking_verbs,
    telling_verbs,
    transitive_verbs,
    weekdays,
)
from converters.language.tree import Token

_PERFECT = frozenset({"has", "have"})
_PRESENT = frozenset({"do", "does", "will", "can", "may"})


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


def clause_behind_medium(verb: Token) -> None:
    """What is said in a statement hangs on the verb ("said in a statement that ships had left")."""
    if verb.lemma not in speaking_verbs() or any(c.dep_ in {"ccomp", "dobj"} for c in verb.children):
        return
    links = [c for c in verb.children if c.dep_ == "prep" and c.i > verb.i]
    for medium in [noun for link in links for noun in link.children if noun.dep_ == "pobj"]:
        for clause in [c for c in medium.children if c.dep_ == "acl" and c.tag_ in FINITE | {"VBN", "VBG"}]:
            if any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.children):
                hang(clause, verb, "ccomp")


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
    if verb.lemma not in closing_verbs() or not any(c.dep_ == "ccomp" for c in verb.children):
        return
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    if subject is None:
        return
    link = left_of(subject).nbor(-1) if left_of(subject).i > verb.sent.start else verb
    first = link.head
    if link.dep_ != "cc" or first.pos_ not in {"NOUN", "PROPN"} or right_of(first) is not link:
        return
    if left_of(first).i > verb.sent.start and left_of(first).nbor(-1).text == ",":
        hang(first, verb, "nsubj")
        hang(subject, first, "conj")


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
    """In "the man fled, the mayor said, and was held" the mayor says both, unless the first is a quotation."""
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
    if plain and link is not None and link.lower_ == "and" and link.nbor(-1).text == ",":
        hang(link, above, "cc")
        hang(verb, above, "conj")


def speaking_conjunct(verb: Token) -> None:
    """Who speaks goes on speaking ("condemned the raid that killed ten and called for talks", "said the plan was wrong
    and demanded another"): what a relative clause tells of a thing, a copula, and what had been before are not
    coordinated with speech.
    """
    clause = verb.head
    if verb.dep_ != "conj" or verb.tag_ != "VBD" or verb.lemma not in speaking_verbs():
        return
    if any(c.dep_ in {*SUBJECT, *AUXILIARY} for c in verb.children):
        return
    of_thing = clause.dep_ == "relcl" and any(
        c.lower_ in {"that", "which"} for c in clause.children if c.dep_ in SUBJECT
    )
    before = clause.tag_ == "VBN" and "had" in auxiliaries(clause)
    if not of_thing and not (clause.dep_ == "ccomp" and (clause.lemma == "be" or before)):
        return
    above = clause.head
    while above.pos_ not in {"VERB", "AUX"} and above.head is not above:
        above = above.head
    if above.tag_ == "VBD" and above.lemma in speaking_verbs() and above.i < clause.i:
        for word in [c for c in clause.children if c.dep_ == "cc" and clause.i < c.i < verb.i]:
            hang(word, above, "cc")
        hang(verb, above, "conj")


def speaking_participle(verb: Token) -> None:
    """In "admitted that troops fired, blaming the team" who admits also blames; in "reported that they had, citing a
    source" who reports also cites.
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
    if clause.dep_ == "ccomp" and said.tag_ in FINITE and said.lemma in telling and said.i < clause.i:
        hang(verb, said, "advcl")


def past_conjunct(verb: Token) -> None:
    """A past is coordinated with the past of who speaks, not with the present said ("he said it does not and left")."""
    said = verb.head
    if verb.dep_ != "conj" or verb.tag_ != "VBD" or any(c.dep_ in {*SUBJECT, *AUXILIARY} for c in verb.children):
        return
    present = said.tag_ in {"VBZ", "VBP"} or (said.tag_ == "VB" and auxiliaries(said) & _PRESENT)
    perfect = said.lower_ in _PERFECT  # "said they have regained land and pushed on", however that is parsed
    if present and not perfect and said.dep_ == "ccomp" and said.head.tag_ == "VBD" and said.head.i < said.i:
        hang(verb, said.head, "conj")


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

    "Reported an air strike, killing ten", "was blamed for bombing a bus, killing ten".
    """
    told = verb.head
    links = [p for p in told.children if p.dep_ == "prep" and p.lower_ in {"for", "of"} and p.i < verb.i]
    deed = next((c for p in links for c in p.children if c.dep_ == "pcomp"), None)
    thing = next((c for c in objects(told) if c.i < verb.i and c.pos_ == "NOUN"), None)
    harms = verb.dep_ == "advcl" and verb.tag_ == "VBG" and verb.lemma in transitive_verbs() and verb.i > told.i
    if not harms or told.lemma not in telling_verbs() or any(c.dep_ in {"ccomp", *AUXILIARY} for c in verb.children):
        return
    if deed is not None:
        hang(verb, deed, "advcl")
    elif thing is not None:
        hang(verb, thing, "acl")


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
    """In "the road was closed, the mayor said, because rebels had mined it" that is why it was closed, as he said."""
    if verb.lemma not in closing_verbs():
        return
    before = [c for c in verb.children if c.dep_ == "ccomp" and c.i < verb.i]
    said = verb.head if verb.dep_ == "parataxis" else before[-1] if before else verb
    subject = next((c for c in verb.children if c.dep_ in SUBJECT and c.i < verb.i), None)
    if said is verb or subject is None or said.i > subject.i:
        return
    for reason in [c for c in verb.children if c.dep_ == "advcl" and left_of(c).i == verb.i + 2]:
        if left_of(reason).lower_ in reasoning_words() and verb.nbor(1).text == ",":
            hang(reason, said, "advcl")


def clause_with_aside(verb: Token) -> None:
    """In "claimed its fighters, whom it praised, attacked the base" it claimed that they attacked."""
    cue = verb.head
    if verb.dep_ != "conj" or verb.tag_ != "VBD" or cue.lemma not in speaking_verbs():
        return
    own = any(c.dep_ in {*SUBJECT, *AUXILIARY} for c in verb.children)
    said = any(c.dep_ in {"cc", "ccomp", "xcomp"} for c in cue.children)
    for subject in [c for c in objects(cue) if cue.i < c.i < verb.i and right_of(c).i >= verb.i - 2]:
        aside = any(c.dep_ == "relcl" for c in subject.children)
        if verb.nbor(-1).text == "," and aside and not own and not said:
            hang(verb, cue, "ccomp")
            hang(subject, verb, "nsubj")
            return


def quoted_as_saying(verb: Token) -> None:
    """In "…, the paper quoted police as saying" police say what stands before."""
    before = next((c for c in verb.children if c.dep_ == "ccomp" and c.i < verb.i), None)
    for link in [c for c in verb.children if c.dep_ == "prep" and c.lower_ == "as" and c.i > verb.i]:
        for said in [c for c in link.children if c.dep_ == "pcomp" and c.tag_ == "VBG"]:
            if before is not None and not any(c.dep_ in {"ccomp", "dobj"} for c in said.children):
                hang(before, said, "ccomp")
                return


def clause_behind_hearer(verb: Token) -> None:
    """In "told a radio station that two men had died" the clause is what is told, and narrows no station."""
    if verb.lemma not in informing_verbs() or any(c.dep_ == "ccomp" for c in verb.children):
        return
    _hang_clause_behind([c for c in verb.children if c.dep_ in {"dobj", "dative"}], verb)


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
