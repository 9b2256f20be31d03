"""What the roles of a block's events are read from."""

from collections.abc import Mapping
from dataclasses import dataclass

from converters.language.tree import Token
from converters.lexicon.model import Lexicon
from converters.reading.roles.participants import Participants
from converters.reading.triggers import Trigger


@dataclass(frozen=True, slots=True)
class Scene:
    """What the roles of a block's events are read from: its triggers and event numbers by token, who speaks at each
    cue, the author of each document that speaks, and the article's entities."""

    triggers: Mapping[int, Trigger]
    event: Mapping[int, int]
    speakers: Mapping[int, Token]
    authors: Mapping[int, int]
    who: Participants
    lexicon: Lexicon

    def told_at(self, verb: Token) -> Trigger | None:
        """The event that a verb tells, by itself or as the light verb of a noun ("carried out raids")."""
        own = self.triggers.get(verb.i)
        return own or next((self.triggers[c.i] for c in verb.children if self._is_light(verb, c)), None)

    def _is_light(self, verb: Token, noun: Token) -> bool:
        return noun.i in self.triggers and self.triggers[noun.i].light is verb

    def is_harm(self, trigger: Trigger) -> bool:
        """Whether an event is harm done to somebody or something."""
        return "Harm" in {trigger.entry.cls, self.lexicon.superclass.get(trigger.entry.cls)}


def is_said(trigger: Trigger, scene: Scene) -> bool:
    """Whether an event is an utterance."""
    return "Communication" in {trigger.entry.cls, scene.lexicon.superclass.get(trigger.entry.cls)}
