"""What kind of word it is."""

from converters.language.mending.tree import (
    SUBJECT,
    hang,
    is_finite,
    is_whole_that_clause,
    left_of,
    put_above,
    right_of,
)
from converters.language.tokens import (
    charging_verbs,
    deeds_of_both,
    deeds_of_headings,
    locative_prepositions,
    noun_prefixes,
    opposing_prefixes,
    telling_verbs,
    those_upon_whom,
    transitive_verbs,
)
from converters.language.tree import Token

_BEFORE_NOUNS = frozenset({"det", "amod", "compound", "nummod", "poss"})
_AMID = frozenset({"in", "during", "amid"})


def verb_like_a_noun(noun: Token) -> None:
    """The last word before or behind what is said is a verb ("state media report that …", `"…," the party notes.`)."""
    subject = noun.nbor(-1) if noun.i > noun.sent.start else noun
    clause = next((c for c in noun.children if _is_said(c, subject)), None)
    plural = subject.tag_ in {"NNS", "NNPS"} or subject.lower_ == "media"
    agrees = plural if noun.tag_ == "NN" else noun.tag_ == "NNS" and subject.tag_ in {"NN", "NNP"}
    if noun.dep_ != "ROOT" or clause is None or subject.dep_ != "compound" or not agrees:
        return
    noun.pos_, noun.tag_, subject.dep_ = "VERB", "VBP" if plural else "VBZ", "nsubj"
    clause.dep_ = "ccomp"
    for child in [c for c in noun.children if c.i < subject.i and c.dep_ in {"det", "amod", "compound", "poss"}]:
        hang(child, subject, child.dep_)


def _is_said(clause: Token, subject: Token) -> bool:
    """Whether a clause with "that" lacks nothing, or a quotation ends where its speaker comes."""
    quoted = clause.dep_ == "ccomp" and clause.i < subject.i and left_of(subject.head).i < clause.i
    if quoted:
        opening = next(t for t in reversed(clause.doc[: subject.i]) if t.dep_ not in {"det", "compound", "amod"})
        return opening.text == '"'
    return clause.dep_ in {"acl", "relcl"} and is_whole_that_clause(clause)


def noun_with_object(noun: Token) -> None:
    """What has a subject and an object is a verb, whatever its tag ("Voters in Avonia elect Holm")."""
    kinds = {c.dep_ for c in noun.children}
    if noun.tag_ not in {"NN", "NNS"} or not {"nsubj", "dobj"} <= kinds or not kinds.isdisjoint({"det", "aux"}):
        return
    noun.pos_, noun.tag_ = "VERB", "VBP" if noun.tag_ == "NN" else "VBZ"
    for name in [c for c in noun.children if c.dep_ == "compound" and c.i < noun.i]:
        link = name.nbor(-1) if name.i > noun.sent.start else name
        if link.dep_ == "prep" and not any(c.dep_ == "pobj" for c in link.children):
            hang(name, link, "pobj")


def deed_beside_object(noun: Token) -> None:
    """In "a bomber kills ten and injures many" the bomber injures them, and in "a coalition shells the town" it does
    that: a noun with an object is a verb, and so is a plural in "A bus collides with a truck".
    """
    single = any(c.dep_ == "det" and c.lower_ in {"a", "an", "another"} for c in noun.children)
    thing = _thing_behind(noun)
    if noun.tag_ != "NNS" or (thing is None and not single):
        return
    if thing is not None and noun.dep_ in {"conj", "dobj"} and left_of(noun) is noun:
        verb = noun.head.head if noun.head.dep_ == "dobj" else noun.head
        link = noun.nbor(-1) if noun.i > verb.i + 1 else noun
        if verb.tag_ != "VBZ" or link.dep_ != "cc":
            return
        hang(link, verb, "cc")
        hang(noun, verb, "conj")
    else:
        subject = noun.nbor(-1) if noun.i > noun.sent.start else noun
        if noun.dep_ != "ROOT" or subject.dep_ != "compound" or subject.head is not noun or subject.tag_ != "NN":
            return
        for child in [c for c in noun.children if c.i < subject.i and c.dep_ in _BEFORE_NOUNS]:
            hang(child, subject, child.dep_)
        subject.dep_ = "nsubj"
    if thing is not None:
        hang(thing, noun, "dobj")
    noun.pos_, noun.tag_ = "VERB", "VBZ"


