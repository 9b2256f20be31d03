"""Who says what: the utterances of a block, each with its source, its cue and the tokens that it says.

An utterance is found by a reporting verb with a clause, an infinitive or a quotation, by a phrase such as
"according to", or by a reporting noun ("claims of …"). Longer quotations belong to the utterance beside them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from converters.language.model import Block
from converters.language.tokens import lemma
from converters.lexicon.model import Lexicon, Reporting
from converters.reading.model import Stance
from converters.reading.quotes import Quotation, quotations
from converters.reading.syntax import by_phrase, children, is_verbal, possessors, prepositions, subjects, with_conjuncts

_ABOUT = frozenset({"of", "for", "with", "over", "on", "to", "about", "as", "against"})
"""Prepositions after which an accusation or a demand says what it is about."""
_WHY = frozenset({"because", "since", "that", "although"})
_FIRST_PERSON = frozenset({"i", "we", "my", "our", "me", "us"})


@dataclass(frozen=True, slots=True)
class Utterance:
    """`cue` reports what `source` says; `content` are token indexes of the block. `source` None: nobody is named."""

    cue: Token
    cue_last: Token
    source: Token | None
    stance: Stance
    cls: str
    content: frozenset[int]
    own_event: bool
    """Whether the cue tells an event of its own (a verb does, "reportedly" does not)."""
    answers: bool = False
    """Whether it answers something said before ("which the ministry denies") rather than saying it."""

    def says(self, token: Token) -> bool:
        return token.doc is self.cue.doc and token.i in self.content


def find_utterances(blocks: Iterable[Block], lexicon: Lexicon) -> list[list[Utterance]]:
    """The utterances of each block, in text order. A quotation that fills a block goes on from the block before."""
    found: list[list[Utterance]] = []
    before: Utterance | None = None
    announced = False
    for block in blocks:
        own = _with_answers(list(_block_utterances(block.doc, lexicon)), block.doc, lexicon)
        own = _with_quotations(block.doc, own)
        if not own and before is not None and _continues(block, announced):
            own = [replace(before, content=_without_punctuation(block.doc), own_event=False)]
        elif not own and not _is_all_quoted(block.doc):
            announced = False
        found.append(own)
        if own:
            announced = (announced and not own[-1].own_event) or block.doc.text.rstrip().endswith(":")
            before = own[-1]
        elif not (announced and _in_first_person(block.doc)):
            before = None
    return found


def _continues(block: Block, announced: bool) -> bool:
    """A block in quotation marks, or in the first person after "X said:", has the speaker of the block before."""
    return _is_all_quoted(block.doc) or (announced and block.kind == "paragraph" and _in_first_person(block.doc))


def _is_all_quoted(doc: Doc) -> bool:
    spoken = quotations(doc)
    return bool(spoken) and spoken[0].first == 1 and spoken[-1].last >= len(doc) - 3


def _in_first_person(doc: Doc) -> bool:
    return any(t.lower_ in _FIRST_PERSON for t in doc)


def _without_punctuation(doc: Doc) -> frozenset[int]:
    return frozenset(t.i for t in doc if not t.is_punct)


def _block_utterances(doc: Doc, lexicon: Lexicon) -> Iterator[Utterance]:
    spoken = [q for q in quotations(doc) if q.speech]
    for token in doc:
        if phrase := _phrase(token, lexicon):
            if utterance := _by_phrase(token, phrase, lexicon):
                yield utterance
        elif is_verbal(token):
            entry = _entry(token, lexicon)
            if entry and (utterance := _by_verb(token, entry, spoken, lexicon)):
                yield utterance
        elif token.pos_ == "NOUN" and (noun := lexicon.reporting_nouns.get(token.lemma_.lower())):
            if utterance := _by_noun(token, noun, lexicon):
                yield utterance
        elif token.lower_ in lexicon.hedging_adverbs and token.dep_ in {"advmod", "npadvmod", "dep"}:
            scope = _subtree(token.head) - {token.i}
            yield Utterance(token, token, None, "hedges", "Statement", frozenset(scope), own_event=False)


def _entry(verb: Token, lexicon: Lexicon) -> Reporting | None:
    options = lexicon.reporting.get(verb.lemma_.lower(), ())
    nearby = {c.lower_ for c in verb.children if c.dep_ in {"prt", "prep", "advmod", "dobj"}}
    fitting = [e for e in options if set(e.particles) <= nearby]
    return max(fitting, key=lambda e: len(e.particles), default=None)


def _by_verb(verb: Token, entry: Reporting, spoken: list[Quotation], lexicon: Lexicon) -> Utterance | None:
    if any(verb.i in q for q in spoken) and verb.dep_ in {"ROOT"} and not children(verb, "ccomp", "xcomp"):
        return None
    source, content = _source(verb) or _capitalised_before(verb, spoken), _complement(verb, entry)
    stance = entry.stance
    if children(verb, "neg") and stance in {"asserts", "confirms", "predicts"}:
        stance = "does_not_assert"
    if not content:
        content = _host(verb, source) or _broken_clause(verb, entry)
    quoted = [q for q in spoken if "quote" in entry.complement and _beside(verb, q)]
    if not content and not quoted:
        return None
    if (source is None and not content) or (source is not None and source.lower_ in lexicon.negators):
        return None  # "nobody claimed …" says nothing
    content -= _publishers_own(verb, content, spoken, lexicon)
    if source is not None:
        content -= _subtree(source)
    return Utterance(verb, verb, source, stance, entry.cls, frozenset(content), own_event=True)


def _complement(verb: Token, entry: Reporting) -> set[int]:
    found = {i for child in verb.children for part in _reported(child, entry) for i in _subtree(part)}
    apart = {i for c in verb.subtree if _stands_apart(c, entry) for i in _subtree(c)}
    return found - apart - {verb.i}


def _reported(child: Token, entry: Reporting) -> list[Token]:
    """What of a reporting verb's child is said, as the entry has it."""
    kinds = entry.complement
    match child.dep_:
        case "ccomp" if kinds & {"clause", "quote"}:
            return [child]
        case "xcomp" if "infinitive" in kinds:
            return [child]
        case "dobj" | "nsubjpass" if "object" in kinds and child.tag_ not in {"WDT", "WP"}:
            return [child]
        case "dobj" | "dative" if (
            "clause" in kinds and entry.cls == "Statement"
        ):  # "told a meeting that shells had landed"
            return [c for c in children(child, "relcl", "acl") if _is_that_clause(c)]
        case "dobj" if "preposition" in kinds:  # "accuse both sides of killing", where the parser hangs "of" on "sides"
            return [p for of in children(child, "prep") for p in children(of, "pcomp")]
        case "prep" if ("preposition" in kinds and child.lower_ in _ABOUT) or (
            "object" in kinds and child.lower_ == "as"
        ):
            return children(child, "pcomp", "pobj")
        case "advcl" if "object" in kinds and any(m.lower_ == "as" for m in children(child, "mark")):
            return [] if children(child, "nsubj", "nsubjpass") else [child]
        case "conj" if kinds & {"clause", "quote"} and _goes_on(child):
            return [child]
    return []


