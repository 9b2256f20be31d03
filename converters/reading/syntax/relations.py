"""Who is the real subject and object of a verb, whatever the construction: deep syntax over dependency trees."""

from converters.language.tokens import (
    accusing_nouns,
    addressing_verbs,
    bare_manners,
    manners,
    opposing_verbs,
    parting_prepositions,
    promises,
    punishments,
    receiving_verbs,
    sayings,
    sending_verbs,
    sharing_verbs,
    speaking_verbs,
    telling_verbs,
    transitive_verbs,
    verbs_of_own_subject,
)
from converters.language.tree import Token
from converters.reading.mentions.nominals import noun_type
from converters.reading.syntax.prepositions import prepositions
from converters.reading.syntax.tree import (
    ancestors,
    children,
    clause_head,
    is_command,
    is_gerund,
    is_passive,
    is_verbal,
    with_conjuncts,
)

_SUBJECT = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
_RELATIVE = frozenset({"that", "which", "who", "whom"})
OWNING = frozenset({"NORP", "GPE", "ORG", "PERSON", "LOC"})
"""Labels of names that own what they stand before."""
_ON_WHOM = frozenset({"on", "to"})
"""Before whom a punishment is for ("imposed a ban on")."""
_DOERS = frozenset({"Person", "PersonGroup", "MilitaryUnit", "ArmedGroup", "GovernmentBody", "Organisation", "Country"})


def surface_subjects(verb: Token, depth: int = 0) -> list[Token]:
    """The grammatical subjects of a verb, its own or those it shares by coordination, control or relativisation."""
    own = [t for t in verb.children if t.dep_ in _SUBJECT]
    if own:
        chosen = _after_apposition([t for t in own if t.i < verb.i] or own)
        return [] if _asks(chosen, verb) else with_conjuncts([_antecedent(chosen, verb)])
    if is_command(verb) or (verb.lemma == "be" and children(verb, "expl")):
        return []  # "there is no excuse for attacking them"
    if reduced := _reduced(verb):
        return with_conjuncts([reduced])
    if depth > 6:
        return []
    head = verb.head
    match verb.dep_:
        case "conj" if is_verbal(head) or head.pos_ == "ADJ":
            return surface_subjects(head, depth + 1)
        case "ccomp" if head.dep_ == "relcl" and head.lemma in sayings() and verb.i > head.i:
            return [] if _is_whose(head) else with_conjuncts([head.head])  # "a man police say killed two"
        case "xcomp" | "advcl" | "ccomp" if verb.dep_ != "ccomp" or not children(verb, "mark"):
            return _controlled(verb, head, depth)
        case "acl" | "relcl":
            if _set_off(verb) and head.dep_ not in _SUBJECT and not _is_told(head):
                return _subject_over(head, depth)
            if verb.tag_ in {"VBG", "VBN"} and not any(c.lower_ == "to" for c in children(verb, "aux")):
                return [t for t in with_conjuncts([head]) if t.i < verb.i] if head.dep_ != "conj" else [head]
            return possessors(head) or _refusing(head) or _bidden(head) or _intending(head, depth)
        case "oprd" if is_verbal(head):
            return objects(head) or surface_subjects(head, depth + 1)
        case "acomp" if is_verbal(head):
            return surface_subjects(head, depth + 1)
        case "amod" | "compound" if is_gerund(verb):
            return _subject_over(head.head, depth)
        case "amod":
            return [head]
        case "pcomp" if (punished := _punished(head)) is not None:
            return punished
        case "pcomp" if head.lower_ == "as" and is_verbal(head.head) and (cited := objects(head.head)):
            return cited  # "quoted him as saying"
        case "pcomp" if accused := _accused(head):
            return accused
        case "pcomp" if _befell(verb):
            return []
        case "pcomp" | "prep":
            return _subject_over(head, depth)
    return []


def _befell(gerund: Token) -> bool:
    """Whether a deed befell the subject of a passive, who did not do it ("were killed as a result of shelling")."""
    noun = gerund.head.head
    above = noun.head.head
    within = gerund.head.lower_ == "of" and noun.head.lower_ == "as" and not children(gerund, "dobj")
    return within and is_verbal(above) and is_passive(above)


