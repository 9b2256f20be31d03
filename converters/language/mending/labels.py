"""Names and what they are called by."""

from converters.language.demonyms import capitals, countries
from converters.language.mending.tree import (
    hang,
    left_of,
    objects,
)
from converters.language.tokens import (
    attributive_participles,
    citing_verbs,
    holding_verbs,
    inclusive_prepositions,
    labels,
    naming_verbs,
    transitive_verbs,
)
from converters.language.tree import Token


def held_territory(verb: Token) -> None:
    """In "civilians in territory held by rebels" the territory is held: a participle narrows the noun before it."""
    if verb.dep_ != "acl" or verb.tag_ != "VBN" or verb.lemma not in holding_verbs():
        return
    noun = verb.nbor(-1) if verb.i > verb.sent.start else verb
    if verb.head is noun or not any(c.dep_ == "agent" for c in verb.children):
        return
    if noun.pos_ in {"NOUN", "PROPN"} and noun.dep_ == "pobj" and verb.head.i < noun.i:
        above = verb.head.head
        for clause in [c for c in verb.children if c.dep_ == "xcomp" and above.pos_ == "VERB"]:
            hang(clause, above, "xcomp")  # "warned civilians … to leave"
        hang(verb, noun, "acl")


def name_before_object(verb: Token) -> None:
    """In the heading "Gunmen kill Avon mayor" the mayor is killed, and Avon is whose mayor it is."""
    things = objects(verb)
    if len(things) != 2 or verb.lemma not in transitive_verbs():
        return
    name, thing = things
    if name.pos_ == "PROPN" and thing.pos_ == "NOUN" and not name.children and left_of(thing).i == name.i + 1:
        hang(name, thing, "compound")


def neighbour(verb: Token) -> None:
    """In "fled to neighbouring Chad" nobody neighbours anything: the participle says which Chad."""
    link = verb.head
    if verb.dep_ != "pcomp" or verb.lower_ not in attributive_participles():
        return
    for place in objects(verb):
        hang(place, link, "pobj")
        hang(verb, place, "amod")


def country_behind_town(name: Token) -> None:
    """In "Lagos, Nigeria, and the village of Oke" the country tells where the town lies; it is not listed."""
    town, country = name.head, _country(name)
    if name.dep_ not in {"conj", "appos"} or country is None or town.ent_type_ != "GPE" or _country(town) is not None:
        return
    after = name.i + 1 < name.sent.end and name.nbor(1).text == ","
    if capitals().get(town.text, country) != country or town.i != left_of(name).i - 2 or not after:
        return
    name.dep_ = "appos"
    for other in [c for c in name.children if c.dep_ == "conj" and _country(c) is None]:
        hang(other, town, "conj")  # "Lagos, Nigeria, and Accra, Ghana"


def _country(name: Token) -> str | None:
    """The code of the country that a name of one or more words is."""
    return countries().get(name.doc.part(left_of(name).i, name.i + 1).text.removeprefix("the "))


def label_behind_thing(verb: Token) -> None:
    """In "called the raid part of a war" the raid is called that: no noun of its own stands before a label. Of two
    objects the second is the label ("declared her the winner").
    """
    if verb.lemma not in naming_verbs():
        return
    for label in objects(verb)[1:2]:
        label.dep_ = "oprd"
    for label in [o for o in objects(verb) if o.lower_ in labels()]:
        thing = label.nbor(-1)
        if thing.head is not label or thing.dep_ not in {"compound", "amod"} or left_of(label) is thing:
            continue
        for word in [c for c in label.children if c.i < thing.i]:
            hang(word, thing, word.dep_)
        hang(thing, verb, "dobj")
        label.dep_, thing.pos_ = "oprd", "NOUN"
        thing.tag_ = "NN" if thing.tag_ == "VBG" else thing.tag_


def thing_behind_label(verb: Token) -> None:
    """In "rejected as 'false' the results" the results are rejected: what follows a label in quotation marks is no part
    of it.
    """
    link = next((c for c in verb.children if c.dep_ == "prep" and c.lower_ == "as" and c.i == verb.i + 1), None)
    if link is None or objects(verb) or not link.nbor(1).is_quote:
        return
    for label in [c for c in link.children if c.i > link.i]:
        beside = [c for c in link.children if c.dep_ == "pobj" and c.i > label.i]
        for thing in [c for c in label.children if c.dep_ == "appos" and c.pos_ in {"NOUN", "PROPN"}] + beside:
            if left_of(thing).nbor(-1).is_quote:
                hang(thing, verb, "dobj")
                return
        for word in [c for c in label.children if c.dep_ in {"nmod", "amod", "compound"} and c.i < label.i]:
            if label.dep_ == "pobj" and word.nbor(1).is_quote and word.nbor(-1).is_quote:
                hang(word, link, "pobj")
                hang(label, verb, "dobj")
                return


def who_is_cited(noun: Token) -> None:
    """In "state television reported, quoting officials" officials are quoted, and not reported."""
    verb = noun.head
    for cited in [c for c in noun.children if c.tag_ == "VBG" and c.dep_ == "amod" and c.lemma in citing_verbs()]:
        if noun.dep_ == "dobj" and cited.nbor(-1).text == ",":
            hang(cited, verb, "advcl")
            hang(noun, cited, "dobj")
            return


def example_of_noun(verb: Token) -> None:
    """In "accused them of crimes, including the execution of captives" that is one of the crimes."""
    for link in [c for c in verb.children if c.dep_ == "prep" and c.i > verb.i + 2]:
        if link.lower_ in inclusive_prepositions() and link.nbor(-1).text == ",":
            before = link.nbor(-2)
            if before.pos_ in {"NOUN", "PROPN"} and verb in before.ancestors and before.tag_ != "NNP":
                hang(link, before, "prep")
