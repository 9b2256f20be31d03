"""The lexicon: how English words the ontology's classes. Pure data, loaded from `ontology/lexicon/*.yaml`.

In the files, a word list entry that begins with `$` names a word class of `words.yaml` ("$weapon"); here it is
expanded. All words are lower-case lemmas; a word in capitals is an entity label of the language model ("GPE": any
such name).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from converters.reading.model import Modality, Stance

TriggerKind = Literal["verb", "noun", "adjective"]


class Slot(NamedTuple):
    """What a condition asks of one slot: one of the words `wanted`, none `forbidden`, whether it must be `filled`."""

    name: str
    wanted: frozenset[str]
    forbidden: frozenset[str]
    filled: bool


_SLOTS = ("object", "subject", "preposition", "complement", "modifier", "governor", "doer")


@dataclass(frozen=True, slots=True)
class Condition:
    """What must surround a trigger for an entry to fire. Each field is a set of lemmas, empty = no condition.

    `object` and `subject` are the head lemmas of the (deep) object and subject (of a noun trigger: of its `of` phrase,
    and of its possessor or by-phrase; of an adjective: what it is said of), `preposition` one of its prepositions,
    `complement` the head of what a preposition of it governs, `modifier` a compound, adjective or possessive of a noun
    trigger, `governor` the lemma of the verb whose object or subject a noun trigger is, `doer` the subject of the verb
    whose object it is. The `not_` twins forbid.
    """

    object: frozenset[str] = frozenset()
    subject: frozenset[str] = frozenset()
    preposition: frozenset[str] = frozenset()
    complement: frozenset[str] = frozenset()
    modifier: frozenset[str] = frozenset()
    governor: frozenset[str] = frozenset()
    doer: frozenset[str] = frozenset()
    not_object: frozenset[str] = frozenset()
    not_subject: frozenset[str] = frozenset()
    not_preposition: frozenset[str] = frozenset()
    not_complement: frozenset[str] = frozenset()
    not_modifier: frozenset[str] = frozenset()
    not_governor: frozenset[str] = frozenset()
    not_doer: frozenset[str] = frozenset()
    requires: frozenset[str] = frozenset()
    """Slots that must be filled at all: `object`, `subject`, `agent`, `preposition`."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One wording of one event class.

    `lemma` is the head; `particles` the words that must go with it, adverbs and prepositions ("shoot" + "down", "call"
    + "for"); `object_head` makes a light frame whose object is part of the wording ("take" + "control"): the object's
    own `of` complement is then the object. `roles` maps grammatical slots (`subject`, `object`, `indirect`, `by`,
    `possessive`, `modifier`, `clause`, any preposition) to role names of the contract; it is complete, with the
    defaults of the class. `quantity` says what numbers on the object count ("killed"). An adjective may be a
    preposition ("without" + "power").
    """

    id: str
    cls: str
    kind: TriggerKind
    lemma: str
    particles: tuple[str, ...] = ()
    object_head: str | None = None
    condition: Condition = Condition()
    roles: Mapping[str, str] = field(default_factory=dict)
    quantity: str | None = None
    slots: tuple[Slot, ...] = field(init=False, compare=False)
    """What the condition asks, slot by slot."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "slots", tuple(_slots(self.condition)))

    @property
    def decided(self) -> bool:
        """Whether words around the trigger must say that this is the meaning, and not only that it is no other."""
        return any(slot.wanted for slot in self.slots)


def _slots(condition: Condition) -> Iterator[Slot]:
    for name in _SLOTS:
        slot = Slot(name, getattr(condition, name), getattr(condition, f"not_{name}"), name in condition.requires)
        if slot.wanted or slot.forbidden or slot.filled:
            yield slot
    if "agent" in condition.requires:
        yield Slot("agent", frozenset(), frozenset(), True)


@dataclass(frozen=True, slots=True)
class Reporting:
    """A word that reports speech: the stance of its subject towards what it reports, and the class of the utterance.

    `complement` lists how what is said may be attached: `clause`, `object`, `infinitive`, `quote`, `preposition`,
    `predicate` ("called it a massacre"), `indefinite` (an object not spoken of as known, "described explosions").
    `object`: words one of which has to be its object ("put the toll at …");
    `not_object`: words none of which may be ("denied him a visa"); `subject`: words one of which has to be its subject.
    `assumes`: the role in which who says it takes part in what follows "for" ("claimed responsibility for the raid").
    `deeds`: classes of what that can be where nothing follows, the likeliest first.
    `lays`: the role in which whom it is laid on took part ("blamed them for the raid", "blamed the raid on them").
    """

    lemma: str
    particles: tuple[str, ...]
    stance: Stance
    cls: str
    complement: frozenset[str]
    object: frozenset[str] = frozenset()
    not_object: frozenset[str] = frozenset()
    subject: frozenset[str] = frozenset()
    assumes: str | None = None
    deeds: tuple[str, ...] = ()
    lays: str | None = None


@dataclass(frozen=True, slots=True)
class Governor:
    """A verb, noun or adjective that changes the factuality of what depends on it ("plan", "try", "fail", "possible").

    `modality` None means that the complement stays as factual as the governor (implicative: manage, begin, help);
    `polarity` "negative" means that it did not happen (fail, refuse, avoid, prevent); `ends` that it did until then, so
    that it goes on if the governor is denied (stop, halt).
    """

    lemma: str
    modality: Modality | None
    polarity: Literal["positive", "negative"] = "positive"
    ends: bool = False


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Everything the reader knows about English. `digest` identifies the files it came from."""

    entries: Mapping[tuple[TriggerKind, str], tuple[Entry, ...]]
    """What a word of a kind may tell; the entry that asks for most comes first."""
    reporting: Mapping[str, tuple[Reporting, ...]]
    reporting_nouns: Mapping[str, Reporting]
    reporting_phrases: Mapping[str, Stance]
    governors: Mapping[str, Governor]
    modals: Mapping[str, Modality | None]
    """Auxiliaries: "would" -> conditional, "will" -> planned, "could" -> hypothetical, "did" absent."""
    conditional_markers: frozenset[str]
    """Subordinators that make their clause conditional, of one word or several: if, unless, in case."""
    inverting_auxiliaries: frozenset[str]
    """Auxiliaries that open such a clause: "had it come sooner"."""
    hedging_adverbs: frozenset[str]
    """reportedly, allegedly: an unnamed source."""
    uncertain_modifiers: Mapping[str, Modality]
    """Adjectives on a noun trigger: possible -> hypothetical, planned -> planned, alleged -> claimed."""
    negators: frozenset[str]
    light_verbs: Mapping[str, Mapping[str, str]]
    """Light verb -> roles its slots give the noun that is its object ("carry out" + attack, "come under" + fire)."""
    words: Mapping[str, frozenset[str]]
    """Word classes: `$person`, `$troops`, `$place`, `$weapon`, …"""
    refinements: tuple[tuple[str, frozenset[str], str], ...]
    """(class, instrument or modifier words, subclass): Strike + drone -> DroneStrike."""
    superclass: Mapping[str, str]
    """The ontology's class tree below ew:Event: class -> parent."""
    media: Mapping[str, str]
    """Lower-case words of a medium, long ones first -> its name ("telegram" -> "Telegram")."""
    class_roles: Mapping[str, Mapping[str, str]]
    """Default roles per class where an entry gives none."""
    digest: str
