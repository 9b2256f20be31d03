"""What hangs on which noun or verb."""

from itertools import pairwise

from converters.language.demonyms import capitals, countries
from converters.language.mending.tree import (
    AUXILIARY,
    SUBJECT,
    hang,
    is_whole_that_clause,
    left_of,
    objects,
    put_above,
    right_of,
)
from converters.language.tokens import (
    addressing_verbs,
    answering_verbs,
    attacking_verbs,
    attributive_participles,
    blaming_verbs,
    bounding_prepositions,
    charging_verbs,
    citing_verbs,
    closing_verbs,
    governing_nouns,
    governing_verbs,
    hearsay_verbs,
    hindering_verbs,
    holding_verbs,
    inclusive_prepositions,
    labels,
    locative_prepositions,
    naming_verbs,
    particle_idioms,
    prepositions_of_means,
    publishing_verbs,
    speaking_verbs,
    stories,
    subjecting_verbs,
    transitive_verbs,
    weekdays,
    yielding_verbs,
)
from converters.language.tree import Token

_PARTICLES = frozenset({"away", "back", "down", "off", "out", "over", "up"})
_UP_TO = frozenset({"to", "until", "till", "through"})
_SOME = frozenset({"some", "many", "others", "several", "most"})


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


def more_of_them(verb: Token) -> None:
    """In "wounded 11 more" eleven more are wounded, in "displaced two million" two million displaced."""
    for more in [c for c in verb.children if c.i > verb.i and c.dep_ in {"advmod", "npadvmod"}]:
        counted = more.lower_ == "more" and any(c.dep_ == "nummod" or c.ent_type_ == "CARDINAL" for c in more.children)
        number = more.ent_type_ == "CARDINAL" and verb.lemma in transitive_verbs()
        if objects(verb) or not (counted or number):
            continue
        number_behind_than(more)
        if more.dep_ in {"advmod", "npadvmod"}:
            more.dep_ = "dobj"
            for many in [c for c in more.children if c.dep_ == "npadvmod"]:
                many.dep_ = "nummod"


def bounded_number(verb: Token) -> None:
    """In "injuring over 80" eighty are injured, and "over" bounds the number."""
    if verb.lemma not in transitive_verbs() or objects(verb):
        return
    for bound in [
        c for c in verb.children if c.dep_ == "prep" and c.i == verb.i + 1 and c.lower_ in bounding_prepositions()
    ]:
        for number in [c for c in bound.children if c.dep_ == "pobj" and c.ent_type_ == "CARDINAL"]:
            hang(number, verb, "dobj")
            hang(bound, number, "quantmod")


def particle_before_number(verb: Token) -> None:
    """In "handed over ten hostages" they are handed over, and not more than ten."""
    over = verb.nbor(1) if verb.i + 2 < verb.sent.end else verb
    if verb.lemma not in yielding_verbs() or over.lower_ != "over" or over.head.tag_ != "CD":
        return
    hang(over, verb, "prt")
    over.ent_type_ = ""


def number_behind_than(more: Token) -> None:
    """In "injured more than a dozen" the dozen is the object, and "more than" bounds it."""
    for than in [c for c in more.children if c.lower_ == "than" and c.i == more.i + 1]:
        for number in [c for c in than.children if c.dep_ == "pobj" and c.ent_type_ == "CARDINAL"]:
            hang(number, more.head, "dobj")
            hang(more, number, "amod")
            hang(than, number, "quantmod")


def goal_behind_means(verb: Token) -> None:
    """Where something goes by a means hangs on the verb ("were taken by boat to the port")."""
    for link in [c for c in verb.children if c.dep_ in {"prep", "agent"} and c.lower_ in prepositions_of_means()]:
        for means in [c for c in link.children if c.dep_ == "pobj" and not any(d.dep_ == "det" for d in c.children)]:
            for goal in [c for c in means.children if c.dep_ == "prep" and c.lower_ in {"to", "into", "from"}]:
                hang(goal, verb, "prep")


