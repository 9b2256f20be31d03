"""What takes an event out of fact at one word above it: planned, desired, possible, conditional."""

from collections.abc import Iterator

from converters.language.tokens import preceding_prepositions, transitive_verbs
from converters.language.tree import Token
from converters.lexicon.model import Governor, Lexicon
from converters.reading.factuality.forms import (
    IN_SCOPE,
    SUBJECT,
    is_bare_infinitive,
    is_definite,
    is_indefinite,
    is_singled_out,
)
from converters.reading.factuality.governors import aim_of, aimed_at, is_achieved
from converters.reading.factuality.known import is_supposed
from converters.reading.factuality.negation import is_denied, is_unknown
from converters.reading.model import Modality
from converters.reading.syntax.tree import children, is_command, is_verbal

_WH = frozenset({"WP", "WRB", "WDT", "WP$"})
_ABILITY = frozenset({"can", "could", "be able"})
_BACKSHIFTED = frozenset({"would", "could", "might", "should"})
"""Auxiliaries that say in the past what others say in the present."""
_TEMPORAL = frozenset({"after", "before", "when", "once", "soon", "until", "till"})


def modality_at(
    node: Token, path: str, governor: Governor | None, trigger: Token, cue: Token | None, lexicon: Lexicon
) -> Modality | None:
    """What a word above an event makes of it, reached from it by `path`; None if nothing."""
    if governor is not None and governor.modality:
        return governor.modality
    if path == "dobj" and node.lemma in lexicon.words["calling"] and not children(node, "oprd", "prt"):
        return "planned"  # "called a strike"
    if path == "xcomp" and node.tag_ == "VBG" and node.lower_ in lexicon.modals:
        return lexicon.modals[node.lower_]  # "is going to leave"
    if path == "acl" and node is not trigger and _is_draft(node, lexicon):
        return "planned"
    if path == "prep" and not is_definite(trigger) and _tells_nothing(node, lexicon):
        return "hypothetical"
    if path in SUBJECT and is_unknown(node, lexicon):
        return "hypothetical"
    if path == "nsubj" and (said := _said_of_subject(node, lexicon)):
        return said
    if path == "attr" and (aim := aimed_at(trigger, lexicon)):
        return aim
    if is_verbal(node):
        return _verbal_modality(node, path, trigger, cue, lexicon)
    if not path or path in {"compound", "amod", "prep", "pobj", "acl", "pcomp", "nmod", "conj"}:
        return next((modality for _, modality in uncertain(node, lexicon)), None)
    return None


def _is_draft(text: Token, lexicon: Lexicon) -> bool:
    """What a text is to bring about that has not been passed ("debated a bill banning rallies")."""
    passed = text.dep_ in {"dobj", "nsubjpass"} and text.head.lemma in lexicon.words["enacting"]
    draft = any(c.lower_ in lexicon.words["drafts"] for c in children(text, "compound", "amod", "nmod"))
    return (draft or text.lemma in lexicon.words["drafts"]) and not passed


def _tells_nothing(word: Token, lexicon: Lexicon) -> bool:
    """ "No word of casualties", "no details were available on arrests"."""
    told = (word, *children(word, "nsubj", "nsubjpass", "dobj"))
    return any(t.lemma in lexicon.words["tokens"] for t in told) and is_denied(word, lexicon)


def is_left_open(verb: Token, lexicon: Lexicon) -> bool:
    """Whether what a verb is said of may not be so: "the raid, if confirmed, is the first"."""
    reduced = [c for c in children(verb, "advcl") if not children(c, "nsubj", "nsubjpass")]
    words = lexicon.words["true"] | lexicon.words["verified"]
    return any(clause.lemma in words and _is_conditional(clause, lexicon) for clause in reduced)