def _is_whose(verb: Token) -> bool:
    return any(c.tag_ == "WP$" for subject in children(verb, *_SUBJECT) for c in subject.children)


def _refusing(noun: Token) -> list[Token]:
    """Whose refusal or decision a noun is ("the refusal of France to sign")."""
    who = [o for name, o in prepositions(noun) if name == "of"] if noun_type(noun) == "Object" else []
    return [w for w in who if noun_type(w) in _DOERS or w.ent_type_ in OWNING]


def _bidden(word: Token) -> list[Token]:
    """Whom a noun gives something to do ("gave troops an order to leave"), unless it is a promise."""
    given = word.dep_ == "dobj" and is_verbal(word.head) and word.lemma not in promises()
    return with_conjuncts([c for c in children(word.head, "dative") if c.pos_ != "ADP"]) if given else []


def _intending(noun: Token, depth: int) -> list[Token]:
    """Who is to do what a noun speaks of ("launched a bid to take it"), unless others are up against it ("foiled")."""
    if noun.dep_ in {"dobj", "nsubjpass"} and noun.head.lemma in opposing_verbs():
        return []
    if noun.dep_ == "pobj" and noun.head.lower_ in parting_prepositions() and children(noun.head.head, "dobj"):
        return []  # "held pirates after an attempt to seize a ship"
    return [who for who in _subject_over(noun, depth) if who is not noun]


def _is_told(deed: Token) -> bool:
    """Whether somebody only tells of a deed ("reported an air strike, killing ten")."""
    return deed.dep_ == "dobj" and deed.head.lemma in telling_verbs()


def _after_apposition(own: list[Token]) -> Token:
    """The subject of a verb that the tree gives two: the last one in "In Avon, the capital, rebels attacked"."""
    first, last = own[0], own[-1]
    stands_apart = first != last and first.left_edge.i > 0 and first.left_edge.nbor(-1).text == ","
    return last if stands_apart and last.left_edge.nbor(-1).text == "," else first


def _reduced(verb: Token) -> Token | None:
    """The subject that the tree gives to the participle behind it ("a shell fired from the hill struck a house")."""
    heads = [verb, verb.head] if verb.dep_ == "conj" else [verb]
    joined = any(heads[-1].i < c.i < verb.i for c in children(heads[-1], "cc"))
    if verb.tag_ not in {"VBD", "VBZ", "VBP"} or joined:
        return None
    clauses = [c for h in heads for c in children(h, "advcl", "csubj", "ccomp") if c.i < verb.i and c.tag_ == "VBD"]
    for clause in clauses:
        subject = next(iter(children(clause, "nsubj")), None)
        gapless = subject is not None and subject.i == clause.i - 1 and not children(clause, "dobj", "mark")
        if gapless and max(t.i for t in clause.subtree) == verb.i - 1:
            return subject
    return None


def _controlled(verb: Token, head: Token, depth: int) -> list[Token]:
    if verb.dep_ == "advcl" and head.lemma in sending_verbs() and children(head, "dobj") and _is_purpose(verb):
        sent = [o for o in objects(head) if o.ent_type_ == "PERSON" or noun_type(o) in _DOERS]
        return sent or surface_subjects(head, depth + 1)
    if verb.dep_ == "xcomp":
        bidden = children(head, "dobj", "dative")
        if bidden and head.lemma not in verbs_of_own_subject():
            return with_conjuncts(bidden[:1])
        if addressed := [o for name, o in prepositions(head) if name in addressing_verbs().get(head.lemma, ())]:
            return addressed
    if verb.lemma in speaking_verbs() and (sayers := _who_says(head)):
        return sayers
    if is_verbal(head) or head.pos_ == "ADJ":
        return surface_subjects(head, depth + 1)
    return possessors(head) or _subject_over(head, depth)


def _who_says(verb: Token) -> list[Token]:
    """Who goes on speaking of what was done ("the report was denied by the army, calling it a lie")."""
    if not is_verbal(verb) or not is_passive(verb):
        return []
    undergone = children(verb, "nsubjpass")
    silent = all(t.pos_ == "NOUN" and noun_type(t) not in _DOERS for t in undergone)
    return by_phrase(verb) if undergone and silent else []


def _is_purpose(verb: Token) -> bool:
    return any(c.tag_ == "TO" for c in children(verb, "aux"))


