"""Mends what the parser of English news gets wrong again and again, where grammar alone decides.

Each rule looks at one verb and hangs words elsewhere; and what kind of word one is
with them: labels, heads, children, tags and, with them, lemmas are all it sets.
"""

from collections.abc import Callable

from converters.language.tokens import (
    believing_verbs,
    closing_verbs,
    governing_verbs,
    holding_verbs,
    kinds_of_captives,
    ordering_verbs,
    prepositions_of_means,
    speaking_verbs,
    subordinating_prepositions,
    telling_verbs,
    transitive_verbs,
    verdicts,
)
from converters.language.tree import Doc, Token

_SUBJECT = frozenset({"nsubj", "nsubjpass"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_AUXILIARY = frozenset({"aux", "auxpass"})
_SINGULAR = frozenset({"is", "was", "has"})
_PLURAL = frozenset({"are", "were", "have"})
_PERFECT = frozenset({"has", "have"})
_PRESENT = frozenset({"do", "does", "will", "can", "may"})
_COUNTERS = frozenset({"amod", "nummod", "quantmod", "advmod"})


def mend(doc: Doc) -> None:
    """Applies the rules to each verb of a block in text order, and to each noun, the inner before the outer."""
    for token in doc:
        if token.pos_ in {"VERB", "AUX"}:
            name_like_a_verb(token)
            passive_without_auxiliary(token)
        elif token.pos_ == "NOUN":
            verb_like_a_noun(token)
    for token in doc:
        if token.children and token.pos_ in {"VERB", "AUX"}:
            for rule in OF_VERBS:
                rule(token)
    for token in reversed(doc):
        if token.children and token.pos_ == "NOUN":
            doer_behind_victims(token)


def one_subject(verb: Token) -> None:
    """Of two subjects the one beside the verb is its own.

    The other is coordinated with it ("eight rebels and four soldiers were killed"), or the object of the clause before
    ("rebels killed 60 troops near the town, a report said").
    """
    found = [c for c in verb.children if c.dep_ in _SUBJECT and c.i < verb.i]
    if len(found) != 2:
        return
    first, second = found
    if any(c.dep_ == "cc" and first.i < c.i < second.i for c in first.children):
        _hang(second, first, "conj")
        return
    between = next((c for c in verb.children if c.dep_ == "ccomp" and first.i < c.i < second.i), None)
    if between is not None:
        _hang(first, between, "npadvmod")  # "Near Avon, planes struck a depot, the command said"
        return
    opening = _left(second)
    before = first.doc[_left(first).i - 1] if _left(first).i > first.sent.start else None
    parted = opening.i > first.sent.start and opening.nbor(-1).text == ","
    if parted and before is not None and before.pos_ == "VERB" and not _objects(before):
        _hang(first, before, "dobj")


def speaker_behind_apposition(verb: Token) -> None:
    """In "it killed the mayor, Ana Holm, a rebel source said" no comma parts the last phrase from its verb: it is the
    subject, and what stands before it belongs to the clause that is said.
    """
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    clause = next((c for c in verb.children if c.dep_ == "ccomp" and c.i < verb.i), None)
    if subject is None or clause is None or clause.i > subject.i:
        return
    last = subject.children[-1] if subject.children else subject
    if last.dep_ != "appos" or _right(last).i != verb.i - 1 or _left(last).nbor(-1).text != ",":
        return
    _hang(last, verb, "nsubj")
    _hang(subject, next(iter(_objects(clause)), clause), "appos")


def speaker_behind(verb: Token) -> None:
    """ "…, said state agency AVON, adding …": the noun right behind the verb of what is said is who says it."""
    said = [c for c in verb.children if c.dep_ == "ccomp" and c.i < verb.i]
    if verb.lemma != "say" or not said or any(c.dep_ in _SUBJECT for c in verb.children):
        return
    for noun in [c for c in verb.children if c.i > verb.i and c.dep_ in {"ccomp", "dobj", "attr", "npadvmod"}]:
        if noun.pos_ in {"NOUN", "PROPN"} and _left(noun).i == verb.i + 1 and noun.ent_type_ not in {"DATE", "TIME"}:
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
        for clause in [c for c in medium.children if c.dep_ == "acl" and c.tag_ in _FINITE | {"VBN", "VBG"}]:
            if any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.children):
                _hang(clause, verb, "ccomp")


def verb_like_a_noun(noun: Token) -> None:
    """In "state media report that …" a plural stands before the verb: "report" is no noun."""
    clause = next((c for c in noun.children if c.dep_ == "acl" and any(m.lower_ == "that" for m in c.children)), None)
    subject = noun.nbor(-1) if noun.i > noun.sent.start else noun
    plural = subject.tag_ in {"NNS", "NNPS"} or subject.lower_ == "media"
    if noun.dep_ != "ROOT" or noun.tag_ != "NN" or clause is None or subject.dep_ != "compound" or not plural:
        return
    noun.pos_, noun.tag_, subject.dep_ = "VERB", "VBP", "nsubj"
    clause.dep_ = "ccomp"
    for child in [c for c in noun.children if c.i < subject.i]:
        _hang(child, subject, child.dep_)


def stolen_subject(verb: Token) -> None:
    """The last of coordinated nouns, right before a finite verb with no subject, is its subject, not one more object.

    "Smoke rose from the area and residents said …", "we lost one soldier and several others were injured".
    """
    if not _is_finite(verb) or any(c.dep_ in {*_SUBJECT, "mark", "expl", "csubj"} for c in verb.children):
        return
    group = [c for c in verb.children if c.dep_ in {*_AUXILIARY, "neg", "advmod"} and c.i < verb.i]
    first = min([verb, *group], key=lambda token: token.i)
    noun = first.nbor(-1) if first.i > verb.sent.start else verb
    while noun.dep_ in {"compound", "pobj", "prep"} and noun.head.dep_ != "conj" and noun.head is not noun:
        noun = noun.head
    if noun.dep_ != "conj" or noun.pos_ not in {"NOUN", "PROPN"} or _right(noun).i != first.i - 1:
        return
    if not any(c.dep_ == "cc" and c.i == _left(noun).i - 1 for c in noun.head.children):
        return
    _hang(noun, verb, "nsubjpass" if any(c.dep_ == "auxpass" for c in verb.children) else "nsubj")
    if verb.dep_ == "advcl":
        verb.dep_ = "conj"


def deed_behind_conjunction(verb: Token) -> None:
    """ "As shelling went on": a gerund between the conjunction and a finite verb without a subject is that subject."""
    if not _is_finite(verb) or any(c.dep_ in _SUBJECT for c in verb.children):
        return
    for mark in [c for c in verb.children if c.dep_ == "mark"]:
        for deed in [c for c in mark.children if c.dep_ == "pcomp" and c.tag_ == "VBG" and mark.i < c.i < verb.i]:
            _hang(deed, verb, "nsubj")
            deed.tag_, deed.pos_, deed.lemma = "NN", "NOUN", deed.lower_


def clause_of_time(verb: Token) -> None:
    """A clause with "when" behind the main verb tells when that was, and is no attribute of a noun before the verb."""
    noun = verb.head
    if verb.dep_ != "relcl" or not any(c.lower_ == "when" and c.dep_ == "advmod" for c in verb.children):
        return
    above = noun.head
    if above.pos_ in {"VERB", "AUX"} and noun.i < above.i < verb.i:
        _hang(verb, above, "advcl")


def finite_complement(verb: Token) -> None:
    """A participle or adjective with the subject of the finite verb behind it only narrows that.

    "Said troops guarding it fled", "said men responsible for it were held".
    """
    clauses = [c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i]
    if len(clauses) != 2:
        return
    participle, finite = clauses
    subject = next((c for c in participle.children if c.dep_ == "nsubj"), None)
    whole = any(c.dep_ in {"aux", "auxpass", "mark", "cc", "neg"} for c in participle.children)
    narrow = participle.tag_ == "VBG" or (participle.tag_ in {"VBD", "VBN", "JJ"} and not _objects(participle))
    bare = narrow and not whole
    gapped = _is_finite(finite) and not any(c.dep_ in {*_SUBJECT, "mark", "expl", "csubj"} for c in finite.children)
    if subject is None or not bare or not gapped or _right(participle).i != _left(finite).i - 1:
        return
    _hang(subject, finite, "nsubjpass" if any(c.dep_ == "auxpass" for c in finite.children) else "nsubj")
    _hang(participle, subject, "acl")
    participle.tag_ = "VBN" if participle.tag_ == "VBD" else participle.tag_


def clause_after_preposition(verb: Token) -> None:
    """A finite verb right behind the noun of "after" has that as its subject ("after a blast killed six")."""
    noun = verb.head
    link = noun.head
    if verb.dep_ != "acl" or verb.tag_ not in {"VBD", "VBZ", "VBP"} or noun.dep_ != "pobj" or not _objects(verb):
        return
    beside = _left(verb) is verb and verb.i - 1 in {noun.i, *_rights(noun, verb)}
    if link.lower_ not in subordinating_prepositions() or not beside:
        return
    _hang(verb, link.head, "advcl")
    _hang(noun, verb, "nsubj")
    _hang(link, verb, "mark")


def gapped_subject(verb: Token) -> None:
    """ "Five were killed and many more injured", "one was killed and another hurt": what counts is the subject."""
    if verb.dep_ != "conj" or verb.tag_ != "VBN" or any(c.dep_ in {*_SUBJECT, "dobj"} for c in verb.children):
        return
    for child in verb.children:
        counted = any(c.dep_ in _COUNTERS and c.i < child.i for c in child.children)
        more = child.lower_ in {"more", "others"} and child.dep_ in {"advmod", "npadvmod"} and counted
        if child.i < verb.i and (more or (child.lower_ == "another" and child.dep_ == "det")):
            child.dep_, child.pos_ = "nsubjpass", "NOUN"
            return


def gapped_clause(verb: Token) -> None:
    """ "Two were killed and a child injured": the participle is the second verb, not an attribute of its subject."""
    noun = verb.head
    first = noun.head
    if verb.dep_ != "acl" or verb.tag_ != "VBN" or noun.dep_ != "conj" or first.tag_ != "VBN":
        return
    if any(c.dep_ == "auxpass" for c in first.children) and first.pos_ in {"VERB", "AUX"}:
        _hang(verb, first, "conj")
        _hang(noun, verb, "nsubjpass")


def doer_behind_label(verb: Token) -> None:
    """Who does it stands behind what it is done as ("described as a massacre by witnesses", "named chair by it")."""
    if not any(c.dep_ == "auxpass" for c in verb.children) or any(c.lower_ == "by" for c in verb.children):
        return
    behind = [c for c in verb.children if c.i > verb.i and (c.lower_ == "as" or c.dep_ in {"dobj", "oprd"})]
    labels = [c for one in behind for c in (one.children if one.lower_ == "as" else [one])]
    for label in [one for one in labels if one.pos_ in {"NOUN", "PROPN"}]:
        for link in [c for c in label.children if c.lower_ == "by" and c.i > label.i]:
            _hang(link, verb, "agent")


def name_like_a_verb(verb: Token) -> None:
    """ "IS" where not all is written in capitals is the name of a group, the subject of the verb behind it."""
    deed = verb.head
    if verb.text != "IS" or not any(t.text.islower() for t in verb.sent):
        return
    if deed is verb or deed.i < verb.i or verb.children:
        return
    if any(c.dep_ in _SUBJECT for c in deed.children) or deed.tag_ not in {"VBD", "VBN"}:
        return
    verb.dep_, verb.pos_, verb.tag_, verb.lemma = "nsubj", "PROPN", "NNP", verb.text
    deed.tag_ = "VBD"


def perfect_infinitive(verb: Token) -> None:
    """In "were said to have targeted men" the participle is the verb, not an attribute of its object."""
    if verb.lemma != "have" or verb.tag_ != "VB" or verb.dep_ != "xcomp" or verb.head.tag_ not in {"VBN", "JJ"}:
        return
    for thing in _objects(verb):
        deed = next((c for c in thing.children if c.i == verb.i + 1 and c.tag_ in {"VBN", "VBD"}), None)
        if deed is not None and deed.dep_ == "amod":
            above = verb.head
            _hang(deed, above, "xcomp")
            for child in [c for c in verb.children if c is not thing]:
                _hang(child, deed, child.dep_)
            _hang(thing, deed, "dobj")
            _hang(verb, deed, "aux")
            deed.pos_, deed.tag_ = "VERB", "VBN"
            return


def passive_without_auxiliary(verb: Token) -> None:
    """A verb that never lacks its object is as passive as the first ("ten were killed and the village torched"), or as
    the others of its kind in headlines ("Aid staff kidnapped in Avon").
    """
    first = verb.head
    headline = verb.dep_ == "ROOT" and not verb.sent[-1].is_punct and not any(c.dep_ == "conj" for c in verb.children)
    alone = not any(c.dep_ in {*_AUXILIARY, "dobj", "ccomp", "xcomp", "prt"} for c in verb.children)
    if verb.tag_ not in {"VBD", "VBN"} or not alone or verb.lemma not in transitive_verbs():
        return
    if headline or (verb.dep_ == "conj" and any(c.dep_ == "auxpass" for c in first.children)):
        verb.tag_ = "VBN"
        for subject in [c for c in verb.children if c.dep_ == "nsubj"]:
            subject.dep_ = "nsubjpass"


def held_as(verb: Token) -> None:
    """In "women held hostage in the town" who is held stands before the verb, what they are held as behind it; in "took
    two men hostage" both stand behind it.
    """
    for kind in _objects(verb):
        whom = next((c for c in kind.children if c.dep_ == "compound" and c.tag_ == "NNS" and c.i == kind.i - 1), None)
        if whom is not None and kind.lower_ in kinds_of_captives():
            for word in [c for c in kind.children if c.i < whom.i]:
                _hang(word, whom, word.dep_)
            _hang(whom, verb, "dobj")
            kind.dep_ = "oprd"
            return
    kinds = [c for c in _objects(verb) if c.lower_ in kinds_of_captives() and not c.children]
    own = any(c.dep_ in _AUXILIARY for c in verb.children) or len(_objects(verb)) > 1
    if not kinds or own or verb.tag_ not in {"VBD", "VBN"} or kinds[0].i != verb.i + 1:
        return
    kinds[0].dep_ = "oprd"
    verb.tag_ = "VBN"
    for subject in [c for c in verb.children if c.dep_ == "nsubj"]:
        subject.dep_ = "nsubjpass"


def ordered_done(verb: Token) -> None:
    """In "ordered the bridge destroyed" what is ordered is that it be."""
    for noun in _objects(verb) if verb.lemma in ordering_verbs() else ():
        done = [c for c in noun.children if c.dep_ == "acl" and c.tag_ in {"VBN", "VBD"} and c.i == noun.i + 1]
        whole = any(c.dep_ in {"dobj", *_SUBJECT, *_AUXILIARY, "agent"} for word in done for c in word.children)
        if not done or whole or any(c.dep_ in {"ccomp", "xcomp"} for c in verb.children):
            continue
        _hang(done[0], verb, "ccomp")
        _hang(noun, done[0], "nsubjpass")
        done[0].tag_ = "VBN"


def verdict(verb: Token) -> None:
    """In "found two men guilty of murder" two men are found so, of murder."""
    word = next((c for c in verb.children if c.i > verb.i and c.lower_ in verdicts()), None)
    if verb.lemma != "find" or word is None or word.dep_ not in {"ccomp", "dobj"}:
        return
    before = [c for c in word.children if c.i < word.i]
    whom = next((c for c in before if c.dep_ == "nsubj"), before[-1] if before and word.dep_ == "dobj" else None)
    if whom is None:
        return
    for other in [c for c in before if c.i < whom.i]:
        _hang(other, whom, other.dep_)
    _hang(whom, verb, "dobj")
    word.dep_ = "oprd"
    for link in [c for c in word.children if c.dep_ == "prep"]:
        _hang(link, verb, "prep")


def conviction(verb: Token) -> None:
    """Who "is convinced that" something is so believes it, as who is sure of it does: nobody convinces them here."""
    auxiliary = next((c for c in verb.children if c.dep_ == "auxpass" and c.lemma == "be"), None)
    clause = any(c.dep_ == "ccomp" and c.i > verb.i for c in verb.children)
    by = any(c.dep_ in {"agent", "aux"} for c in verb.children)
    if verb.lemma not in believing_verbs() or auxiliary is None or not clause or by:
        return
    _put_above(auxiliary, verb)
    verb.dep_ = "acomp"
    for child in [c for c in verb.children if c.i < auxiliary.i or c.dep_ == "neg" or (c.is_punct and c.i > verb.i)]:
        _hang(child, auxiliary, "nsubj" if child.dep_ == "nsubjpass" else child.dep_)


def harm_of_what_is_told(verb: Token) -> None:
    """What is told did the harm, not who tells it.

    "Reported an air strike, killing ten", "was blamed for bombing a bus, killing ten".
    """
    told = verb.head
    links = [p for p in told.children if p.dep_ == "prep" and p.lower_ in {"for", "of"} and p.i < verb.i]
    deed = next((c for p in links for c in p.children if c.dep_ == "pcomp"), None)
    thing = next((c for c in _objects(told) if c.i < verb.i and c.pos_ == "NOUN"), None)
    harms = verb.dep_ == "advcl" and verb.tag_ == "VBG" and verb.lemma in transitive_verbs() and verb.i > told.i
    if not harms or told.lemma not in telling_verbs() or any(c.dep_ in {"ccomp", *_AUXILIARY} for c in verb.children):
        return
    if deed is not None:
        _hang(verb, deed, "advcl")
    elif thing is not None:
        _hang(verb, thing, "acl")


def held_territory(verb: Token) -> None:
    """In "civilians in territory held by rebels" the territory is held: a participle narrows the noun before it."""
    noun = verb.nbor(-1) if verb.i > verb.sent.start else verb
    by = any(c.dep_ == "agent" for c in verb.children)
    if verb.dep_ != "acl" or verb.tag_ != "VBN" or verb.head is noun or not by or verb.lemma not in holding_verbs():
        return
    if noun.pos_ in {"NOUN", "PROPN"} and noun.dep_ == "pobj" and verb.head.i < noun.i:
        above = verb.head.head
        for clause in [c for c in verb.children if c.dep_ == "xcomp" and above.pos_ == "VERB"]:
            _hang(clause, above, "xcomp")  # "warned civilians … to leave"
        _hang(verb, noun, "acl")


def more_of_them(verb: Token) -> None:
    """In "wounded 11 more" eleven more are wounded."""
    for more in [c for c in verb.children if c.lower_ == "more" and c.dep_ == "advmod" and c.i > verb.i]:
        if any(c.dep_ == "nummod" for c in more.children) and not _objects(verb):
            more.dep_ = "dobj"


def list_of_what_is_told(verb: Token) -> None:
    """A list goes on with what is told ("described how troops stopped men, loaded them into trucks, and shot them")."""
    above = verb.head
    told = [
        c
        for c in above.children
        if c.dep_ == "ccomp" and c.tag_ == "VBD" and above.i < c.i < verb.i and c.lemma != "be"
    ]
    bare = not any(c.dep_ in {*_SUBJECT, *_AUXILIARY} for c in verb.children)
    if verb.dep_ != "conj" or verb.tag_ != "VBD" or not told or not bare:
        return
    joined = any(c.dep_ == "cc" and told[-1].i < c.i < verb.i for c in (*above.children, *told[-1].children))
    if not joined and any(c.dep_ == "conj" and c.tag_ == "VBD" for c in verb.children):
        _hang(verb, told[-1], "conj")


def parted_main_verb(verb: Token) -> None:
    """In "rebels holding 20 men, including three doctors, clashed with troops" rebels clashed."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    bare = (
        verb.tag_ == "VBG" and verb.dep_ in {"ROOT", "ccomp"} and not any(c.dep_ in _AUXILIARY for c in verb.children)
    )
    if subject is None or not bare:
        return
    behind = [t for t in verb.doc[verb.i + 2 : verb.sent.end] if t.dep_ == "acl" and verb in t.ancestors]
    main = next((t for t in behind if t.tag_ in {"VBN", "VBD"} and t.nbor(-1).text in {",", "–", "—", "-"}), None)
    if main is None or any(c.dep_ in {"agent", *_SUBJECT, *_AUXILIARY} for c in main.children):
        return
    _put_above(main, verb)
    main.tag_ = "VBD"
    for child in [c for c in verb.children if c.i > main.i]:
        _hang(child, main, child.dep_)
    _hang(subject, main, "nsubj")
    _hang(verb, subject, "acl")


def closing_speaker(verb: Token) -> None:
    """What stands before ", the agency reported" at the end of a sentence is what the agency reported."""
    above = verb.head
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    behind = verb.dep_ == "ccomp" and above.dep_ == "ROOT" and above.i < verb.i and verb.lemma in closing_verbs()
    if subject is None or not behind or any(c.dep_ in {"xcomp", "mark"} for c in verb.children):
        return
    said = [c for c in verb.children if c.dep_ == "ccomp"]
    if not all(above.i < _left(c).i and _right(c).i < subject.i for c in said):
        return
    last = all(t.is_punct for t in verb.doc[_right(verb).i + 1 : verb.sent.end])
    if last and _left(subject).nbor(-1).text == ",":
        for clause in said:
            _hang(clause, above, "ccomp")
        _put_above(verb, above)
        above.dep_ = "ccomp"


def reduced_participle(verb: Token) -> None:
    """What narrows a noun without a subject of its own is a participle ("a man shot dead by an officer")."""
    own = any(c.dep_ in {*_SUBJECT, "dobj", *_AUXILIARY} for c in verb.children)
    if verb.dep_ == "acl" and verb.tag_ == "VBD" and not own:
        verb.tag_ = "VBN"


def past_conjunct(verb: Token) -> None:
    """A past is coordinated with the past of who speaks, not with the present said ("he said it does not and left")."""
    said = verb.head
    if verb.dep_ != "conj" or verb.tag_ != "VBD" or any(c.dep_ in {*_SUBJECT, *_AUXILIARY} for c in verb.children):
        return
    present = said.tag_ in {"VBZ", "VBP"} or (said.tag_ == "VB" and _auxiliaries(said) & _PRESENT)
    perfect = said.lower_ in _PERFECT  # "said they have regained land and pushed on", however that is parsed
    if present and not perfect and said.dep_ == "ccomp" and said.head.tag_ == "VBD" and said.head.i < said.i:
        _hang(verb, said.head, "conj")


def speaking_conjunct(verb: Token) -> None:
    """Who speaks goes on speaking ("condemned the raid that killed ten and called for talks", "said the plan was wrong
    and demanded another"): neither what a relative clause tells of a thing nor a copula is coordinated with speech.
    """
    clause = verb.head
    if verb.dep_ != "conj" or verb.tag_ != "VBD" or verb.lemma not in speaking_verbs():
        return
    if any(c.dep_ in {*_SUBJECT, *_AUXILIARY} for c in verb.children):
        return
    of_thing = clause.dep_ == "relcl" and any(
        c.lower_ in {"that", "which"} for c in clause.children if c.dep_ in _SUBJECT
    )
    if not of_thing and not (clause.dep_ == "ccomp" and clause.lemma == "be"):
        return
    above = clause.head
    while above.pos_ not in {"VERB", "AUX"} and above.head is not above:
        above = above.head
    if above.tag_ == "VBD" and above.lemma in speaking_verbs() and above.i < clause.i:
        for word in [c for c in clause.children if c.dep_ == "cc" and clause.i < c.i < verb.i]:
            _hang(word, above, "cc")
        _hang(verb, above, "conj")


def speaking_participle(verb: Token) -> None:
    """In "admitted that troops fired, blaming the team" who admits also blames."""
    clause = verb.head
    while clause.dep_ == "conj":
        clause = clause.head
    said = clause.head
    set_off = _left(verb).i > verb.sent.start and _left(verb).nbor(-1).text == ","
    if verb.tag_ != "VBG" or verb.dep_ not in {"advcl", "conj"} or verb.lemma not in speaking_verbs() or not set_off:
        return
    if clause.dep_ == "ccomp" and said.tag_ == "VBD" and said.lemma in speaking_verbs() and said.i < clause.i:
        _hang(verb, said, "advcl")


def agreeing_conjunct(verb: Token) -> None:
    """A singular verb is not coordinated with a plural one ("it hit men who were firing and was closing in")."""
    other = verb.head
    if verb.dep_ != "conj" or not _auxiliaries(verb) & _SINGULAR or not _auxiliaries(other) & _PLURAL:
        return
    if any(c.dep_ in {*_SUBJECT, "expl"} for c in verb.children) or other.dep_ not in {"relcl", "advcl"}:
        return
    above = other.head
    while above.pos_ not in {"VERB", "AUX"} and above.head is not above:
        above = above.head
    _hang(verb, above, "conj")


def goal_behind_means(verb: Token) -> None:
    """Where something goes by a means hangs on the verb ("were taken by boat to the port")."""
    for link in [c for c in verb.children if c.dep_ in {"prep", "agent"} and c.lower_ in prepositions_of_means()]:
        for means in [c for c in link.children if c.dep_ == "pobj" and not any(d.dep_ == "det" for d in c.children)]:
            for goal in [c for c in means.children if c.dep_ == "prep" and c.lower_ in {"to", "into", "from"}]:
                _hang(goal, verb, "prep")


def governed_preposition(verb: Token) -> None:
    """What belongs to the verb stands behind its object and not below it ("blamed the raid on the group").

    A verb behind the preposition shows that it does, however deep it hangs ("accused men in the north of killing her").
    """
    own = governing_verbs().get(verb.lemma)
    if own is None or any(c.dep_ == "prep" and c.lower_ in own for c in verb.children):
        return
    things = _objects(verb)
    if not things and not any(c.dep_ == "nsubjpass" for c in verb.children):
        return
    behind = verb.doc[verb.i + 1 : _right(verb).i + 1]
    links = [t for t in behind if t.dep_ == "prep" and t.lower_ in own and _in_phrases_of(t, verb)]
    for link in [t for t in links if t.head in things or any(c.tag_ == "VBG" for c in t.children)]:
        _hang(link, verb, "prep")


def doer_behind_victims(noun: Token) -> None:
    """In "the kidnap of two women and a girl by gunmen" the doer belongs to the deed."""
    victims = [o for of in noun.children if of.lower_ == "of" for o in of.children if o.dep_ == "pobj"]
    victims += [c for thing in (noun, *victims) for c in thing.children if c.dep_ == "conj" and victims]
    for victim in victims:
        if any(c.lower_ == "of" for c in victim.children):
            continue  # a deed of its own: "reports of the seizure of land by rebels"
        for link in [c for c in victim.children if c.lower_ == "by" and c.dep_ in {"prep", "agent"}]:
            _hang(link, noun, "prep")


OF_VERBS: tuple[Callable[[Token], None], ...] = (
    one_subject,
    speaker_behind_apposition,
    speaker_behind,
    clause_behind_medium,
    stolen_subject,
    deed_behind_conjunction,
    clause_of_time,
    finite_complement,
    clause_after_preposition,
    gapped_subject,
    gapped_clause,
    doer_behind_label,
    perfect_infinitive,
    held_as,
    ordered_done,
    verdict,
    conviction,
    harm_of_what_is_told,
    list_of_what_is_told,
    parted_main_verb,
    closing_speaker,
    held_territory,
    more_of_them,
    reduced_participle,
    past_conjunct,
    speaking_conjunct,
    speaking_participle,
    agreeing_conjunct,
    goal_behind_means,
    governed_preposition,
)


def _in_phrases_of(token: Token, verb: Token) -> bool:
    """Whether only objects and prepositions stand between a word and a verb above it."""
    while token.dep_ in {"prep", "pobj", "dobj"} and token.head is not verb:
        token = token.head
    return token.dep_ in {"prep", "dobj"} and token.head is verb


def _put_above(token: Token, other: Token) -> None:
    """Puts a token in the place of one above it, which then hangs on it."""
    token.head.children.remove(token)
    if other.head is other:
        token.head = token
    else:
        token.head = other.head
        other.head.children.remove(other)
        other.head.children.append(token)
        other.head.children.sort(key=lambda child: child.i)
    token.dep_ = other.dep_
    other.head = token
    token.children.append(other)
    token.children.sort(key=lambda child: child.i)


def _hang(token: Token, head: Token, label: str) -> None:
    token.head.children.remove(token)
    token.head, token.dep_ = head, label
    head.children.append(token)
    head.children.sort(key=lambda child: child.i)


def _is_finite(verb: Token) -> bool:
    return verb.tag_ in _FINITE or any(c.dep_ in _AUXILIARY and c.tag_ in _FINITE for c in verb.children)


def _auxiliaries(verb: Token) -> frozenset[str]:
    return frozenset(c.lower_ for c in verb.children if c.dep_ in _AUXILIARY)


def _objects(verb: Token) -> list[Token]:
    return [c for c in verb.children if c.dep_ == "dobj"]


def _left(token: Token) -> Token:
    """The first token of all that hangs on a token."""
    while token.children and token.children[0].i < token.i:
        token = token.children[0]
    return token


def _right(token: Token) -> Token:
    """The last token of all that hangs on a token."""
    while token.children and token.children[-1].i > token.i:
        token = token.children[-1]
    return token


def _rights(noun: Token, but: Token) -> list[int]:
    """The places where what follows a noun ends, less one of its children."""
    return [_right(child).i for child in noun.children if child.i > noun.i and child is not but]
