"""Through which medium an utterance went: its own words say so, or those of its speaker just before."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from converters.language.tree import Token
from converters.lexicon.model import Lexicon
from converters.reading.roles.participants import Participants
from converters.reading.speech.model import Utterance
from converters.reading.syntax.tree import children

OUTLETS = frozenset({"Publisher", "NewsAgency"})


def with_media(blocks: Iterable[Sequence[Utterance]], who: Participants, lexicon: Lexicon) -> list[list[Utterance]]:
    """The utterances with their media. A speaker who goes on ("In a video he said … He added …") stays with the
    medium until somebody else speaks or it is told to somebody ("told reporters").
    """
    found: list[list[Utterance]] = []
    speaker: int | None = None
    last: str | None = None
    for block in blocks:
        own: list[Utterance] = []
        for utterance in block:
            source = who.number(utterance.source) if utterance.source is not None else None
            name = medium(utterance.cue, lexicon) or _outlet(utterance.cue, who)
            if utterance.cls == "Trial":
                name = None  # a verdict may be about a recording, and is none
            if name is None and source is not None and source == speaker and not _is_addressed(utterance.cue):
                name = last
            if source is not None and utterance.own_event:
                speaker, last = source, name
            own.append(replace(utterance, medium=name))
        found.append(own)
    return found


def _outlet(cue: Token, who: Participants) -> str | None:
    """The newspaper, broadcaster or agency that somebody told it to, by name."""
    told = [t for t in children(cue, "dobj", "dative") if t.pos_ == "PROPN" and who.type_of(t) in OUTLETS]
    return next((_name(token) for token in told), None)


def _name(token: Token) -> str:
    words = [t for t in token.subtree if t.pos_ == "PROPN" and t.i <= token.i]
    return token.doc.part(words[0].i, token.i + 1).text


def _is_addressed(cue: Token) -> bool:
    return bool(children(cue, "dobj", "dative")) and not children(cue, "nsubjpass")


def medium(cue: Token, lexicon: Lexicon) -> str | None:
    """The name of the medium that an utterance went through, if its own phrases name one ("on Telegram")."""
    near = [t for c in children(cue, "prep", "agent", "nsubj", "advcl", "acl", "pobj", "dobj") for t in c.subtree]
    own = [t for t in near if abs(t.i - cue.i) <= 25 and t.sent.start == cue.sent.start]
    words = f" {' '.join(t.lower_ for t in own)} "
    named = [name for word, name in lexicon.media.items() if word in words and f" {word} " in words]
    return next(filter(_is_platform, named), next(iter(named), None))


def _is_platform(name: str) -> bool:
    return name[:1].isupper()