def governed_preposition(verb: Token) -> None:
    """What belongs to the verb stands behind its object and not below it ("blamed the raid on the group").

    A verb behind the preposition shows that it does, however deep it hangs ("accused men in the north of killing her").
    """
    hinders = verb.lemma in hindering_verbs()
    own = frozenset({"from"}) if hinders else governing_verbs().get(verb.lemma)
    if own is None or any(c.dep_ == "prep" and c.lower_ in own for c in verb.children):
        return
    things = objects(verb)
    if hinders and not things and not any(c.dep_ == "nsubjpass" for c in verb.children):
        return
    behind = verb.doc[verb.i + 1 : right_of(verb).i + 1]
    links = [t for t in behind if t.dep_ == "prep" and t.lower_ in own and _in_phrases_of(t, verb)]
    counted = [o for thing in things for c in thing.children if c.lower_ == "of" for o in c.children]  # "a string of"
    for link in links:
        right_behind = link.head in [*things, *counted] and not hinders
        if right_behind or any(c.tag_ == "VBG" for c in link.children):
            hang(link, verb, "prep")


def all_that_undergo(verb: Token) -> None:
    """In "killing all on board" all of them are killed."""
    if objects(verb) or verb.lemma not in transitive_verbs():
        return
    for link in [c for c in verb.children if c.dep_ == "prep" and c.i == verb.i + 2]:
        for all_ in [c for c in link.children if c.lower_ == "all" and c.i == verb.i + 1]:
            hang(all_, verb, "dobj")
            hang(link, all_, "prep")
            return


def sides_of_what_is_reported(verb: Token) -> None:
    """In "clashes were reported on Monday between voters and police" they clashed, and nothing else is between them."""
    deed = next((c for c in verb.children if c.dep_ == "nsubjpass" and c.pos_ == "NOUN"), None)
    if deed is None or verb.lemma not in hearsay_verbs():
        return
    for link in [c for c in verb.children if c.dep_ == "prep" and c.lower_ in {"between", "against"}]:
        if any(c.dep_ == "pobj" and c.ent_type_ not in {"DATE", "TIME"} for c in link.children):
            hang(link, deed, "prep")


def object_like_a_particle(verb: Token) -> None:
    """In "took part in the march" nobody took a part of anything: they took part, in the march."""
    for noun in objects(verb):
        for link in [c for word in (noun, verb) for c in word.children if c.dep_ == "prep" and c.i == noun.i + 1]:
            bare = all(c is link for c in noun.children)
            if bare and f"{verb.lemma} {noun.lower_} {link.lower_}" in particle_idioms():
                noun.dep_ = "prt"
                hang(link, verb, "prep")
                return


def particle_before_adverb(verb: Token) -> None:
    """In "were shot down there" they were shot down, and "down there" is no place."""
    for place in [c for c in verb.children if c.dep_ == "advmod" and c.i == verb.i + 2 and c.tag_ == "RB"]:
        for particle in [c for c in place.children if c.i == verb.i + 1 and c.lower_ in _PARTICLES]:
            hang(particle, verb, "prt")


def stretch_of_object(verb: Token) -> None:
    """In "announced a truce from 1 May to 9 May" the truce lasts so long, and not the announcing."""
    if verb.lemma not in speaking_verbs() | closing_verbs():
        return
    links = [c for c in verb.children if c.dep_ == "prep" and any(o.ent_type_ == "DATE" for o in c.children)]
    for first in [c for c in links if c.lower_ == "from"]:
        ends = [c for c in (*links, *first.children) if c.lower_ in _UP_TO and c.i > first.i]
        for thing in [o for o in objects(verb) if ends and first.i == right_of(o).i + 1]:
            for link in (first, *(end for end in ends if end.head is verb)):
                hang(link, thing, "prep")


def doer_behind_with(verb: Token) -> None:
    """In "with some throwing bottles" some throw, and no bottles do."""
    noun = verb.head
    link = noun.head
    some = verb.nbor(-1)
    if verb.dep_ != "amod" or verb.tag_ != "VBG" or noun.dep_ != "pobj" or link.lower_ != "with":
        return
    if some.dep_ == "det" and some.lower_ in _SOME and some.nbor(-1) is link and noun.tag_ == "NNS":
        put_above(verb, noun)
        hang(some, verb, "nsubj")
        verb.dep_, noun.dep_, verb.pos_ = "pcomp", "dobj", "VERB"


def some_who(verb: Token) -> None:
    """In "Some blocked roads, others threw stones" some did the one and others the other, and no roads are blocked."""
    noun, some = verb.head, verb.nbor(-1)
    if verb.dep_ != "amod" or verb.tag_ != "VBN" or noun.head.i < noun.i or noun.tag_ not in {"NNS", "NN"}:
        return
    others = noun.nbor(2)
    if some.dep_ == "det" and some.lower_ in _SOME and noun.nbor(1).text == "," and others.lower_ == "others":
        put_above(verb, noun)
        hang(some, verb, "nsubj")
        verb.pos_, verb.tag_, noun.dep_ = "VERB", "VBD", "dobj"
        some.pos_ = "PRON"
        if verb.dep_ != "ROOT":
            verb.dep_ = "ccomp"


