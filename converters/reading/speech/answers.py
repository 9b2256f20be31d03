"""Denials and confirmations of what was just said ("which the ministry denies", "reports that … are false")."""

from dataclasses import replace

from converters.language.tokens import granting_prepositions, parting_prepositions
from converters.language.tree import Doc, Token
from converters.lexicon.model import Lexicon
from converters.reading.factuality.forms import negates
from converters.reading.factuality.negation import shares_negation
from converters.reading.speech.model import Utterance
from converters.reading.speech.said import called_untrue, entry_of, is_infinitive, is_reported_by_relative, subtree
from converters.reading.syntax.relations import by_phrase, subjects
from converters.reading.syntax.tree import children, is_verbal, with_conjuncts

_ANSWERING = frozenset({"denies", "confirms", "does_not_assert"})
_SURE = frozenset({"denies", "confirms"})
_TOLD = frozenset({"asserts", "hedges", "reports", "predicts"})
_STATED = _TOLD | _SURE
_APPOSED = frozenset({"appos", "dobj", "npadvmod", "dep", "attr"})
_PART = frozenset({"in", "for", "with", "to"})
"""Before what one has a part in ("a role in", "responsible for", "to do with")."""
_SUMMING = frozenset({"something"})
"""What stands for all that was just said ("…, something the army denies")."""


def with_answers(found: list[Utterance], doc: Doc, lexicon: Lexicon) -> list[Utterance]:
    """Adds "which X denies" and "a claim that X refuted", which answer what was said last, or the clause above."""
    cues = {u.cue.i for u in found}
    result = list(found)
    for token in doc:
        by_whom = token.dep_ == "acl" and token.tag_ == "VBN"  # "a claim denied by the army"
        if not (token.dep_ == "relcl" or by_whom) or token.i in cues or not is_verbal(token):
            continue
        said = [u for u in result if u.cue.i < token.i and u.cue.sent.start == token.sent.start and not u.answers]
        if answer := _in_relative(token, said, lexicon):
            own = subtree(token)  # what is told within it stays told
            result = [u if u.cue.i in own else replace(u, content=u.content - own) for u in result]
            result += [answer, *([] if said else _summed_up(answer, lexicon))]
    result += [shared for token in doc if token.i not in cues and (shared := _said_together(token, found, lexicon))]
    result += [denial for u in found if (denial := _called_untrue(u, found, lexicon))]
    result += [wrong for token in doc if (wrong := _said_untrue(token, found, lexicon))]
    result += [apart for token in doc if (apart := _taking_no_part(token, found, lexicon))]
    answers = {token.i: answer for token in doc if (answer := _taken_up(token, found, lexicon))}
    result = [u for u in result if u.cue.i not in answers] + list(answers.values())
    return sorted(result, key=lambda u: u.cue.i)


def _in_relative(verb: Token, said: list[Utterance], lexicon: Lexicon) -> Utterance | None:
    """The answer that a relative clause gives to the last of what was said before it, or to the clause it stands in;
    "denied by the army" gives it as well.
    """
    summing = _sums_up_before(verb.head, lexicon)
    entry = entry_of(verb, lexicon, verb.head if summing else None)
    lacks_object = is_reported_by_relative(verb) or (summing and not children(verb, "dobj", "ccomp", "xcomp"))
    if entry is None or entry.stance not in _ANSWERING or not lacks_object:
        return None
    scope = said[-1].content if said else frozenset(subtree(verb.sent.root) - subtree(verb.head if summing else verb))
    scope -= {i for t in verb.sent if t.i in scope and _sets_scene(t) for i in subtree(t)}
    source = subjects(verb) or by_phrase(verb)
    cut = frozenset(i for i in scope if i < verb.left_edge.i)
    if not source or not cut:
        return None
    answer = Utterance(verb, verb, source[0], entry.stance, entry.cls, cut, own_event=True, answers=True)
    return replace(answer, stance="does_not_assert") if children(verb, "neg") else answer


