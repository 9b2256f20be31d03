"""What who speaks goes on to do, and what belongs to the clause that is said."""

from converters.language.mending.tree import (
    AUXILIARY,
    FINITE,
    SUBJECT,
    auxiliaries,
    hang,
    is_whole_that_clause,
    left_of,
    objects,
    right_of,
)
from converters.language.tokens import (
    answering_verbs,
    citing_verbs,
    closing_verbs,
    hearsay_verbs,
    past_adverbs,
    perceiving_verbs,
    speaking_verbs,
    transitive_verbs,
)
from converters.language.tree import Token

_OWN = frozenset({*SUBJECT, *AUXILIARY, "mark"})
_PERFECT = frozenset({"has", "have"})
_SHIFTED = frozenset({"had", "would"})
"""What puts in the past what was said in the present."""
_PRESENT = frozenset({"do", "does", "will", "can", "may"})
_TENSES = {"VBD": {"VBD"}, "VBZ": {"VBZ", "VBP"}, "VBP": {"VBZ", "VBP"}}
"""Tags of verbs in the same tense."""
_SO = frozenset({"xcomp", "oprd", "acomp", "ccomp"})


def speaking_conjunct(verb: Token) -> None:
    """Who speaks goes on speaking ("condemned the raid that killed ten and called for talks", "said the plan was wrong
    and demanded another", "stressed that it must end and urged them to talk"): what a relative clause tells of a thing,
    a copula, what had been before, what is now and what ought to be are not coordinated with speech in the past.
    """
    clause = _clause_of(verb.head)
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


def _clause_of(verb: Token) -> Token:
    """The clause that an infinitive belongs to ("was yet to be found")."""
    return verb.head if verb.dep_ == "xcomp" and verb.head.lemma == "be" else verb


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
    elif clause.dep_ == "pcomp" and above.head.dep_ == "dobj":
        above = above.head.head  # "gave no details about what it will do and said …"
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
    bidden = clause.dep_ == "xcomp" and clause.tag_ == "VB"  # "urged them to stop, calling it an act of war"
    if (clause.dep_ == "ccomp" or bidden) and said.tag_ in FINITE and said.lemma in telling and said.i < clause.i:
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


def past_of_what_is_told(verb: Token) -> None:
    """In "said they had not left, but talks had become harder" both are said: beside speech in the past nothing is told
    as what had been, or would be, but what is said.
    """
    said = verb.head
    shifted = auxiliaries(verb) & _SHIFTED
    if verb.dep_ != "conj" or not shifted or said.tag_ != "VBD" or verb.lemma in speaking_verbs() | closing_verbs():
        return
    if said.lemma not in speaking_verbs() | closing_verbs() or not any(c.dep_ in SUBJECT for c in verb.children):
        return
    if any(c.lower_ in past_adverbs() or c.dep_ in {"mark", "ccomp"} for c in verb.children):
        return
    told = [c for c in said.children if c.dep_ == "ccomp" and said.i < c.i < verb.i]
    link = next((c for c in said.children if told and c.dep_ == "cc" and told[-1].i < c.i < verb.i), None)
    if link is None or left_of(verb).i != link.i + 1 or auxiliaries(told[-1]).isdisjoint(_SHIFTED):
        return
    hang(link, told[-1], "cc")
    hang(verb, told[-1], "conj")


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


def harm_behind_saying(verb: Token) -> None:
    """In "said the raid damaged houses but did not hurt anyone" the raid hurt nobody, and who said so neither."""
    said = verb.head
    if (
        verb.dep_ != "conj"
        or verb.tag_ != "VB"
        or verb.lemma not in transitive_verbs()
        or any(c.dep_ in SUBJECT for c in verb.children)
    ):
        return
    told = [c for c in said.children if c.dep_ == "ccomp" and said.i < c.i < verb.i and c.lemma in transitive_verbs()]
    did = any(c.lower_ == "did" for c in verb.children)
    if did and told and said.lemma in speaking_verbs():
        _go_on(verb, told[-1])


def deed_of_those_seen(verb: Token) -> None:
    """In "saw two men running into the hall, firing shots" the men fired them, and not who saw it."""
    seeing = verb.head
    set_off = left_of(verb).i > verb.sent.start and left_of(verb).nbor(-1).text == ","
    if verb.dep_ != "advcl" or verb.tag_ != "VBG" or seeing.lemma not in perceiving_verbs() or not set_off:
        return
    seen = [c for thing in (seeing, *objects(seeing)) for c in thing.children if c.dep_ in {"acl", "ccomp"}]
    for deed in [c for c in seen if c.tag_ == "VBG" and seeing.i < c.i < verb.i][-1:]:
        hang(verb, deed, "advcl")


def presumed_state(verb: Token) -> None:
    """In "ten were missing and presumed drowned" nobody says who presumes it: it is a passive, as "were" tells."""
    state = verb.head
    if verb.dep_ != "conj" or verb.lemma not in hearsay_verbs() or any(c.dep_ in SUBJECT for c in verb.children):
        return
    if state.dep_ != "acomp" or state.head.lemma != "be" or not any(c.dep_ in _SO for c in verb.children):
        return
    verb.pos_, verb.tag_ = "VERB", "VBN"
    for subject in [c for c in state.head.children if c.dep_ == "nsubj"]:
        subject.dep_ = "nsubjpass"
    hang(verb, state.head, "conj")


def perfect_of_the_list(verb: Token) -> None:
    """In "said soldiers had come at night, dragged men out and shot them" the soldiers did: a list goes on with the
    perfect it began with.
    """
    said = verb.head
    listed = {c.dep_ for c in verb.children if c.i > verb.i} >= {"cc", "conj"}
    alone = all(c.is_punct for c in verb.children if c.i < verb.i)
    if verb.dep_ != "conj" or not (listed and alone) or said.lemma not in speaking_verbs() or verb.nbor(-1).text != ",":
        return
    for clause in [c for c in said.children if c.dep_ == "ccomp" and said.i < c.i and right_of(c).i == verb.i - 2]:
        if clause.tag_ == "VBN" and "had" in auxiliaries(clause):
            hang(verb, clause, "conj")
            verb.tag_ = "VBN"
