"""Who says it: the subjects of verbs of saying, where the parser takes them for something else."""

from converters.language.mending.tree import (
    AUXILIARY,
    FINITE,
    SUBJECT,
    hang,
    left_of,
    objects,
    put_above,
    right_of,
)
from converters.language.tokens import (
    citing_verbs,
    closing_verbs,
    informing_verbs,
    naming_verbs,
    sayings,
    speaking_verbs,
    weekdays,
)
from converters.language.tree import Token


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


def body_before_speaker(verb: Token) -> None:
    """In ", a Task Force Operation Shield spokesman said" all the names are the spokesman's: none of them is a mark."""
    for speaker in [c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i]:
        first = left_of(speaker)
        name = first.nbor(-1) if first.i > verb.sent.start else speaker
        beside = name.dep_ == "npadvmod" and name.ent_type_ == first.ent_type_ == "ORG"
        if name.pos_ == "PROPN" and (name.dep_ == "punct" or beside):
            hang(name, speaker, "compound")


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
    whole = label.dep_ == "appos" and label.i < verb.i and right_of(label).i >= verb.i - 2
    name = _named_before(label)
    if not whole or name.ent_type_ != "PERSON" or not said.i < name.i < verb.i:
        return
    above = name.head
    for word in [c for c in name.children if c.i < name.i and any(t.text == "," for t in name.doc[c.i : name.i])]:
        hang(word, above, name.dep_ if word.dep_ == "nmod" else "punct")  # "and the Levant, Col. Ana Holm"
    hang(name, verb, "nsubj")
    hang(label, name, "appos")


def _named_before(label: Token) -> Token:
    """Who is called so: the person named right before the comma, else what the parser says."""
    opening = left_of(label)
    name = opening.nbor(-2) if opening.i > label.sent.start + 1 and opening.nbor(-1).text == "," else label.head
    return name if name.ent_type_ == "PERSON" and name.pos_ == "PROPN" else label.head


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


def deed_behind_aside(verb: Token) -> None:
    """In "They attacked a town, data showed, and held ten men" they held them: who tells so stands between commas."""
    cue, first = verb.head, verb.head.head
    if verb.dep_ != "conj" or cue.dep_ != "conj" or objects(cue) or verb.tag_ != first.tag_ or first.i > cue.i:
        return
    told = cue.lemma in speaking_verbs() | closing_verbs() | {"show"}
    speaker = next((c for c in cue.children if c.dep_ == "nsubj" and c.i == cue.i - 1), None)
    if not told or speaker is None or any(c.dep_ == "nsubj" for c in verb.children):
        return
    if left_of(speaker).nbor(-1).text == "," and cue.nbor(1).text == "," and verb.nbor(-1).dep_ == "cc":
        hang(verb.nbor(-1), first, "cc")
        hang(verb, first, "conj")
        cue.dep_ = "parataxis"
