"""Proposals as QuickStatements, version 1: a line for each, its cells divided by tabs.

https://www.wikidata.org/wiki/Help:QuickStatements. At its end a comment, which QuickStatements takes for the summary of
the edit: the claim's IRI and its sentence. (A line of nothing but a comment is an error to some readers of the format.)
"""

from converters.proposals.model import Pairs, Proposal, Time, Value

LONGEST = 200
"""Characters of a sentence in a comment: summaries of edits are short."""


def line(one: Proposal) -> str:
    """One proposal, without a line's end."""
    cells = [one.subject, one.property, _value(one.value), *_pairs(one.qualifiers, "P"), *_pairs(one.reference, "S")]
    return "\t".join(cells) + f" /* {_comment(one)} */"


def _pairs(pairs: Pairs, letter: str) -> list[str]:
    """Qualifiers keep the id of their property, references have an S in the place of the P."""
    return [cell for pid, value in pairs for cell in (letter + pid[1:], _value(value))]


def _value(value: Value) -> str:
    if isinstance(value, Time):
        whole = value.day + "-00-00"[len(value.day) - 4 :] if len(value.day) < 10 else value.day
        return f"+{whole}T00:00:00Z/{value.precision}"
    return value if value[1:].isdecimal() else f'"{value}"'


def _comment(one: Proposal) -> str:
    told = one.told
    words = " ".join(told.quote.split()).replace("*/", "* /").replace("/*", "/ *")
    short = words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"
    said = f"said by {told.source}: " if told.source else ""
    return f"{told.iri} {said}“{short}”"