def _publishers_own(verb: Token, content: set[int], spoken: list[Quotation], lexicon: Lexicon) -> set[int]:
    """What stands in a reported clause but is the reporter's: what others say, comments, asides in another tense."""
    own: set[int] = set()
    past = verb.tag_ in {"VBD", "VBN"} and _is_past(_content_head(verb))
    for token in (verb.doc[i] for i in sorted(content)):
        if any(token.i in q for q in spoken):
            continue
        comma = token.left_edge.i > 0 and token.left_edge.nbor(-1).text == ","
        if token.dep_ == "relcl":
            if _reports(token, lexicon) or (past and comma and _is_present(token)):
                own |= _subtree(token)
        elif token.dep_ == "advcl" and past and any(m.lower_ in {"as", "while"} for m in children(token, "mark")):
            if _is_present(token):
                own |= _subtree(token)
        elif (
            token.dep_ in {"appos", "npadvmod", "dep", "dobj"}
            and comma
            and lemma(token) in lexicon.words.get("summary", ())
        ):
            own |= _subtree(token)
    return own


def _reports(clause: Token, lexicon: Lexicon) -> bool:
    """Whether a relative clause tells what somebody else says ("a city that they claim to hold", "which they deny")."""
    entry = _entry(clause, lexicon)
    if entry is None or not children(clause, "nsubj"):
        return False
    return _is_reported_by_relative(clause) or any(_reported(child, entry) for child in clause.children)