def gerund_behind_into(verb: Token) -> None:
    """In "pressed them into freeing hostages" they are to free them, and the hostages are of no kind that frees."""
    noun, link = verb.head, verb.nbor(-1)
    gerund = verb.dep_ == "amod" and verb.tag_ == "VBG" and left_of(noun) is verb
    if gerund and noun.dep_ == "pobj" and noun.head is link and link.lower_ == "into":
        put_above(verb, noun)
        verb.dep_, noun.dep_, verb.pos_ = "pcomp", "dobj", "VERB"


def counted_between(verb: Token) -> None:
    """In "killed between five and eight soldiers" that many are killed."""
    for link in [c for c in verb.children if c.lower_ == "between" and c.dep_ == "prep" and c.i == verb.i + 1]:
        for noun in [c for c in link.children if c.dep_ == "pobj" and not objects(verb)]:
            numbers = [c for c in noun.children if c.dep_ == "nummod" and c.i == link.i + 1]
            for number in [n for n in numbers if any(c.dep_ == "conj" for c in n.children)]:
                hang(noun, verb, "dobj")
                hang(link, number, "quantmod")


def counted_between_before(verb: Token) -> None:
    """In "between five and eight soldiers were killed" that many are, and nothing is between them."""
    for link in [c for c in verb.children if c.lower_ == "between" and c.dep_ == "prep" and c.i + 4 < verb.i]:
        first, noun = link.nbor(1), link.nbor(4)
        several = noun.tag_ == "NNS" or (noun.dep_ == "compound" and noun.head.tag_ == "NNS")
        if first.tag_ != "CD" or link.nbor(2).lower_ != "and" or link.nbor(3).tag_ != "CD" or not several:
            continue
        noun = noun.head if noun.dep_ == "compound" else noun
        if noun.head is link and not any(c.dep_ in SUBJECT for c in verb.children):
            hang(noun, verb, "nsubjpass" if any(c.dep_ == "auxpass" for c in verb.children) else "nsubj")
        if noun.head is verb and noun.dep_ in SUBJECT:
            hang(first, noun, "nummod")
            hang(link, first, "quantmod")


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


def one_more_phrase(verb: Token) -> None:
    """In "acquitted of fraud and of killing a guard" both phrases belong to the verb."""
    for link in [c for c in verb.children if c.dep_ == "prep"]:
        for other in [c for c in link.children if c.dep_ == "conj" and c.lower_ == link.lower_]:
            hang(other, verb, "prep")


def aim_behind_participle(verb: Token) -> None:
    """In "a video purporting to show it" that is what it purports to do: the infinitive narrows no video."""
    to = verb.nbor(-1) if verb.i > verb.sent.start + 1 else verb
    if verb.dep_ != "relcl" or verb.tag_ != "VB" or to.head is not verb or to.tag_ != "TO":
        return
    participle = to.nbor(-1)
    if participle.dep_ == "acl" and participle.head is verb.head and participle.tag_ in {"VBG", "VBN"}:
        hang(verb, participle, "xcomp")


def name_before_object(verb: Token) -> None:
    """In the heading "Gunmen kill Avon mayor" the mayor is killed, and Avon is whose mayor it is."""
    things = objects(verb)
    if len(things) != 2 or verb.lemma not in transitive_verbs():
        return
    name, thing = things
    if name.pos_ == "PROPN" and thing.pos_ == "NOUN" and not name.children and left_of(thing).i == name.i + 1:
        hang(name, thing, "compound")


def deed_behind_to(verb: Token) -> None:
    """In "subjected them to torture" the last word is a noun, and what befell them."""
    if verb.lemma not in subjecting_verbs():
        return
    for deed in [c for c in verb.children if c.dep_ in {"xcomp", "advcl"} and c.tag_ == "VB"]:
        for link in [c for c in deed.children if c.tag_ == "TO" and c.i == left_of(deed).i]:
            behind = next((c for c in objects(deed) if c.i == deed.i + 1), None)
            noun = deed if behind is None else behind  # "to summary executions"
            if behind is not None:
                put_above(behind, deed)
            hang(link, verb, "prep")
            hang(noun, link, "pobj")
            link.pos_, link.tag_ = "ADP", "IN"
            deed.pos_, deed.tag_ = "NOUN", "NN"
            if behind is not None:
                deed.dep_ = "compound"
            return


