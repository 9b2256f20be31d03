"""Finds the numbers and amounts of a block, with what they count.

Wording and word data: `ontology/lexicon/quantities.yaml`. Numbers inside times, names, labels and ages are none, an
indefinite article is none, and a converted measure in brackets is not a second quantity (CONTRACT section 4).
"""

from dataclasses import dataclass, replace
from typing import Literal

from converters.articles.model import Span
from converters.language.tree import Doc, Token
from converters.reading.mentions.words import entity_words
from converters.reading.model import Quantity
from converters.reading.quantities.guards import is_conversion, is_origin, is_quantity
from converters.reading.quantities.rules import Amount, after_change, amount_of, surpassed
from converters.reading.quantities.words import QuantityWords, quantity_words
from converters.reading.syntax.tree import children, is_verbal
from converters.reading.times.hits import find_wordings, tokens_of
from converters.reading.times.words import time_words
from converters.reading.wordpatterns import Hit

_COUNTING = frozenset({"nummod", "quantmod", "amod", "nmod", "det", "compound", "predet", "npadvmod"})
_BLOT = "\ufffc"
_NOMINAL = frozenset({"NOUN", "PROPN"})


@dataclass(frozen=True, slots=True)
class QuantityMention:
    """A quantity and the tokens of its block that it covers, both inclusive.

    `counted` is the token of what is counted ("boats" of "dozens of boats"), None where the text leaves it out
    ("killing four") or where a measure stands alone ("for 5 miles"). `dimension` is the kind of a measure. Of "two of
    the five" each number says which `share` it is.
    """

    quantity: Quantity
    first: int
    last: int
    counted: int | None
    dimension: str | None
    share: Literal["part", "whole"] | None = None


def find_quantities(doc: Doc) -> tuple[QuantityMention, ...]:
    """The quantities of a block in text order; `of` is the word that `counted_word` gives."""
    words = quantity_words()
    mentions: list[QuantityMention] = []
    before: tuple[Hit, Amount] | None = None
    for found in words.patterns.find(_without_times(doc)):
        if found.rule == "none":
            continue
        root = _root(doc, found)
        hit = after_change(found) if found.rule == "range" and is_origin(doc.text, found, root, words) else found
        hit = _without_particle(doc, hit)
        amount = surpassed(amount_of(hit, words)) if _is_surpassed(root, words) else amount_of(hit, words)
        counted = _counted(root, words) or (_next_noun(doc, hit) if hit.rule == "range" else None)
        converted = before is not None and is_conversion(doc.text, *before, hit, amount)
        if not converted and is_quantity(doc, hit, amount, root, counted, words):
            mention = _mention(doc, hit, amount, root, counted)
            if mentions and _is_part(doc, mentions[-1], mention, words):
                mentions[-1], mention = replace(mentions[-1], share="part"), replace(mention, share="whole")
            mentions.append(mention)
        before = (hit, amount)
    return tuple(mentions)


def _is_part(doc: Doc, part: QuantityMention, whole: QuantityMention, words: QuantityWords) -> bool:
    """Whether the one number counts some of what the other counts ("two of the five hostages")."""
    between = doc[part.last + 1 : whole.first]
    return part.counted == whole.counted is not None and any(t.lower_ in words.partitives for t in between)


def _without_particle(doc: Doc, hit: Hit) -> Hit:
    """A number without the particle of its verb, which bounds nothing ("handed over ten men")."""
    bound = tokens_of(doc, *hit.where["bound"]) if "bound" in hit.where else ()
    if len(bound) != 1 or bound[0].dep_ != "prt":
        return hit
    parts = {name: part for name, part in hit.parts.items() if name != "bound"}
    return Hit(hit.rule, hit.where["num"][0], hit.end, parts, hit.where)


def _without_times(doc: Doc) -> str:
    """The text with every time blotted out, character by character."""
    text = doc.text
    for time in find_wordings(doc, time_words()):
        text = text[: time.start] + _BLOT * (time.end - time.start) + text[time.end :]
    return text


def counted_word(mention: QuantityMention, doc: Doc) -> str:
    """One word for what is counted: the measure's ("distance"), the noun's ("boats"), else the verb's ("killed")."""
    counted = None if mention.counted is None else doc[mention.counted]
    return _word(counted, doc[mention.last], mention.dimension)


def _root(doc: Doc, hit: Hit) -> Token:
    """The head of the measure, else of the (last) number, else of the vague word."""
    part = next((p for p in ("measure", "num2", "num", "vague") if p in hit.where), None)
    tokens = tokens_of(doc, *(hit.where[part] if part else (hit.start, hit.end)))
    last = tokens[-1]
    return last if last.pos_ == "NUM" else tokens.root


def _next_noun(doc: Doc, hit: Hit) -> Token | None:
    """The plural right behind a range, which the parser may not join to it ("between 30 and 40 rebels")."""
    after = tokens_of(doc, hit.start, hit.end).end
    return doc[after] if after < len(doc) and doc[after].tag_ == "NNS" else None


def _counted(root: Token, words: QuantityWords) -> Token | None:
    token = root
    if token.head.lower_ in words.sizes:
        token = token.head
        return token.head if token.head.pos_ in _NOMINAL else None
    while token.dep_ in _COUNTING and token.head.pos_ == "NUM" and token.head.i > token.i:
        token = token.head
    if token.dep_ in _COUNTING and token.head.i > token.i and token.head.pos_ in _NOMINAL:
        noun = _full(token.head)
        return _tallied(noun, words) or noun  # "the toll rose to 600 people"
    return _part_of(token, words) or _tallied(token, words) or _added_to(token)


