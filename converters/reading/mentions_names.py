"""The names of an article, weighed over the whole text: one string has one type and is found everywhere."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from converters.articles.model import Span
from converters.language.demonyms import capitals, countries, demonym_country
from converters.language.model import Document, span_of
from converters.reading.mentions_model import BODIES, PLACES, Found, head_of
from converters.reading.mentions_spots import CERTAIN, LIKELY, TELLING, Spot, capital, spots
from converters.reading.mentions_words import entity_words


@dataclass(frozen=True, slots=True)
class Names:
    """The names of an article by block, and the type of each string."""

    found: tuple[tuple[Found, ...], ...]
    types: dict[str, str]


OWNED = frozenset(
    {"MilitaryUnit", "GovernmentBody", "Organisation", "Holiday", "Document", "Region", "Facility", "Area", "Sea"}
)
"""Types of names that may begin with their country without it being a part of the name."""


_DESCRIBED = {kind: kind for kind in ("Person", "Village", "Region", "Island", "Vessel", "ArmedGroup", "Publisher")}
_DESCRIBED |= dict.fromkeys(("City", "Facility", "Area"), "City")
"""What a noun behind a name ("Avon, the port") says about the name's type."""


def find_names(document: Document) -> Names:
    """All names and people's adjectives, block by block, not overlapping but for countries inside longer names."""
    docs = [block.doc for block in document.blocks]
    raw = [
        list(_cut(doc, list(spots(doc, block.kind == "heading" and _shouted(doc)))))
        for doc, block in zip(docs, document.blocks, strict=True)
    ]
    types = _types(docs, raw)
    complete = [_longest([*known, *_repeated(doc, types)]) for doc, known in zip(docs, raw, strict=True)]
    return Names(tuple(tuple(_named(doc, kept, types)) for doc, kept in zip(docs, complete, strict=True)), types)


def _shouted(doc: Doc) -> bool:
    """Whether nearly every longer word has a capital, as in a headline."""
    words = [t for t in doc if t.is_alpha and len(t) > 3]
    return sum(t.text[:1].isupper() for t in words) >= 0.8 * len(words)


def base(doc: Doc, first: int, last: int) -> tuple[int, str | None]:
    """Where a name begins behind its country ("Russia's Defense Ministry", "Estonian Navy"), and that country."""
    for length in (3, 2, 1):
        if first + length > last:
            continue
        words = doc[first : first + length].text
        code = countries().get(words) or demonym_country(words)
        if code:
            start = first + length
            return (start + 1 if doc[start].tag_ == "POS" and start < last else start), code
    return first, None


def _types(docs: list[Doc], raw: list[list[Spot]]) -> dict[str, str]:
    """The type most evidence speaks for, for each string."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for doc, found in zip(docs, raw, strict=True):
        for spot in found:
            words = doc[spot.first : spot.last + 1].text
            if spot.local:
                continue
            if spot.type:
                votes[words][spot.type] += spot.weight
            if spot.type in {"Organisation", None} and (kind := entity_words().name_heads.get(doc[spot.last].lower_)):
                votes[words][kind] += TELLING
            if words in capitals():
                votes[words]["City"] += TELLING
            for kind in _cues(doc, spot):
                votes[words][kind] += LIKELY
    _share_surnames(votes)
    return {words: counts.most_common(1)[0][0] if counts else "Organisation" for words, counts in votes.items()}


def _share_surnames(votes: dict[str, Counter[str]]) -> None:
    """A person's surname alone is that person."""
    for words, counts in list(votes.items()):
        parts = words.split()
        if len(parts) > 1 and counts and counts.most_common(1)[0][0] == "Person" and len(parts[-1]) > 2:
            votes[parts[-1]]["Person"] += CERTAIN


def _cues(doc: Doc, spot: Spot) -> Iterator[str]:
    """What stands around a name: a title before it, a place preposition, "the", a verb of saying, a list of names."""
    words = entity_words()
    before = doc[spot.first - 1] if spot.first else None
    head = head_of(doc, spot.first, spot.last)
    if (
        before is not None
        and words.listed("titles", before.lower_.rstrip("."))
        and before.dep_ in {"compound", "nmod", "appos", "amod"}
    ):
        yield "Person"
        yield "Person"
    if before is not None and before.lower_ == "the" and spot.type == "City" and head.dep_ not in {"compound", "nmod"}:
        yield from ("Region", "Region")
    if spot.type == "PersonGroup" and head.dep_ == "compound" and words.listed("named_after", head.head.lemma_):
        yield "Person"
    if head.dep_ == "pobj" and words.listed("place_prepositions", head.head.lower_) and spot.type in {"Person", None}:
        yield "City"
    if head.dep_ == "pobj" and head.head.lower_ == "of" and head.head.head.lower_ in {"out", "outside", "inside"}:
        yield from ("City", "City")
    if beside := next(
        (k for t in head.children if t.dep_ == "appos" and (k := words.nouns.get(t.lemma_.lower()))), None
    ):
        yield from (_DESCRIBED[beside],) if beside in _DESCRIBED else ()
    if spot.type in {"Person", "PersonGroup", None} and _beside_places(head):
        yield "City"


def _beside_places(head: Token) -> bool:
    """Whether a name is coordinated with a place ("X and its outskirts")."""
    others = [head.head] if head.dep_ == "conj" else []
    others += [t for t in head.conjuncts if t is not head]
    return any(t.ent_type_ == "GPE" or entity_words().nouns.get(t.lemma_) in PLACES for t in others)