def _summed_up(answer: Utterance, lexicon: Lexicon) -> list[Utterance]:
    """What a clause is that somebody answers as "a claim": somebody's claim, whoever made it."""
    noun = answer.cue.head
    entry = lexicon.reporting_nouns.get(noun.lemma)
    if entry is None or not _sums_up_before(noun, lexicon):
        return []
    return [Utterance(noun, noun, None, entry.stance, entry.cls, answer.content, own_event=True)]


def _said_together(verb: Token, found: list[Utterance], lexicon: Lexicon) -> Utterance | None:
    """Who says what the next verb tells ("police said and doctors confirmed that ten had died")."""
    joined = children(verb, "cc") and not children(verb, "neg", "dobj", "ccomp", "xcomp", "acomp")
    entry = entry_of(verb, lexicon) if joined and is_verbal(verb) else None
    source = subjects(verb) if entry else []
    if entry is None or not source or "clause" not in entry.complement or entry.stance not in _STATED:
        return None
    for told in found:
        own = told.source is not None and told.source.head is told.cue
        if told.cue in children(verb, "conj") and own and min(told.content, default=0) > told.cue.i:
            said = replace(told, cue=verb, cue_last=verb, source=source[0], answers=True)
            return replace(said, stance=entry.stance, cls=entry.cls)
    return None


def _sets_scene(word: Token) -> bool:
    """Whether a phrase only says after or amid what it was: who denies the rest does not deny that."""
    return word.dep_ == "prep" and word.lower_ in parting_prepositions() | granting_prepositions()


def _taken_up(verb: Token, found: list[Utterance], lexicon: Lexicon) -> Utterance | None:
    """Who denies or confirms what the utterance before says: "the rebels denied it", "denied the allegations"."""
    entry = entry_of(verb, lexicon) if is_verbal(verb) and verb.dep_ != "relcl" else None
    if entry is None or children(verb, "neg") or is_infinitive(verb):
        return None  # who is "unable to confirm it" does not
    untrue = "predicate" in entry.complement and called_untrue(verb, lexicon)  # "called it a lie"
    if entry.stance not in _SURE and not untrue:
        return None
    source, objects = subjects(verb), children(verb, "dobj")
    told = [u for u in found if u.cue.i < verb.i and u.stance in _TOLD and _is_near(u.cue, verb)]
    if any(o.lemma in lexicon.words["court_charge"] for o in objects):
        told = [u for u in told if u.cls in {"Accusation", "Trial"}]  # "the charges" are no mere statement
    if not source or not told or not any(_sums_up(o, lexicon) for o in objects):
        return None
    content = frozenset(t.i for t in heads(told[-1]) if t.i < source[0].left_edge.i)
    if not content:
        return None
    answer = Utterance(verb, verb, source[0], entry.stance, entry.cls, content, own_event=True, answers=True)
    if shares_negation(verb) or children(verb, "preconj"):
        return replace(answer, stance="does_not_assert")  # "neither confirmed nor denied it"
    return replace(answer, stance="denies", cls="Denial") if untrue else answer


def _said_untrue(copula: Token, found: list[Utterance], lexicon: Lexicon) -> Utterance | None:
    """Who says that what was just said is untrue ("told reporters the claim was false")."""
    if copula.lemma != "be":
        return None
    said_of_it = children(copula, "acomp", "attr")
    wrong = [w for w in said_of_it if w.lemma in lexicon.words["true" if children(copula, "neg") else "untrue"]]
    if not wrong or not any(_sums_up(s, lexicon) for s in children(copula, "nsubj")):
        return None
    tellers = [u for u in found if u.says(copula) and u.source is not None and u.stance in _STATED]
    told = [
        u for u in found if u.stance in _TOLD and u not in tellers and u.cue.i < copula.i and _is_near(u.cue, copula)
    ]
    if not tellers or not told:
        return None
    teller = min(tellers, key=lambda u: len(u.content))
    content = frozenset(t.i for t in heads(told[-1]) if t.i < copula.left_edge.i)
    said = replace(teller, cue=wrong[0], cue_last=wrong[0], stance="denies", cls="Denial", content=content)
    return replace(said, own_event=False, answers=True) if content else None


