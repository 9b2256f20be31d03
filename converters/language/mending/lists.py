"""Who else belongs to a list."""

from converters.language.mending.tree import SUBJECT, hang, is_finite, left_of, objects, put_above, right_of
from converters.language.tokens import (
    amounts,
    closing_verbs,
    endings,
    harms,
    locative_prepositions,
    outcomes,
    speaking_verbs,
    transitive_verbs,
    wholes,
)
from converters.language.tree import Token

_SINGULAR = frozenset({"NN", "NNP"})
_PAST = frozenset({"VBD", "VBN"})
_WHOLE = frozenset({"det", "poss", "amod", "nummod"})


def list_behind_first(verb: Token) -> None:
    """In "rebels, the government and the UN agreed" the first of the list is no subject of its own."""
    found = [c for c in verb.children if c.dep_ in SUBJECT and c.i < verb.i]
    if len(found) != 2:
        return
    first, second = found
    between = first.doc[right_of(first).i + 1 : left_of(second).i]
    if [t.text for t in between] == [","] and any(c.dep_ == "conj" for c in second.children):
        hang(second, first, "conj")


def item_like_a_verb(verb: Token) -> None:
    """In "fired tear gas, stun grenades and rubber bullets" nobody stuns anything: what has no auxiliary, no subject
    and another form than the verb before is part of a name for a thing.
    """
    first, thing = verb.head, verb.nbor(1) if verb.i + 1 < verb.sent.end else verb
    before = [noun for noun in objects(first) if first.i < noun.i < verb.i]
    alone = {"aux", "mark", *SUBJECT}.isdisjoint(c.dep_ for c in verb.children)
    if verb.dep_ != "conj" or verb.tag_ != "VB" or first.tag_ not in _PAST or not alone or not before:
        return
    if verb.nbor(-1).text == "," and thing.dep_ == "dobj" and thing.head is verb and thing.tag_ in {"NN", "NNS"}:
        hang(thing, before[-1], "conj")
        for word in [c for c in verb.children if c.i > thing.i]:
            hang(word, first, word.dep_)
        hang(verb, thing, "compound")
        verb.pos_, verb.tag_ = "NOUN", "NN"


def item_of_subjects(verb: Token) -> None:
    """In "tear gas, stun grenades and water cannon were used" all three were used."""
    deed = next((c for c in verb.children if c.dep_ in {"ccomp", "conj"} and c.i > verb.i), None)
    first = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    thing = verb.nbor(1) if verb.i + 1 < verb.sent.end else verb
    if verb.dep_ != "ROOT" or verb.tag_ != "VB" or deed is None or first is None or thing not in objects(verb):
        return
    own = [c for c in deed.children if c.dep_ in SUBJECT and c.i < deed.i]
    joined = any(c.dep_ == "cc" for c in thing.children)
    if not joined or verb.nbor(-1).text != "," or not is_finite(deed):
        return
    put_above(deed, verb)
    hang(first, deed, "nsubjpass" if any(c.dep_ == "auxpass" for c in deed.children) else "nsubj")
    for item in [thing, *own]:
        hang(item, first, "conj")
    hang(verb, thing, "compound")
    verb.pos_, verb.tag_ = "NOUN", "NN"


def beside_with_and(noun: Token) -> None:
    """In "both Avon and Lorn" the second is no name for the first: "and" parts them."""
    first = noun.head
    link = left_of(noun).nbor(-1) if left_of(noun).i > noun.sent.start else noun
    if link.dep_ == "cc" and link.head is first and link.lower_ == "and" and right_of(first).i >= noun.i:
        noun.dep_ = "conj"


def outcome_beside_end(noun: Token) -> None:
    """In "an end to the siege and the release of hostages" the release is beside the end, and is not to end."""
    link = noun.head.head
    end = link.head
    if noun.lemma not in outcomes() or noun.head.dep_ != "pobj":
        return
    if link.lower_ in {"to", "of"} and end.lemma in endings():
        for word in [c for c in noun.head.children if c.dep_ == "cc" and c.i < noun.i]:
            hang(word, end, "cc")
        hang(noun, end, "conj")


def harm_beside_harm(noun: Token) -> None:
    """In "the death of a man and injuries to two" nobody dies of injuries: the one harm is beside the other."""
    first = noun.head
    harm = first.head.head if first.dep_ == "pobj" and first.lemma not in harms() else first
    if noun.lemma not in harms() or harm.lemma not in harms():
        return
    if first is not harm:
        for word in [c for c in first.children if c.dep_ == "cc" and c.i < noun.i]:
            hang(word, harm, "cc")
        hang(noun, harm, "conj")
    behind = [c for word in (harm, harm.head) for c in word.children if c.i == right_of(noun).i + 1]
    for link in [c for c in behind if c.dep_ == "prep" and c.lower_ in {"of", "to"}]:
        hang(link, noun, "prep")