def _accused(preposition: Token) -> list[Token]:
    """Who did it in "accused X of doing", "blamed X for doing", "kept X from doing": the object of the verb."""
    if preposition.lower_ not in {"of", "for", "from", "with", "against"}:
        return []
    verb = above = preposition.head
    if preposition.i < above.i:
        return []  # "instead of freeing them, they killed two"
    if above.pos_ in {"PROPN", "PRON"} or (not is_verbal(above) and noun_type(above) in _DOERS):
        while above.dep_ == "conj" and not is_verbal(above.head):
            above = above.head
        verb = above.head
    elif above.lemma in accusing_nouns() and above.dep_ == "pobj":
        verb = above.head.head  # "arrested a man on suspicion of murder"
    if not is_verbal(verb):
        return []
    return with_conjuncts([_antecedent(who, verb) for who in children(verb, "dobj", "dative", "nsubjpass")[:1]])


def _punished(preposition: Token) -> list[Token] | None:
    """Who did it in "handed him a term for doing", "got a fine for doing"; None where nobody is punished for it."""
    above = preposition.head
    things = children(above, "dobj") if is_verbal(above) else [above]
    noun = next((thing for thing in things if thing.lemma in punishments()), None)
    if noun is None or preposition.lower_ != "for":
        return None
    verb = noun.head
    if noun.dep_ != "dobj" or not is_verbal(verb):
        return [whom for name, whom in prepositions(noun) if name == "against"] or possessors(noun)
    if verb.lemma in receiving_verbs():
        return surface_subjects(verb)
    named = children(verb, "nsubjpass") + [whom for whom in children(verb, "dative") if whom.pos_ != "ADP"]
    return with_conjuncts(named or [whom for name, whom in prepositions(verb) if name in _ON_WHOM])


def _subject_over(token: Token, depth: int) -> list[Token]:
    """The subject of the nearest verb above a noun or preposition."""
    above = token
    while above.head != above:
        above = above.head
        if above.pos_ in {"NOUN", "PROPN"} and (owners := possessors(above)):
            return owners
        if is_verbal(above):
            return surface_subjects(above, depth + 1)
    return []


def _asks(token: Token, verb: Token) -> bool:
    """Whether a subject is a question word ("over who keeps it"), which names nobody."""
    before = token.nbor(-1) if token.i > 0 else token
    relative = verb.dep_ == "relcl" or (verb.dep_ == "ccomp" and verb.head.dep_ == "relcl" and token.i < verb.head.i)
    return token.tag_ == "WP" and (not relative or before.pos_ in {"ADP", "SCONJ"})


def _antecedent(token: Token, verb: Token) -> Token:
    """A relative pronoun stands for the noun its clause hangs on, or for the noun before it if the tree is broken."""
    if token.lower_ not in _RELATIVE or token.tag_ not in {"WDT", "WP", "IN"}:
        return token
    clause = verb
    while clause.dep_ in {"conj", "xcomp", "ccomp"}:
        clause = clause.head
    before = token.nbor(-1) if token.i > token.sent.start else token
    if clause.dep_ in {"relcl", "acl"} and not (before.pos_ == "NOUN" and _apart(before, clause.head)):
        return clause.head
    if before.tag_ == "NN" and clause.head.tag_ == "NNS" and _is_of_several(verb):
        return clause.head  # "people linked with her campaign who were arrested"
    return before if before.pos_ == "NOUN" else token


def _is_of_several(verb: Token) -> bool:
    """Whether a verb agrees with a plural ("were arrested", "have left", "are")."""
    first = next(iter(children(verb, "aux", "auxpass")), verb)
    return first.lower_ in {"are", "were", "have"}


def _apart(noun: Token, other: Token) -> bool:
    """Whether a verb stands between two nouns in the tree, so that they are not one phrase."""
    return noun != other and any(is_verbal(t) for t in ancestors(noun) if t in other.subtree and t != other)


def accompanied(verb: Token) -> Token | None:
    """The verb whose event a participle or infinitive comes with ("hit the town, killing two", "came to talk")."""
    if children(verb, "mark"):
        return None
    if verb.dep_ in {"advcl", "xcomp"} and (verb.tag_ == "VBG" or any(c.tag_ == "TO" for c in children(verb, "aux"))):
        return verb.head
    if verb.dep_ == "acl" and _set_off(verb):
        above = clause_head(verb.head)
        return above if above != verb else None
    return None