def _thing_behind(noun: Token) -> Token | None:
    """What stands right behind a noun, with no comma or conjunction between, as only the object of a verb does."""
    things = [c for c in noun.children if c.dep_ in {"dobj", "nummod", "appos"}]
    things += [c for c in noun.head.children if c.dep_ == "conj" and c is not noun]
    return next((c for c in things if left_of(c).i == noun.i + 1 and c.pos_ != "PROPN"), None)


def claim_to_have(word: Token) -> None:
    """In "Al-Avon claims to have killed ten" Al-Avon claims that, though the parser sees no verb."""
    name = word.nbor(-1) if word.i > word.sent.start else word
    told = next((c for c in word.children if c.dep_ in {"xcomp", "acl", "relcl"} and left_of(c).i == word.i + 1), None)
    if word.dep_ != "ROOT" or word.tag_ != "NNS" or word.lemma not in telling_verbs() or told is None:
        return
    infinitive = {c.lower_ for c in told.children if c.dep_ == "aux"} >= {"to", "have"}
    if infinitive and name.dep_ == "compound" and name.head is word and name.tag_ in {"NN", "NNP"}:
        for child in [c for c in word.children if c.i < name.i and c.dep_ in _BEFORE_NOUNS]:
            hang(child, name, child.dep_)
        word.pos_, word.tag_, told.dep_, name.dep_ = "VERB", "VBZ", "xcomp", "nsubj"


def people_like_a_participle(verb: Token) -> None:
    """In "the accused murdered him" the accused is somebody, and nobody accuses anybody."""
    nominal = verb.tag_ == "VBN" and verb.dep_ in {*SUBJECT, "dobj", "pobj", "ROOT", "conj", "attr"}
    alone = [c.lower_ for c in verb.children if c.i < verb.i] == ["the"] and verb.nbor(-1).lower_ == "the"
    if nominal and alone and verb.lemma in charging_verbs():
        verb.pos_, verb.tag_ = "NOUN", "NN"
        verb.lemma = verb.lemma_ = verb.lower_


def preposition_like_a_name(word: Token) -> None:
    """In "Near Avon, rebels shelled a bridge" they did so near Avon: the capital opens the sentence and no name."""
    name = word.head
    if word.i != word.sent.start or word.dep_ != "compound" or word.lower_ not in locative_prepositions():
        return
    last = right_of(name)
    place = name.dep_ in {"npadvmod", "nsubj", "dep"} and name.ent_type_ in {"GPE", "LOC", "FAC"}
    if place and last.i + 1 < word.sent.end and "," in {last.text, last.nbor(1).text}:
        hang(word, name.head, "prep")
        hang(name, word, "pobj")
        word.pos_, word.tag_, word.ent_type_, word.ent_iob_ = "ADP", "IN", "", "O"
        word.nbor(1).ent_iob_ = "B"
        word.lemma = word.lemma_ = word.lower_


def former_holder(prefix: Token) -> None:
    """In "an ex-minister" the minister is meant: what stands before the hyphen only says which one."""
    if prefix.lower_ not in noun_prefixes() or prefix.i + 2 >= prefix.sent.end or prefix.nbor(1).text != "-":
        return
    hyphen, noun = prefix.nbor(1), prefix.nbor(2)
    if noun.head is not prefix.head or noun.dep_ != prefix.dep_:
        return
    for child in [*prefix.children, *hyphen.children]:
        hang(child, noun, child.dep_)
    hang(prefix, noun, "compound")
    hang(hyphen, noun, "punct")


