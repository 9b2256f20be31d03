"""Where names may stand in a block: spaCy's entities cut to size, known names, capitals around a telling noun."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from converters.language.demonyms import countries, demonym_country
from converters.reading.mentions_words import EntityWords, entity_words

LABELS = {
    "PERSON": "Person",
    "GPE": "City",
    "LOC": "Area",
    "FAC": "Facility",
    "ORG": "Organisation",
    "NORP": "PersonGroup",
}
"""What a spaCy label says; the others (works, laws, products, languages, events) say nothing certain."""

CERTAIN, TELLING, LIKELY, GUESS = 10, 4, 2, 1
"""Weights of evidence for a type: a known name, a noun in or before the name, a cue around it, a spaCy label."""

_LINKS = frozenset(
    {"of", "for", "and", "the", "&", "de", "del", "la", "al", "el", "bin", "ibn", "van", "von", "der", "-", "/"}
)


@dataclass(frozen=True, slots=True)
class Spot:
    """Tokens `first`..`last` of a block that may be a name, the type this speaks for (None: no idea) and how strongly.

    A `local` one says nothing about the same string elsewhere.
    """

    first: int
    last: int
    type: str | None
    weight: int
    local: bool = False


def spots(doc: Doc, shouted: bool) -> Iterator[Spot]:
    """All candidates of a block, overlapping ones too. In a `shouted` block (title case) capitals say nothing."""
    yield from _known(doc)
    yield from _credited(doc)
    if not shouted:
        for spot in (*_labelled(doc), *_telling(doc), *_sharing(doc), *_introduced(doc)):
            if not is_adjective(doc[spot.first : spot.last + 1].text):
                yield spot


def is_adjective(words: str) -> bool:
    """Whether words speak of a people or a country without naming it ("Estonian", "European", "U.S.-led")."""
    return bool(
        demonym_country(words)
        or words in entity_words().region_adjectives
        or (words.split("-")[0] in countries() and "-" in words)
    )


def capital(token: Token) -> bool:
    """Whether a token is written like a part of a name."""
    return token.text[:1].isupper() and token.pos_ not in {"DET", "PRON", "ADP", "CCONJ", "SCONJ", "AUX", "VERB", "ADV"}


def _known(doc: Doc) -> Iterator[Spot]:
    """Names on the lists: countries and those of entities.yaml. The longest at each token."""
    for token in doc:
        for name, kind in _by_first_word().get(token.text, ()):
            end = token.idx + len(name)
            span = doc.char_span(token.idx, end) if doc.text.startswith(name, token.idx) else None
            if span is not None:
                yield Spot(token.i, span.end - 1, kind, CERTAIN)
                break


@cache
def _by_first_word() -> dict[str, list[tuple[str, str]]]:
    """First token of each known name -> names with their types, longest first."""
    names = dict(entity_words().known) | dict.fromkeys(countries(), "Country")
    table: dict[str, list[tuple[str, str]]] = {}
    for name in sorted(names, key=lambda n: (-len(n), n)):
        first = name.split()[0]
        for key in {first, first.split("-")[0]}:
            table.setdefault(key, []).append((name, names[name]))
        if name[:1].islower():
            table.setdefault(name[:1].upper() + first.split("-")[0][1:], []).append(
                (name[:1].upper() + name[1:], names[name])
            )
    return table


def _labelled(doc: Doc) -> Iterator[Spot]:
    """spaCy's entities, cut at commas and at small words that no name contains, without article and title."""
    for entity in doc.ents:
        if entity.label_ in {"DATE", "TIME", "CARDINAL", "ORDINAL", "PERCENT", "QUANTITY", "MONEY", "LANGUAGE"}:
            continue
        if entity.label_ == "PRODUCT" and entity.root.dep_ in {"compound", "nmod", "amod"}:
            continue
        pieces = list(_pieces(doc, entity.start, entity.end))
        kind = LABELS.get(entity.label_) if len(pieces) == 1 else None
        for first, last in pieces:
            if not _of_office(doc, first) and not _in_title(doc, last) and not _quality(doc, first, last, kind):
                yield Spot(first, last, kind, GUESS if kind else 0)


