"""What befell so many here and so many there ("killed 30 people in Avon and 12 in Lorn"): as many events as places."""

from collections.abc import Iterable, Mapping, Sequence

from converters.language.tokens import locative_prepositions
from converters.language.tree import Token
from converters.reading.quantities.find import QuantityMention
from converters.reading.roles.arguments import UNDERGOERS, Argument
from converters.reading.syntax.tree import children
from converters.reading.triggers import Trigger


def later_shares(trigger: Trigger) -> list[Token]:
    """The numbers behind the first that have a place of their own."""
    undergoers = children(trigger.token, "dobj", "nsubjpass") if trigger.entry.kind == "verb" else []
    return [c for first in undergoers for c in children(first, "conj") if c.pos_ == "NUM" and _is_placed(c)]


def numbered(triggers: Iterable[Trigger], first: int) -> dict[int, int]:
    """A number from `first` on for the event of each later share, by its token index."""
    found = dict.fromkeys(share.i for trigger in triggers for share in later_shares(trigger))
    return {place: first + n for n, place in enumerate(found)}


def parted(
    trigger: Trigger,
    found: Sequence[Argument],
    quantities: Sequence[QuantityMention],
    event: int,
    apart: Mapping[int, int],
) -> list[tuple[int, Sequence[Argument], Sequence[QuantityMention]]]:
    """The number, participants and quantities of each event that a trigger tells."""
    shares = later_shares(trigger)
    if not shares:
        return [(event, found, quantities)]
    first = shares[0].head
    others = {t.i for share in shares for t in share.subtree}
    own = {t.i for t in first.subtree} - others
    parts: list[tuple[int, Sequence[Argument], Sequence[QuantityMention]]] = []
    for number, words in [(event, own), *((apart[s.i], {t.i for t in s.subtree}) for s in shares)]:
        foreign = (own | others) - words
        where = first.i if words is not own else len(trigger.token.doc)
        kept = [
            a
            for a in found
            if a.token.i not in foreign and (a.token.i in words or a.role != "place" or a.token.i < where)
            if a.token.i in words or a.role not in UNDERGOERS
        ]
        parts.append((number, kept, [q for q in quantities if q.last not in foreign]))
    return parts


def _is_placed(number: Token) -> bool:
    links = [link for link in children(number, "prep") if link.lower_ in locative_prepositions()]
    return any(place.ent_type_ not in {"DATE", "TIME"} for link in links for place in children(link, "pobj"))