def opposed_thing(prefix: Token) -> None:
    """In "a counter-terrorism raid" and "anti-Avon rebels" neither terrorism nor Avon has a part."""
    if prefix.lower_ not in opposing_prefixes() or prefix.i + 2 >= prefix.sent.end:
        return
    hyphen, word = prefix.nbor(1), prefix.nbor(2)
    glued = hyphen.text == "-" and prefix.end == hyphen.start and hyphen.end == word.start
    thing = word.head
    if not glued or word.dep_ not in {"amod", "compound", "nmod", "npadvmod"} or thing.i < word.i:
        return
    if thing.pos_ in {"NOUN", "PROPN"} and prefix.head is not prefix:
        hang(prefix, thing, "amod")
        hang(hyphen, prefix, "punct")
        hang(word, prefix, "npadvmod")
        prefix.pos_, prefix.tag_ = word.pos_, word.tag_ = "ADJ", "JJ"


def missing(verb: Token) -> None:
    """In "forty people are missing" nobody misses anything: it is how they are."""
    if verb.lower_ != "missing" or any(c.dep_ == "dobj" for c in verb.children):
        return
    be = next((c for c in verb.children if c.dep_ == "aux" and c.lemma == "be"), None)
    if be is None:
        return
    put_above(be, verb)
    for child in [c for c in verb.children if c.dep_ in SUBJECT or c.is_punct or c.dep_ == "advcl"]:
        hang(child, be, child.dep_)
    verb.dep_, verb.pos_, verb.tag_ = "acomp", "ADJ", "JJ"
    verb.lemma = verb.lemma_ = verb.lower_


def thing_that_carries(participle: Token) -> None:
    """In "a bus carrying pilgrims crashed" the bus did: no plural has "a" before it, nor another plural."""
    thing, carried = participle.nbor(-1), participle.head
    if participle.dep_ != "amod" or participle.tag_ != "VBG" or carried.i < participle.i:
        return
    if thing.dep_ != "npadvmod" or thing.head is not participle or thing.pos_ != "NOUN" or carried.tag_ != "NNS":
        return
    article = next((c for c in carried.children if c.dep_ == "det" and c.i < thing.i), None)
    if thing.tag_ != "NNS" and (article is None or article.lower_ not in {"a", "an"}):
        return
    put_above(thing, carried)
    for child in [c for c in carried.children if c.i < thing.i]:
        hang(child, thing, child.dep_)
    hang(participle, thing, "acl")
    hang(carried, participle, "dobj")


def deed_like_an_attribute(verb: Token) -> None:
    """In "that the police tortured detainees" they did: without a hyphen nothing joins a doer to a participle."""
    whom, who = verb.head, verb.nbor(-1) if verb.i > verb.sent.start else verb
    clausal = whom.dep_ in {"ROOT", "ccomp"} and whom.i == verb.i + 1
    if verb.dep_ != "amod" or verb.tag_ != "VBN" or verb.lemma not in transitive_verbs() or not clausal:
        return
    if who.head is not verb or who.dep_ != "npadvmod" or who.pos_ not in {"NOUN", "PROPN"}:
        return
    put_above(verb, whom)
    whom.dep_, who.dep_, verb.tag_ = "dobj", "nsubj", "VBD"
    for word in [c for c in whom.children if c.i < who.i]:
        hang(word, who if word.dep_ in _BEFORE_NOUNS else verb, word.dep_)


def clause_like_a_noun(verb: Token) -> None:
    """In "he fled, and an ash cloud grounded flights" and "Avon scrambled jets after a drone fell" the word between two
    nouns tells what the first did: an attribute has no subject, and is no past.
    """
    whom, who = verb.head, verb.nbor(-1) if verb.i > verb.sent.start else verb
    before = who.head is verb and who.dep_ in {"nsubj", "npadvmod"} and who.pos_ in {"NOUN", "PROPN"}
    if verb.dep_ != "amod" or whom.i != verb.i + 1 or not before or not (who.dep_ == "nsubj" or verb.tag_ == "VBD"):
        return
    above = whom.head
    put_above(verb, whom)
    whom.dep_, who.dep_, verb.tag_, verb.pos_ = "dobj", "nsubj", "VBD", "VERB"
    for word in [c for c in whom.children if c.i < who.i]:
        hang(word, who, word.dep_)
    mark = next((c for c in above.children if c.dep_ == "mark" and verb.i < c.i < above.i), None)
    if mark is not None and verb.dep_ in SUBJECT:
        put_above(verb, above)
        above.dep_ = "advcl"
        for word in [c for c in above.children if c.dep_ in {"conj", "cc"} and c.i > above.i]:
            hang(word, verb, word.dep_)
    while verb.dep_ == "conj" and verb.head.pos_ not in {"VERB", "AUX"} and verb.head.head is not verb.head:
        hang(verb, verb.head.head, "conj")


