"""Where names may stand in a block: spaCy's entities cut to size, known names, outlets in brackets."""

from collections.abc import Iterator
from functools import cache

from converters.language.demonyms import countries, demonym_country
from converters.language.tokens import parts_of_day, weekdays
from converters.language.tree import Doc, Token
from converters.reading.mentions.apposed import apposed
from converters.reading.mentions.marks import CERTAIN, GUESS, TELLING, Spot, capital, is_adjective, title_ends
from converters.reading.mentions.telling import introduced, sharing, telling, titled
from converters.reading.mentions.words import entity_words

LABELS = {
    "PERSON": "Person",
    "GPE": "City",
    "LOC": "Area",
    "FAC": "Facility",
    "ORG": "Organisation",
    "NORP": "PersonGroup",
}
"""What a spaCy label says; the others (works, laws, products, languages, events) say nothing certain."""

_LINKS = frozenset(
    {"of", "for", "and", "the", "&", "de", "del", "la", "al", "el", "bin", "ibn", "van", "von", "der", "-", "/"}
)


def spots(doc: Doc, shouted: bool) -> Iterator[Spot]:
    """All candidates of a block, overlapping ones too. In a `shouted` block (title case) capitals say nothing."""
    yield from _known(doc)
    yield from _credited(doc)
    if not shouted:
        yield from _bridged(doc)
        found = (
            *_labelled(doc),
            *_acronyms(doc),
            *telling(doc),
            *sharing(doc),
            *introduced(doc),
            *titled(doc),
            *apposed(doc),
        )
        for spot in found:
            if not is_adjective(doc.part(spot.first, spot.last + 1).text):
                yield spot


def _known(doc: Doc) -> Iterator[Spot]:
    """Names on the lists: countries and those of entities.yaml. The longest at each token."""
    for token in doc:
        for name, kind in _by_first_word().get(token.text, ()):
            if (last := doc.spelling(name, token)) is not None:
                yield Spot(token.i, last.i, kind, CERTAIN)
                if kind == "Publisher" and (branch := _branch(last)) is not None:
                    yield Spot(token.i, branch.i, kind, CERTAIN)
                break


def _branch(last: Token) -> Token | None:
    """The country or people behind the name of an outlet, which name its service there ("BBC Indonesia")."""
    behind = last.nbor(1) if last.i + 1 < last.sent.end else None
    named = behind is not None and (behind.text in countries() or demonym_country(behind.text) is not None)
    return behind if named else None


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


def _bridged(doc: Doc) -> Iterator[Spot]:
    """Names with a preposition in them that has a capital ("Doctors Without Borders")."""
    for token in doc[1:-1]:
        if token.pos_ == "ADP" and token.text.istitle() and not token.is_sent_start:
            first, last = token.nbor(-1), token.nbor(1)
            if all(word.pos_ in {"NOUN", "PROPN"} and capital(word) for word in (first, last)):
                yield Spot(first.i, last.i, "Organisation", TELLING)


def _labelled(doc: Doc) -> Iterator[Spot]:
    """spaCy's entities, cut at commas and at small words that no name contains, without article and title."""
    for entity, label in doc.ents:
        if label in {"DATE", "TIME", "CARDINAL", "ORDINAL", "PERCENT", "QUANTITY", "MONEY", "LANGUAGE"}:
            continue
        if label == "PRODUCT" and entity.root.dep_ in {"compound", "nmod", "amod"}:
            continue
        mended = not doc[entity.start].ent_type_  # "Near Avon, …": the first word is a preposition after all
        pieces = list(_pieces(doc, entity.start + mended, entity.end))
        kind = LABELS.get(label) if len(pieces) == 1 else None
        for first, last in pieces:
            if not _of_office(doc, first) and not _in_title(doc, last) and not _quality(doc, first, last, kind):
                yield Spot(first, last, kind, GUESS if kind else 0)


def _acronyms(doc: Doc) -> Iterator[Spot]:
    """Capitals that do something and that the tagger takes for a common noun ("FARDC launched an operation")."""
    nouns = entity_words().nouns
    for token in doc:
        common = token.pos_ == "NOUN" and token.dep_ == "nsubj" and not token.ent_type_
        letters = token.text.isupper() and token.text.isalpha() and len(token.text) > 2
        if common and letters and not {token.lower_, token.lower_.removesuffix("s")} & nouns.keys():
            yield Spot(token.i, token.i, "Organisation", GUESS)


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
    if kind == "PersonGroup" and first and doc[first - 1].lower_ in {"a", "an"}:
        return True
    noun = doc[first].is_sent_start and doc[first].lower_.removesuffix("s") in entity_words().nouns
    return noun or (kind == "PersonGroup" and doc[first].pos_ == "ADJ" and doc[first].dep_ != "amod")


def _credited(doc: Doc) -> Iterator[Spot]:
    """Outlets in brackets behind a finished sentence: "… was hit. (The Avon Gazette)"."""
    for token in doc[1:-1]:
        if token.text != "(" or not (token.is_sent_start or doc[token.i - 1].text in {".", ")", '"'}):
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
    if token.lower_ in weekdays() and token.nbor(1).lower_ in parts_of_day():
        return True  # "in Brest Sunday night"
    if token.text[:1].islower():
        hyphened = token.i and token.doc[token.i - 1].text == "-"
        return not (hyphened or token.lower_ in _LINKS or _tail(token) or _of_purpose(token))
    return token.text in {",", ";", '"'}


def _of_purpose(token: Token) -> bool:
    """The "to" before a verb with a capital ("the Committee to Save Peatlands")."""
    return token.tag_ == "TO" and token.head.tag_ == "VB" and token.head is token.nbor(1) and token.head.text.istitle()


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
        or (doc[run[-1]].text.isdigit() and doc[run[-1]].dep_ == "nummod" and doc[run[-1]].head.i > run[-1])
        or title_ends(doc, run[-1], words)
    ):
        run = run[:-1]
    if run and any(doc[i].text[:1].isupper() or "-" in doc[i].text for i in run):
        yield run[0], run[-1]
