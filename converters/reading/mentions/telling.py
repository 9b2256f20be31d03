"""Names told by a noun in, before or behind them: "Avon Corps", "the city of X", "X and Y provinces"."""

from collections.abc import Iterator

from converters.language.demonyms import countries, demonym_country
from converters.language.tree import Doc, Token
from converters.reading.mentions.marks import TELLING, Spot, capital, is_adjective, title_ends
from converters.reading.mentions.words import entity_words


def telling(doc: Doc) -> Iterator[Spot]:
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
            before = doc.part(first, token.i).text
            if first < token.i and not demonym_country(doc[token.i - 1].text) and before not in countries():
                yield Spot(first, token.i, kind, TELLING)


def sharing(doc: Doc) -> Iterator[Spot]:
    """Each name of a list that shares its telling noun: "Avon, Exe and Tamar provinces"."""
    for token in doc[1:]:
        kind = entity_words().shared_tails.get(token.lower_)
        i = token.i
        while kind and i and capital(doc[i - 1]) and not is_adjective(doc[i - 1].text):
            first = _run_left(doc, i)
            if first == i or doc[first].pos_ == "NUM":
                break
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


def introduced(doc: Doc) -> Iterator[Spot]:
    """Names after a noun that tells their type: "villages of X and Y", "ships named X", "the tanker X", "MV X"."""
    words = entity_words()
    for token in doc[:-1]:
        kind = "Vessel" if words.listed("vessel_prefixes", token.text) else words.introducers.get(token.lower_)
        if kind is None:
            continue
        i = token.i + 1
        if token.text in words.lists["vessel_prefixes"]:
            yield from (Spot(token.i, spot.last, kind, TELLING) for spot in list(listed(doc, i, kind))[:1])
            continue
        if doc[i].lower_ in {"of", "named", "called", "dubbed"}:
            i += 1
        elif kind not in {"Vessel", "Publisher", "NewsAgency", "Platform"}:
            continue
        yield from listed(doc, i, kind)


def titled(doc: Doc) -> Iterator[Spot]:
    """Names of several words behind an office or rank in small letters, which a person has: "spokesman Eid Holm"."""
    words = entity_words()
    for token in doc[:-2]:
        if not (token.text.islower() and title_ends(doc, token.i, words)):
            continue
        end = token.i + 1
        while end < len(doc) and doc[end].pos_ == "PROPN" and doc[end].text[:1].isupper():
            end += 1
        name = doc.part(token.i + 1, end)
        known = name and (name.text in words.known or name.text in countries() or is_adjective(name[0].text))
        if len(name) > 1 and not known and not any(words.name_heads.get(t.lower_) for t in name):
            yield Spot(name.start, name.end - 1, "Person", TELLING)


def listed(doc: Doc, i: int, kind: str) -> Iterator[Spot]:
    """The capitalised runs from i on, joined by commas and "and"."""
    while i < len(doc):
        while i < len(doc) and (doc[i].is_quote or doc[i].lower_ == "the"):
            i += 1
        end = i
        while end < len(doc) and (
            (doc[end].pos_ in {"PROPN", "NOUN", "ADJ", "NUM"} and doc[end].text[:1].isupper())
            or (end > i and doc[end].text.isdigit())
            or (end > i and doc[end].text == "-" and doc[end].start == doc[end - 1].end)
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
