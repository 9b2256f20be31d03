"""What is there in any case, whatever is wanted, planned or denied about it."""

from converters.language.tokens import granting_prepositions, preceding_prepositions
from converters.language.tree import Token
from converters.lexicon.model import Lexicon
from converters.reading.factuality.coming import is_to_do
from converters.reading.factuality.forms import is_definite, is_perfect
from converters.reading.factuality.governors import aimed_at
from converters.reading.syntax import children, is_fronted, is_verbal


def is_taken_for_granted(noun: Token, above: Token, lexicon: Lexicon) -> bool:
    """What is spoken of as known ("the war", "his offensive") is there, whatever is wanted, planned or denied about it.

    Only a word that wants the event itself ("demand the withdrawal"), brings it about ("launch the attack") or keeps it
    from coming about ("prevented the capture") counts.
    """
    if noun.pos_ not in {"NOUN", "PROPN"} or aimed_at(noun, lexicon):
        return False
    if any(is_perfect(clause) for clause in children(noun, "relcl")):
        return True  # "agreed to a truce in an offensive that has taken half the country"
    if not (is_definite(noun) or noun.dep_ == "compound"):
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


def presupposes(verb: Token, path: str, trigger: Token, lexicon: Lexicon) -> bool:
    """Whether a verb reached from an event noun by `path` takes it as given ("condemned the attack", "survived it")."""
    return trigger.pos_ == "NOUN" and path in {"dobj", "prep"} and verb.lemma in lexicon.words["presupposing"]


def is_known(token: Token) -> bool:
    """Whether what is told stands in a relative clause in the past, which is there whatever is asked for or offered
    ("offered to leave the regions that it took", "demanded talks on land seized in May").
    """
    node = token
    while node.dep_ in {"conj", "xcomp", "dobj", "prep", "pobj"} and node.head is not node:
        node = node.head
    past = node.tag_ == "VBD" or any(a.tag_ == "VBD" for a in children(node, "aux", "auxpass"))
    swept = any(is_perfect(clause) for clause in children(token, "relcl"))  # "riots that have swept the country"
    link = token.head
    behind = token.dep_ == "pobj" and link.lower_ in preceding_prepositions() and is_verbal(link.head)
    over = behind and is_definite(token)  # "told them to go after the clashes"
    return swept or over or (node.dep_ == "relcl" and past) or is_attribute(node)


def is_given(node: Token) -> bool:
    """What is there in any case ("unable to take it despite an offensive", "after days of fighting, they agreed")."""
    link = node.head
    if node.dep_ != "pobj" or link.lower_ in granting_prepositions():
        return node.dep_ == "pobj"
    return link.lower_ in preceding_prepositions() and link.i < link.head.i and link.head.tag_ == "VBD"


def is_attribute(node: Token) -> bool:
    """Whether a participle only says which thing is meant ("the regions annexed in May", "the rebel-held town")."""
    if node.dep_ == "amod" and node.tag_ == "VBN":
        return is_definite(node.head)
    return node.dep_ == "acl" and node.tag_ == "VBN" and not children(node, "aux", "auxpass")
