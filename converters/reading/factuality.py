"""How a text commits itself to an event: modality and polarity, read off what stands above the trigger.

The walk goes from the trigger up to the cue of the utterance that says it (what lies above belongs to the utterance
itself), or to the end of a relative clause.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from converters.language.tokens import granting_prepositions, preceding_prepositions, topical_prepositions
from converters.language.tree import Token
from converters.lexicon.model import Governor, Lexicon
from converters.reading.coming import is_to_do, to_come
from converters.reading.model import Modality, Polarity
from converters.reading.syntax import children, is_fronted, is_verbal, stands_alone

_WH = frozenset({"WP", "WRB", "WDT", "WP$"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_ABILITY = frozenset({"can", "could", "be able"})
_GOVERNED = frozenset(
    {"xcomp", "ccomp", "dobj", "pobj", "pcomp", "prep", "acl", "attr", "nsubjpass", "acomp", "csubj", "oprd"}
)
_IN_SCOPE = frozenset({"xcomp", "dobj", "attr", "acomp", "pobj", "prep", "pcomp", "nsubjpass", "oprd", "agent"})
_SUBJECT = frozenset({"nsubj", "nsubjpass"})
_NO_DENIAL = {"not": {"only", "just", "merely"}, "no": {"fewer", "less", "more", "later"}}
"""Before these words a negator denies nothing."""
_BACKSHIFTED = frozenset({"would", "could", "might", "should"})
"""Auxiliaries that say in the past what others say in the present."""
_TEMPORAL = frozenset({"after", "before", "when", "once", "soon", "until", "till"})


@dataclass(frozen=True, slots=True)
class Factuality:
    """`modality` None: nothing in the words takes the event out of fact."""

    modality: Modality | None
    polarity: Polarity


def factuality(trigger: Token, cue: Token | None, lexicon: Lexicon) -> Factuality:
    """Modality and polarity of the event that `trigger` tells in the utterance of `cue` (None: the publisher's)."""
    modality: Modality | None = "desired" if _is_negotiated(trigger, lexicon) else to_come(trigger, lexicon)
    negative = apart = means = False
    below = trigger
    for node, path in _path(trigger, cue):
        apart = apart or (path == "pcomp" and node.lower_ in preceding_prepositions())  # "has yet to X after Y-ing"
        if (path in _SUBJECT or not path) and _is_left_open(node, lexicon):
            modality = modality or "conditional"
        if node != trigger and (
            _is_taken_for_granted(trigger, node, lexicon) or _presupposes(node, path, trigger, lexicon)
        ):
            break
        governor = _governor(node, path, lexicon) if path else None
        apart = apart or (governor is not None and governor.ends)  # "did not stop shelling"
        if path and _is_impossible(node, path, lexicon):
            negative = True  # "was not able to enter" did not
            modality = None if modality == "desired" else modality
            continue
        topic = path == "prep" and below.lower_ in topical_prepositions()  # "asked about the attack" wants none
        below = node
        modality = modality or (None if topic else _modality_at(node, path, governor, trigger, cue, lexicon))
        means = means or (path == "pcomp" and node.lower_ == "by")  # "prevented the march by arresting its leaders"
        against = governor is not None and governor.polarity == "negative"
        if not apart and not negative and not (means and against):
            negative = against or _negated_at(node, path, trigger, lexicon)
    return Factuality(modality, "negative" if negative else "positive")


def _is_negotiated(noun: Token, lexicon: Lexicon) -> bool:
    """What talks are to bring about is not there yet ("talks on the release of hostages", "discussed a ceasefire")."""
    above = noun.head
    if noun.lemma not in lexicon.words["negotiable"] or any(_is_perfect(clause) for clause in children(noun, "relcl")):
        return False
    topic = noun.dep_ == "pobj" and above.lower_ in lexicon.words["negotiated_by"]
    governor = above.head if topic else above
    return (topic or noun.dep_ == "dobj") and governor.lemma in lexicon.words["negotiating"]


def _is_taken_for_granted(noun: Token, above: Token, lexicon: Lexicon) -> bool:
    """What is spoken of as known ("the war", "his offensive") is there, whatever is wanted, planned or denied about it.

    Only a word that wants the event itself ("demand the withdrawal"), brings it about ("launch the attack") or keeps it
    from coming about ("prevented the capture") counts.
    """
    if noun.pos_ not in {"NOUN", "PROPN"} or _aimed_at(noun, lexicon):
        return False
    if any(_is_perfect(clause) for clause in children(noun, "relcl")):
        return True  # "agreed to a truce in an offensive that has taken half the country"
    if not (_is_definite(noun) or noun.dep_ == "compound"):
        return False
    if noun.dep_ == "nsubj" and noun.head.lemma in lexicon.words["occurring"]:
        return False  # "the trial will begin on Monday"
    direct = noun.head if noun.head.pos_ != "ADP" else noun.head.head
    behind = [c for c in children(direct, "prt", "prep") if not is_fronted(c)]
    worded = {direct.lemma, *(f"{direct.lemma} {c.lower_}" for c in behind)}  # "carry out"
    light = is_verbal(direct) and not worded.isdisjoint(lexicon.light_verbs)
    governors = [governor for word in worded if (governor := lexicon.governors.get(word)) is not None]
    prevented = noun.lemma not in lexicon.reporting_nouns and any(g.polarity == "negative" for g in governors)
    wanted = any(g.modality == "desired" for g in governors)
    postponed = not worded.isdisjoint(lexicon.words["postponing"]) and not is_to_do(noun, lexicon)
    if light:
        return False  # "likely to have carried out the attack" says no more of it than the verb does
    brings_about = prevented or wanted or postponed
    return not brings_about or above not in {noun.head, direct}


def _aimed_at(noun: Token, lexicon: Lexicon) -> Modality | None:
    """ "The aim is the release of the hostages", "a condition for it is a truce": no more is there than an aim is."""
    if noun.dep_ != "attr" or noun.head.lemma != "be":
        return None
    return next((aim for subject in children(noun.head, "nsubj") if (aim := _aim_of(subject, lexicon))), None)


def _aim_of(noun: Token, lexicon: Lexicon) -> Modality | None:
    governor = _governor(noun, "prep", lexicon)
    return governor.modality if governor is not None else None


def _is_perfect(clause: Token) -> bool:
    auxiliaries = children(clause, "aux")
    return (
        clause.tag_ == "VBN" and any(a.lower_ in {"has", "have", "had"} for a in auxiliaries) and len(auxiliaries) == 1
    )


def _is_impossible(node: Token, path: str, lexicon: Lexicon) -> bool:
    """A denied possibility: "not possible to verify", "not able to enter"."""
    if path not in {"xcomp", "acl", "ccomp"}:
        return False
    words = [node, *children(node, "acomp")]
    governors = [lexicon.governors.get(word.lemma) for word in words if word.pos_ == "ADJ"]
    denied = children(node, "neg") or (node.dep_ == "acomp" and children(node.head, "neg"))
    return bool(denied) and any(g is not None and g.modality == "hypothetical" for g in governors)


def _presupposes(verb: Token, path: str, trigger: Token, lexicon: Lexicon) -> bool:
    return trigger.pos_ == "NOUN" and path in {"dobj", "prep"} and verb.lemma in lexicon.words["presupposing"]


def _is_known(verb: Token) -> bool:
    """Whether the subject of a verb is spoken of as known."""
    return any(_is_definite(s) for s in children(verb, "nsubjpass"))


def _is_definite(noun: Token) -> bool:
    return bool(children(noun, "poss")) or any(c.lower_ in _DEFINITE for c in children(noun, "det"))


def _path(trigger: Token, cue: Token | None) -> Iterator[tuple[Token, str]]:
    """Each node from the trigger upwards, with the label of the edge we came by ("" for the trigger itself)."""
    node, came_by = trigger, ""
    while True:
        yield node, came_by
        ends = node.dep_ in {"ROOT", "relcl", "parataxis"} or _is_attribute(node) or _is_given(node)
        if ends or node.head == node or node.head == cue or stands_alone(node):
            return
        came_by, node = node.dep_, _above(node)


def is_known(token: Token) -> bool:
    """Whether what is told stands in a relative clause in the past, which is there whatever is asked for or offered
    ("offered to leave the regions that it took", "demanded talks on land seized in May").
    """
    node = token
    while node.dep_ in {"conj", "xcomp", "dobj", "prep", "pobj"} and node.head is not node:
        node = node.head
    past = node.tag_ == "VBD" or any(a.tag_ == "VBD" for a in children(node, "aux", "auxpass"))
    swept = any(_is_perfect(clause) for clause in children(token, "relcl"))  # "riots that have swept the country"
    link = token.head
    behind = token.dep_ == "pobj" and link.lower_ in preceding_prepositions() and is_verbal(link.head)
    over = behind and _is_definite(token)  # "told them to go after the clashes"
    return swept or over or (node.dep_ == "relcl" and past) or _is_attribute(node)


def weighed(deed: Token, cue: Token, lexicon: Lexicon) -> Modality | None:
    """What a deed is that a cue only says may or may not be ("has not ruled out boycotting it")."""
    if deed.head is not cue or (deed.pos_ == "NOUN" and _is_definite(deed)):
        return None
    governors = (lexicon.governors.get(f"{cue.lemma} {p.lower_}") for p in children(cue, "prt"))
    return next((g.modality for g in governors if g is not None and g.modality == "hypothetical"), None)


def _is_given(node: Token) -> bool:
    """What is there in any case ("unable to take it despite an offensive", "after days of fighting, they agreed")."""
    link = node.head
    if node.dep_ != "pobj" or link.lower_ in granting_prepositions():
        return node.dep_ == "pobj"
    return link.lower_ in preceding_prepositions() and link.i < link.head.i and link.head.tag_ == "VBD"


def _is_attribute(node: Token) -> bool:
    """Whether a participle only says which thing is meant ("the regions annexed in May", "the rebel-held town")."""
    if node.dep_ == "amod" and node.tag_ == "VBN":
        return _is_definite(node.head)
    return node.dep_ == "acl" and node.tag_ == "VBN" and not children(node, "aux", "auxpass")


def _above(node: Token) -> Token:
    """What stands above a word; a finite verb is not coordinated with an infinitive ("planned to stay but left"), nor
    does a past depend on one ("was trying to leave when he was shot").
    """
    above = node.head
    past = node.tag_ == "VBD" or any(a.tag_ == "VBD" for a in children(node, "aux", "auxpass"))
    finite = node.tag_ in {"VBD", "VBZ"} or (node.tag_ == "VBN" and above.tag_ == "VB")
    if (node.dep_ == "conj" and finite) or (node.dep_ == "advcl" and past):
        while _is_nonfinite(above) and above.dep_ in {"xcomp", "ccomp", "advcl", "acl"}:
            above = above.head
    return above


def _is_nonfinite(verb: Token) -> bool:
    """An infinitive, a gerund or a subjunctive ("leave", "leaving", "be left")."""
    first = [a for a in children(verb, "aux", "auxpass") if a.tag_ != "TO"][:1] or [verb]
    return first[0].tag_ in {"VB", "VBG"}


def _modality_at(
    node: Token, path: str, governor: Governor | None, trigger: Token, cue: Token | None, lexicon: Lexicon
) -> Modality | None:
    if governor is not None and governor.modality:
        return governor.modality
    if path == "dobj" and node.lemma in lexicon.words["calling"] and not children(node, "oprd", "prt"):
        return "planned"  # "called a strike"
    if path == "xcomp" and node.tag_ == "VBG" and node.lower_ in lexicon.modals:
        return lexicon.modals[node.lower_]  # "is going to leave"
    if path == "prep" and node.lemma in lexicon.words["tokens"] and _is_denied(node, lexicon):
        return "hypothetical"  # "no word of casualties"
    if path == "nsubj" and (said := _said_of_subject(node, lexicon)):
        return said
    if path == "attr" and (aim := _aimed_at(trigger, lexicon)):
        return aim
    if is_verbal(node):
        return _verbal_modality(node, path, trigger, cue, lexicon)
    if not path or path in {"compound", "amod", "prep", "pobj", "acl", "pcomp", "nmod", "conj"}:
        return next((modality for _, modality in _uncertain(node, lexicon)), None)
    return None


def _is_left_open(verb: Token, lexicon: Lexicon) -> bool:
    """Whether what a verb is said of may not be so: "the raid, if confirmed, is the first"."""
    reduced = [c for c in children(verb, "advcl") if not children(c, "nsubj", "nsubjpass")]
    words = lexicon.words["true"] | lexicon.words["verified"]
    return any(clause.lemma in words and _is_conditional(clause, lexicon) for clause in reduced)


def _said_of_subject(verb: Token, lexicon: Lexicon) -> Modality | None:
    """ "An attack is likely"."""
    found = (lexicon.governors.get(word.lemma) for word in children(verb, "acomp") if verb.lemma in {"be", "seem"})
    return next((governor.modality for governor in found if governor is not None), None)


def hedge(trigger: Token, cue: Token | None, lexicon: Lexicon) -> Token | None:
    """The modifier that makes an event somebody's unnamed claim ("alleged", "reported")."""
    nodes = (node for node, _ in _path(trigger, cue) if not is_verbal(node))
    return next((word for node in nodes for word, modality in _uncertain(node, lexicon) if modality == "claimed"), None)


def _uncertain(node: Token, lexicon: Lexicon) -> Iterator[tuple[Token, Modality]]:
    for modifier in children(node, "amod", "compound", "advmod", "nmod"):
        known = [lexicon.uncertain_modifiers.get(word) for word in (modifier.lower_, modifier.lemma)]
        yield from ((modifier, modality) for modality in known if modality)


def _verbal_modality(node: Token, path: str, trigger: Token, cue: Token | None, lexicon: Lexicon) -> Modality | None:
    if _is_conditional(node, lexicon):
        return "conditional"
    if _is_invented(node, lexicon):
        return "hypothetical"
    if _is_still_to_come(node) or _is_asked(node) or _is_open(node) or _is_generic(node):
        return "hypothetical"
    if (
        path in {"", "conj", "advcl", "agent", "csubj"}
        or (path == "ccomp" and node.lemma not in lexicon.words["perception"])
        or path in _IN_SCOPE
        or _is_bare_clause(path, trigger)
        or (path == "nsubj" and (_is_indefinite(trigger) or node.lemma in lexicon.words["occurring"]))
    ):
        for auxiliary in children(node, "aux"):
            word = auxiliary.lemma
            if word in _ABILITY and (_is_denied(node, lexicon) or _is_sensed(node, lexicon)):
                continue  # "could not enter" did not, "could be heard" was
            if word == "would" and cue is None and node.lemma in lexicon.reporting and _is_denied(node, lexicon):
                continue  # "would not comment" did not
            if path == "advcl" and any(a.lemma == "have" for a in children(node, "aux")):
                continue  # "what should have been a check, sparking protests"
            if path != "advcl" or _shares_modality(node, trigger, cue is not None and word in _BACKSHIFTED):
                modality = lexicon.modals.get(word)
                if word == "must" and any(a.lemma == "have" for a in children(node, "aux")):
                    return "hypothetical"  # "must have fired"
                if modality == "conditional" and any(a.lemma == "have" for a in children(node, "aux")):
                    return modality  # "would have stormed" did not
                if modality == "conditional" and cue is not None and cue.tag_ in {"VBD", "VBN"}:
                    return "planned"  # the future of a past: "said it would"
                if modality:
                    return modality
        conditioned = any(_is_conditional(c, lexicon) for c in children(node, "advcl"))
        if path in {"", "ccomp"} and conditioned and node.lemma not in lexicon.reporting:
            return "conditional"
    if path in {"", "dobj", "conj"} and _is_bare_infinitive(node):
        return _infinitive_modality(node, cue, lexicon)
    return None


def _is_invented(verb: Token, lexicon: Lexicon) -> bool:
    """ "In the film, rebels seize the palace"."""
    frames = [p for p in children(verb, "prep") if p.lower_ == "in" and p.i < verb.i]
    return any(thing.lemma in lexicon.words["fictions"] for frame in frames for thing in children(frame, "pobj"))


def _is_bare_clause(path: str, verb: Token) -> bool:
    """ "See troops leave": a clause without tense of its own is as factual as the verb above."""
    return path == "ccomp" and verb.tag_ == "VB" and not children(verb, "aux", "mark")


def _is_still_to_come(verb: Token) -> bool:
    """What a present-tense clause says comes "before" or "until" has not come."""
    waits = any(m.lower_ in {"before", "until", "till"} for m in children(verb, "mark"))
    first = [*children(verb, "aux", "auxpass"), verb][0]
    return waits and first.tag_ in {"VBZ", "VBP", "VB"}


def _is_sensed(verb: Token, lexicon: Lexicon) -> bool:
    return verb.lemma in lexicon.words["perception"] and bool(children(verb, "auxpass"))


def _infinitive_modality(verb: Token, cue: Token | None, lexicon: Lexicon) -> Modality | None:
    """A to-infinitive is an aim, unless what governs it makes it a fact ("managed to", "claimed to have")."""
    if verb.dep_ == "ROOT" and children(verb, "nsubj", "nsubjpass"):
        return "planned"  # "President to meet rebels"
    above = verb.head if verb.dep_ in {"xcomp", "ccomp", "acl", "relcl", "advcl"} else None
    if above is None or any(a.lemma == "have" for a in children(verb, "aux")):
        return None
    if above == cue and any(
        e.stance in {"asserts", "hedges"} and e.cls == "Statement" for e in lexicon.reporting.get(cue.lemma, ())
    ):
        return None
    if above.lemma == "be" and verb.dep_ == "xcomp" and not children(above, "acomp", "attr"):
        return next((m for s in children(above, "nsubj") if (m := _aim_of(s, lexicon))), "planned")  # "are to meet"
    words = (f"{above.lemma} infinitive", above.lemma) if verb.dep_ != "advcl" else ()
    governor = next((lexicon.governors[word] for word in words if word in lexicon.governors), None)
    return governor.modality if governor else "desired"


def _is_bare_infinitive(verb: Token) -> bool:
    return any(a.lower_ == "to" and a.tag_ == "TO" for a in children(verb, "aux"))


def _is_conditional(clause: Token, lexicon: Lexicon) -> bool:
    """Whether a clause opens with a word for a condition, or with its auxiliary ("had it come sooner, …")."""
    if any(m.lower_ in lexicon.conditional_markers for m in children(clause, "mark", "advmod")):
        return True
    opening = clause.left_edge
    before = {" ".join(t.lower_ for t in clause.doc[max(opening.i - n, 0) : opening.i]) for n in (2, 3)}
    if not before.isdisjoint(lexicon.conditional_markers):
        return True  # "in case the banks burst"
    return clause.dep_ == "advcl" and opening.head == clause and opening.lower_ in lexicon.inverting_auxiliaries


def _shares_modality(node: Token, trigger: Token, backshifted: bool) -> bool:
    """A temporal or participial clause hangs in the same future as the clause it modifies.

    But what has come before it is there ("will pay, after riots broke out"), unless the future is one of a past ("said
    they would pay after riots broke out"): `backshifted`.
    """
    clause = trigger
    while clause.head != node and clause.head != clause:
        clause = clause.head
    marks = {m.lower_ for m in children(clause, "mark", "advmod")}
    over = clause.tag_ == "VBD" and not backshifted and not marks.isdisjoint(preceding_prepositions())
    return not marks or (bool(marks & _TEMPORAL) and not over)


def _governor(node: Token, path: str, lexicon: Lexicon) -> Governor | None:
    """The governor that a word is, alone or with a preposition of its own ("call for")."""
    if path == "dobj" and lexicon.light_verbs.get(node.lemma, {}).get("subject") == "agent":
        return None  # "pressed an offensive" did it
    if node.pos_ in {"NOUN", "PROPN"} and node.lemma in lexicon.words["suspect"]:
        return None  # "the suspect in the killing"
    phrasal = [f"{node.lemma} {p.lower_}" for p in children(node, "prt")]  # "set off" is not "set"
    if path == "nsubjpass" and node.lemma in lexicon.words["purposing"] and _is_known(node):
        return None  # "the operation is aimed at the rebels"
    bidden = [f"{node.lemma} infinitive"] if path == "xcomp" else []  # "about to leave"
    linked = [f"{node.lemma} {p.lower_}" for p in children(node, "prep", "pcomp")]
    words = phrasal or [*bidden, *linked, node.lemma]
    found = (lexicon.governors.get(word) for word in words) if path in _GOVERNED else ()
    return next((governor for governor in found if governor is not None), None)


def _negated_at(node: Token, path: str, trigger: Token, lexicon: Lexicon) -> bool:
    if not path and node.dep_ == "relcl" and _is_somebody_else(node):
        return True
    if path == "nsubj" and node.lemma in lexicon.words["occurring"]:
        return bool(_negations(node))  # "the attack never happened"
    if not path and node.dep_ in {"acl", "relcl"} and _is_bare_infinitive(node):
        return any(d.lower_ in lexicon.negators for d in children(node.head, "det"))  # "no way to verify"
    if path == "xcomp" and any(c.lower_ == "yet" for c in children(node, "advmod")) and not children(node, "neg"):
        return True  # "has yet to begin"
    if path in {"pcomp", "pobj"} and (node.lower_ in lexicon.negators or _is_instead(node, lexicon)):
        return True  # "without firing", "instead of firing"
    if not path and node.dep_ in {"conj", "advcl"} and _is_put_aside(node):
        return True
    below_copula = node.lemma == "be" and trigger.head.head is node  # "were not in retreat"
    if path in {"ccomp", "csubj"} and _is_called_untrue(node, lexicon):
        return True
    if path and (path not in _IN_SCOPE or (path == "prep" and not (below_copula or _is_light(node, trigger, lexicon)))):
        return False
    if _negations(node) and (is_verbal(node) or not path):
        return True
    if path == "dobj" and _is_indefinite(trigger) and _nobody_does(node, lexicon):
        return True  # "neither signed a ceasefire"
    return not path and _is_denied(node, lexicon)


def _is_put_aside(verb: Token) -> bool:
    """ "Rather than fire, they left"."""
    links = [
        c for c in (*children(verb.head, "cc"), *children(verb, "mark")) if c.lower_ == "than" and 0 < c.i < verb.i
    ]
    return any(c.nbor(-1).lower_ == "rather" for c in links)


def _is_somebody_else(clause: Token) -> bool:
    """ "It was not the army that did it"."""
    copula = clause.head.head
    cleft = clause.head.dep_ == "attr" and any(s.lower_ == "it" for s in children(copula, "nsubj"))
    return cleft and bool(children(copula, "neg"))


def _is_instead(preposition: Token, lexicon: Lexicon) -> bool:
    found = (lexicon.governors.get(word.lemma) for word in children(preposition, "advmod"))
    return any(governor is not None and governor.polarity == "negative" for governor in found)


def _is_denied(word: Token, lexicon: Lexicon) -> bool:
    """Negated itself or through who takes part: "did not", "no attack", "nobody", "neither side"."""
    taking_part = children(word, "nsubj", "nsubjpass", "dobj") or _raised(word)
    listed = (
        word.head if word.dep_ == "conj" and any(c.lower_ in {"or", "nor"} for c in children(word.head, "cc")) else word
    )
    words = (
        children(word, "det", "advmod", "preconj", "cc")
        + children(listed, "det")  # "no damage or casualties"
        + taking_part
        + [
            d
            for t in taking_part
            for d in children(t, "det", "advmod", "preconj", "neg")
            if d.lower_ not in lexicon.words["approximate"]
        ]
    )
    words = [w for w in words if not _denies_nothing(w)]
    denied = bool(_negations(word)) or any(w.lower_ in lexicon.negators for w in words)
    return denied or shares_negation(word)


def _negations(word: Token) -> list[Token]:
    return [n for n in children(word, "neg") if not _denies_nothing(n)]


def _denies_nothing(negator: Token) -> bool:
    """ "Not only did they fire, they also …", "no fewer than ten died"."""
    behind = negator.nbor(1) if negator.i + 1 < len(negator.doc) else negator
    return behind.lower_ in _NO_DENIAL.get(negator.lower_, ())


def _is_called_untrue(verb: Token, lexicon: Lexicon) -> bool:
    """ "It is not true that they fired", "it is false that they did"."""
    wrong = lexicon.words["true" if children(verb, "neg") else "untrue"]
    return verb.lemma == "be" and any(word.lemma in wrong for word in children(verb, "acomp", "attr"))


def _nobody_does(verb: Token, lexicon: Lexicon) -> bool:
    who = children(verb, "nsubj")
    return any(t.lower_ in lexicon.negators for w in who for t in (w, *children(w, "det", "advmod")))


def _raised(verb: Token) -> list[Token]:
    """The subject of "are believed to have died", which is that of "died"."""
    return children(verb.head, "nsubjpass") if verb.dep_ == "xcomp" else []


def shares_negation(verb: Token) -> bool:
    """The second of "did not confirm or deny", "neither confirmed nor denied"."""
    first = verb.head
    joined = {c.lower_ for c in children(first, "cc", "preconj", "advmod", "neg")}
    return verb.dep_ == "conj" and (
        ("or" in joined and bool(children(first, "neg"))) or bool({"nor", "neither"} & joined)
    )


def _is_light(verb: Token, noun: Token, lexicon: Lexicon) -> bool:
    """Whether the verb only carries the event that its prepositional object names ("came under attack")."""
    return noun.head.pos_ == "ADP" and f"{verb.lemma} {noun.head.lower_}" in lexicon.light_verbs


def _is_indefinite(trigger: Token) -> bool:
    """ "A strike", "any air strike", and bare "strikes", "fighting"."""
    known = children(trigger, "det", "poss", "nummod") or children(trigger, "compound", "nmod")
    return trigger.pos_ == "NOUN" and all(a.lower_ in {"a", "an", "any"} for a in known)


def _is_asked(verb: Token) -> bool:
    """A question to be answered with yes or no."""
    fronted = [a for a in (*children(verb, "aux", "auxpass"), verb) if a.pos_ == "AUX" or a.dep_ == "aux"]
    subject = children(verb, "nsubj", "nsubjpass")
    if verb.sent[-1].text != "?" or not fronted or not subject:
        return False
    first = min(fronted, key=lambda a: a.i)
    return first.i < subject[0].i and not any(t.tag_ in _WH for t in verb.doc[verb.left_edge.i : first.i])


def _is_open(clause: Token) -> bool:
    """An indirect question ("a dispute over who holds the port", "over whether it fired")."""
    asking = {*(s.lower_ for s in children(clause, "nsubj")), *(m.lower_ for m in children(clause, "mark"))}
    return clause.dep_ == "pcomp" and bool(asking & {"who", "which", "whether"})


def _is_generic(clause: Token) -> bool:
    """A relative clause in the present about a bare plural speaks of whoever does so ("amnesty for men who desert")."""
    head = clause.head
    bare = head.tag_ == "NNS" and not children(head, "det", "poss", "nummod", "amod")
    who = any(s.lower_ in {"who", "that"} for s in children(clause, "nsubj"))
    return clause.dep_ == "relcl" and bare and who and clause.tag_ == "VBP" and not children(clause, "aux")
