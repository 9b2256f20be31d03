"""Whether two accounts are about one event: something named must be shared, and nothing may speak against it."""

from collections.abc import Mapping
from itertools import combinations

from converters.fusion.profile import WARRING, Profile

SPEECH = frozenset(
    {"Communication", "Statement", "Denial", "Verification", "Accusation", "Threat", "Rejection", "Apology", "Alert"}
)
"""Acts of saying: two of them are one only if the same voice says the same thing."""
TOPICS = frozenset({WARRING, "Negotiation"})
"""What goes on all through an article: mentions without participants of their own are the article's one."""
ALIKE = 0.6
"""Share of words that two sentences of one speaker have in common when they are the same sentence, told twice."""


def compatible(a: Profile, b: Profile, superclass: Mapping[str, str]) -> bool:
    """Nothing speaks against the two being one: class, factuality, actors, time and numbers go together."""
    return (
        a.factual == b.factual
        and _same_class(a.type, b.type, superclass)
        and not _clash(a, b)
        and _times_meet(a, b)
        and not _numbers_clash(a, b)
    )


def ties(profile: Profile) -> set[str]:
    """Keys of which two accounts share one whenever they are tied: what `shares` and `said_alike` ask, of one account."""
    actors, undergone = profile.actors & profile.named, profile.undergoers & profile.named
    found = {f"in {profile.article} {profile.type}"}
    if profile.speaker:
        found.add(f"said {profile.speaker} {profile.trigger}")
    if profile.type in TOPICS:
        found |= {f"topic {side}" for side in profile.sides}
    if profile.type in SPEECH:
        return found | {f"{actor} to {whom}" for actor in actors for whom in undergone}
    found |= {f"to {whom}" for whom in undergone}
    found |= {f"by {a} {b}" for a, b in combinations(sorted(actors), 2)}
    found |= {f"{actor} at {where}" for actor in actors for where in profile.places | profile.undergoers}
    if profile.start is not None:
        found |= {f"{actor} on {profile.start} {profile.end} {thing}" for actor in actors for thing in profile.things}
    return found


def _same_class(a: str, b: str, superclass: Mapping[str, str]) -> bool:
    return a == b or superclass.get(a) == b or superclass.get(b) == a


def said_alike(a: Profile, b: Profile) -> bool:
    """The same words of the same speaker in two articles."""
    if a.article == b.article or a.trigger != b.trigger or a.speaker is None or a.speaker != b.speaker:
        return False
    return len(a.wording & b.wording) >= ALIKE * len(a.wording | b.wording)


def shares(a: Profile, b: Profile) -> bool:
    """Something named says that the two are one."""
    apart = a.article != b.article
    actors, undergone = a.actors & b.actors & a.named, a.undergoers & b.undergoers & a.named
    if a.type in SPEECH:
        return apart and bool(actors and undergone)
    if a.type in TOPICS and _same_topic(a, b):
        return True
    if undergone or len(actors) > 1:
        return True
    if actors and (a.places | a.undergoers) & (b.places | b.undergoers):
        return True
    same_day = a.start is not None and (a.start, a.end) == (b.start, b.end)
    if actors and same_day and a.things & b.things:
        return True
    return not apart and (a.antecedent == b.event or b.antecedent == a.event)


def _same_topic(a: Profile, b: Profile) -> bool:
    """Two mentions of a war or of its negotiations whose sides, given or those of the article, are the same."""
    mine, yours = a.sides | (a.actors & a.named), b.sides | (b.actors & b.named)
    return bool(a.sides and (a.sides <= yours or b.sides <= mine))


def _clash(a: Profile, b: Profile) -> bool:
    """Both name who did it, and not the same."""
    return bool(a.actors & a.named and b.actors & b.named) and not a.actors & b.actors


def _times_meet(a: Profile, b: Profile) -> bool:
    if a.type in TOPICS:
        return True
    if (a.start is None and a.end is None) or (b.start is None and b.end is None):
        return not (a.old or b.old)
    starts_late = a.start is not None and b.end is not None and a.start[:10] > b.end[:10]
    ends_early = a.end is not None and b.start is not None and a.end[:10] < b.start[:10]
    return not (starts_late or ends_early)


def _numbers_clash(a: Profile, b: Profile) -> bool:
    if not a.numbers or not b.numbers:
        return False
    counted = {of for of, _ in a.numbers} & {of for of, _ in b.numbers}
    return any({v for o, v in a.numbers if o == of}.isdisjoint({v for o, v in b.numbers if o == of}) for of in counted)