def object_like_a_verb(verb: Token) -> None:
    """In "charged the bombing suspect with murder" a finite verb is nobody's object: it is the noun which an article
    and other nouns stand before.
    """
    if verb.dep_ not in {"dobj", "pobj"} or verb.tag_ not in {"VBP", "VB"} or verb.head.i > verb.i:
        return
    names = [c for c in verb.children if c.dep_ in {"compound", "amod", "det", "poss"} and c.i < verb.i]
    if names and any(c.dep_ in {"det", "poss"} for word in (verb, *names) for c in word.children):
        verb.pos_, verb.tag_ = "NOUN", "NN"
        for link in [c for c in verb.children if c.dep_ == "prep" and verb.head.pos_ == "VERB" and c.lower_ == "with"]:
            hang(link, verb.head, "prep")


def deed_of_heading(word: Token) -> None:
    """In headings without another verb a word between who and whom is one ("Army shells town", "Court jails mayor")."""
    if word.dep_ != "compound" or word.i == word.sent.start or word.sent[-1].is_punct:
        return
    thing, subject = word.head, word.nbor(-1)
    while thing.dep_ == "compound":
        thing = thing.head
    plural = subject.tag_ in {"NNS", "NNPS"} or subject.lower_ == "police"
    upon = thing.lower_ in those_upon_whom().get(word.lemma, ())  # "US sanctions firms", but not "sanctions talks"
    verb = word.tag_ in {"VBZ", "VBP"} or (
        (upon or word.lemma in transitive_verbs() | deeds_of_headings())
        and word.tag_ == ("NN" if plural else "NNS")
        and subject.tag_ in {"NN", "NNP", "NNS", "NNPS"}
    )
    if not verb or thing.i < word.i or any(is_finite(t) for t in _between_semicolons(word) if t is not word):
        return
    put_above(word, thing)
    word.dep_ = word.dep_ if word.dep_ == "ROOT" else "parataxis"
    word.pos_, word.tag_, thing.dep_ = "VERB", "VBP" if plural else "VBZ", "dobj"
    for child in [c for c in thing.children if c.i < word.i and c is not subject]:
        hang(child, subject, child.dep_)
    for child in [c for c in thing.children if c.i > thing.i and c.dep_ in {"prep", "advcl"} and c.lower_ != "of"]:
        hang(child, word, child.dep_)
    hang(subject, word, "nsubj")


def deed_of_both(word: Token) -> None:
    """In "Iran and Israel trade strikes" and "Iran, Israel trade strikes" that is what they do."""
    things = deeds_of_both().get(word.lower_)
    thing = word.head
    while thing.dep_ == "compound":
        thing = thing.head
    if things is None or thing.lower_ not in things or word.i < word.sent.start + 2:
        return
    second = word.nbor(-1)
    first = second.head if second.dep_ == "conj" else thing.head
    listed = second.dep_ == "conj" or (thing.dep_ == "appos" and first.i == second.i - 2)
    if not listed or left_of(word) is not word or first.pos_ not in {"NOUN", "PROPN"}:
        return
    put_above(word, thing)
    if word.head is first:
        put_above(word, first)
        hang(second, first, "conj")
    hang(first, word, "nsubj")
    word.pos_, word.tag_, word.lemma, thing.dep_ = "VERB", "VBP", word.lower_, "dobj"
    word.dep_ = {"pobj": "advcl"}.get(word.dep_, word.dep_)


