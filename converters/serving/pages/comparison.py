"""The accounts of an event side by side: who takes which side, which numbers they give, how they stand."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from converters.serving.pages.accounts import SIDES, Account

_AGAINST = frozenset({"denies", "contradicts", "cannot verify"})


@dataclass(frozen=True, slots=True)
class Side:
    """The accounts that tell an event alike; `voices` are those who do, each once."""

    name: str
    title: str
    accounts: tuple[Account, ...]
    voices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that an account gives, in words."""

    account: Account
    words: str | None
    value: str


@dataclass(frozen=True, slots=True)
class Tie:
    """A claim and how it stands to another; `account` is about the event, on the side that `from_account` says."""

    account: Account
    relation: str
    from_account: bool
    other: str
    who: str
    quote: str

    @property
    def is_against(self) -> bool:
        return self.relation in _AGAINST


@dataclass(frozen=True, slots=True)
class Comparison:
    """All of it: `figures` by what is counted, if more than one account gives a number for it."""

    sides: tuple[Side, ...]
    figures: dict[str, tuple[Figure, ...]]
    ties: tuple[Tie, ...]
    articles: int


def compare(accounts: Sequence[Account], against: Sequence[Account] = ()) -> Comparison:
    """The comparison of the accounts of one event, with those of other events that speak `against` it."""
    sides = [_side(name, title, [one for one in accounts if one.side == name]) for name, title in SIDES.items()]
    sides.append(_side("against", "Against it", against))
    figures: dict[str, tuple[Figure, ...]] = {}
    for account in accounts:
        for counted, figure in _figures(account):
            figures[counted] = (*figures.get(counted, ()), figure)
    return Comparison(
        tuple(side for side in sides if side.accounts),
        {counted: found for counted, found in figures.items() if len(found) > 1},
        ties(accounts),
        len({account.article for account in accounts}),
    )


def who(account: Account) -> str:
    """Who says so in the end."""
    voice = account.claim.voices[-1]
    return voice.label or voice.text or ("the publisher" if voice.depth == 0 else "a source not named")


def ties(accounts: Iterable[Account]) -> tuple[Tie, ...]:
    """How accounts stand to other claims; what both sides say of each other is told once."""
    found: dict[tuple[str, frozenset[str]], Tie] = {}
    for account in accounts:
        for one in account.claim.relations:
            key = (one.relation, frozenset({account.claim.iri, one.claim}))
            found.setdefault(key, Tie(account, one.relation, one.from_this, one.claim, one.who, one.quote))
    return tuple(found.values())


def _side(name: str, title: str, accounts: Sequence[Account]) -> Side:
    return Side(name, title, tuple(accounts), tuple(dict.fromkeys(map(who, accounts))))


def _figures(account: Account) -> Iterator[tuple[str, Figure]]:
    for part in account.parts:
        if part.part == "quantity" and part.value:
            counted, _, value = part.value.partition(": ")
            yield counted, Figure(account, part.text, value)
