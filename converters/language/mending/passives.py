"""What is done to somebody, where the parser has them do it."""

from converters.language.mending.tree import (
    AUXILIARY,
    SUBJECT,
    hang,
    is_finite,
    left_of,
    objects,
    put_above,
    right_of,
)
from converters.language.tokens import (
    feared_states,
    governing_verbs,
    hearsay_verbs,
    informing_verbs,
    kinds_of_captives,
    kinds_of_victims,
    ordering_verbs,
    perceiving_verbs,
    reducing_words,
    sharing_verbs,
    slaying_verbs,
    transitive_verbs,
    urging_verbs,
)
from converters.language.tree import Token


def perfect_infinitive(verb: Token) -> None:
    """In "were said to have targeted men" the participle is the verb, not an attribute of its object."""
    if verb.lemma != "have" or verb.tag_ != "VB" or verb.dep_ != "xcomp" or verb.head.tag_ not in {"VBN", "JJ"}:
        return
    for thing in objects(verb):
        deed = next((c for c in thing.children if c.i == verb.i + 1 and c.tag_ in {"VBN", "VBD"}), None)
        if deed is not None and deed.dep_ == "amod":
            above = verb.head
            hang(deed, above, "xcomp")
            for child in [c for c in verb.children if c is not thing]:
                hang(child, deed, child.dep_)
            hang(thing, deed, "dobj")
            hang(verb, deed, "aux")
            deed.pos_, deed.tag_ = "VERB", "VBN"
            return


def shot_dead(verb: Token) -> None:
    """In "two soldiers shot dead near Avon, the army said" they were shot: nobody shoots without an object."""
    dead = any(c.dep_ == "oprd" and c.lower_ in kinds_of_victims() for c in verb.children)
    own = any(c.dep_ in AUXILIARY for c in verb.children) or objects(verb)
    if dead and not own and verb.tag_ in {"VBD", "VBN"} and verb.lemma in slaying_verbs():
        for whom in [c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i]:
            whom.dep_, verb.tag_ = "nsubjpass", "VBN"


def found_by_to_have(verb: Token) -> None:
    """In "was found by a court to have killed two men" that is what the court found: no perfect tells an aim."""
    if not any(c.dep_ == "auxpass" for c in verb.children):
        return
    finders = [who for c in verb.children if c.dep_ == "agent" for who in c.children if who.dep_ == "pobj"]
    aims = [c for c in verb.children if c.dep_ == "advcl" and c.i > verb.i] if finders else []
    narrowing = [c for who in finders for c in who.children if c.dep_ in {"relcl", "acl"}]
    for deed in [*aims, *narrowing]:
        if {"to", "have"} <= {a.lower_ for a in deed.children if a.dep_ == "aux"}:
            hang(deed, verb, "xcomp")


def passive_without_auxiliary(verb: Token) -> None:
    """A verb that never lacks its object is as passive as the first ("ten were killed and the village torched"), as the
    others of its kind in headlines ("Aid staff kidnapped in Avon"), behind a bare conjunction ("if attacked"), or
    beside another ("died, with 20 wounded").
    """
    first = verb.head
    own = any(c.dep_ == "nsubj" for c in verb.children) and not any(c.dep_ == "mark" for c in verb.children)
    outer = verb.dep_ in {"ROOT", "ccomp", "dep"} or (verb.dep_ in {"advcl", "acl"} and own)
    headline = outer and not verb.sent[-1].is_punct and not any(c.dep_ == "conj" for c in verb.children)
    whole = " ".join([verb.lemma, *(c.lower_ for c in verb.children if c.dep_ == "prt")])  # "shoot down"
    alone = not any(c.dep_ in {*AUXILIARY, "dobj", "ccomp", "xcomp"} for c in verb.children)
    bare = verb.dep_ == "advcl" and any(c.i == verb.i - 1 and c.lower_ in reducing_words() for c in verb.children)
    beside = verb.dep_ == "advcl" and any(c.lower_ == "with" and c.dep_ == "mark" for c in verb.children)
    beside |= verb.dep_ == "pcomp" and first.lower_ == "with" and own
    shared = verb.dep_ == "conj" and verb.lemma in sharing_verbs()  # "were rounded up and shot"
    if verb.tag_ not in {"VBD", "VBN"} or not alone or not (bare or shared or whole in transitive_verbs()):
        return
    counted = any(
        c.dep_ == "nsubj" and c.ent_type_ == "CARDINAL" for c in verb.children
    )  # "received ten bodies and 60 wounded"
    as_first = counted or any(c.dep_ == "auxpass" for c in first.children)
    if headline or bare or beside or (verb.dep_ == "conj" and as_first):
        verb.tag_ = "VBN"
        for subject in [c for c in verb.children if c.dep_ == "nsubj"]:
            subject.dep_ = "nsubjpass"


