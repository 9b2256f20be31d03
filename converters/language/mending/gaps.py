"""What shares its verb, auxiliary or subject with what is told before it, where the parser loses sight of that."""

from converters.language.mending.tree import AUXILIARY, SUBJECT, hang, is_finite, left_of, objects, put_above, right_of
from converters.language.tokens import (
    closing_verbs,
    leaving_verbs,
    speaking_verbs,
    transitive_verbs,
)
from converters.language.tree import Token

_WHOLE = frozenset({*SUBJECT, *AUXILIARY, "mark", "expl", "csubj"})


def counted_conjunct(word: Token) -> None:
    """In "five were killed, about 20 injured" the number is who was injured, and no measure of it; in "five were killed
    and 20 more wounded" and "dozens more wounded" it is who was wounded.
    """
    if word.dep_ != "conj" or word.head.pos_ not in {"VERB", "AUX"}:
        return
    passive = word.pos_ in {"VERB", "AUX"}
    if passive and (word.lemma not in transitive_verbs() or any(c.dep_ in {*_WHOLE, "dobj"} for c in word.children)):
        return
    number = word.nbor(-1)
    if passive and not word.sent[-1].is_punct and number.dep_ == "appos" and number.tag_ == "CD":
        hang(number, word, "nsubjpass")  # "Gunmen attack hotel, 15 killed"
        word.tag_ = "VBN"
    for number in [c for c in word.children if c.dep_ == "npadvmod" and c.ent_type_ == "CARDINAL" and c.i < word.i]:
        number.dep_ = "nsubjpass" if passive else "nsubj"
    for more in [c for c in word.children if passive and c.lower_ == "more" and c.i == word.i - 1]:
        for many in [c for c in more.children if c.dep_ == "npadvmod" and c.tag_ == "NNS" and c.i < more.i]:
            hang(many, word, "nsubjpass")
            hang(more, many, "amod")


def deed_behind_then(verb: Token) -> None:
    """In "shot a guard, then entered the hall" who shot him entered it."""
    first = verb.head
    then = next((c for c in verb.children if c.dep_ == "advmod" and c.lower_ == "then" and c.i < verb.i), None)
    if verb.dep_ != "dep" or then is None or verb.tag_ != first.tag_ or verb.i < first.i:
        return
    if left_of(verb) is then and then.nbor(-1).text == "," and not any(c.dep_ in _WHOLE for c in verb.children):
        verb.dep_ = "conj"


def listed_casualties(word: Token) -> None:
    """In "left eight militants and two policemen dead" all of them are."""
    verb = word.head
    if word.dep_ != "oprd" or verb.lemma not in leaving_verbs():
        return
    for noun in [c for c in word.children if c.dep_ in {"npadvmod", "nsubj"} and c.i < word.i]:
        for thing in objects(verb):
            link = next((c for c in thing.children if c.dep_ == "cc" and c.i == left_of(noun).i - 1), None)
            if link is not None:
                hang(noun, thing, "conj")
                return


def verb_behind_apposition(verb: Token) -> None:
    """In "Anna Holm, 44, sustained injuries and was taken away" she sustained them: no attribute stands between what a
    name is said to be and a noun, where the name has no verb of its own or shares one behind "and".
    """
    thing = verb.head
    who = thing.head
    form = verb.dep_ == "amod" and verb.tag_ == "VBN" and left_of(thing) is verb and verb.lower_.endswith("ed")
    if not form or thing.dep_ != "appos" or verb.nbor(-1).text != "," or who.pos_ not in {"NOUN", "PROPN"}:
        return
    if not any(c.text == "," for c in verb.doc[who.i : verb.i - 1]):
        return
    link = next((c for c in who.children if c.dep_ == "cc" and c.i > thing.i), None)
    later = who.head if who.dep_ in SUBJECT and link is not None and who.head.i > thing.i else None
    if later is None and who.dep_ != "ROOT":
        return
    put_above(verb, thing)
    put_above(verb, who)
    verb.pos_, verb.tag_, thing.dep_ = "VERB", "VBD", "dobj"
    if later is not None and link is not None:
        put_above(verb, later)
        later.dep_ = "conj"
        hang(link, verb, "cc")
    who.dep_ = "nsubj"