def _full(noun: Token) -> Token:
    """The plural that a counted word only makes more precise ("two Su-34 jets")."""
    precise = (
        noun.dep_ in {"compound", "nmod", "amod"} and noun.head.i == noun.i + 1 and noun.tag_ not in {"NNS", "NNPS"}
    )
    return noun.head if precise and noun.head.tag_ == "NNS" else noun


def _added_to(number: Token) -> Token | None:
    """The plural before a dash that a number behind it counts ("air strikes -- eight in one day")."""
    dash = number.i > 1 and number.nbor(-1).tag_ == ":"
    noun = number.nbor(-2) if dash else None
    return noun if noun is not None and noun.tag_ == "NNS" and not children(noun, "nummod") else None


def _part_of(token: Token, words: QuantityWords) -> Token | None:
    """What something is a number of ("dozens of boats")."""
    partitive = [p for p in children(token, "prep") if p.lower_ in words.partitives]
    return next((o for p in partitive for o in children(p, "pobj")), None)


def _tallied(token: Token, words: QuantityWords) -> Token | None:
    """What a tally that is put at a number, or rises to it, counts; a toll is the thing itself."""
    if token.dep_ == "conj" and token.head.pos_ == "NUM":
        token = token.head  # "put it between 10 and 20"
    verb = token.head
    if token.dep_ == "pobj" and verb.lower_ in words.partitives and verb.head.lemma_.lower() in words.tolls:
        return verb.head  # "a toll of 27"
    if token.dep_ == "dobj" and token.pos_ == "NUM" and verb.lemma in words.reaching:
        return _of_tally(children(verb, "nsubj"), words)
    while verb.pos_ == "ADP" and verb.head != verb:
        verb = verb.head
    if token.dep_ == "pobj" and verb.dep_ == "dobj" and verb.lemma_.lower() in words.tolls:
        return verb  # "estimates the toll at 30", all hung on the toll
    if token.dep_ != "pobj" or not is_verbal(verb):
        return None
    return _of_tally(children(verb, "dobj", "nsubjpass", "nsubj"), words)


def _is_surpassed(number: Token, words: QuantityWords) -> bool:
    """Whether a tally comes to more than a number ("the toll has passed 100", "rose past 100")."""
    above = number.head.lemma in words.surpassing and number.dep_ in {"dobj", "pobj"}
    return above and _tallied(number, words) is not None


def _of_tally(nouns: list[Token], words: QuantityWords) -> Token | None:
    """What the first of the nouns that is a tally counts."""
    tally = next((t for t in nouns if t.lemma_.lower() in words.tallies), None)
    if tally is None or tally.lemma_.lower() in words.tolls:
        return tally  # "the toll of the disaster"
    return _part_of(tally, words) or tally


def _mention(doc: Doc, hit: Hit, amount: Amount, root: Token, counted: Token | None) -> QuantityMention:
    tokens = tokens_of(doc, hit.start, hit.end)
    last = root if amount.dimension is not None else tokens[-1]
    offset: int = doc.offset
    quantity = Quantity(
        span=Span(offset + hit.start, offset + hit.end),
        of=_word(counted, last, amount.dimension),
        value=amount.value,
        low=amount.low,
        high=amount.high,
        bound=amount.bound,
        unit=amount.unit or (_unit(counted) if counted is not None else None),
    )
    return QuantityMention(quantity, tokens.start, last.i, counted.i if counted is not None else None, amount.dimension)


def _word(counted: Token | None, last: Token, dimension: str | None) -> str:
    words = quantity_words()
    if dimension is not None:
        names = words.dimensions[dimension]
        stands_before = last.dep_ in _COUNTING and last.head.i > last.i and last.head.pos_ in _NOMINAL
        return names.get("attributive", names["other"]) if stands_before else names["other"]
    if counted is not None and counted.lemma_.lower() in words.tallies:
        return words.tallies[counted.lemma_.lower()]
    if counted is not None and counted.lemma_.lower() not in words.stand_ins:
        return counted.text if counted.pos_ == "PROPN" else counted.lower_
    return _told_of(counted if counted is not None else last).lower_


def _told_of(number: Token) -> Token:
    """What is said of those that a number without a noun counts ("left dozens missing", "hundreds are missing")."""
    links = ("amod", "acl") if number.dep_ in {"dep", "ROOT"} else ("amod",)  # "15 missing" may head a line
    behind = [t for t in children(number, *links) if t.i > number.i and t.tag_ in {"JJ", "VBG", "VBN"}]
    if behind:
        return behind[0]
    if number.dep_ == "nsubj" and number.head.tag_ == "JJ":
        return number.head
    verb = next((t for t in number.ancestors if is_verbal(t)), number.head)
    predicates = children(verb, "oprd" if number.dep_ in {"dobj", "nsubjpass"} else "acomp")
    return predicates[0] if predicates else verb


def _unit(counted: Token) -> str | None:
    """The unit of counted things: the person for people, else the thing itself."""
    words, lemma = quantity_words(), counted.lemma_.lower()
    if lemma in words.stand_ins or is_verbal(counted):
        return None
    people = lemma in words.persons or entity_words().nouns.get(lemma) == "Person"
    if people or counted.ent_type_ == "NORP":
        return "person"
    return counted.lemma_ if counted.pos_ == "PROPN" else lemma