def counted_by_what_befell(verb: Token) -> None:
    """In "treated 40 injured after the blast" forty are injured, and not who treated them; in "12 deaths and 40
    injured" forty are, and not the deaths.
    """
    number = verb.nbor(-1) if verb.i > verb.sent.start else verb
    counted = number.tag_ == "CD" and number.dep_ == "dobj" and number.head is verb.head
    bare = not any(c.dep_ in {*AUXILIARY, "mark"} for c in verb.children)
    beside = verb.dep_ == "acl" and number.tag_ == "CD" and number.dep_ == "conj" and number.head is verb.head
    if verb.tag_ == "VBN" and bare and (beside or (verb.dep_ == "advcl" and counted)):
        hang(verb, number, "acl")


def seen_done(verb: Token) -> None:
    """In "the raid saw two men killed and three others wounded" the others are wounded as well, and wound nobody."""
    if verb.lemma not in perceiving_verbs():
        return
    for deed in [c for c in verb.children if c.dep_ == "ccomp" and c.tag_ == "VBN" and c.i > verb.i]:
        for told in [deed, *(c for c in deed.children if c.dep_ == "conj" and c.tag_ in {"VBN", "VBD"})]:
            bare = not any(c.dep_ in {*AUXILIARY, "dobj", "mark"} for c in told.children)
            for whom in [c for c in told.children if c.dep_ == "nsubj" and bare and told.lemma in transitive_verbs()]:
                whom.dep_, told.tag_ = "nsubjpass", "VBN"


def held_as(verb: Token) -> None:
    """In "women held hostage in the town" who is held stands before the verb, what they are held as behind it; in "took
    two men hostage" both stand behind it.
    """
    for kind in [c for c in verb.children if c.dep_ == "ccomp" and c.tag_ == "VB" and c.lower_ in kinds_of_captives()]:
        for word in [c for c in kind.children if c.i > kind.i]:
            hang(word, verb, word.dep_)
        for held in [c for c in kind.children if c.dep_ == "nsubj"]:
            hang(held, verb, "dobj")
        kind.dep_, kind.pos_, kind.tag_ = "oprd", "NOUN", "NN"
    for kind in objects(verb):
        whom = next((c for c in kind.children if c.dep_ == "compound" and c.tag_ == "NNS" and c.i == kind.i - 1), None)
        if whom is not None and kind.lower_ in kinds_of_captives():
            for word in [c for c in kind.children if c.i < whom.i]:
                hang(word, whom, word.dep_)
            hang(whom, verb, "dobj")
            kind.dep_ = "oprd"
            return
    kinds = [c for c in objects(verb) if c.lower_ in kinds_of_captives() and not c.children]
    if kinds and kinds[0] is not objects(verb)[0]:
        kinds[0].dep_ = "oprd"
        return
    own = any(c.dep_ in AUXILIARY for c in verb.children) or len(objects(verb)) > 1
    if not kinds or own or verb.tag_ not in {"VBD", "VBN"} or kinds[0].i != verb.i + 1:
        return
    kinds[0].dep_ = "oprd"
    verb.tag_ = "VBN"
    for subject in [c for c in verb.children if c.dep_ == "nsubj"]:
        subject.dep_ = "nsubjpass"


def ordered_done(verb: Token) -> None:
    """In "ordered the bridge destroyed" and "ordered Holm, 24, held" what is ordered is that it be."""
    for done in [c for c in verb.children if c.dep_ == "ccomp" and verb.lemma in ordering_verbs()]:
        bare = not any(c.dep_ in {"dobj", "ccomp", "mark", *AUXILIARY} for c in done.children)
        if bare and done.tag_ in {"VBN", "VBD"}:
            whom = [c for c in done.children if c.dep_ == "nsubj"] or [
                o for o in objects(verb) if right_of(o).i == done.i - 1
            ]
            for noun in whom[:1]:
                hang(noun, done, "nsubjpass")
                done.tag_ = "VBN"
    for noun in objects(verb) if verb.lemma in ordering_verbs() else ():
        behind = next((c for c in noun.children if c.dep_ in {"acl", "relcl"} and _is_what_befalls(c, noun)), None)
        if behind is None or any(c.dep_ in {"ccomp", "xcomp"} for c in verb.children):
            continue
        if any(c.dep_ == "auxpass" for c in behind.children):
            hang(behind, verb, "xcomp")  # "ordered Holm, 24, to be held"
            continue
        hang(behind, verb, "ccomp")
        hang(noun, behind, "nsubjpass")
        behind.tag_ = "VBN"


