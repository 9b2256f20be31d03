"""What a pronoun stands for: the most salient earlier entity that agrees with it, or nothing."""

from converters.language.tokens import attacking_verbs, transitive_verbs
from converters.language.tree import Token
from converters.reading.coreference.cast import Cast, Draft, Sighting
from converters.reading.mentions.nominals import plural
from converters.reading.mentions.words import entity_words

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_REACH = {"person": 4, "thing": 2, "group": 2, "place": 2}
"""How many sentences back an antecedent may be."""
_SENTENCE, _SUBJECT, _SPEAKER, _PARAGRAPH, _CLAUSE, _ADJECTIVE, _OBLIQUE = 20.0, 12.0, 14.0, 8.0, 14.0, -24.0, -6.0
"""What a sentence of distance costs, and what speaks for or against an antecedent."""
_NAMED, _UNLIKELY, _SINGLE, _QUOTED, _MAIN, _SPEAKS_ON, _CHAIN, _STRUCK = 8.0, -40.0, -12.0, -20.0, 6.0, 24.0, 8.0, 40.0
_CLAUSAL = frozenset({"ccomp", "xcomp", "advcl", "csubj"})


def empty_it(token: Token) -> bool:
    """Whether "it" stands for no thing: "it is possible that", or what was said ("they denied it")."""
    if token.lower_ == "it" and token.dep_ == "dobj":
        return entity_words().listed("speech_verbs", token.head.lemma_)
    if token.lower_ != "it" or token.dep_ not in _SUBJECTS | {"expl"}:
        return token.dep_ == "expl"
    verb = token.head
    clause = any(c.dep_ in _CLAUSAL for c in verb.children)
    judged = any(c.dep_ in {"acomp", "attr"} for c in verb.children)
    deeper = any(g.dep_ in _CLAUSAL for c in verb.children if c.dep_ in {"acomp", "attr", "oprd"} for g in c.children)
    return verb.lemma_ in {"be", "seem", "appear", "remain", "become"} and judged and (clause or deeper)


def antecedent(token: Token, here: Sighting, cast: Cast) -> int | None:
    """The number of the draft that a personal pronoun stands for; None if nothing agrees with it closely enough."""
    kind = entity_words().pronouns[token.lower_]
    if kind == "person" and _speaks(token) and _one_of_many_spoke(here, cast):
        return None
    scored = [
        (_score(token, here, seen) + _fitness(token, kind, draft), -i, i)
        for i, draft in cast.since(here.sentence - _REACH[kind])
        if _agrees(token, kind, draft) and not any(_bound(token, seen) for seen in draft.sightings[-6:])
        for seen in draft.sightings
        if seen.place < here.place and here.sentence - seen.sentence <= _REACH[kind]
        if kind != "thing" or (seen.head.tag_ != "NNS" and (seen.quoted or not here.quoted))
        if not _is_body(kind, draft) or _speaks(token) or _above(token, seen)
        if not (seen.quoted and not here.quoted and _speaks(token) and _told_by(token, seen))
    ]
    return max(scored)[2] if scored else None


def _agrees(token: Token, kind: str, draft: Draft) -> bool:
    words = entity_words()
    match kind:
        case "person":
            return draft.type == "Person" and draft.female in {None, words.listed("feminine", token.lower_)}
        case "thing":
            listed = words.listed("speaking_types" if _speaks(token) else "thing_types", draft.type)
            return listed and not draft.plural and draft.type not in {"Person", "PersonGroup"}
        case "place":
            return words.listed("place_types", draft.type) and bool(draft.names)
    if _is_harmed(token) and words.listed("lifeless_types", draft.type):
        return False
    if _is_hit(token) and draft.type in {"Document", "Money"}:
        return False
    if _speaks(token):
        return words.listed("speaking_types", draft.type) and draft.type not in {"Person", "Document"}
    return (words.listed("group_types", draft.type) or _is_body(kind, draft)) and (
        draft.plural or draft.type in {"PersonGroup", "MilitaryUnit", "ArmedGroup"}
    )


def _is_body(kind: str, draft: Draft) -> bool:
    """Whether "they" would be a body of several ("police said they had …")."""
    return kind == "group" and draft.type == "GovernmentBody" and draft.plural


def _above(token: Token, seen: Sighting) -> bool:
    """Whether a pronoun stands in a clause below the verb of which an entity is the subject."""
    return seen.head.dep_ in _SUBJECTS and seen.head.doc is token.doc and seen.head.head in set(token.ancestors)


def _told_by(token: Token, seen: Sighting) -> bool:
    """Whether an entity is one that the speaker names in the sentence quoted, and so is not the speaker."""
    return seen.head.doc is token.doc and seen.head.sent == token.sent and seen.head.pos_ != "PRON"


def _speaks(token: Token) -> bool:
    """Whether a word is the subject of a verb of saying."""
    return token.dep_ == "nsubj" and entity_words().listed("speech_verbs", token.head.lemma_)


def _one_of_many_spoke(here: Sighting, cast: Cast) -> bool:
    """Whether one of several who have no name is the last that spoke ("one of the sources said …"): "he said" goes on
    with that one, and not with anybody that one speaks of.
    """
    spoke = [
        (seen.place, speaker is not seen.head)
        for _, draft in cast.since(here.sentence - 1)
        for seen in draft.sightings[-6:]
        if here.sentence - 1 <= seen.sentence and seen.place < here.place
        if _speaks(speaker := _one_of(seen.head))
    ]
    return bool(spoke) and max(spoke)[1]


def _one_of(head: Token) -> Token:
    """The "one" of those that a noun stands for ("one of the sources"); else the noun."""
    link = head.head
    one = link.head
    nameless = one.lower_ == "one" and not any(c.dep_ == "appos" for c in one.rights)
    return one if head.dep_ == "pobj" and link.lower_ == "of" and nameless else head