def _of_office(doc: Doc, first: int) -> bool:
    """Whether the words before are an office and "of" ("Secretary of State"): what follows is no name of its own."""
    return first > 1 and doc[first - 1].lower_ in {"of", "for"} and title_ends(doc, first - 2, entity_words())


def _in_title(doc: Doc, last: int) -> bool:
    """Whether a name of one word is the service in a rank ("Navy Capt. X")."""
    after = doc[last + 1 : last + 2]
    ranked = len(after) > 0 and title_ends(doc, last + 1, entity_words()) and after[0].text[:1].isupper()
    return ranked and doc[last].lower_ in entity_words().name_heads


def _quality(doc: Doc, first: int, last: int, kind: str | None) -> bool:
    """Whether what looks like a name is an adjective ("mainly Buddhist") or a plain noun that opens a sentence."""
    if first != last:
        return False
    noun = doc[first].is_sent_start and doc[first].lower_.removesuffix("s") in entity_words().nouns
    return noun or (kind == "PersonGroup" and doc[first].pos_ == "ADJ" and doc[first].dep_ != "amod")


def _credited(doc: Doc) -> Iterator[Spot]:
    """Outlets in brackets behind a finished sentence: "… was hit. (The Avon Gazette)"."""
    for token in doc[1:]:
        if token.text != "(" or not (doc[token.i - 1].is_sent_end or doc[token.i - 1].text in {".", ")", '"'}):
            continue
        closing = next((t.i for t in doc[token.i : token.i + 9] if t.text == ")"), 0)
        first = token.i + (2 if doc[token.i + 1].lower_ == "the" else 1)
        if closing > first and all(capital(t) or t.lower_ in _LINKS for t in doc[first:closing]):
            yield Spot(first, closing - 1, "Publisher", TELLING)


def _pieces(doc: Doc, start: int, end: int) -> Iterator[tuple[int, int]]:
    run: list[int] = []
    for i in range(start, end):
        if _cuts(doc[i]):
            yield from _trimmed(doc, run)
            run = []
        else:
            run.append(i)
    yield from _trimmed(doc, run)


def _cuts(token: Token) -> bool:
    """Whether no name goes on over a token: a comma, a quotation mark, a small word ("on", "against")."""
    if token.text[:1].islower():
        hyphened = token.i and token.doc[token.i - 1].text == "-"
        return not (hyphened or token.lower_ in _LINKS or _tail(token))
    return token.text in {",", ";", '"'}


def _tail(token: Token) -> bool:
    return token.lower_ in entity_words().tail_words or "-" in token.text


def _trimmed(doc: Doc, run: list[int]) -> Iterator[tuple[int, int]]:
    """A run without what only surrounds a name; nothing if no capital is left."""
    words = entity_words()
    while run and (doc[run[0]].lower_ in {"the", "a", "an", "of", "and", "for", "-"} or doc[run[0]].is_punct):
        run = run[1:]
    while run and (
        doc[run[-1]].tag_ == "POS"
        or doc[run[-1]].is_punct
        or doc[run[-1]].lower_ in _LINKS
        or title_ends(doc, run[-1], words)
    ):
        run = run[:-1]
    if run and any(doc[i].text[:1].isupper() or "-" in doc[i].text for i in run):
        yield run[0], run[-1]


def title_ends(doc: Doc, i: int, words: EntityWords) -> bool:
    """Whether token i ends an office or rank ("Secretary", "Gov.") or begins one of two words ("Press Secretary")."""
    return words.listed("titles", doc[i].lower_.rstrip(".")) or words.listed("titles", doc[i : i + 2].text.lower())


def _telling(doc: Doc) -> Iterator[Spot]:
    """Capitalised words that end in a telling noun ("Avon Corps"), or stand before a small one ("Avon region")."""
    words = entity_words()
    for token in doc:
        kind = words.name_heads.get(token.lower_)
        if (
            kind
            and token.text[:1].isupper()
            and token.pos_ in {"PROPN", "NOUN"}
            and not title_ends(doc, token.i, words)
        ):
            first = _run_left(doc, token.i)
            last = _of_name(doc, token.i)
            if first < token.i or last > token.i:
                yield Spot(first, last, kind, TELLING)
        elif (kind := words.tail_words.get(token.lower_)) and token.i and capital(doc[token.i - 1]):
            first = _run_left(doc, token.i)
            if first < token.i and not demonym_country(doc[token.i - 1].text):
                yield Spot(first, token.i, kind, TELLING)


