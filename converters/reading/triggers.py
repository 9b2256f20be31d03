"""Which words tell an event, and of which class: the lexicon's entries tried on every token."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from converters.language.tokens import denying_prefixes
from converters.language.tree import Doc, Token
from converters.lexicon.model import Entry, Lexicon, TriggerKind
from converters.reading.conditions import fits, head_object, worded
from converters.reading.mentions.words import entity_words
from converters.reading.syntax.relations import by_phrase
from converters.reading.syntax.tree import children, is_gerund, is_verbal

_NAMES = frozenset({"ORG", "PERSON", "WORK_OF_ART", "FAC", "PRODUCT", "LAW", "GPE", "LOC"})
_NOMINAL = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})


@dataclass(frozen=True, slots=True)
class Trigger:
    """A token that tells an event; `light` is the light verb above it, `head_object` an object in its wording.

    Time and place of what stands above the word `apart` are not its own; those of the event `within` are.
    """

    token: Token
    entry: Entry
    light: Token | None = None
    head_object: Token | None = None
    apart: Token | None = None
    within: Token | None = None


def find_triggers(doc: Doc, lexicon: Lexicon) -> list[Trigger]:
    """The triggers of a block in text order. A verb and the event noun in its wording are one trigger.

    With a light verb that is the noun ("carried out an attack"), else the verb ("tendered his resignation").
    """
    if is_label(doc):
        return []
    found = [t for token in doc if (t := _trigger(token, lexicon))]
    light = {t.light.i for t in found if t.light is not None}
    kept = [t for t in found if t.token.i not in light or t.entry.kind != "verb"]
    taken = {word.i for t in kept for word in worded(t.token, t.entry)}
    return [t for t in kept if t.token.i not in taken]


def taken_up(triggers: Iterable[Trigger], known: dict[str, Entry]) -> list[Trigger]:
    """The triggers of a block, where "the strike" with nothing to tell of which kind it is means the one told before.

    `known` holds the entries of the nouns told so far, by lemma; those of this block are added to it.
    """
    found: list[Trigger] = []
    for trigger in triggers:
        entry, word = trigger.entry, trigger.token.lemma
        if entry.kind == "noun" and not entry.particles:
            if entry.decided or not _is_definite(trigger.token):
                known[word] = entry
            entry = known.get(word, entry)
        found.append(trigger if entry is trigger.entry else replace(trigger, entry=entry))
    return found


def _is_definite(noun: Token) -> bool:
    return any(word.lower_ in {"the", "this", "that"} for word in children(noun, "det"))


def is_label(doc: Doc) -> bool:
    """Whether a block only names a topic, as the heads of a digest do ("Armed conflicts and attacks")."""
    return len(doc) > 1 and all(t.tag_ in {"NNS", "JJ", "VBN", "CC", "NN"} for t in doc) and doc[-1].tag_ != "NN"


def _trigger(token: Token, lexicon: Lexicon) -> Trigger | None:
    if in_a_name(token) or any(c.lower_ in denying_prefixes() for c in children(token, "compound")):
        return None
    for kind, word in wordings(token):
        known = () if _only_names(token, lexicon) else lexicon.entries.get((kind, word), ())
        entry = next((e for e in known if fits(token, e)), None)
        if entry is not None:
            light = _light_verb(token, lexicon) if kind == "noun" else None
            return Trigger(token, entry, light, head_object(token, entry))
    return None


def _only_names(verb: Token, lexicon: Lexicon) -> bool:
    """Whether a verb says what something is ("called the vote a fraud" holds no vote)."""
    said = any("predicate" in entry.complement for entry in lexicon.reporting.get(verb.lemma, ()))
    return said and bool(children(verb, "oprd")) and bool(children(verb, "dobj"))


def wordings(token: Token) -> Iterator[tuple[TriggerKind, str]]:
    """How the lexicon may list a token, the likeliest first. A participle may be an adjective ("the besieged town")."""
    if token.dep_ in {"aux", "auxpass", "punct"} or token.is_punct:
        return
    if is_gerund(token):
        yield "verb", token.lemma
    elif token.dep_ == "compound" or _in_compound(token):
        return
    elif token.pos_ in {"NOUN", "PROPN"}:
        yield "noun", token.lemma
    elif is_verbal(token):
        people = token.tag_ == "VBN" and token.dep_ in _NOMINAL and children(token, "det")  # "the accused"
        if token.dep_ != "amod" and not people:
            yield "verb", token.lemma
        if token.tag_ in {"VBN", "VBG"} and not children(token, "auxpass", "nsubjpass", "dobj"):
            yield "adjective", token.lower_
    elif token.pos_ in {"ADJ", "ADV", "ADP"}:
        if token.dep_ in _NOMINAL:
            yield "noun", token.lemma
        if not any(c.lower_ == "the" for c in token.lefts):  # "they buried the dead"
            yield "adjective", token.lemma


def _in_compound(noun: Token) -> bool:
    """Whether a noun is the first part of an adjective ("the war-torn country")."""
    return noun.dep_ == "npadvmod" and noun.head.i == noun.i + 2 and noun.nbor(1).text == "-"


def in_a_name(token: Token) -> bool:
    capital = token.text[:1].isupper() and not token.is_sent_start
    return token.ent_type_ in _NAMES and (token.pos_ == "PROPN" or (capital and token.ent_type_ == "ORG"))


def _light_verb(noun: Token, lexicon: Lexicon) -> Token | None:
    head = noun
    while head.dep_ == "conj" and not is_verbal(head.head):
        head = head.head
    while head.dep_ == "pobj" and head.head.lower_ == "of" and _counts(head.head.head):
        head = head.head.head  # "carried out a series of raids"
    verb = head.head
    if head.dep_ == "pobj" and verb.pos_ == "ADP" and is_verbal(verb.head) and verb.head.i < head.i:
        particles = [f"{p.lower_} {verb.lower_}" for p in children(verb.head, "prt")]
        if any(f"{verb.head.lemma} {words}" in lexicon.light_verbs for words in (*particles, verb.lower_)):
            return verb.head
    if head.dep_ in {"dobj", "nsubjpass", "attr"} and is_verbal(verb) and _is_light(verb, lexicon):
        return verb
    return next((clause for clause in children(noun, "acl") if _does(clause, lexicon)), None)


def _is_light(verb: Token, lexicon: Lexicon) -> bool:
    particles = [f"{verb.lemma} {c.lower_}" for c in children(verb, "prt")]
    return any(name in lexicon.light_verbs for name in [*particles, verb.lemma])


def _does(clause: Token, lexicon: Lexicon) -> bool:
    """Whether a participle tells who did what it narrows, for sure ("a raid carried out by rebels")."""
    doubted = any(word.lower_ in lexicon.hedging_adverbs for word in children(clause, "advmod"))
    return clause.tag_ == "VBN" and bool(by_phrase(clause)) and not doubted and _is_light(clause, lexicon)


def _counts(noun: Token) -> bool:
    """Whether a noun only counts what follows its "of" ("a series of raids")."""
    return entity_words().listed("partitives", noun.lemma)


def light_name(noun: Token, verb: Token, lexicon: Lexicon) -> str:
    """The key under which the lexicon lists a light verb: "come under", "carry out", "hold"."""
    extras = [p.lower_ for p in children(verb, "prt", "prep")]
    extras = [*(f"{p.lower_} {c.lower_}" for p in children(verb, "prt") for c in children(verb, "prep")), *extras]
    return next((n for e in extras if (n := f"{verb.lemma} {e}") in lexicon.light_verbs), verb.lemma)
