"""Descriptions and pronouns: "seven people", "an apartment building", "the corps", "it"; not what stands in a name."""

from collections.abc import Iterator

from converters.language.demonyms import countries, demonym_country
from converters.language.tokens import distances, transitive_verbs
from converters.language.tree import Doc, Token
from converters.reading.mentions.model import Found
from converters.reading.mentions.words import entity_words

_PREMODIFIERS = frozenset(
    {"det", "poss", "amod", "compound", "nummod", "quantmod", "nmod", "predet", "neg", "npadvmod", "nn"}
)
_ROLES = frozenset(
    {"nsubj", "nsubjpass", "dobj", "pobj", "dative", "conj", "attr", "appos", "oprd", "ROOT", "poss", "agent"}
)
_TIMES = frozenset({"DATE", "TIME", "PERCENT", "ORDINAL"})
CONCRETE = frozenset(
    {"Weapon", "Vehicle", "Aircraft", "Vessel", "ArmedGroup", "MilitaryUnit", "GovernmentBody", "Person", "PersonGroup"}
)
"""Types of which a noun in front of another noun is a participant of its own ("drone attack", "police operation")."""


def left_edge(head: Token) -> int:
    """Where the noun phrase of `head` begins: its article, owner, adjectives, numbers, without clauses before it."""
    first = head.i
    for child in reversed(list(head.lefts)):
        if child.dep_ not in _PREMODIFIERS and not child.is_quote and child.text != "-" and not _brackets(child):
            break
        first = child.left_edge.i
    while first < head.i and (head.doc[first].is_quote or head.doc[first].text == "-"):
        first += 1
    return first


def _brackets(mark: Token) -> bool:
    """Whether a bracket is about a number that only says the same again ("three (3) men")."""
    inner = mark.i + {"(": 1, ")": -1}.get(mark.text, 0)
    before = min(mark.i, inner) - (mark.text == ")")
    return inner != mark.i and mark.doc[inner].like_num and before > 0 and mark.doc[before - 1].like_num


def part_of(head: Token) -> Token | None:
    """The noun behind "of" ("a number of villages", "the town of Avon")."""
    return next((p for c in head.rights if c.lower_ == "of" for p in c.children if p.dep_ == "pobj"), None)


def plural(head: Token) -> bool:
    """Whether a noun phrase speaks of several, be it one and another."""
    alone = head.lower_ in {"everyone", "everybody", "anyone", "someone", "somebody", "one"}
    return many(head) or (not alone and any(t.dep_ == "conj" for t in head.children))


def many(head: Token) -> bool:
    """Whether a noun is a plural."""
    if head.lower_ in {"everyone", "everybody", "anyone", "someone", "somebody", "one"}:
        return head.lower_.startswith("every")
    number = str(head.morph)
    return (
        head.tag_ in {"NNS", "NNPS"}
        or entity_words().listed("plural_only", head.lower_)
        or "Number=Plur" in number
        or head.pos_ == "NUM"
    )


def noun_type(head: Token) -> str:
    """The type of thing a noun describes; "Object" for what the lists do not know."""
    words = entity_words()
    lemma = head.lemma_.lower()
    for child in reversed(list(head.lefts)):
        if child.dep_ in {"compound", "amod"}:
            pairs = (words.nouns.get(f"{child.lower_} {word}") for word in (lemma, head.lower_))
            if found := next(filter(None, pairs), None):
                return "PersonGroup" if found == "Person" and many(head) else found
    if _is_meant_otherwise(head):
        return "Object"
    singular = head.lower_.removesuffix("s")  # the tagger takes "Rebels" at the head of a sentence for a name
    found = words.nouns.get(lemma) or words.nouns.get(head.lower_) or words.nouns.get(singular, "Object")
    if found == "Object" and demonym_country(head.text):
        found = "Person"
    if found == "Object" and (head.pos_ == "NUM" or words.listed("people", head.lower_)):
        return "PersonGroup"
    several = many(head) or (head.lower_ != singular and words.nouns.get(singular) == "Person")  # "the Ministers met"
    return "PersonGroup" if found == "Person" and several else found


def _is_meant_otherwise(noun: Token) -> bool:
    """Whether a noun stands with a word beside which it is no thing of its kind ("a settlement of the conflict")."""
    words = entity_words().meant_otherwise.get(noun.lemma_.lower(), frozenset())
    inner = part_of(noun) if words else None
    beside = [c.lower_ for c in noun.lefts if c.dep_ in {"compound", "amod"}] if words else []
    return not words.isdisjoint([*beside, *([inner.lemma_.lower()] if inner is not None else [])])


