"""What the entities of an article tell about each other once the certain ones are known: the joint part of the choice.

Each rule turns a query into a more telling one; none of them makes a link by itself.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from converters.articles.model import Span
from converters.linking.judgement import judgement
from converters.linking.match import Query
from converters.linking.nearby import nearby
from converters.linking.row import Row
from converters.linking.wording import wording
from converters.linking.wordlists import family
from converters.reading.model import Reading

_SPEAK_FOR_A_COUNTRY = ("Person", "GovernmentBody", "MilitaryUnit")
"""Not media: where one sits says nothing about what it tells."""
_COMMA = re.compile(r",\s")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
_LAST = re.compile(r",?\s(?:and|or)\s(?:[a-z]+\s)?")


def told_by_others(reading: Reading, asked: Sequence[Query], known: Sequence[Row | None]) -> tuple[Query, ...]:
    """The queries of an article's entities, with what the rows `known` so far tell about the others; else unchanged."""
    spoken = _spoken_of(reading, known)
    listed = _listed(reading, asked, known)
    total = sum(spoken.values(), Counter[str]())
    places = nearby((row for row in known if row and family(row.type).name == "place"), judgement().near)
    speakers = _speakers(reading, asked, known)
    told = []
    for number, query in enumerate(asked):
        if others := total - spoken[number] if number in spoken else total:
            query = replace(query, context=Counter(query.context) + others)
        if country := speakers.get(number):
            query = replace(query, country=country, told="as its speaker")
        if type_ := listed.get(number):
            query = replace(query, type=type_, says=True)
        if family(query.type).name == "place" and places.cells:
            query = replace(query, near=places, known=known[number])
        told.append(query)
    return tuple(told)


def _spoken_of(reading: Reading, known: Sequence[Row | None]) -> dict[int, Counter[str]]:
    """The countries of known persons and bodies whose own words tell none: who speaks of them speaks of it."""
    return {
        number: Counter({row.country: len(entity.mentions)})
        for number, (entity, row) in enumerate(zip(reading.entities, known, strict=True))
        if row and row.country and entity.country is None and row.type in _SPEAK_FOR_A_COUNTRY
    }


def _listed(reading: Reading, asked: Sequence[Query], known: Sequence[Row | None]) -> dict[int, str]:
    """Region, for a bare place name all of whose mentions stand in a list with the bare name of a known region.

    "parts of Xan and neighbouring Uvw": who means the Xan region by "Xan" means the Uvw region by "Uvw".
    """
    body = reading.article.body
    places = sorted(
        (mention.span, number)
        for number, entity in enumerate(reading.entities)
        if family(entity.type).name == "place" and entity.type != "Country"
        for mention in entity.mentions
        if mention.kind == "name"
    )
    beside: dict[int, list[bool]] = {}
    for run in _lists(places, body):
        regions = [number for span, number in run if _is_bare_region(body[span.start : span.end], known[number])]
        for _, number in run:
            beside.setdefault(number, []).append(any(other != number for other in regions))
    names = Counter(number for _, number in places)
    return {
        number: "Region"
        for number, found in beside.items()
        if all(found) and len(found) == names[number] and not asked[number].says
    }


def _lists(places: Sequence[tuple[Span, int]], body: str) -> Iterator[list[tuple[Span, int]]]:
    """Runs of place names that commas and, before the last one, "and" or "or" join."""
    run: list[tuple[Span, int]] = []
    for one in places:
        between = body[run[-1][0].end : one[0].start] if run else ""
        if run and _LAST.fullmatch(between):
            yield [*run, one]
            run = []
        else:
            run = [*run, one] if run and _COMMA.fullmatch(between) else [one]


def _is_bare_region(written: str, row: Row | None) -> bool:
    return row is not None and row.type == "Region" and wording(written, "Region").says is None


def _speakers(reading: Reading, asked: Sequence[Query], known: Sequence[Row | None]) -> dict[int, str]:
    """The speaker's country, for a body called by words that any country's bear, where only that speaker names it.

    "There will be the National Guard", says the Ruritanian minister: it is Ruritania's, unless the same words speak of
    another country.
    """
    home = [asked[number].country or (row.country if row else None) for number, row in enumerate(known)]
    speaks = [entity.type in (*_SPEAK_FOR_A_COUNTRY, "Country") for entity in reading.entities]
    contents = set(_said(reading))
    found: dict[int, str] = {}
    for number, query in enumerate(asked):
        generic = family(query.type).name == "organisation" and query.names and query.words.generic
        if not generic or query.country is not None:
            continue
        spans = [mention.span for mention in reading.entities[number].mentions]
        around = [(span, source) for span, source in contents if any(_within(one, span) for one in spans)]
        heard = all(any(_within(one, span) for span, _ in around) for one in spans)
        countries = {home[source] if source is not None and speaks[source] else None for _, source in around}
        others = {
            home[other]
            for other, entity in enumerate(reading.entities)
            if other != number and any(_within(m.span, span) for m in entity.mentions for span, _ in around)
        } - {None}
        if heard and len(countries) == 1 and (country := countries.pop()) and others <= {country}:
            found[number] = country
    return found


def _said(reading: Reading) -> Iterator[tuple[Span, int | None]]:
    """What is said with who says it: the contents of voices, and what a statement has in quotation marks."""
    for claim in reading.claims:
        for voice in claim.voices:
            yield from ((span, voice.source) for span in voice.content)
        if claim.type == "Statement":
            start, end = claim.evidence.start, claim.evidence.end
            quoted = [Span(*found.span()) for found in _QUOTED.finditer(reading.article.body, start, end)]
            speakers = [role.entity for role in claim.roles if role.role == "agent"]
            yield from ((span, speaker) for span in quoted for speaker in speakers)


def _within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end
