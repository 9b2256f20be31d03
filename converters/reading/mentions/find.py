"""All entities of an article with their mentions: names, descriptions, pronouns, people's adjectives."""

from collections.abc import Iterator

from converters.articles.model import Span
from converters.language.model import Document, span_between
from converters.language.tree import Doc, Token
from converters.reading.coreference.cast import Draft, Sighting
from converters.reading.coreference.resolve import Resolver, resolver
from converters.reading.coreference.speakers import first_speaker_number, last_speaker
from converters.reading.mentions.index import EntityIndex
from converters.reading.mentions.labels import relabel
from converters.reading.mentions.model import Found
from converters.reading.mentions.names import find_names
from converters.reading.mentions.nominals import find_nominals, left_edge, part_of
from converters.reading.mentions.words import entity_words
from converters.reading.speech.quotes import quotations

_RELATIVE = frozenset({"who", "which", "that", "whom", "whose", "where"})


def find_entities(document: Document) -> EntityIndex:
    """The entities of a parsed article, numbered by their first mention; labels the words of its names (`relabel`).

    Raises BadData if a word list is broken.
    """
    names = find_names(document).found
    relabel(found for block in names for found in block)
    solver = resolver([tuple(block) for block in names])
    sentence = 0
    for number, (block, named) in enumerate(zip(document.blocks, names, strict=True)):
        quoted = {i for q in quotations(block.doc) if q.speech for i in range(q.first, q.last + 1)}
        sentences: dict[int, int] = {}
        for part in block.doc.sents:
            sentence += part.root.i not in quoted
            sentences |= {t.i: sentence for t in part}
        for found in _in_order(block.doc, named):
            head = found.head
            seen = Sighting(sentences[head.i], number, found.place, head, found.kind == "demonym", head.i in quoted)
            solver.take(found, seen)
    _first_persons(document, solver)
    return _index(document, names, solver)


def _in_order(doc: Doc, named: tuple[Found, ...]) -> Iterator[Found]:
    """All mentions of a block by the place of their head, names' words left out of descriptions."""
    taken = {i for f in named for i in range(f.first, f.last + 1) if f.kind == "name" or not _heads_phrase(f)}
    people = {f.first for f in named if f.kind == "demonym" and _heads_phrase(f)}
    kept = [f for f in named if not (f.kind == "demonym" and f.first in people)]
    yield from sorted([*kept, *find_nominals(doc, taken)], key=lambda f: f.place)


def _heads_phrase(found: Found) -> bool:
    """Whether a people's name stands for people ("many Estonians", "the Estonians"), not as an adjective."""
    return found.head.tag_ in {"NNS", "NNPS"} and found.head.dep_ not in {"amod", "compound", "nmod"}


def _first_persons(document: Document, solver: Resolver) -> None:
    """Gives "I" its speaker, and "we" the speaker's country where the speaker holds an office of it."""
    for found, seen in solver.first_person:
        earlier = reversed(document.blocks[: seen.block])
        before = next((who for block in earlier if (who := last_speaker(block.doc)) is not None), None)
        number = first_speaker_number(found.head, solver.numbers, before)
        if number is None:
            number = solver.cast.new(Draft(found.type, plural=found.type == "PersonGroup"))
        elif found.type == "PersonGroup" and (country := solver.cast.drafts[number].country):
            number = solver.cast.keyed(("Country", country), "Country")
        solver.put(found, seen, number)


def _index(document: Document, names: tuple[tuple[Found, ...], ...], solver: Resolver) -> EntityIndex:
    drafts = solver.cast.drafts
    order = sorted(
        (i for i, d in enumerate(drafts) if d.mentions), key=lambda i: (min(m.span for m in drafts[i].mentions), i)
    )
    new = {old: number for number, old in enumerate(order)}
    heads = {place: new[old] for place, old in solver.numbers.items()}
    extents: dict[int, Span] = {}
    for block in names:
        for found in block:
            _spread(found, heads, extents)
    for entry in document.blocks:
        for token in entry.doc:
            _follow(token, heads, extents)
    entities = tuple(drafts[i].finished(document.article.body) for i in order)
    return EntityIndex(entities, heads, extents)


def _spread(found: Found, heads: dict[int, int], extents: dict[int, Span]) -> None:
    """Lets every token of a name find its entity and the whole filler, title and article included."""
    number = heads.get(found.place)
    if number is None or found.kind != "name":
        return
    edge = min(left_edge(found.head), found.first)
    extent = span_between(found.doc[edge], found.doc[max(found.last, found.head.i)])
    for i in range(found.first, found.last + 1):
        offset = found.doc[i].start
        heads.setdefault(offset, number)
        extents.setdefault(offset, extent)


def _follow(token: Token, heads: dict[int, int], extents: dict[int, Span]) -> None:
    """Words that stand for another phrase: "who" for what it refers to, "number" for "a number of villages"."""
    words, lemma = entity_words(), token.lemma_.lower()
    if token.lower_ in _RELATIVE and token.tag_ in {"WDT", "WP", "WRB", "WP$"}:
        clause = next((a for a in token.ancestors if a.dep_ == "relcl"), None)
        if clause is not None and (number := heads.get(clause.head.start)) is not None:
            heads.setdefault(token.start, number)
    elif (named := _named_one(token)) is not None and named.start in heads:
        heads[token.start] = heads[named.start]
        extents[token.start] = extents.get(named.start, named.span)
    elif _partitive(token) or lemma in words.introducers:
        _lead(token, part_of(token), heads, extents)


def _named_one(token: Token) -> Token | None:
    """The name of "one of the villagers, Ana Holm"."""
    names = (c for c in token.rights if c.dep_ == "appos" and c.ent_type_ == "PERSON")
    return next(names, None) if token.lower_ == "one" else None


def _partitive(token: Token) -> bool:
    """Whether a word only counts what follows ("number", "half", "three of the ships")."""
    return token.pos_ == "NUM" or entity_words().listed("partitives", token.lemma_.lower())


def _lead(token: Token, whole: Token | None, heads: dict[int, int], extents: dict[int, Span]) -> None:
    """Lets `token` stand for the phrase behind its "of", and the filler reach there ("the town of Avon")."""
    number = heads.get(whole.start) if whole is not None else None
    if whole is None or number is None:
        return
    if _partitive(token) or heads.get(token.start) == number:
        start = token.doc[left_edge(token)].start
        end = extents.get(whole.start, whole.span).end
        heads[token.start] = number
        if start < end:
            extents[token.start] = Span(start, end)