def _taking_no_part(word: Token, found: list[Utterance], lexicon: Lexicon) -> Utterance | None:
    """Who says that somebody had no part in a deed ("said it was not involved in it", "had nothing to do with it")."""
    if word.lemma not in lexicon.words["part"]:
        return None
    verb = word if is_verbal(word) else word.head
    denied = children(word, "neg") or children(verb, "neg")
    nothing = negates(word, lexicon) or any(negates(d, lexicon) for d in children(word, "det"))
    behind = children(word, "relcl", "acl") if negates(word, lexicon) else dict.fromkeys((word, verb))
    links = [p for one in behind for p in children(one, "prep") if p.lower_ in _PART]
    deeds = [deed for link in links for deed in children(link, "pobj", "pcomp")]
    tellers = [u for u in found if u.says(verb) and u.source is not None and u.stance in _STATED - {"denies"}]
    who = subjects(verb) or children(verb, "nsubjpass")
    if not (denied or nothing) or not deeds or not tellers or not who:
        return None
    teller = min(tellers, key=lambda u: len(u.content))
    said = replace(teller, cue=word, cue_last=word, stance="denies", cls="Denial", content=frozenset({deeds[0].i}))
    return replace(said, own_event=False, answers=True, assumes=(deeds[0], "agent"), blamed=who[0])


def heads(told: Utterance) -> list[Token]:
    """The heads of what an utterance says: what it is about, not all that it mentions."""
    said = [told.cue.doc[i] for i in sorted(told.content)]
    found = [t for t in said if t.head is t or t.head.i not in told.content]
    for verb in found:  # grows by what is coordinated with them
        found += [c for c in children(verb, "conj") if is_verbal(c) and c.i in told.content and c not in found]
        found += [c for c in children(verb, "advcl") if c.tag_ == "VBG" and c.i in told.content and _comes_of(c, verb)]
    return with_conjuncts(found)


def _comes_of(participle: Token, verb: Token) -> bool:
    """Whether a participle behind a comma tells what came of a deed ("stormed the base, killing ten")."""
    set_off = participle.left_edge.i > 0 and participle.left_edge.nbor(-1).text == ","
    return set_off and participle.i > verb.i and not children(participle, "nsubj", "mark")


def _sums_up(word: Token, lexicon: Lexicon) -> bool:
    """ "It", "this", "the claims": what was just said."""
    definite = any(d.lower_ in {"the", "this", "these", "those"} for d in children(word, "det"))
    bare = not children(word, "acl", "relcl", "prep", "ccomp")
    definite = definite or (bare and not word.children and not word.sent[-1].is_punct)  # "minister rejects claim"
    return word.lower_ in {"it", "this", "that", "them", "these"} or (
        definite and bare and word.lemma in lexicon.reporting_nouns
    )


def _is_near(earlier: Token, later: Token) -> bool:
    """In the same sentence, or in the one before."""
    return earlier.i >= later.doc[max(0, later.sent.start - 1)].sent.start


def _called_untrue(told: Utterance, found: list[Utterance], lexicon: Lexicon) -> Utterance | None:
    """Who says that a report is none: "reports that … were false, his office said"."""
    verb = told.cue.head
    said_of_it = children(verb, "acomp", "attr") + [o for p in children(verb, "prep") for o in children(p, "pobj")]
    said_of_it += [s for s in children(verb, "nsubj") if s.pos_ == "ADJ"]  # "untrue are claims that"
    denied = bool(children(verb, "neg"))
    wrong = [a for a in said_of_it if a.lemma in lexicon.words["true" if denied else "untrue"]]
    if told.cue.dep_ not in {"nsubj", "attr"} or told.cue in wrong or not wrong:  # "also untrue are reports that"
        return None
    speakers = [u for u in found if u is not told and u.source is not None and u.says(wrong[0])]
    if not speakers:
        return None
    said = min(speakers, key=lambda u: len(u.content))
    return replace(
        said, cue=wrong[0], cue_last=wrong[0], stance="denies", content=told.content, own_event=False, answers=True
    )


def _sums_up_before(noun: Token, lexicon: Lexicon) -> bool:
    """A word for something said, set beside what was said ("…, a charge the ministry denied")."""
    return noun.dep_ in _APPOSED and (noun.lemma in lexicon.reporting_nouns or noun.lower_ in _SUMMING)