def _content_head(verb: Token) -> Token | None:
    clauses = children(verb, "ccomp")
    return clauses[0] if clauses else None


def _is_past(clause: Token | None) -> bool:
    return clause is not None and any(
        t.tag_ == "VBD" or t.lower_ == "would" for t in (clause, *children(clause, "aux", "auxpass"))
    )


def _is_present(clause: Token) -> bool:
    """In the present tense, without an auxiliary that says otherwise."""
    first = [*children(clause, "aux", "auxpass"), clause][0]
    return first.tag_ in {"VBZ", "VBP"}


def _can_speak(source: Token, lexicon: Lexicon) -> bool:
    """People, bodies and documents can; events and things cannot."""
    named = source.ent_type_ in {"PERSON", "ORG", "GPE", "NORP"} or source.pos_ in {"PROPN", "PRON"}
    return named or lemma(source) in lexicon.words["speaker"]


def _goes_on(conjunct: Token) -> bool:
    """Whether a verb that the parser coordinates with the cue goes on with what is said: "found that he had ordered two
    killings, murdered four people and raped a woman".
    """
    cue = conjunct.head
    said = [c for c in children(cue, "ccomp") if cue.i < c.i < conjunct.i]
    perfect = bool(said) and any(lemma(a) == "have" for a in children(said[-1], "aux"))
    return (
        perfect
        and conjunct.tag_ in {"VBD", "VBN"}
        and not children(conjunct, "nsubj", "nsubjpass", "aux", "ccomp", "xcomp")
    )


def _is_that_clause(clause: Token) -> bool:
    """A "that" clause that is complete in itself, so no relative clause whatever the parser says."""
    subject = children(clause, "nsubj", "nsubjpass")
    return clause.left_edge.lower_ == "that" and bool(subject) and subject[0].lower_ != "that"


def _stands_apart(token: Token, entry: Reporting) -> bool:
    """What is known anyway in what is not simply stated: an aside ("accused of the raid, which killed three"), and what
    a noun phrase speaks of as known below the thing denied, demanded or blamed ("denied a role in the raid").
    """
    if entry.cls == "Statement":
        return False
    if token.dep_ == "relcl":
        return token.left_edge.i > 0 and token.left_edge.nbor(-1).text == ","
    known = children(token, "poss") or any(d.lower_ in {"the", "this", "these"} for d in children(token, "det"))
    return token.dep_ == "pobj" and token.pos_ == "NOUN" and bool(known) and token.head.head.pos_ == "NOUN"


def _host(verb: Token, source: Token | None) -> set[int]:
    """What a parenthetical or sentence-final "X said" says: the clause it stands in."""
    own = _subtree(verb)
    if verb.dep_ in {"parataxis", "dep"}:
        later = [c for c in children(verb.head, "conj") if c.i > verb.i and children(c, "nsubj", "nsubjpass")]
        return _subtree(verb.head) - own - {i for c in later for i in _subtree(c)}
    last_of_sentence = (
        verb.dep_ == "conj"
        and is_verbal(verb.head)
        and not any(c.i > verb.i and c.dep_ in {"dobj", "ccomp", "xcomp"} for c in verb.children)
    )
    if last_of_sentence and not children(verb.head, "cc") and verb.nbor(-1).text != "and":
        start = min(own | ({source.left_edge.i} if source is not None else set()))
        return {i for i in _subtree(verb.head) - own if i < start}
    return set()


