"""What a deed is blamed on, charged as or due to."""

from converters.language.mending.tree import (
    SUBJECT,
    hang,
    left_of,
    objects,
    right_of,
)
from converters.language.tokens import (
    blaming_verbs,
    charging_verbs,
    locative_prepositions,
    speaking_verbs,
    transitive_verbs,
)
from converters.language.tree import Token

_SOUGHT_FOR = frozenset({"for", "over", "in"})


def deed_that_is_blamed(verb: Token) -> None:
    """In "an attack on a base that it blamed on rebels" it blames them for the attack, and for no base."""
    thing = verb.head
    blamed = any(c.dep_ == "prep" and c.lower_ == "on" and c.i > verb.i for c in verb.children)
    if verb.dep_ != "relcl" or verb.lemma not in blaming_verbs() or not blamed:
        return
    while thing.dep_ == "pobj" and thing.head.head.pos_ == "NOUN" and _of_target(thing.head):
        thing = thing.head.head
    if thing is not verb.head:
        hang(verb, thing, "relcl")


def _of_target(link: Token) -> bool:
    return link.lower_ in {*locative_prepositions(), "of", "against"}


def cause_behind_due(verb: Token) -> None:
    """In "died due to a collapse" nobody does anything to the collapse: "due to" is one preposition."""
    for due in [c for c in verb.children if c.dep_ == "prep" and c.lower_ == "due"]:
        for link in [c for c in due.children if c.lower_ == "to" and not c.children]:
            for cause in [c for c in (*due.children, *objects(verb)) if left_of(c).i == link.i + 1]:
                link.dep_ = "prep"
                hang(cause, link, "pobj")


def harm_of_the_deed(verb: Token) -> None:
    """In "the strike on the town, which killed ten, …" it was the strike that killed, and no town."""
    if verb.dep_ != "relcl" or verb.lemma not in transitive_verbs():
        return
    place = verb.head
    link = place.head
    which = any(c.dep_ == "nsubj" and c.lower_ == "which" for c in verb.children)
    set_off = left_of(verb).i > verb.sent.start and left_of(verb).nbor(-1).text == ","
    named = place.pos_ == "PROPN" and place.ent_type_ not in {"ORG", "NORP"} and link.lower_ != "by"
    if which and set_off and named and place.dep_ == "pobj" and link.head.pos_ == "NOUN":
        hang(verb, link.head, "relcl")


def deed_of_charge(verb: Token) -> None:
    """In "accused soldiers of burning homes" soldiers burned homes: no homes were burning."""
    if verb.lemma not in charging_verbs():
        return
    accusers = [who for by in verb.children if by.dep_ == "agent" for who in by.children if who.dep_ == "pobj"]
    for of in [c for who in accusers for c in who.children if c.lower_ == "of" and c.i > who.i]:
        if any(c.tag_ == "VBG" for o in of.children for c in (o, *o.children)):
            hang(of, verb, "prep")  # "accused by the UN of recruiting children"
    for link in [c for c in verb.children if c.dep_ == "prep" and c.lower_ in {"of", "for", "with"} and c.i > verb.i]:
        for thing in [c for c in link.children if c.dep_ == "pobj" and c.tag_ in {"NNS", "NNPS"}]:
            deed = next(
                (c for c in thing.children if c.dep_ in {"amod", "compound"} and c.i == link.i + 1 and c.tag_ == "VBG"),
                None,
            )
            if deed is not None:
                hang(deed, link, "pcomp")
                hang(thing, deed, "dobj")
                deed.pos_ = "VERB"


def deeds_of_charge(verb: Token) -> None:
    """In "accused soldiers of murder, burning homes and using torture" they are accused of all three."""
    if verb.lemma not in charging_verbs():
        return
    for link in [c for c in verb.children if c.dep_ == "prep" and c.lower_ in {"of", "for", "with"} and c.i > verb.i]:
        near = [verb, *objects(verb)]
        deeds = [c for word in near for c in word.children if c.dep_ in {"advcl", "acl"} and c.tag_ == "VBG"]
        for deed in [c for c in deeds if link.children and left_of(c).i == right_of(link).i + 2]:
            listed = any(c.dep_ == "conj" and c.tag_ == "VBG" for c in deed.children)
            if listed and left_of(deed).nbor(-1).text == ",":
                hang(deed, link, "pcomp")


def result_of_charged_deed(verb: Token) -> None:
    """In "accused the army of shelling the town, causing deaths" the shelling caused them, and no accusation."""
    accusing = verb.head
    set_off = left_of(verb).i > verb.sent.start and left_of(verb).nbor(-1).text == ","
    result = verb.dep_ == "advcl" and verb.tag_ == "VBG" and set_off and verb.lemma not in speaking_verbs()
    if not result or accusing.lemma not in charging_verbs() or accusing.i > verb.i:
        return
    links = [c for c in accusing.children if c.dep_ == "prep" and c.lower_ in {"of", "for"} and c.i < verb.i]
    for deed in [c for link in links for c in link.children if c.dep_ == "pcomp"][:1]:
        hang(verb, deed, "advcl")


def wanted_for(verb: Token) -> None:
    """In "the general, wanted for war crimes, was arrested" he is accused of them, and wants nothing."""
    links = [c for c in verb.children if c.dep_ == "prep" and c.lower_ in _SOUGHT_FOR and c.i == verb.i + 1]
    whole = any(c.dep_ in {"dobj", "xcomp", "ccomp"} for c in verb.children)
    subject = next((c for c in verb.children if c.dep_ in SUBJECT), None)
    aside = verb.dep_ == "parataxis" and subject is not None and verb.nbor(-1).text == ","
    passive = verb.tag_ == "VBN" and (verb.dep_ == "acl" or any(c.dep_ == "auxpass" for c in verb.children))
    if verb.lower_ != "wanted" or not links or whole or not (aside or passive):
        return
    verb.tag_, verb.lemma, verb.lemma_ = "VBN", "wanted", "wanted"
    for by in [c for link in links for o in link.children for c in o.children if c.lower_ == "by"]:
        hang(by, verb, "agent")
    if aside and subject is not None:
        main = verb.head
        hang(subject, main, "nsubjpass" if any(c.dep_ == "auxpass" for c in main.children) else "nsubj")
        hang(verb, subject, "acl")