def claim_of_heading(word: Token) -> None:
    """In the heading "Army Claims Killing 12 Rebels" the army claims it: no claims kill anybody."""
    name = word.nbor(-1) if word.i > word.sent.start else word
    told = next((c for c in word.children if c.dep_ == "acl" and c.tag_ == "VBG" and c.i == word.i + 1), None)
    if told is None or name.dep_ != "compound" or name.head is not word or word.tag_ not in {"NNS", "NNPS"}:
        return
    lemma = word.lower_.removesuffix("s")
    if word.sent[-1].is_punct or lemma not in telling_verbs() or name.tag_ not in {"NN", "NNP"}:
        return
    above = word.head if word.dep_ == "nsubj" else word
    if above is not word:
        put_above(word, above)
        above.dep_ = "advcl" if above.i > told.i else above.dep_
    word.pos_, word.tag_, word.lemma, word.lemma_ = "VERB", "VBZ", lemma, lemma
    told.dep_, name.dep_ = "xcomp", "nsubj"
    for child in [c for c in word.children if c.i < name.i]:
        hang(child, name, child.dep_)


def _between_semicolons(word: Token) -> tuple[Token, ...]:
    marks = [t.i for t in word.sent if t.text == ";"]
    first = max((i + 1 for i in marks if i < word.i), default=word.sent.start)
    return word.doc[first : min((i for i in marks if i > word.i), default=word.sent.end)]


def demand_of_heading(verb: Token) -> None:
    """In the heading "Mediator urges end to siege" the mediator urges, and no urges end."""
    if verb.dep_ != "ROOT" or verb.tag_ != "VB" or verb.sent[-1].is_punct:
        return
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i == verb.i - 1), None)
    if subject is None:
        return
    who = [c for c in subject.children if c.dep_ == "compound"]
    if subject.tag_ != "NNS" or subject.lemma not in deeds_of_headings() or not who:
        return
    put_above(subject, verb)
    subject.pos_, subject.tag_ = "VERB", "VBZ"
    verb.pos_, verb.tag_, verb.dep_ = "NOUN", "NN", "dobj"
    for child in [c for c in subject.children if c.i < who[-1].i]:
        hang(child, who[-1], child.dep_)
    who[-1].dep_ = "nsubj"


def number_like_a_date(number: Token) -> None:
    """In "eleven were hurt" a number in words does or undergoes something: it is no date."""
    beside = [number.nbor(step) for step in (-1, 1) if number.sent.start <= number.i + step < number.sent.end]
    alone = not any(t.ent_type_ == number.ent_type_ for t in beside)
    if number.ent_type_ in {"DATE", "TIME"} and number.text.isalpha() and number.dep_ in SUBJECT and alone:
        number.ent_type_ = "CARDINAL"


def deed_like_a_gerund(verb: Token) -> None:
    """In "were hurt in shelling by rebels" the shelling is a deed of rebels, and of nobody who was hurt; nor is that in
    "were hurt by shelling".
    """
    link = verb.head
    doer = [c for c in verb.children if c.dep_ in {"prep", "agent"} and c.lower_ == "by"]
    whole = any(c.dep_ in {"dobj", "aux", "auxpass"} for c in verb.children)
    deed = (link.lower_ in _AMID and doer) or (link.dep_ == "agent" and verb.i == link.i + 1)
    if verb.dep_ == "pcomp" and verb.tag_ == "VBG" and deed and not whole:
        verb.dep_, verb.pos_, verb.tag_ = "pobj", "NOUN", "NN"
        verb.lemma = verb.lemma_ = verb.lower_


def doer_like_an_object(verb: Token) -> None:
    """In "was destroyed by retreating troops" the troops did it: nobody did anything to them."""
    link = verb.head
    whom = next((c for c in verb.children if c.dep_ == "dobj" and c.tag_ in {"NNS", "NNPS"}), None)
    bare = whom is not None and not any(c.dep_ in {"det", "poss"} for c in whom.children)
    if whom is None or verb.tag_ != "VBG" or verb.dep_ != "pcomp" or link.dep_ != "agent" or not bare:
        return
    if verb.i != link.i + 1 or left_of(whom).i != verb.i + 1:
        return
    put_above(whom, verb)
    whom.dep_, verb.dep_ = "pobj", "amod"
