"""Utterances that a verb tells of: what is said, what a source says of its own part, or of others'."""

from collections.abc import Iterator
from dataclasses import replace

from converters.language.tokens import informing_verbs, preceding_prepositions
from converters.language.tree import Token
from converters.lexicon.model import Lexicon, Reporting
from converters.reading.factuality.forms import is_as_told, negates
from converters.reading.factuality.negation import shares_negation
from converters.reading.mentions.nominals import part_of
from converters.reading.mentions.words import entity_words
from converters.reading.model import Stance
from converters.reading.speech.model import Utterance
from converters.reading.speech.quoted import beside
from converters.reading.speech.quotes import Quotation
from converters.reading.speech.said import (
    behind_semicolon,
    broken_clause,
    called_untrue,
    clause_shared,
    complement,
    entry_of,
    host,
    is_hearsay,
    narrowed,
    publishers_own,
    quotes,
    subtree,
    told_of,
)
from converters.reading.speech.sources import can_speak, capitalised_before, is_nobody, source_of
from converters.reading.syntax.relations import by_phrase
from converters.reading.syntax.tree import children, is_command

_COMMITTED = frozenset({"asserts", "confirms", "predicts", "denies"})
_PART = frozenset({"for", "in"})
"""Before what one has a part in: "responsibility for", "a role in"."""
_FOR = frozenset({"for", "of"})
"""Before what somebody is blamed for or accused of."""


def said_by_verb(verb: Token, entry: Reporting, spoken: list[Quotation], lexicon: Lexicon) -> Utterance | None:
    """What a verb of saying tells that somebody says; None if it says nothing here."""
    if any(verb.i in q for q in spoken) and verb.dep_ in {"ROOT"} and not children(verb, "ccomp", "xcomp"):
        return None
    if _reminds_reader(verb, lexicon):
        return None
    source = _outside(source_of(verb, lexicon), verb, spoken) or capitalised_before(verb, spoken)
    content = complement(verb, entry)
    content -= clause_shared(verb, source)
    content |= {thing.i for thing in told_of(verb, entry)}
    untrue = called_untrue(verb, lexicon) if "predicate" in entry.complement else set()
    content = untrue or content
    if not content and "clause" in entry.complement and not (entry.stance == "demands" and is_as_told(verb)):
        content = host(verb, source, _is_heard(verb, entry, lexicon)) or broken_clause(verb, entry)
    quoted = [q for q in spoken if "quote" in entry.complement and beside(verb, q)]
    if not content and not quoted:
        return None
    if source is None and not content:
        return None
    content -= publishers_own(verb, content, spoken, lexicon) | behind_semicolon(verb, content)
    if source is not None and not (verb in source.subtree and can_speak(source, lexicon)):
        content -= subtree(source)  # but "the rebels, who deny it" stands below its own source
    stance = "denies" if untrue else _stance(verb, source, entry, lexicon)
    speaker = None if is_nobody(source, lexicon) else source
    own_event = source is not None or not _only_describes(verb, entry)
    return Utterance(verb, verb, speaker, stance, entry.cls, frozenset(content), own_event=own_event)


def _reminds_reader(verb: Token, lexicon: Lexicon) -> bool:
    """Whether a text only calls to mind what it tells itself ("recall that the town was shelled", "it will be recalled
    that").
    """
    bidden = is_command(verb) and verb.dep_ == "ROOT"
    coming = any(a.tag_ == "MD" for a in children(verb, "aux"))
    it = coming and any(s.lower_ == "it" for s in children(verb, "nsubjpass"))
    return verb.lemma in lexicon.words["reminding"] and (bidden or it) and bool(children(verb, "ccomp"))


def _outside(source: Token | None, verb: Token, spoken: list[Quotation]) -> Token | None:
    """Who says it: what stands in a quotation before the verb does not, whatever the parser takes for its subject."""
    if source is None or not any(source.i in q and verb.i not in q for q in spoken):
        return source
    return next((s for s in children(verb, "nsubj") if not any(s.i in q for q in spoken)), None)


def _only_describes(verb: Token, entry: Reporting) -> bool:
    """Whether a verb without a speaker tells of no utterance ("is seen as a moderate", "men believed to be rebels")."""
    narrows = verb.dep_ == "acl" and verb.tag_ == "VBN" and entry.cls == "Statement"
    return entry.complement == {"predicate"} or (narrows and bool(children(verb, "xcomp", "oprd")))