def harmed_as_well(noun: Token) -> None:
    """In "damage to a school, as well as a mosque" the mosque is damaged too."""
    harm = noun.head
    link = next((c for c in harm.children if c.dep_ == "cc" and c.i < noun.i), noun)
    if harm.lemma not in harms() or noun.lemma in harms() or link.nbor(-1).lower_ != "well":
        return
    harmed = [o for p in harm.children if p.lower_ in {"of", "to"} for o in p.children if o.dep_ == "pobj"]
    for first in [o for o in harmed if o.i < noun.i]:
        hang(noun, first, "conj")


def object_behind_means(noun: Token) -> None:
    """In "hit with a rocket the square" nothing joins the two nouns: the square was hit."""
    means, link = noun.head, noun.head.head
    if noun.pos_ not in {"NOUN", "PROPN"} or means.dep_ != "pobj" or link.dep_ != "prep" or link.head.pos_ != "VERB":
        return
    opening, verb = left_of(noun), link.head
    joined = any(c.dep_ == "cc" or c.is_punct for c in means.children if means.i < c.i < opening.i)
    if not joined and opening.tag_ in {"DT", "PRP$"} and opening.i == means.i + 1 and not objects(verb):
        hang(noun, verb, "dobj")


def deed_beside_deed(number: Token) -> None:
    """In "killed ten men and displaced thousands" they were displaced, and not killed."""
    if number.lower_ not in amounts() or number.dep_ not in {"conj", "dobj"}:
        return
    deed, first = left_of(number), number.head
    verb = first.head if first.dep_ == "dobj" else first
    if deed.dep_ != "amod" or deed.tag_ != "VBN" or verb.pos_ != "VERB":
        return
    joint = next((c for c in first.children if c.dep_ == "cc" and c.i == deed.i - 1), None)
    if joint is None:
        return
    hang(deed, verb, "conj")
    hang(joint, verb, "cc")
    hang(number, deed, "dobj")
    deed.pos_, deed.tag_ = "VERB", verb.tag_ if verb.tag_ in {"VBD", "VBN"} else "VBD"


def deeds_of_one_object(noun: Token) -> None:
    """In "abducted and recruited men" the men are abducted as well: two verbs share the noun behind them."""
    verb, deed = noun.head, left_of(noun)
    if verb.lemma not in transitive_verbs() or verb.tag_ not in {"VBD", "VBN", "VBZ", "VBP"} or objects(verb):
        return
    joint = next((c for c in verb.children if c.dep_ == "cc" and c.i == verb.i + 1), None)
    if joint is None or deed.i != verb.i + 2 or deed.dep_ != "amod" or deed.tag_ not in {"VBN", "VBD"}:
        return
    hang(deed, verb, "conj")
    hang(noun, deed, "dobj")
    deed.pos_, deed.tag_ = "VERB", verb.tag_


def item_of_wishes(noun: Token) -> None:
    """In "called for a truce, an end to the siege and aid" the second is called for as the first is."""
    if noun.lemma not in endings() | outcomes():
        return
    before = left_of(noun).nbor(-1) if left_of(noun).i > noun.sent.start + 1 else noun
    first = before.nbor(-1) if before.text == "," else noun
    while first.dep_ in {"pobj", "prep", "compound"} and first.head.pos_ in {"NOUN", "ADP", "PROPN"}:
        if first.dep_ == "pobj" and first.head.head is noun.head:
            break
        first = first.head
    wished = first.dep_ == "pobj" and first.head.head is noun.head and first.pos_ == "NOUN"
    if wished:
        hang(noun, first, "conj")


def beside_apposition(noun: Token) -> None:
    """In "the mayor, Ola Berg, and the general, Jan Holm, said" the general is beside the mayor, and no name of hers.

    In "the mayor, a priest and two nurses said" no comma closes an apposition: all three are a list.
    """
    name = noun.head
    first = name.head
    if noun.dep_ != "conj" or name.dep_ != "appos" or first.i > name.i:
        return
    before, behind = left_of(noun), right_of(noun)
    if before.i < noun.sent.start + 2 or before.nbor(-1).lower_ != "and":
        return
    closed, alone = before.nbor(-2).text == ",", first.tag_ in _SINGULAR
    if first.dep_ in SUBJECT and first.head.i > noun.i:
        listed = not closed and not behind.nbor(1).is_punct and first.head in {behind.nbor(1), behind.nbor(1).head}
    elif first.dep_ in {"dobj", "pobj"}:
        closed = closed and name.pos_ == "PROPN"
        listed = first.tag_ == "NN" and all(any(c.dep_ in _WHOLE for c in one.children) for one in (name, noun))
    else:
        return
    if closed and alone:
        for link in [c for c in name.children if c.dep_ == "cc" and c.i < noun.i]:
            hang(link, first, "cc")
        hang(noun, first, "conj")
    elif listed or (first.lemma not in wholes() and all(_counted(one) for one in (first, name, noun))):
        name.dep_ = "conj"  # "destroyed two boats, one vessel and one drone"


def acronym_of_body(name: Token) -> None:
    """In "the United Nations Mission in Avonia (UNMA)" the letters are the mission's, too many for the country."""
    place = name.head
    body = place.head.head if place.dep_ == "pobj" else place
    bracketed = name.i > 1 and name.nbor(-1).text == "(" and name.text.isupper()
    words = [place, *(c for c in place.children if c.dep_ in {"compound", "amod"})]
    if bracketed and body is not place and body.pos_ == "PROPN" and len(name.text) > max(2, len(words)):
        hang(name, body, "appos")


