"""What is told: the clauses below verbs of saying, where the parser hangs them elsewhere."""

from itertools import takewhile

from converters.language.mending.tree import (
    AUXILIARY,
    FINITE,
    SUBJECT,
    hang,
    is_finite,
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
    concealments,
    informing_verbs,
    reasoning_words,
    speaking_verbs,
    subordinating_prepositions,
    telling_verbs,
    transitive_verbs,
)
from converters.language.tree import Token

_BEFORE = ["but", "not", "before"]


def clause_behind_medium(verb: Token) -> None:
    """What is said in a statement, or at a time, hangs on the verb ("said in a statement that ships had left", "said at
    the time that ships had left", "said on condition of anonymity that ships had left").
    """
    if verb.lemma not in speaking_verbs() | closing_verbs() or any(c.dep_ in {"ccomp", "dobj"} for c in verb.children):
        return
    links = [c for c in verb.children if c.dep_ == "prep" and c.i > verb.i]
    media = [noun for link in links for noun in link.children if noun.dep_ == "pobj"]
    media += [noun for medium in media for of in medium.children if of.lower_ == "of" for noun in of.children]
    for medium in media:
        for clause in [c for c in medium.children if c.dep_ in {"acl", "relcl"} and c.tag_ in FINITE | {"VBN", "VBG"}]:
            that = next((c for c in clause.children if c.lower_ == "that"), None)
            whole = medium.lemma in concealments() and any(c.dep_ in SUBJECT for c in clause.children)
            if that is not None and (whole or that.dep_ in ({"mark"} if clause.dep_ == "acl" else {"mark", "advmod"})):
                hang(clause, verb, "ccomp")
                that.dep_ = "mark"


def clause_behind_according(verb: Token) -> None:
    """In "said according to officials ten had died" that is what is said, and narrows no officials."""
    if verb.lemma not in speaking_verbs() | closing_verbs() or any(c.dep_ in {"ccomp", "dobj"} for c in verb.children):
        return
    links = [to for c in verb.children if c.lower_ == "according" and c.i > verb.i for to in c.children]
    for who in [c for to in links for c in to.children if c.dep_ == "pobj"]:
        for clause in [c for c in who.children if c.dep_ == "relcl" and _has_subject(c) and is_finite(c)]:
            if not any(t.tag_ in {"WDT", "WP", "WP$", "WRB"} or t.lower_ == "that" for t in clause.children):
                hang(clause, verb, "ccomp")


def subject_before_aside(verb: Token) -> None:
    """What is reported of somebody in between stands apart ("ten people, it was reported, were killed", "the toll, it
    is feared, could rise"): whom it is about is the subject of the clause around it.
    """
    it = next((c for c in verb.children if c.dep_ in SUBJECT and c.lower_ == "it" and c.nbor(-1).text == ","), None)
    about = [c for c in verb.children if it is not None and c.dep_ in SUBJECT and c.i < it.i]
    if not about:
        return
    commas = [c.i for c in verb.doc[verb.i : verb.sent.end] if c.text == ","][:1]
    behind = [c for c in verb.children if commas and c.i > commas[0]]
    around = [c for c in behind if c.dep_ in {"conj", "ccomp"} and is_finite(c) and not _has_subject(c)]
    if verb.dep_ in {"parataxis", "ccomp"} and verb.head.i > verb.i and not _has_subject(verb.head):
        main = verb.head
    elif around:
        main = around[0]
        put_above(main, verb)
        verb.dep_ = "parataxis"
        for clause in (c for c in behind if c.dep_ in {"advcl", "prep"}):
            hang(clause, main, clause.dep_)
    else:
        return
    for subject in about:
        hang(subject, main, "nsubjpass" if any(c.dep_ == "auxpass" for c in main.children) else "nsubj")


def _has_subject(verb: Token) -> bool:
    return any(c.dep_ in SUBJECT for c in verb.children)


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
    for reason in [c for c in verb.children if c.dep_ in {"advcl", "prep"} and left_of(c).i == verb.i + 2]:
        links = reasoning_words() | subordinating_prepositions()
        if left_of(reason).lower_ in links and verb.nbor(1).text == ",":
            hang(reason, said, reason.dep_)


