"""What is dated after the day of its article has not happened, whatever the words around it."""

from dataclasses import replace
from datetime import date

from converters.lexicon.model import Lexicon
from converters.reading.claims import status
from converters.reading.model import Claim

_TOLD = frozenset({"actual", "claimed"})
_DAY = len("2031-05-12")


def in_time(claim: Claim, published: date | None, lexicon: Lexicon) -> Claim:
    """The claim, planned if its event begins after the day of publication ("the strike on Monday week").

    What somebody says is there once it is told, so that utterances stay as they are.
    """
    begins = claim.time.start if claim.time is not None else None
    spoken = "Communication" in {claim.type, lexicon.superclass.get(claim.type)}
    if published is None or begins is None or begins.startswith("--") or spoken or claim.modality not in _TOLD:
        return claim
    if begins[:_DAY] <= published.isoformat():
        return claim
    return replace(claim, modality="planned", status=status(claim.voices, "planned", claim.polarity))