def _sharing(doc: Doc) -> Iterator[Spot]:
    """Each name of a list that shares its telling noun: "Avon, Exe and Tamar provinces"."""
    for token in doc[1:]:
        kind = entity_words().shared_tails.get(token.lower_)
        i = token.i
        while kind and i and capital(doc[i - 1]) and not is_adjective(doc[i - 1].text):
            first = _run_left(doc, i)
            yield Spot(first, i - 1, kind, TELLING, local=True)
            i = first
            while i and doc[i - 1].lower_ in {",", "and"}:
                i -= 1
            if i == first:
                break


def _run_left(doc: Doc, i: int) -> int:
    """The first token of the capitalised run that ends at i; a people's name, a possessive and a title end it."""
    words = entity_words()
    while i > 0:
        before = doc[i - 1]
        if words.listed("titles", before.lower_.rstrip(".")) and before.lower_ not in {"general"}:
            break
        if (capital(before) and before.tag_ != "POS") or _ordinal(before):
            i -= 1
        elif before.lower_ in {"and", "of", "&", "-"} and i > 1 and capital(doc[i - 2]) and _one(doc, i - 2, i):
            i -= 2
        else:
            break
    return i


def _ordinal(token: Token) -> bool:
    return token.text[:1].isdigit() and token.text[-2:] in {"st", "nd", "rd", "th"}


def _one(doc: Doc, first: int, last: int) -> bool:
    """Whether spaCy does not see two names where a small word joins capitals."""
    between = doc[last].ent_iob_
    return doc[first].ent_type_ == doc[last].ent_type_ and (between == "I" or not doc[last].ent_type_)


def _of_name(doc: Doc, i: int) -> int:
    """The last token of "of (the) Name" after token i, else i."""
    j = i + 1
    if j + 1 < len(doc) and doc[j].lower_ == "of":
        j += 2 if doc[j + 1].lower_ == "the" else 1
        end = j
        while end < len(doc) and capital(doc[end]) and doc[end].pos_ == "PROPN":
            end += 1
        if end > j and not doc[i].text.islower():
            return end - 1
    return i


def _introduced(doc: Doc) -> Iterator[Spot]:
    """Names after a noun that tells their type: "villages of X and Y", "ships named X", "the tanker X", "MV X"."""
    words = entity_words()
    for token in doc[:-1]:
        kind = "Vessel" if words.listed("vessel_prefixes", token.text) else words.introducers.get(token.lower_)
        if kind is None:
            continue
        i = token.i + 1
        if token.text in words.lists["vessel_prefixes"]:
            yield from (Spot(token.i, spot.last, kind, TELLING) for spot in list(_listed(doc, i, kind))[:1])
            continue
        if doc[i].lower_ in {"of", "named", "called", "dubbed"}:
            i += 1
        elif kind not in {"Vessel", "Publisher", "NewsAgency", "Platform"}:
            continue
        yield from _listed(doc, i, kind)


def _listed(doc: Doc, i: int, kind: str) -> Iterator[Spot]:
    """The capitalised runs from i on, joined by commas and "and"."""
    while i < len(doc):
        while i < len(doc) and (doc[i].is_quote or doc[i].lower_ == "the"):
            i += 1
        end = i
        while end < len(doc) and (
            (doc[end].pos_ in {"PROPN", "NOUN", "ADJ", "NUM"} and doc[end].text[:1].isupper())
            or (end > i and doc[end].text == "-")
        ):
            end += 1
        if end == i:
            return
        yield Spot(i, end - 1, kind, TELLING)
        if end < len(doc) and doc[end].lower_ in {",", "and", "or"}:
            i = end + 1
            if i < len(doc) and doc[i].lower_ in {"and", "or"}:
                i += 1
        else:
            return