def clause_with_aside(verb: Token) -> None:
    """In "claimed its fighters, whom it praised, attacked the base" it claimed that they attacked; so too in "said the
    men, riding on camels, attacked it".
    """
    cue = verb.head
    words = [c for c in verb.children if c.dep_ in AUXILIARY and c.i < verb.i]
    first = words[0] if words else verb
    if verb.dep_ not in {"conj", "advcl"} or first.tag_ != "VBD" or cue.lemma not in speaking_verbs():
        return
    own = any(c.dep_ in {*SUBJECT, "mark"} for c in verb.children)
    said = any(c.dep_ in {"cc", "ccomp", "xcomp"} and c.i < verb.i for c in cue.children)
    if own or said or first.nbor(-1).text != ",":
        return
    label = "nsubjpass" if any(c.dep_ == "auxpass" for c in words) else "nsubj"
    for subject in [c for c in objects(cue) if cue.i < c.i < first.i]:
        doing = _aside_between(subject, first, [*verb.children, *cue.children])
        if right_of(subject).i >= first.i - 2 and any(c.dep_ == "relcl" for c in subject.children):
            hang(verb, cue, "ccomp")
            hang(subject, verb, label)
            return
        if doing is not None:
            hang(verb, cue, "ccomp")
            hang(doing, subject, "acl")
            hang(subject, verb, label)
            return


def _aside_between(noun: Token, first: Token, words: list[Token]) -> Token | None:
    """The participle among words that all between the commas behind a noun and before a verb hangs on."""
    doing = next((c for c in words if c.dep_ in {"csubj", "advcl"} and noun.i < c.i < first.i), None)
    if doing is None or doing.tag_ not in {"VBG", "VBN"} or right_of(noun).i > doing.i:
        return None
    whole = left_of(doing).i == right_of(noun).i + 2 and left_of(doing).nbor(-1).text == ","
    return doing if whole and right_of(doing).i >= first.i - 2 else None


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


def hearer_before_subject(verb: Token) -> None:
    """In "told Reuters troops had left" Reuters is told so: who tells tells somebody, and no comma parts the two."""
    if verb.lemma not in informing_verbs() or any(c.dep_ in {"dobj", "dative", "auxpass"} for c in verb.children):
        return
    for clause in [c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i and is_finite(c)]:
        subject = next((c for c in clause.children if c.dep_ in SUBJECT and c.i < clause.i), None)
        if subject is None or left_of(clause).i != verb.i + 1 or subject.tag_ != "NNS":
            continue
        words = _hearer(subject, verb.i + 1)
        for word in words:
            hang(word, verb if word is words[-1] else words[-1], "dobj" if word is words[-1] else word.dep_)
        if words:
            return


def _hearer(subject: Token, start: int) -> list[Token]:
    """The name or the one plural before a subject, which is no part of it ("Reuters troops", "the Times two men")."""
    words = [c for c in subject.children if c.i < subject.i]
    found = list(takewhile(lambda c: c.dep_ == "compound" or (c.dep_ == "det" and c.i == start), words))
    names = [c for c in found if c.dep_ == "compound"]
    ends = [start - 1, *(c.i for c in found)]
    beside = all(left_of(c).i == end + 1 for c, end in zip(found, ends, strict=False))
    several = len(names) == 1 and names[0].tag_ == "NNS"
    named = all(c.pos_ == "PROPN" and c.ent_type_ != "NORP" for c in names)
    return found if names and beside and (several or named) else []


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


def cited_by_speaker(verb: Token) -> None:
    """In "the agency, quoting an official, said …" it quotes him as it says so, and is narrowed by nothing."""
    if verb.lemma not in citing_verbs() or verb.dep_ != "acl" or verb.tag_ != "VBG":
        return
    speaker = verb.head
    said = speaker.head
    set_off = verb.nbor(-1).text == "," and right_of(verb).i + 1 < said.i and said.doc[right_of(verb).i + 1].text == ","
    if speaker.dep_ == "nsubj" and said.lemma in speaking_verbs() | closing_verbs() and set_off:
        hang(verb, said, "advcl")


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
