"""Tells an event's competing accounts on the terminal: who says so, who denies it, how the figures differ."""

from collections.abc import Collection, Iterable

from rich.console import Console

from converters.explain import ClaimExplanation, RelatedClaim

STANDINGS = ("told as a fact", "said", "denied", "told as not having been", "planned, wanted or supposed")
AGAINST = frozenset({"denies", "contradicts", "cannot verify"})


ROLES = {
    "participants": ("who did it", frozenset({"agent"})),
    "place": ("where it was", frozenset({"place", "target", "destination", "source"})),
}
"""Properties of which accounts can name rival values, with the roles that tell them."""


def print_accounts(out: Console, claims: Iterable[ClaimExplanation], disputed: Collection[str | None]) -> None:
    """A line per voice under how it tells the event, then what each says of `disputed` properties, the figures,
    and what other claims say against it.
    """
    told = list(claims)
    for standing in STANDINGS:
        lines = dict.fromkeys(
            f"    {who(claim)}{_where(claim)}: {claim.quote}" for claim in told if _is(claim, standing)
        )
        if lines:
            out.print(f"  {standing} by", markup=False)
        for line in lines:
            out.print(line, markup=False, soft_wrap=True)
    for aspect, (title, roles) in ROLES.items():
        if aspect in disputed and (named := _named(told, roles)):
            out.print(f"  {title}: {', '.join(named)}", markup=False, soft_wrap=True)
    for counted, figures in sorted(_figures(told).items()):
        out.print(f"  how many ({counted}): {', '.join(figures)}", markup=False, soft_wrap=True)
    for line in dict.fromkeys(_answer(claim, other) for claim in told for other in _against(claim)):
        out.print(line, markup=False, soft_wrap=True)


def who(claim: ClaimExplanation) -> str:
    """The innermost voice of a claim."""
    voice = claim.voices[-1]
    return voice.label or voice.text or ("the publisher" if voice.depth == 0 else "an unnamed source")


def _is(claim: ClaimExplanation, standing: str) -> bool:
    denied = claim.voices[-1].stance == "denies"
    if claim.status == "non_factual":
        return standing == "planned, wanted or supposed"
    if denied or claim.polarity == "negative":
        return standing == ("denied" if denied else "told as not having been")
    return standing == ("told as a fact" if claim.status == "publisher_fact" else "said")


def _named(claims: Iterable[ClaimExplanation], roles: Collection[str]) -> Iterable[str]:
    """Every filler of some roles with the voice that names it, or says that it was not this one."""
    return dict.fromkeys(
        f"{'not ' if _is_denied(claim) else ''}{part.label or part.text} ({who(claim)})"
        for claim in claims
        for part in claim.parts
        if part.part in roles and (part.label or part.text)
    )


def _is_denied(claim: ClaimExplanation) -> bool:
    return claim.voices[-1].stance == "denies" or claim.polarity == "negative"


def _where(claim: ClaimExplanation) -> str:
    return f" ({claim.article}{', ' + claim.published if claim.published else ''})"


def _figures(claims: Iterable[ClaimExplanation]) -> dict[str, list[str]]:
    """Counted thing -> every figure with its voice."""
    found: dict[str, dict[str, None]] = {}
    for claim in claims:
        for part in claim.parts:
            if part.part == "quantity" and part.value:
                counted, _, figure = part.value.partition(": ")
                found.setdefault(counted, {})[f"{figure} ({who(claim)})"] = None
    return {counted: list(figures) for counted, figures in found.items()}


def _against(claim: ClaimExplanation) -> list[RelatedClaim]:
    """Claims about other events that speak against this one."""
    return [other for other in claim.relations if other.relation in AGAINST and other.about != claim.event]


def _answer(claim: ClaimExplanation, other: RelatedClaim) -> str:
    if other.from_this and other.relation != "contradicts":
        return f"  {other.relation} {other.who} ({other.article}): {other.quote}"
    return f"  {other.who} {other.relation} it ({other.article}): {other.quote}"
