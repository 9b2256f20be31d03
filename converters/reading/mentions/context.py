"""A name in its surroundings: without the country that owns it, with title and country of a person."""

from collections.abc import Iterator
from dataclasses import replace

from converters.language.demonyms import countries, demonym_country
from converters.language.tree import Doc
from converters.reading.mentions.marks import TELLING, Spot
from converters.reading.mentions.model import BODIES, Found, head_of
from converters.reading.mentions.words import entity_words

OWNED = frozenset(
    {"MilitaryUnit", "GovernmentBody", "Organisation", "Holiday", "Document", "Region", "Facility", "Area", "Sea"}
)
"""Types of names that may begin with their country without it being a part of the name."""


def base(doc: Doc, first: int, last: int) -> tuple[int, str | None]:
    """Where a name begins behind its country ("Estonia's Defense Ministry", "Estonian Navy"), and that country."""
    for length in (3, 2, 1):
        if first + length > last:
            continue
        words = doc.part(first, first + length).text
        code = countries().get(words) or demonym_country(words)
        if code:
            start = first + length
            return (start + 1 if doc[start].tag_ == "POS" and start < last else start), code
    return first, None


def named_by(doc: Doc, spot: Spot, types: dict[str, str]) -> Iterator[Found]:
    words = doc.part(spot.first, spot.last + 1).text
    kind = spot.type if spot.type and spot.weight >= TELLING else types.get(words, spot.type or "Organisation")
    first, code = base(doc, spot.first, spot.last) if kind in OWNED else (spot.first, None)
    head = head_of(doc, spot.first, spot.last)
    if code and first > spot.last:
        return
    if code:
        yield _country(doc, spot.first, spot.first, code, "name" if doc[spot.first].text in countries() else "demonym")
    if kind == "Country" and (known_code := countries().get(words)):
        yield _country(doc, spot.first, spot.last, known_code, "name")
        return
    name = doc.part(first, spot.last + 1).text
    start = spot.first if kind in BODIES else first
    known = entity_words().country_of.get(name)
    owner = None if kind in {"Sea", "River", "Mountain"} else code
    inner = countries().get(doc[spot.last].text) if doc[spot.last - 1].lower_ in {"of", "the"} else None
    if inner and spot.first < spot.last:
        yield _country(doc, spot.last, spot.last, inner, "name")
    yield _in_context(
        Found(doc, start, spot.last, head, "name", kind, name, owner or known, sure=spot.weight >= TELLING)
    )


def _country(doc: Doc, first: int, last: int, code: str, kind: str) -> Found:
    return Found(
        doc,
        first,
        last,
        head_of(doc, first, last),
        "demonym" if kind == "demonym" else "name",
        "Country",
        doc.part(first, last + 1).text,
        code,
    )


def _in_context(found: Found) -> Found:
    """A name with what stands beside it: the country that owns it, a person's title, a country behind a comma."""
    doc = found.doc
    if found.type == "Person":
        return _with_title(found)
    if found.type in BODIES and found.country is None:
        first, code = _owner(doc, found.first)
        return replace(found, first=first, country=code) if code else found
    after = doc.part(found.last + 2, found.last + 3)
    if after and doc[found.last + 1].text == "," and after.text in countries():
        return replace(found, country=countries()[after.text])
    return found


def _owner(doc: Doc, first: int) -> tuple[int, str | None]:
    """Where a possessive or adjective of a country right before token `first` begins, and its code."""
    end = first - 1 if first and doc[first - 1].tag_ == "POS" else first
    for length in (3, 2, 1):
        words = doc.part(max(end - length, 0), end).text
        if end >= length and (code := countries().get(words) or demonym_country(words)):
            return end - length, code
    return first, None


def _with_title(found: Found) -> Found:
    """A person with the office before the name ("Estonian President X"): title without country, and that country."""
    doc, words, start = found.doc, entity_words(), found.first
    while (
        start
        and doc[start - 1].pos_ in {"PROPN", "NOUN", "ADJ", "VERB"}
        and doc[start - 1].dep_ in {"compound", "amod", "nmod", "nn"}
    ):
        start -= 1
    named = next((c for t in doc[start : found.first] if (c := words.country_of.get(t.text))), None)
    titles = [
        t
        for t in doc[start : found.first]
        if words.listed("titles", t.lower_.rstrip(".")) or words.nouns.get(t.lemma_.lower()) == "Person"
    ]
    if not titles:
        return found
    first, code = base(doc, start, found.first)
    if code is None:
        _, code = _owner(doc, start)
    return replace(found, title=doc.part(first, titles[-1].i + 1).text, country=code or named)