def killed_with_it(verb: Token) -> None:
    """In "hit the hall, with ten killed and 20 injured" ten are killed: a bare participle with a subject is passive."""
    doer = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    bare = not any(c.dep_ in {*AUXILIARY, "mark", "dobj", "prt"} for c in verb.children)
    if doer is None or verb.tag_ != "VBN" or not bare or verb.lemma not in transitive_verbs():
        return
    link = left_of(verb).nbor(-1) if left_of(verb).i > verb.sent.start else verb
    listed = link.dep_ == "cc" and link.head.dep_ == "pcomp" and link.head.head.lower_ == "with"
    if (verb.dep_ == "pcomp" and verb.head.lower_ == "with") or (listed and verb.dep_ in {"advcl", "conj"}):
        doer.dep_ = "nsubjpass"


def relative_behind_day(verb: Token) -> None:
    """In "called for rallies in 2019 that left ten dead" the rallies did: a clause whose subject is the relative "that"
    narrows the noun before the day.
    """
    above = verb.head
    subject = next((c for c in verb.children if c.dep_ in SUBJECT and c.tag_ == "WDT"), None)
    if verb.dep_ != "ccomp" or subject is None or left_of(verb) is not subject or above.i > verb.i:
        return
    before = [c for c in above.children if above.i < c.i < subject.i]
    nouns = [n for c in before for n in ([c] if c.dep_ == "dobj" else c.children)]
    named = [
        n for n in nouns if n.dep_ in {"dobj", "pobj"} and n.pos_ == "NOUN" and n.ent_type_ not in {"DATE", "TIME"}
    ]
    if named and subject.nbor(-1).ent_type_ in {"DATE", "TIME"}:
        hang(verb, named[-1], "relcl")


def past_like_a_participle(verb: Token) -> None:
    """In "rebels set off a bomb" what has a subject and an object and no auxiliary is no participle, but the past."""
    kinds = {c.dep_ for c in verb.children}
    plain = kinds.isdisjoint({*AUXILIARY, "nsubjpass", "mark", "agent"}) and verb.dep_ in {"ROOT", "ccomp"}
    if verb.tag_ == "VBN" and plain and {"nsubj", "dobj"} <= kinds and verb.sent[-1].is_punct:
        verb.tag_ = "VBD"


def passive_in_a_row(verb: Token) -> None:
    """In "one was killed, another badly hurt" and "ten were killed, two houses destroyed" the second is passive too."""
    whole = any(c.dep_ in {*AUXILIARY, "mark", "dobj", "xcomp", "agent"} for c in verb.children)
    if verb.tag_ not in {"VBN", "VBD"} or verb.lemma not in transitive_verbs() or whole:
        return
    before = verb.head if verb.dep_ in {"advcl", "conj"} and verb.head.i < verb.i else None
    if verb.dep_ in {"ROOT", "ccomp"}:
        before = next((c for c in verb.children if c.dep_ == "ccomp" and c.i < verb.i), None)
    told = _passive_told_by(before, verb) if before is not None and verb.tag_ == "VBN" else None
    if told is not None:  # "reported that six were killed, and ten wounded"
        hang(verb, told, "conj")
        before = told
    if before is None or not any(c.dep_ == "nsubjpass" for c in before.children):
        return
    for subject in [c for c in verb.children if c.dep_ == "nsubj" and before.i < c.i]:
        subject.dep_, verb.tag_ = "nsubjpass", "VBN"


def _passive_told_by(cue: Token, verb: Token) -> Token | None:
    """The passive clause that a verb has as its object, before another verb that is coordinated with it."""
    told = [c for c in cue.children if c.dep_ == "ccomp" and cue.i < c.i < verb.i]
    return next((c for c in told if verb.dep_ == "conj" and any(s.dep_ == "nsubjpass" for s in c.children)), None)


def past_in_a_row(verb: Token) -> None:
    """In "the blast killed ten, wounded 40, and damaged a house" it wounded them: what never lacks its object is no
    passive participle beside one.
    """
    first = verb.head
    bare = not any(c.dep_ in {*_WHOLE, "agent"} for c in verb.children)
    if verb.dep_ not in {"advcl", "conj"} or verb.tag_ != "VBN" or not bare or not objects(verb):
        return
    listed = left_of(verb) is verb and verb.nbor(-1).text == "," and first.i < verb.i
    if listed and first.tag_ == "VBD" and objects(first) and verb.lemma in transitive_verbs():
        verb.tag_, verb.dep_ = "VBD", "conj"


