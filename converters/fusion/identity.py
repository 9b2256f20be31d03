"""Whether two accounts are about one event. Cautious: a name must be shared, and nothing may speak against it."""

from collections.abc import Mapping

from converters.fusion.profile import Profile

SPEECH = frozenset({"Communication", "Statement", "Denial", "Verification", "Accusation", "Threat", "Rejection", "Apology", "Alert"})
"""Acts of saying: two of them are one only where their words are, which is not judged here."""


def same_event(a: Profile, b: Profile, superclass: Mapping[str, str]) -> bool:
    """Compatible class, participants, place, time and numbers, and a shared name that ties the two together."""
    return (
        a.factual == b.factual
        and _same_class(a.type, b.type, superclass)
        and a.type not in SPEECH
        and _tied(a, b)
        and not _clash(a, b)
        and _times_meet(a, b)
        and not _numbers_clash(a, b)
    )


def _same_class(a: str, b: str, superclass: Mapping[str, str]) -> bool:
    return a == b or superclass.get(a) == b or superclass.get(b) == a


def _tied(a: Profile, b: Profile) -> bool:
    """A shared thing acted upon, or the same actor at the same place."""
    undergone = a.undergoers & b.undergoers & a.named
    actors, places = a.agents & b.agents, (a.places | a.undergoers) & (b.places | b.undergoers)
    if a.type in {"War", "Annexation"}:
        return bool(undergone or actors and not (a.undergoers and b.undergoers))
    return bool(undergone or (actors and places))


def _clash(a: Profile, b: Profile) -> bool:
    """Both name who did it, and not the same."""
    return bool(a.agents & a.named and b.agents & b.named) and not a.agents & b.agents


def _times_meet(a: Profile, b: Profile) -> bool:
    if a.start is None and a.end is None or b.start is None and b.end is None:
        return True
    starts_late = a.start is not None and b.end is not None and a.start[:10] > b.end[:10]
    ends_early = a.end is not None and b.start is not None and a.end[:10] < b.start[:10]
    return not (starts_late or ends_early)


def _numbers_clash(a: Profile, b: Profile) -> bool:
    counted = {of for of, _ in a.numbers} & {of for of, _ in b.numbers}
    return any({v for o, v in a.numbers if o == of}.isdisjoint({v for o, v in b.numbers if o == of}) for of in counted)