def _set_off(verb: Token) -> bool:
    """Whether a participle stands behind a comma, so that the tree may hang it on the wrong word."""
    return verb.tag_ == "VBG" and verb.left_edge.i > 0 and verb.left_edge.nbor(-1).text == ","


def possessors(noun: Token) -> list[Token]:
    """The possessive determiners and genitives of a noun."""
    return with_conjuncts(children(noun, "poss"))


def owners(noun: Token) -> list[Token]:
    """Who a noun belongs to: its possessors, else the names of peoples and bodies before it ("Avonian drones")."""
    return possessors(noun) or [c for c in children(noun, "amod", "compound", "nmod") if c.ent_type_ in OWNING]


def subjects(verb: Token) -> list[Token]:
    """Deep subjects: the grammatical ones of an active verb, the by-phrase of a passive one."""
    if not is_passive(verb):
        return surface_subjects(verb)
    after = _coordinated_with(verb)
    behind = ([] if after is None else [after]) + gapped_behind(verb)
    return next((doers for word in (verb, *behind) if (doers := by_phrase(word))), [])


def objects(verb: Token) -> list[Token]:
    """Deep objects: the direct object of an active verb, the grammatical subject of a passive one."""
    if is_passive(verb):
        return surface_subjects(verb) + with_conjuncts(children(verb, "dobj"))
    direct = [t for t in children(verb, "dobj") if t.ent_type_ not in {"DATE", "TIME"}]
    if direct:
        return with_conjuncts([_antecedent(direct[0], verb)])
    if small := [s for c in children(verb, "oprd", "ccomp") if c.tag_ == "JJ" for s in children(c, "nsubj")]:
        return with_conjuncts(small)  # "leaving ten people dead"
    if is_gerund(verb) or (verb.dep_ == "relcl" and _object_is_relativised(verb)):
        return with_conjuncts([verb.head])
    after = _coordinated_with(verb) if verb.lemma in sharing_verbs() | transitive_verbs() else None
    return [] if after is None else objects(after)


def _coordinated_with(verb: Token) -> Token | None:
    """The verb right behind a verb that shares with it whom it befalls and who does it.

    "Shot and killed a man", "were shot and killed by police".
    """
    for other in children(verb, "conj"):
        between = verb.doc[verb.i + 1 : other.i]
        close = all(t.dep_ in {"cc", "punct", "advmod", "conj"} for t in between) and verb.i < other.i
        own = children(other, "nsubj", "nsubjpass", "aux", "auxpass", "mark")
        if close and not own and is_verbal(other) and children(other, "dobj", "agent"):
            return other
    return None


def gapped_behind(passive: Token) -> list[Token]:
    """The passives behind another that lack their auxiliary, so that what is told of the last holds of all ("ten were
    killed and 32 wounded by gunmen").
    """
    gapped = (c for c in children(passive, "conj") if c.tag_ == "VBN" and c.i > passive.i)
    for other in gapped:
        if not children(other, "aux", "auxpass", "mark"):
            return [other, *gapped_behind(other)]
    return []


def _object_is_relativised(verb: Token) -> bool:
    words = {t.lower_ for s in verb.children if s.dep_ in {"nsubj", "nsubjpass"} for t in s.subtree}
    if any(t.lower_ in _RELATIVE for p in children(verb, "prep") for t in children(p, "pobj")):
        return False  # "a war in which two men died"
    where = any(t.lower_ in {"where", "when", "why"} for t in children(verb, "advmod"))
    return bool(words) and not words & _RELATIVE and not where and not _is_whose(verb)


def by_phrase(word: Token) -> list[Token]:
    """The agents that a by-phrase names."""
    heads = children(word, "agent") + [p for p in children(word, "prep") if p.lower_ == "by"]
    return with_conjuncts([o for p in heads for o in children(p, "pobj") if not tells_how(o)])


def tells_how(noun: Token) -> bool:
    """Whether what stands behind "by" does nothing ("by 60 votes", "by force"), unlike "by government forces"."""
    return noun.lemma in manners() or (noun.lower_ in bare_manners() and not children(noun, "det", "poss"))