def _fitness(token: Token, kind: str, draft: Draft) -> float:
    """What speaks for an entity wherever it was mentioned: a named person, several for "they"; against a mouthpiece, or
    a text that would own something ("its fleet").
    """
    if kind == "person":
        silent = not draft.names and not _speaks(token) and entity_words().listed("mouthpieces", draft.lemma)
        return _NAMED * bool(draft.names) + _UNLIKELY * silent
    text = token.dep_ == "poss" and draft.type == "Document"
    craft = entity_words().listed("craft_verbs", token.head.lemma_) and token.dep_ in _SUBJECTS
    if kind == "thing" and craft:
        return 0.0 if entity_words().listed("craft_types", draft.type) else _UNLIKELY  # "the army said it had crashed"
    return (_SINGLE + _UNLIKELY * _is_counted(token)) * (kind == "group" and not draft.plural) + _UNLIKELY * text


def _is_harmed(token: Token) -> bool:
    """Whether a pronoun stands for whom or what befell what befalls the living alone ("killed them")."""
    return token.dep_ in {"dobj", "nsubjpass"} and entity_words().listed("harming_verbs", token.head.lemma_)


def _is_hit(token: Token) -> bool:
    """Whether a pronoun stands for what befell what befalls things alone ("shelled it")."""
    return token.dep_ in {"dobj", "nsubjpass"} and entity_words().listed("striking_verbs", token.head.lemma_)


def _is_counted(token: Token) -> bool:
    """ "20 of them"."""
    return token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.pos_ == "NUM"


def _bound(token: Token, seen: Sighting) -> bool:
    """Whether they cannot mean the same: both take part in one verb without a reflexive, one owns the other, or one
    denies what the other said.
    """
    if entity_words().listed("reflexives", token.lower_) or seen.head.doc is not token.doc:
        return False
    if token.dep_ == "poss":
        return token.head in (seen.head, seen.head.head)
    governor = token.head.head.head if _is_counted(token) else token.head
    if token.dep_ != "nsubj" and seen.head.dep_ == "nsubj" and seen.head.head == _whose_subject(governor):
        return True  # "the army attacked rebels, killing ten of them"
    if token.dep_ == "nsubj" and governor.dep_ == "relcl" and entity_words().listed("denying_verbs", governor.lemma_):
        accuser = seen.head.dep_ == "nsubj" and seen.head.head in governor.ancestors
        if accuser and entity_words().listed("speech_verbs", seen.head.head.lemma_):
            return True  # "accused the rebels of a raid, which they denied"
    raised = token.dep_ == "nsubj" and any(c.dep_ == "aux" and c.lower_ == "to" for c in governor.children)
    if raised and seen.head.head == governor.head and seen.head.dep_ in _SUBJECTS:
        return True
    return seen.head.head == governor and seen.head.dep_ != "poss"


def _whose_subject(verb: Token) -> Token:
    """The verb above whose subject does what a verb without one of its own tells."""
    while not any(c.dep_ in _SUBJECTS for c in verb.children) and verb.head is not verb:
        alone = verb.dep_ == "xcomp" and not any(c.dep_ == "dobj" for c in verb.head.children)
        if not (
            alone or (verb.dep_ == "advcl" and verb.tag_ == "VBG") or (verb.dep_ == "conj" and verb.pos_ == "VERB")
        ):
            break
        verb = verb.head
    return verb


def _leads(verb: Token) -> bool:
    """Whether a verb is that of the main clause, or coordinated with it."""
    return verb.dep_ == "ROOT" or (verb.dep_ == "conj" and verb.head.dep_ == "ROOT")


def _is_struck(token: Token, seen: Sighting) -> bool:
    """Whether "they" are several whom one strikes for what they did ("the army struck rebels after they …")."""
    verb, clause = seen.head.head, token.head
    doers = [c for c in verb.children if c.dep_ == "nsubj"]
    one = len(doers) == 1 and doers[0].tag_ in {"NN", "NNP"} and not plural(doers[0])
    reason = clause.dep_ == "advcl" and any(c.lower_ in {"after", "because"} for c in clause.children)
    several = seen.head.dep_ == "dobj" and seen.head.tag_ == "NNS"
    struck = several and clause.head is verb and verb.lemma in attacking_verbs() | transitive_verbs()
    return token.lower_ == "they" and one and reason and struck


def _score(token: Token, here: Sighting, seen: Sighting) -> float:
    head = seen.head.head if seen.head.dep_ == "appos" and seen.head.head.lower_ == "one" else seen.head
    score = -_SENTENCE * (here.sentence - seen.sentence) + seen.place / 1e6
    score += _PARAGRAPH * (here.block == seen.block) + _STRUCK * _is_struck(token, seen)
    if head.dep_ == "pobj" and head.head.lower_ == "as":
        return score + _ADJECTIVE
    score += _QUOTED * (seen.quoted and not here.quoted)
    if seen.adjective or (head.dep_ == "npadvmod" and head.head.dep_ == "amod"):  # "the Avon-based group"
        return score + _ADJECTIVE
    if head.dep_ in _SUBJECTS:
        said = _speaks(head) and here.sentence != seen.sentence and head.head.dep_ != "relcl"
        score += _SUBJECT + _SPEAKER * said + _SPEAKS_ON * (said and _speaks(token))
        score += _MAIN * _leads(head.head) + _CHAIN * (head.lower_ == token.lower_ and token.dep_ in _SUBJECTS)
        score += _CLAUSE * (head.doc is token.doc and head.head in set(token.ancestors))
    elif head.dep_ in {"pobj", "poss", "compound", "nmod"}:
        score += _OBLIQUE
    return score