def _broken_clause(verb: Token, entry: Reporting) -> set[int]:
    """What follows a verb of saying when the parser made no clause of it ("said the port bore guilt because …")."""
    reasons = [
        c for c in children(verb, "advcl") if c.i > verb.i and any(m.lower_ in _WHY for m in children(c, "mark"))
    ]
    if not reasons or entry.cls != "Statement" or "object" in entry.complement:
        return set()
    return {t.i for t in verb.subtree if t.i > verb.i}


def _source(verb: Token) -> Token | None:
    named = subjects(verb)
    if named and not (verb.dep_ == "conj" and not children(verb, "nsubj") and _name_before(verb)):
        return named[0]
    return _name_before(verb) or (named[0] if named else None)


def _name_before(verb: Token) -> Token | None:
    """In "…, NAME, the head of the region, wrote" the parser often loses the subject: it is the phrase right before."""
    if children(verb, "nsubj", "nsubjpass") or verb.i == verb.sent.start:
        return None
    before = verb.nbor(-1)
    while before.i > verb.sent.start and (before.is_punct or before.pos_ == "ADV" or before.dep_ in {"aux", "neg"}):
        before = before.nbor(-1)
    if before.pos_ not in {"NOUN", "PROPN"}:
        return None
    while before.dep_ in {"appos", "compound", "pobj", "prep", "poss"} and not is_verbal(before.head):
        if before.ent_type_ == "PERSON" and before.dep_ == "appos" and before.head.ent_type_ != "PERSON":
            break  # a name set beside something else altogether
        before = before.head
    return before if before.ent_type_ in {"PERSON", "ORG"} else None


def _capitalised_before(verb: Token, spoken: list[Quotation]) -> Token | None:
    """In `"…," NAME, in a coat, said` the parser may take the name for an adverb: it is the capitalised word left."""
    left = [c for c in verb.lefts if c.text[:1].isupper() and not any(c.i in q for q in spoken)]
    return left[-1] if left and spoken else None


def _by_noun(noun: Token, entry: Reporting, lexicon: Lexicon) -> Utterance | None:
    owners = possessors(noun) or [
        c for c in children(noun, "amod", "compound", "nmod") if c.ent_type_ in {"NORP", "GPE", "ORG", "PERSON"}
    ]
    content: set[int] = set()
    for child in noun.children:
        if child.dep_ in {"acl", "ccomp"} and (children(child, "mark") or _is_infinitive(child)):
            content |= _subtree(child)
        elif child.dep_ == "prep" and child.lower_ in {"of", "about"} and "preposition" in entry.complement:
            content |= _subtree(child) - {child.i}
    if not content:
        return None
    source = owners[0] if owners else _giver(noun, lexicon)
    if source is not None and not _can_speak(source, lexicon):
        source = None
    return Utterance(noun, noun, source, entry.stance, entry.cls, frozenset(content), own_event=True)


def _is_reported_by_relative(clause: Token) -> bool:
    return any(c.dep_ in {"dobj"} and c.lower_ in {"which", "that"} for c in clause.children)


def _is_infinitive(verb: Token) -> bool:
    return any(a.tag_ == "TO" for a in children(verb, "aux"))


def _giver(noun: Token, lexicon: Lexicon) -> Token | None:
    """Who makes the claim that a noun names ("the group issued a threat to …")."""
    head = noun.head
    if noun.dep_ == "dobj" and lemma(head) in lexicon.light_verbs:
        found = subjects(head)
        return found[0] if found else None
    return None