def _repeated(doc: Doc, types: dict[str, str]) -> Iterator[Spot]:
    """Further places where a string of the article's names stands."""
    by_first: dict[str, list[str]] = defaultdict(list)
    for name in _with_siblings(types):
        by_first[name.split()[0]].append(name)
    for token in doc:
        for name in by_first.get(token.text, ()):
            span = doc.char_span(token.idx, token.idx + len(name)) if doc.text.startswith(name, token.idx) else None
            if span is not None and (len(name) > 2 or name.isupper()) and capital(doc[span.end - 1]):
                yield Spot(token.i, span.end - 1, None, 0)


def _with_siblings(types: dict[str, str]) -> dict[str, str]:
    """The strings of an article and other names of the same things, which may be too short to be seen alone ("IS")."""
    words = entity_words()
    for name, kind in list(types.items()):
        for sibling in words.siblings.get(name, ()):
            types.setdefault(sibling, kind)
    return types


def _cut(doc: Doc, found: list[Spot]) -> Iterator[Spot]:
    """The spots, without guesses that only put an adjective before a known name ("the Kurdish YPG")."""
    known = {s.last: s.first for s in found if s.weight == CERTAIN}
    for spot in found:
        first = known.get(spot.last, spot.first)
        if spot.weight >= TELLING or first <= spot.first or any(t.lower_ == "of" for t in doc[spot.first : first]):
            yield spot


def _longest(found: list[Spot]) -> list[Spot]:
    """No two spots of the result overlap; longer ones win, then stronger ones."""
    kept: list[Spot] = []
    taken: set[int] = set()
    for spot in sorted(found, key=lambda s: (s.first - s.last, -s.weight, s.first)):
        tokens = range(spot.first, spot.last + 1)
        if taken.isdisjoint(tokens):
            kept.append(spot)
            taken.update(tokens)
    return sorted(kept, key=lambda s: s.first)


def _named(doc: Doc, kept: list[Spot], types: dict[str, str]) -> Iterator[Found]:
    """The mentions of a block in order, people's adjectives among them."""
    inside: set[int] = set()
    for spot in kept:
        yield from _found(doc, spot, types)
        inside.update(range(spot.first, spot.last + 1))
    yield from _peoples(doc, inside)


def _found(doc: Doc, spot: Spot, types: dict[str, str]) -> Iterator[Found]:
    words = doc[spot.first : spot.last + 1].text
    kind = spot.type if spot.type and spot.weight >= TELLING else types.get(words, spot.type or "Organisation")
    first, code = base(doc, spot.first, spot.last) if kind in OWNED else (spot.first, None)
    head = head_of(doc, spot.first, spot.last)
    if code and first > spot.last:
        return
    if code:
        yield _country(doc, spot.first, spot.first, code, "name" if doc[spot.first].text in countries() else "demonym")
    if kind == "Country":
        yield _country(doc, spot.first, spot.last, countries()[words], "name")
        return
    name = doc[first : spot.last + 1].text
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
        doc[first : last + 1].text,
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
    after = doc[found.last + 2 : found.last + 3]
    if len(after) and doc[found.last + 1].text == "," and after.text in countries():
        return replace(found, country=countries()[after.text])
    return found


def _owner(doc: Doc, first: int) -> tuple[int, str | None]:
    """Where a possessive or adjective of a country right before token `first` begins, and its code."""
    end = first - 1 if first and doc[first - 1].tag_ == "POS" else first
    for length in (3, 2, 1):
        words = doc[max(end - length, 0) : end].text
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
    return replace(found, title=doc[first : titles[-1].i + 1].text, country=code or named)


def _peoples(doc: Doc, inside: set[int]) -> Iterator[Found]:
    """Adjectives and names of peoples that are no part of a name, "U.S." in "U.S.-led", "European"."""
    words = entity_words()
    skip = -1
    for token in doc:
        if token.i in inside or token.i <= skip:
            continue
        pair = doc[token.i : token.i + 2].text
        length = 2 if demonym_country(pair) else 1
        text = pair if length == 2 else token.text
        if code := demonym_country(text):
            skip = token.i + length - 1
            yield Found(doc, token.i, skip, doc[skip], "demonym", "Country", None, code)
        elif region := words.region_adjectives.get(token.text):
            yield Found(doc, token.i, token.i, token, "demonym", "Region", region)
        elif "-" in token.text and (kind := words.known.get(token.text.split("-")[0])):
            name = token.text.split("-")[0]
            start = span_of(token).start
            yield Found(doc, token.i, token.i, token, "name", kind, name, part=Span(start, start + len(name)))
        elif "-" in token.text and (code := countries().get(token.text.split("-")[0])):
            start = span_of(token).start
            yield Found(
                doc,
                token.i,
                token.i,
                token,
                "name",
                "Country",
                token.text.split("-")[0],
                code,
                part=Span(start, start + len(token.text.split("-")[0])),
            )


def is_government(found: Found) -> str | None:
    """The country whose government a capital stands for here ("Paris said", "Rome's demands", "talks with Oslo")."""
    if found.name is None or (code := capitals().get(found.name)) is None or found.sure:
        return None
    return code if _acts(found.head) else None


def _acts(head: Token) -> bool:
    words, governor = entity_words(), head.head
    match head.dep_:
        case "nsubj" | "nsubjpass":
            return words.listed("government_verbs", governor.lemma_)
        case "poss":
            return words.listed("government_nouns", governor.lemma_)
        case "dobj":
            return words.listed("government_objects", governor.lemma_)
        case "pobj" if governor.lower_ in {"with", "between"}:
            return words.listed("talk_nouns", governor.head.lemma_)
        case "conj":
            return _acts(governor)
    return False
