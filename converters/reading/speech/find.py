"""Who says what: the utterances of a block, each with its source, its cue and the tokens that it says.

An utterance is found by a reporting verb with a clause, an infinitive or a quotation, by a phrase such as
"according to", or by a reporting noun ("claims of …"). Longer quotations belong to the utterance beside them.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from converters.language.model import Block
from converters.language.tokens import giving_verbs, informing_verbs, preceding_prepositions, receiving_verbs
from converters.language.tree import Doc, Token
from converters.lexicon.model import Lexicon, Reporting
from converters.reading.factuality import shares_negation
from converters.reading.model import Stance
from converters.reading.speech.answers import with_answers
from converters.reading.speech.headings import headline, quoted_words
from converters.reading.speech.model import Utterance
from converters.reading.speech.quoted import beside, with_quotations
from converters.reading.speech.quotes import Quotation, is_sentence, quotations
from converters.reading.speech.said import (
    behind_semicolon,
    broken_clause,
    called_untrue,
    clause_shared,
    complement,
    entry_of,
    host,
    is_hearsay,
    is_infinitive,
    publishers_own,
    quotes,
    subtree,
)
from converters.reading.speech.sources import author, can_speak, capitalised_before, giver, is_nobody, source_of
from converters.reading.syntax import (
    CLAUSAL,
    by_phrase,
    children,
    is_in_preposition,
    is_verbal,
    possessors,
    with_conjuncts,
)

Phrases = dict[str, list[tuple[list[str], Stance]]]

_COMMITTED = frozenset({"asserts", "confirms", "predicts", "denies"})
_PART = frozenset({"for", "in"})
"""Before what one has a part in: "responsibility for", "a role in"."""
_FOR = frozenset({"for", "of"})
"""Before what somebody is blamed for or accused of."""
_THAT = frozenset({"that", "this", "it"})
_ADVERBIAL = frozenset({"advmod", "npadvmod", "dep", "acomp"})
_FIRST_PERSON = frozenset({"i", "we", "my", "our", "me", "us"})


def find_utterances(blocks: Iterable[Block], lexicon: Lexicon) -> list[list[Utterance]]:
    """The utterances of each block, in text order. A quotation that fills a block goes on from the block before."""
    found: list[list[Utterance]] = []
    before: Utterance | None = None
    announced = False
    for block in blocks:
        own = with_answers(_untangled([*_block_utterances(block.doc, lexicon)]), block.doc, lexicon)
        own = with_quotations(block.doc, own)
        said = headline(block.doc, lexicon) if block.kind == "heading" else None
        if said is not None and not any(u.cue is said.cue for u in own):
            own = [*(u for u in own if u.cue is not said.source), said]  # "Report: army planned coup"
        if block.kind == "heading":
            told = {i for u in own for i in u.content}
            own += [u for u in quoted_words(block.doc) if told.isdisjoint(u.content)]
        going_on = before is not None and (_is_all_quoted(block.doc) or (not own and _continues(block, announced)))
        if before is not None and going_on:
            before = replace(before, content=_without_punctuation(block.doc), own_event=False, goes_on=block.doc)
            found.append([before, *own])  # what a quotation quotes is said within it
            continue
        if not own and not _is_all_quoted(block.doc):
            announced = False
        found.append([*own, *_unowned(block.doc, own, before)])
        if own:
            announced = (announced and not own[-1].own_event) or block.doc.text.rstrip().endswith(":")
            before = own[-1]
        elif not (announced and _in_first_person(block.doc)):
            before = None
    return found


def _unowned(doc: Doc, own: Sequence[Utterance], before: Utterance | None) -> Iterator[Utterance]:
    """Quoted sentences that nobody in the block is said to say: whoever was quoted just before, if they open it, or
    else somebody unnamed.
    """
    told = {i for u in own for i in u.content}
    for quotation in quotations(doc):
        content = frozenset(i for i in range(quotation.first, quotation.last + 1) if not doc[i].is_punct)
        if not is_sentence(doc, quotation) or not told.isdisjoint(content):
            continue
        if quotation.first == 1 and before is not None and _is_quoted(before):
            yield replace(before, content=content, own_event=False, goes_on=doc)
        else:
            mark = doc[quotation.first - 1]
            yield Utterance(mark, mark, None, "asserts", "Statement", content, own_event=False)


def _is_quoted(utterance: Utterance) -> bool:
    spoken = utterance.goes_on is not None
    return spoken or any(q.speech and q.first in utterance.content for q in quotations(utterance.cue.doc))


def _untangled(found: Sequence[Utterance]) -> list[Utterance]:
    """Of two that would say each other the later says the earlier ("X warned them to go, the agency said").

    But "according to the agency, quoting X" says what X says.
    """
    telling = [v for v in found if v.stance != "reports"]
    above = [[v for v in telling if v.cue.i > u.cue.i and v.says(u.cue)] for u in found]
    return [
        replace(u, content=u.content - {i for v in over for i in _words(v)})
        for u, over in zip(found, above, strict=True)
    ]


def _words(utterance: Utterance) -> set[int]:
    """The cue and whose words it reports; nothing if nobody is named."""
    return set() if utterance.source is None else {utterance.cue.i} | subtree(utterance.source)


def _continues(block: Block, announced: bool) -> bool:
    """A block in quotation marks, or in the first person after "X said:", has the speaker of the block before."""
    return _is_all_quoted(block.doc) or (announced and block.kind == "paragraph" and _in_first_person(block.doc))


def _is_all_quoted(doc: Doc) -> bool:
    spoken = {i for q in quotations(doc) if q.speech for i in range(q.first, q.last + 1)}
    return bool(spoken) and all(t.i in spoken or t.is_punct or t.text.isspace() for t in doc)


def _in_first_person(doc: Doc) -> bool:
    return any(t.lower_ in _FIRST_PERSON for t in doc)


def _without_punctuation(doc: Doc) -> frozenset[int]:
    return frozenset(t.i for t in doc if not t.is_punct)


def _block_utterances(doc: Doc, lexicon: Lexicon) -> Iterator[Utterance]:
    spoken = [q for q in quotations(doc) if q.speech]
    phrases = _phrases(lexicon)
    told = -1
    for token in doc:
        if token.i <= told:
            continue
        if phrase := _phrase(token, phrases):
            told = phrase[0].i
            if utterance := _by_phrase(token, phrase, lexicon):
                yield utterance
        elif is_verbal(token):
            entry = entry_of(token, lexicon)
            if entry and (utterance := _by_verb(token, entry, spoken, lexicon)):
                yield utterance
                yield from _passed_on(utterance, lexicon)
            if entry and (owned := _owned(token, entry, lexicon) or _laid(token, entry, lexicon)):
                yield owned
        elif _is_noun(token) and (noun := lexicon.reporting_nouns.get(token.lemma_.lower())):
            if utterance := _by_noun(token, noun, lexicon):
                yield utterance
        elif token.dep_ in _ADVERBIAL and _is_hedge(token, lexicon) and (scope := _hedged(token)):
            yield Utterance(token, token, None, "hedges", "Statement", frozenset(scope), own_event=False)


def _is_hedge(adverb: Token, lexicon: Lexicon) -> bool:
    """ "Reportedly", "almost certainly"."""
    phrases = (" ".join((*(c.lower_ for c in children(adverb, "advmod")), adverb.lower_)), adverb.lower_)
    return any(phrase in lexicon.hedging_adverbs for phrase in phrases)


def _hedged(adverb: Token) -> set[int]:
    """What an adverb makes less than certain: all of its clause, but of what something is said to be ("the attack was
    most likely an accident") only that.
    """
    verb = adverb.head
    said = children(verb, "attr") if verb.lemma == "be" else []
    if adverb.dep_ == "acomp" and not said:
        return set()
    topic = {i for subject in children(verb, "nsubj") for i in subtree(subject)} if said else set()
    return subtree(verb) - {adverb.i} - topic - _set_against(adverb)


def _is_opposed(clause: Token) -> bool:
    """Whether a clause with a subject of its own is set against the one before ("…, but the toll is higher")."""
    joined = any(c.lower_ == "but" and c.i < clause.i for c in children(clause.head, "cc"))
    return clause.dep_ == "conj" and joined and bool(children(clause, "nsubj", "nsubjpass"))


def _set_against(adverb: Token) -> set[int]:
    """What "but" sets against the clause in which an adverb stands: "was reportedly held, but he is free"."""
    verb = adverb.head
    own = [c for c in children(verb, "conj") if children(c, "nsubj", "nsubjpass") and adverb.i < c.i]
    before = children(verb, "nsubj", "nsubjpass")
    if not before or adverb.i < before[0].i or not any(c.lower_ == "but" for c in children(verb, "cc")):
        return set()
    return {i for clause in own for i in subtree(clause)}


def _by_verb(verb: Token, entry: Reporting, spoken: list[Quotation], lexicon: Lexicon) -> Utterance | None:
    if any(verb.i in q for q in spoken) and verb.dep_ in {"ROOT"} and not children(verb, "ccomp", "xcomp"):
        return None
    source, content = source_of(verb, lexicon) or capitalised_before(verb, spoken), complement(verb, entry)
    content -= clause_shared(verb, source)
    untrue = called_untrue(verb, lexicon) if "predicate" in entry.complement else set()
    content = untrue or content
    if not content:
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


def _only_describes(verb: Token, entry: Reporting) -> bool:
    """Whether a verb without a speaker tells of no utterance ("is seen as a moderate", "men believed to be rebels")."""
    narrows = verb.dep_ == "acl" and verb.tag_ == "VBN" and entry.cls == "Statement"
    return entry.complement == {"predicate"} or (narrows and bool(children(verb, "xcomp", "oprd")))


def _owned(verb: Token, entry: Reporting, lexicon: Lexicon) -> Utterance | None:
    """What a source says of its own part in an event that is known ("claimed responsibility for the raid")."""
    source = source_of(verb, lexicon)
    if entry.assumes is None or source is None or is_nobody(source, lexicon) or children(verb, "neg"):
        return None
    things = children(verb, "dobj", "nsubjpass")
    links = [p for word in (*things, verb) for p in children(word, "prep") if p.lower_ in _PART]
    deeds = [deed for link in links for deed in children(link, "pobj", "pcomp")]
    deed = next(iter(things if entry.object & {thing.lemma for thing in things} and not deeds else deeds), None)
    if deed is None:
        return None
    said = Utterance(verb, verb, source, entry.stance, entry.cls, frozenset({deed.i}), own_event=False, answers=True)
    return replace(said, assumes=(deed, entry.assumes))


def _laid(verb: Token, entry: Reporting, lexicon: Lexicon) -> Utterance | None:
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
    blamed, deed = (on, things) if on else (things, deeds)
    if not blamed or not deed:
        return None
    said = Utterance(verb, verb, source, entry.stance, entry.cls, frozenset({deed[0].i}), own_event=False, answers=True)
    return replace(said, assumes=(deed[0], entry.lays), blamed=blamed[0])


def _is_heard(verb: Token, entry: Reporting, lexicon: Lexicon) -> bool:
    """Whether the object of a verb is whom it tells something ("…, officials told reporters")."""
    hears = verb.lemma in informing_verbs() or all(can_speak(o, lexicon) for o in children(verb, "dobj"))
    return "object" not in entry.complement and hears


def _stance(verb: Token, source: Token | None, entry: Reporting, lexicon: Lexicon) -> Stance:
    """The stance of the entry, unless the verb is denied, said of nobody, quotes somebody else, or gives hearsay."""
    unable = verb.dep_ == "xcomp" and verb.head.lemma in lexicon.words["inability"]  # "was unable to confirm"
    denied = unable or children(verb, "neg") or shares_negation(verb) or is_nobody(source, lexicon)
    denied = denied or any(t.lower_ in lexicon.negators for t in (children(source, "preconj", "cc") if source else []))
    if denied and entry.stance in _COMMITTED:
        return "does_not_assert"
    if (
        entry.stance == "asserts"
        and source is None
        and any(is_hearsay(c) for c in children(verb, "xcomp", "oprd", "acomp"))
    ):
        return "hedges"
    return "reports" if quotes(verb) else entry.stance


def _passed_on(utterance: Utterance, lexicon: Lexicon) -> Iterator[Utterance]:
    """Who passes on what a source says: "officials cited by the paper said …"."""
    source = utterance.source
    for verb in children(source, "acl") if source is not None else ():
        entry = entry_of(verb, lexicon)
        if entry is not None and entry.cls == "Statement" and (by := by_phrase(verb)):
            passed = utterance.content | {utterance.cue.i}
            yield Utterance(verb, verb, by[0], "reports", entry.cls, passed, own_event=False)


def _is_noun(token: Token) -> bool:
    """Whether a word is a common noun, or stands where the tagger takes any noun for a name ("Word spread that …")."""
    return token.pos_ == "NOUN" or (token.pos_ == "PROPN" and token.is_sent_start and not token.ent_type_)


def _by_noun(noun: Token, entry: Reporting, lexicon: Lexicon) -> Utterance | None:
    if is_in_preposition(noun):
        return None  # "in charge of"
    owners = possessors(noun) or [
        c for c in children(noun, "amod", "compound", "nmod") if c.ent_type_ in {"NORP", "GPE", "ORG", "PERSON"}
    ]
    content: set[int] = set()
    clauses = {"acl", "ccomp", "relcl"} if noun.dep_ == "nsubj" else {"acl", "ccomp"}
    for child in noun.children:
        if child.dep_ in clauses and (children(child, "mark") or is_infinitive(child) or _is_whole(child)):
            content |= subtree(child)
        elif child.dep_ == "prep" and child.lower_ in {"of", "about"} and "preposition" in entry.complement:
            content |= subtree(child) - {child.i}
    if noun.dep_ == "nsubj" and noun.head.lemma == "be":  # "their account is that rebels fired"
        content |= {i for clause in children(noun.head, "ccomp") if clause.i > noun.i for i in subtree(clause)}
    if noun.dep_ in {"nsubj", "nsubjpass"} and entry_of(noun.head, lexicon) is None:
        content |= {i for clause in _behind_verb(noun) for i in subtree(clause)}
    if entry.cls == "Trial":
        owners, content = [], _punished_deed(noun)  # "his sentence" is not his word
    if not content:
        return None
    source = owners[0] if owners else giver(noun, lexicon)
    if source is not None and not can_speak(source, lexicon):
        source = None
    source = next(iter(by_phrase(noun)), source)
    denied = any(d.lower_ in lexicon.negators for d in children(noun, "det"))
    stance: Stance = "does_not_assert" if denied else entry.stance  # "no evidence that"
    return Utterance(noun, noun, source, stance, entry.cls, frozenset(content), own_event=entry.cls != "Trial")


def _behind_verb(noun: Token) -> list[Token]:
    """The clause of a noun that stands behind its verb ("reports emerged that troops had fled")."""
    clauses = [c for c in noun.head.children if c.dep_ in CLAUSAL and c.i > noun.head.i]
    return [c for c in clauses if c.left_edge.lower_ == "that" and c.left_edge.head is c and children(c, "mark")]


def _is_whole(clause: Token) -> bool:
    """Whether a clause without "that" lacks nothing ("claims soldiers burned it"), so that it narrows no noun."""
    subject = children(clause, "nsubj", "nsubjpass")
    bare = bool(subject) and subject[0].tag_ not in {"WDT", "WP"} and clause.left_edge.lower_ != "that"
    return bare and clause.tag_ in {"VBD", "VBZ", "VBP", "VBN"} and bool(children(clause, "dobj", "auxpass"))


def _punished_deed(punishment: Token) -> set[int]:
    """What a punishment is for ("a term for killing two", "got a year for it"), unless it is spoken of as known."""
    verb = punishment.head if punishment.dep_ in {"dobj", "nsubjpass"} else punishment
    if punishment.ent_type_ == "DATE" and verb.lemma not in giving_verbs() | receiving_verbs():
        return set()  # "worked a year for peace"
    links = [link for word in dict.fromkeys((punishment, verb)) for link in children(word, "prep")]
    deeds = [deed for link in links if link.lower_ == "for" for deed in children(link, "pcomp", "pobj")]
    return {i for deed in deeds if not children(deed, "det", "poss") for i in subtree(deed)}


def _phrases(lexicon: Lexicon) -> Phrases:
    """The lexicon's reporting phrases in its order, by the first of their words."""
    found: Phrases = defaultdict(list)
    for phrase, stance in lexicon.reporting_phrases.items():
        words = phrase.split()
        found[words[0]].append((words, stance))
    return found


def _phrase(token: Token, phrases: Phrases) -> tuple[Token, Stance] | None:
    """The last word of a phrase such as "according to" that begins at this token, with its stance."""
    for words, stance in phrases.get(token.lower_, ()):
        end = token.i + len(words)
        if [t.lower_ for t in token.doc[token.i : end]] == words:
            return token.doc[end - 1], stance
    return None


def _by_phrase(token: Token, phrase: tuple[Token, Stance], lexicon: Lexicon) -> Utterance | None:
    last, stance = phrase
    named = with_conjuncts(children(last, "pobj", "dobj"))
    surely = stance == "asserts" and last is not token  # "according to", but not "per"
    if not named or named[0].lemma in lexicon.words["rules"] or not (surely or can_speak(named[0], lexicon)):
        return None
    own = subtree(token) | subtree(last)
    head = token.head
    while not is_verbal(head) and head.head != head:
        head = head.head
    if before := _sentence_before(head):
        return Utterance(token, last, author(named[0]), stance, "Statement", before, own_event=True)
    ends = max(own) >= token.sent.end - 2
    while (
        head.dep_ in {"conj", "advcl"} and (ends or not children(head, "nsubj", "nsubjpass")) and not _is_opposed(head)
    ):
        head = head.head
    scope = subtree(token.sent.root if ends and not _is_opposed(head) else head) - own
    if stance == "reports" and (entry := entry_of(head, lexicon)) and complement(head, entry):
        scope = complement(head, entry) - own  # who cites says so in its own voice
    return Utterance(token, last, author(named[0]), stance, "Statement", frozenset(scope), own_event=True)


def _sentence_before(verb: Token) -> frozenset[int]:
    """What "That is according to the navy" speaks of: the sentence before."""
    bare = verb.lemma == "be" and any(s.lower_ in _THAT for s in children(verb, "nsubj")) and not children(verb, "attr")
    if not bare or verb.sent.start == 0:
        return frozenset()
    return frozenset(t.i for t in verb.doc[verb.sent.start - 1].sent if not t.is_punct)