def _phrase(token: Token, lexicon: Lexicon) -> tuple[Token, Stance] | None:
    """The last word of a phrase such as "according to" that begins at this token, with its stance."""
    for phrase, stance in lexicon.reporting_phrases.items():
        words = phrase.split()
        end = token.i + len(words)
        if token.lower_ == words[0] and [t.lower_ for t in token.doc[token.i : end]] == words:
            return token.doc[end - 1], stance
    return None


def _by_phrase(token: Token, phrase: tuple[Token, Stance], lexicon: Lexicon) -> Utterance | None:
    last, stance = phrase
    named = with_conjuncts(children(last, "pobj", "dobj"))
    if not named or (stance != "asserts" and not _can_speak(named[0], lexicon)):
        return None
    own = _subtree(token) | _subtree(last)
    head = token.head
    while not is_verbal(head) and head.head != head:
        head = head.head
    ends = max(own) >= token.sent.end - 2
    while head.dep_ in {"conj", "advcl"} and (ends or not children(head, "nsubj", "nsubjpass")):
        head = head.head
    scope = _subtree(token.sent.root if ends else head) - own
    return Utterance(token, last, _author(named[0]), stance, "Statement", frozenset(scope), own_event=True)


def _author(source: Token) -> Token:
    """Who is behind a document that is named with its author ("a statement by the ministry")."""
    makers = by_phrase(source) or [o for name, o in prepositions(source) if name == "from"]
    return makers[0] if makers else source


def _with_quotations(doc: Doc, found: list[Utterance]) -> list[Utterance]:
    """Gives each spoken quotation to the utterance beside it, or to the one that spoke before in this block."""
    result = list(found)
    speaking: int | None = None
    for quotation in (q for q in quotations(doc) if q.speech):
        beside = [n for n, u in enumerate(result) if u.own_event and _beside(u.cue, quotation)]
        if beside:
            after = [n for n in beside if result[n].cue.i > quotation.last]
            speaking = (
                after[0] if after and doc[result[after[0]].cue.i].sent.start <= quotation.last + 1 else beside[-1]
            )
        if speaking is not None:
            utterance = result[speaking]
            spoken = {i for i in range(quotation.first, quotation.last + 1) if not doc[i].is_punct}
            result[speaking] = replace(utterance, content=utterance.content | spoken)
    return [u for u in result if u.content]


def _with_answers(found: list[Utterance], doc: Doc, lexicon: Lexicon) -> list[Utterance]:
    """Adds "which X denies" and "a claim that X refuted", which answer what was said last, or the clause above."""
    cues = {u.cue.i for u in found}
    result = list(found)
    for token in doc:
        if token.i in cues or not is_verbal(token) or token.dep_ != "relcl":
            continue
        entry = _entry(token, lexicon)
        if entry is None or entry.stance not in {"denies", "confirms"} or not _is_reported_by_relative(token):
            continue
        said = [u for u in result if u.cue.i < token.i and u.cue.sent.start == token.sent.start and not u.answers]
        scope = said[-1].content if said else frozenset(_subtree(token.sent.root) - _subtree(token))
        source = subjects(token)
        cut = frozenset(i for i in scope if i < token.left_edge.i)
        if source and cut:
            result = [replace(u, content=u.content - _subtree(token)) for u in result]
            result.append(
                Utterance(token, token, source[0], entry.stance, entry.cls, cut, own_event=True, answers=True)
            )
    return sorted(result, key=lambda u: u.cue.i)


def _beside(cue: Token, quotation: Quotation) -> bool:
    """A cue outside a quotation, in a sentence in which the quotation begins or ends."""
    if cue.i in quotation:
        return False
    sentences = {cue.doc[quotation.first].sent.start, cue.doc[quotation.last].sent.start}
    follows_closely = quotation.last < cue.i <= quotation.last + 12
    return cue.sent.start in sentences or follows_closely


def _subtree(token: Token) -> set[int]:
    return {t.i for t in token.subtree}