def find_nominals(doc: Doc, named: set[int]) -> Iterator[Found]:
    """Descriptions and pronouns of a block whose head is not among the tokens `named`."""
    for token in doc:
        if token.i in named:
            continue
        kind = entity_words().pronouns.get(token.lower_)
        if (kind == "place" and token.dep_ in {"advmod", "pcomp"}) or (
            kind not in {None, "place"} and token.pos_ == "PRON"
        ):
            yield Found(doc, token.i, token.i, token, "pronoun", _pronoun_type(token))
        elif _describes(token):
            yield Found(
                doc, left_edge(token), token.i, token, "nominal", noun_type(token), country=owner_country(token)
            )


def _pronoun_type(token: Token) -> str:
    match entity_words().pronouns[token.lower_]:
        case "person" | "first":
            return "Person"
        case "group" | "first_group":
            return "PersonGroup"
        case "place":
            return "Area"
    return "Object"


def _describes(token: Token) -> bool:
    words = entity_words()
    lemma = token.lemma_.lower()
    if token.ent_type_ == "ORDINAL" and _befallen(token) and any(c.lower_ == "a" for c in token.lefts):
        return True  # "a fourth was injured"
    if (
        token.ent_type_ in _TIMES
        or words.listed("no_entity", lemma)
        or (lemma == "one" and any(c.lower_ == "no" for c in token.lefts))
        or token.is_punct
        or _tells_distance(token)
        or (token.like_num and token.dep_ == "nummod")
    ):
        return False
    whole = part_of(token)
    if (words.listed("partitives", lemma) or token.pos_ == "NUM") and whole is not None:
        return token.pos_ == "NUM" and whole.tag_ in {"WP", "WDT"}  # "12 people, one of whom died"
    if token.pos_ in {"NOUN", "PROPN"}:
        if token.dep_ in _ROLES or token.dep_ in {"nsubj", "dep", "npadvmod"}:
            return True
        return (
            token.dep_ in {"compound", "nmod"}
            and words.nouns.get(lemma) in CONCRETE | {"Facility"}
            and not words.listed("titles", lemma)
        )
    if token.dep_ == "amod" and words.listed("people_before_deeds", token.lower_):
        return noun_type(token.head) == "Object"  # but not "the rebel group"
    if _befallen(token) and words.listed("undergoing", token.lower_):
        return True
    counts = (token.pos_ == "NUM" and token.ent_type_ != "MONEY") or words.listed("standing_alone", token.lower_)
    place = token.dep_ in _ROLES - {"conj", "appos", "ROOT", "attr", "oprd"}
    place = place or (token.dep_ == "conj" and token.pos_ == "NUM" and any(c.dep_ == "prep" for c in token.rights))
    return counts and place and token.pos_ in {"NUM", "ADJ", "PRON"}


def _tells_distance(token: Token) -> bool:
    """Whether a noun only says which way something lies ("20 km north of the town")."""
    way = entity_words().listed("parts_of_places", token.lemma_.lower())
    return way and any(c.lemma in distances() for c in token.lefts)


def _befallen(token: Token) -> bool:
    """Whether a word is the subject of a verb that does nothing to anything else, or whom a deed always befalls."""
    if token.dep_ == "dobj" and token.head.lemma in transitive_verbs():
        return True  # "killing all on board"
    return token.dep_ == "nsubjpass" or (token.dep_ == "nsubj" and not any(c.dep_ == "dobj" for c in token.head.rights))


def owner_country(head: Token) -> str | None:
    """The country whose adjective or possessive stands before a noun ("Estonian troops", "Estonia's border").

    What belongs to two ("Estonian and Latvian troops") is neither's.
    """
    for child in head.lefts:
        if child.dep_ == "amod" and any(c.dep_ == "conj" and demonym_country(c.text) for c in child.rights):
            return None
        if child.dep_ in {"amod", "compound", "poss", "nmod"}:
            words = (
                child.text
                if child.dep_ != "poss"
                else head.doc.part(child.left_edge.i, child.i + 1).text.removeprefix("the ")
            )
            if code := countries().get(words) or demonym_country(words) or demonym_country(child.text):
                return code
            if (
                "-" in child.text
                and (code := countries().get(child.text.split("-")[0]))
                and not child.text.endswith(("led", "backed"))
            ):
                return code
    return None
