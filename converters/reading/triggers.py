"""Which words tell an event, and of which class: the lexicon's entries tried on every token."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from converters.language.tokens import lemma
from converters.lexicon.model import Condition, Entry, Lexicon, TriggerKind
from converters.reading.syntax import by_phrase, children, is_verbal, objects, possessors, prepositions, subjects

_NAMES = frozenset({"ORG", "PERSON", "WORK_OF_ART", "FAC", "PRODUCT", "LAW", "GPE", "LOC"})


@dataclass(frozen=True, slots=True)
class Trigger:
    """A token that tells an event. `light` is the light verb whose object it is; `head_object` the object that is part of it."""

    token: Token
    entry: Entry
    light: Token | None = None
    head_object: Token | None = None


def find_triggers(doc: Doc, lexicon: Lexicon) -> list[Trigger]:
    """The triggers of a block in text order; a light verb with an event noun is one trigger, the noun."""
    found = [t for token in doc if (t := _trigger(token, lexicon))]
    absorbed = {t.light.i for t in found if t.light is not None}
    return [t for t in found if t.token.i not in absorbed or t.entry.kind != "verb"]


def _trigger(token: Token, lexicon: Lexicon) -> Trigger | None:
    kind = _kind(token)
    if kind is None or _in_a_name(token):
        return None
    fitting = [e for e in lexicon.entries.get((kind, lemma(token)), ()) if _fits(token, e)]
    if not fitting:
        return None
    entry = max(fitting, key=_specificity)
    light = _light_verb(token, lexicon) if kind == "noun" else None
    return Trigger(token, entry, light, _head_object(token, entry))


def _kind(token: Token) -> TriggerKind | None:
    if token.dep_ in {"aux", "auxpass", "compound", "punct"} or token.is_punct:
        return None
    if token.pos_ in {"NOUN", "PROPN"}:
        return "noun"
    if is_verbal(token):
        return None if token.dep_ == "amod" else "verb"
    return "adjective" if token.pos_ in {"ADJ", "ADV", "ADP"} else None


def _in_a_name(token: Token) -> bool:
    return token.ent_type_ in _NAMES and token.pos_ == "PROPN"


def _specificity(entry: Entry) -> int:
    c = entry.condition
    conditions = (c.object, c.subject, c.preposition, c.modifier, c.governor, c.requires)
    return 2 * len(entry.particles) + 2 * bool(entry.object_head) + sum(map(bool, conditions))


def _fits(token: Token, entry: Entry) -> bool:
    if entry.particles and not set(entry.particles) <= _company(token):
        return False
    if entry.object_head and _head_object(token, entry) is None:
        return False
    return _holds(token, entry.condition)


def _company(token: Token) -> set[str]:
    """The words that may be particles of a trigger: a noun's modifiers; a verb's prepositions, adverbs, particles, and theirs."""
    if token.pos_ in {"NOUN", "PROPN"}:
        return _modifiers(token) | {c.lower_ for c in children(token, "prep")}
    near = children(token, "prt", "prep", "advmod", "acomp", "oprd", "agent")
    near += [c for o in children(token, "dobj") for c in children(o, "prep")]
    return {c.lower_ for c in near} | {i.lower_ for c in near for i in c.children if i.dep_ in {"prep", "pobj"}}


def _head_object(token: Token, entry: Entry) -> Token | None:
    if not entry.object_head:
        return None
    candidates = children(token, "dobj", "nsubjpass", "attr", "pobj") + [
        o for p in children(token, "prep") for o in children(p, "pobj")
    ]
    return next((o for o in candidates if entry.object_head in {lemma(o), o.lower_}), None)


def _holds(token: Token, condition: Condition) -> bool:
    if condition == Condition():
        return True
    slots = {
        "object": (condition.object, condition.not_object, _objects),
        "subject": (condition.subject, condition.not_subject, _subjects),
        "preposition": (condition.preposition, condition.not_preposition, _prepositions),
        "modifier": (condition.modifier, condition.not_modifier, _modifiers),
        "governor": (condition.governor, condition.not_governor, _governors),
    }
    for name, (wanted, forbidden, words) in slots.items():
        if not (wanted or forbidden or name in condition.requires):
            continue
        present = words(token)
        if wanted and not wanted & present or forbidden & present or name in condition.requires and not present:
            return False
    return "agent" not in condition.requires or bool(_subjects(token))


def _described(tokens: list[Token]) -> set[str]:
    """Lemmas and forms of tokens, and the entity labels of the names among them (GPE, ORG, NORP, …)."""
    return {lemma(t) for t in tokens} | {t.lower_ for t in tokens} | {t.ent_type_ for t in tokens if t.ent_type_}


def _objects(token: Token) -> set[str]:
    if is_verbal(token):
        return _described(objects(token))
    return _described([o for name, o in prepositions(token) if name == "of"])


def _subjects(token: Token) -> set[str]:
    return _described(subjects(token) if is_verbal(token) else possessors(token) + by_phrase(token))


def _prepositions(token: Token) -> set[str]:
    return {name for name, _ in prepositions(token)} | {c.lower_ for c in children(token, "prep", "agent", "prt")}


def _modifiers(token: Token) -> set[str]:
    return _described(children(token, "amod", "compound", "poss", "nmod", "nummod"))


def _governors(token: Token) -> set[str]:
    head = token.head
    while head.dep_ in {"conj"} and not is_verbal(head):
        head = head.head
    return {lemma(head)} | ({lemma(head.head)} if head.pos_ == "ADP" else set())


def _light_verb(noun: Token, lexicon: Lexicon) -> Token | None:
    head = noun
    while head.dep_ == "conj" and not is_verbal(head.head):
        head = head.head
    verb = head.head
    if head.dep_ == "pobj" and verb.pos_ == "ADP" and is_verbal(verb.head):
        name = f"{lemma(verb.head)} {verb.lower_}"
        return verb.head if name in lexicon.light_verbs else None
    if head.dep_ in {"dobj", "nsubjpass", "attr"} and is_verbal(verb):
        particles = [f"{lemma(verb)} {c.lower_}" for c in children(verb, "prt")]
        if any(name in lexicon.light_verbs for name in [*particles, lemma(verb)]):
            return verb
    return None


def light_name(noun: Token, verb: Token, lexicon: Lexicon) -> str:
    """The key under which the lexicon lists a light verb: "come under", "carry out", "hold"."""
    extras = [p.lower_ for p in children(verb, "prt", "prep")]
    return next((n for e in extras if (n := f"{lemma(verb)} {e}") in lexicon.light_verbs), lemma(verb))


def iter_sentence(triggers: list[Trigger], token: Token) -> Iterator[Trigger]:
    """The triggers that stand in the sentence of a token."""
    return (t for t in triggers if t.token.sent.start == token.sent.start and t.token.doc is token.doc)