def governed_by_noun(verb: Token) -> None:
    """In "kept its ban on visits" visits are banned, and nothing is kept on them; so "near the border with Avon"."""
    phrases = [noun for link in verb.children if link.dep_ in {"agent", "prep"} for noun in link.children]
    for noun in (*objects(verb), *(noun for noun in phrases if noun.dep_ == "pobj")):
        own = governing_nouns().get(noun.lemma, frozenset())
        for link in [c for c in verb.children if c.dep_ == "prep" and c.i == right_of(noun).i + 1 and c.lower_ in own]:
            if not any(c.ent_type_ in {"DATE", "TIME"} for c in link.children):
                hang(link, noun, "prep")


def doer_behind_victims(noun: Token) -> None:
    """In "the kidnap of two women and a girl by gunmen" the doer belongs to the deed."""
    victims = [o for of in noun.children if of.lower_ == "of" for o in of.children if o.dep_ == "pobj"]
    victims += [c for thing in (noun, *victims) for c in thing.children if c.dep_ == "conj" and victims]
    for victim in victims:
        if any(c.lower_ == "of" for c in victim.children):
            continue  # a deed of its own: "reports of the seizure of land by rebels"
        for link in [c for c in victim.children if c.lower_ == "by" and c.dep_ in {"prep", "agent"}]:
            hang(link, noun, "prep")


def clause_of_story(noun: Token) -> None:
    """In "the story that the king had fled" that is what it tells: nobody flees a story, or kills a claim."""
    for clause in [c for c in noun.children if c.dep_ == "relcl" and noun.lemma in stories()]:
        that = next((c for c in clause.children if c.lower_ == "that" and c.dep_ == "dobj"), None)
        told = clause.lemma not in publishing_verbs() | speaking_verbs() | answering_verbs()
        whole = sum(c.dep_ == "dobj" for c in clause.children) > 1
        if that is not None and (told or whole) and any(c.dep_ in SUBJECT for c in clause.children):
            clause.dep_, that.dep_, that.tag_ = "acl", "mark", "IN"


def clause_behind_teller(noun: Token) -> None:
    """In "a report by the paper that troops had left" the clause is what is reported, and narrows no paper."""
    behind = [c for c in noun.head.children if noun.dep_ == "dobj" and c.i == right_of(noun).i + 1]
    for link in [c for c in (*noun.children, *behind) if c.dep_ in {"prep", "agent"} and c.lower_ in {"by", "from"}]:
        for teller in [c for c in link.children if c.dep_ == "pobj"]:
            for clause in [c for c in teller.children if c.dep_ in {"relcl", "acl"} and is_whole_that_clause(c)]:
                hang(clause, noun, "acl")
                hang(link, noun, "prep")
                next(c for c in clause.children if c.lower_ == "that").dep_ = "mark"


def date_before_noun(day: Token) -> None:
    """In "retook the town on Tuesday, army sources said" and "on May 2 troops left" the date belongs to "on" and not to
    the sources or troops.
    """
    if day.lower_ not in weekdays() and day.ent_type_ not in {"DATE", "TIME"}:
        return
    opening = left_of(day)
    link = opening.nbor(-1) if opening.i > day.sent.start else day
    lost = day.dep_ in {"nmod", "compound", "npadvmod", "amod", "quantmod"} and day.head.i > day.i
    if lost and link.dep_ == "prep" and day.head.head is link and day.lower_ in weekdays():
        _object_behind_day(day.head, link)
    if link.dep_ != "prep" or any(c.dep_ == "pobj" for c in link.children) or not lost:
        return
    if day.nbor(1).text == ",":
        for word in [c for c in day.children if c.i > day.i and not c.is_punct]:
            hang(word, day.head, "amod" if word.pos_ == "ADJ" else "nmod")
    hang(day, link, "pobj")


def _object_behind_day(thing: Token, link: Token) -> None:
    """In "claimed on Monday control of the port" control is claimed, if it is no time itself."""
    verb = link.head
    if verb.pos_ == "VERB" and not objects(verb) and thing.ent_type_ not in {"DATE", "TIME"}:
        hang(thing, verb, "dobj")


