"""Which words a time expression may date, by where it hangs in the tree."""

from collections.abc import Mapping

from converters.language.tree import Doc, Token
from converters.reading.clauses import came_before, sets_apart
from converters.reading.syntax.tree import children, is_verbal
from converters.reading.times.find import TimeMention
from converters.reading.times.tense import is_deferred
from converters.reading.times.words import time_words

_INWARD = frozenset({"pobj", "prep", "dobj", "acl", "advcl", "pcomp", "attr", "nsubjpass", "oprd", "dative"})
_SPECIFIC = frozenset({"det", "poss", "amod", "compound", "nummod"})


def anchors(doc: Doc, mention: TimeMention, events: Mapping[int, int]) -> list[int]:
    """What a time expression dates: the word it hangs on, then the verbs above which it may date as well."""
    words = time_words()
    node = doc.part(mention.first, mention.last + 1).root
    if is_deferred(node, words):
        return [noun.i for noun in children(node.head.head, "dobj", "nsubjpass")]  # "put the vote off until Monday"
    while node.head != node and (node.dep_ in {"pobj", "pcomp"} or node.head.pos_ == "ADP" or _is_listed(node)):
        node = node.head
    if node.lower_ in words.appointing and node.head.i in events and is_verbal(node.head):
        return [noun.i for noun in children(node.head, "dobj", "nsubjpass")]  # "called a strike for Monday"
    if doc[mention.last].dep_ == "mark":
        node = doc[mention.last].head  # "two days after the siege began" dates what came then
    link, node = node, node.head
    if link.dep_ == "prep" and (deeds := _deeds_of_perfect(node, mention, events)):
        return deeds
    if _begins(mention) and _is_record(node):
        return []
    while (bare := _is_bare(node)) or (_is_listed(node) and node.i not in events):
        node = node.head.head if bare else node.head
    found = [node.i]
    while node.head != node and node.dep_ in _INWARD and not _is_apart(node):
        if node.i in events and not _goes_on(node):
            break
        node = node.head
        if is_verbal(node) or node.i in events:
            found.append(node.i)
    since = _since_record(doc, mention)
    return found if since is None else [i for i in found if doc[i] in since.subtree]


def _deeds_of_perfect(verb: Token, mention: TimeMention, events: Mapping[int, int]) -> list[int]:
    """The deeds that a verb in the present perfect is about ("has condemned the attack on 2 May"): it has no date."""
    now = any(c.lower_ in {"has", "have"} for c in children(verb, "aux")) and verb.tag_ == "VBN"
    deeds = [c.i for c in children(verb, "dobj") if c.i in events and c.i < mention.first]
    return deeds if now and mention.expression.start is not None and mention.expression.end is not None else []


def _since_record(doc: Doc, mention: TimeMention) -> Token | None:
    """What tells since when there was nothing like an event ("the worst attack on villages since the war began").

    The time of the war is not that of the attack, nor of what came with it.
    """
    token = doc[mention.first]
    for node in (token, *token.ancestors):
        since = next((w for w in (node, *children(node, "mark")) if w.lower_ == "since"), None)
        if since is not None:
            below = since.head if since.dep_ == "mark" else since
            above = below.head.head if below.head.dep_ == "relcl" else below.head  # "the first time that they fired"
            nouns = (w for w in doc[below.head.i : since.i] if w.pos_ == "NOUN")
            return below if any(map(_is_record, (above, *nouns))) else None
    return None


def _begins(mention: TimeMention) -> bool:
    return mention.expression.start is not None and mention.expression.end is None


def _is_record(node: Token) -> bool:
    """Whether a time since which nothing was like it is said of a thing ("the first attack", "the third since")."""
    said = [mark for noun in (node, *children(node, "attr")) for mark in (noun, *children(noun, "amod"))]
    return any(mark.ent_type_ == "ORDINAL" or mark.tag_ == "JJS" or _is_most(mark) for mark in said)


def _is_most(adjective: Token) -> bool:
    return any(adverb.tag_ == "RBS" for adverb in children(adjective, "advmod"))


def _is_bare(noun: Token) -> bool:
    """Whether a noun is no single event, so that a time behind it is the verb's ("charged with murder on Friday")."""
    return noun.tag_ == "NN" and noun.dep_ == "pobj" and not children(noun, *_SPECIFIC)


def _is_apart(node: Token) -> bool:
    """Whether a clause has a time of its own: a past ("a woman born in May") or finite one ("when he left in May")."""
    deed = node.dep_ == "pcomp" and sets_apart(node.head)  # "guilty of taking part in a raid in May"
    return deed or came_before(node) or (node.dep_ == "advcl" and node.tag_ != "VBG")


def _goes_on(node: Token) -> bool:
    """Whether a participle tells what something does meanwhile ("hit a bus carrying miners on Sunday")."""
    return node.dep_ == "acl" and node.tag_ == "VBG"


def _is_listed(node: Token) -> bool:
    return node.dep_ == "conj" and not is_verbal(node)