def wished_for(verb: Token, lexicon: Lexicon) -> Modality | None:
    """What an event is that is said to be wished for or possible, even one that is spoken of as known.

    "The release was our condition", "war is not an option", "the damage would have been enormous".
    """
    if verb.lemma not in lexicon.words["being"]:
        return None
    if {a.lower_ for a in children(verb, "aux")} >= {"would", "have"}:
        return None if any(c.tag_ in {"JJR", "RBR"} for c in children(verb, "acomp", "attr")) else "conditional"
    nouns = {c.lemma for c in children(verb, "attr")}
    if nouns & lexicon.words["wished"]:
        return "desired"
    return "hypothetical" if nouns & lexicon.words["optional"] else None


def _said_of_subject(verb: Token, lexicon: Lexicon) -> Modality | None:
    """ "An attack is likely"."""
    found = (
        lexicon.governors.get(word.lemma) for word in children(verb, "acomp") if verb.lemma in lexicon.words["being"]
    )
    return next((governor.modality for governor in found if governor is not None), None)


def uncertain(node: Token, lexicon: Lexicon) -> Iterator[tuple[Token, Modality]]:
    """The modifiers of a word that make it less than a fact ("alleged", "planned"), with what they make of it."""
    for modifier in children(node, "amod", "compound", "advmod", "nmod"):
        if modifier.lower_ in lexicon.words["fruitless"] and node.lemma in lexicon.words["talks"]:
            continue  # "failed talks" were held
        known = [lexicon.uncertain_modifiers.get(word) for word in (modifier.lower_, modifier.lemma)]
        yield from ((modifier, modality) for modality in known if modality)


def _verbal_modality(node: Token, path: str, trigger: Token, cue: Token | None, lexicon: Lexicon) -> Modality | None:
    if _is_conditional(node, lexicon):
        return "conditional"
    if is_command(node) and (path in {"", "dobj"} or path in IN_SCOPE):
        return "desired"
    if _is_invented(node, lexicon):
        return "hypothetical"
    if _is_still_to_come(node) or _is_asked(node) or _is_open(node) or _is_generic(node) or _is_any(node):
        return "hypothetical"
    if (
        path in {"", "conj", "advcl", "agent", "csubj"}
        or (path == "ccomp" and node.lemma not in lexicon.words["perception"])
        or path in IN_SCOPE
        or _is_bare_clause(path, trigger)
        or (path == "nsubj" and (is_indefinite(trigger) or node.lemma in lexicon.words["occurring"]))
        or (path == "nsubj" and is_supposed(_right_below(node, trigger), lexicon))
    ):
        for auxiliary in children(node, "aux"):
            word = auxiliary.lemma
            if word in _ABILITY and (is_denied(node, lexicon) or _is_sensed(node, lexicon)):
                continue  # "could not enter" did not, "could be heard" was
            if word == "would" and cue is None and node.lemma in lexicon.reporting and is_denied(node, lexicon):
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
    if path in {"", "dobj", "conj"} and _was_to_be(node):
        return "planned"  # "was to have left"
    waiting = path == "advcl" and _is_time_of(node, trigger)  # "expected to discuss it when they meet"
    means = path == "prep" and trigger.dep_ == "pcomp" and trigger.head.lower_ == "by" and trigger.head.head is node
    caused = path == "ccomp" and any(_is_bare_clause(path, clause) for clause in children(node, "ccomp"))
    if (path in {"", "dobj", "conj"} or waiting or means or caused) and is_bare_infinitive(node):
        return _infinitive_modality(node, cue, lexicon)
    return None


def _right_below(node: Token, trigger: Token) -> Token:
    """The word right below another on the way to an event."""
    while trigger.head is not node:
        trigger = trigger.head
    return trigger


def _was_to_be(verb: Token) -> bool:
    auxiliaries = {a.lower_ for a in children(verb, "aux")}
    return verb.dep_ == "xcomp" and verb.head.lemma == "be" and {"to", "have"} <= auxiliaries


def _is_invented(verb: Token, lexicon: Lexicon) -> bool:
    """ "In the film, rebels seize the palace", "in a mock raid"; but not "in a series of posts, the mayor said so"."""
    frames = [p for p in children(verb, "prep") if p.lower_ == "in" and p.i < verb.i]
    things = [t for frame in frames for t in children(frame, "pobj")]
    unreal = any(kind == "hypothetical" for thing in things for _, kind in uncertain(thing, lexicon))
    return unreal or any(t.lemma in lexicon.words["fictions"] and not _is_amount(t) for t in things)


