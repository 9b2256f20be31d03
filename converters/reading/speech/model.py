"""What is said by whom, as found in a block."""

from dataclasses import dataclass

from converters.language.tree import Doc, Token
from converters.reading.model import Stance


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
    medium: str | None = None
    answers: bool = False
    """Whether it answers something said before ("which the ministry denies") rather than saying it."""

    assumes: tuple[Token, str] | None = None
    """The event that the source says to be its own, and the role in which ("claimed responsibility for the raid")."""

    blamed: Token | None = None
    """Who else takes that role ("blamed them for the raid"); None: the source."""

    goes_on: Doc | None = None
    """The block that a quotation goes on in; None: what is said stands in the block of the cue."""

    def says(self, token: Token) -> bool:
        return token.doc is (self.goes_on or self.cue.doc) and token.i in self.content