def place_behind_time(noun: Token) -> None:
    """In "arrested on Monday in Lagos" and "at 3 p.m. local time in Lagos" the arrest was in Lagos, and no day is."""
    verb = noun.head
    while verb.pos_ not in {"VERB", "AUX"} and verb.head is not verb:
        verb = verb.head
    timely = noun.ent_type_ in {"DATE", "TIME"} or noun.lemma_ == "time"
    if not timely or verb.pos_ not in {"VERB", "AUX"} or not noun.i > verb.i:
        return
    for link in [c for c in noun.children if c.dep_ == "prep" and c.lower_ in locative_prepositions()]:
        if any(c.dep_ == "pobj" and c.ent_type_ not in {"DATE", "TIME"} for c in link.children):
            hang(link, verb, "prep")


def cause_behind_due(verb: Token) -> None:
    """In "died due to a collapse" nobody does anything to the collapse: "due to" is one preposition."""
    for due in [c for c in verb.children if c.dep_ == "prep" and c.lower_ == "due"]:
        for link in [c for c in due.children if c.lower_ == "to" and not c.children]:
            for cause in [c for c in (*due.children, *objects(verb)) if left_of(c).i == link.i + 1]:
                link.dep_ = "prep"
                hang(cause, link, "pobj")


def neighbour(verb: Token) -> None:
    """In "fled to neighbouring Chad" nobody neighbours anything: the participle says which Chad."""
    link = verb.head
    if verb.dep_ != "pcomp" or verb.lower_ not in attributive_participles():
        return
    for place in objects(verb):
        hang(place, link, "pobj")
        hang(verb, place, "amod")


def phrase_before_mark(verb: Token) -> None:
    """In "On Monday, after rebels fled, troops came" they came on Monday: no clause begins before its "after"."""
    mark = next((c for c in verb.children if c.dep_ == "mark"), None)
    if verb.dep_ != "advcl" or mark is None or verb.head.i < verb.i:
        return
    for link in [c for c in verb.children if c.dep_ == "prep" and right_of(c).i < mark.i]:
        hang(link, verb.head, "prep")


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


def toll_of_the_attack(verb: Token) -> None:
    """In "ambushed a patrol of soldiers killing two of them" who ambushed them killed two."""
    noun = verb.head
    counted = any(o.tag_ == "CD" or any(c.dep_ == "nummod" for c in o.children) for o in objects(verb))
    if verb.dep_ != "acl" or verb.tag_ != "VBG" or verb.lemma not in transitive_verbs() or not counted:
        return
    if noun.dep_ == "pobj" and noun.head.lower_ == "of":
        noun = noun.head.head
    if noun.dep_ == "dobj" and noun.head.lemma in attacking_verbs() and noun.head.i < noun.i:
        hang(verb, noun.head, "advcl")


def one_more_object(verb: Token) -> None:
    """In "called for talks as well as elections" elections are called for; so in "hit a town, Oke, and a port"."""
    for more in [c for c in verb.children if c.dep_ == "conj" and c.pos_ in {"NOUN", "PROPN"} and c.i > verb.i]:
        links = [c for c in verb.children if c.dep_ == "cc" and verb.i < c.i < more.i]
        link = links[-1] if links else None
        if link is None or (link.nbor(-1).lower_ != "well" and not (objects(verb) and link.i == left_of(more).i - 1)):
            continue
        before = [t for t in verb.doc[verb.i + 1 : link.i] if t.dep_ in {"pobj", "dobj"} and _in_phrases_of(t, verb)]
        before = before if link.nbor(-1).lower_ == "well" else [t for t in before if t.head is verb]
        if before:
            hang(more, before[0], "conj")
            hang(link, before[0], "cc")


def asked_of_somebody(verb: Token) -> None:
    """In "pleaded with them to stop" and "calls on them to stop" the infinitive says what is asked, not what for."""
    own = addressing_verbs().get(verb.lemma)
    if own is None:
        return
    for clause in [c for c in verb.children if c.dep_ == "advcl" and c.tag_ == "VB" and left_of(c).i == verb.i + 1]:
        link = left_of(clause)
        for whom in [c for c in clause.children if c.dep_ == "nsubj" and link.dep_ == "mark" and link.lower_ in own]:
            hang(link, verb, "prep")
            hang(whom, link, "pobj")
            clause.dep_, link.pos_, link.tag_ = "xcomp", "ADP", "IN"
    links = [c for c in verb.children if c.dep_ == "prep" and c.lower_ in own and c.i > verb.i]
    for link in links:
        for clause in [c for c in verb.children if c.dep_ == "advcl" and c.tag_ == "VB" and c.i > link.i]:
            if left_of(clause).i == right_of(link).i + 1 and left_of(clause).tag_ == "TO":
                clause.dep_ = "xcomp"


