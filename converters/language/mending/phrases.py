"""What hangs on which noun or verb."""

from itertools import pairwise

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
    closing_verbs,
    governing_nouns,
    governing_verbs,
    hearsay_verbs,
    hindering_verbs,
    locative_prepositions,
    particle_idioms,
    prepositions_of_means,
    publishing_verbs,
    series,
    speaking_verbs,
    stories,
    subjecting_verbs,
    weekdays,
)
from converters.language.tree import Token

_PARTICLES = frozenset({"away", "back", "down", "off", "out", "over", "up"})
_UP_TO = frozenset({"to", "until", "till", "through"})


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


def gerund_behind_into(verb: Token) -> None:
    """In "pressed them into freeing hostages" they are to free them, and the hostages are of no kind that frees."""
    noun, link = verb.head, verb.nbor(-1)
    gerund = verb.dep_ == "amod" and verb.tag_ == "VBG" and left_of(noun) is verb
    if gerund and noun.dep_ == "pobj" and noun.head is link and link.lower_ == "into":
        put_above(verb, noun)
        verb.dep_, noun.dep_, verb.pos_ = "pcomp", "dobj", "VERB"


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
    if noun.lemma in series():
        return  # "a string of raids by rebels"
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
        if any(c.lower_ == "that" and c.dep_ == "mark" for c in clause.children):
            clause.dep_ = "acl"
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


def phrase_before_mark(verb: Token) -> None:
    """In "On Monday, after rebels fled, troops came" they came on Monday: no clause begins before its "after"; nor
    before its "that" ("said, according to the agency, that rebels had fled").
    """
    mark = next((c for c in verb.children if c.dep_ == "mark"), None)
    told = mark is not None and mark.lower_ == "that" and verb.dep_ == "ccomp" and verb.head.i < verb.i
    if mark is None or not (told or (verb.dep_ == "advcl" and verb.head.i > verb.i)):
        return
    for link in [c for c in verb.children if c.dep_ == "prep" and right_of(c).i < mark.i]:
        hang(link, verb.head, "prep")


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


def _in_phrases_of(token: Token, verb: Token) -> bool:
    """Whether only objects, what is beside them, and prepositions stand between a word and a verb above it."""
    while token.dep_ in {"prep", "pobj", "dobj", "agent", "conj"} and token.head is not verb:
        token = token.head
    return token.dep_ in {"prep", "dobj", "agent"} and token.head is verb


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
