"""Which numbers count nothing: names, labels, ages, dates, idioms and conversions in brackets."""

import re

from converters.language.tree import Doc, Token, TokenSpan
from converters.reading.quantities.rules import Amount
from converters.reading.quantities.words import QuantityWords
from converters.reading.syntax.tree import children, is_verbal
from converters.reading.times.hits import tokens_of
from converters.reading.wordpatterns import Hit

_DESIGNATION = re.compile(r"[A-Z]-\d")
_NOMINAL = frozenset({"NOUN", "PROPN"})


def is_quantity(doc: Doc, hit: Hit, amount: Amount, root: Token, counted: Token | None, words: QuantityWords) -> bool:
    """Whether a hit counts or measures something; `root` is the head of its number or measure."""
    text = doc.text
    if text[hit.start - 1 : hit.start] == "-" and text[hit.start - 2 : hit.start - 1].isalnum():
        return False  # the tail of a name such as "Su-25"
    if text[: hit.start].lower().endswith("all but "):
        return False  # those are the others
    if _is_denied(hit, doc):
        return False
    if hit.rule == "range" and _DESIGNATION.search(text[hit.start : hit.end]):
        return False  # "one M-16 rifle"
    if amount.dimension is None and _describes(doc, hit, words):
        return False
    if counted is not None and counted.lemma_.lower() in words.uncounted:
        return False
    if _is_named(doc, hit, words) or (hit.rule == "range" and not _is_range(amount)):
        return False
    if hit.rule == "vague":
        if counted is None:
            return amount.dimension is not None or _stands_alone(root, words)
        return amount.dimension is not None or _is_countable(root, counted)
    if amount.dimension is None and amount.value is not None and not amount.value.is_integer():
        return False  # "a 6.4 earthquake"
    if amount.dimension is not None:
        return amount.unit not in words.calibres or root.head.i <= root.i
    return (
        not _is_dated(doc, hit, words)
        and not is_origin(doc.text, hit, root, words)
        and not _is_label(root)
        and not _is_pronoun(root, counted, words)
    )


def _is_denied(hit: Hit, doc: Doc) -> bool:
    """Whether a number is told as what it is not ("20 people, but not 22", "20, not 22")."""
    first = tokens_of(doc, hit.start, hit.end)[0]
    return first.i > 0 and first.nbor(-1).lower_ == "not" and first.nbor(-1).nbor(-1).lower_ in {"but", "and", ","}


def _describes(doc: Doc, hit: Hit, words: QuantityWords) -> bool:
    """A number bound to a noun by a hyphen tells what kind ("a 12-storey block"), save where it counts ("40-truck")."""
    text = doc.text
    if text[hit.end : hit.end + 1] != "-" or not text[hit.end + 1 : hit.end + 2].isalpha():
        return False
    noun = tokens_of(doc, hit.end + 1, hit.end + 2)[0]
    return noun.lemma_.lower() not in words.counted_compounds


def _is_dated(doc: Doc, hit: Hit, words: QuantityWords) -> bool:
    """All of the number is a date to the language model."""
    return all(token.ent_type_ in words.dates for token in tokens_of(doc, *hit.where.get("num", (hit.start, hit.end))))


def is_origin(text: str, hit: Hit, root: Token, words: QuantityWords) -> bool:
    """What a number was before it changed ("fell to 30 from 45")."""
    verb = next((t for t in root.ancestors if is_verbal(t)), None)
    opened = text[: hit.start].rstrip().lower()
    return verb is not None and verb.lemma_ in words.change and opened.endswith(tuple(words.origins))


def is_conversion(text: str, before: Hit, first: Amount, hit: Hit, second: Amount) -> bool:
    """A measure in brackets right after another of its kind says the same again ("5 miles (8 km)", "three (3) men")."""
    between = text[before.end : hit.start].strip()
    same = first.dimension is not None or first.value == second.value
    return between == "(" and same and first.dimension == second.dimension


def _is_named(doc: Doc, hit: Hit, words: QuantityWords) -> bool:
    """Inside a longer name, as the language model sees it or as its capital letter tells ("the Group of Seven")."""
    if "num" not in hit.where:
        return False
    tokens = tokens_of(doc, *hit.where["num"])
    label = tokens[0].ent_type_
    beside = [doc[i] for i in (tokens.start - 1, tokens.end) if 0 <= i < len(doc)]
    if label in words.entities and any(t.ent_type_ == label for t in beside):
        return True
    return _is_capitalised(tokens)


def _is_capitalised(tokens: TokenSpan) -> bool:
    first = tokens[0]
    opens = first.is_sent_start or first.i == 0 or first.nbor(-1).is_punct
    return first.text[0].isupper() and not opens and not first.sent.text.istitle()


def _is_range(amount: Amount) -> bool:
    """Not a result ("3-1")."""
    return amount.low is not None and amount.high is not None and amount.low < amount.high


def _is_countable(root: Token, counted: Token) -> bool:
    """ "some" and "few" count only what can be many."""
    return root.dep_ not in {"det", "amod"} or counted.tag_ in {"NNS", "NNPS"} or counted.lemma_ != counted.lower_


def _stands_alone(root: Token, words: QuantityWords) -> bool:
    """ "Dozens were hurt", with nothing named that is counted."""
    counts = root.ent_type_ == "CARDINAL" or root.lower_ in words.alone
    return counts and root.dep_ in {"nsubj", "nsubjpass", "dobj", "pobj", "conj"}


def _is_label(root: Token) -> bool:
    """A number after its noun names it ("gate 12", "the Avon 2 district"); one after a person is an age."""
    token = root
    if token.i and token.nbor(-1).pos_ == "PROPN" and token.nbor(-1).dep_ in {"compound", "nmod"}:
        return token.nbor(-1).head in {token, token.head}
    while token.dep_ == "conj" and token.head.pos_ == "NUM":
        token = token.head
    head = token.head
    if head.i >= token.i or head.pos_ not in _NOMINAL:
        return False
    one = head.pos_ == "PROPN" or head.tag_ == "NN"  # "Holm, 45", "the suspect, 19"
    return token.dep_ == "nummod" or (token.dep_ in {"appos", "npadvmod"} and one)


def _is_pronoun(root: Token, counted: Token | None, words: QuantityWords) -> bool:
    if root.lower_ in words.paired and counted is not None:
        return counted.lemma_.lower() in words.pairs or bool(children(counted, "conj"))
    if root.lower_ in words.twos and counted is not None and counted.lemma_.lower() in words.pairs:
        return any(t.lower_ in words.definite for t in children(counted, "det"))
    return root.pos_ == "PRON" or root.dep_ in {"preconj", "cc"}