def _is_amount(noun: Token) -> bool:
    """Whether a noun only says that there are several of what follows it."""
    return any(c.tag_ == "NNS" for p in children(noun, "prep") if p.lower_ == "of" for c in children(p, "pobj"))


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
    if above is None or is_achieved(above, lexicon) or is_singled_out(verb, lexicon):
        return None
    if any(a.lemma == "have" for a in children(verb, "aux")):
        return None
    if above == cue and any(
        e.stance in {"asserts", "hedges"} and e.cls == "Statement" for e in lexicon.reporting.get(cue.lemma, ())
    ):
        return None
    if above.lemma == "be" and verb.dep_ == "xcomp" and not children(above, "acomp", "attr"):
        return next((m for s in children(above, "nsubj") if (m := aim_of(s, lexicon))), "planned")  # "are to meet"
    words = (f"{above.lemma} infinitive", above.lemma) if verb.dep_ != "advcl" else ()
    governor = next((lexicon.governors[word] for word in words if word in lexicon.governors), None)
    return governor.modality if governor else "desired"


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


def _is_time_of(node: Token, trigger: Token) -> bool:
    """Whether an event is told by the present-tense clause right below a word that says when it comes to that."""
    marks = {m.lower_ for m in children(trigger, "mark", "advmod")}
    return trigger.head is node and trigger.tag_ in {"VBP", "VBZ"} and not marks.isdisjoint(_TEMPORAL)


def _is_asked(verb: Token) -> bool:
    """A question to be answered with yes or no."""
    fronted = [a for a in (*children(verb, "aux", "auxpass"), verb) if a.pos_ == "AUX" or a.dep_ == "aux"]
    subject = children(verb, "nsubj", "nsubjpass")
    if verb.sent[-1].text != "?" or not fronted or not subject:
        return False
    first = min(fronted, key=lambda a: a.i)
    return first.i < subject[0].i and not any(t.tag_ in _WH for t in verb.doc[verb.left_edge.i : first.i])


def _is_open(clause: Token) -> bool:
    """An indirect question ("a dispute over who holds the port", "over whether it fired", "unclear how many died")."""
    taking_part = children(clause, "nsubj", "nsubjpass", "dobj")
    asking = {*(s.lower_ for s in taking_part), *(m.lower_ for m in children(clause, "mark"))}
    amounts = [a for s in taking_part for a in (s, *children(s, "amod", "nummod"))]
    counting = any(c.lower_ == "how" for a in amounts for c in children(a, "advmod"))
    return counting or (clause.dep_ == "pcomp" and bool(asking & {"who", "which", "whether"}))


def _is_generic(clause: Token) -> bool:
    """A relative clause in the present about a bare plural speaks of whoever does so ("amnesty for men who desert")."""
    head = clause.head
    who = any(s.lower_ in {"who", "that"} for s in children(clause, "nsubj"))
    if clause.dep_ != "relcl" or clause.tag_ != "VBP" or children(clause, "aux") or not who:
        return False
    bare = head.tag_ == "NNS" and not children(head, "det", "poss", "nummod", "amod")
    named = any(c.ent_type_ for c in children(head, "compound"))
    return bare and not named and clause.left_edge.nbor(-1).text != ","


def _is_any(gerund: Token) -> bool:
    """A gerund about no things in particular speaks of doing so at any time ("reaching a deal was hard", "killing
    civilians is a crime"), unless it did harm.
    """
    things = children(gerund, "dobj")
    some = {"a", "an", "any"}
    open_ = all(
        any(d.lower_ in some for d in children(t, "det"))
        or (t.tag_ == "NNS" and not children(t, "det", "poss", "nummod"))
        for t in things
    )
    subject = gerund.dep_ in {"csubj", "csubjpass"} and gerund.tag_ == "VBG"
    return subject and bool(things) and open_ and gerund.head.lemma not in transitive_verbs()
