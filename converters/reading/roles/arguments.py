"""Who takes part in an event: the grammatical slots around its trigger, named by the lexicon's role patterns."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from converters.language.tokens import (
    aiming_verbs,
    finding_verbs,
    footings,
    leading_participles,
    locative_prepositions,
    speaking_verbs,
    targeting_verbs,
    telling_verbs,
    using_verbs,
)
from converters.language.tree import Token
from converters.lexicon.classes import line_of_descent
from converters.lexicon.model import Lexicon
from converters.reading.predicates import all_bearers, members_of
from converters.reading.syntax.prepositions import prepositions
from converters.reading.syntax.relations import by_phrase, gapped_behind, objects, possessors, subjects, tells_how
from converters.reading.syntax.tree import children, is_passive, is_verbal, with_conjuncts
from converters.reading.triggers import Trigger, light_name

UNDERGOERS = frozenset({"patient", "target", "theme", "beneficiary"})
_UNDERGOER_SLOT = {"verb": "object", "adjective": "subject", "noun": "of"}
"""Where the entries of a kind say what happens to those whom their event befalls."""
_OPENING = frozenset({"DT", "JJ", "NN", "NNS", "NNP", "NNPS", "PRP$"})
SUFFERING = ("of", "on", "against")
"""Slots of a noun for whom or what its deed befalls."""
_SIDES = frozenset({"between", "among", "against", "over"})
"""Prepositions that say who or what an event is about, also behind the verb that only says that it happens."""
_HARM = ("Harm", "Disaster")
_TIME_ENTITIES = frozenset({"DATE", "TIME"})


@dataclass(frozen=True, slots=True)
class Argument:
    """The head word of a participant, its role, and the grammatical slot it fills."""

    role: str
    token: Token
    slot: str = ""


def arguments(trigger: Trigger, lexicon: Lexicon) -> list[Argument]:
    """What fills the slots of an event's own words, each word once per role: the trigger's, then its light verb's."""
    roles = trigger.entry.roles
    if inverted := members_of(trigger.token):
        found = [*_fill(roles, _UNDERGOER_SLOT[trigger.entry.kind], inverted)]
        found += _prepositional(trigger.token, roles, skip=set()) if trigger.entry.kind == "verb" else ()
    elif trigger.entry.kind == "adjective" and trigger.token.dep_ == "amod":
        found = [*_of_adjective(trigger, roles)]
    elif is_verbal(trigger.token) or trigger.entry.kind == "verb":
        found = [*_of_verb(trigger, roles)]
    elif trigger.entry.kind == "noun":
        found = [*_of_noun(trigger, roles, lexicon)]
    else:
        found = [*_of_adjective(trigger, roles)]
    found = [_beside_object(a, found) for a in found]
    return list(dict.fromkeys(a for a in found if a.token.ent_type_ not in _TIME_ENTITIES and a.token != trigger.token))


def _beside_object(argument: Argument, found: Sequence[Argument]) -> Argument:
    """A preposition of place beside an object names the place, not one more target ("hit a car on a bridge")."""
    doubled = argument.role in UNDERGOERS and any(a.slot == "object" and a.role in UNDERGOERS for a in found)
    if doubled and argument.slot in locative_prepositions():
        return Argument("place", argument.token, argument.slot)
    return argument


def _of_verb(trigger: Trigger, roles: Mapping[str, str]) -> Iterator[Argument]:
    verb = trigger.token
    if _undergone(trigger):
        yield from _fill(roles, "object", subjects(verb))
        yield from _prepositional(verb, roles, skip=set())
        return
    yield from _fill(roles, "subject", subjects(verb))
    inner = trigger.head_object
    if inner is not None:
        yield from _fill(roles, "object", [o for name, o in prepositions(inner) if name == "of"])
        yield from _fill(roles, "modifier", children(inner, "compound"))
        yield from _prepositional(inner, roles, skip={"of"})
    receivers = _receivers(verb) if "indirect" in roles else []
    if inner is None or inner.dep_ == "pobj":
        slot = next((name for name in _stranded(verb) if name in roles), "object")
        yield from _fill(roles, slot, [o for o in objects(verb) if o != inner and o not in receivers])
    yield from _fill(roles, "using", _used(verb))
    yield from _fill(roles, "against", (aim for o in objects(verb) for aim in _aims(o)))
    yield from _fill(roles, "indirect", [*receivers, *with_conjuncts(children(verb, "dative"))])
    own = [*_prepositional(verb, roles, skip={"by"} if subjects(verb) else set())]
    yield from own
    gapped = gapped_behind(verb) if is_passive(verb) else []
    if gapped and not any(a.role == "cause" or (a.role == "place" and a.token.i < gapped[0].i) for a in own):
        shared = (a for other in gapped for a in _prepositional(other, roles, skip={"by"}))
        yield from (a for a in shared if a.role in {"cause", "place"})