def name_in_apposition(name: Token) -> None:
    """In "a survivor, nurse Ana Holm, 38, said" no "and" joins the two: the name is the survivor's."""
    first = name.head
    if name.dep_ != "conj" or name.pos_ != "PROPN" or first.pos_ != "NOUN" or first.tag_ not in _SINGULAR:
        return
    joined = any(c.dep_ == "cc" for word in (first, name) for c in word.children)
    others = [c for c in first.children if c.dep_ in {"conj", "appos"} and c is not name]
    last = right_of(name)
    closed = "," in {last.text, last.nbor(1).text}
    if not joined and not others and closed and left_of(name).nbor(-1).text == ",":
        name.dep_ = "appos"


def whole_before_whole(noun: Token) -> None:
    """In "the army and local vigilantes" one has an article and one an adjective of its own: both are wholes."""
    for first in [c for c in noun.children if c.dep_ == "nmod" and c.i < noun.i and c.pos_ in {"NOUN", "PROPN"}]:
        link = next((c for c in first.children if c.dep_ == "cc" and c.i > first.i), None)
        own = any(c.dep_ in {"det", "poss"} for c in first.children)
        if link is None or not own:
            continue
        beside = [c for c in first.children if c.dep_ == "conj" and c.i == noun.i - 1]
        names = [c for c in beside if c.ent_type_ and not first.ent_type_]
        if names or any(c.dep_ in _WHOLE and c.i > link.i for c in noun.children):
            put_above(first, noun)
            noun.dep_ = "conj"
            for name in names:
                hang(name, noun, "compound")  # "the army and M23 rebels"
            return


def numbers_by_place(verb: Token) -> None:
    """In "killed 30 people in Avon, 12 in Lorn and nine in Marl" all three numbers are of the killed."""
    phrases = {f"{verb.lemma} {c.lower_}" for c in verb.children if c.i == verb.i + 1}
    if transitive_verbs().isdisjoint({verb.lemma, *phrases}):
        return
    people = next((c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"} and _counted(c)), None)
    if people is None:
        return
    for number in verb.doc[max(verb.i, people.i) + 1 : verb.sent.end - 2]:
        before, more = number.nbor(-1), number.nbor(1)
        link = number.nbor(2) if more.lower_ in {"more", "others"} else more
        listed = before.text == "," or before.dep_ == "cc"
        bare = number.pos_ == "NUM" and number.dep_ not in {"nummod", "pobj", "compound"}
        bare = bare and (number.head.i < number.i or number.head is link)
        hung = link.dep_ == "prep" and link.head in {number, verb}
        hung = hung or (link.dep_ == "conj" and link.pos_ == "ADP" and link.head.head in {verb, people})
        if not bare or not listed or not hung or not _places(link):
            continue
        number.ent_type_ = "CARDINAL"
        hang(number, people, "conj")
        hang(link, number, "prep")


def clause_of_the_list(verb: Token) -> None:
    """In "will stay until it falls, rebels leave and captives are freed" they stay until all that has come about: no
    clause stands beside another behind a mere comma.
    """
    opening = left_of(min((c for c in verb.children if c.dep_ in SUBJECT and c.i < verb.i), key=_place, default=verb))
    listed = any(c.dep_ == "cc" for c in verb.children) and any(_is_clause(c) for c in verb.children)
    if not listed or opening.i < verb.sent.start + 4 or opening.nbor(-1).text != "," or not _is_clause(verb):
        return
    first = next((t for t in opening.nbor(-2).ancestors if t.dep_ == "advcl"), opening.nbor(-2))
    main = first.head
    mark = next((c for c in first.children if c.dep_ in {"mark", "advmod"} and c.tag_ in {"IN", "WRB"}), None)
    behind = first.dep_ == "advcl" and mark is not None and main.i < mark.i and main not in {verb.head, *verb.ancestors}
    if not behind or right_of(first).i != opening.i - 2 or not any(c.dep_ in SUBJECT for c in first.children):
        return
    if main.head is verb:
        for child in [c for c in verb.children if c.i < first.i and c is not main]:
            hang(child, main, child.dep_)
        put_above(main, verb)
    hang(verb, first, "conj")


def _is_clause(verb: Token) -> bool:
    """Whether a verb has a subject of its own, and tells of no words."""
    return any(c.dep_ in SUBJECT for c in verb.children) and verb.lemma not in speaking_verbs() | closing_verbs()


def _place(token: Token) -> int:
    return token.i


def _counted(noun: Token) -> bool:
    return noun.pos_ == "NUM" or any(c.dep_ == "nummod" for c in noun.children)


def _places(link: Token) -> bool:
    """Whether a preposition may be one of place, and no time stands behind it."""
    return link.lower_ in locative_prepositions() and not any(c.ent_type_ in {"DATE", "TIME"} for c in link.children)