def doer_before_gerund(verb: Token) -> None:
    """In "spoke of soldiers killing two men" the soldiers kill: a gerund narrows the noun right before it."""
    above = verb.head
    bare = not any(c.dep_ in {*SUBJECT, *AUXILIARY, "mark"} for c in verb.children)
    if verb.tag_ != "VBG" or verb.dep_ not in {"advcl", "acl"} or not bare or left_of(verb) is not verb:
        return
    for link in [c for c in above.children if c.dep_ == "prep" and c.lower_ == "of" and c.i < verb.i]:
        for noun in [c for c in link.children if c.dep_ == "pobj" and right_of(c).i == verb.i - 1]:
            if noun.pos_ in {"NOUN", "PROPN"}:
                hang(verb, noun, "acl")
                return


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


def _in_phrases_of(token: Token, verb: Token) -> bool:
    """Whether only objects, what is beside them, and prepositions stand between a word and a verb above it."""
    while token.dep_ in {"prep", "pobj", "dobj", "agent", "conj"} and token.head is not verb:
        token = token.head
    return token.dep_ in {"prep", "dobj", "agent"} and token.head is verb


def deed_of_charge(verb: Token) -> None:
    """In "accused soldiers of burning homes" soldiers burned homes: no homes were burning."""
    if verb.lemma not in charging_verbs():
        return
    for link in [c for c in verb.children if c.dep_ == "prep" and c.lower_ in {"of", "for", "with"} and c.i > verb.i]:
        for thing in [c for c in link.children if c.dep_ == "pobj" and c.tag_ in {"NNS", "NNPS"}]:
            deed = next((c for c in thing.children if c.dep_ == "amod" and c.i == link.i + 1 and c.tag_ == "VBG"), None)
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


def place_behind_particle(verb: Token) -> None:
    """In headings a place without an article hangs on its preposition as well ("rescued off Avonian coast")."""
    links = [c for c in verb.children if c.dep_ == "prep" and c.lower_ in locative_prepositions()]
    for link in [c for c in links if not c.children]:
        for noun in [c for c in verb.children if c.dep_ == "npadvmod" and left_of(c).i == link.i + 1]:
            hang(noun, link, "pobj")


def time_of_landmark(verb: Token) -> None:
    """In "has held the town since a battle in May" the battle was in May."""
    links = [c for c in verb.children if c.dep_ == "prep" and c.i > verb.i]
    for since, link in pairwise(links):
        events = [c for c in since.children if c.dep_ == "pobj" and c.pos_ == "NOUN" and not c.ent_type_]
        timely = any(c.dep_ == "pobj" and c.ent_type_ in {"DATE", "TIME"} for c in link.children)
        if since.lower_ == "since" and timely and events and right_of(since).i + 1 == link.i:
            hang(link, events[0], "prep")


def included_among_many(verb: Token) -> None:
    """In "ten were killed in the attack, including two guards" guards are among the ten: one attack includes no two."""
    many = next((c for c in verb.children if c.dep_ in {"nsubjpass", "dobj"} and c.tag_ in {"NNS", "CD"}), None)
    if many is None:
        return
    nouns = [c for c in verb.children if c.dep_ == "prep" and c.i > verb.i]
    while nouns:
        phrase = nouns.pop()
        nouns += [c for c in phrase.children if c.i > phrase.i and c.dep_ in {"pobj", "prep"}]
        link = phrase.lower_ in inclusive_prepositions() and phrase.nbor(-1).text == ","
        counted = [c for c in phrase.children if c.dep_ == "pobj" and any(n.tag_ == "CD" for n in c.children)]
        if link and counted and phrase.head.tag_ == "NN" and counted[0].tag_ == "NNS":
            hang(phrase, many, "prep")
            return


def example_of_noun(verb: Token) -> None:
    """In "accused them of crimes, including the execution of captives" that is one of the crimes."""
    for link in [c for c in verb.children if c.dep_ == "prep" and c.i > verb.i + 2]:
        if link.lower_ in inclusive_prepositions() and link.nbor(-1).text == ",":
            before = link.nbor(-2)
            if before.pos_ in {"NOUN", "PROPN"} and verb in before.ancestors and before.tag_ != "NNP":
                hang(link, before, "prep")