def _receivers(verb: Token) -> list[Token]:
    """The subject of a passive that keeps its object: who gets it ("Estonia was given ten tanks")."""
    return with_conjuncts(children(verb, "nsubjpass")) if children(verb, "dobj") else []


def _used(verb: Token) -> list[Token]:
    """What somebody uses to do something ("used drones to attack the base")."""
    purpose = verb.dep_ in {"xcomp", "advcl"} and any(t.tag_ == "TO" for t in children(verb, "aux"))
    return objects(verb.head) if purpose and verb.head.lemma in using_verbs() else []


def _aims(noun: Token) -> Iterator[Token]:
    """What the noun is directed at ("shells aimed at the port", "operations targeting the group")."""
    for clause in children(noun, "acl"):
        if clause.tag_ == "VBN" and clause.lemma in aiming_verbs():
            yield from (found for name, found in prepositions(clause) if name in {"at", "against"})
        elif clause.tag_ == "VBG" and clause.lemma in targeting_verbs():
            yield from objects(clause)


def _stranded(verb: Token) -> list[str]:
    """The preposition whose object a passive has made the subject: "the convoy was fired on by soldiers"."""
    passive = bool(children(verb, "auxpass", "nsubjpass"))
    links = [p for p in children(verb, "prep", "prt") if passive and p.i == verb.i + 1 and not children(p, "prep")]
    open_ = [p for p in links if p.i + 1 == len(p.doc) or p.nbor(1).tag_ not in _OPENING]  # "rescued off Avon's coast"
    counted = [p for p in links if children(p, "pobj")]
    return [p.lower_ for p in (*open_, *counted) if all(map(_how_often, children(p, "pobj", "pcomp")))]


def _how_often(noun: Token) -> bool:
    """Whether a noun only counts ("was fired on 112 times", "shot at several times")."""
    return noun.lemma_ == "time" and bool(children(noun, "nummod", "amod"))


def _undergone(trigger: Trigger) -> bool:
    """Whether a passive lacks its auxiliary, as in headlines ("say twelve hurt in clash"): victims are counted."""
    verb = trigger.token
    past = verb.tag_ in {"VBD", "VBN"} and not children(verb, "aux", "auxpass", "nsubjpass")
    counted = trigger.entry.quantity is not None and trigger.entry.roles.get("subject") == "agent"
    if not past or not counted or objects(verb):
        return False
    return verb.tag_ == "VBN" if verb.dep_ == "ccomp" else verb.dep_ == "ROOT" and not verb.sent[-1].is_punct


def _of_noun(trigger: Trigger, roles: Mapping[str, str], lexicon: Lexicon) -> Iterator[Argument]:
    noun = trigger.token
    owners = possessors(noun)
    doing = roles.get("possessive") == roles.get("of") in UNDERGOERS and any(
        name == "of" for name, _ in prepositions(noun)
    )
    owning = {**roles, "possessive": "agent"} if doing else roles  # "the gang's killing of a judge"
    yield from _fill(owning, "possessive", [o for o in owners if o.pos_ != "PRON" or trigger.light is None])
    leaders = _leaders(noun) if roles.get("by") != "participant" else []  # who leads talks need not be a side of them
    yield from _fill(roles, "by", [*by_phrase(noun), *leaders])
    yield from _fill(roles, "modifier", children(noun, "compound", "amod", "nmod"))
    yield from _prepositional(noun, roles, skip={"by"})
    yield from _fill(roles, "against", _aims(noun))
    if noun.dep_ == "nsubj" and noun.head.lemma in lexicon.words["erupting"]:
        sides = {name: role for name, role in roles.items() if name in _SIDES}
        yield from _prepositional(noun.head, sides, skip=set())  # "clashes broke out between the army and rebels"
    yield from _borne(noun, roles, lexicon)
    for part in _said_to_be_part(noun):
        yield from _fill(roles, "part of", [whole for name, whole in prepositions(part) if name == "of"])
    if trigger.light is not None:
        yield from _of_light_verb(trigger, trigger.light, roles, lexicon)