def subject_beside_verb(verb: Token) -> None:
    """In "three died and nine, two children among them, were hurt" nine were: no noun is coordinated with a verb."""
    if verb.dep_ != "conj" or not is_finite(verb) or any(c.dep_ in _WHOLE - AUXILIARY for c in verb.children):
        return
    first = left_of(verb)
    for noun in [c for c in verb.head.children if c.dep_ == "conj" and verb.head.i < c.i < first.i]:
        between = verb.doc[right_of(noun).i + 1 : first.i]
        joined = left_of(noun).i > verb.sent.start and left_of(noun).nbor(-1).dep_ == "cc"
        if noun.pos_ in {"NUM", "NOUN", "PROPN"} and joined and all(t.is_punct for t in between):
            hang(noun, verb, "nsubjpass" if any(c.dep_ == "auxpass" for c in verb.children) else "nsubj")


def relative_object(verb: Token) -> None:
    """In "the town, which rebels seized in May, was retaken" rebels seized the town."""
    if verb.tag_ not in {"VBD", "VBN"} or verb.dep_ not in {"acl", "relcl"} or objects(verb):
        return
    own = verb.dep_ == "relcl"
    doer = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), verb) if own else verb.head
    pronoun = doer.doc[left_of(doer).i]
    if doer.i != verb.i - 1 or pronoun.i == doer.sent.start or pronoun.nbor(-1).text != ",":
        return
    if pronoun.lower_ != "which" or pronoun.dep_ != "det" or pronoun.head is not doer:
        return
    if not own:
        if doer.dep_ != "relcl":
            return
        hang(verb, doer.head, "relcl")
        hang(doer, verb, "nsubj")
        verb.tag_ = "VBD"
    hang(pronoun, verb, "dobj")


def main_verb_of_root(verb: Token) -> None:
    """In "The party, which lost, called it a fraud" the party called it that, though the parser sees no main verb; so
    too in "The clashes left 43 injured".
    """
    noun = verb.head
    narrows = verb.dep_ == "acl" and verb.tag_ in {"VBN", "VBD"} and noun.dep_ == "ROOT"
    if not narrows or noun.pos_ not in {"NOUN", "PROPN"} or not noun.sent[-1].is_punct:
        return
    aside = any(c.dep_ == "relcl" and noun.i < c.i < verb.i for c in noun.children)
    things = [c for c in verb.children if c.dep_ in {"dobj", "oprd", "ccomp"}]
    leaves = verb.lemma in leaving_verbs() and verb.i == noun.i + 1
    counted = leaves and any(c.dep_ == "nummod" for thing in things for c in thing.children)
    if not counted and (not aside or not things or left_of(verb).nbor(-1).text != ","):
        return
    put_above(verb, noun)
    verb.tag_, noun.dep_ = "VBD", "nsubj"
    for child in [c for c in noun.children if c.i > verb.i]:
        if child.dep_ == "appos":
            things[0].dep_ = "dobj"
        hang(child, verb, {"acl": "advcl", "appos": "oprd"}.get(child.dep_, child.dep_))


def clause_of_said_noun(verb: Token) -> None:
    """In "A hall burned in the attack, the mayor said" it burned, though the parser sees no main verb: nobody says a
    noun. So too in "Ten killed in the attack, the mayor said".
    """
    noun = verb.head
    alone = not any(c.dep_ in {*_WHOLE, "dobj"} for c in verb.children)
    if verb.dep_ != "acl" or verb.tag_ not in {"VBN", "VBD"} or noun.dep_ not in {"dep", "nsubj"} or not alone:
        return
    cue = noun.head
    speakers = [c for c in cue.children if c.dep_ == "nsubj" and c.i > verb.i and left_of(c).nbor(-1).text == ","]
    said = cue.lemma in speaking_verbs() | closing_verbs() and cue.i > noun.i and speakers
    if said and left_of(verb).i == noun.i + 1 and left_of(noun).i == verb.sent.start:
        put_above(verb, noun)
        passive = verb.lemma in transitive_verbs() or any(c.dep_ in {"agent", "oprd", "acomp"} for c in verb.children)
        verb.dep_, verb.tag_, noun.dep_ = "ccomp", "VBN" if passive else "VBD", "nsubjpass" if passive else "nsubj"