def own_part(verb: Token, entry: Reporting, lexicon: Lexicon) -> Utterance | None:
    """What a source says of its own part in an event that is known ("claimed responsibility for the raid")."""
    source = source_of(verb, lexicon)
    if entry.assumes is None or source is None or is_nobody(source, lexicon) or children(verb, "neg"):
        return None
    things = narrowed(verb) or children(verb, "dobj", "nsubjpass")
    links = [p for word in (*things, verb) for p in children(word, "prep") if p.lower_ in _PART]
    deeds = [deed for link in links for deed in children(link, "pobj", "pcomp")]
    found = next(iter(things if entry.object & {thing.lemma for thing in things} and not deeds else deeds), None)
    if found is None:
        return None
    deed = _counted(found)
    said = Utterance(verb, verb, source, entry.stance, entry.cls, frozenset({deed.i}), own_event=False, answers=True)
    return replace(said, assumes=(deed, entry.assumes))


def part_of_others(verb: Token, entry: Reporting, lexicon: Lexicon) -> Utterance | None:
    """What a source says of others' part in an event that is known ("blamed them for the raid")."""
    source = source_of(verb, lexicon)
    aside = verb.dep_ == "pcomp" and verb.head.lower_ not in preceding_prepositions()  # "stopped short of blaming"
    open_ = aside or verb.dep_ == "xcomp" or any(a.tag_ in {"MD", "TO"} for a in children(verb, "aux"))
    if entry.lays is None or open_ or is_nobody(source, lexicon) or children(verb, "neg"):
        return None
    things = children(verb, "dobj", "nsubjpass")
    behind = [whom for link in children(verb, "prep") if link.lower_ == "on" for whom in children(link, "pobj")]
    on = [whom for whom in behind if whom.ent_type_ not in {"DATE", "TIME"}]
    deeds = [deed for link in children(verb, "prep") if link.lower_ in _FOR for deed in children(link, "pobj")]
    blamed, found = (on, things) if on else (things, deeds)
    if not blamed or not found:
        return None
    deed = _counted(found[0])
    said = Utterance(verb, verb, source, entry.stance, entry.cls, frozenset({deed.i}), own_event=False, answers=True)
    return replace(said, assumes=(deed, entry.lays), blamed=blamed[0])


def _counted(noun: Token) -> Token:
    """The deeds that a word only counts ("a string of attacks")."""
    inner = part_of(noun) if entity_words().listed("partitives", noun.lemma) else None
    return noun if inner is None else inner


def _is_heard(verb: Token, entry: Reporting, lexicon: Lexicon) -> bool:
    """Whether the object of a verb is whom it tells something ("…, officials told reporters")."""
    hears = verb.lemma in informing_verbs() or all(can_speak(o, lexicon) for o in children(verb, "dobj"))
    return "object" not in entry.complement and hears


def _stance(verb: Token, source: Token | None, entry: Reporting, lexicon: Lexicon) -> Stance:
    """The stance of the entry, unless the verb is denied, said of nobody, quotes somebody else, or gives hearsay."""
    above = verb.head.head if verb.dep_ == "pcomp" else verb.head  # "stopped short of saying"
    unable = verb.dep_ in {"xcomp", "pcomp"} and above.lemma in lexicon.words["inability"]  # "was unable to confirm"
    denied = unable or children(verb, "neg") or shares_negation(verb) or is_nobody(source, lexicon)
    denied = denied or any(negates(t, lexicon) for t in (children(source, "preconj", "cc") if source else []))
    if (denied and entry.stance in _COMMITTED) or (entry.stance == "confirms" and _is_to_come(verb, lexicon)):
        return "does_not_assert"
    if (
        entry.stance == "asserts"
        and source is None
        and any(is_hearsay(c) for c in children(verb, "xcomp", "oprd", "acomp"))
    ):
        return "hedges"
    return "reports" if quotes(verb) else entry.stance


def _is_to_come(verb: Token, lexicon: Lexicon) -> bool:
    """ "Must prove that", "if police confirm that": nobody has confirmed it; who "can confirm" it does."""
    marks = {m.lower_ for m in children(verb, "mark", "advmod")}
    helping = {a.lemma for a in children(verb, "aux")} - {"can", "could"}
    return not marks.isdisjoint(lexicon.conditional_markers) or any(a in lexicon.modals for a in helping)


def passed_on(utterance: Utterance, lexicon: Lexicon) -> Iterator[Utterance]:
    """Who passes on what a source says: "officials cited by the paper said …"."""
    source = utterance.source
    for verb in children(source, "acl") if source is not None else ():
        entry = entry_of(verb, lexicon)
        if entry is not None and entry.cls == "Statement" and (by := by_phrase(verb)):
            passed = utterance.content | {utterance.cue.i}
            yield Utterance(verb, verb, by[0], "reports", entry.cls, passed, own_event=False)