def _borne(noun: Token, roles: Mapping[str, str], lexicon: Lexicon) -> Iterator[Argument]:
    """Who is said to be the target or victim of a deed, and what its scene ("the convoy was the target of a raid")."""
    said = noun.head.head
    of = noun.dep_ == "pobj" and noun.head.lower_ == "of" and said.dep_ == "attr"
    if not of or children(said.head, "neg") or said.head.lemma not in lexicon.words["being"]:
        return
    if said.lemma in lexicon.words["scenes"]:
        yield from (Argument("place", subject) for subject in subjects(said.head))
    elif said.lemma in lexicon.words["borne"]:
        role = next((roles[slot] for slot in SUFFERING if roles.get(slot) in UNDERGOERS), None)
        yield from _fill({"of": role} if role else {}, "of", subjects(said.head))


def _leaders(noun: Token) -> list[Token]:
    """Who leads a deed ("a rebel-led attack")."""
    led = [word for word in children(noun, "amod") if word.lower_ in leading_participles()]
    return [who for word in led for who in children(word, "npadvmod")]


def _said_to_be_part(noun: Token) -> list[Token]:
    """The predicate of "the strike was part of an offensive"."""
    copula = noun.head
    stated = noun.dep_ == "nsubj" and copula.lemma == "be" and not children(copula, "neg")
    return [word for word in children(copula, "attr") if word.lemma == "part"] if stated else []


def _of_light_verb(trigger: Trigger, verb: Token, roles: Mapping[str, str], lexicon: Lexicon) -> Iterator[Argument]:
    noun = trigger.token
    slots = lexicon.light_verbs.get(light_name(noun, verb, lexicon), {})
    harmful = any(cls in line_of_descent(trigger.entry.cls, lexicon.superclass) for cls in _HARM)
    if harmful and verb.lemma in telling_verbs():
        slots = {}  # who "announced the death" did not kill
    elif harmful and verb.lemma in lexicon.words["bearing"]:
        slots = {"subject": "patient"}
    elif harmful:
        slots = {slot: "patient" if role == "beneficiary" else role for slot, role in slots.items()}  # "got injuries"
    for slot, role in slots.items():
        match slot:
            case "subject":
                words = [t for t in subjects(verb) if t != noun]
            case "object":
                words = [t for t in objects(verb) if t != noun]
            case "indirect":
                words = with_conjuncts(children(verb, "dative", *(["nsubjpass"] if noun.dep_ == "dobj" else [])))
            case _:
                behind = (verb,) if slot in roles else (verb, noun)  # "inflicted losses on the army"
                words = [o for word in behind for name, o in prepositions(word) if name == slot and o != noun]
        renamed = roles.get(slot, role) if slot in {"subject", "indirect"} else role
        yield from (Argument(renamed, t, slot) for t in words)
    yield from _prepositional(verb, {k: v for k, v in roles.items() if k not in slots}, skip={"by"}, but=noun)


def _of_adjective(trigger: Trigger, roles: Mapping[str, str]) -> Iterator[Argument]:
    word = trigger.token
    verb = word.head
    yield from _fill(roles, "subject", all_bearers(word))
    yield from _fill(roles, "by", children(word, "npadvmod"))
    yield from _prepositional(word, roles, skip=set())
    if is_verbal(verb):
        finder = verb.lemma in telling_verbs() | speaking_verbs() | finding_verbs()  # "confirmed dead by police"
        yield from _prepositional(verb, roles, skip={"by"} if finder else set(), but=word)


def _fill(roles: Mapping[str, str], slot: str, words: Iterable[Token]) -> Iterator[Argument]:
    if role := roles.get(slot):
        yield from (Argument(role, word, slot) for word in words)


def _prepositional(
    word: Token, roles: Mapping[str, str], skip: set[str], but: Token | None = None
) -> Iterator[Argument]:
    for name, found in prepositions(word):
        role = roles.get(name) or (roles.get("in") if " " in name and name in locative_prepositions() else None)
        if name == "out of" and children(found, "nummod"):
            continue  # "shot down 30 out of 40 drones"
        absolute = name == "with" and any(c.dep_ == "acl" and c.tag_ == "VBG" for c in found.subtree)
        how = (name == "by" and tells_how(found)) or (name == "on" and found.lemma in footings())
        if role and name not in skip and found != but and not (absolute or how):  # no "with videos showing it"
            yield Argument(role, found, name)