def relative_clause_of_root(verb: Token) -> None:
    """In "the men, whom police held in May, were freed" the men were freed, and police held them."""
    noun = verb.head
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    if verb.dep_ != "relcl" or noun.dep_ != "ROOT" or noun.pos_ not in {"NOUN", "PROPN"} or not passive:
        return
    before = [c for c in verb.children if c.i < verb.i and c.dep_ in {*SUBJECT, "dobj"}]
    if len(before) != 2 or before[0].lower_ not in {"which", "whom"} or before[1].dep_ not in SUBJECT:
        return
    pronoun, doer = before
    for deed in [c for c in doer.children if c.dep_ == "acl" and c.i == doer.i + 1]:
        put_above(verb, noun)
        noun.dep_ = doer.dep_
        hang(deed, noun, "relcl")
        hang(doer, deed, "nsubj")
        hang(pronoun, deed, "dobj")
        deed.tag_ = "VBD"


def deed_of_noun(verb: Token) -> None:
    """In "police report the blast killed ten" and "said that the blast killed ten" the blast did: what never lacks its
    object is no passive participle beside one.
    """
    noun = verb.head
    bare = not any(c.dep_ in {*_WHOLE, "agent"} for c in verb.children)
    if verb.dep_ != "acl" or verb.tag_ not in {"VBD", "VBN"} or not bare or not objects(verb):
        return
    if verb.lemma not in transitive_verbs() or noun.pos_ not in {"NOUN", "PROPN"} or left_of(verb).i != noun.i + 1:
        return
    above = noun.head
    if noun.dep_ == "dobj" and above.lemma in speaking_verbs() | closing_verbs() and above.i < noun.i:
        hang(verb, above, "ccomp")
        hang(noun, verb, "nsubj")
    elif noun.dep_ == "ccomp" and any(c.dep_ == "mark" for c in noun.children):
        put_above(verb, noun)
        noun.dep_ = "nsubj"
        for mark in [c for c in noun.children if c.dep_ == "mark"]:
            hang(mark, verb, "mark")
    else:
        return
    verb.tag_ = "VBD"


def passive_behind_phrase(verb: Token) -> None:
    """In "ten were killed in Avon and two wounded in Lorn" two were wounded: what stands behind "and", right before a
    participle, lies in no town and on no day, and is the subject of a passive without its auxiliary.
    """
    lemma = next((form for form in _stems(verb) if form in transitive_verbs()), None)
    if lemma is None or verb.tag_ not in {"VBN", "JJ"} or verb.i == verb.sent.start:
        return
    if any(c.dep_ in {*AUXILIARY, "mark", "dobj"} for c in verb.children):
        return
    whom = next((c for c in verb.children if c.dep_ in SUBJECT), verb.nbor(-1))
    joined = whom if whom.dep_ == "conj" else verb
    beside = joined.head
    link = next((c for c in beside.children if c.dep_ == "cc" and c.i == left_of(whom).i - 1), None)
    passive = _passive_over(beside)
    if right_of(whom).i != verb.i - 1 and whom is not verb.nbor(-1):
        return
    if passive is None or link is None or beside.dep_ != "pobj" or joined.dep_ != "conj":
        return
    counted = whom.pos_ == "NUM" or any(c.dep_ == "nummod" for c in whom.children)
    if whom is joined and not counted and beside.ent_type_ not in {"GPE", "LOC", "DATE", "TIME", "FAC"}:
        return
    hang(verb, passive, "conj") if verb.dep_ != "acl" else put_above(verb, whom)
    hang(verb, passive, "conj")
    hang(whom, verb, "nsubjpass")
    hang(link, passive, "cc")
    verb.pos_, verb.tag_, verb.lemma = "VERB", "VBN", lemma


def _stems(verb: Token) -> tuple[str, ...]:
    """The lemma of a participle, also of one that was taken for an adjective ("wounded")."""
    return (verb.lemma,) if verb.tag_ == "VBN" else (verb.lower_.removesuffix("ed"), verb.lower_.removesuffix("d"))


def _passive_over(noun: Token) -> Token | None:
    """The passive above a noun that stands behind one of its prepositions."""
    verb = noun
    while verb.dep_ in {"pobj", "prep", "agent", "pcomp"} and verb.head is not verb:
        verb = verb.head
    return verb if any(c.dep_ in {"nsubjpass", "auxpass"} for c in verb.children) else None