def _is_what_befalls(done: Token, noun: Token) -> bool:
    """Whether a participle stands right behind a noun, or, as "to be held", behind an age that is set off from it."""
    aged = [c for c in noun.children if c.dep_ == "appos" and c.tag_ == "CD"]
    before = left_of(done).i - 1
    behind = before == noun.i or (bool(aged) and before == right_of(aged[0]).i + 1 and done.doc[before].text == ",")
    infinitive = {c.lower_ for c in done.children if c.dep_ in AUXILIARY}
    whole = any(c.dep_ in {"dobj", *SUBJECT, "agent"} for c in done.children)
    if whole or not behind or done.tag_ not in {"VBN", "VBD"}:
        return False
    return not infinitive or (infinitive == {"to", "be"} and before != noun.i)


def doer_behind_company(verb: Token) -> None:
    """In "was killed along with a guard by troops" troops killed both: the guard is by nobody."""
    if not any(c.dep_ == "auxpass" for c in verb.children) or any(c.dep_ == "agent" for c in verb.children):
        return
    links = [c for c in verb.children if c.dep_ == "prep" and c.i > verb.i]
    inner = [w for link in links for w in (link, *link.children) if w.lower_ in {"with", "alongside"}]
    for thing in [c for word in inner for c in word.children if c.dep_ == "pobj"]:
        for by in [c for c in thing.children if c.lower_ == "by" and c.dep_ in {"prep", "agent"}]:
            hang(by, verb, "agent")


def believed_to(verb: Token) -> None:
    """In "hackers believed to be abroad stole data" hackers stole it: they are believed so, and believe nothing. In
    "rebels believed to have fled" they are as well.
    """
    if verb.tag_ not in {"VBD", "VBN"} or verb.lemma not in hearsay_verbs():
        return
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    if subject is None or any(c.dep_ in {*AUXILIARY, "dobj"} for c in verb.children):
        return
    to_be = next((c for c in verb.children if c.dep_ == "xcomp" and any(t.tag_ == "TO" for t in c.children)), None)
    if to_be is None:
        return
    main = next((c for c in verb.children if c.i > to_be.i and c.dep_ in {"ccomp", "conj"} and is_finite(c)), None)
    main = main or next((c for c in to_be.children if c.i > to_be.i and c.dep_ == "ccomp" and is_finite(c)), None)
    verb.tag_ = "VBN"
    if main is None:
        subject.dep_ = "nsubjpass"
        return
    for kind in [c for c in main.children if c.dep_ in SUBJECT and to_be.lemma == "be"]:
        hang(kind, to_be, "attr")
    put_above(main, verb)
    hang(subject, main, "nsubjpass" if any(c.dep_ == "auxpass" for c in main.children) else "nsubj")
    hang(verb, subject, "acl")
    for mark in [c for c in verb.children if c.is_punct and c.i > main.i]:
        hang(mark, main, "punct")


def doer_behind_label(verb: Token) -> None:
    """Who does it stands behind what it is done as or for.

    "Described as a massacre by witnesses", "named chair by it", "accused of fraud by two firms".
    """
    if not any(c.dep_ == "auxpass" for c in verb.children) or any(c.lower_ == "by" for c in verb.children):
        return
    links = {"as", *governing_verbs().get(verb.lemma, ())}
    behind = [c for c in verb.children if c.i > verb.i and (c.lower_ in links or c.dep_ in {"dobj", "oprd"})]
    labels = [c for one in behind for c in (one.children if one.dep_ == "prep" else [one])]
    for label in [one for one in labels if one.pos_ in {"NOUN", "PROPN"}]:
        for link in [c for c in label.children if c.lower_ == "by" and c.i > label.i]:
            hang(link, verb, "agent")


def feared_dead(verb: Token) -> None:
    """In the headline "Slide buries village, dozens feared dead" nobody says whose fear it is, the dozens least."""
    if verb.lemma not in hearsay_verbs() and verb.lower_ not in feared_states():
        return
    fear = verb.nbor(-1) if verb.i > verb.sent.start and verb.lower_ in feared_states() else verb
    if fear.dep_ == "acl" and fear.lemma in hearsay_verbs() and fear.head in verb.children:  # "ten feared drowned"
        who = fear.head
        put_above(fear, verb)
        hang(who, fear, "nsubj")
        verb = fear
    of_all = next((c for c in verb.children if c.dep_ == "nsubj" and c in fear.ancestors), verb)
    if of_all is not verb and fear.dep_ == "acl" and fear.lemma in hearsay_verbs() and verb.dep_ == "ROOT":
        put_above(of_all, verb)  # "search for dozens feared drowned"
        hang(verb, fear, "oprd")
        verb.tag_ = "VBN"
        return
    state = verb.nbor(1) if verb.i + 1 < verb.sent.end else verb
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    own = any(c.dep_ in {*AUXILIARY, "dobj", "mark"} for c in verb.children)
    whole = verb.tag_ not in {"VBD", "VBN"} or objects(state)  # "who the army says killed ten"
    attribute = state.dep_ in {"amod", "compound"}  # "witnesses said dead bodies lay there"
    if (
        subject is None
        or own
        or whole
        or attribute
        or verb.lemma not in hearsay_verbs()
        or state.lower_ not in feared_states()
    ):
        return
    verb.tag_, subject.dep_, state.dep_ = "VBN", "nsubjpass", "oprd"
    for clause in [c for c in verb.children if c.dep_ == "ccomp" and c.i < subject.i]:
        put_above(clause, verb)
        verb.dep_ = "conj"


