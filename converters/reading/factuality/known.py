"""What is there in any case, whatever is wanted, planned or denied about it."""

from converters.language.tokens import granting_prepositions, leaving_verbs, preceding_prepositions, transitive_verbs
from converters.language.tree import Token
from converters.lexicon.model import Lexicon
from converters.reading.factuality.coming import is_to_do
from converters.reading.factuality.forms import is_definite, is_past, is_perfect
from converters.reading.factuality.governors import aimed_at
from converters.reading.syntax.tree import children, clause_head, is_fronted, is_verbal


def is_taken_for_granted(noun: Token, above: Token, lexicon: Lexicon) -> bool:
    """What is spoken of as known ("the war", "his offensive") is there, whatever is wanted, planned or denied about it.

    Only a word that wants the event itself ("demand the withdrawal"), brings it about ("launch the attack") or keeps it
    from coming about ("prevented the capture") counts.
    """
    if noun.pos_ not in {"NOUN", "PROPN"} or aimed_at(noun, lexicon):
        return False
    if (
        noun.lemma in lexicon.words["proposals"]
        and noun.dep_ in {"dobj", "nsubjpass"}
        and _is_decided_on(noun, lexicon)
    ):
        return True
    if any(is_perfect(clause) or _has_done(clause) for clause in children(noun, "relcl")):
        return True  # "agreed to a truce in an offensive that has taken half the country"
    if not (is_definite(noun) or noun.dep_ == "compound"):
        return False
    if noun.dep_ == "nsubj" and (noun.head.lemma in lexicon.words["occurring"] or is_supposed(noun, lexicon)):
        return False  # "the trial will begin on Monday"
    if _is_amounted_to(noun, lexicon):
        return False  # "it would be the largest withdrawal in years"
    first = _first_listed(noun) if noun.lemma in lexicon.words["negotiable"] else noun
    direct = first.head if first.head.pos_ != "ADP" else first.head.head
    if first.dep_ == "dobj" and direct.lemma in lexicon.words["effecting"]:
        return False  # "tried to secure the release" says no more of it than "secure" does
    behind = [c for c in children(direct, "prt", "prep") if not is_fronted(c)]
    worded = {direct.lemma, *(f"{direct.lemma} {c.lower_}" for c in behind)}  # "carry out"
    light = is_verbal(direct) and not worded.isdisjoint(lexicon.light_verbs)
    governors = [governor for word in worded if (governor := lexicon.governors.get(word)) is not None]
    prevented = noun.lemma not in lexicon.reporting_nouns and any(g.polarity == "negative" for g in governors)
    wanted = any(g.modality == "desired" for g in governors) or not worded.isdisjoint(lexicon.words["foreseeing"])
    postponed = not worded.isdisjoint(lexicon.words["postponing"]) and not is_to_do(noun, lexicon)
    if light:
        return False  # "likely to have carried out the attack" says no more of it than the verb does
    brings_about = prevented or wanted or postponed
    return not brings_about or above not in {noun.head, first.head, direct}


def _is_decided_on(text: Token, lexicon: Lexicon) -> bool:
    """Whether a text that is there is or is not adopted ("failed to adopt the draft resolution")."""
    return text.head.lemma in lexicon.words["deciding"]


def _has_done(clause: Token) -> bool:
    """Whether a relative clause tells the harm that an event did ("will visit the scene of a raid that killed ten")."""
    told = clause.tag_ == "VBD" and not children(clause, "aux", "neg") and bool(children(clause, "dobj"))
    harm = clause.lemma in transitive_verbs() | leaving_verbs()
    return told and harm and any(s.lower_ in {"that", "which"} for s in children(clause, "nsubj"))


def _first_listed(noun: Token) -> Token:
    """The first of those that a noun is listed with ("push for a truce and the release of captives")."""
    while noun.dep_ == "conj" and noun.head.pos_ in {"NOUN", "PROPN"}:
        noun = noun.head
    return noun


