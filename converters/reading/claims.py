"""Puts the pieces together: a claim for each trigger and its voice, and one more for a voice that denies it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from converters.articles.model import Span
from converters.language.tree import Doc, Token
from converters.lexicon.model import Lexicon
from converters.reading.attach.numbers import quantities_of
from converters.reading.attach.times import time_of
from converters.reading.factuality.known import is_known
from converters.reading.factuality.weigh import factuality, hedge, weighed
from converters.reading.mentions.words import entity_words
from converters.reading.model import Claim, Modality, Polarity, Quantity, Role, Status, Voice
from converters.reading.quantities.find import QuantityMention, counted_word
from converters.reading.roles.arguments import Argument
from converters.reading.roles.behind import events_behind
from converters.reading.roles.fill import participants, roles
from converters.reading.roles.participants import ACTORS, MEANS, PLACE_TYPES, Participants
from converters.reading.roles.scene import Scene, is_said
from converters.reading.shares import parted
from converters.reading.speech.model import Utterance
from converters.reading.speech.voices import Resolve, chain, publisher_voice, voices_of, voicings
from converters.reading.syntax.tree import children, is_verbal, stands_alone, with_conjuncts
from converters.reading.times.find import TimeMention
from converters.reading.triggers import Trigger

_NON_FACTUAL = frozenset({"planned", "conditional", "hypothetical", "desired"})
_STANCE_MODALITY: Mapping[str, Modality] = {"demands": "desired", "desires": "desired", "offers": "hypothetical"}
_UNDERGOERS = frozenset({"patient", "target", "theme", "beneficiary"})


@dataclass(frozen=True, slots=True)
class BlockText:
    """Everything read off one block before claims are made.

    `event` numbers each trigger by its token index, `shares` what one trigger tells beside its first event.
    """

    doc: Doc
    triggers: Sequence[Trigger]
    utterances: Sequence[Utterance]
    times: Sequence[TimeMention]
    quantities: Sequence[QuantityMention]
    event: Mapping[int, int]
    shares: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Citations:
    """Who is cited for each trigger of a block, and which triggers each cue says, by token index.

    `cues` are the cues that are events of their own.
    """

    chains: Mapping[int, Sequence[Utterance]]
    said: Mapping[int, Sequence[int]]
    cues: frozenset[int]
    voices: Mapping[Utterance, Sequence[Voice]]


def claims_of(
    block: BlockText, publisher: int | None, who: Participants, behind: Mapping[int, int], lexicon: Lexicon
) -> Iterator[Claim]:
    """The claims that a block makes, in text order; a denied one follows the claim that it denies.

    `behind` gives the author of each document that is a source.
    """
    resolve = _resolver(who, behind)
    triggers = {t.token.i: t for t in block.triggers}
    scene = Scene(triggers, block.event, _speakers(block.utterances), behind, who, lexicon)
    cited = _citations(block, resolve)
    for trigger in block.triggers:
        behind_it = cited.chains[trigger.token.i]
        voiced = voicings([cited.voices[u] for u in behind_it])
        answers = [u for u in block.utterances if u.answers and u.says(trigger.token)]
        own = next((answer for answer in answers if behind_it and answer.cue is behind_it[-1].cue), None)
        for claim in _claims(block, trigger, cited, publisher, scene, voiced[0]):
            told = [replace(claim, voices=(claim.voices[0], *voices)) for voices in voiced if voices]
            lines = [_owned(one, trigger, own, who) for one in told] if own is not None else told or [claim]
            yield from lines
            for answer in answers:
                if answer is not own and (not behind_it or not answer.says(behind_it[-1].cue)):
                    yield from _answered(lines[0], trigger, answer, cited.voices[answer], who)


def _answered(
    claim: Claim, trigger: Trigger, answer: Utterance, voices: Sequence[Voice], who: Participants
) -> Iterator[Claim]:
    """The claim once more in the voices of those who deny or confirm it, or take or lay a part in it."""
    for voice in voices:
        told = _retold(claim, voice)
        owned = _owned(told, trigger, answer, who)
        if answer.blamed is None or owned is not told:
            yield owned


def _citations(block: BlockText, resolve: Resolve) -> Citations:
    direct = [u for u in block.utterances if not u.answers]
    chains = {t.token.i: chain(t.token, direct) for t in block.triggers}
    said: dict[int, list[int]] = {}
    for place, behind in chains.items():
        if behind and behind[-1].goes_on is None:
            said.setdefault(behind[-1].cue.i, []).append(place)
    cues = frozenset(u.cue.i for u in block.utterances if u.own_event)
    return Citations(chains, said, cues, {u: voices_of(u, block.doc, resolve) for u in block.utterances})


def _claims(
    block: BlockText,
    trigger: Trigger,
    cited: Citations,
    publisher: int | None,
    scene: Scene,
    voices: Sequence[Voice],
) -> Iterator[Claim]:
    """The claim of a trigger, in the first of the voices that say it; one for each of the events that it tells."""
    lexicon, chain_behind = scene.lexicon, cited.chains[trigger.token.i]
    found = participants(trigger, scene)
    modality, polarity = _factuality(trigger.token, chain_behind, lexicon)
    if any(u.cue == trigger.token and u.cue_last != u.cue for u in block.utterances):
        modality, polarity = None, "positive"  # "according to" says what it says, whatever that is
    if modality == "claimed" and not voices and (doubt := hedge(trigger.token, None, lexicon)) is not None:
        voices = [Voice(None, None, doubt.span, (trigger.token.span,), None, "hedges")]
    if modality is None or (modality == "claimed" and not voices):
        modality = "claimed" if voices else "actual"
    time = _time(block, trigger, found, cited, scene)
    all_voices = (publisher_voice(publisher, bool(voices)), *voices)
    contents = tuple(_contents(block, trigger, scene, cited))
    for event, own, counts in parted(trigger, found, block.quantities, block.event[trigger.token.i], block.shares):
        yield Claim(
            event=event,
            type=_refined(trigger, own, lexicon),
            trigger=trigger.token.span,
            evidence=_sentence(trigger.token),
            roles=tuple(dict.fromkeys(_filled(trigger, own, scene, contents))),
            time=time.expression if time else None,
            quantities=tuple(
                _quantity(trigger, m, a, block.doc, scene.who)
                for m, a in quantities_of(trigger, own, _of_no_other(trigger, counts, scene))
            ),
            voices=all_voices,
            modality=modality,
            polarity=polarity,
            status=status(all_voices, modality, polarity),
            entry=trigger.entry.id,
        )


def _of_no_other(trigger: Trigger, counts: Sequence[QuantityMention], scene: Scene) -> list[QuantityMention]:
    """The numbers without those of what is spoken of ("reported two attacks") and the measures of other events ("ended
    the four-year war"); "repelled two attacks" counts what was repelled.
    """
    own, speaks = scene.event[trigger.token.i], is_said(trigger, scene)

    def is_of_other(mention: QuantityMention) -> bool:
        return mention.counted is not None and scene.event.get(mention.counted, own) != own

    return [m for m in counts if not is_of_other(m) or (m.dimension != "TIME" and not speaks)]


def _time(
    block: BlockText, trigger: Trigger, found: Sequence[Argument], cited: Citations, scene: Scene
) -> TimeMention | None:
    """When an event happened; harm without a time of its own, when what did it ("killed in Sunday's clash")."""
    own = time_of(trigger, block.times, cited.cues - {trigger.token.i}, block.event)
    if own is not None or not scene.is_harm(trigger):
        return own
    causes = events_behind(trigger, found, scene)
    told = [time_of(cause, block.times, cited.cues, block.event) for cause in causes]
    for verb in children(trigger.token, "conj"):
        last = scene.triggers.get(verb.i)
        if last is not None and scene.is_harm(last):  # "two were killed and six wounded in Sunday's clash"
            told.append(_time(block, last, participants(last, scene), cited, scene))
    return next((time for time in told if time is not None), None)


def _speakers(utterances: Sequence[Utterance]) -> dict[int, Token]:
    """The sources by the place of the cue in its block; a quotation that only goes on here has its cue elsewhere."""
    return {u.cue.i: u.source for u in utterances if u.source is not None and u.goes_on is None}


def status(voices: Sequence[Voice], modality: Modality, polarity: Polarity) -> Status:
    """What a graph may do with a claim (CONTRACT section 4)."""
    if modality in _NON_FACTUAL:
        return "non_factual"
    if len(voices) > 1:
        return "attributed_claim"
    return "asserted_negative" if polarity == "negative" else "publisher_fact"


def _retold(claim: Claim, voice: Voice) -> Claim:
    voices = (publisher_voice(claim.voices[0].source, True), voice)
    modality: Modality = "claimed" if claim.modality in {"actual", "claimed"} else claim.modality
    return replace(claim, voices=voices, modality=modality, status=status(voices, modality, claim.polarity))


def _filled(trigger: Trigger, found: Sequence[Argument], scene: Scene, contents: Sequence[Role]) -> Iterator[Role]:
    """The roles; what is ordered ("ordered her arrest") is the content of the order and does not suffer it."""
    said = {role.event for role in contents}
    for role in roles(trigger, found, scene):
        if role.event is None or role.event not in said or role.role != "patient":
            yield role
    yield from contents


def _owned(claim: Claim, trigger: Trigger, utterance: Utterance, who: Participants) -> Claim:
    """A claim with the part in the event that its innermost voice takes upon itself or lays on somebody, unless the
    words of its sentence give another.
    """
    if utterance.assumes is None or utterance.assumes[0] is not trigger.token:
        return claim
    role = utterance.assumes[1]
    apart = utterance.cue.sent is not trigger.token.sent
    if role not in trigger.entry.roles.values() or (any(part.role == role for part in claim.roles) and not apart):
        return claim
    if (blamed := utterance.blamed) is None:
        voice = claim.voices[-1]
        if any(part.role == role and part.entity == voice.source for part in claim.roles):
            return claim
        own = [] if voice.source is None else [Role(role, voice.source, None, voice.span)]
    else:
        named = [t for t in with_conjuncts([blamed]) if who.type_of(t) in ACTORS]
        own = [Role(role, who.number(t), None, who.span(t)) for t in named]
    others = tuple(part for part in claim.roles if part.role != role)
    return replace(claim, roles=(*own, *others)) if own else claim


def _factuality(token: Token, cited: Sequence[Utterance], lexicon: Lexicon) -> tuple[Modality | None, Polarity]:
    inner = cited[-1] if cited else None
    above = {*token.ancestors} if len(cited) > 1 else ()
    governing = next((u for u in reversed(cited) if u.cue in above), inner)  # not "citing" beside "said he would"
    found = factuality(token, governing.cue if governing else None, lexicon)
    modality = found.modality
    if modality is None and inner is not None and inner.cue.sent is token.sent and not is_known(token):
        foreseen = inner.stance == "predicts" and _is_named(token, inner.cue)
        modality = (
            "hypothetical" if foreseen else _STANCE_MODALITY.get(inner.stance) or weighed(token, inner.cue, lexicon)
        )
    if modality is None and inner is not None and inner.source is None and inner.cue.pos_ == "NOUN":
        outer, _ = _factuality(inner.cue, cited[:-1], lexicon)
        modality = "conditional" if outer == "conditional" else None  # "whether there was evidence that"
    return modality, found.polarity


def _is_named(deed: Token, cue: Token) -> bool:
    """Whether a deed is only named behind a cue and its preposition ("warned of a massacre"), not told in a clause."""
    link = deed.head
    return link.dep_ == "prep" and link.head is cue and deed.dep_ in {"pobj", "pcomp"}


def _sentence(token: Token) -> Span:
    words = [t for t in token.sent if not t.text.isspace()]
    return Span(words[0].start, words[-1].end)


def _refined(trigger: Trigger, found: Sequence[Argument], lexicon: Lexicon) -> str:
    """The subclass that an instrument, a modifier or a subject of the trigger decides ("drone" + Strike)."""
    near = children(trigger.token, "compound", "amod", "nmod", "poss")
    near += [a.token for a in found if a.role in {"instrument", "agent", "theme"}]
    near += [c for a in found if a.role in {"instrument", "agent"} for c in children(a.token, "compound", "amod")]
    words = {t.lemma for t in near}
    for cls, hints, subclass in lexicon.refinements:
        if cls == trigger.entry.cls and hints & words:
            return subclass
    return trigger.entry.cls


def _resolver(who: Participants, behind: Mapping[int, int]) -> Resolve:
    """Finds the speaker that a source's words stand for: the author, if they are a document's."""

    def resolve(token: Token) -> tuple[int | None, Span]:
        number = who.number(token)
        return (None if number is None else behind.get(number, number)), who.span(token)

    return resolve


def _contents(block: BlockText, trigger: Trigger, scene: Scene, cited: Citations) -> Iterator[Role]:
    """The events that an utterance says, or that a demand, offer or plan is for."""
    own = [u for u in block.utterances if u.cue is trigger.token]
    if own:
        role, places = "content", set(cited.said.get(trigger.token.i, ()))
        places |= {i for u in own if u.answers for i in scene.triggers if u.says(scene.triggers[i].token)}
    else:
        role = trigger.entry.roles.get("clause", "")
        places = {c.i for c in trigger.token.children if role and c.i in scene.triggers and _complements(c)}
    for place in sorted(places - {trigger.token.i}):
        yield Role(role, None, block.event[place], block.doc[place].span)


def _complements(token: Token) -> bool:
    return token.dep_ in {"xcomp", "ccomp", "acl"} and is_verbal(token) and not stands_alone(token)


def _quantity(
    trigger: Trigger, mention: QuantityMention, argument: Argument | None, doc: Doc, who: Participants
) -> Quantity:
    """A number with what it counts: whom the event befalls, as its object or in its wording ("claimed 30 lives")."""
    inner = trigger.head_object
    worded = inner is not None and mention.counted == inner.i and entity_words().listed("partitives", inner.lemma)
    undergoes = worded or (argument is not None and argument.role in _UNDERGOERS)
    kind = who.type_of(argument.token) if argument is not None else None
    things = mention.dimension is not None or kind in MEANS | PLACE_TYPES
    harmed = trigger.entry.quantity if undergoes and not things else None  # nobody counts guns as arrests
    of = harmed or counted_word(mention, doc)
    return replace(mention.quantity, of=of)