def left_dead(verb: Token) -> None:
    """In "shot dead five people" dead is what they are then."""
    for word in [c.children[0] for c in verb.children if c.dep_ == "dobj" and c.i > verb.i and c.children]:
        if word.lower_ in kinds_of_victims() and word.i == verb.i + 1 and word.dep_ == "amod":
            hang(word, verb, "oprd")
    for word in [c for c in verb.children if c.dep_ == "advcl" and c.i == verb.i + 1 and not c.children]:
        if word.lower_ in kinds_of_victims() and objects(verb):
            word.dep_ = "oprd"


def inverted_passive(verb: Token) -> None:
    """In "also killed was a guard" and "arrested were two men" who stands behind the verb is who was."""
    done = next((c for c in verb.children if c.dep_ == "nsubj" and c.i == verb.i - 1), verb)
    if verb.lemma == "be" and done.tag_ == "VBN" and done.lemma in transitive_verbs() and not objects(done):
        put_above(done, verb)
        verb.dep_ = "auxpass"
        for child in [c for c in verb.children if c.i > verb.i]:
            hang(child, done, child.dep_)
        done.pos_ = "VERB"
    auxiliary = done.nbor(1) if done.i + 2 < done.sent.end else done
    if done.tag_ != "VBN" or auxiliary.dep_ != "auxpass" or auxiliary.head is not done:
        return
    if any(c.dep_ in {*SUBJECT, "expl", "csubj"} for c in done.children):
        return
    below = [*done.children, *auxiliary.children]
    behind = [c for c in below if c.dep_ in {"attr", "dobj", "oprd", "npadvmod", *SUBJECT}]
    for who in [c for c in behind if left_of(c).i == auxiliary.i + 1 and c.pos_ in {"NOUN", "PROPN", "NUM"}][:1]:
        hang(who, done, "nsubjpass")


def told_in_a_row(verb: Token) -> None:
    """In "was jailed and told he must leave" he was told so: who tells is followed by who hears it."""
    heard = any(c.dep_ in {"dobj", "dative", *SUBJECT, *AUXILIARY} for c in verb.children)
    clause = any(c.dep_ in {"ccomp", "xcomp"} and c.i > verb.i for c in verb.children)
    if verb.dep_ == "conj" and verb.tag_ == "VBD" and verb.lemma in informing_verbs() and clause and not heard:
        verb.tag_ = "VBN" if any(c.dep_ == "auxpass" for c in verb.head.children) else "VBD"


def told_to(verb: Token) -> None:
    """In "rebels urged to free hostages" they are urged: nobody urges without an object."""
    if verb.dep_ != "ROOT" or verb.tag_ not in {"VBD", "VBN"} or verb.lemma not in urging_verbs():
        return
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    own = any(c.dep_ in {*AUXILIARY, "dobj", "dative", "ccomp", "prep"} for c in verb.children)
    bidden = [c for c in verb.children if c.dep_ == "xcomp" and any(t.tag_ == "TO" for t in c.children)]
    if subject is not None and bidden and not own:
        verb.tag_, subject.dep_ = "VBN", "nsubjpass"


def some_of_them_undergo(verb: Token) -> None:
    """In "destroyed 30 drones, half of them shot down over the sea" these were shot down, and shot at nothing."""
    deed = {verb.lemma, *(f"{verb.lemma} {c.lower_}" for c in verb.children if c.dep_ == "prt")}
    if verb.tag_ not in {"VBD", "VBN"} or deed.isdisjoint(transitive_verbs()) or objects(verb):
        return
    for some in [c for c in verb.children if c.dep_ == "nsubj" and left_of(c).nbor(-1).text == ","]:
        of = [o for link in some.children if link.lower_ == "of" for o in link.children]
        if any(o.lower_ in {"them", "which", "whom"} for o in of):
            some.dep_, verb.tag_ = "nsubjpass", "VBN"
            told = verb.head
            before = next((c for c in verb.children if c.dep_ == "ccomp" and c.i < some.i), None)
            if before is not None and told is not verb:
                put_above(before, verb)
                verb.dep_ = "conj"