def _is_amounted_to(noun: Token, lexicon: Lexicon) -> bool:
    """Whether a noun is what something still to come is said to be the first or greatest of."""
    auxiliaries = {a.lemma for a in children(noun.head, "aux")}
    ranked = any(c.tag_ in {"JJS", "RBS"} or c.ent_type_ == "ORDINAL" for c in children(noun, "amod", "nummod"))
    amounting = noun.dep_ == "attr" or (noun.dep_ == "dobj" and noun.head.lemma in lexicon.words["amounting"])
    return amounting and ranked and any(lexicon.modals.get(a) in {"planned", "conditional"} for a in auxiliaries)


def is_supposed(noun: Token, lexicon: Lexicon) -> bool:
    """ "The capture of the port would give them control": what would follow from it is told, not that it is there; and
    "the toll would rise to ten" counts what would be.
    """
    auxiliaries = {a.lower_ for a in children(noun.head, "aux")}
    done = any(p.lower_ == "of" for p in children(noun, "prep"))
    supposed = done and "would" in auxiliaries
    upwards = any(p.lower_ in _REACHING for p in children(noun.head, "prep"))
    reached = upwards or bool(children(noun.head, "dobj"))
    counted = noun.lemma in lexicon.words["tally"] and reached and any(a in lexicon.modals for a in auxiliaries)
    return noun.dep_ == "nsubj" and (supposed or counted) and "have" not in auxiliaries


def presupposes(verb: Token, path: str, trigger: Token, lexicon: Lexicon) -> bool:
    """Whether a verb reached from an event noun by `path` takes it as given ("condemned the attack", "survived it")."""
    if trigger.pos_ != "NOUN" or path not in {"dobj", "prep"} or verb.lemma not in lexicon.words["presupposing"]:
        return False
    return not _is_amounted_to(trigger, lexicon)  # "would mark the first strike"


_REACHING = frozenset({"to", "by", "above", "past", "over", "beyond"})
"""Before the number that an amount comes to."""
_ASKED = frozenset({"how", "why", "when", "where"})
"""What is asked about a deed that was done, not whether it was."""


def is_known(token: Token) -> bool:
    """Whether what is told stands in a relative clause in the past, which is there whatever is asked for or offered
    ("offered to leave the regions that it took", "demanded talks on land seized in May").
    """
    node = token
    while node.dep_ in {"conj", "xcomp", "dobj", "prep", "pobj"} and node.head is not node:
        node = node.head
    past = is_past(node)
    swept = any(is_perfect(clause) for clause in children(token, "relcl"))  # "riots that have swept the country"
    link = token.head
    behind = token.dep_ == "pobj" and link.lower_ in preceding_prepositions() and is_verbal(link.head)
    over = behind and is_definite(token)  # "told them to go after the clashes"
    return swept or over or (node.dep_ == "relcl" and past) or is_attribute(node)


def _is_told_of_now(verb: Token) -> bool:
    """Whether a clause tells of what is or was, and not of what will or would be."""
    auxiliaries = children(verb, "aux", "auxpass")
    first = (auxiliaries or [verb])[0]
    return first.tag_ in {"VBD", "VBZ", "VBP"}


def is_given(node: Token, lexicon: Lexicon) -> bool:
    """What is there in any case ("unable to take it despite an offensive", "after days of fighting, they agreed", "gave
    no details of how they were freed", "braced for unrest after a raid").
    """
    link = node.head
    if node.dep_ == "pobj" and link.lower_ in preceding_prepositions() and node.lemma in lexicon.words["deadly"]:
        return _is_told_of_now(clause_head(link))
    if node.dep_ == "pobj" and link.lower_ == "at" and node.lemma in lexicon.words["talks"]:
        return _is_told_of_now(clause_head(link))  # "agreed a truce at talks in Avon"
    if node.dep_ == "pcomp" and link.head.pos_ == "NOUN":
        return is_past(node) and any(c.lower_ in _ASKED for c in children(node, "advmod"))
    if node.dep_ != "pobj" or link.lower_ in granting_prepositions():
        return node.dep_ == "pobj"
    return link.lower_ in preceding_prepositions() and link.i < link.head.i and link.head.tag_ == "VBD"


def is_attribute(node: Token) -> bool:
    """Whether a participle only says which thing is meant ("the regions annexed in May", "the rebel-held town")."""
    if node.dep_ == "amod" and node.tag_ == "VBN":
        return is_definite(node.head)
    return node.dep_ == "acl" and node.tag_ == "VBN" and not children(node, "aux", "auxpass")
