"""Tells an explanation on the terminal: the sentence with its parts marked, then who says it and why we read it so."""

from rich.console import Console
from rich.markup import escape
from rich.text import Text

from converters.cli_accounts import print_accounts
from converters.cli_ledger import print_ledger
from converters.cli_render import console
from converters.explain import ClaimExplanation, Explanation, LinkReason, Part, Tenure, VoiceLink, Whole

_TRIGGER = "bold reverse"
_FILLER = "bold underline"


def print_explanation(explanation: Explanation) -> None:
    """The node itself, its links, then every claim that speaks of it."""
    out = console()
    if explanation.kind != "claim":
        out.print(f"[bold]{escape(explanation.label or ', '.join(explanation.names) or explanation.iri)}[/]")
        out.print(f"{explanation.kind} <{explanation.iri}>", markup=False, soft_wrap=True)
        _print_list(out, "names", explanation.names)
        _print_list(out, "types", explanation.types)
        _print_list(out, "one event because", explanation.reasons)
        _print_links(out, explanation.links)
        _print_tenures(out, explanation.tenures)
        _print_wholes(out, explanation.wholes)
        out.print(f"{len(explanation.claims)} claims speak of it", markup=False)
    if explanation.kind == "event":
        print_ledger(out, explanation.ledger, explanation.figures)
        disputed = {entry.aspect for entry in explanation.ledger if entry.standing in {"contested", "denied"}}
        print_accounts(out, explanation.claims, disputed)
    for number, claim in enumerate(explanation.claims):
        if number or explanation.kind != "claim":
            out.print()
        print_claim(out, claim)


def print_claim(out: Console, claim: ClaimExplanation) -> None:
    """One claim: its sentence, what it says, who says it, why each link was made."""
    date = f", {claim.published}" if claim.published else ""
    out.print(f"claim <{claim.iri}>", markup=False, soft_wrap=True)
    out.print(f"in {claim.article}{date}, about event <{claim.event}>", markup=False, soft_wrap=True)
    print_content(out, claim)


def print_content(out: Console, claim: ClaimExplanation) -> None:
    """What a claim says, without the IRIs it goes by."""
    out.print(Text("  ").append_text(marked(claim)))
    out.print(f"  says:    {claim.cls} ({claim.status}, {claim.modality}, {claim.polarity})", markup=False)
    out.print("  voices:  " + " → ".join(map(_voice, claim.voices)), markup=False)
    for part in claim.parts:
        out.print(f"  {part.part}: {_part(part)}", markup=False, soft_wrap=True)
    for other in claim.relations:
        first, second = ("this", other.who) if other.from_this else (other.who, "this")
        out.print(f"  {first} {other.relation} {second}: <{other.claim}>", markup=False, soft_wrap=True)
    _print_links(out, claim.links)
    _print_list(out, "read by", claim.entries)


def marked(claim: ClaimExplanation) -> Text:
    """The claim's sentence with its trigger and its fillers highlighted; parts outside the sentence are not in it."""
    text = Text(claim.quote)
    for part in claim.parts:
        if part.start is None or part.end is None:
            continue
        start, end = part.start - claim.start, part.end - claim.start
        if start >= 0 and end <= len(claim.quote):
            text.stylize(_TRIGGER if part.part == "trigger" else _FILLER, start, end)
    return text


def _part(part: Part) -> str:
    words = f'"{part.text}"' if part.text else "(not in the words)"
    meaning = [part.value, part.label, f"<{part.iri}>" if part.iri else None]
    told = ", ".join(value for value in meaning if value)
    return f"{words} = {told}" if told else words


def _voice(voice: VoiceLink) -> str:
    who = voice.label or voice.text or ("the publisher" if voice.depth == 0 else "an unnamed source")
    how = [f'"{voice.cue}"' if voice.cue else "", f"on {voice.medium}" if voice.medium else ""]
    return " ".join(filter(None, [who, voice.stance, *how]))


def _print_links(out: Console, links: tuple[LinkReason, ...]) -> None:
    for link in links:
        if link.state == "not_tried":
            continue
        name = link.label or link.entity
        target = f" to {link.target}, score {link.score}" if link.target else ""
        reason = f": {link.reason}" if link.reason else ""
        origin = f" ({link.origin})" if link.origin else ""
        out.print(f"  link of {name}: {link.state}{target}{reason}{origin}", markup=False, soft_wrap=True)


def _print_tenures(out: Console, tenures: tuple[Tenure, ...]) -> None:
    for one in tenures:
        still = f", still in {one.still}" if one.still else ""
        out.print(f"  office: {one.label}, {one.start or '?'} to {one.end or '?'}{still}", markup=False, soft_wrap=True)


def _print_wholes(out: Console, wholes: tuple[Whole, ...]) -> None:
    for one in wholes:
        called = f"{one.label}, " if one.label else ""
        out.print(f"  part of: {called}{one.iri}", markup=False, soft_wrap=True)


def _print_list(out: Console, title: str, values: tuple[str, ...]) -> None:
    if values:
        out.print(f"  {title}: {', '.join(values)}", markup=False, soft_wrap=True)
